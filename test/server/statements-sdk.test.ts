import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, managementToken } from '../support/api.ts'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/** Statements of one call each; one of them finds the application. A change of these figures is a decision. */
const budget: Record<string, number> = {
  getCaptcha: 3,
  verifyCaptcha: 4,
  sendSmsCode: 13,
  loginWithSmsCode: 13,
  loginWithPassword: 11,
  'loginWithPassword, wrong': 5,
  getProfile: 3,
  listSocialAccounts: 4,
  refreshIdToken: 3,
  updateProfile: 7,
  issueSsoTicket: 2,
  verifySsoTicket: 2,
  refreshSessionToken: 2,
  logoutUser: 7,
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('each call of an app keeps to its number of statements', async () => {
  const counted: Record<string, number> = {}
  async function count<T>(name: string, work: () => Promise<T>): Promise<T> {
    let result: T | undefined
    counted[name] = await countStatements(async () => {
      result = await work()
    })
    return result as T
  }
  const app = new AppDevice(server)
  const [mobile, token] = ['12345678901', await managementToken(server)]
  // The first signature makes the application's key, which empties the caches.
  await app.signedCall(await app.session(), 'GET', 'profile')
  await app.pass(mobile)
  await app.session()

  await count('getCaptcha', () => app.call('GET', 'captcha'))
  const { token: captcha, x } = await app.captcha()
  const { body: passed } = await count('verifyCaptcha', () => app.verify(captcha, x, mobile))
  const { captcha_token } = passed
  await count('sendSmsCode', () => app.post('sms/send', { mobile, type: 'LOGIN_SMS', captcha_token }))
  const verify_code = await app.smsCode(mobile, 'LOGIN_SMS')
  await count('loginWithSmsCode', () => app.post('login/mobile-verify-code', { mobile, verify_code }))
  const { body: login } = await count('loginWithPassword', () => app.login('zhangsan', 'Zhangsan.2026'))
  await count('loginWithPassword, wrong', () => app.login('zhangsan', 'wrong'))
  const session = login.session_token ?? ''
  const headers = async () => ({ headers: await app.signed(session) })
  for (const [name, method, path] of [
    ['getProfile', 'GET', 'profile'],
    ['listSocialAccounts', 'GET', 'social'],
    ['refreshIdToken', 'POST', 'session-token/refresh-id-token'],
  ] as const) {
    const signed = await headers()
    await count(name, () => app.call(method, path, signed))
  }
  const signed = await headers()
  await count('updateProfile', () => app.call('POST', 'profile/update', { ...signed, body: { attr_nick_name: 'San' } }))
  const device = { operating_sys_version: 'a', device_ip: '10.0.0.1', device_fingerprint: app.fingerprint }
  const sso = <Body>(path: string, body: object) =>
    ask<Body>(server, 'POST', `/api/v2/tenant/sso/${path}`, { token, body: { ...device, ...body } })
  const ticket = await count('issueSsoTicket', () =>
    sso<{ sso_ticket: string }>('session-token/sso-ticket', { session_token: session }),
  )
  await count('verifySsoTicket', () => sso('sso-ticket/verify', { sso_ticket: ticket.body.sso_ticket }))
  const refreshed = await count('refreshSessionToken', () =>
    sso<LoginAnswer>('session-token/refresh', { session_token: session }),
  )
  const last = { headers: await app.signed(refreshed.body.session_token ?? '') }
  await count('logoutUser', () => app.call('GET', 'logout', last))
  expect(counted).toEqual(budget)
})
