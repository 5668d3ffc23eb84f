import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
import { AppDevice, demoApplication, type LoginAnswer } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
})
afterAll(() => server.close())

const password = 'Zhangsan.2026'
let last = 13_700_200_000
const mobile = () => String(++last)
const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const person = async (facts: object = {}) => {
  const userName = `app-${crypto.randomUUID().slice(0, 12)}`
  const phone = mobile()
  const id = await server.addUser({ userName, itc: '+86', phone, phoneVerified: true, password, ...facts })
  return { id, userName, phone }
}
const recordsOf = (userId: string) =>
  server.database.db
    .selectFrom('loginRecords')
    .select(['method', 'succeeded', 'reason', 'clientId'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()

describe('a sign-in with a password (S8)', () => {
  test('ends in a session, with an id token of the OneAccess issuer', async () => {
    const { id, userName } = await person()
    const { status, body } = await app.login(userName, password)
    expect([status, body]).toEqual([
      200,
      { status: 'SUCCESS', session_token: expect.stringMatching(/^bts/), id_token: expect.any(String), expire: 43_200 },
    ])
    const issuer = `${server.issuer}/api/v1/oauth2`
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))
    const { payload } = await jwtVerify(body.id_token ?? '', keys, { issuer, audience: demoApplication })
    expect(payload).toMatchObject({ sub: id, userName })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(7200)
    expect(await recordsOf(id)).toEqual([
      { method: 'app_password', succeeded: true, reason: null, clientId: demoApplication },
    ])
  })

  test('is kept where other sessions are, without the token', async () => {
    const { id, userName } = await person()
    const token = await app.session(userName, password)
    const rows = await server.database.db
      .selectFrom('sessions')
      .select(['clientId', 'userAgent', 'payload'])
      .where('userId', '=', id)
      .execute()
    expect(rows).toMatchObject([{ clientId: demoApplication, userAgent: 'test app' }])
    const { rows: dump } = await server.database.pool.query('select sessions::text as text from sessions')
    expect(JSON.stringify(dump)).not.toContain(token)
  })

  test('has the attempts that are left, each once, and locks; another name is not touched', async () => {
    const limits = { accountAndAddress: { attempts: 5, seconds: 60 } }
    const strict = await startTestServer({ beside: server, signInLimits: limits })
    const phone = new AppDevice(strict)
    const [victim, other] = [await person(), await person()]
    const answers = await Promise.all(Array.from({ length: 20 }, () => phone.login(victim.userName, 'wrong')))
    const messages = answers.map(({ body }) => body.error_msg ?? '')
    const left = messages.flatMap((text) => /Remaining attempts: (\d)\./.exec(text)?.[1] ?? [])
    expect(left.sort()).toEqual(['0', '1', '2', '3', '4'])
    expect(answers.filter(({ body }) => body.error_code === 'LOGIN.0001').length).toBe(15)
    expect(await phone.login(victim.userName, password)).toMatchObject(failure('LOGIN.0001'))
    expect((await phone.login(other.userName, password)).body.status).toBe('SUCCESS')
    await strict.close()
  })

  test.each([
    ['PARAM.0010', { password }],
    ['PARAM.0010', { user_name: '', password }],
    ['PWD.0001', { user_name: 'zhangsan' }],
    ['LOGIN.0002', { user_name: 'nobody-at-all', password }],
    ['LOGIN.0002', { user_name: 'zhangsan', password: 'Zhangsan.2027' }],
  ])('answers %s', async (code, body) => {
    expect(await app.post('login', body)).toMatchObject(failure(code))
  })

  test('tells that somebody may not sign in to who knows the password alone', async () => {
    const { id, userName } = await person({ accountState: 'Disabled' })
    expect(await app.login(userName, password)).toMatchObject({ status: 200, body: { status: 'ACCESS_DENIED' } })
    expect(await app.login(userName, 'wrong')).toMatchObject(failure('LOGIN.0002'))
    expect(await recordsOf(id)).toMatchObject([{ reason: 'disabled' }, { reason: 'invalid' }])
  })

  test('lets into an application only those who have an account of it, where it says so', async () => {
    const clientId = await server.addApplication({ applicationAccountRequired: true })
    const own = new AppDevice(server, { clientId })
    const { id, userName } = await person()
    expect((await own.login(userName, password)).body).toEqual({ status: 'ACCESS_DENIED' })
    const { id: applicationId } = await server.database.db
      .selectFrom('applications')
      .select('id')
      .where('clientId', '=', clientId)
      .executeTakeFirstOrThrow()
    const account = { applicationId, id: crypto.randomUUID(), userId: id, accountName: userName, name: userName }
    await server.database.db.insertInto('applicationAccounts').values(account).execute()
    expect((await own.login(userName, password)).body.status).toBe('SUCCESS')
    await server.database.db
      .updateTable('applicationAccounts')
      .set({ disabled: true })
      .where('id', '=', account.id)
      .execute()
    expect((await own.login(userName, password)).body).toEqual({ status: 'ACCESS_DENIED' })
    expect((await recordsOf(id)).map(({ reason }) => reason)).toEqual(['denied', null, 'denied'])
  })
})

describe('a sign-in with an SMS code (S9)', () => {
  test('ends in a session, also for the demo number', async () => {
    const verify_code = await app.smsCode('12345678901', 'LOGIN_SMS')
    const { body } = await app.post<LoginAnswer>('login/mobile-verify-code', { mobile: '12345678901', verify_code })
    expect(body).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String), expire: 43_200 })
  })

  test('takes a code once when 32 come at once', async () => {
    const { phone } = await person()
    const body = { mobile: phone, verify_code: await app.smsCode(phone, 'LOGIN_SMS') }
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => app.post<LoginAnswer>('login/mobile-verify-code', body)),
    )
    expect(answers.filter(({ body: { status } }) => status === 'SUCCESS').length).toBe(1)
    expect(answers.filter(({ body: { error_code } }) => error_code === 'PARAM.0011').length).toBe(31)
  })

  test('takes a code for nothing else than what it was sent for', async () => {
    const { phone } = await person()
    const verify_code = await app.smsCode(phone, 'FORGET_PWD_SMS')
    expect(await app.post('login/mobile-verify-code', { mobile: phone, verify_code })).toMatchObject(
      failure('PARAM.0011'),
    )
    expect(await app.post('login/mobile-verify-code', { mobile: phone })).toMatchObject(failure('PARAM.0009'))
  })
})

describe('a session', () => {
  test('is ended by signing out (S12), once', async () => {
    const { id, userName } = await person()
    const token = await app.session(userName, password)
    expect((await app.signedCall(token, 'GET', 'logout')).status).toBe(200)
    expect(await app.signedCall(token, 'GET', 'logout')).toMatchObject(failure('PARAM.0030'))
    const actions = (await auditOf(server, id)).map(({ action }) => action)
    expect(actions).toContain('user.sessions_ended')
  })

  test.each([
    ['its person is disabled', (id: string) => server.app.services.deps.users.setEnabled({}, id, false)],
    [
      'its person gets another password',
      (id: string) => server.app.services.deps.users.setPassword({}, id, 'Other.2026x', false),
    ],
    [
      'its time is over',
      () =>
        server.database.pool.query(
          `update sessions set expires_at = now() - interval '1 second' where client_id is not null`,
        ),
    ],
  ])('is over when %s', async (_why, end) => {
    const { id, userName } = await person()
    const token = await app.session(userName, password)
    expect((await app.signedCall(token, 'GET', 'profile')).status).toBe(200)
    await end(id)
    expect(await app.signedCall(token, 'GET', 'profile')).toMatchObject(failure('PARAM.0030'))
  })

  test('shows in the account centre, which ends it', async () => {
    const { id, userName } = await person()
    const token = await app.session(userName, password)
    const { ownSessions } = server.app.services.deps
    const [session] = await ownSessions.list(id)
    expect(session).toMatchObject({ userAgent: 'test app', applications: [{ name: 'Demo OneAccess application' }] })
    const user = await server.app.services.deps.users.get(id)
    const own = { user, uid: 'another', provedFor: null, signedInAt: new Date(), remembered: false, amr: [] }
    await ownSessions.end({ userId: id }, own, session?.uid)
    expect(await app.signedCall(token, 'GET', 'profile')).toMatchObject(failure('PARAM.0030'))
  })

  test('is none of a browser: its token in the cookie signs nobody in', async () => {
    const { userName } = await person()
    const token = await app.session(userName, password)
    const answer = await fetch(`${server.issuer}/usercenter`, {
      headers: { cookie: `_session=${token}` },
      redirect: 'manual',
    })
    expect(await answer.text()).not.toContain(userName)
  })
})
