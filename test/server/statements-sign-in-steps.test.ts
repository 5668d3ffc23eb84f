import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/**
 * Statements of one call each; one of them finds the application, and with a state token one finds the step. A change of these
 * figures is a decision.
 */
const budget: Record<string, number> = {
  registerByMobile: 15,
  'loginWithWechat, to be bound': 6,
  bindSocialAccount: 23,
  loginWithWechat: 11,
  'loginWithAlipay, to be registered': 6,
  registerSocialAccount: 22,
  unbindSocialAccount: 9,
  'loginWithPassword, second factor': 8,
  getMobileByStateToken: 3,
  verifySmsSecondFactor: 15,
  'loginWithPassword, old password': 8,
  skipPasswordChange: 11,
  changeExpiredPassword: 21,
}

const password = 'Zhangsan.2026'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

let last = 13_700_990_000
const mobile = () => String(++last)

/** Somebody with a number, whose password is so many days old. */
async function person(days = 0) {
  const [userName, phone] = [`steps-${crypto.randomUUID().slice(0, 12)}`, mobile()]
  const id = await server.addUser({ userName, password, itc: '+86', phone, phoneVerified: true })
  const changedAt = new Date(Date.now() - days * 86_400_000)
  await server.database.db.updateTable('passwordCredentials').set({ changedAt }).where('userId', '=', id).execute()
  return { userName, phone }
}

test('each step of a sign-in with an app keeps to its number of statements', async () => {
  const counted: Record<string, number> = {}
  async function count<T>(name: string, work: () => Promise<T>): Promise<T> {
    let result: T | undefined
    counted[name] = await countStatements(async () => {
      result = await work()
    })
    return result as T
  }
  const step = async (name: string, work: () => Promise<{ body: LoginAnswer }>, status: string) => {
    const { body } = await count(name, work)
    expect([name, body.status, body.error_code]).toEqual([name, status, undefined])
    return { 'X-state-token': body.state_token ?? '' }
  }
  const device = async (facts: object = {}) =>
    new AppDevice(server, { clientId: await server.addApplication({ permissionCodes: ['auth_api'], ...facts }) })
  const apps = {
    plain: await device(),
    binding: await device({ unknownSocialAccounts: 'bind' }),
    factor: await device({ secondFactor: 'sms' }),
    warning: await device({ passwordMaxDays: 90, passwordWarnDays: 7 }),
  }
  // The first call of each empties and fills the caches.
  for (const app of Object.values(apps)) await app.call('GET', 'public-key')
  const code = () => `dev:${crypto.randomUUID()}`

  const { plain, binding, factor, warning } = apps
  const fresh = { mobile: mobile(), user_name: `reg-${crypto.randomUUID().slice(0, 8)}`, pwd: password }
  const verify_code = await plain.smsCode(fresh.mobile, 'REGISTER_SMS')
  const registration = { ...fresh, verify_code }
  await step('registerByMobile', () => plain.post('register/mobile-verify-code', registration), 'SUCCESS')

  const social = code()
  const toBind = await step(
    'loginWithWechat, to be bound',
    () => binding.post('login/wechat', { code: social }),
    'SOCIAL_BIND',
  )
  const { phone } = await person()
  const bind = { mobile: phone, verify_code: await binding.smsCode(phone, 'BIND_MOBILE_SMS') }
  await step('bindSocialAccount', () => binding.post('social/bind', bind, toBind), 'SUCCESS')
  await step('loginWithWechat', () => binding.post('login/wechat', { code: social }), 'SUCCESS')

  const alipay = code()
  const toRegister = await step(
    'loginWithAlipay, to be registered',
    () => plain.post('login/alipay', { code: alipay }),
    'USER_REGISTER',
  )
  const number = mobile()
  const newcomer = { mobile: number, verify_code: await plain.smsCode(number, 'BIND_MOBILE_SMS') }
  await step('registerSocialAccount', () => plain.post('social/register-bind', newcomer, toRegister), 'SUCCESS')
  const { body: again } = await binding.post<LoginAnswer>('login/wechat', { code: social })
  const session = again.session_token ?? ''
  const { body: accounts } = await binding.signedCall<{ social: { id: string }[] }>(session, 'GET', 'social')
  const unbound = { headers: await binding.signed(session), body: { id: accounts.social[0]?.id } }
  const { status } = await count('unbindSocialAccount', () => binding.call('POST', 'social/unbind-account', unbound))
  expect(status).toBe(200)

  const careful = await person()
  const toVerify = await step(
    'loginWithPassword, second factor',
    () => factor.login(careful.userName, password),
    'MFA_AUTH',
  )
  await count('getMobileByStateToken', () => factor.call('GET', 'mobile-by-token', { headers: toVerify }))
  const proof = { mobile: careful.phone, verify_code: await factor.smsCode(careful.phone, 'MFA_AUTH_SMS') }
  await step('verifySmsSecondFactor', () => factor.post('mfa/sms', proof, toVerify), 'SUCCESS')

  const late = await person(85)
  const toSkip = await step(
    'loginWithPassword, old password',
    () => warning.login(late.userName, password),
    'PASSWORD_WARN',
  )
  await step('skipPasswordChange', () => warning.call('GET', 'pwd/skip-update', { headers: toSkip }), 'SUCCESS')
  const over = await person(91)
  const { body: expired } = await warning.login(over.userName, password)
  const toChange = { 'X-state-token': expired.state_token ?? '' }
  const change = { old_password: password, new_password: 'Zhangsan.2027' }
  await step('changeExpiredPassword', () => warning.post('pwd/update', change, toChange), 'SUCCESS')
  expect(counted).toEqual(budget)
})
