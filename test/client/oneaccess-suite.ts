import { describe, expect, test } from 'vitest'
import { createOneAccessClient, paginateOneAccess, unwrap } from '../../client/src/index.ts'
import { application, device, management } from './oneaccess-server.ts'

/**
 * What the client does against a server that speaks the OneAccess API: the real one, or the mock. Of what is not built yet
 * there is nothing here.
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

    test('what an app needs before it can sign: time and key', async () => {
      const { timestamp } = await unwrap(client().GET('/api/v2/sdk/server-date'))
      expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(60_000)
      const { public_key: pem } = await unwrap(client().GET('/api/v2/sdk/public-key'))
      expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
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
