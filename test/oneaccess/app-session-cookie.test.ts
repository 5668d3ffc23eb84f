import { afterAll, beforeAll, expect, test } from 'vitest'
import { CasSite } from '../support/cas-site.ts'
import { AppDevice } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the session token of an app is no session of a browser: neither pages nor protocols take it for a cookie', async () => {
  const site = await CasSite.start(server)
  const token = await new AppDevice(server).session()
  const authorize = new URLSearchParams({ response_type: 'code', client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' })
  // The last ones have the hash of the token, as the table has it.
  for (const value of [token, `app ${token}`, `app%20${token}`, `"app ${token}"`]) {
    const headers = { cookie: `_session=${value}` }
    for (const path of ['/usercenter', site.loginAddress(), `/api/v1/oauth2/authorize?${authorize}`]) {
      const answer = await fetch(new URL(path, server.issuer), { headers, redirect: 'manual' })
      expect([value, path, answer.headers.get('location')]).toEqual([
        value,
        path,
        expect.stringMatching(/^\/Account\/Login/),
      ])
    }
  }
  site.close()
})
