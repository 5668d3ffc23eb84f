import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../server/config/config.ts'
import { ask, managementToken } from '../support/api.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ours = '08f770f51f80d2f40f38c00cb199fd21'
const named = (id: string) => ({ headers: { 'X-tenant-id': id } })
const unknown = { status: 400, body: { error_code: 'APP.0001' } }

describe('a call that names a tenant (X-tenant-id)', () => {
  test.each(['', ours, ours.toUpperCase()])('is taken where it is this installation: "%s"', async (id) => {
    expect((await new AppDevice(server).call('GET', 'public-key', named(id))).status).toBe(200)
  })

  test.each(['0'.repeat(32), ours.slice(1), `${ours}0`, 'constructor'])(
    'is refused where it is another, whoever calls: "%s"',
    async (id) => {
      const app = new AppDevice(server)
      expect(await app.call('GET', 'public-key', named(id))).toMatchObject(unknown)
      const login = { body: { user_name: 'zhangsan', password: 'Zhangsan.2026' } }
      expect(await app.call('POST', 'login', { ...login, ...named(id) })).toMatchObject(unknown)
      const session = await app.session()
      const signed = async () => ({ ...(await app.signed(session)), 'X-tenant-id': id })
      expect(await app.call('GET', 'profile', { headers: await signed() })).toMatchObject(unknown)
      const device = { operating_sys_version: 'a', device_ip: '10.0.0.1', device_fingerprint: app.fingerprint }
      const ticket = { token: await managementToken(server), body: { ...device, session_token: session } }
      const path = '/api/v2/tenant/sso/session-token/sso-ticket'
      expect(await ask(server, 'POST', path, { ...ticket, ...named(id) })).toMatchObject(unknown)
      expect((await ask(server, 'POST', path, { ...ticket, ...named(ours) })).status).toBe(200)
    },
  )

  test('can name none where none is configured, and the one that is', async () => {
    const nameless = await startTestServer({ env: { SEED: 'none' } })
    expect(await new AppDevice(nameless).call('GET', 'public-key', named(ours))).toMatchObject(unknown)
    await nameless.close()
    const id = 'A'.repeat(32)
    const other = await startTestServer({ env: { TENANT_ID: id } })
    expect((await new AppDevice(other).call('GET', 'public-key', named(id))).status).toBe(200)
    expect(await new AppDevice(other).call('GET', 'public-key', named(ours))).toMatchObject(unknown)
    await other.close()
    expect(() => loadConfig({ TENANT_ID: 'ours' })).toThrow('TENANT_ID must have 32 hexadecimal digits')
  })
})
