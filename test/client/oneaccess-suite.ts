import { describe, expect, test } from 'vitest'
import { createOneAccessClient, paginateOneAccess, unwrap } from '../../client/src/index.ts'
import { demoApplicationId } from '../../server/seed/demo.ts'
import { application, device, management } from './oneaccess-server.ts'

/**
 * What the client does against a server that speaks the OneAccess API: the real one, or the mock.
 * @param baseUrl read in the tests, so that the server may be started in a `beforeAll` of the caller
 */
export function oneAccessSuite(baseUrl: () => string): void {
  const client = (more: { clientSecret?: string; clientId?: string } = {}) =>
    createOneAccessClient({
      baseUrl: baseUrl(),
      management: { ...management, ...more },
      application,
      device,
      language: 'en',
    })

  describe('the client against a server', () => {
    test('an access credential, a user created and read', async () => {
      const body = { user_name: 'parity', mobile: '13912345678', password: 'Zhangsan.2026', org_code: '10000' }
      const { user_id: id } = await unwrap(client().POST('/api/v2/tenant/users', { body }))
      const user = await unwrap(client().GET('/api/v2/tenant/users/{user_id}', { params: { path: { user_id: id } } }))
      expect(user).toMatchObject({ user_name: expect.any(String), disabled: false, extension: expect.any(Object) })
    })

    test('a list of users, page by page', async () => {
      const names: string[] = []
      for await (const user of paginateOneAccess(client(), '/api/v2/tenant/users', { query: { org_id: '' } })) {
        names.push(user.user_name)
        if (names.length >= 3) break
      }
      expect(names.length).toBeGreaterThan(0)
    })

    test('what an application has of its own: organizations, accounts, roles and their members', async () => {
      const path = { application_id: demoApplicationId }
      const own = client()
      const word = `parity-${crypto.randomUUID().slice(0, 8)}`
      const organization = await unwrap(
        own.POST('/api/v2/tenant/applications/{application_id}/organizations', {
          params: { path },
          body: { org_code: word, name: 'R&D' },
        }),
      )
      const body = { user_name: word, mobile: `136${String(Date.now()).slice(-8)}` }
      const { user_id: user } = await unwrap(own.POST('/api/v2/tenant/users', { body }))
      const { account_id: account } = await unwrap(
        own.POST('/api/v2/tenant/applications/{application_id}/accounts/basic-account', {
          params: { path },
          body: { user_id: user, org_code: word, extension: { age: '18' } },
        }),
      )
      const { role_id: role } = await unwrap(
        own.POST('/api/v2/tenant/applications/{application_id}/role', { params: { path }, body: { code: word } }),
      )
      const members = { params: { path }, body: { role_id: role, account_Ids: [account] } }
      for (const result of [
        await unwrap(own.POST('/api/v2/tenant/applications/{application_id}/role-member', members)),
        await unwrap(own.DELETE('/api/v2/tenant/applications/{application_id}/role-member', members)),
      ]) {
        expect(result).toMatchObject({ success_list: expect.any(Array), fail_list: [] })
      }
      const told = await unwrap(
        own.GET('/api/v2/tenant/applications/{application_id}/accounts/{account_id}', {
          params: { path: { ...path, account_id: account } },
        }),
      )
      expect(told).toMatchObject({ account_type: 'BASIC_ACCOUNT', extension: { age: '18' } })
      const accounts = await unwrap(
        own.GET('/api/v2/tenant/users/{user_id}/accounts', { params: { path: { user_id: user } } }),
      )
      expect(accounts.total).toBe(accounts.accounts.length)
      const roles = await unwrap(
        own.GET('/api/v2/tenant/applications/{application_id}/role-list', { params: { path, query: { limit: 10 } } }),
      )
      expect(roles).toMatchObject({ offset: 0, limit: 10, total: expect.any(Number) })
      const left = own.DELETE('/api/v2/tenant/applications/{application_id}/accounts/{account_id}', {
        params: { path: { ...path, account_id: account } },
      })
      expect((await left).response.status).toBe(204)
      const gone = own.DELETE('/api/v2/tenant/applications/{application_id}/organizations/{org_id}', {
        params: { path: { ...path, org_id: organization.org_id } },
      })
      expect((await gone).response.status).toBe(204)
    })

    test('a role without a code', async () => {
      const call = client().POST('/api/v2/tenant/applications/{application_id}/role', {
        params: { path: { application_id: demoApplicationId } },
        body: { code: '' },
      })
      await expect(unwrap(call)).rejects.toMatchObject({ name: 'OneAccessError', status: 400, code: 'APP_ROLE.0003' })
    })

    test('an organization made, read, listed, changed and deleted', async () => {
      const body = { code: 'parity', name: 'parity', category: 'unit' as const }
      const { org_id: id } = await unwrap(client().POST('/api/v2/tenant/organizations', { body }))
      const params = { path: { org_id: id } }
      const one = await unwrap(client().GET('/api/v2/tenant/organizations/{org_id}', { params }))
      expect(one).toMatchObject({ org_code: expect.any(String), name: expect.any(String), parent_id: null })
      const organizations: string[] = []
      const query = { all_child: true }
      for await (const { org_id } of paginateOneAccess(client(), '/api/v2/tenant/organizations', { query })) {
        organizations.push(org_id)
      }
      expect(organizations.length).toBeGreaterThan(1)
      const change = { body: { name: 'parity 2', parent_id: '' }, params }
      const changed = await unwrap(client().PUT('/api/v2/tenant/organizations/{org_id}', change))
      expect(changed).toEqual({ org_id: expect.any(String) })
      await unwrap(client().DELETE('/api/v2/tenant/organizations/{org_id}', { params }))
    })

    test('a user found by name, changed, disabled, enabled, given passwords and deleted', async () => {
      const body = { user_name: 'parity2', mobile: '13912345679', password: 'Zhangsan.2026' }
      const reference = await unwrap(client().POST('/api/v2/tenant/users', { body }))
      const named = { body: { user_name: 'PARITY2' } }
      const found = await unwrap(client().POST('/api/v2/tenant/users/user-by-username', named))
      expect(found.user_id).toBe(reference.user_id)
      const params = { path: { user_id: reference.user_id } }
      const change = { params, body: { name: 'Parity', extension: { age: '19' } } }
      const old = { params, body: { password: 'Wangwu.2028', old_password: 'Wangwu.2027' } }
      const answers = [
        await unwrap(client().PUT('/api/v2/tenant/users/{user_id}', change)),
        await unwrap(client().PUT('/api/v2/tenant/users/{user_id}/disable', { params })),
        await unwrap(client().PUT('/api/v2/tenant/users/{user_id}/enable', { params })),
        await unwrap(
          client().PUT('/api/v2/tenant/users/{user_id}/change-password', {
            params,
            body: { password: 'Wangwu.2027', pwd_must_modify: false },
          }),
        ),
        await unwrap(client().PUT('/api/v2/tenant/users/{user_id}/change-password-verify', old)),
      ]
      expect(answers).toEqual(Array(5).fill(reference))
      await unwrap(client().DELETE('/api/v2/tenant/users/{user_id}', { params }))
    })

    test('what an app needs before it can sign: time and key', async () => {
      const { timestamp } = await unwrap(client().GET('/api/v2/sdk/server-date'))
      expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000)
      const { public_key: pem } = await unwrap(client().GET('/api/v2/sdk/public-key'))
      expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
    })

    test('a sign-in with a password: who it is, another id token, and out again', async () => {
      const body = { user_name: 'zhangsan', password: 'Zhangsan.2026' }
      const login = await unwrap(client().POST('/api/v2/sdk/login', { body }))
      expect(login).toMatchObject({ status: 'SUCCESS', session_token: expect.any(String), expire: expect.any(Number) })
      const sessionToken = () => login.session_token
      const signedIn = createOneAccessClient({ baseUrl: baseUrl(), management, application, device, sessionToken })
      expect(await unwrap(signedIn.GET('/api/v2/sdk/profile'))).toMatchObject({ user_name: 'zhangsan' })
      expect(await unwrap(signedIn.POST('/api/v2/sdk/session-token/refresh-id-token'))).toEqual({
        id_token: expect.any(String),
      })
      await unwrap(signedIn.GET('/api/v2/sdk/logout'))
    })

    test('the metadata and the keys of the issuer', async () => {
      const metadata = await unwrap(client().GET('/api/v1/oauth2/.well-known/openid-configuration'))
      expect(metadata.issuer).toBe(`${new URL(baseUrl()).origin}/api/v1/oauth2`)
      const { keys } = await unwrap(client().GET('/api/v1/oauth2/jwks'))
      expect(keys.length).toBeGreaterThan(0)
    })

    test('a request that is not valid', async () => {
      const params = { query: { org_id: '', offset: 0, limit: 1 } }
      await expect(unwrap(client().GET('/api/v2/tenant/users', { params }))).rejects.toMatchObject({
        name: 'OneAccessError',
        status: 400,
        code: 'COMMON.0400',
      })
    })
  })
}
