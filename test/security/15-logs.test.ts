import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { hashPassword } from '../../server/domain/passwords/hashing.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { freePort, type Running, run } from '../support/process.ts'
import { Browser } from './support/browser.ts'
import { encryptPassword, loginKey, openSignIn, submitUserLogin } from './support/doors.ts'
import {
  authorizeUrl,
  basic,
  obtainCode,
  post,
  redeem,
  redirectUri,
  refresh,
  tokensOf,
  userInfoStatus,
} from './support/flow.ts'

let database: TestDatabase
let server: Running
let issuer: string

const person = {
  id: crypto.randomUUID(),
  userName: 'quietPerson',
  displayName: 'Quiet Surname',
  email: 'quiet.person@example.com',
  itc: '+86',
  phone: '13987654321',
}
const password = 'Quiet.Password.1'
const wrongPassword = 'Wrong.Password.1'
const secret = 'quiet-client-secret'
const secretKey = randomBytes(32).toString('base64')

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await db.insertInto('users').values(person).execute()
  await db
    .insertInto('passwordCredentials')
    .values({ userId: person.id, hash: await hashPassword(password) })
    .execute()
  const port = await freePort()
  issuer = `http://localhost:${port}`
  server = run('server/main.ts', {
    PORT: String(port),
    DATABASE_URL: database.url,
    SECRET_KEY: secretKey,
    SEED: 'demo',
    LOG_LEVEL: 'trace',
  })
  await server.says('OpenAccount ready')
  const application = {
    name: 'Quiet',
    tokenEndpointAuthMethod: 'client_secret_basic' as const,
    secretHash: sha256(secret),
  }
  const rights = {
    grantTypes: ['password', 'client_credentials', 'refresh_token'],
    scopes: ['openid', 'offline_access', 'ZMS.Users.Read'],
  }
  await db
    .insertInto('applications')
    .values({ clientId: 'quiet', id: crypto.randomUUID(), ...application, ...rights })
    .execute()
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended()
  await database.close()
})

test('15: the log holds no password, code, token, cookie, secret, phone number or address of anybody', async () => {
  const secrets = new Map<string, string | undefined>(
    Object.entries({ password, wrongPassword, secret, secretKey, ...person, id: undefined }),
  )
  const note = (name: string, value: string | undefined) => secrets.set(name, value)

  const browser = new Browser(issuer)
  const login = await browser.follow(
    await browser.get(authorizeUrl(issuer, { login_hint: person.email, state: 'quiet-state-value' })),
  )
  note('state', 'quiet-state-value')
  const page = browser.fieldsOf(login, {})
  await browser.post('/Account/Login', { ...page, username: person.email, password: wrongPassword })
  const signedIn = await browser.post('/Account/Login', { ...page, username: person.phone, password })
  const answer = await browser.follow(signedIn)
  note('session', browser.cookie('_session'))
  note('request token', page.__RequestVerificationToken)
  const code = new URL(answer.location ?? '').searchParams.get('code') ?? ''
  note('code', code)
  const tokens = await tokensOf(await redeem(issuer, code))
  const later = await tokensOf(await refresh(issuer, tokens.refresh_token))
  for (const [name, made] of [
    ['tokens', tokens],
    ['later tokens', later],
  ] as const) {
    note(`${name}: access`, made.access_token)
    note(`${name}: id`, made.id_token)
    note(`${name}: refresh`, made.refresh_token)
  }
  expect(await userInfoStatus(issuer, later.access_token)).toBe(200)

  const encrypted = encryptPassword(await loginKey(issuer), password)
  note('encrypted password', encrypted)
  await submitUserLogin(issuer, await openSignIn(issuer), { name: person.userName, encrypted })
  const credentials = basic('quiet', secret)
  note('credentials', credentials.authorization?.split(' ')[1])
  const form = { grant_type: 'password', username: person.userName, scope: 'openid offline_access' }
  const granted = await tokensOf(await post(issuer, '/connect/token', { ...form, password }, credentials))
  note('granted refresh token', granted.refresh_token)
  await post(issuer, '/connect/token', { ...form, password: wrongPassword }, credentials)

  // Failures, which are where logs say most: replays, refusals, broken requests.
  expect((await redeem(issuer, code)).status).toBe(400)
  await refresh(issuer, tokens.refresh_token)
  await post(issuer, '/connect/introspect', { token: later.access_token }, credentials)
  await post(issuer, '/connect/revocation', { token: granted.refresh_token }, credentials)
  await browser.get(
    `/connect/endsession?id_token_hint=${later.id_token}&post_logout_redirect_uri=${encodeURIComponent(redirectUri)}`,
  )
  await browser.get(`/Account/Login?ReturnUrl=/x?password=${wrongPassword}`)
  await browser.get(`/nowhere/${person.email}?token=${later.access_token}`)
  await browser.post('/Account/Login', { username: person.phone, password })
  await fetch(new URL('/connect/userinfo', issuer), { headers: { authorization: `Bearer ${later.access_token}x` } })
  await fetch(new URL('/connect/token', issuer), {
    method: 'POST',
    body: `password=${password}%00`,
    headers: { 'content-type': 'application/json' },
  })
  note('another code', await obtainCode(issuer, {}))

  // Lines are written many at once, in their order: with the last one all are there.
  const last = await fetch(new URL('/healthz', issuer))
  await server.says(last.headers.get('x-request-id') ?? '')
  const output = server.output()
  expect(output.split('\n').length).toBeGreaterThan(25)
  expect(output).toContain('"operationId":"issueToken"')
  for (const [name, value] of secrets) {
    if (value === undefined || name === 'itc') continue
    for (const text of [value, encodeURIComponent(value), Buffer.from(value).toString('base64')]) {
      expect([name, text, output.includes(text)]).toEqual([name, text, false])
    }
  }
})

test('15: the request id of a page that says no leads to a line in the log that says why', async () => {
  const pages = [
    ['/connect/authorize?client_id=nobody', 'invalid_client'],
    ['/Account/Consent?ReturnUrl=/connect/authorize/0123456789abcdef', 'interaction_over'],
    ['/connect/authorize/0123456789abcdef', 'interaction_over'],
    ['/connect/endsession?id_token_hint=nonsense', 'invalid_request: could not decode id_token_hint'],
    ['/nowhere', 'not_found'],
    ['/api/v1/saml2/idp/sso?sp=demo', 'saml_application_unknown'],
  ] as const
  const browser = new Browser(issuer)
  await browser.get('/Account/Login')
  for (const [path, reason] of pages) {
    const { body } = await browser.get(path)
    const id = /<code>([0-9a-f-]{36})<\/code>/.exec(body)?.[1]
    expect([path, id]).toEqual([path, expect.any(String)])
    const lineOf = () =>
      server
        .output()
        .split('\n')
        .find((line) => line.includes(`"requestId":"${id}"`) && line.includes('"path"'))
    await expect.poll(lineOf).toContain(`"reason":"${reason}`)
    // The page has the word, and none of the engine's sentences.
    expect(body).toContain(`<code>${reason.split(':')[0]}</code>`)
    expect(body).not.toContain('could not decode')
  }
})
