import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 })
  token = await personToken(server, 'openid ZMS.Basic ZMS.UserDetails.Write')
})
afterAll(() => server.close())

async function read(path: string, headers: Record<string, string> = {}) {
  const { status, body } = await ask<Envelope<unknown>>(server, 'GET', path, { token, headers })
  return { status, error: body.error, data: body.data }
}

test('what a person agreed to receive is told, and null where nobody asked', async () => {
  const receiveInfo = '/api/v1.0/user/receiveInfo'
  expect((await read(receiveInfo)).data).toEqual([{ isPhoneReceiveInfo: null, isEmailReceiveInfo: null }])
  const body = { isPhoneReceiveInfo: false, isEmailReceiveInfo: true }
  await ask(server, 'POST', '/api/v1.0/user/details', { token, body })
  expect(await read(receiveInfo)).toEqual({ status: 200, error: null, data: [body] })
})

test('how often each piece of an account was changed is told, passwords among them', async () => {
  const counts = '/api/v1.0/user/modifyCounts'
  const none = { userName: 0, displayName: 0, profileImage: 0, phone: 0, email: 0, password: 0 }
  const userName = `person-${crypto.randomUUID().slice(0, 8)}`
  const id = await server.addUser({ userName, password: 'Password.of.the.test.1' })
  const own = () => personToken(server, 'openid ZMS.Basic', userName, 'Password.of.the.test.1')
  const countsOf = async (token: string) => (await ask<Envelope<unknown>>(server, 'GET', counts, { token })).body.data
  expect(await countsOf(await own())).toEqual([none])
  await server.app.services.deps.users.setPassword({}, id, 'Password.of.the.test.1', false)
  await server.app.services.deps.users.change({}, id, { phone: '13911112222', email: 'counted@example.com' })
  expect(await countsOf(await own())).toEqual([{ ...none, password: 1, phone: 1, email: 1 }])
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['::ffff:203.0.113.8', '203.0.113.8'],
])('the address of a call behind a trusted proxy that says %s is %s', async (forwarded, ip) => {
  expect(await read('/api/v1.0/user/ip', { 'x-forwarded-for': forwarded })).toEqual({
    status: 200,
    error: null,
    data: [{ ip, city: null, provinceName: null, countryName: null, countryCode: null }],
  })
})

test('a client is shown by its GUID, without anything secret, and not when it is unknown or disabled', async () => {
  const id = crypto.randomUUID()
  const clientId = await server.addApplication({ id, name: 'Drawing', nameZh: '绘图', secret: 'a-secret-of-the-test' })
  const path = `/api/v1.0/user/clientConfig?guid=${id}`
  expect((await read(path)).data).toEqual([
    {
      guid: id,
      clientId,
      displayName: 'Drawing',
      isZWSOFT: false,
      scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
      grantTypes: ['authorization_code', 'refresh_token'],
      requirePkce: true,
    },
  ])
  expect((await read(path, { 'X-L': 'zh' })).data).toMatchObject([{ displayName: '绘图' }])
  const unknown = { status: 404, error: 'ClientNotFound', data: null }
  expect(await read(`/api/v1.0/user/clientConfig?guid=${crypto.randomUUID()}`)).toEqual(unknown)
  await server.database.db.updateTable('applications').set({ enabled: false }).where('id', '=', id).execute()
  expect(await read(path)).toEqual(unknown)
})

test.each(['', '?guid=', '?guid=none', `?guid=${'0'.repeat(37)}`])(
  'a GUID that is none (%s) is refused',
  async (query) => {
    expect(await read(`/api/v1.0/user/clientConfig${query}`)).toEqual({
      status: 400,
      error: 'InvalidRequest',
      data: null,
    })
  },
)
