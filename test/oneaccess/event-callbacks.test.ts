import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readAnswer } from '../../server/domain/events/answer.ts'
import { textOf } from '../../server/domain/events/message.ts'
import { waitAfter } from '../../server/domain/events/schedule.ts'
import { sealEvent, signatureOf } from '../../server/domain/events/seal.ts'
import { decryptData, encryptData } from '../client/event-sender.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { ask, personToken } from '../support/api.ts'
import { callbackSecrets, eventNetworks, ListeningApplication } from '../support/event-receiver.ts'
import { freePort, run } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let application: ListeningApplication
beforeAll(async () => {
  server = await startTestServer({ env: eventNetworks, eventPatience: 1_000 })
  application = await ListeningApplication.start(server)
})
afterAll(async () => {
  await application.close()
  await server.close()
})
beforeEach(async () => {
  application.interfere = undefined
  await application.isQuiet()
  application.taken.length = 0
  application.bodies.length = 0
})

const callbacks = () => server.app.events.callbacks

describe('what is sent', () => {
  test('is signed as an independent tool does, over the digits of the time and the data exactly as sent', () => {
    const data = textOf({ code: 'RD01', name: 'R&D' })
    expect(data).toBe('{"code":"RD01","name":"R\\u0026D"}')
    const values = ['123456', 1783610513, 'CREATE_ORGANIZATION', data]
    // openssl dgst -sha256 -hmac signKey-for-test -binary | openssl base64
    const signed = signatureOf({ token: 't', signatureKey: 'signKey-for-test' }, values)
    expect(signed).toBe('VtqPwX6Pu2eVuGrQobglpEi+N0sOiayqElt4fysb83c=')
  })

  test('has one & in its plain text, so that a receiver that cuts at each reads it', () => {
    const secrets = { token: 't', encryptionKey: 'abcdefghijklmnop', signatureKey: 'qrstuvwxyz123456' }
    const envelope = sealEvent(secrets, 'CREATE_ORGANIZATION', textOf({ name: 'R&D & more' }))
    expect(JSON.parse(decryptData(envelope.data, secrets.encryptionKey))).toEqual({ name: 'R&D & more' })
    expect(decryptData(envelope.data, secrets.encryptionKey)).not.toContain('&')
    const text = [envelope.nonce, envelope.timestamp, envelope.eventType, envelope.data].join('&')
    expect(envelope.signature).toBe(createHmac('sha256', secrets.signatureKey).update(text).digest('base64'))
  })

  test('is plain and unsigned without keys', () => {
    expect(sealEvent({ token: 't' }, 'CHECK_URL', 'hello')).toEqual({
      nonce: expect.stringMatching(/^[A-Za-z]{16}$/),
      timestamp: expect.closeTo(Date.now(), -4),
      eventType: 'CHECK_URL',
      data: 'hello',
      signature: '',
    })
  })

  test('is spread by chance where much has failed at one moment', () => {
    const waits = Array.from({ length: 100 }, () => waitAfter(4))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(20)
    expect(Math.max(...waits)).toBeLessThanOrEqual(40)
    expect(new Set(waits.map(Math.round)).size).toBeGreaterThan(10)
    expect(waitAfter(16, 1)).toBe(3_600)
  })
})

describe('a callback', () => {
  test('is kept once its address has answered CHECK_URL with the same text, and its secrets are encrypted', async () => {
    const other = await ListeningApplication.start(server)
    expect(other.bodies.map((body) => JSON.parse(body))).toMatchObject([{ eventType: 'CHECK_URL' }])
    expect(await callbacks().find(other.clientId)).toMatchObject({ encrypted: true, signed: true, pausedAt: null })
    const { rows } = await server.database.pool.query('select event_callbacks::text as row from event_callbacks')
    for (const secret of Object.values(callbackSecrets)) {
      expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'))
    }
    await other.close()
  })

  test.each([
    [
      'another text',
      () => JSON.stringify({ code: '200', message: 'ok', data: encryptData('other', callbackSecrets.encryptionKey) }),
    ],
    ['rubbish', () => '<html>'],
    ['a refusal', () => JSON.stringify({ code: '500', message: 'busy' })],
    [
      'data of another key',
      () => JSON.stringify({ code: '200', message: 'ok', data: encryptData('x', 'another.key-0001') }),
    ],
  ])('is not set where CHECK_URL is answered with %s', async (_, answer) => {
    const before = await callbacks().find(application.clientId)
    application.interfere = (_body, response) => Boolean(response.end(answer()))
    const change = { address: `${application.address}/other`, ...callbackSecrets }
    await expect(callbacks().save({}, application.clientId, change)).rejects.toThrow('CHECK_URL')
    expect(await callbacks().find(application.clientId)).toEqual(before)
  })

  test.each([
    [{ address: 'https://169.254.169.254/' }, 'private or special network'],
    [{ address: 'https://10.0.0.1/' }, 'private or special network'],
    [{ address: 'not an address' }, 'must be a URL'],
    [{ token: 'two words' }, 'one word'],
    [{ encryptionKey: 'short' }, '16 ASCII characters'],
    [{ signatureKey: 'ausführlich.2026' }, '16 ASCII characters'],
  ])('%j is refused', async (change, reason) => {
    await expect(callbacks().save({}, application.clientId, change)).rejects.toThrow(reason)
  })

  test('of nobody is refused', async () => {
    const all = { address: application.address, ...callbackSecrets }
    await expect(callbacks().save({}, 'nobody', all)).rejects.toThrow('no application')
    await expect(callbacks().save({}, 'TestClient', { token: 'x' })).rejects.toThrow('name its address')
    await expect(callbacks().pause({}, 'TestClient')).rejects.toThrow('no callback')
    await expect(callbacks().remove({}, 'TestClient')).rejects.toThrow('no callback')
  })

  test('is audited without its secrets', async () => {
    await callbacks().pause({}, application.clientId)
    await callbacks().resume({}, application.clientId)
    const events = await server.database.db
      .selectFrom('auditEvents')
      .select(['action', 'details'])
      .where('subjectId', '=', application.clientId)
      .orderBy('id')
      .execute()
    expect(events.map(({ action }) => action)).toEqual([
      'event_callback.saved',
      'event_callback.paused',
      'event_callback.resumed',
    ])
    expect(events[0]?.details).toEqual({ address: application.address, encrypted: true, signed: true })
  })

  test('that is removed while changes are made fails none of them', async () => {
    const gone = await ListeningApplication.start(server)
    const changes = Array.from({ length: 32 }, () => server.addUser({}))
    await Promise.all([...changes, gone.close()])
    await application.hasTaken(32)
    const { rows } = await server.database.pool.query('select 1 from event_deliveries where client_id = $1', [
      gone.clientId,
    ])
    expect(rows).toEqual([])
  })
})

describe('an application that', () => {
  const dueUser = () => server.addUser({ userName: `due-${randomBytes(4).toString('hex')}` })
  const last = async () => (await application.records()).at(-1)

  test.each([
    ['answers nothing that is JSON', () => 'rubbish', 'without a JSON object'],
    ['gives no id', () => JSON.stringify({ code: '200', message: 'ok' }), 'has no id'],
    [
      'gives an id that cannot be kept',
      () =>
        JSON.stringify({
          code: '200',
          message: 'ok',
          data: encryptData('{"id":"a\\u0000"}', callbackSecrets.encryptionKey),
        }),
      'has no id',
    ],
    [
      'encrypts with another key',
      () => JSON.stringify({ code: '200', message: 'ok', data: 'AAAA' }),
      'cannot be decrypted',
    ],
    [
      'says what no column takes',
      () => JSON.stringify({ code: '500', message: `\u0000\ud800${'x'.repeat(5_000)}` }),
      'xxx',
    ],
  ])('%s is asked again, and then taken', async (_, answer, reason) => {
    application.interfere = (_body, response) => Boolean(response.end(answer()))
    await dueUser()
    await vi.waitFor(async () => expect(await last()).toMatchObject({ state: 'waiting', attempts: 1 }), 10_000)
    expect((await last())?.message).toContain(reason)
    application.interfere = undefined
    await application.passTime()
    await application.hasTaken(1)
    await vi.waitFor(
      async () => expect(await last()).toMatchObject({ state: 'delivered', attempts: 2, code: '200' }),
      10_000,
    )
  })

  test('is not there is asked again when it has come back', async () => {
    application.interfere = (_body, response) => Boolean(response.destroy())
    await dueUser()
    await vi.waitFor(
      async () => expect(await last()).toMatchObject({ state: 'waiting', attempts: 1, code: null }),
      10_000,
    )
    expect((await last())?.message).toBe('there was no answer (ECONNRESET)')
    application.interfere = undefined
    await application.passTime()
    await application.hasTaken(1)
  })

  test('does not know what it is to delete has deleted it', async () => {
    const id = await dueUser()
    await application.hasTaken(1)
    await application.isQuiet()
    application.interfere = (_body, response) =>
      Boolean(response.writeHead(404).end('{"code":"404","message":"unknown"}'))
    await server.database.db.deleteFrom('users').where('id', '=', id).execute()
    await vi.waitFor(
      async () => expect(await last()).toMatchObject({ kind: 'DELETE', state: 'delivered', code: '404' }),
      10_000,
    )
  })

  test('gives another id is told of the object by that', async () => {
    const id = await dueUser()
    await application.hasTaken(1)
    const answer = { code: '200', message: 'ok', data: encryptData('{"id":"moved"}', callbackSecrets.encryptionKey) }
    application.interfere = (_body, response) => Boolean(response.end(JSON.stringify(answer)))
    const rename = (displayName: string) =>
      server.database.db.updateTable('users').set({ displayName }).where('id', '=', id).execute()
    await rename('one')
    await application.isQuiet()
    application.interfere = undefined
    await rename('two')
    const taken = await application.hasTaken(2)
    expect(taken[1]?.message).toMatchObject({ id: 'moved', name: 'two' })
  })

  test('has no model of organizations hears of users alone', async () => {
    const other = await ListeningApplication.start(server, { organizationModel: false })
    const id = crypto.randomUUID()
    await server.database.db.insertInto('organizations').values({ id, code: id, name: id }).execute()
    await dueUser()
    await other.hasTaken(1)
    await application.hasTaken(2)
    await other.isQuiet()
    expect(other.taken.map(({ type }) => type)).toEqual(['CREATE_USER'])
    await other.close()
  })

  test('hangs harms nobody else, nor does a bulk of 10 000 changes', async () => {
    const hanging = await ListeningApplication.start(server)
    hanging.interfere = () => true
    const rows = 10_000
    const insert = `insert into users (id, user_name) select gen_random_uuid(), 'bulk-' || n from generate_series(1, ${rows}) n`
    await server.database.pool.query(insert)
    const token = await personToken(server, 'openid')
    const [answer] = await Promise.all([ask(server, 'GET', '/connect/userinfo', { token }), application.hasTaken(1)])
    expect(answer.status).toBe(200)
    // Long before the last of them.
    expect(application.taken.length).toBeLessThan(rows / 2)
    const different = () => new Set(application.taken.map(({ message }) => message.username)).size
    await vi.waitFor(() => expect(different()).toBe(rows), { timeout: 200_000, interval: 200 })
    // Twice comes only what was sent twice, since its answer came too late.
    const { rows: sent } = await server.database.pool.query<{ times: number }>(
      'select sum(attempts)::int as times from event_deliveries where client_id = $1',
      [application.clientId],
    )
    expect(application.taken.length).toBeLessThanOrEqual(sent[0]?.times ?? 0)
    const open = (await hanging.records()).filter(({ state }) => state === 'sending')
    expect(open.length).toBeLessThanOrEqual(16)
    await hanging.close()
  }, 240_000)
})

test('the receiver of the SDK, a process of its own, follows', async () => {
  const port = await freePort()
  // The example as its readers have it, but for where the SDK is.
  const directory = await temporaryDirectory()
  const entry = new URL('../../client/src/index.ts', import.meta.url).href
  const example = await readFile(new URL('../../client/examples/event-receiver.ts', import.meta.url), 'utf8')
  const script = join(directory.path, 'event-receiver.ts')
  await writeFile(script, example.replaceAll('@openaccount/client', entry))
  const process = run(script, {
    PORT: String(port),
    CALLBACK_TOKEN: callbackSecrets.token,
    CALLBACK_ENCRYPTION_KEY: callbackSecrets.encryptionKey,
    CALLBACK_SIGNATURE_KEY: callbackSecrets.signatureKey,
  })
  await process.says('Send events to')
  const clientId = await server.addApplication({ organizationModel: false })
  await callbacks().save({}, clientId, { address: `http://127.0.0.1:${port}/callback`, ...callbackSecrets })
  const id = await server.addUser({})
  await server.database.db.updateTable('users').set({ displayName: 'Changed' }).where('id', '=', id).execute()
  await server.database.db.deleteFrom('users').where('id', '=', id).execute()
  await vi.waitFor(async () => {
    const records = await server.app.events.deliveries.list({ clientId }, 10)
    expect(records.map(({ kind, state, code }) => `${kind} ${state} ${code}`)).toEqual([
      'DELETE delivered 200',
      'UPDATE delivered 200',
      'CREATE delivered 200',
    ])
  }, 10_000)
  await callbacks().remove({}, clientId)
  process.child.kill()
  await process.ended()
  await directory.remove()
})

test('an answer is read as the reference says', () => {
  const read = (status: number, body: unknown) =>
    readAnswer({ token: 't' }, { status, body: typeof body === 'string' ? body : JSON.stringify(body) })
  expect(read(200, { code: '200', message: 'ok', data: '{}' })).toMatchObject({ taken: true, data: '{}' })
  expect(read(200, { code: '400', message: 'exists' })).toEqual({ taken: false, code: '400', message: 'exists' })
  expect(read(500, { code: '200', message: 'ok' })).toMatchObject({ taken: false, code: '500' })
  for (const body of ['[]', 'null', '', '{"code":200}', '{"code":"200","data":5}'])
    expect(read(200, body).taken).toBe(false)
})
