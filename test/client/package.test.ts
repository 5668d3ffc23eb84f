import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMock } from '../mocks/start.ts'
import { startTestServer } from '../support/server.ts'
import { type Stranger, strangerWithSdk } from '../support/stranger.ts'
import { failure, issueCredentials } from './oneaccess-server.ts'
import { type ProtocolServer, startProtocolServer, tokenAnswer } from './protocol-server.ts'
import { readmeExamples } from './readme.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

describe('the packed package in an empty project', () => {
  let stranger: Stranger
  let project: string
  let server: ProtocolServer

  /** Compiles the project, or some of its files, with these options. */
  async function compile(options: object, include = ['src']): Promise<void> {
    const compilerOptions = {
      strict: true,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      outDir: 'out',
      ...options,
    }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }))
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]).catch(
      (failure: { stdout: string }) => expect.fail(failure.stdout),
    )
  }

  beforeAll(async () => {
    server = await startProtocolServer()
    stranger = await strangerWithSdk()
    project = stranger.project
    await writeFile(join(project, 'src/main.ts'), program)
    await writeFile(join(project, 'src/oneaccess.ts'), oneAccessProgram)
    await writeFile(join(project, 'src/common.cts'), commonProgram)
    for (const [index, { code }] of (await readmeExamples()).entries()) {
      await writeFile(join(project, `src/readme-${index}.ts`), code)
    }
  }, 180_000)
  afterAll(async () => {
    await server.close()
    await stranger.remove()
  })

  test('contains what is built, and nothing else', async () => {
    const installed = join(project, 'node_modules/@openaccount/client')
    expect((await readdir(installed)).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
    const built = (await readdir(join(installed, 'dist'), { recursive: true })).filter((name) => /\.\w+$/.test(name))
    expect(built).toEqual(expect.arrayContaining(['esm/index.d.ts', 'cjs/index.d.ts']))
    expect(built.filter((name) => !/\.(js|d\.ts)$/.test(name))).toEqual(['cjs/package.json'])
  })

  test('is compiled, with its declarations and the examples of its README, and run', async () => {
    await compile({ module: 'nodenext', skipLibCheck: false })
    server.on('POST /connect/token', () => tokenAnswer(1))
    server.on('GET /connect/userinfo', () => ({ body: { sub: '1', name: '张三' } }))
    server.on('POST /connect/introspect', () => ({ status: 401, body: { error: 'invalid_client' } }))
    issueCredentials(server)
    server.on('GET /api/v2/tenant/users', () => ({ body: { total: 1, users: [{ user_name: 'zhangsan' }] } }))
    server.on('POST /api/v2/sdk/login', () => failure('LOGIN.0002'))
    const { stdout } = await run(process.execPath, [join(project, 'out/main.js'), server.baseUrl])
    expect(JSON.parse(stdout)).toEqual(['张三', 'invalid_client'])
    const oneAccess = await run(process.execPath, [join(project, 'out/oneaccess.js'), server.baseUrl])
    expect(JSON.parse(oneAccess.stdout)).toEqual(['zhangsan', 'LOGIN.0002', '200'])
  }, 120_000)

  test('runs against the real server and against the mock', async () => {
    const account = await startTestServer()
    const mock = await startMock()
    try {
      for (const baseUrl of [account.issuer, mock.origin]) {
        const { stdout } = await run(process.execPath, [join(project, 'out/main.js'), baseUrl])
        expect(JSON.parse(stdout)[0], baseUrl).toMatch(/\S/)
      }
    } finally {
      await Promise.all([account.close(), mock.stop()])
    }
  })

  test('is compiled under the settings of a bundler, and with exact optional properties', async () => {
    await compile({ module: 'esnext', moduleResolution: 'bundler', exactOptionalPropertyTypes: true })
  }, 120_000)

  test.each([
    ['node16', 'node16'],
    ['node10', 'commonjs'],
  ])(
    'is compiled as CommonJS under moduleResolution %s, and run by require',
    async (moduleResolution, module) => {
      await compile({ module, moduleResolution, skipLibCheck: false }, ['src/common.cts'])
      server.on('POST /connect/token', () => tokenAnswer(1))
      server.on('GET /connect/userinfo', () => ({ body: { sub: '1', name: '张三' } }))
      const { stdout } = await run(process.execPath, [join(project, 'out/common.cjs'), server.baseUrl])
      expect(JSON.parse(stdout)).toEqual(['张三', true])
      const code = await readFile(join(project, 'out/common.cjs'), 'utf8')
      expect(code).toContain('require("@openaccount/client")')
    },
    120_000,
  )
})

/** What a stranger writes first. */
const program = `
import { createAccountClient, OAuthError, password, unwrap } from '@openaccount/client'

const [baseUrl = ''] = (globalThis as unknown as { process: { argv: string[] } }).process.argv.slice(2)
const auth = password({
  clientId: 'testAutoClient',
  clientSecret: 'testAuto.2022',
  username: 'testUserName',
  password: 'Abc.123456',
  scope: 'openid profile',
})
const client = createAccountClient({ baseUrl, auth })
const user = await unwrap(client.GET('/connect/userinfo'))
const failure = await client.introspect({ token: 't', clientId: 'c' }).catch((error: unknown) => error)
console.log(JSON.stringify([user.name, failure instanceof OAuthError && failure.error]))
`

/** The same where modules are required. */
const commonProgram = `
import { AccountError, createAccountClient, password } from '@openaccount/client'

async function main(): Promise<void> {
  const [baseUrl = ''] = (globalThis as unknown as { process: { argv: string[] } }).process.argv.slice(2)
  const auth = password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid profile',
  })
  const client = createAccountClient({ baseUrl, auth })
  const user = await client.user.getInfo()
  const failure = await client.user.getCurrentIp().catch((error: unknown) => error)
  console.log(JSON.stringify([user.name, failure instanceof AccountError]))
}

void main()
`

/** The same for the other API. */
const oneAccessProgram = `
import { createEventReceiver, createOneAccessClient, OneAccessError, paginateOneAccess, unwrap } from '@openaccount/client'

const [baseUrl = ''] = (globalThis as unknown as { process: { argv: string[] } }).process.argv.slice(2)
const client = createOneAccessClient({
  baseUrl,
  management: { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', clientSecret: 'oneaccess.Demo.2026' },
  application: { clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' },
  device: { operatingSystemVersion: 'Android 10', fingerprint: '156aysdna213sc50', agent: 'Mozilla/5.0' },
})
const names: (string | undefined)[] = []
for await (const user of paginateOneAccess(client, '/api/v2/tenant/users', { query: { org_id: '' } })) names.push(user.user_name)
const failure = await unwrap(client.POST('/api/v2/sdk/login', { body: { user_name: 'zhangsan', password: 'wrong' } }))
  .catch((error: unknown) => error)

const receive = createEventReceiver({ token: 'sync.Demo.2026', on: { DELETE_USER: () => undefined } })
const event = { nonce: 'n', timestamp: Date.now(), eventType: 'DELETE_USER', data: '{"id":"1"}', signature: '' }
const headers = { Authorization: 'Bearer sync.Demo.2026' }
const answer = await receive(new Request('https://app.example.com/', { method: 'POST', headers, body: JSON.stringify(event) }))
const { code } = (await answer.json()) as { code: string }
console.log(JSON.stringify([...names, failure instanceof OneAccessError && failure.code, code]))
`
