import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import document from '../../generated/account.json' with { type: 'json' }
import { type OperationId, operations } from '../../generated/operations.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock

beforeAll(async () => {
  mock = await startMock()
})
// What one call has made, changed or deleted is not in the way of the next.
beforeEach(() => mock.reset())
afterAll(() => mock.stop())

/** The scopes of each alternative that needs an access token. */
function alternativesOf(id: OperationId): (readonly string[])[] {
  const alternatives: readonly Readonly<Record<string, readonly string[]>>[] = operations[id].security
  return alternatives.flatMap(({ oauth2 }) => (oauth2 ? [oauth2] : []))
}

const guarded = (Object.keys(operations) as OperationId[]).filter((id) => alternativesOf(id).length > 0)
const scoped = guarded.filter((id) => alternativesOf(id).every((scopes) => scopes.length > 0))
const restricted = guarded.filter((id) => operations[id].roles.length > 0)

const tokens = new Map<string, Promise<string>>()
function accessToken(grant: 'password' | 'client_credentials', scopes: readonly string[]): Promise<string> {
  const form = { grant_type: grant, client_id: 'c', client_secret: 's', username: 'u', password: 'p' }
  const ask = async () => {
    const body = new URLSearchParams({ ...form, scope: scopes.join(' ') })
    const response = await fetch(`${mock.origin}/connect/token`, { method: 'POST', body })
    return ((await response.json()) as { access_token: string }).access_token
  }
  const key = [grant, ...scopes].join(' ')
  const token = tokens.get(key) ?? ask()
  tokens.set(key, token)
  return token
}

async function send(id: OperationId, token?: string): Promise<{ status: number; body: unknown }> {
  const { method, path, headers, body } = documentedRequest(id)
  const response = await fetch(mock.origin + path, {
    method,
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
  const mediaType = response.headers.get('content-type')?.split(';')[0] ?? ''
  const answer: unknown = mediaType.endsWith('json') ? await response.json() : await response.text()
  expect(violations(id, String(response.status), mediaType, answer)).toEqual([])
  return { status: response.status, body: answer }
}

test.each(guarded)('%s without a token is 401', async (id) => {
  expect((await send(id)).status).toBe(401)
})

test.each(scoped)('%s is 403 with another scope and open with any of its own', async (id) => {
  const sufficient = new Set(alternativesOf(id).flat())
  const all = new Set(scoped.flatMap((other) => alternativesOf(other).flat()))
  const others = [...all].filter((scope) => !sufficient.has(scope))
  expect((await send(id, await accessToken('password', others))).status).toBe(403)
  for (const scopes of alternativesOf(id)) {
    expect([scopes, (await send(id, await accessToken('password', scopes))).status]).toEqual([scopes, 200])
  }
})

test.each(restricted)("%s is open to a user, and not to a client's own token", async (id) => {
  expect([200, 201]).toContain((await send(id, await accessToken('password', ['openid']))).status)
  expect(await send(id, await accessToken('client_credentials', ['ZMS.Users.Read']))).toMatchObject({
    status: 403,
    body: { error: 'RoleRequired', status: 40301 },
  })
})

describe('a request that is not in order', () => {
  const png = new Blob(['x'], { type: 'image/png' })
  const formOf = (name: string) => {
    const form = new FormData()
    form.append(name, png, 'a.png')
    return form
  }
  const json = { 'content-type': 'application/json' }
  test.each([
    ['uploadProfileImage', 'another field', {}, formOf('other'), 400],
    ['uploadProfileImage', 'no multipart', { 'content-type': 'multipart/form-data; boundary=x' }, 'x', 400],
    ['uploadProfileImage', 'no boundary', { 'content-type': 'multipart/form-data' }, 'x', 400],
    ['uploadProfileImage', 'another media type', json, '{}', 415],
    ['createUsers', 'an empty list', json, '[]', 400],
    ['createUsers', 'another shape', json, '{}', 400],
    ['createUsers', 'no JSON', json, '{', 400],
    ['createUsers', 'another media type', { 'content-type': 'text/plain' }, '[]', 415],
    ['updateUserBasic', 'another type', json, '[]', 400],
  ] as const)('%s with %s is refused in the envelope', async (id, _, headers, body, status) => {
    const token = await accessToken('password', alternativesOf(id)[0] ?? [])
    const response = await fetch(mock.origin + operations[id].path, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
    })
    const answer = await response.json()
    expect([response.status, answer]).toEqual([status, expect.objectContaining({ data: null })])
    expect(violations(id, String(status), 'application/json', answer)).toEqual([])
  })
})

test.each(['pagenum=1', 'unknown=1', 'pageNum=0', 'pageNum=x', 'pageSize=201', 'pageNum=1&pageNum=2'])(
  'a list asked for with %s is refused',
  async (query) => {
    const authorization = `Bearer ${await accessToken('password', ['openid'])}`
    const response = await fetch(`${mock.origin}/api/v1.0/roles?${query}`, { headers: { authorization } })
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'InvalidRequest' }),
    ])
  },
)

describe('paged answers', () => {
  const isPaged = (id: OperationId) => {
    const { path, method } = operations[id]
    const item = (document.paths as Record<string, Record<string, { parameters?: { $ref?: string }[] }>>)[path]
    return item?.[method]?.parameters?.some(({ $ref }) => $ref === '#/components/parameters/PageNum') ?? false
  }
  const paged = guarded.filter(isPaged)
  test('are there', () => {
    expect(paged.length).toBeGreaterThan(5)
  })
  test.each(paged)('%s gives the asked page, and comes to an end', async (id) => {
    const token = await accessToken('password', ['openid', ...(alternativesOf(id)[0] ?? [])])
    const { path } = documentedRequest(id)
    const collected: unknown[] = []
    let total = 1
    for (let pageNum = 1; pageNum <= total; pageNum++) {
      const url = new URL(path, mock.origin)
      url.searchParams.set('pageNum', String(pageNum))
      url.searchParams.set('pageSize', '1')
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
      const page = (await response.json()) as { data: unknown[]; totalNum: number }
      expect(violations(id, '200', 'application/json', page)).toEqual([])
      expect(page).toMatchObject({ status: 0, pageNum, pageSize: 1 })
      collected.push(...page.data)
      total = page.totalNum
    }
    expect(collected).toHaveLength(total)
  })
})
