import { randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import {
  basic,
  clientToken,
  type Parameters as Fields,
  formOf,
  obtainTokens,
  post,
  redirectUri,
  refresh,
  type Tokens,
  tokensOf,
} from '../security/support/flow.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

const gateway = basic('trustedDemo', 'trusted.Demo.2026')
const automation = basic('testAutoClient', 'testAuto.2022')

/** An answer without what is new in each. */
async function contentOf(response: Response) {
  const changing = ['connection', 'date', 'keep-alive', 'x-request-id']
  const headers = [...response.headers].filter(([name]) => !changing.includes(name))
  return { status: response.status, headers, text: await response.text() }
}

/**
 * Asks twice: the engine, to which a request goes with a field that nobody knows, and then without.
 * @throws AssertionError when the answers differ in one letter
 */
async function ask(fields: Fields | URLSearchParams, headers: Record<string, string> = {}) {
  const form = fields instanceof URLSearchParams ? fields : formOf(fields)
  const marked = new URLSearchParams([...form, ['nobody_knows', 'this']])
  const engine = await contentOf(await post(server.issuer, '/connect/introspect', marked, headers))
  const direct = await contentOf(await post(server.issuer, '/connect/introspect', form, headers))
  expect(direct).toEqual(engine)
  return { status: direct.status, body: JSON.parse(direct.text) as Record<string, unknown> }
}

type Registration = Parameters<TestServer['addApplication']>[0]

/** Tokens of a person, of an application that nobody else has. */
async function ownTokens(registration: Registration = {}, person?: Person): Promise<Tokens & { client_id: string }> {
  const client_id = await server.addApplication({ redirectUris: [redirectUri], firstParty: true, ...registration })
  return { ...(await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri }, person)), client_id }
}

/** A person of one's own, signed in. */
async function newPerson(): Promise<{ id: string; person: Person }> {
  const userName = `person-${randomUUID()}`
  const id = await server.addUser({ userName, password: 'A password 1.' })
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), userName, 'A password 1.')
  return { id, person }
}

const sql = (text: string, ...values: unknown[]) => server.database.pool.query(text, values)

describe('the answer of the engine, to the letter', () => {
  test('about the access token of a person, whoever asks', async () => {
    const { access_token: token, client_id } = await ownTokens()
    const { body } = await ask({ token, client_id })
    expect(Object.keys(body)).toEqual('active sub client_id exp iat iss jti aud scope token_type'.split(' '))
    expect(await ask({ token }, gateway)).toEqual({ status: 200, body })
    expect(await ask({ token }, automation)).toEqual({ status: 200, body: { active: false } })
    for (const token_type_hint of ['access_token', 'refresh_token', 'another']) {
      expect(await ask({ token, token_type_hint, client_id })).toEqual({ status: 200, body })
    }
  })

  test('about the access token of a client, whichever way it authenticates', async () => {
    const [client_id, client_secret] = ['trustedDemo', 'trusted.Demo.2026']
    const token = await clientToken(server.issuer, client_id, client_secret, 'ZMS.Users.Read')
    const { body } = await ask({ token }, gateway)
    expect(Object.keys(body)).toEqual('active client_id exp iat iss jti aud scope token_type'.split(' '))
    expect(await ask({ token, client_id, client_secret })).toEqual({ status: 200, body })
    expect(await ask({ token, client_id }, gateway)).toEqual({ status: 200, body })
    expect((await ask({ token }, automation)).body).toEqual({ active: false })
  })

  test('about a token without scopes', async () => {
    const token = await clientToken(server.issuer, 'trustedDemo', 'trusted.Demo.2026')
    const { body } = await ask({ token }, gateway)
    expect(Object.keys(body)).toEqual('active client_id exp iat iss jti aud token_type'.split(' '))
  })

  test('about a refresh token, whoever asks', async () => {
    const { refresh_token: token, client_id } = await ownTokens()
    const { body } = await ask({ token, client_id })
    expect(Object.keys(body)).toEqual('active sub client_id exp iat iss scope'.split(' '))
    expect(await ask({ token }, gateway)).toEqual({ status: 200, body })
    expect(await ask({ token }, automation)).toEqual({ status: 200, body: { active: false } })
    for (const token_type_hint of ['access_token', 'refresh_token', 'another']) {
      expect(await ask({ token, token_type_hint, client_id })).toEqual({ status: 200, body })
    }
  })

  test('about a refresh token of an application that is told of sign-outs: with the session', async () => {
    const { refresh_token: token, client_id } = await ownTokens({
      backchannelLogoutUri: 'http://localhost:5173/backchannel',
      backchannelLogoutSessionRequired: true,
    })
    expect((await ask({ token, client_id })).body).toMatchObject({ active: true, sid: expect.any(String) })
  })

  test('about the refresh token of a password grant', async () => {
    const person = { username: 'testUserName', password: 'Abc.123456', scope: 'openid offline_access' }
    const answer = await post(server.issuer, '/connect/token', { grant_type: 'password', ...person }, automation)
    const { access_token, refresh_token } = await tokensOf(answer)
    for (const token of [access_token, refresh_token]) {
      expect((await ask({ token }, automation)).body).toMatchObject({ active: true, client_id: 'testAutoClient' })
    }
  })

  test.each(['no token at all', 'a.b.c', '..', 'verified:1', '0'.repeat(43), 'é'])('about "%s"', async (token) => {
    expect((await ask({ token }, gateway)).body).toEqual({ active: false })
  })
})

describe('what is no ordinary question is the engine’s', () => {
  test.each<[string, string | Fields, Record<string, string>, number]>([
    ['no token', {}, gateway, 400],
    ['an empty token', { token: '' }, gateway, 400],
    ['two tokens', 'token=a&token=b', gateway, 400],
    ['two hints', 'token=a&token_type_hint=b&token_type_hint=c', gateway, 400],
    ['an empty hint', { token: 'a', token_type_hint: '' }, gateway, 200],
    ['a parameter that nobody knows', { token: 'a', other: 'b' }, gateway, 200],
    ['a token that is encrypted', { token: 'eyJhbGciOiJkaXIifQ....' }, gateway, 400],
    ['nobody', { token: 'a' }, {}, 401],
    ['a client that does not exist', { token: 'a', client_id: 'nobody' }, {}, 401],
    ['a wrong secret', { token: 'a' }, basic('trustedDemo', 'wrong'), 401],
    ['a confidential client without a secret', { token: 'a', client_id: 'trustedDemo' }, {}, 401],
    ['two ways at once', { token: 'a', client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }, gateway, 400],
    ['another client in the form', { token: 'a', client_id: 'TestClient' }, gateway, 400],
    ['an assertion', { token: 'a', client_assertion: 'a.b.c', client_assertion_type: 'x' }, {}, 400],
    ['another scheme', { token: 'a' }, { authorization: 'Bearer a' }, 401],
    ['a public client with Basic', { token: 'a' }, basic('TestClient', ''), 200],
  ])('%s', async (_name, fields, headers, status) => {
    const form = typeof fields === 'string' ? new URLSearchParams(fields) : fields
    expect((await ask(form, headers)).status).toBe(status)
  })

  test('an application of which nothing is of this issuer is nobody', async () => {
    const client_id = await server.addApplication({ grantTypes: [], responseTypes: [] })
    expect((await ask({ token: 'a', client_id })).status).toBe(401)
  })
})

describe('an access token is active until', () => {
  test.each<[string, (of: { client_id: string; token: string; id: string }) => Promise<unknown>]>([
    ['it is revoked', ({ token, client_id }) => post(server.issuer, '/connect/revocation', { token, client_id })],
    [
      'its grant is over',
      ({ token }) =>
        sql('update engine_state set expires_at = now() where id_hash = $1', sha256(String(decodeJwt(token).grant_id))),
    ],
    ['its person may not sign in', ({ id }) => sql(`update users set account_state = 'Locked' where id = $1`, id)],
    [
      'its application is off',
      ({ client_id }) => sql('update applications set enabled = false where client_id = $1', client_id),
    ],
    [
      'its application loses a scope',
      ({ client_id }) => sql(`update applications set scopes = '{openid}' where client_id = $1`, client_id),
    ],
  ])('%s', async (_name, end) => {
    const { id, person } = await newPerson()
    const { access_token: token, client_id } = await ownTokens({}, person)
    expect((await ask({ token }, gateway)).body).toMatchObject({ active: true, sub: id })
    await end({ client_id, token, id })
    server.app.services.deps.applications.forget(client_id)
    expect((await ask({ token }, gateway)).body).toEqual({ active: false })
  })
})

describe('a refresh token', () => {
  const grantOf = `(select grant_hash from engine_state where id_hash = $1)`
  const past = `payload || jsonb_build_object('exp', floor(extract(epoch from now())) - 1), expires_at = now() - interval '1 s'`
  const bound = `payload || jsonb_build_object('expiresWithSession', true, 'sessionUid', (
    select uid from sessions where user_id = engine_state.user_id))`

  test.each<[string, string]>([
    ['it is revoked', 'delete from engine_state where id_hash = $1'],
    ['it expires', `update engine_state set payload = ${past} where id_hash = $1`],
    ['its grant is gone', `delete from engine_state where model = 'Grant' and id_hash = ${grantOf}`],
    ['its grant is over', `update engine_state set payload = ${past} where model = 'Grant' and id_hash = ${grantOf}`],
  ])('is active until %s', async (_name, end) => {
    const { refresh_token: token = '', client_id } = await ownTokens()
    expect((await ask({ token, client_id })).body.active).toBe(true)
    await sql(end, sha256(token))
    expect((await ask({ token, client_id })).body).toEqual({ active: false })
  })

  test.each<[string, string]>([
    ['is there', 'delete from sessions where user_id = $1'],
    ['lasts', `update sessions set expires_at = now() - interval '1 minute' where user_id = $1`],
    ['knows its grant', `update sessions set payload = payload - 'authorizations' where user_id = $1`],
    ['is of a person who may sign in', `update users set account_state = 'Locked' where id = $1`],
  ])('that ends with its session is active while that %s', async (_name, end) => {
    const { id, person } = await newPerson()
    const { refresh_token: token = '', client_id } = await ownTokens({}, person)
    await sql(`update engine_state set payload = ${bound} where id_hash = $1`, sha256(token))
    expect((await ask({ token, client_id })).body.active).toBe(true)
    await sql(end, id)
    expect((await ask({ token, client_id })).body).toEqual({ active: false })
  })

  test('that was used is active for its grace', async () => {
    for (const refreshTokenGraceSeconds of [0, 60]) {
      const { refresh_token: token = '', client_id } = await ownTokens({ refreshTokenGraceSeconds })
      const { refresh_token: next } = await tokensOf(await refresh(server.issuer, token, { client_id }))
      expect((await ask({ token, client_id })).body.active).toBe(refreshTokenGraceSeconds > 0)
      expect((await ask({ token: next, client_id })).body.active).toBe(true)
      await sql(`update engine_state set consumed_at = now() - interval '61 seconds' where id_hash = $1`, sha256(token))
      expect((await ask({ token, client_id })).body).toEqual({ active: false })
    }
  })

  test('gives no scope that its application has lost', async () => {
    const { refresh_token: token, client_id } = await ownTokens()
    for (const [scopes, left] of [
      ['{offline_access,openid}', 'openid offline_access'],
      ['{email}', undefined],
    ] as const) {
      await sql('update applications set scopes = $1 where client_id = $2', scopes, client_id)
      server.app.services.deps.applications.forget(client_id)
      expect((await ask({ token }, gateway)).body.scope).toBe(left)
    }
  })

  test('of an application that is off is not active', async () => {
    const { refresh_token: token, client_id } = await ownTokens()
    await sql('update applications set enabled = false where client_id = $1', client_id)
    server.app.services.deps.applications.forget(client_id)
    const answer = await post(server.issuer, '/connect/introspect', { token }, gateway)
    expect([answer.status, await answer.json()]).toEqual([200, { active: false }])
  })
})

test('the engine is asked for none of the ordinary ones: each is one statement, and one that cannot be ours none', async () => {
  const { access_token, refresh_token, client_id } = await ownTokens()
  const counted: number[] = []
  for (const token of [access_token, refresh_token, 'unknown', 'a.b.c']) {
    const fields = { token, token_type_hint: 'refresh_token', client_id }
    counted.push(await countStatements(() => post(server.issuer, '/connect/introspect', fields)))
  }
  expect(counted).toEqual([1, 1, 1, 0])
})
