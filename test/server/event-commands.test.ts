import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { text as wholeOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { codeOf } from '../docs/guides/guides.ts'
import { callbackSecrets, eventNetworks, ListeningApplication } from '../support/event-receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Every command is a process of its own, which takes its time on a machine that is busy with other test files.
vi.setConfig({ testTimeout: 120_000 })

const secret = randomBytes(32)
let server: TestServer
let application: ListeningApplication
beforeAll(async () => {
  server = await startTestServer({ env: eventNetworks, secret })
  application = await ListeningApplication.start(server)
})
afterAll(async () => {
  await application.close()
  await server.close()
})

/** Runs a command as the guide has it. */
async function command(line: string, input = ''): Promise<{ code: number | null; out: string; err: string }> {
  const args = line.replace('npm run applications -- ', '').split(' ')
  const env = {
    DATABASE_URL: server.database.url,
    SECRET_KEY: secret.toString('hex'),
    PATH: process.env.PATH,
    ...eventNetworks,
  }
  const child = spawn(process.execPath, ['scripts/applications.ts', ...args], { cwd: root, env })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([wholeOf(child.stdout), wholeOf(child.stderr), ended])
  return { code, out: out.trim(), err: err.trim() }
}

const [set = ''] = codeOf('oneaccess', 'event-callbacks', 'text', 'applications -- callback').trim().split('\n')
const [list = '', resend = '', drop = ''] = codeOf('oneaccess', 'event-callbacks', 'text', 'deliveries')
  .trim()
  .split('\n')
/** The line for the application of the test. */
const mine = (line: string) =>
  line.replace('testAutoClient', application.clientId).replace('https://app.example.com/callback', application.address)

test('the commands of the guide set a callback, list what came of events, and settle dead letters', async () => {
  const { clientId } = application
  const secrets = [callbackSecrets.token, callbackSecrets.encryptionKey, callbackSecrets.signatureKey].join('\n')
  const saved = await command(mine(set), secrets)
  expect([saved.code, saved.err]).toEqual([0, ''])
  expect(saved.out).toContain(application.address)
  for (const word of Object.values(callbackSecrets)) expect(saved.out).not.toContain(word)

  // An empty line leaves what is there, and one key is taken away.
  application.secrets = { token: callbackSecrets.token, encryptionKey: callbackSecrets.encryptionKey }
  const { out } = await command(`${mine(set)} --no-signature --json`)
  expect(JSON.parse(out)).toMatchObject({ client_id: clientId, encrypted: true, signed: false, paused_at: null })

  const dead = async () => {
    application.interfere = (_body, response) => Boolean(response.writeHead(400).end('{"code":"400","message":"no"}'))
    const id = await server.addUser({})
    await application.isQuiet()
    await server.database.pool.query(`update event_deliveries set state = 'dead' where subject_id = $1`, [id])
    application.interfere = undefined
  }
  await dead()
  const listed = await command(mine(list))
  expect(listed.out).toMatch(/CREATE_USER +\S+ +dead +1 +400 no$/)
  const taken = application.taken.length
  expect((await command(mine(resend))).out).toBe('1 dead letter is sent again')
  await application.hasTaken(taken + 1)
  await dead()
  expect((await command(mine(drop))).out).toBe('1 dead letter is given up')
  expect(JSON.parse((await command(`deliveries ${clientId} --json`)).out)).toMatchObject([
    { event_type: 'CREATE_USER', state: 'dropped', code: '400', message: 'no' },
    { event_type: 'CREATE_USER', state: 'delivered', code: '200', attempts: 2 },
  ])
})

test('pausing and letting go; what cannot be done is said in a line', async () => {
  const { clientId } = application
  expect(JSON.parse((await command(`callback-pause ${clientId} --json`)).out).paused_at).toMatch(/^\d{4}-/)
  const taken = application.taken.length
  await server.addUser({})
  expect(JSON.parse((await command(`callback-resume ${clientId} --json`)).out).paused_at).toBeNull()
  await application.hasTaken(taken + 1)
  const refused: [string, string, string][] = [
    ['callback TestClient', '', 'that application has no callback'],
    ['callback TestClient https://10.0.0.1/', 'token', 'EVENT_CALLBACK_NETWORKS'],
    [`drop ${clientId}`, '', 'see npm run applications -- --help'],
    [`resend ${clientId} 1`, '', 'there is no such dead letter'],
  ]
  for (const [line, input, reason] of refused) {
    const { code, err } = await command(line, input)
    expect({ line, code, err }).toEqual({ line, code: 1, err: expect.stringContaining(reason) })
    expect(err.split('\n')).toHaveLength(1)
  }
})
