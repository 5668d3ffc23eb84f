import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppDevice, demoApplication } from '../support/sdk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('a new id token (S27) says who is signed in, to the application that asks', async () => {
  const app = new AppDevice(server)
  const session = await app.session()
  const path = 'session-token/refresh-id-token'
  const { status, body } = await app.signedCall<{ id_token: string }>(session, 'POST', path)
  expect(status).toBe(200)
  expect(decodeJwt(body.id_token)).toMatchObject({
    iss: `${server.issuer}/api/v1/oauth2`,
    aud: demoApplication,
    userName: 'zhangsan',
    mobile: '12345678901',
  })
  expect(await app.call('POST', path)).toMatchObject({ status: 400, body: { error_code: 'PARAM.0030' } })
})
