import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  basic,
  clientToken,
  errorOf,
  introspect,
  obtainTokens,
  post,
  redirectUri,
  tokensOf,
  userInfoStatus,
} from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('8: every access token names the API as its audience, the client, and its scope', async () => {
  const { access_token } = await obtainTokens(server.issuer)
  expect(decodeJwt(access_token)).toMatchObject({
    aud: `${server.issuer}/api`,
    client_id: 'TestClient',
    scope: expect.stringContaining('openid'),
  })
  const own = decodeJwt(await clientToken(server.issuer, 'trustedDemo', 'trusted.Demo.2026', 'ZMS.Users.Read'))
  expect(own).toMatchObject({ aud: `${server.issuer}/api`, sub: 'trustedDemo', scope: 'ZMS.Users.Read' })
  expect(own.grant_id).toBeUndefined()
})

test('8: no other audience can be asked for', async () => {
  const answer = await post(
    server.issuer,
    '/connect/token',
    { grant_type: 'client_credentials', resource: 'https://attacker.example/api' },
    basic('trustedDemo', 'trusted.Demo.2026'),
  )
  expect(await errorOf(answer)).toBe('invalid_target')
  await expect(obtainTokens(server.issuer, { resource: 'https://attacker.example/api' })).rejects.toThrow(
    'invalid_target',
  )
})

test('8: userinfo wants a scope of OpenID Connect, and says which', async () => {
  const scopes = ['ZMS.UserDetails.Read']
  const client_id = await server.addApplication({ redirectUris: [redirectUri], scopes, firstParty: true })
  const tokens = await obtainTokens(server.issuer, {
    client_id,
    redirect_uri: redirectUri,
    scope: 'ZMS.UserDetails.Read',
  })
  const answer = await contractFetch(new URL('/connect/userinfo', server.issuer), {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
})

test('8: userinfo tells no more than the scopes of the token, whoever holds it', async () => {
  const { access_token } = await obtainTokens(server.issuer, { scope: 'openid' })
  const answer = await contractFetch(new URL('/connect/userinfo', server.issuer), {
    headers: { authorization: `Bearer ${access_token}` },
  })
  expect(Object.keys((await answer.json()) as object)).toEqual(['sub'])
})

test("8: a client's own token is nobody's at userinfo, even one with the right scope", async () => {
  const secret = 'a secret of the application'
  const grants = { grantTypes: ['client_credentials'], responseTypes: [], redirectUris: [] }
  const id = await server.addApplication({ secret, ...grants, scopes: ['openid', 'profile'] })
  expect(await userInfoStatus(server.issuer, await clientToken(server.issuer, id, secret, 'openid profile'))).toBe(401)
})

test('8: a client id cannot be a GUID, so no client can have the subject of a person', async () => {
  const { sub } = decodeJwt((await obtainTokens(server.issuer)).access_token)
  for (const clientId of [String(sub), String(sub).toUpperCase()]) {
    const application = { clientId, secret: 'a secret', grantTypes: ['client_credentials'] }
    await expect(server.addApplication(application)).rejects.toThrow('applications_client_id_is_no_guid')
  }
})

test('8: a token is taken from one place: the header, or the form', async () => {
  const { access_token } = await obtainTokens(server.issuer)
  const url = new URL('/connect/userinfo', server.issuer)
  const form = { method: 'POST', body: new URLSearchParams({ access_token }) }
  const status = async (init: RequestInit, query = '') => (await contractFetch(new URL(query, url), init)).status
  const header = (authorization: string) => ({ headers: { authorization } })
  expect(await status(header(`Bearer ${access_token}`))).toBe(200)
  expect(await status(form)).toBe(200)
  expect(await status({}, `?access_token=${access_token}`)).toBe(401)
  expect(await status({ ...form, ...header(`Bearer ${access_token}`) })).toBe(400)
  expect(await status(header(`Basic ${access_token}`))).toBe(401)
  expect(await status(header(`Bearer ${access_token} ${access_token}`))).toBe(401)
  expect(await status(header(`Bearer ${access_token}, Bearer ${access_token}`))).toBe(401)
})

test('8: a refresh token, a code or an id token opens nothing', async () => {
  const tokens = await tokensOf(
    await post(
      server.issuer,
      '/connect/token',
      { grant_type: 'password', username: 'testUserName', password: 'Abc.123456', scope: 'openid offline_access' },
      basic('testAutoClient', 'testAuto.2022'),
    ),
  )
  expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  expect(await userInfoStatus(server.issuer, tokens.refresh_token)).toBe(401)
  expect(await userInfoStatus(server.issuer, tokens.id_token)).toBe(401)
})

test('8: a token of one issuer is refused where tokens of the other are taken, though the keys are the same', async () => {
  const secret = 'a secret of the application'
  const application = { secret, requirePkce: false, firstParty: true, redirectUris: [redirectUri] }
  const client_id = await server.addApplication({ ...application, scopes: ['openid'] })
  const issuer = `${server.issuer}/api/v1/oauth2`
  const person = new Person(server.issuer)
  const request = new URLSearchParams({ response_type: 'code', client_id, redirect_uri: redirectUri, scope: 'openid' })
  const answer = await person.signIn(await person.visit(`${issuer}/authorize?${request}`))
  const code = answer.url.searchParams.get('code') ?? undefined
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id, client_secret: secret }
  const second = await tokensOf(await post(server.issuer, '/api/v1/oauth2/token', form))
  expect(decodeJwt(second.access_token)).toMatchObject({ iss: issuer, aud: issuer })
  expect(await userInfoStatus(server.issuer, second.access_token)).toBe(401)
  expect(await introspect(server.issuer, second.access_token, {}, basic(client_id, secret))).toEqual({ active: false })

  const first = await obtainTokens(server.issuer)
  const { account, oneaccess } = server.app.services.engines
  const [accessTokens, oneAccessTokens] = [account.accessTokens, oneaccess.accessTokens]
  expect(await oneAccessTokens.verify(second.access_token)).toBeDefined()
  expect(await oneAccessTokens.verify(first.access_token)).toBeUndefined()
  expect(await accessTokens.verify(first.access_token)).toBeDefined()
})
