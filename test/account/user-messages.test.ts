import { once } from 'node:events'
import { request } from 'node:http'
import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { purgeExpired } from '../../server/db/queries/purge.ts'
import { clientToken, personToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Listening, openStreams, push, pushOne } from '../support/message-stream.ts'
import { mintTokens } from '../support/minted-tokens.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const scope = 'openid ZMS.Basic'
const soon = { timeout: 10_000, interval: 10 }

/** Two processes of one installation. Only what is pushed wakes the first; the other looks at its streams all the time. */
let server: TestServer
let other: TestServer
const listening: Listening[] = []

beforeAll(async () => {
  server = await startTestServer({ messageBeat: 3_600_000 })
  other = await startTestServer({ beside: server, messageBeat: 100 })
})
afterEach(async () => {
  vi.useRealTimers()
  for (const stream of listening.splice(0)) await stream.close()
})
afterAll(async () => {
  await other.close()
  await server.close()
})

async function listen(at: TestServer, token: string, lastEventId?: string): Promise<Listening> {
  const stream = await Listening.open(at, token, lastEventId)
  listening.push(stream)
  return stream
}

/** Somebody new, signed in. */
async function somebody() {
  const [minted] = await mintTokens(server, scope, { users: 1 })
  if (!minted) throw new Error('nobody was made')
  return minted
}

const received = (stream: Listening, contents: string[]) => expect.poll(() => stream.contents, soon).toEqual(contents)

test('what is kept comes first, the oldest before the newest, then what is pushed meanwhile', async () => {
  const { userId, token } = await somebody()
  const [id] = await push(server, userId, '{"takeTime":1}', '"行\\n二"')
  const stream = await listen(server, token)
  await received(stream, ['{"takeTime":1}', '"行\\n二"'])
  await push(server, userId, '3')
  await received(stream, ['{"takeTime":1}', '"行\\n二"', '3'])
  expect(stream.messages[0]).toEqual({
    eventId: '1',
    id,
    types: 'LicenseTimeChange',
    content: '{"takeTime":1}',
    createTime: expect.stringMatching(/^20.*Z$/),
    expireTime: expect.stringMatching(/^20.*Z$/),
  })
})

test('nobody in between keeps, changes or packs the stream, and an event waits for no beat', async () => {
  const { userId, token } = await somebody()
  const stream = await listen(server, token)
  expect(Object.fromEntries(stream.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  expect(stream.headers.get('content-encoding')).toBeNull()
  const pusher = await clientToken(server, 'ZMS.MNS.Send')
  // The beat of this server is an hour.
  await pushOne(server, pusher, userId, '1')
  await received(stream, ['1'])
})

test('every client of the user receives everything, and comes back to its own place', async () => {
  const { userId, token } = await somebody()
  const phone = await listen(server, token)
  const desk = await listen(other, token)
  await push(server, userId, '1', '2')
  await received(phone, ['1', '2'])
  await received(desk, ['1', '2'])
  await phone.close()
  await push(other, userId, '3')
  await received(desk, ['1', '2', '3'])
  await received(await listen(other, token, '2'), ['3'])
  await received(await listen(server, token, '1'), ['2', '3'])
})

test('nobody receives what is for somebody else', async () => {
  const [one, two] = [await somebody(), await somebody()]
  const stream = await listen(server, two.token)
  await push(server, one.userId, '"for the one"')
  await push(server, two.userId, '"for the other"')
  await received(stream, ['"for the other"'])
})

test('32 pushes at once reach a client that goes and comes back all the time, each once and in order', async () => {
  const { userId, token } = await somebody()
  const pusher = await clientToken(server, 'ZMS.MNS.Send')
  const answers = Promise.all(
    Array.from({ length: 32 }, (_, n) => pushOne(n % 2 ? server : other, pusher, userId, String(n))),
  )
  const seen: string[] = []
  const contents = new Set<string>()
  for (let visit = 0; seen.length < 32; visit += 1) {
    const stream = await listen(visit % 2 ? server : other, token, seen.at(-1))
    await expect.poll(() => stream.messages.length, soon).toBeGreaterThan(0)
    await stream.close()
    for (const { eventId, content } of stream.messages) {
      seen.push(eventId)
      contents.add(content)
    }
  }
  expect((await answers).map(({ status }) => status)).toEqual(Array(32).fill(200))
  expect(seen).toEqual(Array.from({ length: 32 }, (_, n) => String(n + 1)))
  expect(contents.size).toBe(32)
})

test('a client far behind gets everything, however many pages that takes', async () => {
  const { userId, token } = await somebody()
  const pusher = await clientToken(server, 'ZMS.MNS.Send')
  for (let n = 0; n < 100; n += 1) await pushOne(server, pusher, userId, String(n))
  await received(
    await listen(server, token),
    Array.from({ length: 100 }, (_, n) => String(n)),
  )
})

test('an id that no event ever had begins anew; one that is no number is refused', async () => {
  const { userId, token } = await somebody()
  await push(server, userId, '1')
  await received(await listen(server, token, '999999999999999'), ['1'])
  for (const wrong of ['one', '-1', '1000000000000000', '1 or 1=1']) {
    expect([wrong, (await listen(server, token, wrong)).status]).toEqual([wrong, 400])
  }
})

test('what has expired is not sent, and the purge removes it; the numbers go on', async () => {
  const { userId, token } = await somebody()
  await push(server, userId, '"old"', '"young"')
  const { pool, db } = server.database
  await pool.query(`update service_messages set expires_at = now() where user_id = $1 and number = 1`, [userId])
  await received(await listen(server, token), ['"young"'])
  await pool.query(`update service_messages set expires_at = now() where user_id = $1`, [userId])
  await purgeExpired(db, 500, { loginRecordDays: 180, auditEventDays: 730, usedRefreshTokenDays: 14 })
  const { rows } = await pool.query('select number from service_messages where user_id = $1', [userId])
  expect(rows).toEqual([])
  const stream = await listen(server, token)
  await push(server, userId, '"new"')
  await received(stream, ['"new"'])
  expect(stream.messages[0]?.eventId).toBe('3')
})

test('a stream that is silent has heart-beats', async () => {
  const { token } = await somebody()
  const stream = await listen(other, token)
  await expect.poll(() => stream.heard, soon).toBeGreaterThan(3)
  expect(stream.messages).toEqual([])
})

/** Ways in which the right of a listener ends, on the first process. */
const ends: readonly (readonly [string, (token: string, userId: string) => Promise<unknown>])[] = [
  [
    'the token is revoked',
    (token) =>
      contractFetch(`${server.issuer}/connect/revocation`, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: 'testAutoClient', client_secret: 'testAuto.2022' }),
      }),
  ],
  [
    'the sign-in is ended',
    (_, userId) =>
      server.database.pool.query(`delete from engine_state where model = 'Grant' and user_id = $1`, [userId]),
  ],
  [
    'the user is disabled',
    (_, userId) => server.database.pool.query(`update users set account_state = 'Disabled' where id = $1`, [userId]),
  ],
  ['the user is removed', (_, userId) => server.database.pool.query('delete from users where id = $1', [userId])],
  [
    'the token expires',
    async (token) => {
      vi.useFakeTimers({ toFake: ['Date'] })
      vi.setSystemTime(Number(decodeJwt(token).exp) * 1_000)
    },
  ],
]

test.each(ends)('%s: streams end on every process without a message', async (_, end) => {
  const { userId, token } = await somebody()
  const stream = await listen(other, token)
  await end(token, userId)
  expect(await stream.over).toBe(true)
})

test.each(ends.filter(([name]) => !name.includes('removed') && !name.includes('expires')))(
  '%s: what is pushed afterwards is not sent, on any process',
  async (_, end) => {
    const { userId, token } = await somebody()
    const [here, there] = [await listen(server, token), await listen(other, token)]
    await push(server, userId, '1')
    await received(here, ['1'])
    await received(there, ['1'])
    await end(token, userId)
    await push(server, userId, '2')
    expect([await here.over, await there.over]).toEqual([true, true])
    expect([here.contents, there.contents]).toEqual([['1'], ['1']])
  },
)

test('a sign-in has four streams and a user twenty; the next is refused with 429 until one is over', async () => {
  const signIns = await mintTokens(server, scope, { users: 1, signIns: 6 })
  const [first, ...others] = signIns.map(({ token }) => token)
  const open = async (token = '') => listen(server, token)
  const four = [await open(first), await open(first), await open(first), await open(first)]
  const fifth = await open(first)
  expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([429, '15'])
  await four[0]?.close()
  await expect.poll(async () => (await open(first)).status, soon).toBe(200)
  const statuses: number[] = []
  for (const token of others.flatMap((one) => [one, one, one, one])) statuses.push((await open(token)).status)
  expect(statuses).toEqual([...Array(16).fill(200), ...Array(4).fill(429)])
})

test('500 streams that are opened and left leave nothing behind', async () => {
  const tokens = await mintTokens(server, scope, { users: 125 })
  const streams: Listening[] = []
  for (const { token } of tokens) {
    streams.push(...(await Promise.all([1, 2, 3, 4].map(() => Listening.open(server, token)))))
  }
  expect(streams.map(({ status }) => status)).toEqual(Array(500).fill(200))
  expect(await openStreams(server)).toBe(500)
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  await Promise.all(streams.map((stream) => stream.close()))
  await expect.poll(() => openStreams(server), soon).toBe(0)
  // Two servers have timers of their own that come and go; of 500 streams not one in ten has left one.
  await expect.poll(() => timers() - before, soon).toBeLessThan(50)
})

test('HEAD gets the head of a stream, and keeps none open', async () => {
  const { token } = await somebody()
  const path = `${server.issuer}/api/v1.0/user/messages`
  const head = request(path, { method: 'HEAD', headers: { authorization: `Bearer ${token}` } }).end()
  const [response] = await once(head, 'response')
  response.resume()
  await once(response, 'end')
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/event-stream'])
  expect(await openStreams(server)).toBe(0)
})

test('another scope of the user does not do', async () => {
  const stream = await listen(server, await personToken(server, 'openid ZMS.UserDetails.Read'))
  expect(stream.status).toBe(403)
})

test('streams end at once when the server stops', async () => {
  const { token } = await somebody()
  const third = await startTestServer({ beside: server })
  const stream = await listen(third, token)
  third.app.endStreams()
  expect(await stream.over).toBe(true)
  expect(await (await listen(third, token)).over).toBe(true)
  await third.close()
})
