import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, managementToken } from '../support/api.ts'
import { AppDevice, type ErrorCode } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let app: AppDevice
let token: string
beforeAll(async () => {
  server = await startTestServer()
  app = new AppDevice(server)
  token = await managementToken(server)
})
afterAll(() => server.close())

const failure = (error_code: string) => ({ status: 400, body: { error_code } })
const device = (fingerprint = app.fingerprint) => ({
  operating_sys_version: 'Android 10',
  device_ip: '10.10.10.1',
  device_fingerprint: fingerprint,
})
const post = <Body>(path: string, body: object, credential = token) =>
  ask<Body & ErrorCode>(server, 'POST', `/api/v2/tenant/sso/${path}`, { token: credential, body })
const ticketFor = (session_token: string, more: object = {}) =>
  post<{ sso_ticket: string; expire: number }>('session-token/sso-ticket', { session_token, ...device(), ...more })
const verify = (sso_ticket: string, fingerprint?: string, credential?: string) =>
  post<{ data: { user: object } }>('sso-ticket/verify', { sso_ticket, ...device(fingerprint) }, credential)

/** Another application and its credential. */
async function otherApplication(facts: object = {}) {
  const secret = 'a secret of another application'
  const clientId = await server.addApplication({ secret, grantTypes: ['client_credentials'], ...facts })
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret })
  const answer = await fetch(`${server.issuer}/api/v2/tenant/token`, { method: 'POST', body: form })
  return { clientId, credential: ((await answer.json()) as { access_token: string }).access_token }
}

describe('a ticket (S24, S25)', () => {
  test('tells who is signed in', async () => {
    const { status, body } = await ticketFor(await app.session())
    expect([status, body]).toEqual([200, { expire: 60, sso_ticket: expect.any(String) }])
    const told = await verify(body.sso_ticket)
    expect([told.status, told.body]).toEqual([
      200,
      {
        code: '200',
        message: 'success',
        data: {
          user: {
            userName: 'zhangsan',
            id: expect.any(String),
            name: '张三',
            mobile: '12345678901',
            email: 'zhangsan@example.com',
          },
        },
      },
    ])
  })

  test('is good once when 32 come at once', async () => {
    const { sso_ticket } = (await ticketFor(await app.session())).body
    const answers = await Promise.all(Array.from({ length: 32 }, () => verify(sso_ticket)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    expect(answers.filter(({ body }) => body.error_code === 'PARAM.0032').length).toBe(31)
  })

  test('is for the application that it names, and for that device', async () => {
    const other = await otherApplication()
    const session = await app.session()
    const { sso_ticket } = (await ticketFor(session, { client_id: other.clientId })).body
    expect(await verify(sso_ticket)).toMatchObject(failure('PARAM.0032'))
    expect(await verify(sso_ticket, 'another', other.credential)).toMatchObject(failure('PARAM.0032'))
    expect((await verify(sso_ticket, undefined, other.credential)).status).toBe(200)
  })

  test.each([
    ['the session ends', (session: string) => app.signedCall(session, 'GET', 'logout')],
    ['its minute is over', () => server.database.pool.query('update sso_tickets set expires_at = now()')],
  ])('is none after %s', async (_why, end) => {
    const session = await app.session()
    const { sso_ticket } = (await ticketFor(session)).body
    await end(session)
    expect(await verify(sso_ticket)).toMatchObject(failure('PARAM.0032'))
  })

  test('is refused for a session that is none, of another device, or of another application', async () => {
    const session = await app.session()
    expect(await ticketFor('never-given')).toMatchObject(failure('PARAM.0033'))
    expect(await ticketFor(session, device('another'))).toMatchObject(failure('PARAM.0033'))
    const { credential } = await otherApplication()
    const body = { session_token: session, ...device() }
    expect(await post('session-token/sso-ticket', body, credential)).toMatchObject(failure('PARAM.0033'))
    expect(await post('sso-ticket/verify', device())).toMatchObject(failure('PARAM.0031'))
  })

  test('is refused for an application that is none, is disabled, or does not let the person in', async () => {
    const session = await app.session()
    const disabled = await server.addApplication({ enabled: false })
    const closed = await server.addApplication({ applicationAccountRequired: true })
    expect(await ticketFor(session, { client_id: 'nobody' })).toMatchObject(failure('APP.0001'))
    expect(await ticketFor(session, { client_id: disabled })).toMatchObject(failure('APP.0003'))
    expect(await ticketFor(session, { client_id: closed })).toMatchObject(failure('APP_ACCOUNT.0001'))
  })
})

describe('a new session token (S26)', () => {
  const refresh = (session_token: string, fingerprint?: string) =>
    post<{ session_token: string; id_token: string; expire: number }>('session-token/refresh', {
      session_token,
      ...device(fingerprint),
    })

  test('takes the place of the former one', async () => {
    const session = await app.session()
    const { status, body } = await refresh(session)
    expect([status, body]).toEqual([
      200,
      { session_token: expect.stringMatching(/^bts/), id_token: expect.any(String), expire: 43_200 },
    ])
    expect((await app.signedCall(body.session_token, 'GET', 'profile')).status).toBe(200)
    expect(await app.signedCall(session, 'GET', 'profile')).toMatchObject(failure('PARAM.0030'))
    expect(await refresh(session)).toMatchObject(failure('PARAM.0033'))
  })

  test('is one when 32 ask at once, and none for another device', async () => {
    const session = await app.session()
    expect(await refresh(session, 'another')).toMatchObject(failure('PARAM.0033'))
    const answers = await Promise.all(Array.from({ length: 32 }, () => refresh(session)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  })
})
