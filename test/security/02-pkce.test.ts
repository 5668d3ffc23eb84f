import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  authorizeUrl,
  basic,
  challengeOf,
  errorOf,
  obtainCode,
  type Parameters,
  redeem,
  redirectUri,
  verifier,
} from './support/flow.ts'

let server: TestServer
let withoutPkce: string
const secret = 'a secret of the application'

beforeAll(async () => {
  server = await startTestServer()
  withoutPkce = await server.addApplication({ secret, redirectUris: [redirectUri], requirePkce: false })
})
afterAll(() => server.close())

/** How an authorization request is answered before anybody is asked anything. */
async function outcome(changed: Parameters): Promise<string | null> {
  const response = await contractFetch(authorizeUrl(server.issuer, changed), { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? '', server.issuer).searchParams.get('error')
}

test('2: a public client gets nowhere without a challenge', async () => {
  expect(await outcome({ code_challenge: undefined, code_challenge_method: undefined })).toBe('invalid_request')
})

test('2: neither does a public client that is registered as not needing one', async () => {
  const client_id = await server.addApplication({ redirectUris: [redirectUri], requirePkce: false })
  const changed = { client_id, code_challenge: undefined, code_challenge_method: undefined }
  expect(await outcome(changed)).toBe('invalid_request')
})

test('2: nor a confidential client, unless it is registered as not needing one', async () => {
  const client_id = await server.addApplication({ secret, redirectUris: [redirectUri] })
  const changed = { code_challenge: undefined, code_challenge_method: undefined }
  expect(await outcome({ client_id, ...changed })).toBe('invalid_request')
  expect(await outcome({ client_id: withoutPkce, ...changed })).toBeNull()
})

test.each([
  ['plain', { code_challenge: verifier, code_challenge_method: 'plain' }],
  ['no method, which means plain', { code_challenge: verifier, code_challenge_method: undefined }],
  ['s256', { code_challenge_method: 's256' }],
  ['S512', { code_challenge_method: 'S512' }],
  ['a method alone', { code_challenge: undefined }],
  ['an empty challenge', { code_challenge: '' }],
  ['a short challenge', { code_challenge: challengeOf(verifier).slice(1) }],
  ['a challenge with other letters', { code_challenge: `${challengeOf(verifier).slice(1)}!` }],
])('2: S256 is the only method: %s is refused', async (_name, changed) => {
  expect(await outcome(changed)).toBe('invalid_request')
})

test('2: the metadata says so', async () => {
  const response = await contractFetch(new URL('/.well-known/openid-configuration', server.issuer))
  expect(await response.json()).toMatchObject({ code_challenge_methods_supported: ['S256'] })
})

test.each([
  ['no verifier', undefined],
  ['an empty verifier', ''],
  ['another verifier', 'a'.repeat(43)],
  ['the challenge', challengeOf(verifier)],
  ['a short verifier', verifier.slice(1)],
  ['the verifier and more', `${verifier}a`],
  ['the verifier in other letters', verifier.toUpperCase()],
])('2: %s redeems nothing where a challenge was sent', async (_name, attempted) => {
  const code = await obtainCode(server.issuer)
  expect(await errorOf(await redeem(server.issuer, code, { code_verifier: attempted }))).toMatch(
    /^invalid_(grant|request)$/,
  )
})

test('2: a challenge is enforced where none was required', async () => {
  const code = await obtainCode(server.issuer, { client_id: withoutPkce, scope: 'openid' })
  const changed = { client_id: undefined, code_verifier: undefined }
  expect(await errorOf(await redeem(server.issuer, code, changed, basic(withoutPkce, secret)))).toBe('invalid_grant')
})

test('2: a verifier without a challenge is refused: someone took the challenge away', async () => {
  const asked = { client_id: withoutPkce, scope: 'openid', code_challenge: undefined, code_challenge_method: undefined }
  const code = await obtainCode(server.issuer, asked)
  const stripped = await redeem(server.issuer, code, { client_id: undefined }, basic(withoutPkce, secret))
  expect(await errorOf(stripped)).toBe('invalid_grant')
})

test('2: a failed guess does not spoil the code for its owner, and the owner redeems it once', async () => {
  const code = await obtainCode(server.issuer)
  expect(await errorOf(await redeem(server.issuer, code, { code_verifier: 'a'.repeat(43) }))).toBe('invalid_grant')
  expect((await redeem(server.issuer, code)).status).toBe(200)
})
