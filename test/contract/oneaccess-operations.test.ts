import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { operations, securitySchemes } from '../../generated/operations.ts'
import { type ContractDocument, operationsOf, webhooksOf } from '../../scripts/generate/document.ts'

const root = join(import.meta.dirname, '../..')

interface Indexed {
  page: string
  title: string
  method: string
  path: string
}

const index = parse(readFileSync(join(root, 'openapi/oneaccess-operations.yaml'), 'utf8')) as Indexed[]
const document = JSON.parse(readFileSync(join(root, 'generated/oneaccess.json'), 'utf8')) as ContractDocument
const all = [...operationsOf(document)]
const owned = all.filter(({ operation }) => !operation['x-source'].companion)

function claimsOf({ operation }: (typeof owned)[number]) {
  const source = operation['x-source']
  return source.pages ?? [source]
}

describe('the operations of the public reference', () => {
  it('are 82, each once', () => {
    expect([index.length, new Set(index.map(({ page }) => page)).size]).toEqual([82, 82])
  })

  it.each(index)('$page $title is claimed by one operation at its method and path', ({ page, title, method, path }) => {
    const owners = owned.filter((entry) => claimsOf(entry).some((claim) => claim.page === page))
    expect(owners.map((entry) => `${entry.method.toUpperCase()} ${entry.path}`)).toEqual([`${method} ${path}`])
    expect(owners.flatMap(claimsOf).filter((claim) => claim.page === page)).toMatchObject([{ title }])
  })

  it('are all that operations claim; whatever else there is belongs to one of them', () => {
    const known = new Set(index.map(({ page }) => page))
    expect(owned.flatMap(claimsOf).filter(({ page }) => !known.has(page))).toEqual([])
    const companions = all.filter(({ operation }) => operation['x-source'].companion)
    expect(companions.map(({ operation }) => operation['x-source'])).toMatchObject([
      { page: 'I6', mark: 'inferred' },
      { page: 'I17', mark: 'inferred' },
      { page: 'I17', mark: 'inferred' },
      // By form, and going on afterwards.
      { page: 'I8', mark: 'inferred' },
      { page: 'I8', mark: 'inferred' },
      // By form.
      { page: 'I11', mark: 'inferred' },
      { page: 'I16', mark: 'inferred' },
    ])
  })

  it('share a method and a path where variants are told apart by what is sent', () => {
    const shared = owned.map((entry) => claimsOf(entry).map(({ page }) => page)).filter(({ length }) => length > 1)
    expect(shared.sort()).toEqual([
      ['I8', 'I12', 'I15'],
      ['I9', 'I10', 'I13', 'I14'],
    ])
  })
})

describe('the events', () => {
  it('are the seven that the server sends', () => {
    expect([...webhooksOf(document)].map(({ webhook }) => webhook.operationId)).toEqual([
      'receiveCheckUrlEvent',
      'receiveCreateUserEvent',
      'receiveUpdateUserEvent',
      'receiveDeleteUserEvent',
      'receiveCreateOrganizationEvent',
      'receiveUpdateOrganizationEvent',
      'receiveDeleteOrganizationEvent',
    ])
  })

  it('are no operations of ours: nothing is mounted for them', () => {
    for (const { webhook } of webhooksOf(document)) expect(Object.keys(operations)).not.toContain(webhook.operationId)
  })
})

describe('the table of operations says', () => {
  const headers = [
    'X-operating-sys-version',
    'X-device-fingerprint',
    'X-device-ip',
    'X-agent',
    'X-L',
    'X-client-id',
    'X-tenant-id',
  ]
  const own = Object.entries(operations).filter(([, { api }]) => api === 'oneaccess')

  it.each(own.filter(([, { path }]) => path.startsWith('/api/v2/sdk/')))('which headers %s takes', (_id, operation) => {
    expect(operation.headers).toEqual(headers)
    expect(operation.missingCodes).toMatchObject({ '/headers/x-client-id': 'PARAM.0002' })
  })

  it('that single sign-on calls take a tenant, and other management calls no header', () => {
    for (const [id, { path, headers: names }] of own.filter(([, entry]) => entry.path.startsWith('/api/v2/tenant/')))
      expect(names, id).toEqual(path.startsWith('/api/v2/tenant/sso/') ? ['X-tenant-id'] : [])
  })

  it('which codes answer a missing field, also of a body behind a reference', () => {
    expect(operations.verifyCaptcha.missingCodes).toEqual({
      '/headers/x-client-id': 'PARAM.0002',
      '/body/point_json': 'PARAM.0004',
      '/body/token': 'PARAM.0005',
      '/body/sender': 'PARAM.0006',
    })
  })

  it('which code answers a missing credential', () => {
    const { sessionSignature, stateToken } = securitySchemes.oneaccess
    expect([sessionSignature, stateToken]).toEqual([
      { type: 'apiKey', in: 'header', name: 'X-signature', refusal: 'PARAM.0030' },
      { type: 'apiKey', in: 'header', name: 'X-state-token', refusal: 'PARAM.0014' },
    ])
  })

  it('permissions of the built-in table, for every management call but the three of single sign-on', () => {
    for (const [id, { security, permissions, path }] of own) {
      if (!security.some((alternative) => 'managementToken' in alternative)) continue
      expect(permissions.length > 0, id).toBe(!path.startsWith('/api/v2/tenant/sso/'))
    }
  })
})

describe('the types', () => {
  it('have the events beside the paths', () => {
    const server = readFileSync(join(root, 'generated/oneaccess.ts'), 'utf8')
    expect(server).toContain('export interface webhooks {')
    expect(server).toContain('    receiveCheckUrlEvent: {')
  })
})
