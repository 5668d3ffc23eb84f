import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../support/outbox.ts'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
let binding: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
  const clientId = await server.addApplication({ unknownSocialAccounts: 'bind', permissionCodes: ['auth_api'] })
  binding = new AppDevice(server, { clientId })
})
afterAll(() => server.close())

let last = 13_700_800_000
const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const person = async () => {
  const phone = String(++last)
  return { phone, id: await server.addUser({ itc: '+86', phone, phoneVerified: true, password: 'Zhangsan.2026' }) }
}
async function stateOf(device: AppDevice, code = `dev:${crypto.randomUUID()}`) {
  const { body } = await device.post<LoginAnswer>('login/wechat', { code })
  return { code, headers: { 'X-state-token': body.state_token ?? '' } }
}
const bind = (headers: Record<string, string>, mobile: string, verify_code: string) =>
  binding.post<LoginAnswer>('social/bind', { mobile, verify_code }, headers)
const register = (headers: Record<string, string>, mobile: string, verify_code: string) =>
  app.post<LoginAnswer>('social/register-bind', { mobile, verify_code }, headers)

describe('binding a social account (S13)', () => {
  test('gives it to the user of the number, who signs in with it from then on', async () => {
    const { phone } = await person()
    const { code, headers } = await stateOf(binding)
    const { body } = await bind(headers, phone, await binding.smsCode(phone, 'BIND_MOBILE_SMS'))
    expect(body).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String) })
    const session = body.session_token ?? ''
    expect((await binding.signedCall<{ mobile: string }>(session, 'GET', 'profile')).body.mobile).toBe(phone)
    expect((await binding.post<LoginAnswer>('login/wechat', { code })).body.status).toBe('SUCCESS')
    // Its owner, who may be another than whoever has the number now, is told.
    const told = (await outbox(server, `+86${phone}`)).filter(({ purpose }) => purpose === 'login_added')
    expect(told.length).toBe(1)
  })

  test('answers MOBILE.0002 when nobody has the number, and nothing is used up', async () => {
    const phone = String(++last)
    const { headers } = await stateOf(binding)
    const code = await binding.smsCode(phone, 'BIND_MOBILE_SMS')
    expect(await bind(headers, phone, code)).toMatchObject(failure('MOBILE.0002'))
    await server.addUser({ itc: '+86', phone, phoneVerified: true })
    const again = await binding.smsCode(phone, 'BIND_MOBILE_SMS')
    expect((await bind(headers, phone, again)).body.status).toBe('SUCCESS')
  })

  test.each([
    ['PARAM.0011', '000000'],
    ['PARAM.0009', ''],
  ])('answers %s', async (error, code) => {
    const { phone } = await person()
    const { headers } = await stateOf(binding)
    await binding.smsCode(phone, 'BIND_MOBILE_SMS')
    expect(await bind(headers, phone, code)).toMatchObject(failure(error))
  })

  test('takes the token of its own step alone, and needs the permission', async () => {
    const { phone } = await person()
    const { headers } = await stateOf(app)
    const code = await app.smsCode(phone, 'BIND_MOBILE_SMS')
    const body = { mobile: phone, verify_code: code }
    expect(await app.post('social/bind', body, headers)).toMatchObject(failure('PARAM.0014'))
    expect(await bind({}, phone, code)).toMatchObject(failure('PARAM.0014'))
    const clientId = await server.addApplication({})
    const without = new AppDevice(server, { clientId })
    expect((await without.post('social/bind', body, (await stateOf(without)).headers)).status).toBe(403)
  })
})

describe('registering with a social account (S14)', () => {
  test.each(['REGISTER_SMS', 'BIND_MOBILE_SMS'])('makes a user with a code of type %s', async (type) => {
    const phone = String(++last)
    const { code, headers } = await stateOf(app)
    expect((await register(headers, phone, await app.smsCode(phone, type))).body.status).toBe('SUCCESS')
    expect((await app.post<LoginAnswer>('login/wechat', { code })).body.status).toBe('SUCCESS')
  })

  test('binds to the user whom the number has already', async () => {
    const { id, phone } = await person()
    const { headers } = await stateOf(app)
    expect((await register(headers, phone, await app.smsCode(phone, 'BIND_MOBILE_SMS'))).body.status).toBe('SUCCESS')
    expect(await server.app.services.deps.externalLogins.list(id)).toMatchObject([{ provider: 'WeChat' }])
  })

  test.each([
    ['PARAM.0009', ''],
    ['PARAM.0011', '000000'],
  ])('answers %s', async (error, code) => {
    const { headers } = await stateOf(app)
    expect(await register(headers, String(++last), code)).toMatchObject(failure(error))
  })
})

// Last, as wrong codes are counted for the whole network.
describe('of 32 at once', () => {
  test('one binds', async () => {
    const { id, phone } = await person()
    const { headers } = await stateOf(binding)
    const code = await binding.smsCode(phone, 'BIND_MOBILE_SMS')
    const answers = await Promise.all(Array.from({ length: 32 }, () => bind(headers, phone, code)))
    expect(answers.filter(({ body }) => body.status === 'SUCCESS').length).toBe(1)
    expect((await server.app.services.deps.externalLogins.list(id)).length).toBe(1)
  })

  test('one registers', async () => {
    const phone = String(++last)
    const { headers } = await stateOf(app)
    const code = await app.smsCode(phone, 'REGISTER_SMS')
    const answers = await Promise.all(Array.from({ length: 32 }, () => register(headers, phone, code)))
    expect(answers.filter(({ body }) => body.status === 'SUCCESS').length).toBe(1)
  })
})
