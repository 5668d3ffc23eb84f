import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  basic,
  clientToken,
  errorOf,
  failureOf,
  introspect,
  obtainTokens,
  type Parameters,
  post,
  redirectUri,
  refresh,
  userInfoStatus,
} from './support/flow.ts'

const timingSafeEqual = vi.hoisted(() => vi.fn())
vi.mock('node:crypto', async (load) => {
  const crypto = await load<typeof import('node:crypto')>()
  timingSafeEqual.mockImplementation(crypto.timingSafeEqual)
  return { ...crypto, default: { ...crypto, timingSafeEqual }, timingSafeEqual }
})

let server: TestServer
let thirdParty: string
const secret = 'a secret of the application'
const trusted = basic('trustedDemo', 'trusted.Demo.2026')

beforeAll(async () => {
  server = await startTestServer()
  thirdParty = await server.addApplication({ secret })
})
afterAll(() => server.close())

const endpoints = ['/connect/token', '/connect/introspect', '/connect/revocation'] as const

function call(path: string, fields: Parameters, headers?: Record<string, string>): Promise<Response> {
  return post(server.issuer, path, { grant_type: 'client_credentials', token: 'x', ...fields }, headers)
}

describe.each(endpoints)('9: %s', (path) => {
  test.each([
    ['no credentials', {}, {}],
    ['an id alone', { client_id: 'trustedDemo' }, {}],
    ['an unknown client', {}, basic('unknown', 'x')],
    ['a wrong secret', {}, basic('trustedDemo', 'x')],
    ['a secret of the right length', {}, basic('trustedDemo', 'trusted.Demo.2027')],
    ['the secret and more', {}, basic('trustedDemo', 'trusted.Demo.2026 ')],
    ['the stored hash', {}, basic('trustedDemo', '0'.repeat(64))],
    ['an empty secret', {}, basic('trustedDemo', '')],
    ['an id with a NUL', {}, { authorization: `Basic ${Buffer.from('a%00b:x').toString('base64')}` }],
    ['an id with a raw NUL', {}, { authorization: `Basic ${Buffer.from('a\0b:x').toString('base64')}` }],
    ['a very long id', {}, basic('a'.repeat(4000), 'x')],
    ['broken base64', {}, { authorization: 'Basic %%%' }],
    ['broken percent-encoding', {}, { authorization: `Basic ${Buffer.from('%zz:%zz').toString('base64')}` }],
    ['another scheme', {}, { authorization: 'Bearer x' }],
    ['two ids', { client_id: 'testAutoClient' }, trusted],
    ['two ways at once', { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }, trusted],
    ['an assertion that is none', { client_id: 'trustedDemo', client_assertion: 'x', client_assertion_type: 'x' }, {}],
  ])('9: %s is refused', async (_name, fields, headers) => {
    const answer = await call(path, fields, headers)
    expect([400, 401]).toContain(answer.status)
    expect(await errorOf(answer)).toMatch(/^invalid_(client|request)$/)
  })

  test('9: an unknown client and a wrong secret get the same answer', async () => {
    const answers = await Promise.all(['unknown', 'trustedDemo'].map((id) => call(path, {}, basic(id, 'wrong'))))
    const [unknown, wrong] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
    expect(unknown).toEqual(wrong)
    expect(unknown?.[0]).toBe(401)
  })
})

test('9: secrets are compared in constant time, as hashes of one length', async () => {
  for (const attempted of ['x', 'trusted.Demo.2027', 'x'.repeat(200)]) {
    timingSafeEqual.mockClear()
    await call('/connect/token', {}, basic('trustedDemo', attempted))
    const compared = timingSafeEqual.mock.calls.map(([a, b]: ArrayBufferView[]) => [a?.byteLength, b?.byteLength])
    expect(compared).toContainEqual([32, 32])
  }
})

describe("another client's token", () => {
  test('9: is unknown to a public client and to a third party, whatever its kind', async () => {
    const tokens = await obtainTokens(server.issuer)
    const own = await clientToken(server.issuer, 'trustedDemo', 'trusted.Demo.2026', 'ZMS.Users.Read')
    const publicClient = await server.addApplication({})
    for (const token of [tokens.access_token, tokens.refresh_token, own]) {
      expect(await introspect(server.issuer, token, { client_id: publicClient })).toEqual({ active: false })
      expect(await introspect(server.issuer, token, {}, basic(thirdParty, secret))).toEqual({ active: false })
    }
  })

  test("9: is known to its own client and to the platform's back-ends", async () => {
    const { access_token } = await obtainTokens(server.issuer)
    const known = { active: true, client_id: 'TestClient' }
    expect(await introspect(server.issuer, access_token, { client_id: 'TestClient' })).toMatchObject(known)
    expect(await introspect(server.issuer, access_token, {}, trusted)).toMatchObject(known)
  })

  test('9: is not revoked by another client', async () => {
    const tokens = await obtainTokens(server.issuer)
    for (const token of [tokens.access_token, tokens.refresh_token]) {
      for (const [fields, headers] of [
        [{ client_id: await server.addApplication({}) }, {}],
        [{}, basic(thirdParty, secret)],
        [{}, trusted],
      ] as const) {
        const answer = await post(server.issuer, '/connect/revocation', { token, ...fields }, headers)
        expect(await failureOf(answer)).toBe('invalid_request: the token belongs to another client')
      }
    }
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
    expect((await refresh(server.issuer, tokens.refresh_token)).status).toBe(200)
  })

  test('9: nothing is revoked by something that is no token', async () => {
    for (const token of ['x', 'a.b.c', 'verified:x', '..', '\u{1f600}']) {
      const answer = await post(server.issuer, '/connect/revocation', { token, client_id: 'TestClient' })
      expect(answer.status).toBe(200)
      expect(await introspect(server.issuer, token, { client_id: 'TestClient' })).toEqual({ active: false })
    }
  })
})

describe('private_key_jwt', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  let client_id: string

  beforeAll(async () => {
    client_id = await server.addApplication({
      tokenEndpointAuthMethod: 'private_key_jwt',
      jwks: { keys: [publicKey.export({ format: 'jwk' }) as Record<string, string>] },
      grantTypes: ['client_credentials'],
      responseTypes: [],
      redirectUris: [],
      scopes: ['ZMS.Users.Read'],
    })
  })

  async function attempt(changed: JWTPayload = {}, { key = privateKey, fields = {} as Parameters } = {}) {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: client_id, sub: client_id, aud: server.issuer, iat: now, exp: now + 60, jti: randomUUID() }
    const client_assertion = await new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'ES256' }).sign(key)
    return call('/connect/token', {
      scope: 'ZMS.Users.Read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      ...fields,
    })
  }

  test('9: a signed assertion works, once', async () => {
    const jti = randomUUID()
    expect((await attempt({ jti })).status).toBe(200)
    expect(await errorOf(await attempt({ jti }))).toBe('invalid_client')
  })

  test.each([
    ['another audience', { aud: 'https://attacker.example' }],
    ['another issuer', { iss: 'TestClient' }],
    ['another subject', { sub: 'TestClient' }],
    ['a subject with a NUL', { iss: 'a\0b', sub: 'a\0b' }],
    ['a subject that is an object', { iss: {} as string, sub: {} as string }],
    ['an end in the past', { exp: 1 }],
    ['no end', { exp: undefined }],
    ['no id', { jti: undefined }],
  ])('9: an assertion with %s is refused', async (_name, changed) => {
    expect(await errorOf(await attempt(changed))).toMatch(/^invalid_(client|request)$/)
  })

  test("9: so is one under a stranger's key", async () => {
    expect(await errorOf(await attempt({}, { key: stranger }))).toBe('invalid_client')
  })

  test('9: and a secret in its place', async () => {
    expect(await errorOf(await call('/connect/token', {}, basic(client_id, secret)))).toBe('invalid_client')
  })
})

test('9: an id token hint for a client that cannot exist is refused as any other', async () => {
  const header = Buffer.from('{"alg":"RS256"}').toString('base64url')
  for (const aud of ['a\0b', {}, ['TestClient'], 1, null, 'x'.repeat(5000)]) {
    const hint = `${header}.${Buffer.from(JSON.stringify({ aud })).toString('base64url')}.x`
    const answer = await post(server.issuer, '/connect/endsession', {
      id_token_hint: hint,
      post_logout_redirect_uri: redirectUri,
    })
    expect(answer.status).toBe(400)
  }
})
