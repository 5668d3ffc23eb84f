import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, auditOf, clientToken, type Envelope } from '../support/api.ts'
import { pushOne } from '../support/message-stream.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let token: string
let user: string

beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.MNS.Send')
  user = await server.addUser({})
})
afterAll(() => server.close())

const kept = (userId: string) =>
  server.database.db
    .selectFrom('serviceMessages')
    .select(['number', 'id', 'clientId', 'type', 'content', 'createdAt', 'expiresAt'])
    .where('userId', '=', userId)
    .orderBy('number')
    .execute()

test('a message is kept for seven days as it came, with who pushed it', async () => {
  const content = '{ "productCode": "ZWCAD_PRO",\n "name": "专业版 😀" }'
  const { status, body } = await pushOne(server, token, user, content)
  expect([status, body.status]).toEqual([200, 0])
  const [message, ...others] = await kept(user)
  expect(others).toEqual([])
  expect(message).toMatchObject({ number: '1', id: body.data[0], clientId: 'trustedDemo', type: 'LicenseTimeChange' })
  expect(message?.content).toBe(content)
  const days = (Number(message?.expiresAt) - Number(message?.createdAt)) / 86_400_000
  expect(days).toBeCloseTo(7, 4)
})

test('the trail names the application, the user and the message, and nothing of what it says', async () => {
  const userId = await server.addUser({})
  const { body } = await pushOne(server, token, userId, '"SECRET-OF-THE-MESSAGE"')
  const trail = await auditOf(server, userId)
  expect(trail).toEqual([
    {
      action: 'message.pushed',
      actorId: null,
      actorClientId: 'trustedDemo',
      details: { message: body.data[0], type: 'LicenseTimeChange' },
      address: expect.stringMatching(/./),
      requestId: expect.stringMatching(/./),
    },
  ])
  const { rows } = await server.database.pool.query(
    `select 1 from audit_events where audit_events::text like '%SECRET-OF-THE-MESSAGE%'`,
  )
  expect(rows).toEqual([])
})

test('nobody has the GUID: 404 UserNotFound, and nothing is left', async () => {
  const nobody = randomUUID()
  const { status, body } = await pushOne(server, token, nobody, '{}')
  expect([status, body.error, body.status]).toEqual([404, 'UserNotFound', 40401])
  expect([await kept(nobody), await auditOf(server, nobody)]).toEqual([[], []])
})

test.each([
  ['no JSON', '{productCode: 1}'],
  ['more than one value', '{} {}'],
  ['half a character', '"\ud800"'],
])('a content that is %s: 422 MessageContentInvalid, and nothing is left', async (_, content) => {
  const userId = await server.addUser({})
  const { status, body } = await pushOne(server, token, userId, content)
  expect([status, body.error]).toEqual([422, 'MessageContentInvalid'])
  expect([await kept(userId), await auditOf(server, userId)]).toEqual([[], []])
})

test('a content has 8,192 characters at most', async () => {
  const userId = await server.addUser({})
  const text = (length: number) => JSON.stringify('字'.repeat(length - 2))
  expect((await pushOne(server, token, userId, text(8_192))).status).toBe(200)
  expect((await pushOne(server, token, userId, text(8_193))).body.error).toBe('InvalidRequest')
  expect(await kept(userId)).toHaveLength(1)
})

test('of one user the newest thousand are kept', async () => {
  const userId = await server.addUser({})
  await pushOne(server, token, userId, '"the oldest"')
  await server.database.pool.query(
    `insert into service_messages (user_id, number, id, client_id, type, content, expires_at)
     select user_id, n, gen_random_uuid(), client_id, type, content, expires_at
     from service_messages, generate_series(2, 1000) as n where user_id = $1`,
    [userId],
  )
  await server.database.pool.query('update message_counters set last_number = 1000 where user_id = $1', [userId])
  await pushOne(server, token, userId, '"the newest"')
  const left = await kept(userId)
  expect([left.length, left[0]?.number, left.at(-1)?.content]).toEqual([1_000, '2', '"the newest"'])
})

test('32 pushes to one user at once get 32 numbers, in the order in which they can be seen', async () => {
  const userId = await server.addUser({})
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => pushOne(server, token, userId, String(n))))
  expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200))
  const messages = await kept(userId)
  expect(messages.map(({ number }) => Number(number))).toEqual(Array.from({ length: 32 }, (_, n) => n + 1))
  expect(new Set(messages.map(({ id }) => id))).toEqual(new Set(answers.map(({ body }) => body.data[0])))
})

test('32 pushes while the user is removed: each is kept or refused, none fails', async () => {
  const userId = await server.addUser({})
  const pushes = Array.from({ length: 32 }, (_, n) => pushOne(server, token, userId, String(n)))
  const removed = server.database.pool.query('delete from users where id = $1', [userId])
  const statuses = (await Promise.all(pushes)).map(({ status }) => status)
  await removed
  expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([])
  expect(await kept(userId)).toEqual([])
})

test('what is sent in another form is refused before anything is written', async () => {
  const right = { objectId: user, types: 'LicenseTimeChange', content: '{}' }
  const before = await kept(user)
  for (const wrong of [{ objectId: 'me' }, { types: 'a b' }, { types: '' }, { content: '' }, { content: {} }]) {
    const body = { ...right, ...wrong }
    const answer = await ask<Envelope<string>>(server, 'POST', '/api/v1.0/trusted/mns', { token, body })
    expect([wrong, answer.status, answer.body.error]).toEqual([wrong, 400, 'InvalidRequest'])
  }
  expect(await kept(user)).toEqual(before)
})
