import { decodeJwt, decodeProtectedHeader, importJWK, type JWTHeaderParameters, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes } from '../../generated/error-codes.ts'
import { type OperationId, operations, securitySchemes } from '../../generated/operations.ts'
import { sha256 } from '../../server/crypto/hash.ts'
import { allScopes } from '../../server/domain/applications/scopes.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { basic, post, tokensOf } from './support/flow.ts'

/** Every operation that handlers answer, beside every kind of caller. */
const handled = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].servedBy === 'handler')

type Policy = readonly Readonly<Record<string, readonly string[]>>[]
const policyOf = (id: OperationId): Policy => operations[id].security
const schemesOf = (id: OperationId) => policyOf(id).flatMap((alternative) => Object.keys(alternative))
/** The scopes of each alternative. */
const scopesOf = (id: OperationId) => policyOf(id).flatMap((alternative) => Object.values(alternative))

const withToken = handled.filter((id) => schemesOf(id).includes('oauth2'))
const withScopes = withToken.filter((id) => scopesOf(id).every((scopes) => scopes.length > 0))
const withRoles = withToken.filter((id) => operations[id].roles.length > 0)
const withCredential = handled.filter((id) => schemesOf(id).includes('managementToken'))
const named = handled.filter((id) => operations[id].caller === 'named-application')
const restricted = (ids: OperationId[]) => ids.filter((id) => operations[id].permissions.length > 0)
/** Schemes of which no credential is issued yet. */
const unissued = handled.filter((id) => schemesOf(id).some((name) => ['sessionSignature', 'stateToken'].includes(name)))
/** Those that take an access token of the other issuer. */
const withAccessToken = handled.filter((id) => schemesOf(id).includes('accessToken'))

const secret = 'a secret of the test application'
let server: TestServer
let client: string
beforeAll(async () => {
  server = await startTestServer()
  client = await server.addApplication({
    secret,
    scopes: [...allScopes],
    firstParty: true,
    redirectUris: [],
    responseTypes: [],
    grantTypes: ['client_credentials', 'password'],
  })
})
afterAll(() => server.close())

/** Tokens by who and what they are for: the operations share a few of them. */
const known = new Map<string, Promise<string>>()
function once(key: string, make: () => Promise<string>): Promise<string> {
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}

const people = {
  user: { username: 'testUserName', password: 'Abc.123456' },
  admin: { username: 'admin', password: 'Admin.123456' },
} as const
type Who = keyof typeof people | 'client'

/** An access token of the Account API. */
async function newToken(who: Who, scopes: readonly string[]): Promise<string> {
  const scope = scopes.join(' ') || undefined
  const fields =
    who === 'client'
      ? { grant_type: 'client_credentials', scope }
      : { grant_type: 'password', scope: scope ?? 'openid', ...people[who] }
  return (await tokensOf(await post(server.issuer, '/connect/token', fields, basic(client, secret)))).access_token
}
const token = (who: Who, scopes: readonly string[]) =>
  once(`${who} ${[...scopes].sort().join(' ')}`, () => newToken(who, scopes))

/** Who may call an operation, apart from scopes. */
function whoMay(id: OperationId): Who {
  if (operations[id].caller === 'client') return 'client'
  return operations[id].roles.length > 0 ? 'admin' : 'user'
}
const rightToken = (id: OperationId) => token(whoMay(id), scopesOf(id)[0] ?? [])

/** The same token, signed as the server signs, after its time. */
async function expired(accessToken: string): Promise<string> {
  const [key] = server.app.services.keyRing.signingKeys()
  if (!key) throw new Error('there is no signing key')
  const header = decodeProtectedHeader(accessToken) as JWTHeaderParameters
  const past = Math.floor(Date.now() / 1000) - 60
  return new SignJWT({ ...decodeJwt(accessToken), exp: past })
    .setProtectedHeader({ ...header, kid: key.kid, alg: String(key.alg) })
    .sign(await importJWK(key, String(key.alg)))
}

const oneAccessClient = {
  client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
  redirect_uri: 'http://localhost:5173/login/callback/',
}
/** An access token of the OneAccess issuer, of a person. */
async function newOneAccessToken(scope: string, name: keyof typeof people = 'user'): Promise<string> {
  const person = new Person(server.issuer)
  const root = `${server.issuer}/api/v1/oauth2`
  const request = new URLSearchParams({ response_type: 'code', scope, state: 'policy', ...oneAccessClient })
  const { username, password } = people[name]
  const { url } = await person.signIn(await person.visit(`${root}/authorize?${request}`), username, password)
  const code = url.searchParams.get('code') ?? ''
  const redemption = {
    grant_type: 'authorization_code',
    code,
    client_secret: 'oneaccess.Demo.2026',
    ...oneAccessClient,
  }
  return (await tokensOf(await post(server.issuer, '/api/v1/oauth2/token', redemption))).access_token
}
const oneAccessToken = (scopes: readonly string[]) =>
  once(`oneaccess ${scopes.join(' ')}`, () => newOneAccessToken(scopes.join(' ')))

/** An access credential (M1) of an application with these permission codes. */
function credential(permissions: readonly string[], name = ''): Promise<string> {
  return once(`credential ${name} ${permissions.join(' ')}`, async () => {
    const id = await server.addApplication({
      secret,
      permissionCodes: [...permissions],
      redirectUris: [],
      responseTypes: [],
      grantTypes: ['client_credentials'],
    })
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret }
    const answer = await post(server.issuer, '/api/v2/tenant/token', form)
    return ((await answer.json()) as { access_token: string }).access_token
  })
}
const codesFor = (id: OperationId) => [...operations[id].permissions].slice(0, 1)
/** Every permission code but those that would do. */
const otherCodes = (id: OperationId) => {
  const enough: readonly string[] = operations[id].permissions
  return [...new Set(Object.values(operations).flatMap(({ permissions }) => [...permissions]))].filter(
    (code) => !enough.includes(code),
  )
}

/** Sends the documented request; the answer is held against the contract. */
function send(id: OperationId, headers: Record<string, string> = {}, malformed = false): Promise<Response> {
  const request = documentedRequest(id)
  const { method } = request
  const path = malformed ? (request.path.split('?')[0] ?? '') : request.path
  // Whoever may not ask is not told what is wrong with the question.
  const body = malformed && typeof request.body === 'string' ? '{}' : request.body
  return contractFetch(new URL(path, server.issuer), {
    method,
    headers: { ...request.headers, ...headers },
    ...(body !== undefined && { body }),
  })
}
const bearer = (value: string) => ({ authorization: `Bearer ${value}` })

async function expectRefusal(id: OperationId, headers: Record<string, string>, status: number): Promise<Response> {
  const plain = await send(id, headers)
  expect([(await send(id, headers, true)).status, plain.status]).toEqual([status, status])
  return plain
}

/** Whoever may call gets an answer of the operation itself: what was asked for, or why there is none. */
async function expectOpen(id: OperationId, headers: Record<string, string>): Promise<void> {
  const { status } = await send(id, headers)
  expect([401, 403]).not.toContain(status)
  expect(status).toBeLessThan(500)
}

test('8: the policies cover what they are meant to', () => {
  expect(
    [withToken, withAccessToken, withScopes, withRoles, withCredential, named].map((ids) => ids.length > 0),
  ).not.toContain(false)
  const all = new Set([...withToken, ...withAccessToken, ...withCredential, ...named, ...unissued])
  const open = handled.filter((id) => !all.has(id) && operations[id].security.length > 0)
  expect(open).toEqual(['issueAccessCredential'])
})

describe('an operation that takes access tokens', () => {
  test.each(withToken)('8: %s is 401 for nobody, whatever else the request holds', async (id) => {
    const answer = await expectRefusal(id, {}, 401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="[^"]+"$/)
  })

  test.each(withToken)('8: %s is 401 for another kind of credential, and for no token of ours', async (id) => {
    await expectRefusal(id, basic(client, secret), 401)
    const answer = await expectRefusal(id, bearer('not-a-token'), 401)
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  test.each(withToken)('8: %s is 401 with a token that has expired', async (id) => {
    const late = await once(`expired ${await rightToken(id)}`, async () => expired(await rightToken(id)))
    await expectRefusal(id, bearer(late), 401)
  })

  test.each(withToken)('8: %s is 401 with a token that was revoked', async (id) => {
    const key = `${whoMay(id)} ${scopesOf(id)[0]?.join(' ')}`
    const revoked = await once(`revoked ${key}`, async () => {
      const fresh = await newToken(whoMay(id), scopesOf(id)[0] ?? [])
      await post(server.issuer, '/connect/revocation', { token: fresh }, basic(client, secret))
      return fresh
    })
    await expectRefusal(id, bearer(revoked), 401)
  })

  test.each(withScopes)('8: %s is 403 with every scope but those that would do', async (id) => {
    const enough = new Set(scopesOf(id).flat())
    const others = allScopes.filter((scope) => !enough.has(scope) && scope !== 'offline_access')
    const rest = whoMay(id) === 'client' ? others.filter((scope) => scope.startsWith('ZMS.')) : others
    const answer = await expectRefusal(id, bearer(await token(whoMay(id), rest)), 403)
    expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
  })

  test.each(withRoles)('8: %s is 403 for somebody without a role that would do', async (id) => {
    const answer = await expectRefusal(id, bearer(await token('user', scopesOf(id)[0] ?? [])), 403)
    expect(await answer.json()).toMatchObject({ error: 'RoleRequired', data: null })
  })

  test.each(withToken.filter((id) => ['user', 'client'].includes(operations[id].caller)))(
    '8: %s is closed to the other kind of caller',
    async (id) => {
      const other = whoMay(id) === 'client' ? 'user' : 'client'
      const scopes = (scopesOf(id)[0] ?? []).filter((scope) => other === 'user' || scope !== 'openid')
      await expectRefusal(id, bearer(await token(other, scopes)), 403)
    },
  )

  test.each(withToken)('8: %s is open to whoever may call, by each alternative', async (id) => {
    for (const scopes of scopesOf(id)) await expectOpen(id, bearer(await token(whoMay(id), scopes)))
  })
})

describe('an operation that takes access tokens of the OneAccess issuer', () => {
  test.each(withAccessToken)(
    '8: %s is 401 for nobody, for another kind of credential, and for the other issuer’s',
    async (id) => {
      await expectRefusal(id, {}, 401)
      await expectRefusal(id, basic(client, secret), 401)
      await expectRefusal(id, bearer(await credential(['all'])), 401)
      await expectRefusal(id, bearer(await token('user', ['openid'])), 401)
    },
  )

  test.each(withAccessToken)('8: %s is 401 with a token that has expired', async (id) => {
    await expectRefusal(id, bearer(await expired(await oneAccessToken(scopesOf(id)[0] ?? []))), 401)
  })

  test.each(withAccessToken)('8: %s is 401 with a token whose grant was taken back', async (id) => {
    const accessToken = await newOneAccessToken(scopesOf(id)[0]?.join(' ') ?? '', 'admin')
    await expectOpen(id, bearer(accessToken))
    const { sub = '' } = decodeJwt(accessToken)
    await server.database.db
      .deleteFrom('engineState')
      .where('model', '=', 'Grant')
      .where('userId', '=', sub)
      .where('clientId', '=', oneAccessClient.client_id)
      .execute()
    await expectRefusal(id, bearer(accessToken), 401)
  })

  test.each(withAccessToken)('8: %s is open to whoever may call, by each alternative', async (id) => {
    for (const scopes of scopesOf(id)) await expectOpen(id, bearer(await oneAccessToken(scopes)))
  })
})

describe('an operation that takes access credentials', () => {
  test.each(withCredential)('8: %s is 401 for nobody, and for another kind of credential', async (id) => {
    await expectRefusal(id, {}, 401)
    await expectRefusal(id, basic(client, secret), 401)
    await expectRefusal(id, bearer(await token('client', [])), 401)
  })

  test.each(withCredential)('8: %s is 401 with a credential that has expired or is gone', async (id) => {
    const { db } = server.database
    const late = await once('expired credential', async () => {
      const value = await credential(['all'], 'late')
      const past = new Date(Date.now() - 1_000)
      await db
        .updateTable('accessCredentials')
        .set({ expiresAt: past })
        .where('tokenHash', '=', sha256(value))
        .execute()
      return value
    })
    const gone = await once('revoked credential', async () => {
      const value = await credential(['all'], 'gone')
      await db.deleteFrom('accessCredentials').where('tokenHash', '=', sha256(value)).execute()
      return value
    })
    await expectRefusal(id, bearer(late), 401)
    await expectRefusal(id, bearer(gone), 401)
  })

  test.each(restricted(withCredential))('8: %s is 403 without a permission code that would do', async (id) => {
    const answer = await expectRefusal(id, bearer(await credential(otherCodes(id))), 403)
    expect(await answer.json()).toMatchObject({ error_code: 'COMMON.0403' })
  })

  test.each(withCredential)('8: %s is open to an application that may call', async (id) => {
    await expectOpen(id, bearer(await credential(codesFor(id))))
  })
})

describe('an operation for which the application is only named', () => {
  test.each(named)('8: %s refuses no name, an unknown one, and that of a disabled application', async (id) => {
    const disabled = await once('disabled', () => server.addApplication({ enabled: false }))
    for (const [name, code] of [
      ['', 'PARAM.0002'],
      ['nobody', 'APP.0001'],
      [disabled, 'APP.0003'],
    ] as const) {
      const answer = await expectRefusal(id, { 'X-client-id': name }, errorCodes[code].http)
      expect(await answer.json()).toMatchObject({ error_code: code })
    }
  })

  test.each(restricted(named))('8: %s is 403 without a permission code that would do', async (id) => {
    const other = await once('without codes', () => server.addApplication({}))
    await expectRefusal(id, { 'X-client-id': other }, 403)
  })

  test.each(named)('8: %s is open to an application that may call', async (id) => {
    const name = await once(`named ${codesFor(id)}`, () => server.addApplication({ permissionCodes: codesFor(id) }))
    await expectOpen(id, { 'X-client-id': name })
  })
})

describe('an operation whose credential nobody is issued yet', () => {
  test.each(unissued)('8: %s is closed to nobody', async (id) => {
    const [name = ''] = schemesOf(id)
    const scheme = securitySchemes.oneaccess[name as 'stateToken']
    const status = 'refusal' in scheme ? errorCodes[scheme.refusal].http : 401
    await expectRefusal(id, {}, status)
  })
})

describe('the access credential', () => {
  test('8: issueAccessCredential refuses a wrong secret, in the form and as HTTP Basic', async () => {
    const path = '/api/v2/tenant/token'
    const id = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: 'wrong' }
    for (const answer of [
      await post(server.issuer, path, form),
      await post(server.issuer, `${path}?grant_type=client_credentials`, {}, basic(id, 'wrong')),
    ]) {
      expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ error: 'invalid_client' })])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
    }
  })
})
