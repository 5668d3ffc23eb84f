import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, clientToken, managementToken, personToken } from '../support/api.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const redirectUri = 'http://localhost:5173/login/callback/'
const verifier = 'a-code-verifier-of-at-least-forty-three-characters'

/** One of everything that reads or writes: sign-in, tokens, both APIs. @returns what was answered */
async function everything(round: number): Promise<Record<string, number>> {
  const { issuer } = server
  const answered: Record<string, number> = {}
  const post = async (name: string, path: string, form: Record<string, string>) => {
    const answer = await fetch(issuer + path, { method: 'POST', body: new URLSearchParams(form) })
    answered[name] = answer.status
    return (await answer.json()) as { access_token: string; refresh_token: string }
  }
  const call = async (name: string, method: string, path: string, options: Parameters<typeof ask>[3]) => {
    answered[name] = (await ask(server, method, path, options)).status
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const authorize = `/connect/authorize?${new URLSearchParams({
    client_id: 'TestClient',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid offline_access',
    code_challenge: Buffer.from(digest).toString('base64url'),
    code_challenge_method: 'S256',
  })}`
  const browser = new Person(issuer)
  await browser.signIn(await browser.visit(authorize))
  const returned = await browser.visit(authorize)
  const code = returned.url.searchParams.get('code') ?? ''
  const client = { client_id: 'TestClient' }
  const redemption = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }
  const tokens = await post('code', '/connect/token', { ...redemption, ...client })
  const { refresh_token: refreshToken } = tokens
  const renewed = await post('refresh', '/connect/token', {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    ...client,
  })
  await call('userinfo', 'GET', '/connect/userinfo', { token: renewed.access_token })
  const trusted = { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
  await post('introspection', '/connect/introspect', { token: renewed.access_token, ...trusted })
  await post('revocation', '/connect/revocation', { token: renewed.refresh_token, ...client })
  await post('a wrong secret', '/connect/token', { grant_type: 'client_credentials', ...trusted, client_secret: 'no' })

  const person = await personToken(server, 'openid ZMS.UserDetails.Read ZMS.UserDetails.Write')
  const admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const application = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Create')
  const credential = await managementToken(server)
  const details = '/api/v1.0/user/details'
  await call('getUserDetails', 'GET', details, { token: person })
  await call('updateUserDetails', 'POST', details, { token: person, body: { lastName: `Zhang ${round}` } })
  await call('listUserGuids', 'GET', '/api/v1.0/trusted/users/guids', { token: application })
  const people = [{ phone: `1390000000${round}`, password: 'Abc.123456' }]
  await call('createUsers', 'POST', '/api/v1.0/users/inviteUsers', { token: application, body: people })
  await call('listRoleGroups', 'GET', '/api/v1.0/roles', { token: admin })
  const user = {
    user_name: `added-${round}`,
    mobile: `1391111111${round}`,
    password: 'Zhangsan.2026',
    org_code: '10000',
  }
  await call('createTenantUser', 'POST', '/api/v2/tenant/users', { token: credential, body: user })
  await call('listTenantUsers', 'GET', '/api/v2/tenant/users?org_id=&offset=0&limit=100', { token: credential })
  return answered
}

test('a server goes on on its open connections when a newer version adds columns to every table', async () => {
  const before = await everything(0)
  expect(await everything(1)).toEqual(before)
  expect(Object.entries(before).filter(([, status]) => status >= 300)).toEqual([['a wrong secret', 401]])
  const { rows } = await server.database.pool.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
    where relkind in ('r', 'p') and not relispartition and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name } of rows)
    await server.database.pool.query(`alter table ${name} add column if not exists later text`)
  expect(await everything(2)).toEqual(before)
}, 120_000)
