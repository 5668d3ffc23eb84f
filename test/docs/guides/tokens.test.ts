import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { receiveLogouts } from '../../oidc/support/logout-receiver.ts'
import { consentTo, RelyingParty, signedOutUri } from '../../oidc/support/relying-party.ts'
import {
  answerOf,
  authorize,
  clientToken,
  obtainTokens,
  type Parameters,
  redirectUri,
  refresh,
  tokensOf,
} from '../../security/support/flow.ts'
import { Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { type Row, tableIn } from './table.ts'

const accountGuide = 'account/tokens-and-discovery'
const oneAccessRoot = '/api/v1/oauth2'

let server: TestServer
let mock: RunningMock
let both: readonly [name: string, origin: string][]
beforeAll(async () => {
  ;[server, mock] = await Promise.all([startTestServer(), startMock()])
  both = [
    ['server', server.issuer],
    ['mock', mock.origin],
  ]
})
afterAll(() => Promise.all([server.close(), mock.stop()]))

/** The address that the guides use in place of the origin. */
const documented = (origin: string, text: string) => text.replace(origin, 'http://localhost:3000')

const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => name).sort()
const always = (rows: readonly Row[]) => rows.filter(({ last }) => last === 'always')
const without = (rows: readonly Row[], ...left: string[]) => rows.filter(({ name }) => !left.includes(name))
const claimsOf = (token: string | undefined) => Object.keys(decodeJwt(token ?? '')).sort()

/** The header of a token, with whether it names a key that the issuer has published. */
async function headerOf(keysAddress: string, token: string | undefined) {
  const { kid, ...header } = decodeProtectedHeader(token ?? '')
  const { keys } = (await (await fetch(keysAddress)).json()) as { keys: { kid: string }[] }
  return { ...header, published: keys.some((key) => key.kid === kid) }
}

/** The header that the guide gives a token; the first algorithm is that of who has asked for no other. */
function headerIn(token: string) {
  const row = tableIn(accountGuide, 'Headers').find(({ name }) => name === token)
  const typ = row?.last.replaceAll('`', '')
  return { alg: row?.values[0], ...(typ !== 'none' && { typ }), published: true }
}

/** Signs in at OneAccess and redeems the code. */
async function oneAccessTokens(origin: string, changed: Record<string, string> = {}) {
  const application = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', redirect_uri: redirectUri }
  const query = new URLSearchParams({ response_type: 'code', scope: 'openid', ...application, ...changed })
  const person = new Person(origin)
  let page = await person.visit(`${oneAccessRoot}/authorize?${query}`)
  if (page.url.origin === origin) page = await person.signIn(page)
  const code = page.url.searchParams.get('code') ?? ''
  return oneAccessToken(origin, { grant_type: 'authorization_code', code, ...application })
}

async function oneAccessToken(origin: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ client_secret: 'oneaccess.Demo.2026', ...fields })
  return tokensOf(await fetch(`${origin}${oneAccessRoot}/token`, { method: 'POST', body }))
}

test.each([
  ['Account', '', accountGuide, 'Discovery'],
  ['OneAccess', oneAccessRoot, 'oneaccess/oidc', 'What the metadata say'],
])('the metadata of %s are those that the guide lists, on server and mock', async (_name, root, guide, heading) => {
  const rows = tableIn(guide, heading)
  for (const [name, origin] of both) {
    const answer = await fetch(`${origin}${root}/.well-known/openid-configuration`)
    const members = Object.entries((await answer.json()) as Record<string, unknown>)
    const found = members.map(([member, value]) => [
      member,
      [value].flat().map((item) => documented(origin, String(item))),
    ])
    expect([name, Object.fromEntries(found)]).toEqual([
      name,
      Object.fromEntries(rows.map((row) => [row.name, row.values])),
    ])
  }
})

describe('tokens of the Account API are those that the guide lists', () => {
  const identity = tableIn(accountGuide, 'id_token')
  const access = tableIn(accountGuide, 'Access token')
  const userinfo = tableIn(accountGuide, 'userinfo')

  test('by a sign-in that asks for nothing more, on server and mock', async () => {
    for (const [name, origin] of both) {
      const tokens = await obtainTokens(origin, { scope: 'openid' })
      const { aud } = decodeJwt(tokens.access_token)
      expect([name, claimsOf(tokens.id_token), claimsOf(tokens.access_token)]).toEqual([
        name,
        namesOf(always(identity)),
        namesOf(access),
      ])
      expect(access.find((row) => row.name === 'aud')?.values).toContain(documented(origin, String(aud)))
      expect([name, decodeJwt(tokens.id_token ?? '').aud]).toEqual([name, 'TestClient'])
    }
  })

  test.each([
    ['nonce', { nonce: 'n' }, ['nonce']],
    ['max_age', { max_age: '600' }, ['auth_time']],
    ['prompt=login', { prompt: 'login', nonce: 'n' }, ['auth_time', 'nonce']],
  ])('with %s, also after a refresh, on server and mock', async (_name, changed: Parameters, added) => {
    for (const [name, origin] of both) {
      const first = await obtainTokens(origin, { scope: 'openid offline_access', ...changed })
      const second = await tokensOf(await refresh(origin, first.refresh_token))
      for (const { id_token, access_token } of [first, second]) {
        const expected = namesOf(identity.filter((row) => row.last === 'always' || added.includes(row.name)))
        expect([name, claimsOf(id_token), claimsOf(access_token)]).toEqual([name, expected, namesOf(access)])
      }
      expect([name, decodeJwt(second.access_token).grant_id]).toEqual([name, decodeJwt(first.access_token).grant_id])
    }
  })

  test("by a client's own token, on server and mock", async () => {
    for (const [name, origin] of both) {
      const wide = await clientToken(origin, 'trustedDemo', 'trusted.Demo.2026', 'ZMS.Users.Read')
      expect([name, claimsOf(wide)]).toEqual([name, namesOf(without(access, 'grant_id'))])
      const bare = await clientToken(origin, 'trustedDemo', 'trusted.Demo.2026')
      expect([name, claimsOf(bare)]).toEqual([name, namesOf(always(access))])
    }
  })

  test('by their headers, on server and mock', async () => {
    for (const [name, origin] of both) {
      const keys = `${origin}/.well-known/openid-configuration/jwks`
      const tokens = await obtainTokens(origin, { scope: 'openid' })
      for (const token of ['id_token', 'access_token'] as const)
        expect([name, await headerOf(keys, tokens[token])]).toEqual([name, headerIn(token)])
    }
  })

  test('by every setting that the guide names, so that no claim is left over', async () => {
    const seen = new Set<string>()
    const party = await RelyingParty.register(server, {
      backchannelLogoutUri: 'http://localhost:5173/nobody',
      backchannelLogoutSessionRequired: true,
    })
    const { tokens } = await party.authorize(new Person(server.issuer), { max_age: '600' })
    for (const claim of claimsOf(tokens.id_token)) seen.add(claim)
    // Id tokens in addresses go to https only (OpenID Connect Dynamic Client Registration 1.0 section 2).
    const redirect_uri = 'https://relying-party.example/callback'
    const hybrid = await server.addApplication({
      secret: 's',
      redirectUris: [redirect_uri],
      postLogoutRedirectUris: [],
      grantTypes: ['authorization_code', 'implicit'],
      responseTypes: ['code id_token'],
    })
    const asked = { client_id: hybrid, redirect_uri, response_type: 'code id_token', scope: 'openid', nonce: 'n' }
    const answer = answerOf((await authorize(server.issuer, asked)).url)
    for (const claim of claimsOf(answer.get('id_token') ?? undefined)) seen.add(claim)
    expect([...seen].sort()).toEqual(namesOf(identity))
  })

  test('by the scopes: each gives the claims of userinfo beside its name, and the id token has them if set so', async () => {
    const userName = `complete-${Date.now()}`
    await server.addUser({
      userName,
      password: 'Abc.123456',
      displayName: 'Complete User',
      firstName: 'Complete',
      lastName: 'User',
      profileImage: 'https://pictures.example.com/1.png',
      dateOfBirth: '1990-01-31',
      email: 'complete@example.com',
      itc: '+86',
      phone: '13900000099',
    })
    for (const scope of ['openid', 'openid profile', 'openid email', 'openid phone', 'openid profile email phone']) {
      const expected = namesOf(userinfo.filter(({ last }) => scope.split(' ').includes(last.replaceAll('`', ''))))
      const party = await RelyingParty.register(server, { claimsInIdToken: true })
      const person = new Person(server.issuer)
      const request = party.request({ scope })
      const answer = await consentTo(person, await person.visit(request.url), userName)
      const tokens = await party.tokens(request, answer)
      const headers = { authorization: `Bearer ${tokens.access_token}` }
      const claims = await (await fetch(`${server.issuer}/connect/userinfo`, { headers })).json()
      expect([scope, Object.keys(claims as object).sort()]).toEqual([scope, expected])
      const inToken = new Set([...expected, ...namesOf(always(identity)), 'nonce'])
      expect([scope, claimsOf(tokens.id_token)]).toEqual([scope, [...inToken].sort()])
    }
  })

  test('by the logout token', async () => {
    const rows = tableIn(accountGuide, 'logout_token')
    for (const [required, expected] of [
      [true, rows],
      [false, always(rows)],
    ] as const) {
      const receiver = await receiveLogouts()
      const party = await RelyingParty.register(server, {
        backchannelLogoutUri: receiver.uri,
        backchannelLogoutSessionRequired: required,
      })
      const person = new Person(server.issuer)
      const { tokens } = await party.authorize(person)
      const query = new URLSearchParams({
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: signedOutUri,
      })
      const page = await person.visit(`/connect/endsession?${query}`)
      await person.submit(page, { logout: 'yes' })
      receiver.close()
      const token = receiver.received[0]?.form.get('logout_token') ?? ''
      expect(claimsOf(token)).toEqual(namesOf(expected))
      const keys = `${server.issuer}/.well-known/openid-configuration/jwks`
      expect(await headerOf(keys, token)).toEqual(headerIn('logout_token'))
    }
  })
})

describe('tokens of OneAccess are those that the guides list', () => {
  const identity = tableIn('oneaccess/id-token-verification', 'Claims')
  const access = tableIn('oneaccess/oidc', 'What the access token holds')

  test.each([
    ['nothing more', {}, []],
    ['nonce and max_age', { nonce: 'n', max_age: '600' }, ['auth_time', 'nonce']],
  ])('by a sign-in with %s, also after a refresh, on server and mock', async (_name, changed, added: string[]) => {
    for (const [name, origin] of both) {
      const first = await oneAccessTokens(origin, changed)
      const fields = { grant_type: 'refresh_token', client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' }
      const second = await oneAccessToken(origin, { ...fields, refresh_token: first.refresh_token ?? '' })
      const asked = ['nonce', 'auth_time'].filter((claim) => !added.includes(claim))
      for (const { id_token, access_token } of [first, second]) {
        expect([name, claimsOf(id_token), claimsOf(access_token)]).toEqual([
          name,
          namesOf(without(identity, ...asked)),
          namesOf(access),
        ])
        const { aud } = decodeJwt(access_token)
        expect(access.find((row) => row.name === 'aud')?.values).toEqual([documented(origin, String(aud))])
        const keys = `${origin}${oneAccessRoot}/jwks`
        expect(await headerOf(keys, id_token)).toEqual({ alg: 'RS256', published: true })
        expect(await headerOf(keys, access_token)).toEqual({ alg: 'RS256', typ: 'at+jwt', published: true })
      }
    }
  })
})
