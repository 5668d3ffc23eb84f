import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareVersions, newest } from '../../scripts/compatibility/compare.ts'

const root = join(import.meta.dirname, '../..')

interface Schema {
  properties: Record<string, object>
  required: string[]
}

/** The parts of a bundle that the cases change. */
interface Bundle {
  info: { version: string }
  paths: Record<string, Record<string, { security: object[]; responses: Record<string, object>; 'x-roles'?: string[] }>>
  webhooks: Record<string, { post: { requestBody: object } }>
  components: { schemas: Record<string, Schema> }
  'x-error-codes': { code: string; http: number }[]
  'x-return-codes': { error: string | null; status: number; http: number }[]
}

function schema(bundle: Bundle, name: string): Schema {
  const found = bundle.components.schemas[name]
  if (!found) throw new Error(`There is no schema ${name}.`)
  return found
}

describe('the check of compatibility', () => {
  let folder: string
  const released: Record<string, string> = {}
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openaccount-compatibility-'))
    await mkdir(join(folder, 'released'))
    released.account = await readFile(join(root, 'openapi/released/account-1.0.0.json'), 'utf8')
    // What is in generated/ stands for a release, so that the cases are about the check and not about a version.
    released.oneaccess = await readFile(join(root, 'generated/oneaccess.json'), 'utf8')
    for (const [api, text] of Object.entries(released))
      await writeFile(join(folder, 'released', `${api}-1.0.0.json`), text)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  function run(...args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((done) => {
      execFile(
        process.execPath,
        [join(root, 'scripts/compatibility.ts'), ...args],
        { cwd: root, maxBuffer: 1e8 },
        (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
      )
    })
  }

  async function runChanged(change: (bundle: Bundle) => void, api = 'account') {
    const bundle = JSON.parse(released[api] ?? '') as Bundle
    change(bundle)
    const file = join(folder, `${api}.json`)
    await writeFile(file, JSON.stringify(bundle, null, 2))
    return run(file, join(folder, 'released'))
  }

  it('lets the contract of today pass, each document of it', async () => {
    const { code, output } = await run()
    expect([code, output.match(/^ok {2}generated\/\w+\.json/gm)]).toEqual([
      0,
      ['ok  generated/account.json', 'ok  generated/oneaccess.json'],
    ])
  })

  it('has nothing to say about a document that was never released', async () => {
    const file = join(folder, 'other.json')
    await writeFile(file, released.oneaccess ?? '')
    const { code, output } = await run(file, join(folder, 'released'))
    expect([code, output]).toEqual([0, expect.stringContaining('has no release of it yet')])
  })

  const breaking: [string, (bundle: Bundle) => void][] = [
    ['an operation that is gone', ({ paths }) => delete paths['/api/v1.0/roles']],
    ['a field of an answer that is gone', (bundle) => delete schema(bundle, 'UserBasic').properties.phone],
    [
      'a field of a request that is needed now',
      (bundle) => schema(bundle, 'RoleGroupCreate').required.push('displayName'),
    ],
    [
      'another scope',
      ({ paths }) =>
        Object.assign(paths['/api/v1.0/user/details']?.get ?? {}, { security: [{ oauth2: ['ZMS.Users.Read'] }] }),
    ],
    ['a status that is gone', ({ paths }) => delete paths['/api/v1.0/manage/users/export']?.get?.responses['201']],
    [
      'a role that is no longer enough',
      ({ paths }) => Object.assign(paths['/api/v1.0/roles']?.get ?? {}, { 'x-roles': ['Account.SuperManager'] }),
    ],
    [
      'a role where none was needed',
      ({ paths }) => Object.assign(paths['/api/v1.0/user/details']?.get ?? {}, { 'x-roles': ['Account.UserManager'] }),
    ],
    ['a return code that is gone', (bundle) => bundle['x-return-codes'].pop()],
    [
      'a return code with another number',
      (bundle) =>
        Object.assign(bundle['x-return-codes'].find(({ error }) => error === 'UserNotFound') ?? {}, { status: 1 }),
    ],
  ]
  it.each(breaking)('finds %s', async (_what, change) => {
    const { code, output } = await runChanged(change)
    expect([code, output]).toEqual([1, expect.stringContaining('breaks callers: ')])
  })

  const breakingOneAccess: [string, (bundle: Bundle) => void][] = [
    ['an operation that is gone', ({ paths }) => delete paths['/api/v2/sdk/server-date']],
    ['an error code that is gone', (bundle) => bundle['x-error-codes'].pop()],
    [
      'an error code with another HTTP status',
      (bundle) => Object.assign(bundle['x-error-codes'].find(({ code }) => code === 'USER.0001') ?? {}, { http: 404 }),
    ],
    ['an event that is gone', ({ webhooks }) => delete webhooks.createUser],
    ['a field of an event that is gone', (bundle) => delete schema(bundle, 'CreateUserEnvelope').properties.nonce],
    [
      'a header field that is needed now',
      ({ paths }) => {
        const item = paths['/api/v2/tenant/organizations']
        const parameter = { name: 'X-new', in: 'header', required: true, schema: { type: 'string' } }
        Object.assign(item?.get ?? {}, { parameters: [parameter] })
      },
    ],
    [
      'another credential',
      ({ paths }) => Object.assign(paths['/api/v2/sdk/profile']?.get ?? {}, { security: [{ stateToken: [] }] }),
    ],
  ]
  it.each(breakingOneAccess)('finds %s in the OneAccess API', async (_what, change) => {
    const { code, output } = await runChanged(change, 'oneaccess')
    expect([code, output]).toEqual([1, expect.stringContaining('breaks callers: ')])
  })

  it('lets new error codes pass', async () => {
    const add = (bundle: Bundle) => bundle['x-error-codes'].push({ code: 'USER.9999', http: 400 })
    expect((await runChanged(add, 'oneaccess')).code).toBe(0)
  })

  it('lets additions pass', async () => {
    const { code } = await runChanged((bundle) => {
      bundle.paths['/api/v1.0/roles']?.get?.['x-roles']?.push('Account.SuperManager')
      delete bundle.paths['/api/v1.0/manage/corps']?.post?.['x-roles']
      schema(bundle, 'UserBasicUpdate').properties.nickname = { type: 'string', maxLength: 10 }
      bundle['x-return-codes'].push({ error: 'Another', status: 40999, http: 409 })
    })
    expect(code).toBe(0)
  })

  it('lets a new major version break what it has to, and no other', async () => {
    const change = (version: string) => (bundle: Bundle) => {
      bundle.info.version = version
      delete schema(bundle, 'UserBasic').properties.phone
    }
    expect((await runChanged(change('2.0.0'))).code).toBe(0)
    expect((await runChanged(change('1.1.0'))).code).toBe(1)
  })
})

describe('versions', () => {
  it('are compared as numbers', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toEqual({ later: true, major: false })
    expect(compareVersions('1.0.0', '1.0.0')).toEqual({ later: false, major: false })
    expect(compareVersions('2.0.0', '10.0.0')).toEqual({ later: false, major: false })
  })

  it('name the newest file', () => {
    const files = ['redocly.yaml', 'account-1.9.0.json', 'account-1.10.0.json', 'oneaccess-2.0.0.json']
    expect(newest(files, 'account')).toEqual({ file: 'account-1.10.0.json', version: '1.10.0' })
    expect(newest(['redocly.yaml'], 'account')).toBeUndefined()
  })
})
