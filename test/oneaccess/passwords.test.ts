import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppDevice, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
let warning: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server, { clientId: await server.addApplication({}) })
  const clientId = await server.addApplication({ passwordMaxDays: 90, passwordWarnDays: 7 })
  warning = new AppDevice(server, { clientId })
})
afterAll(() => server.close())

const [old, next] = ['Zhangsan.2025', 'Zhangsan.2026']
let last = 13_700_300_000
const failure = (error_code: string) => ({ status: 400, body: { error_code } })

/** Somebody whose password is so many days old. */
async function person(days = 0, facts: object = {}) {
  const userName = `pwd-${crypto.randomUUID().slice(0, 12)}`
  const phone = String(++last)
  const id = await server.addUser({ userName, itc: '+86', phone, phoneVerified: true, password: old })
  const changedAt = new Date(Date.now() - days * 86_400_000)
  await server.database.db
    .updateTable('passwordCredentials')
    .set({ changedAt, ...facts })
    .where('userId', '=', id)
    .execute()
  return { id, userName, phone }
}
const stateOf = async (device: AppDevice, userName: string) => {
  const { body } = await device.login(userName, old)
  return { status: body.status, headers: { 'X-state-token': body.state_token ?? '' } }
}
const change = (device: AppDevice, headers: Record<string, string>, body: object = {}) =>
  device.post<LoginAnswer>('pwd/update', { old_password: old, new_password: next, ...body }, headers)

describe('a password whose time is over soon', () => {
  test('is warned about, and skipping that signs in (S17), once', async () => {
    const { userName } = await person(85)
    const { status, headers } = await stateOf(warning, userName)
    expect(status).toBe('PASSWORD_WARN')
    const { body } = await warning.call<LoginAnswer>('GET', 'pwd/skip-update', { headers })
    expect(body).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String), id_token: expect.any(String) })
    expect((await warning.signedCall(body.session_token ?? '', 'GET', 'profile')).status).toBe(200)
    expect(await warning.call('GET', 'pwd/skip-update', { headers })).toMatchObject(failure('PARAM.0014'))
  })

  test('is let alone as long as there is time, and where no age is set', async () => {
    const { userName } = await person(80)
    expect((await warning.login(userName, old)).body.status).toBe('SUCCESS')
    expect((await app.login((await person(4000)).userName, old)).body.status).toBe('SUCCESS')
  })

  test('lets one in when 32 skip at once', async () => {
    const { headers } = await stateOf(warning, (await person(85)).userName)
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => warning.call<LoginAnswer>('GET', 'pwd/skip-update', { headers })),
    )
    expect(answers.filter(({ body }) => body.status === 'SUCCESS').length).toBe(1)
  })
})

describe('a password whose time is over (S18)', () => {
  test.each([
    ['by its age', 91, {}],
    ['by its own date', 1, { expiresAt: new Date() }],
    ['because it must be changed', 1, { mustChange: true }],
  ])('%s is changed, which signs in and ends what the old one opened', async (_why, days, facts) => {
    const { userName, id } = await person(days, facts)
    const { status, headers } = await stateOf(warning, userName)
    expect(status).toBe('PASSWORD_EXPIRED')
    const { body } = await change(warning, headers)
    expect(body).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String) })
    expect((await warning.signedCall(body.session_token ?? '', 'GET', 'profile')).status).toBe(200)
    expect(await warning.login(userName, old)).toMatchObject(failure('LOGIN.0002'))
    expect((await warning.login(userName, next)).body.status).toBe('SUCCESS')
    expect(await change(warning, headers)).toMatchObject(failure('PARAM.0014'))
    const waiting = await server.database.db
      .selectFrom('signInStates')
      .select('step')
      .where('userId', '=', id)
      .execute()
    expect(waiting).toEqual([])
  })

  test('cannot be skipped', async () => {
    const { headers } = await stateOf(warning, (await person(91)).userName)
    expect(await warning.call('GET', 'pwd/skip-update', { headers })).toMatchObject(failure('PARAM.0014'))
    expect((await change(warning, headers)).body.status).toBe('SUCCESS')
  })

  test.each([
    ['PARAM.0018', { old_password: '' }],
    ['PWD.0001', { new_password: '' }],
    ['PWD.0002', { new_password: 'a1' }],
    ['PWD.0005', { new_password: 'abcdefghij' }],
    ['PWD.0005', { new_password: old }],
    ['PWD.0007', { old_password: 'Wrong.2024' }],
  ])('answers %s, and the step goes on waiting', async (code, body) => {
    const { userName } = await person(91)
    const { headers } = await stateOf(warning, userName)
    expect(await change(warning, headers, body)).toMatchObject(failure(code))
    expect((await change(warning, headers)).body.status).toBe('SUCCESS')
  })

  test('answers PWD.0003 for the user name as a password', async () => {
    const { userName } = await person(91)
    const { headers } = await stateOf(warning, userName)
    expect(await change(warning, headers, { new_password: userName })).toMatchObject(failure('PWD.0003'))
  })

  test('locks after too many wrong ones (LOGIN.0001)', async () => {
    const { headers } = await stateOf(warning, (await person(91)).userName)
    for (let tries = 0; tries < 10; tries++) {
      expect(await change(warning, headers, { old_password: 'Wrong.2024' })).toMatchObject(failure('PWD.0007'))
    }
    expect(await change(warning, headers)).toMatchObject(failure('LOGIN.0001'))
  })
})

describe('a state token', () => {
  test('is good for its application, its device, its time and its person', async () => {
    const { userName, id } = await person(91)
    const { headers } = await stateOf(warning, userName)
    const other = new AppDevice(server, { clientId: warning.clientId })
    const elsewhere = new AppDevice(server, { clientId: app.clientId, fingerprint: warning.fingerprint })
    for (const stranger of [other, elsewhere]) {
      expect(await change(stranger, headers)).toMatchObject(failure('PARAM.0014'))
    }
    expect(await warning.call('GET', 'mobile-by-token', { headers })).toMatchObject(failure('PARAM.0014'))
    expect(await change(warning, {})).toMatchObject(failure('PARAM.0014'))
    expect(await change(warning, { 'X-state-token': 'never-given' })).toMatchObject(failure('PARAM.0014'))
    const second = await stateOf(warning, userName)
    await server.app.services.deps.users.setEnabled({}, id, false)
    await server.app.services.deps.users.setEnabled({}, id, true)
    expect(await change(warning, second.headers)).toMatchObject(failure('PARAM.0014'))
    const third = await stateOf(warning, userName)
    await server.database.pool.query('update sign_in_states set expires_at = now()')
    expect(await change(warning, third.headers)).toMatchObject(failure('PARAM.0014'))
  })
})

describe('a forgotten password (S19)', () => {
  test('is set anew with a code, which signs nobody in', async () => {
    const { userName, phone } = await person()
    const body = { mobile: phone, verify_code: await app.smsCode(phone, 'FORGET_PWD_SMS'), password: next }
    expect(await app.post('pwd/update-by-mobile', body)).toMatchObject({ status: 200, body: undefined })
    expect((await app.login(userName, next)).body.status).toBe('SUCCESS')
    expect(await app.login(userName, old)).toMatchObject(failure('LOGIN.0002'))
    expect(await app.post('pwd/update-by-mobile', body)).toMatchObject(failure('PARAM.0011'))
  })

  test.each([
    ['PWD.0001', { password: '' }],
    ['PWD.0002', { password: 'a1' }],
    ['PWD.0005', { password: 'abcdefghij' }],
    ['PARAM.0009', { verify_code: '' }],
  ])('answers %s', async (code, wrong) => {
    const { phone } = await person()
    const verify_code = await app.smsCode(phone, 'FORGET_PWD_SMS')
    const body = { mobile: phone, verify_code, password: next, ...wrong }
    expect(await app.post('pwd/update-by-mobile', body)).toMatchObject(failure(code))
  })
})
