import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contractFetch } from '../../support/contract-fetch.ts'
import { Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { secondsLater } from '../support/clock.ts'
import { claimsOf, consentTo, RelyingParty, redirectUri } from '../support/relying-party.ts'

/** Modules of the Basic OP plan about tokens, claims and clients; those about request parameters are in basic-requests. */

let server: TestServer
let party: RelyingParty
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  party = await RelyingParty.register(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => server.close())

/** What every id token carries; the claims of a scope come from userinfo, as there is an access token (Core 5.4). */
const idTokenClaims = ['aud', 'exp', 'iat', 'iss', 'nonce', 'sub']

describe('the flow and its id token', () => {
  test('oidcc-server: a code is exchanged for an access token and an id token that agree with userinfo', async () => {
    const { request, answer, tokens, claims } = await party.authorize(person)
    expect(answer.url.href.startsWith(`${redirectUri}?`)).toBe(true)
    expect(answer.url.searchParams.get('state')).toBe(request.checks.expectedState)
    expect(answer.url.searchParams.get('iss')).toBe(server.issuer)
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 7200, scope: 'openid' })
    expect(tokens).not.toHaveProperty('refresh_token')
    expect(claims).toMatchObject({ iss: server.issuer, aud: party.clientId })
    expect(await party.userInfo(tokens.access_token, claims.sub)).toEqual({ sub: claims.sub })
  })

  test('oidcc-response-type-missing: the request is refused at the registered address', async () => {
    const { url, checks } = party.request()
    url.searchParams.delete('response_type')
    const answer = await person.visit(url)
    expect(answer.url.href.startsWith(`${redirectUri}?`)).toBe(true)
    expect(answer.url.searchParams.get('error')).toBe('invalid_request')
    expect(answer.url.searchParams.get('state')).toBe(checks.expectedState)
  })

  test.each(['RS256', 'ES256'] as const)(
    'oidcc-idtoken-signature: an id token is signed by the published key it names (%s)',
    async (algorithm) => {
      const signed = await RelyingParty.register(server, { idTokenSigningAlgorithm: algorithm })
      const { id_token: idToken = '' } = (await signed.authorize(person)).tokens
      const keys = createRemoteJWKSet(new URL(signed.endpoint('jwks_uri')))
      const { protectedHeader } = await jwtVerify(idToken, keys, { issuer: server.issuer, audience: signed.clientId })
      expect(protectedHeader).toMatchObject({ alg: algorithm, kid: expect.stringMatching(/./) })
      const [head, body, signature = ''] = idToken.split('.')
      const forged = `${head}.${body}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`
      await expect(jwtVerify(forged, keys)).rejects.toThrow('signature verification failed')
    },
  )

  test('oidcc-idtoken-unsigned: unsigned id tokens are neither offered nor to be had by registration', async () => {
    expect(party.config.serverMetadata().id_token_signing_alg_values_supported).toEqual(['RS256', 'ES256'])
    await expect(server.addApplication({ idTokenSigningAlgorithm: 'none' as never })).rejects.toThrow(
      'violates check constraint',
    )
  })

  test('oidcc-ensure-request-without-nonce-succeeds-for-code-flow: the id token has no nonce then', async () => {
    const { claims } = await party.authorize(person, { nonce: '' })
    expect(claims).not.toHaveProperty('nonce')
  })
})

describe('the userinfo endpoint', () => {
  const post = async (accessToken: string, place: 'header' | 'body') =>
    contractFetch(party.endpoint('userinfo_endpoint'), {
      method: 'POST',
      ...(place === 'header'
        ? { headers: { authorization: `Bearer ${accessToken}` } }
        : { body: new URLSearchParams({ access_token: accessToken }) }),
    })

  test('oidcc-userinfo-get: takes the token in the header of a GET', async () => {
    const { tokens, claims } = await party.authorize(person, { scope: 'openid email' })
    expect(await party.userInfo(tokens.access_token, claims.sub)).toMatchObject({ email: 'test@example.com' })
  })

  test.each(['header', 'body'] as const)('oidcc-userinfo-post-%s: takes the token there in a POST', async (place) => {
    const { tokens, claims } = await party.authorize(person, { scope: 'openid email' })
    const answer = await post(tokens.access_token, place)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ sub: claims.sub, email: 'test@example.com' })
  })
})

describe('claims of a scope are given by userinfo, not by the id token', () => {
  const profile = {
    name: 'Complete Person',
    given_name: 'Complete',
    family_name: 'Person',
    picture: 'https://example.com/picture.png',
    birthdate: '1990-05-17',
    locale: 'en-US',
    preferred_username: 'complete.person',
    updated_at: expect.any(Number),
  }
  const email = { email: 'complete@example.com', email_verified: true }
  const phone = { phone_number: '+447700900123', phone_number_verified: false }
  let sub: string

  beforeAll(async () => {
    sub = await server.addUser({
      password: 'Complete.2026',
      userName: 'complete.person',
      firstName: 'Complete',
      lastName: 'Person',
      displayName: 'Complete Person',
      profileImage: 'https://example.com/picture.png',
      dateOfBirth: '1990-05-17',
      preferredLanguage: 'en-US',
      email: 'complete@example.com',
      emailVerified: true,
      itc: '+44',
      phone: '7700900123',
    })
  })

  async function claimsFor(scope: string) {
    const request = party.request({ scope })
    const answer = await consentTo(person, await person.visit(request.url), 'complete.person', 'Complete.2026')
    const tokens = await party.tokens(request, answer)
    expect(Object.keys(claimsOf(tokens)).sort()).toEqual(idTokenClaims)
    return party.userInfo(tokens.access_token, sub)
  }

  test('oidcc-scope-profile: profile gives the name and what belongs to it', async () => {
    expect(await claimsFor('openid profile')).toEqual({ sub, ...profile })
  })

  test('oidcc-scope-email: email gives the address and whether it was verified', async () => {
    expect(await claimsFor('openid email')).toEqual({ sub, ...email })
  })

  test('oidcc-scope-address: address is not offered, and asking for it gives nothing more', async () => {
    expect(party.config.serverMetadata().scopes_supported).not.toContain('address')
    expect(await claimsFor('openid address')).toEqual({ sub })
  })

  test('oidcc-scope-phone: phone gives the number in E.164 and whether it was verified', async () => {
    expect(await claimsFor('openid phone')).toEqual({ sub, ...phone })
  })

  test('oidcc-scope-all: all scopes together give all claims', async () => {
    expect(await claimsFor('openid profile email phone')).toEqual({ sub, ...profile, ...email, ...phone })
  })

  test('oidcc-alternate-happy-flow: the order of scopes and parameters makes no difference', async () => {
    const { url, checks } = party.request({ scope: 'email openid' })
    url.search = new URLSearchParams([...url.searchParams].reverse()).toString()
    const answer = await consentTo(person, await person.visit(url), 'complete.person', 'Complete.2026')
    const tokens = await party.tokens({ url, checks }, answer)
    expect(await party.userInfo(tokens.access_token, sub)).toEqual({ sub, ...email })
  })
})

describe('codes and clients', () => {
  async function reuseAfter(seconds: number): Promise<void> {
    const request = party.request()
    const answer = await consentTo(person, await person.visit(request.url))
    const tokens = await party.tokens(request, answer)
    const { sub } = claimsOf(tokens)
    await party.userInfo(tokens.access_token, sub)
    secondsLater(seconds)
    await expect(party.tokens(request, answer)).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
    await expect(party.userInfo(tokens.access_token, sub)).rejects.toMatchObject({ status: 401 })
  }

  test('oidcc-codereuse: a code works once, and its second use ends the tokens of the first', () => reuseAfter(0))

  test('oidcc-codereuse-30seconds: so it does half a minute later', () => reuseAfter(30))

  test('oidcc-server-client-secret-post: a client registered for it sends its secret in the form', async () => {
    const posting = await RelyingParty.register(server, { tokenEndpointAuthMethod: 'client_secret_post' })
    const { tokens, claims } = await posting.authorize(person)
    expect(claims.aud).toBe(posting.clientId)
    expect(await posting.userInfo(tokens.access_token, claims.sub)).toEqual({ sub: claims.sub })
  })

  test('oidcc-refresh-token: a refresh keeps the id token claims, and the token is bound to its client', async () => {
    const { tokens, claims } = await party.authorize(person, {
      scope: 'openid offline_access',
      prompt: 'consent',
      max_age: '10000',
    })
    expect(claims.auth_time).toEqual(expect.any(Number))
    const refreshToken = tokens.refresh_token ?? ''
    expect(refreshToken).toMatch(/^[\x20-\x7e]+$/)
    expect(party.config.serverMetadata().grant_types_supported).toContain('refresh_token')

    const other = await RelyingParty.register(server)
    await expect(client.refreshTokenGrant(other.config, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' })

    secondsLater(5)
    const refreshed = await client.refreshTokenGrant(party.config, refreshToken)
    const { iss, sub, aud, auth_time } = claims
    expect(claimsOf(refreshed)).toMatchObject({ iss, sub, aud, auth_time })
    expect(claimsOf(refreshed).iat).toBeGreaterThan(claims.iat)
    expect(refreshed.access_token).not.toBe(tokens.access_token)
    expect(await party.userInfo(refreshed.access_token, sub)).toEqual({ sub })
  })

  test('oidcc-ensure-request-with-valid-pkce-succeeds: the verifier is taken, and another one is not', async () => {
    expect(party.config.serverMetadata().code_challenge_methods_supported).toEqual(['S256'])
    const pkceCodeVerifier = client.randomPKCECodeVerifier()
    const parameters = {
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }
    const request = party.request(parameters)
    const answer = await consentTo(person, await person.visit(request.url))
    const tokens = await party.tokens({ ...request, checks: { ...request.checks, pkceCodeVerifier } }, answer)
    expect(decodeProtectedHeader(tokens.access_token).typ).toBe('at+jwt')

    const again = party.request(parameters)
    const checks = { ...again.checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    const wrong = party.tokens({ ...again, checks }, await person.visit(again.url))
    await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant' })
  })
})
