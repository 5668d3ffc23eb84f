import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientSecretLimits } from '../../server/domain/sign-in/limits.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'
import { atOnce, basic, errorOf, type Parameters, post } from './support/flow.ts'

const { attempts } = clientSecretLimits.network
const secret = 'a secret of the application'
const guesses = 32
let server: TestServer
let otherNode: TestServer
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 })
  otherNode = await startTestServer({ trustProxy: 1, beside: server })
  await withoutSchedule(server)
})
afterAll(async () => {
  await otherNode.close()
  await server.close()
})

/** Every way to use the secret of an application; what its request asks for does not matter. */
const uses: Record<string, (id: string, given: string) => readonly [path: string, fields: Parameters, header: object]> =
  {
    'the token endpoint': (id, given) => ['/connect/token', { grant_type: 'client_credentials' }, basic(id, given)],
    'the token endpoint, by form': (id, given) => [
      '/connect/token',
      { grant_type: 'client_credentials', client_id: id, client_secret: given },
      {},
    ],
    introspection: (id, given) => ['/connect/introspect', { token: 'x' }, basic(id, given)],
    revocation: (id, given) => ['/connect/revocation', { token: 'x' }, basic(id, given)],
    'the other issuer': (id, given) => [
      '/api/v1/oauth2/token',
      { grant_type: 'authorization_code', code: 'x', redirect_uri: 'http://localhost:5173/callback' },
      basic(id, given),
    ],
    'the management token': (id, given) => [
      '/api/v2/tenant/token',
      { grant_type: 'client_credentials', client_id: id, client_secret: given },
      {},
    ],
    'the management token, by header': (id, given) => [
      '/api/v2/tenant/token',
      { grant_type: 'client_credentials' },
      basic(id, given),
    ],
  }

function application(): Promise<string> {
  return server.addApplication({
    secret,
    grantTypes: ['client_credentials', 'authorization_code'],
    scopes: ['openid', 'ZMS.Users.Read'],
  })
}

async function use(name: string, id: string, given: string, from: string, node = server): Promise<Response> {
  const [path, fields, header] = uses[name]?.(id, given) ?? ['', {}, {}]
  return post(node.issuer, path, fields, { ...header, 'x-forwarded-for': from })
}

describe.each(Object.keys(uses))('16: guesses at the secret at %s', (name) => {
  test('are looked at no more than the limit says, 32 at once, and then told to wait in the documented shape', async () => {
    const id = await application()
    const statuses = await atOnce(
      guesses,
      async (index) => (await use(name, id, `guess ${index}`, '203.0.113.5')).status,
    )
    expect(statuses.filter((status) => status === 401)).toHaveLength(attempts)
    expect(statuses.filter((status) => status === 429)).toHaveLength(guesses - attempts)
    const limited = await use(name, id, secret, '203.0.113.5')
    expect(limited.status).toBe(429)
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(await errorOf(limited)).toBe('temporarily_unavailable')
    // What others do elsewhere refuses nobody.
    expect((await use(name, id, secret, '198.51.100.7')).status).toBeLessThan(401)
    expect((await use(name, await application(), secret, '203.0.113.5')).status).toBeLessThan(401)
  })
})

test('16: guesses on two nodes add up', async () => {
  const id = await application()
  const nodes = [server, otherNode]
  const statuses = []
  for (let guess = 0; guess < attempts + 4; guess += 1) {
    statuses.push((await use('introspection', id, `${guess}`, '203.0.113.5', nodes[guess % 2])).status)
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(attempts)
  for (const node of nodes) expect((await use('introspection', id, secret, '203.0.113.5', node)).status).toBe(429)
})

test('16: an IPv6 site has a limit beside its networks', async () => {
  const id = await application()
  const { attempts: ofSite } = clientSecretLimits.site
  const statuses = await atOnce(ofSite + 5, async (index) => {
    const from = `2001:db8:5:${index.toString(16)}::1`
    return (await use('introspection', id, `${index}`, from)).status
  })
  expect(statuses.filter((status) => status === 401)).toHaveLength(ofSite)
  expect((await use('introspection', id, secret, '2001:db8:5:ffff::1')).status).toBe(429)
  expect((await use('introspection', id, secret, '2001:db8:6::1')).status).toBe(200)
})

test('16: right secrets are never counted, and cost no statement', async () => {
  const id = await application()
  const name = 'the token endpoint'
  for (let index = 0; index < attempts - 1; index += 1) await use(name, id, 'wrong', '203.0.113.5')
  await use(name, id, secret, '203.0.113.5')
  const statuses: number[] = []
  const statements = await countStatements(async () => {
    statuses.push(...(await atOnce(guesses, async () => (await use(name, id, secret, '203.0.113.5')).status)))
  })
  expect([new Set(statuses), statements]).toEqual([new Set([200]), 0])
})

test('16: ids that are nobody’s leave no rows', async () => {
  const rows = async () => (await server.database.pool.query('select from rate_limits')).rowCount
  const before = await rows()
  await atOnce(guesses, (index) => use('introspection', `nobody-${index}`, 'x', '203.0.113.9'))
  await atOnce(guesses, (index) => use('the management token', `nobody-${index}`, 'x', '203.0.113.9'))
  expect(await rows()).toBe(before)
})
