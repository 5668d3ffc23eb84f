import type { JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let server: TestServer
let answer: Response
let configuration: Record<string, unknown>

beforeAll(async () => {
  server = await startTestServer()
  answer = await contractFetch(`${server.issuer}/.well-known/openid-configuration`)
  configuration = await answer.json()
})
afterAll(() => server.close())

const list = (name: string) => configuration[name] as string[]

/** Values of Discovery 1.0 section 3, RFC 8414, RFC 9207 and the logout and session specifications. */
const known = [
  /^(authorization|token|userinfo|introspection|revocation|end_session|device_authorization)_endpoint$/,
  /^(issuer|jwks_uri|check_session_iframe|service_documentation)$/,
  /^(scopes|response_types|response_modes|grant_types|subject_types|claims|claim_types|ui_locales)_supported$/,
  /^(id_token|token_endpoint_auth|introspection_endpoint_auth|revocation_endpoint_auth)_signing_alg_values_supported$/,
  /^(token|introspection|revocation)_endpoint_auth_methods_supported$/,
  /^(claims|request|request_uri)_parameter_supported$/,
  /^code_challenge_methods_supported$/,
  /^authorization_response_iss_parameter_supported$/,
  /^(backchannel|frontchannel)_logout(_session)?_supported$/,
]

describe('oidcc-discovery-endpoint-verification', () => {
  test('oidcc-discovery-endpoint-verification: the document is JSON that anybody may keep for a while', () => {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json(;|$)/)
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
  })

  test('oidcc-discovery-endpoint-verification: the issuer is where the document was found', () => {
    expect(configuration.issuer).toBe(server.issuer)
  })

  test('oidcc-discovery-endpoint-verification: every address is on the issuer, so https where that is', () => {
    const addresses = Object.entries(configuration).filter(([name]) => /(_endpoint|_uri|_iframe)$/.test(name))
    expect(addresses.length).toBeGreaterThan(8)
    for (const [name, address] of addresses) {
      expect([name, new URL(String(address)).origin]).toEqual([name, server.issuer])
      expect([name, new URL(String(address)).hash]).toEqual([name, ''])
    }
  })

  test('oidcc-discovery-endpoint-verification: what must be supported is, and what is not offered is not claimed', () => {
    expect(list('response_types_supported')).toContain('code')
    for (const type of list('response_types_supported')) expect(type).not.toMatch(/\btoken\b/)
    expect(list('grant_types_supported')).toContain('authorization_code')
    expect(list('subject_types_supported')).toEqual(['public'])
    expect(list('id_token_signing_alg_values_supported')).toContain('RS256')
    expect(list('id_token_signing_alg_values_supported')).not.toContain('none')
    expect(list('code_challenge_methods_supported')).toEqual(['S256'])
    expect(list('claims_supported')).toEqual(expect.arrayContaining(['sub', 'iss', 'email', 'name']))
    expect(configuration).toMatchObject({
      request_parameter_supported: false,
      request_uri_parameter_supported: false,
      claims_parameter_supported: false,
      authorization_response_iss_parameter_supported: true,
    })
    expect(configuration).not.toHaveProperty('registration_endpoint')
  })

  test('oidcc-discovery-endpoint-verification: every grant and authentication method that works is listed', () => {
    expect(list('grant_types_supported')).toEqual(
      expect.arrayContaining([
        'authorization_code',
        'refresh_token',
        'client_credentials',
        'password',
        'urn:ietf:params:oauth:grant-type:device_code',
      ]),
    )
    expect([...list('token_endpoint_auth_methods_supported')].sort()).toEqual([
      'client_secret_basic',
      'client_secret_post',
      'none',
      'private_key_jwt',
    ])
  })

  test('oidcc-discovery-endpoint-verification: scopes and languages are spelled as their syntax has it', () => {
    expect(list('scopes_supported')).toContain('openid')
    for (const scope of list('scopes_supported')) expect(scope).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
    for (const language of list('ui_locales_supported')) {
      expect(Intl.getCanonicalLocales(language)).toEqual([language])
    }
  })

  test('oidcc-discovery-endpoint-verification: there is no field that no specification names', () => {
    const unknown = Object.keys(configuration).filter((name) => !known.some((pattern) => pattern.test(name)))
    expect(unknown).toEqual([])
  })

  test('oidcc-discovery-endpoint-verification: the key set holds public signing keys, each with an id of its own', async () => {
    const { keys } = (await (await contractFetch(String(configuration.jwks_uri))).json()) as JSONWebKeySet
    expect(keys.map((key) => key.alg).sort()).toEqual(['ES256', 'RS256'])
    expect(new Set(keys.map((key) => key.kid)).size).toBe(keys.length)
    for (const key of keys) {
      expect(key.use).toBe('sig')
      expect(Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'].includes(name))).toEqual(
        [],
      )
      for (const member of [key.n, key.e, key.x, key.y]) if (member !== undefined) expect(member).toMatch(/^[\w-]+$/)
    }
  })
})
