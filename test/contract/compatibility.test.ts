import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
  paths: Record<string, Record<string, { security: object[]; responses: Record<string, object> }>>
  components: { schemas: Record<string, Schema> }
  'x-return-codes': { error: string | null; status: number; http: number }[]
}

function schema(bundle: Bundle, name: string): Schema {
  const found = bundle.components.schemas[name]
  if (!found) throw new Error(`There is no schema ${name}.`)
  return found
}

describe('the check of compatibility', () => {
  let folder: string
  let released: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openaccount-compatibility-'))
    released = await readFile(join(root, 'openapi/released/account-1.0.0.json'), 'utf8')
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

  async function runChanged(change: (bundle: Bundle) => void) {
    const bundle = JSON.parse(released) as Bundle
    change(bundle)
    const file = join(folder, 'account.json')
    await writeFile(file, JSON.stringify(bundle, null, 2))
    return run(file)
  }

  it('lets the contract of today pass', async () => {
    expect((await run()).code).toBe(0)
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

  it('lets additions pass', async () => {
    const { code } = await runChanged((bundle) => {
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
