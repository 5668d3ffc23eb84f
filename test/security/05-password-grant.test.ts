import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { basic, errorOf, failureOf, type Parameters, post, refresh, tokensOf, userInfoStatus } from './support/flow.ts'

let server: TestServer
const secret = 'a secret of the application'

beforeAll(async () => {
  server = await startTestServer({
    signInLimits: {
      accountAndAddress: { attempts: 4, seconds: 600 },
      address: { attempts: 10_000, seconds: 60 },
      account: { attempts: 10_000, seconds: 60 },
    },
  })
})
afterAll(() => server.close())

/** A token request with the demo automation's credentials, unless told otherwise. */
function signIn(fields: Parameters, headers = basic('testAutoClient', 'testAuto.2022')): Promise<Response> {
  const person = { username: 'testUserName', password: 'Abc.123456' }
  return post(server.issuer, '/connect/token', { grant_type: 'password', ...person, ...fields }, headers)
}

test('5: the password grant is off for an application that is not registered for it', async () => {
  const refused = 'requested grant type is not allowed for this client'
  expect(await failureOf(await signIn({}, basic('trustedDemo', 'trusted.Demo.2026')))).toContain(refused)
  expect(await failureOf(await signIn({ client_id: 'TestClient' }, {}))).toContain(refused)
})

test('5: a public client is refused even when it is registered for it', async () => {
  const grants = { grantTypes: ['password'], responseTypes: [], redirectUris: [] }
  const client_id = await server.addApplication(grants)
  expect(await errorOf(await signIn({ client_id }, {}))).toBe('unauthorized_client')
})

test('5: it needs the secret of the application', async () => {
  expect(await errorOf(await signIn({ client_id: 'testAutoClient' }, {}))).toBe('invalid_client')
  expect(await errorOf(await signIn({}, basic('testAutoClient', 'wrong')))).toBe('invalid_client')
})

test('5: it grants registered scopes only, and a refresh token only where that is registered', async () => {
  expect(await errorOf(await signIn({ scope: 'openid ZMS.Users.Write' }))).toBe('invalid_scope')
  const plain = await tokensOf(await signIn({ scope: 'openid profile' }))
  expect(plain.refresh_token).toBeUndefined()
  expect(await userInfoStatus(server.issuer, plain.access_token)).toBe(200)
  const grants = { grantTypes: ['password'], responseTypes: [], redirectUris: [], secret }
  const id = await server.addApplication(grants)
  const tokens = await tokensOf(await signIn({ scope: 'openid offline_access' }, basic(id, secret)))
  expect(tokens.refresh_token).toBeUndefined()
})

test('5: its refresh token rotates and is bound as any other', async () => {
  const headers = basic('testAutoClient', 'testAuto.2022')
  const { refresh_token } = await tokensOf(await signIn({ scope: 'openid offline_access' }))
  expect(await errorOf(await refresh(server.issuer, refresh_token))).toBe('invalid_grant')
  const fields = { grant_type: 'refresh_token', refresh_token }
  const next = await tokensOf(await post(server.issuer, '/connect/token', fields, headers))
  expect(next.refresh_token).not.toBe(refresh_token)
})

test('5: it is refused where the client demands a second factor, or does not let the person in', async () => {
  const { db } = server.database
  const tokenFor = async (settings: { secondFactor?: 'none' | 'sms'; applicationAccountRequired?: boolean }) => {
    const clientId = await server.addApplication({ secret: 'a secret', grantTypes: ['password'], scopes: ['openid'] })
    await db.updateTable('applications').set(settings).where('clientId', '=', clientId).execute()
    const authorization = `Basic ${btoa(`${clientId}:a%20secret`)}`
    const fields = { grant_type: 'password', username: 'testUserName', password: 'Abc.123456', scope: 'openid' }
    return post(server.issuer, '/connect/token', fields, { authorization })
  }
  expect((await tokenFor({ secondFactor: 'none' })).status).toBe(200)
  expect(await errorOf(await tokenFor({ secondFactor: 'sms' }))).toBe('unauthorized_client')
  expect(await errorOf(await tokenFor({ applicationAccountRequired: true }))).toBe('invalid_grant')
})

test('5: it is refused while something else is due: a new password, an account out of use', async () => {
  const { db } = server.database
  const password = 'A password 1.'
  const due = await server.addUser({ userName: 'passwordDue', password })
  await db.updateTable('passwordCredentials').set({ mustChange: true }).where('userId', '=', due).execute()
  const old = await server.addUser({ userName: 'passwordOld', password })
  await db
    .updateTable('passwordCredentials')
    .set({ expiresAt: new Date(0) })
    .where('userId', '=', old)
    .execute()
  await server.addUser({ userName: 'disabled', password, accountState: 'Disabled' })
  await server.addUser({ userName: 'locked', password, accountState: 'Locked' })
  await server.addUser({ userName: 'noPassword' })
  for (const username of ['passwordDue', 'passwordOld', 'disabled', 'locked', 'noPassword']) {
    expect(await errorOf(await signIn({ username, password }))).toBe('invalid_grant')
  }
})

test('5: it is throttled as every other sign-in, whatever the application', async () => {
  const grants = { grantTypes: ['password'], responseTypes: [], redirectUris: [], secret }
  const other = basic(await server.addApplication(grants), secret)
  await server.addUser({ userName: 'guessed', password: 'A password 1.' })
  for (const headers of [undefined, other, undefined, other]) {
    const answer = await signIn({ username: 'guessed', password: 'wrong' }, headers)
    expect(await errorOf(answer)).toBe('invalid_grant')
  }
  for (const headers of [undefined, other]) {
    const answer = await signIn({ username: 'guessed', password: 'A password 1.' }, headers)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await errorOf(answer)).toBe('temporarily_unavailable')
  }
})
