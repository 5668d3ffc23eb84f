import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const clientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
const secret = 'oneaccess.Demo.2026'
const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret }
const basic = (id: string, value: string) => `Basic ${Buffer.from(`${id}:${value}`).toString('base64')}`

async function issue(fields: Record<string, string> | undefined, query = '', authorization?: string) {
  const answer = await contractFetch(new URL(`/api/v2/tenant/token${query}`, server.issuer), {
    method: 'POST',
    ...(fields && { body: new URLSearchParams(fields) }),
    ...(authorization && { headers: { authorization } }),
  })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> }
}

const users = (token: unknown) =>
  contractFetch(new URL('/api/v2/tenant/users?org_id=&offset=0&limit=10', server.issuer), {
    headers: { authorization: `Bearer ${token}` },
  })

describe('an access credential', () => {
  test('is given for id and secret in the form, or as HTTP Basic with the grant in the query', async () => {
    for (const { status, headers, body } of [
      await issue(form),
      await issue(undefined, '?grant_type=client_credentials', basic(clientId, secret)),
      await issue({ grant_type: 'client_credentials' }, '', basic(clientId, secret)),
    ]) {
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 1800, scope: 'all' })
      expect((await users(body.access_token)).status).toBe(200)
    }
  })

  test('is given for a secret of any visible characters, which HTTP Basic has as form values', async () => {
    const odd = 'a:b %+&~'
    const id = await server.addApplication({ secret: odd, grantTypes: ['client_credentials'] })
    const query = '?grant_type=client_credentials'
    expect((await issue(undefined, query, basic(id, encodeURIComponent(odd)))).status).toBe(200)
    // What is no form value is no secret: a replacement character would make unlike ones alike (RFC 6749 appendix A.2).
    for (const wrong of ['%zz', '%E9', 'é', '']) {
      expect([wrong, (await issue(undefined, query, basic(id, wrong))).status]).toEqual([wrong, 401])
    }
  })

  test('leaves the one before in force, and is kept as a hash', async () => {
    const [one, two] = [(await issue(form)).body.access_token, (await issue(form)).body.access_token]
    expect(one).not.toBe(two)
    expect([(await users(one)).status, (await users(two)).status]).toEqual([200, 200])
    const rows = await server.database.db
      .selectFrom('accessCredentials')
      .select(['tokenHash', 'expiresAt'])
      .where('tokenHash', '=', sha256(String(one)))
      .execute()
    expect(rows.length).toBe(1)
    expect(Buffer.from(String(one), 'base64url').length).toBeGreaterThanOrEqual(16)
  })

  test('lives as long as the application says', async () => {
    const id = await server.addApplication({
      secret: 's',
      grantTypes: ['client_credentials'],
      managementTokenSeconds: 60,
    })
    expect((await issue({ ...form, client_id: id, client_secret: 's' })).body.expires_in).toBe(60)
  })

  test('ends with its application', async () => {
    const id = await server.addApplication({
      secret: 's',
      grantTypes: ['client_credentials'],
      permissionCodes: ['all'],
    })
    const { access_token: token } = (await issue({ ...form, client_id: id, client_secret: 's' })).body
    expect((await users(token)).status).toBe(200)
    await server.database.db.updateTable('applications').set({ enabled: false }).where('clientId', '=', id).execute()
    expect((await users(token)).status).toBe(401)
    expect((await issue({ ...form, client_id: id, client_secret: 's' })).status).toBe(401)
  })

  test('is refused alike for a wrong secret, an unknown id, and an application that may have none', async () => {
    const withoutGrant = await server.addApplication({ secret: 's' })
    const publicOne = await server.addApplication({})
    const answers = await Promise.all([
      issue({ ...form, client_secret: 'wrong' }),
      issue({ ...form, client_id: 'nobody' }),
      issue({ ...form, client_id: withoutGrant, client_secret: 's' }),
      issue({ ...form, client_id: publicOne, client_secret: 's' }),
      issue({ grant_type: 'client_credentials' }),
      issue(undefined, '?grant_type=client_credentials', basic(clientId, 'wrong')),
      // Whoever is proven asks for himself.
      issue({ grant_type: 'client_credentials', client_id: withoutGrant }, '', basic(clientId, secret)),
    ])
    for (const { status, headers, body } of answers) {
      expect([status, body.error]).toEqual([401, 'invalid_client'])
      expect(headers.get('www-authenticate')).toMatch(/^Basic /)
    }
    expect(new Set(answers.map(({ body }) => body.error_description))).toEqual(new Set(['Bad client credentials']))
  })

  test.each([
    ['no grant', { client_id: clientId, client_secret: secret }, ''],
    ['nothing at all', undefined, ''],
    ['a parameter that nobody knows', form, '?a=b'],
  ])('is refused for %s', async (_what, fields, query) => {
    const { status, body } = await issue(fields, query)
    expect([status, body.error]).toEqual([400, 'invalid_request'])
  })
  test('is refused by the grant for another one, wherever it is asked for', async () => {
    const refused = { status: 400, body: { error: 'unsupported_grant_type' } }
    expect(await issue({ ...form, grant_type: 'password' })).toMatchObject(refused)
    expect(await issue(undefined, '?grant_type=password', basic(clientId, secret))).toMatchObject(refused)
  })

  test('is given to whoever authenticates in one way: a secret in the form beside the header is refused', async () => {
    const twice = await issue(form, '', basic(clientId, secret))
    expect(twice).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    const named = await issue({ grant_type: 'client_credentials', client_id: clientId }, '', basic(clientId, secret))
    expect(named.status).toBe(200)
  })
})
