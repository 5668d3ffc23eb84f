import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const secret = 'a secret of the application'
const redirectUri = 'http://localhost:5173/callback'
const other = 'http://localhost:5173/other'

let server: TestServer
let one: string
let two: string

beforeAll(async () => {
  server = await startTestServer()
  const application = { secret, requirePkce: false, firstParty: true, scopes: ['openid', 'get_user_info'] }
  one = await server.addApplication({ ...application, redirectUris: [redirectUri], grantTypes: ['authorization_code'] })
  two = await server.addApplication({ ...application, redirectUris: [redirectUri, other] })
})
afterAll(() => server.close())

type Parameters = Record<string, string>

/** Where an authorization request leads somebody who signs in. */
async function authorize(clientId: string, parameters: Parameters, user = ['zhangsan', 'Zhangsan.2026']): Promise<URL> {
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, ...parameters })
  const person = new Person(server.issuer)
  const page = await person.visit(`/api/v1/oauth2/authorize?${query}`)
  return page.url.pathname === '/Account/Login' ? (await person.signIn(page, ...user)).url : page.url
}

async function redeem(clientId: string, code: string, parameters: Parameters = {}) {
  const form = { grant_type: 'authorization_code', code, client_id: clientId, client_secret: secret, ...parameters }
  const answer = await contractFetch(`${server.issuer}/api/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

async function tokenOf(clientId: string, scope: string, user?: string[]): Promise<string> {
  const back = await authorize(clientId, { scope, redirect_uri: redirectUri }, user)
  const { body } = await redeem(clientId, back.searchParams.get('code') ?? '', { redirect_uri: redirectUri })
  return body.access_token ?? ''
}

const userInfo = (token?: string) =>
  ask<Record<string, string>>(server, 'GET', '/api/v1/oauth2/userinfo', token === undefined ? {} : { token })

describe('the user information', () => {
  test('has the documented fields for OAuth 2.0, and the subject for OpenID Connect', async () => {
    const token = await tokenOf(one, 'get_user_info')
    const { sub } = decodeJwt(token)
    const documented = {
      id: sub,
      userName: 'zhangsan',
      name: '张三',
      email: 'zhangsan@example.com',
      mobile: '12345678901',
    }
    expect(await userInfo(token)).toMatchObject({ status: 200, body: documented })
    expect(Object.keys((await userInfo(token)).body).sort()).toEqual(Object.keys(documented).sort())
    expect((await userInfo(await tokenOf(one, 'openid'))).body).toEqual({ ...documented, sub })
  })

  test('is refused in the words of the page (I11), and its challenge in those that clients know (RFC 6750 section 3.1)', async () => {
    const words = {
      error: 'unauthorized',
      error_description: 'Full authentication is required to access this resource',
    }
    const none = await userInfo()
    expect([none.status, none.body]).toEqual([401, words])
    expect(none.headers.get('www-authenticate')).not.toContain('error=')
    const wrong = await userInfo('made-up')
    expect([wrong.status, wrong.body]).toEqual([401, words])
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  test('does not mind a parameter that nobody knows', async () => {
    const token = await tokenOf(one, 'get_user_info')
    expect((await ask(server, 'GET', '/api/v1/oauth2/userinfo?appid=1', { token })).status).toBe(200)
  })

  test('leaves out what the person does not have, and adds what the mapping names, over which the documented names win', async () => {
    const password = 'Sparse.2026'
    await server.addUser({ userName: 'sparse', password, firstName: '四', extension: { dept: 'R&D' } })
    const mapped = await server.addApplication({
      secret,
      requirePkce: false,
      firstParty: true,
      redirectUris: [redirectUri],
      scopes: ['get_user_info'],
      attributeMapping: { given: 'firstName', dept: 'extension.dept', userName: 'firstName', tel: 'mobile' },
    })
    const { body } = await userInfo(await tokenOf(mapped, 'get_user_info', ['sparse', password]))
    expect(body).toEqual({ id: body.id, userName: 'sparse', given: '四', dept: 'R&D' })
  })

  test('is refused without a token, with one of the other issuer, and to a person who is disabled', async () => {
    expect(await userInfo()).toMatchObject({ status: 401, body: { error: expect.any(String) } })
    expect((await userInfo('made-up')).status).toBe(401)
    const id = await server.addUser({ userName: 'leaving', password: 'Leaving.2026' })
    const token = await tokenOf(one, 'get_user_info', ['leaving', 'Leaving.2026'])
    expect((await userInfo(token)).status).toBe(200)
    await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
    expect((await userInfo(token)).status).toBe(401)
  })
})

describe('a form', () => {
  const asked = (parameters: Parameters) => ({
    method: 'POST',
    body: new URLSearchParams({
      response_type: 'code',
      client_id: one,
      scope: 'openid',
      redirect_uri: redirectUri,
      ...parameters,
    }),
  })

  test('asks for a code as an address does (OpenID Connect Core 1.0 section 3.1.2.1)', async () => {
    const person = new Person(server.issuer)
    const page = await person.visit('/api/v1/oauth2/authorize', asked({ state: 'one' }))
    expect(page.url.pathname).toBe('/Account/Login')
    const back = await person.signIn(page, 'zhangsan', 'Zhangsan.2026')
    expect(back.url.searchParams.get('state')).toBe('one')
    const code = back.url.searchParams.get('code') ?? ''
    expect((await redeem(one, code, { redirect_uri: redirectUri })).status).toBe(200)
    const again = await person.visit('/api/v1/oauth2/authorize', asked({ state: 'two', prompt: 'none' }))
    expect(again.url.searchParams.get('code')).toBeTruthy()
  })

  test('leads nowhere but to a registered address', async () => {
    const page = await new Person(server.issuer).visit('/api/v1/oauth2/authorize', asked({ redirect_uri: `${other}x` }))
    expect([page.status, page.url.origin]).toEqual([400, server.issuer])
  })

  test('asks for the user information, the token in the header or inside (section 5.3; RFC 6750 section 2.2)', async () => {
    const token = await tokenOf(one, 'openid')
    const { body } = await userInfo(token)
    const post = async (init: RequestInit) => {
      const answer = await contractFetch(`${server.issuer}/api/v1/oauth2/userinfo`, { method: 'POST', ...init })
      return [answer.status, await answer.json()]
    }
    const authorization = `Bearer ${token}`
    const inForm = new URLSearchParams({ access_token: token })
    expect(await post({ headers: { authorization } })).toEqual([200, body])
    expect(await post({ body: inForm })).toEqual([200, body])
    expect(await post({ headers: { authorization }, body: inForm })).toMatchObject([400, { error: 'invalid_request' }])
    expect(await post({ body: new URLSearchParams({ access_token: 'made-up' }) })).toMatchObject([
      401,
      { error: 'unauthorized' },
    ])
  })
})

describe('what is not offered', () => {
  test.each([
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'client_credentials',
  ])('is named: the grant %s (RFC 6749 section 5.2)', async (grant_type) => {
    const body = new URLSearchParams({ grant_type, client_id: one, client_secret: secret })
    const answer = await contractFetch(`${server.issuer}/api/v1/oauth2/token`, { method: 'POST', body })
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }])
  })

  test.each([
    [{ code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_type: 'code id_token token', nonce: 'n' }, 'unsupported_response_type'],
  ])('is told to the application, not to the person: %j (RFC 6749 section 4.1.2.1)', async (parameters, error) => {
    const back = await authorize(one, { scope: 'openid', redirect_uri: redirectUri, state: 's', ...parameters })
    expect(back.href).toContain(redirectUri)
    const answer = new URLSearchParams(back.hash.slice(1) || back.search)
    expect([answer.get('error'), answer.get('state')]).toEqual([error, 's'])
  })
})

describe('redirect_uri', () => {
  test('may be left out everywhere by an application of OAuth 2.0 with one address (I8, I9)', async () => {
    const back = await authorize(one, { scope: 'get_user_info' })
    expect(back.href).toContain(`${redirectUri}?`)
    expect((await redeem(one, back.searchParams.get('code') ?? '')).status).toBe(200)
  })

  test('may be left out at the authorization of OpenID Connect (I12), and not with the code (I13), which stays good', async () => {
    const code = (await authorize(one, { scope: 'openid' })).searchParams.get('code') ?? ''
    expect(await redeem(one, code)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    const { status, body } = await redeem(one, code, { redirect_uri: redirectUri })
    expect([status, typeof body.id_token]).toEqual([200, 'string'])
  })

  test('is demanded of an application with several', async () => {
    expect((await authorize(two, { scope: 'get_user_info' })).origin).toBe(server.issuer)
    const back = await authorize(two, { scope: 'get_user_info', redirect_uri: other })
    const code = back.searchParams.get('code') ?? ''
    expect(await redeem(two, code)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect((await redeem(two, code, { redirect_uri: other })).status).toBe(200)
  })

  test('of the code must be the one that it was sent to', async () => {
    const back = await authorize(two, { scope: 'get_user_info', redirect_uri: other })
    const code = back.searchParams.get('code') ?? ''
    expect(await redeem(two, code, { redirect_uri: redirectUri })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })
})

test('a refresh token comes where the application is registered for them, and for no other', async () => {
  const tokens = async (clientId: string) => {
    const back = await authorize(clientId, { scope: 'get_user_info', redirect_uri: redirectUri })
    return (await redeem(clientId, back.searchParams.get('code') ?? '', { redirect_uri: redirectUri })).body
  }
  expect(Object.keys(await tokens(one)).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type'])
  expect(await tokens(two)).toHaveProperty('refresh_token')
})
