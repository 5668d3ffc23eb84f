import { execFile, spawn } from 'node:child_process'
import { access, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const execute = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = await readFile(`${root}README.md`, 'utf8')
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code ?? '')

let server: TestServer
let mock: Running
let mockUrl: string

beforeAll(async () => {
  server = await startTestServer()
  const port = await freePort()
  mockUrl = `http://localhost:${port}`
  mock = run('mocks/src/main.ts', {}, ['--port', String(port)])
  await mock.says(mockUrl)
})
afterAll(async () => {
  mock.child.kill('SIGTERM')
  await mock.ended()
  await server.close()
})

// In one pass: the server's own port may begin with that of the mock.
const here = (code: string) =>
  code.replaceAll(/http:\/\/localhost:(3000|4010)\b/g, (_, port) => (port === '3000' ? server.issuer : mockUrl))

describe('the README', () => {
  test('its calls with curl work against the server and the mock', async () => {
    const calls = blocks('sh').filter((code) => code.includes('curl'))
    expect(calls).toHaveLength(6)
    const answers = []
    for (const code of calls) {
      const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', here(code)])
      answers.push(stdout)
    }
    expect(answers[0]).toContain('"access_token"')
    expect(answers[1]).toContain('"email":"test@example.com"')
    expect(answers[2]).toContain('429 Too Many Requests')
    expect(answers[2]).toContain(`"issuer":"${mockUrl}"`)
    expect(answers[3]).toContain('"user_name":"zhangsan"')
    expect(answers[4]).toMatch(/guid,userName,.*,admin,.*Normal/s)
    const [code, ...others] = (answers[5] ?? '').trim().split('\n')
    expect(code).toMatch(/^http:\/\/localhost:5173\/login\/callback\/\?code=[\w-]+&state=af0ifjsldkj&/)
    expect(others.join('\n')).toContain('<cas:user>zhangsan</cas:user>')
    expect(others.at(-3)).toContain('action="http://localhost:5173/saml/acs"')
    expect(others.at(-2)).toBe('http://localhost:5173/logout/callback/')
    expect(others.at(-1)).toContain(`${server.issuer}/Account/Login?ReturnUrl=`)
  })

  test('its examples of the SDK run; the first is the one in client/examples', { timeout: 120_000 }, async () => {
    const [account = '', oneaccess = '', exporting = ''] = blocks('ts')
    expect(account).toBe(await readFile(`${root}client/examples/userinfo.ts`, 'utf8'))
    await execute('npm', ['run', '--silent', 'build', '-w', 'client'], { cwd: root })
    const runExample = async (example: string) => {
      const args = ['--input-type=module-typescript', '-e', here(example)]
      return (await execute(process.execPath, args, { cwd: `${root}client` })).stdout
    }
    expect(await runExample(account)).toMatch(/^[0-9a-f-]{36} Test User\n$/)
    expect(await runExample(oneaccess)).toMatch(/^zhangsan 12345678901$/m)
    expect(await runExample(exporting)).toBe('mailed to admin@example.com\n')
  })

  test('every file it points to is there', async () => {
    const files = [...readme.matchAll(/\]\(([^)h#][^)]*)\)/g)].map(([, path]) => path ?? '')
    expect(files.length).toBeGreaterThan(5)
    for (const path of files) await expect(access(`${root}${path}`), path).resolves.toBeUndefined()
  })

  test('its production block works twice', { timeout: 180_000 }, async () => {
    const { url, drop } = await createEmptyDatabase()
    const { path, remove } = await temporaryDirectory()
    const [block = ''] = blocks('sh').filter((code) => code.includes('DATABASE_URL='))
    const script = block
      .replace(/DATABASE_URL=\S+/, `DATABASE_URL=${url} PORT=${await freePort()} DRAIN_SECONDS=0`)
      .replace('npm start', `exec ${process.execPath} ${root}server/main.ts`)
    for (const _ of [1, 2]) {
      const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: path })
      let said = ''
      for await (const part of child.stdout) {
        said += part
        if (said.includes('OpenAccount ready at https://accounts.example.com')) child.kill('SIGTERM')
      }
      expect(said).toContain('OpenAccount ready')
      // A healthy start has nothing to complain of.
      expect(said).not.toMatch(/"level":"(error|fatal|warn)"/)
    }
    await remove()
    await drop()
  })

  test('it shows the two commands', () => {
    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })
})
