import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { basic, errorOf, type Parameters, post } from './support/flow.ts'

const password = 'A password 1.'
const secret = 'a secret of the application'
const grants = { grantTypes: ['password'], responseTypes: [], redirectUris: [], secret }
let server: TestServer
let backEnd: Record<string, string>

beforeAll(async () => {
  server = await startTestServer({
    signInLimits: {
      accountAndAddress: { attempts: 3, seconds: 600 },
      address: { attempts: 4, seconds: 600 },
      account: { attempts: 5, seconds: 600 },
    },
  })
  backEnd = basic(await server.addApplication({ ...grants, userAddressAllowed: true }), secret)
})
afterAll(() => server.close())

function signIn(fields: Parameters, headers = backEnd): Promise<Response> {
  return post(server.issuer, '/connect/token', { grant_type: 'password', password, ...fields }, headers)
}
const from = async (user_address: string, username: string, attempted = password) =>
  (await signIn({ username, user_address, password: attempted })).status

test('16: names tried through a back-end that tells the address lock out none of its other users', async () => {
  await server.addUser({ userName: 'colleague', password })
  for (let index = 0; index < 6; index += 1) {
    expect(await from('203.0.113.5', `name${index}`, 'wrong')).toBe(index < 4 ? 400 : 429)
  }
  expect(await from('203.0.113.6', 'colleague')).toBe(200)
})

test('16: nor the owner of the name, at a known address', async () => {
  await server.addUser({ userName: 'owner', password })
  expect(await from('198.51.100.7', 'owner')).toBe(200)
  for (let index = 0; index < 5; index += 1) expect(await from(`203.0.113.${10 + index}`, 'owner', 'wrong')).toBe(400)
  expect(await from('203.0.113.99', 'owner')).toBe(429)
  expect(await from('198.51.100.7', 'owner')).toBe(200)
})

test('16: the address is the one that is written down', async () => {
  await server.addUser({ userName: 'recorded', password })
  for (const address of ['::ffff:192.0.2.1', '2001:db8::1']) expect(await from(address, 'recorded')).toBe(200)
  const records = await server.database.db
    .selectFrom('loginRecords')
    .innerJoin('users', 'users.id', 'loginRecords.userId')
    .select('loginRecords.address')
    .where('userName', '=', 'recorded')
    .orderBy('loginRecords.createdAt')
    .execute()
  expect(records.map(({ address }) => address)).toEqual(['192.0.2.1', '2001:db8::1'])
})

test('16: an application that is not marked for it is refused, not passed over, and so is what is no address', async () => {
  await server.addUser({ userName: 'plain', password })
  const unmarked = basic(await server.addApplication(grants), secret)
  const fields = { username: 'plain', user_address: '192.0.2.1' }
  expect(await errorOf(await signIn(fields, unmarked))).toBe('unauthorized_client')
  for (const user_address of ['192.0.2', 'x', '192.0.2.1, 198.51.100.1', '::1%eth0', '[::1]:80', '192.0.2.1:80']) {
    expect(await errorOf(await signIn({ ...fields, user_address }))).toBe('invalid_request')
  }
  expect((await signIn({ username: 'plain' }, unmarked)).status).toBe(200)
})

test('16: a header says nothing about where the person is', async () => {
  await server.addUser({ userName: 'header', password })
  await signIn({ username: 'header' }, { ...backEnd, 'x-forwarded-for': '192.0.2.77' })
  const record = await server.database.db
    .selectFrom('loginRecords')
    .innerJoin('users', 'users.id', 'loginRecords.userId')
    .select('loginRecords.address')
    .where('userName', '=', 'header')
    .executeTakeFirstOrThrow()
  expect(record.address).not.toBe('192.0.2.77')
})
