import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from 'node:crypto'
import {
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  basic,
  errorOf,
  introspect,
  obtainTokens,
  post,
  redirectUri,
  type Tokens,
  userInfoStatus,
} from './support/flow.ts'

let server: TestServer
let otherInstallation: TestServer
let tokens: Tokens
let claims: JWTPayload
let header: JWTHeaderParameters

beforeAll(async () => {
  server = await startTestServer()
  otherInstallation = await startTestServer()
  tokens = await obtainTokens(server.issuer)
  claims = decodeJwt(tokens.access_token)
  header = decodeProtectedHeader(tokens.access_token) as JWTHeaderParameters
})
afterAll(async () => {
  await otherInstallation.close()
  await server.close()
})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const trusted = basic('trustedDemo', 'trusted.Demo.2026')

/** @throws AssertionError when a token opens userinfo or is active for anybody */
async function expectRefused(token: string): Promise<void> {
  expect(await userInfoStatus(server.issuer, token)).toBe(401)
  expect(await introspect(server.issuer, token, {}, trusted)).toEqual({ active: false })
}

/** A token under the installation's own key, as only the server can make it. */
async function signed(changedHeader: Partial<JWTHeaderParameters>, changed: JWTPayload): Promise<string> {
  const [key] = server.app.services.keyRing.signingKeys()
  if (!key) throw new Error('there is no signing key')
  const protectedHeader = { ...header, kid: key.kid, alg: String(key.alg), ...changedHeader }
  return new SignJWT({ ...claims, ...changed })
    .setProtectedHeader(protectedHeader)
    .sign(await importJWK(key, String(key.alg)))
}

/** How a signature differs from what RFC 7518 asks of its algorithm. */
interface Signature {
  readonly hash?: string
  readonly padding?: number
  readonly dsaEncoding?: 'der'
}

/** Any two parts under the installation's own key of an algorithm, whatever stands in them. */
function signedAsIs(first: string, second: string, algorithm: string, signature: Signature = {}): string {
  const { hash = 'sha256', ...options } = signature
  const key = createPrivateKey({ key: { ...ownKey(algorithm) }, format: 'jwk' })
  const bytes = sign(hash, Buffer.from(`${first}.${second}`), { dsaEncoding: 'ieee-p1363', ...options, key })
  return `${first}.${second}.${bytes.toString('base64url')}`
}

/** The key that signs with an algorithm now. */
function ownKey(algorithm: string): JWK {
  const key = server.app.services.keyRing.signingKeys().find(({ alg }) => alg === algorithm)
  if (!key) throw new Error(`there is no key for ${algorithm}`)
  return key
}

/** @throws AssertionError when userinfo is not open to a token, or it is not active */
async function expectAccepted(token: string): Promise<void> {
  expect(await userInfoStatus(server.issuer, token)).toBe(200)
  expect(await introspect(server.issuer, token, {}, trusted)).toMatchObject({ active: true, sub: claims.sub })
}

test('13: the token these attacks begin with works, and so does one made as they are', async () => {
  expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  expect(await userInfoStatus(server.issuer, await signed({}, {}))).toBe(200)
  expect(header).toMatchObject({ alg: 'RS256', typ: 'at+jwt', kid: expect.any(String) })
})

describe('signatures', () => {
  test.each(['none', 'None', 'NONE', 'nOnE', ''])(
    '13: alg %j is refused, with and without a signature',
    async (alg) => {
      const signature = tokens.access_token.split('.')[2] ?? ''
      for (const last of ['', signature]) await expectRefused(`${encode({ ...header, alg })}.${encode(claims)}.${last}`)
    },
  )

  test('13: HS256 under the public key is refused, however the key is written', async () => {
    const response = await contractFetch(new URL('/.well-known/openid-configuration/jwks', server.issuer))
    const { keys } = (await response.json()) as { keys: JsonWebKey[] }
    for (const key of keys) {
      const object = createPublicKey({ key: key as never, format: 'jwk' })
      const forms = [
        object.export({ type: 'spki', format: 'pem' }).toString(),
        object.export({ type: 'spki', format: 'pem' }).toString().trim(),
        object.export({ type: 'spki', format: 'der' }),
        JSON.stringify(key),
        key.n ?? '',
      ]
      for (const form of forms) {
        const body = `${encode({ ...header, alg: 'HS256', kid: (key as { kid?: string }).kid })}.${encode(claims)}`
        await expectRefused(`${body}.${createHmac('sha256', form).update(body).digest('base64url')}`)
      }
    }
  })

  test('13: a key that comes with the token is not used: jwk, jku, x5u, x5c', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'mine', alg: 'RS256' }
    const certificate = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    for (const extra of [
      { jwk },
      { jwk, kid: 'mine' },
      { jku: 'http://localhost:9/jwks' },
      { x5u: 'http://localhost:9/chain' },
      { x5c: [certificate] },
      { kid: 'mine' },
      { kid: undefined },
      { kid: '../../etc/passwd' },
      { kid: "' or 1=1 --" },
      { kid: 'a\0b' },
    ]) {
      const token = await new SignJWT(claims)
        .setProtectedHeader({ ...header, ...extra } as JWTHeaderParameters)
        .sign(privateKey)
      await expectRefused(token)
    }
  })

  test('13: a token of another installation is refused, and one re-labelled as ours', async () => {
    const foreign = await obtainTokens(otherInstallation.issuer)
    await expectRefused(foreign.access_token)
    const [, , signature] = foreign.access_token.split('.')
    await expectRefused(`${encode(header)}.${encode(claims)}.${signature}`)
  })

  test('13: a changed claim breaks the signature', async () => {
    const [first, , signature] = tokens.access_token.split('.')
    await expectRefused(`${first}.${encode({ ...claims, sub: randomUUID() })}.${signature}`)
    await expectRefused(`${first}.${encode({ ...claims, scope: `${claims.scope} ZMS.Users.Write` })}.${signature}`)
  })

  test('13: a header that must be understood and is not is refused', async () => {
    const crit = `${encode({ ...header, crit: ['unknown'], unknown: true })}.${encode(claims)}.${tokens.access_token.split('.')[2]}`
    await expectRefused(crit)
    await expectRefused(`${encode({ ...header, b64: false, crit: ['b64'] })}.${encode(claims)}.x`)
  })

  test('13: each of our algorithms is accepted under its own key', async () => {
    for (const alg of ['RS256', 'ES256']) {
      await expectAccepted(signedAsIs(encode({ ...header, alg, kid: ownKey(alg).kid }), encode(claims), alg))
    }
  })

  test.each<[string, string, string, Signature]>([
    ['ES256', 'RS256', 'RS256', {}],
    ['RS256', 'ES256', 'ES256', {}],
    ['PS256', 'RS256', 'RS256', { padding: constants.RSA_PKCS1_PSS_PADDING }],
    ['RS256', 'RS256', 'RS256', { padding: constants.RSA_PKCS1_PSS_PADDING }],
    ['RS512', 'RS256', 'RS256', { hash: 'sha512' }],
    ['RS256', 'RS256', 'RS256', { hash: 'sha512' }],
    ['ES256', 'ES256', 'ES256', { dsaEncoding: 'der' }],
    ['ES256', 'ES256', 'RS256', {}],
    ['RS256', 'RS256', 'ES256', {}],
    ['rs256', 'RS256', 'RS256', {}],
  ])('13: %s with the id of the %s key, signed with that of %s: %j', async (alg, named, used, signature) => {
    await expectRefused(signedAsIs(encode({ ...header, alg, kid: ownKey(named).kid }), encode(claims), used, signature))
  })

  test('13: what must be understood is not, even under our own key', async () => {
    const b64 = (value: boolean) => ({ crit: ['b64'], b64: value })
    for (const extra of [{ crit: ['exp'] }, { crit: [] }, { crit: 'exp' }, { crit: null }, b64(true), b64(false)]) {
      await expectRefused(signedAsIs(encode({ ...header, ...extra }), encode(claims), 'RS256'))
    }
  })

  test('13: a part too many or too few is no token', async () => {
    const [first = '', second = '', last = ''] = tokens.access_token.split('.')
    for (const parts of [
      [first, second],
      [first, second, ''],
      [first, second, '', last],
      ['', first, second, last],
      [first, second, last, ''],
      [first, second, last, last],
      [first, second, `${last}${last}`],
      [first, second, 'A'.repeat(12_000)],
      [second, first, last],
    ]) {
      expect(await userInfoStatus(server.issuer, parts.join('.'))).toBe(401)
      if (parts.length === 3) await expectRefused(parts.join('.'))
    }
  })

  test('13: a signature is written in one way', async () => {
    const [first, second, last = ''] = tokens.access_token.split('.')
    const bytes = Buffer.from(last, 'base64url')
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const other = alphabet[alphabet.indexOf(last.at(-1) ?? '') + 1]
    const writings = [
      `${last}=`,
      `${last}==`,
      bytes.toString('base64'),
      last.slice(0, -1) + other,
      `${last}!`,
      `!${last}`,
    ]
    for (const writing of writings) {
      expect(Buffer.from(writing, 'base64url').subarray(0, bytes.length)).toEqual(bytes)
      await expectRefused(`${first}.${second}.${writing}`)
    }
    for (const writing of [`${last}\n`, ` ${last}`, `${last.slice(0, 9)}\t${last.slice(9)}`]) {
      const token = `${first}.${second}.${writing}`
      expect(await introspect(server.issuer, token, {}, trusted)).toEqual({ active: false })
    }
  })

  test('13: what is signed and no claims set is no token', async () => {
    const texts = ['[]', 'null', '"text"', '1', '', '{', `[${JSON.stringify(claims)}]`, `${JSON.stringify(claims)}}`]
    const latin1 = JSON.stringify({ ...claims, scope: 'é' })
    const padded = Buffer.from(`${JSON.stringify(claims)} `.padEnd(1000)).toString('base64')
    const parts = [
      ...texts.map((text) => Buffer.from(text).toString('base64url')),
      Buffer.from(latin1, 'latin1').toString('base64url'),
      padded,
    ]
    for (const second of parts) await expectRefused(signedAsIs(encode(header), second, 'RS256'))
    for (const first of ['[]', 'null', '"RS256"', JSON.stringify([header])]) {
      await expectRefused(signedAsIs(Buffer.from(first).toString('base64url'), encode(claims), 'RS256'))
    }
  })

  test.each([
    'a.b.c',
    '..',
    '.',
    'a',
    '...',
    `${'a'.repeat(5000)}.b.c`,
    'eyJhbGciOiJub25lIn0..',
    'null.null.null',
    'W10.W10.W10',
  ])('13: %s is no token', async (token) => {
    await expectRefused(token)
  })
})

describe('claims', () => {
  const past = Math.floor(Date.now() / 1000) - 60

  test.each<[string, JWTPayload]>([
    ['that has expired', { exp: past }],
    ['without an end', { exp: undefined }],
    ['with an end that is a text', { exp: 'never' as never }],
    ['that is not valid yet', { nbf: past + 3600 }],
    ['with a beginning that is a text', { nbf: String(past) as never }],
    ['with a time of issue that is a text', { iat: String(past) as never }],
    ['with no time of issue', { iat: undefined }],
    ['for other audiences', { aud: ['https://attacker.example/api', 'TestClient'] }],
    ['for nobody', { aud: [] }],
    ['with a number for a person', { sub: 1 as never }],
    ['with a list of clients', { client_id: ['TestClient'] }],
    ['with a number for an id', { jti: 1 as never }],
    ['with a list of scopes', { scope: ['openid'] }],
    ['with a number for a grant', { grant_id: 1 }],
    ['with a grant of nothing', { grant_id: null }],
    ['for another audience', { aud: 'https://attacker.example/api' }],
    ['for the issuer instead of the API', { aud: 'http://localhost' }],
    ['for a client', { aud: 'TestClient' }],
    ['without an audience', { aud: undefined }],
    ['of another issuer', { iss: 'https://attacker.example' }],
    ['of an issuer with a slash', { iss: 'http://localhost/' }],
    ['without an issuer', { iss: undefined }],
    ['without an id', { jti: undefined }],
    ['without a client', { client_id: undefined }],
    ['of a client that does not exist', { client_id: 'unknown' }],
    ['of a client that cannot exist', { client_id: 'a\0b' }],
    ['of a person that does not exist', { sub: randomUUID() }],
    ['of a grant that does not exist', { grant_id: randomUUID() }],
  ])('13: a token %s is refused, even under our own key', async (_name, changed) => {
    await expectRefused(await signed({}, changed))
  })

  test('13: a token of several issuers is refused, one for several audiences with ours among them is not', async () => {
    await expectRefused(await signed({}, { iss: [claims.iss] as never }))
    await expectAccepted(await signed({}, { aud: ['https://another.example/api', String(claims.aud)] }))
    await expectAccepted(await signed({}, { nbf: past }))
  })

  test('13: an end beyond all numbers is refused', async () => {
    const text = JSON.stringify(claims).replace(`"exp":${claims.exp}`, '"exp":1e999')
    await expectRefused(signedAsIs(encode(header), Buffer.from(text).toString('base64url'), 'RS256'))
  })

  test('13: a grant opens nothing for another person or another application', async () => {
    const admin = await server.database.db.selectFrom('users').select('id').where('userName', '=', 'admin').execute()
    await expectRefused(await signed({}, { sub: String(admin[0]?.id) }))
    await expectRefused(await signed({}, { client_id: 'testAutoClient', scope: 'openid' }))
  })

  test.each(['JWT', 'jwt', 'logout+jwt', 'application/jwt', 'id+jwt', '', undefined])(
    '13: type %j is refused',
    async (typ) => {
      await expectRefused(await signed({ typ: typ as string }, {}))
    },
  )

  test('13: an id token is no access token, though it bears our signature', async () => {
    await expectRefused(tokens.id_token ?? '')
  })

  test('13: an access token is no id token hint', async () => {
    const fields = { id_token_hint: tokens.access_token, client_id: 'TestClient' }
    expect((await post(server.issuer, '/connect/endsession', fields)).status).toBe(400)
  })

  test('13: a hint is verified before anything follows from it', async () => {
    const [first, middle] = (tokens.id_token ?? '').split('.')
    for (const hint of [
      `${first}.${middle}.x`,
      `${encode({ alg: 'none' })}.${middle}.`,
      `${encode({ alg: 'HS256' })}.${middle}.x`,
    ]) {
      const answer = await post(server.issuer, '/connect/endsession', { id_token_hint: hint, client_id: 'TestClient' })
      expect(answer.status).toBe(400)
    }
  })
})

describe('what a token stands on', () => {
  const own = async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    return { client_id, tokens: await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri }) }
  }

  test('13: a token dies with its grant', async () => {
    const { tokens: made } = await own()
    expect(await userInfoStatus(server.issuer, made.access_token)).toBe(200)
    const grant = String(decodeJwt(made.access_token).grant_id)
    await server.database.db.deleteFrom('engineState').where('idHash', '=', sha256(grant)).execute()
    await expectRefused(made.access_token)
  })

  test('13: with its revocation', async () => {
    const { client_id, tokens: made } = await own()
    const answer = await post(server.issuer, '/connect/revocation', { token: made.access_token, client_id })
    expect(await errorOf(answer)).toBeUndefined()
    await expectRefused(made.access_token)
  })

  test('13: with its application', async () => {
    const { client_id, tokens: made } = await own()
    const { db } = server.database
    await db.updateTable('applications').set({ enabled: false }).where('clientId', '=', client_id).execute()
    server.app.services.deps.applications.forget(client_id)
    await expectRefused(made.access_token)
  })

  test('13: with its person', async () => {
    const id = await server.addUser({ userName: 'leaver', password: 'A password 1.' })
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'), 'leaver', 'A password 1.')
    const made = await obtainTokens(server.issuer, {}, person)
    expect(await userInfoStatus(server.issuer, made.access_token)).toBe(200)
    await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
    await expectRefused(made.access_token)
  })
})
