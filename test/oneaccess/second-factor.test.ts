import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  const settings = { secondFactor: 'sms', passwordMaxDays: 90 } as const
  app = new AppDevice(server, { clientId: await server.addApplication(settings) })
})
afterAll(() => server.close())

const password = 'Zhangsan.2026'
let last = 13_700_400_000
const failure = (error_code: string) => ({ status: 400, body: { error_code } })

async function person(withPhone = true) {
  const userName = `mfa-${crypto.randomUUID().slice(0, 12)}`
  const phone = String(++last)
  const id = await server.addUser({ userName, password, ...(withPhone && { itc: '+86', phone, phoneVerified: true }) })
  return { id, userName, phone }
}
async function stateOf(userName: string) {
  const { body } = await app.login(userName, password)
  return { status: body.status, headers: { 'X-state-token': body.state_token ?? '' } }
}
const verify = (headers: Record<string, string>, mobile: string, verify_code: string) =>
  app.post<LoginAnswer>('mfa/sms', { mobile, verify_code }, headers)

describe('a second factor (S20, S21)', () => {
  test('comes between the password and the session', async () => {
    const { userName, phone } = await person()
    const { status, headers } = await stateOf(userName)
    expect(status).toBe('MFA_AUTH')
    const { body: told } = await app.call<{ mobile: string }>('GET', 'mobile-by-token', { headers })
    expect(told).toEqual({ mobile: phone })
    const code = await app.smsCode(phone, 'MFA_AUTH_SMS')
    const { body } = await verify(headers, told.mobile, code)
    expect(body).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String), id_token: expect.any(String) })
    expect((await app.signedCall(body.session_token ?? '', 'GET', 'profile')).status).toBe(200)
    expect(await verify(headers, phone, code)).toMatchObject(failure('PARAM.0014'))
  })

  test('leaves no sign-in behind before it is given', async () => {
    const { id, userName } = await person()
    await stateOf(userName)
    const count = (table: 'sessions' | 'loginRecords') =>
      server.database.db.selectFrom(table).select('userId').where('userId', '=', id).execute()
    expect([await count('sessions'), await count('loginRecords')]).toEqual([[], []])
  })

  test('lets one in when 32 give the same code at once', async () => {
    const { userName, phone } = await person()
    const { headers } = await stateOf(userName)
    const code = await app.smsCode(phone, 'MFA_AUTH_SMS')
    const answers = await Promise.all(Array.from({ length: 32 }, () => verify(headers, phone, code)))
    expect(answers.filter(({ body }) => body.status === 'SUCCESS').length).toBe(1)
  })

  test('takes the code of its person, sent for this, and no other number', async () => {
    const [one, other] = [await person(), await person()]
    const { headers } = await stateOf(one.userName)
    const theirs = await app.smsCode(other.phone, 'MFA_AUTH_SMS')
    expect(await verify(headers, other.phone, theirs)).toMatchObject(failure('MOBILE.0002'))
    expect(await verify(headers, one.phone, theirs)).toMatchObject(failure('PARAM.0011'))
    const forLogin = await app.smsCode(one.phone, 'LOGIN_SMS')
    expect(await verify(headers, one.phone, forLogin)).toMatchObject(failure('PARAM.0011'))
    const code = await app.smsCode(one.phone, 'MFA_AUTH_SMS')
    expect((await verify(headers, one.phone, code)).body.status).toBe('SUCCESS')
  })

  test('is not asked for twice of who came in with an SMS code', async () => {
    const { phone } = await person()
    const verify_code = await app.smsCode(phone, 'LOGIN_SMS')
    const { body } = await app.post<LoginAnswer>('login/mobile-verify-code', { mobile: phone, verify_code })
    expect(body.status).toBe('SUCCESS')
  })

  test('that somebody does not have keeps them out', async () => {
    const { userName } = await person(false)
    expect((await app.login(userName, password)).body).toEqual({ status: 'ACCESS_DENIED' })
  })

  test('is followed by the change of a password that is too old', async () => {
    const { id, userName, phone } = await person()
    await server.database.pool.query(
      `update password_credentials set changed_at = now() - interval '91 days' where user_id = $1`,
      [id],
    )
    const { headers } = await stateOf(userName)
    const { body } = await verify(headers, phone, await app.smsCode(phone, 'MFA_AUTH_SMS'))
    expect(body).toEqual({ status: 'PASSWORD_EXPIRED', state_token: expect.any(String) })
    const passwords = { old_password: password, new_password: 'Zhangsan.2027' }
    const changed = await app.post<LoginAnswer>('pwd/update', passwords, { 'X-state-token': body.state_token ?? '' })
    expect(changed.body.status).toBe('SUCCESS')
  })
})
