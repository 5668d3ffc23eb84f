import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { receiveLogouts } from './support/logout-receiver.ts'
import { withOauth4webapi } from './support/with-oauth4webapi.ts'
import { withOpenidClient } from './support/with-openid-client.ts'

const clientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
const clientSecret = 'oneaccess.Demo.2026'
const redirectUri = 'http://localhost:5173/login/callback/'
const inForm = { client_id: clientId, client_secret: clientSecret }

let server: TestServer
let issuer: string

beforeAll(async () => {
  server = await startTestServer()
  issuer = `${server.issuer}/api/v1/oauth2`
})
afterAll(() => server.close())

const read = async (path: string) => (await contractFetch(new URL(path, server.issuer))).json()

/** A request as I12 documents it: without PKCE and nonce. */
function documentedRequest(changed: Record<string, string> = {}): URL {
  const url = new URL(`${issuer}/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    scope: 'openid',
    redirect_uri: redirectUri,
    state: 'af0ifjsldkj',
    ...changed,
  }).toString()
  return url
}

async function obtainCode(changed: Record<string, string> = {}, person = new Person(server.issuer)): Promise<string> {
  const answer = await person.signIn(await person.visit(documentedRequest(changed)))
  return answer.url.searchParams.get('code') ?? ''
}

/** Sends a form to a token endpoint, this issuer's unless told otherwise. */
async function requestTokens(form: Record<string, string>, endpoint = `${issuer}/token`) {
  const response = await contractFetch(endpoint, { method: 'POST', body: new URLSearchParams({ ...inForm, ...form }) })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const redeem = (code: string, endpoint?: string) =>
  requestTokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, endpoint)

describe('the OneAccess issuer (I16)', () => {
  test('names its own addresses in its configuration, and nothing that it does not answer', async () => {
    expect(await read('/api/v1/oauth2/.well-known/openid-configuration')).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      scopes_supported: ['get_user_info', 'openid'],
      response_types_supported: ['code', 'id_token'],
      grant_types_supported: expect.arrayContaining(['authorization_code', 'implicit', 'refresh_token']),
      claims_supported: expect.arrayContaining(['sub', 'id', 'userName', 'name', 'email', 'mobile']),
    })
    const account = (await read('/.well-known/openid-configuration')) as { issuer: string; token_endpoint: string }
    expect([account.issuer, account.token_endpoint]).toEqual([server.issuer, `${server.issuer}/connect/token`])
  })

  test('publishes the same keys as the other', async () => {
    const keys = await read('/api/v1/oauth2/jwks')
    expect(keys).toEqual(await read('/.well-known/openid-configuration/jwks'))
  })

  test('lets everybody keep configuration and keys for a while', async () => {
    for (const path of ['/.well-known/openid-configuration', '/jwks']) {
      const { headers } = await contractFetch(`${issuer}${path}`)
      expect(headers.get('cache-control')).toBe('public, max-age=900')
    }
  })
})

describe.each([
  ['openid-client', withOpenidClient],
  ['oauth4webapi', withOauth4webapi],
])('an application built on %s', (_name, discover) => {
  test('signs a person in and refreshes, finding the documented claims', async () => {
    const client = await discover(issuer, clientId, clientSecret)
    const person = new Person(server.issuer)
    const { url, exchange } = await client.authorization({ redirect_uri: redirectUri, scope: 'openid' })
    const answer = await person.signIn(await person.visit(url), 'zhangsan', 'Zhangsan.2026')
    expect(answer.status).toBe(302)
    expect(answer.url.searchParams.get('iss')).toBe(issuer)
    const tokens = await exchange(answer.url)
    expect([tokens.expires_in, tokens.scope]).toEqual([7200, 'openid'])

    const identity = decodeJwt(tokens.id_token ?? '')
    const { sub } = identity
    const person1 = {
      id: sub,
      userName: 'zhangsan',
      name: '张三',
      email: 'zhangsan@example.com',
      mobile: '12345678901',
    }
    expect(identity).toMatchObject({ iss: issuer, aud: clientId, ...person1 })
    expect((identity.exp ?? 0) - (identity.iat ?? 0)).toBe(7200)
    expect(decodeProtectedHeader(tokens.access_token).typ).toBe('at+jwt')
    expect(decodeJwt(tokens.access_token)).toMatchObject({ iss: issuer, aud: issuer, client_id: clientId, sub })

    const refreshed = await client.refresh(tokens.refresh_token ?? '')
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token)
    expect(decodeJwt(refreshed.id_token ?? '')).toMatchObject({ iss: issuer, sub })
  })
})

test('the number of a person from abroad has its dialling code in the id token', async () => {
  const password = 'Password.of.the.test.1'
  await server.addUser({ userName: 'from-abroad', password, itc: '+49', phone: '1700000077' })
  const person = new Person(server.issuer)
  const answer = await person.signIn(await person.visit(documentedRequest()), 'from-abroad', password)
  const { body } = await redeem(answer.url.searchParams.get('code') ?? '')
  expect(decodeJwt(body.id_token ?? '').mobile).toBe('+491700000077')
})

describe('a code', () => {
  test('is redeemed with the secret in the form, as documented (I13)', async () => {
    const { status, body } = await redeem(await obtainCode())
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'refresh_token',
      'scope',
      'token_type',
    ])
  })

  test('works once, and the refusal is worded as documented', async () => {
    const code = await obtainCode()
    await redeem(code)
    expect(await redeem(code)).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid authorization code' },
    })
  })

  test('gives no scope of the other issuer', async () => {
    const { body } = await redeem(await obtainCode({ scope: 'openid profile ZMS.UserDetails.Read' }))
    expect(body.scope).toBe('openid')
    expect(decodeJwt(body.access_token ?? '').scope).toBe('openid')
  })

  test('is worth nothing with a wrong secret; the answer says how to authenticate', async () => {
    const form = { grant_type: 'authorization_code', code: await obtainCode(), redirect_uri: redirectUri }
    const body = new URLSearchParams({ ...form, client_id: clientId, client_secret: 'wrong' })
    const { status, headers } = await contractFetch(`${issuer}/token`, { method: 'POST', body })
    expect([status, headers.get('www-authenticate')]).toEqual([401, `Basic realm="${issuer}"`])
  })

  test('comes without refresh token for an application that is not registered for them', async () => {
    const secret = 'a secret of the application'
    const id = await server.addApplication({
      secret,
      requirePkce: false,
      firstParty: true,
      redirectUris: [redirectUri],
      grantTypes: ['authorization_code'],
      scopes: ['openid'],
    })
    const code = await obtainCode({ client_id: id })
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
    const { status, body } = await requestTokens({ ...form, client_id: id, client_secret: secret })
    expect([status, 'refresh_token' in body]).toEqual([200, false])
  })
})

describe('what one issuer has issued the other refuses', () => {
  const account = () => `${server.issuer}/connect/token`

  test('a code', async () => {
    const code = await obtainCode()
    expect(await redeem(code, account())).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await redeem(code)).status).toBe(200)
  })

  test('a refresh token', async () => {
    const { body } = await redeem(await obtainCode())
    const form = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' }
    expect(await requestTokens(form, account())).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await requestTokens(form)).status).toBe(200)
    expect(await requestTokens({ ...form, refresh_token: 'made-up' })).toEqual({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid refresh token' },
    })
  })

  test('an interaction: its uid leads nowhere below the address of the other', async () => {
    const person = new Person(server.issuer)
    const page = await person.visit(documentedRequest())
    const returnUrl = page.url.searchParams.get('ReturnUrl') ?? ''
    expect(returnUrl).toMatch(/^\/api\/v1\/oauth2\/authorize\/[\w-]+$/)
    const moved = returnUrl.replace('/api/v1/oauth2/', '/connect/')
    const other = await person.signIn(await person.visit(`/Account/Login?ReturnUrl=${encodeURIComponent(moved)}`))
    expect(other.url.pathname).toBe('/usercenter')
  })
})

describe('an authorization request', () => {
  test.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['an address that is not registered', { redirect_uri: 'http://localhost:5173/elsewhere/' }],
    ['an application that has nothing to do here', { client_id: 'trustedDemo' }],
  ])('of %s is answered by a page and sent nowhere', async (_name, changed) => {
    const { status, url, body } = await new Person(server.issuer).visit(documentedRequest(changed))
    expect([status, url.origin]).toEqual([400, server.issuer])
    expect(body).toContain('<html')
  })

  test('for a scope that the application does not have is refused at the application', async () => {
    const id = await server.addApplication({ requirePkce: false, redirectUris: [redirectUri], scopes: ['openid'] })
    const { url } = await new Person(server.issuer).visit(documentedRequest({ client_id: id, scope: 'get_user_info' }))
    expect([url.origin, url.searchParams.get('error')]).toEqual([new URL(redirectUri).origin, 'invalid_scope'])
  })

  test.each([
    ['id_token token', { response_type: 'id_token token' }, 'unsupported_response_type'],
    ['an id_token that the application is not allowed', { response_type: 'id_token', nonce: 'n' }, 'invalid_request'],

    ['nobody signed in and nobody to be asked', { prompt: 'none' }, 'login_required'],
  ])('for %s is refused at the application', async (_name, changed, error) => {
    const { url, status } = await new Person(server.issuer).visit(documentedRequest(changed))
    const answer = new URLSearchParams(url.search || url.hash.slice(1))
    expect([status, answer.get('error'), answer.get('iss')]).toEqual([302, error, issuer])
  })

  test('may leave out the only registered address (I12)', async () => {
    const url = documentedRequest()
    url.searchParams.delete('redirect_uri')
    const person = new Person(server.issuer)
    const answer = await person.signIn(await person.visit(url))
    expect(answer.url.origin + answer.url.pathname).toBe(redirectUri)
  })

  test('without a scope asks for that of OAuth 2.0, which brings no id token (I8)', async () => {
    const secret = 'a secret of the application'
    const application = { requirePkce: false, firstParty: true, redirectUris: [redirectUri] }
    const id = await server.addApplication({ secret, ...application, scopes: ['get_user_info'] })
    const url = documentedRequest({ client_id: id })
    url.searchParams.delete('scope')
    const person = new Person(server.issuer)
    const answer = await person.signIn(await person.visit(url))
    const code = answer.url.searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
    const { body } = await requestTokens({ ...form, client_id: id, client_secret: secret })
    expect([body.scope, 'id_token' in body]).toEqual(['get_user_info', false])
  })

  test('answers by a form when asked to', async () => {
    const person = new Person(server.issuer)
    const page = await person.signIn(await person.visit(documentedRequest({ response_mode: 'form_post' })))
    expect(page.body).toContain(`action="${redirectUri}"`)
  })
})

describe('a session is one for both issuers', () => {
  /** The same person at an application of the Account API's issuer. */
  function accountRequest(prompt: string): URL {
    const url = new URL('/connect/authorize', server.issuer)
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: 'TestClient',
      scope: 'openid profile',
      redirect_uri: redirectUri,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      prompt,
    }).toString()
    return url
  }
  const outcome = async (person: Person, url: URL) => {
    const { searchParams } = (await person.visit(url)).url
    return searchParams.has('code') ? 'code' : searchParams.get('error')
  }

  test('who signed in at the first is signed in at the second', async () => {
    const person = new Person(server.issuer)
    await person.signIn(await person.visit(accountRequest('login')))
    expect(await outcome(person, documentedRequest({ prompt: 'none' }))).toBe('code')
  })

  test('who signed in at the second is signed in at the first; signing out ends both, tokens and all', async () => {
    const person = new Person(server.issuer)
    const { body } = await redeem(await obtainCode({}, person))
    expect(await outcome(person, accountRequest('none'))).toBe('code')
    const { accessTokens: oneAccessTokens } = server.app.services.engines.oneaccess
    expect(await oneAccessTokens.verify(body.access_token ?? '')).toBeDefined()

    await person.submit(await person.visit('/connect/endsession'), { logout: 'yes' })
    expect(await outcome(person, accountRequest('none'))).toBe('login_required')
    expect(await outcome(person, documentedRequest({ prompt: 'none' }))).toBe('login_required')
    expect(await oneAccessTokens.verify(body.access_token ?? '')).toBeUndefined()
    const refresh = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' }
    expect((await requestTokens(refresh)).status).toBe(400)
  })

  test('one application may use both: what was agreed to for one API does not stand for the other', async () => {
    const secret = 'a secret of the application'
    const id = await server.addApplication({
      secret,
      requirePkce: false,
      redirectUris: [redirectUri],
      scopes: ['openid'],
    })
    const atAccount = documentedRequest({ client_id: id })
    atAccount.pathname = '/connect/authorize'
    const person = new Person(server.issuer)
    const consent = await person.signIn(await person.visit(atAccount))
    expect((await person.submit(consent, { decision: 'allow' })).url.searchParams.has('code')).toBe(true)

    const again = await person.visit(documentedRequest({ client_id: id }))
    expect(again.url.pathname).toBe('/Account/Consent')
    const { url } = await person.submit(again, { decision: 'allow' })
    const form = {
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
    }
    const { body } = await requestTokens({ ...form, client_id: id, client_secret: secret })
    expect(body.scope).toBe('openid')
    expect(await outcome(person, atAccount)).toBe('code')
  })

  test('an application of both is told of the end by each, in its own name', async () => {
    const receiver = await receiveLogouts()
    const id = await server.addApplication({
      secret: 'a secret of the application',
      requirePkce: false,
      firstParty: true,
      redirectUris: [redirectUri],
      scopes: ['openid'],
      backchannelLogoutUri: receiver.uri,
    })
    const person = new Person(server.issuer)
    const request = documentedRequest({ client_id: id })
    await person.signIn(await person.visit(request))
    request.pathname = '/connect/authorize'
    expect(await outcome(person, request)).toBe('code')
    await person.visit('/api/v1/logout')
    const issuers = receiver.received.map(({ form }) => decodeJwt(form.get('logout_token') ?? '').iss)
    expect(issuers.sort()).toEqual([server.issuer, issuer])
    receiver.close()
  })

  test('somebody else signing in ends the session of who was there before', async () => {
    const person = new Person(server.issuer)
    await person.signIn(await person.visit(accountRequest('login')))
    const former = person.cookie('_session')
    const login = await person.visit(documentedRequest({ prompt: 'login' }))
    const page = await person.signIn(login, 'zhangsan', 'Zhangsan.2026')
    expect(page.body).toContain(`action="${server.issuer}/connect/endsession/confirm"`)
    const { url } = await person.submit(page, {})
    const { body } = await redeem(url.searchParams.get('code') ?? '')
    expect(decodeJwt(body.id_token ?? '').userName).toBe('zhangsan')
    expect(person.cookie('_session')).not.toBe(former)
  })

  test('an id token of the second is no hint for a sign-out, which the first answers', async () => {
    const { body } = await redeem(await obtainCode())
    const hint = new URLSearchParams({ id_token_hint: body.id_token ?? '' })
    expect((await new Person(server.issuer).visit(`/connect/endsession?${hint}`)).status).toBe(400)
  })

  test('a disabled person loses the tokens of both', async () => {
    const password = 'Password.of.the.test.1'
    const userId = await server.addUser({ userName: 'disabled-soon', password })
    const person = new Person(server.issuer)
    const answer = await person.signIn(await person.visit(documentedRequest()), 'disabled-soon', password)
    const { body } = await redeem(answer.url.searchParams.get('code') ?? '')
    const { accessTokens: oneAccessTokens } = server.app.services.engines.oneaccess
    expect((await oneAccessTokens.verify(body.access_token ?? ''))?.user?.id).toBe(userId)
    await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', userId).execute()
    expect(await oneAccessTokens.verify(body.access_token ?? '')).toBeUndefined()
    expect(await outcome(person, accountRequest('none'))).toBe('login_required')
    expect(await outcome(person, documentedRequest({ prompt: 'none' }))).toBe('login_required')
  })
})
