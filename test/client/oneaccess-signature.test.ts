import { expect, test, vi } from 'vitest'
import { SignInRequiredError, unwrap } from '../../client/src/index.ts'
import { application, device, failure, oneAccess, type SigningServer, signingServer } from './oneaccess-server.ts'
import { gate } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'

const profile = 'GET /api/v2/sdk/profile'
const serverDate = 'GET /api/v2/sdk/server-date'
const publicKey = 'GET /api/v2/sdk/public-key'

const server = await serverOfFile()
let signing: SigningServer

/** The server knows keys and time, and takes every signature that it can read and likes. */
function takeSignatures({ clockAhead = 0, likes = (_timestamp: number): boolean => true } = {}): void {
  signing = signingServer(server)
  signing.publish(clockAhead)
  for (const operation of [profile, 'POST /api/v2/sdk/profile/update']) {
    server.on(operation, (seen) => {
      const signature = signing.read(seen)
      return signature && likes(signature.timestamp) ? { body: { user_name: 'zhangsan' } } : failure('PARAM.0030')
    })
  }
}

const signed = () => server.of(profile).map((seen) => signing.read(seen))
const read = (client = oneAccess(server, { sessionToken: 'bts-1' }), init = {}) =>
  unwrap(client.GET('/api/v2/sdk/profile', init))

test('the session token is signed with the time of the server and a new nonce for each call', async () => {
  takeSignatures({ clockAhead: 3_600_000 })
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  expect(await Promise.all([read(client), read(client)])).toEqual([
    { user_name: 'zhangsan' },
    { user_name: 'zhangsan' },
  ])
  await read(client)
  const signatures = signed()
  for (const signature of signatures) {
    expect(signature?.sessionToken).toBe('bts-1')
    const ahead = (signature?.timestamp ?? 0) - Date.now()
    expect(ahead).toBeGreaterThan(3_590_000)
    expect(ahead).toBeLessThanOrEqual(3_600_000)
  }
  expect(new Set(signatures.map((signature) => signature?.nonce)).size).toBe(3)
  expect(server.of(serverDate)).toHaveLength(1)
  expect(server.of(publicKey)).toHaveLength(1)
  expect(server.of(publicKey)[0]?.headers).toMatchObject({
    'x-client-id': application.clientId,
    'x-device-fingerprint': device.fingerprint,
  })
})

test('time passes between signatures', async () => {
  takeSignatures()
  vi.useFakeTimers({ toFake: ['Date'] })
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  await read(client)
  vi.setSystemTime(Date.now() + 60_000)
  await read(client)
  const [first, second] = signed()
  expect((second?.timestamp ?? 0) - (first?.timestamp ?? 0)).toBe(60_000)
})

test('a refused signature: clock and key are read again, once for all calls', async () => {
  takeSignatures()
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  await read(client)
  signing.changeKey()
  await Promise.all([read(client), read(client), read(client)])
  expect(server.of(publicKey)).toHaveLength(2)
  expect(server.of(serverDate)).toHaveLength(2)
  expect(server.of(profile)).toHaveLength(1 + 3 + 3)
})

test('a clock that was set meanwhile', async () => {
  let serverTime = Date.now()
  takeSignatures({ likes: (timestamp) => Math.abs(timestamp - serverTime) < 60_000 })
  server.on(serverDate, () => ({ body: { timestamp: String(serverTime) } }))
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  await read(client)
  serverTime += 600_000
  await read(client)
  expect(server.of(profile)).toHaveLength(3)
})

test('a signature that is refused again is a failure', async () => {
  takeSignatures({ likes: () => false })
  await expect(read()).rejects.toMatchObject({ name: 'OneAccessError', code: 'PARAM.0030' })
  expect(server.of(profile)).toHaveLength(2)
  expect(server.of(publicKey)).toHaveLength(2)
})

test('another failure is not about the signature', async () => {
  takeSignatures()
  server.on(profile, () => failure('APP.0003'))
  await expect(read()).rejects.toMatchObject({ code: 'APP.0003' })
  server.on(profile, () => ({ status: 400, body: 'PARAM.0030' }))
  await expect(read()).rejects.toMatchObject({ name: 'AccountError', status: 400 })
  expect(server.of(profile)).toHaveLength(2)
})

test('each attempt has a signature of its own', async () => {
  takeSignatures()
  const take = (seen: Parameters<SigningServer['read']>[0]) => signing.read(seen)?.nonce
  server.on(profile, () => (server.of(profile).length < 3 ? failure('COMMON.0503', 503) : { body: {} }))
  await read()
  expect(new Set(server.of(profile).map(take)).size).toBe(3)
})

test('a POST is signed, and sent again after a refusal with the same body', async () => {
  takeSignatures()
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  const update = () => client.POST('/api/v2/sdk/profile/update', { body: { name: '张三' } })
  await update()
  signing.changeKey()
  expect((await update()).response.status).toBe(200)
  const bodies = server.of('POST /api/v2/sdk/profile/update').map(({ body }) => JSON.parse(body))
  expect(bodies).toEqual([{ name: '张三' }, { name: '张三' }, { name: '张三' }])
})

test('the session token comes from a function, or from the call', async () => {
  takeSignatures()
  let token: string | undefined = 'first'
  const client = oneAccess(server, { sessionToken: async () => token })
  await read(client)
  token = 'second'
  await read(client)
  await read(client, { sessionToken: 'own' })
  expect(signed().map((signature) => signature?.sessionToken)).toEqual(['first', 'second', 'own'])
  for (const none of [undefined, '']) {
    token = none
    await expect(read(client)).rejects.toBeInstanceOf(SignInRequiredError)
    await expect(read(client)).rejects.toMatchObject({ operation: profile })
  }
  await expect(read(oneAccess(server))).rejects.toBeInstanceOf(SignInRequiredError)
  expect(server.of(profile)).toHaveLength(3)
})

test('a call for another application is signed with the key of that', async () => {
  takeSignatures()
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  await read(client)
  await read(client, { params: { header: { 'X-client-id': 'other' } } })
  await read(client, { params: { header: { 'X-client-id': 'other' } } })
  expect(server.of(publicKey).map(({ headers }) => headers['x-client-id'])).toEqual([application.clientId, 'other'])
})

test('a key that could not be read is asked for again by the next call', async () => {
  takeSignatures()
  const client = oneAccess(server, { sessionToken: 'bts-1', retry: false })
  server.on(publicKey, () => failure('APP.0003'))
  await expect(read(client)).rejects.toMatchObject({ code: 'APP.0003', operation: publicKey })
  signing.publish()
  expect(await read(client)).toEqual({ user_name: 'zhangsan' })
})

test('a call that is given up does not end the reading of the key for the others', async () => {
  takeSignatures()
  const answered = gate()
  server.on(serverDate, async () => {
    await answered.opened
    return { body: { timestamp: String(Date.now()) } }
  })
  const client = oneAccess(server, { sessionToken: 'bts-1' })
  const caller = new AbortController()
  const first = read(client, { signal: caller.signal })
  const second = read(client)
  await vi.waitFor(() => expect(server.of(serverDate)).toHaveLength(1), 10_000)
  caller.abort(new Error('enough'))
  await expect(first).rejects.toThrow('enough')
  answered.open()
  expect(await second).toEqual({ user_name: 'zhangsan' })
  expect(server.of(publicKey)).toHaveLength(1)
})

test('a signature made elsewhere is sent as it is', async () => {
  server.on(profile, () => failure('PARAM.0030'))
  await oneAccess(server).GET('/api/v2/sdk/profile', { headers: { 'X-signature': 'made-elsewhere' } })
  expect(server.seen.map(({ operation, headers }) => [operation, headers['x-signature']])).toEqual([
    [profile, 'made-elsewhere'],
  ])
})
