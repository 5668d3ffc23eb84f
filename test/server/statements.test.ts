import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatementsAlone, withoutSchedule } from '../support/statements.ts'

/** Statements of one request each, with a warm cache of applications. A change of these figures is a decision. */
const budget = {
  'configuration and keys': 0,
  'client credentials': 0,
  'authorization request, signed out': 1,
  'sign-in page': 1,
  'sign-in form': 7,
  'authorization goes on': 6,
  'code for tokens': 1,
  userinfo: 1,
  introspection: 1,
  'introspection of a refresh token': 1,
  refresh: 1,
  'revocation of an access token': 6,
  'password grant': 7,
  'session check': 2,
  'authorization request, signed in': 1,
}

let server: TestServer
const counted: Record<string, number> = {}

beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

async function count<T>(operation: keyof typeof budget, work: () => Promise<T>): Promise<T> {
  let result: T | undefined
  counted[operation] = await countStatementsAlone(server, async () => {
    result = await work()
  })
  return result as T
}

const basic = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` })
const redirectUri = 'http://localhost:5173/login/callback/'
const verifier = 'a-code-verifier-of-at-least-forty-three-characters'

function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return contractFetch(`${server.issuer}${path}`, { method: 'POST', body: new URLSearchParams(form), headers })
}

test('each protocol operation keeps to its number of statements', async () => {
  const trusted = basic('trustedDemo', 'trusted.Demo.2026')
  const automation = basic('testAutoClient', 'testAuto.2022')
  const person = new Person(server.issuer)
  const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)))
  const authorize = `/connect/authorize?${new URLSearchParams({
    client_id: 'TestClient',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid offline_access',
    code_challenge: challenge.toString('base64url'),
    code_challenge_method: 'S256',
  })}`
  const step = (path: string, init: RequestInit = {}) =>
    contractFetch(new URL(path, server.issuer), { ...init, redirect: 'manual' })

  await person.visit(authorize)
  await post('/connect/token', { grant_type: 'client_credentials', scope: 'ZMS.Users.Read' }, trusted)
  await post('/connect/token', { grant_type: 'password' }, automation)

  await count('configuration and keys', () => step('/.well-known/openid-configuration/jwks'))
  await count('client credentials', () =>
    post('/connect/token', { grant_type: 'client_credentials', scope: 'ZMS.Users.Read' }, trusted),
  )

  const cookies = new Map<string, string>()
  const browse = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await step(path, { ...init, headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    return response
  }
  const toLogin = await count('authorization request, signed out', () => browse(authorize))
  const loginPage = await count('sign-in page', () => browse(toLogin.headers.get('location') ?? ''))
  const token = /__RequestVerificationToken" value="([^"]+)"/.exec(await loginPage.text())?.[1] ?? ''
  const returnUrl = new URL(toLogin.headers.get('location') ?? '', server.issuer).searchParams.get('ReturnUrl') ?? ''
  const form = {
    username: 'testUserName',
    password: 'Abc.123456',
    ReturnUrl: returnUrl,
    __RequestVerificationToken: token,
  }
  const signedIn = await count('sign-in form', () =>
    browse('/Account/Login', { method: 'POST', body: new URLSearchParams(form) }),
  )
  const resumed = await count('authorization goes on', () => browse(signedIn.headers.get('location') ?? ''))
  const code = new URL(resumed.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const redemption = {
    grant_type: 'authorization_code',
    client_id: 'TestClient',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  }
  const tokens = await (await count('code for tokens', () => post('/connect/token', redemption))).json()
  const bearer = { authorization: `Bearer ${tokens.access_token}` }
  await count('userinfo', () => contractFetch(`${server.issuer}/connect/userinfo`, { headers: bearer }))
  await count('introspection', () => post('/connect/introspect', { token: tokens.access_token }, trusted))
  await count('introspection of a refresh token', () =>
    post('/connect/introspect', { token: tokens.refresh_token, client_id: 'TestClient' }),
  )
  const refresh = { grant_type: 'refresh_token', client_id: 'TestClient', refresh_token: tokens.refresh_token }
  await count('refresh', () => post('/connect/token', refresh))
  await count('session check', () =>
    browse(`/usercenter/checksession?${new URLSearchParams({ returnUrl: 'http://localhost:5173/' })}`),
  )
  await count('authorization request, signed in', () => browse(authorize))
  await count('revocation of an access token', () =>
    post('/connect/revocation', { token: tokens.access_token, client_id: 'TestClient' }),
  )
  const password = {
    grant_type: 'password',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid offline_access',
  }
  await count('password grant', () => post('/connect/token', password, automation))

  expect(counted).toEqual(budget)
})
