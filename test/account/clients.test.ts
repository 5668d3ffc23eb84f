import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Envelope } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

async function read(clientId: string, headers: Record<string, string> = {}) {
  const path = `/api/v1.0/clients/config?${new URLSearchParams({ client_id: clientId })}`
  const { status, body } = await ask<Envelope<unknown>>(server, 'GET', path, { headers })
  return { status, error: body.error, data: body.data }
}

test('anybody may read the public part of a client, in their language', async () => {
  const clientId = await server.addApplication({ name: 'Drawing', nameZh: '绘图', secret: 'a-secret-of-the-test' })
  const shown = {
    guid: expect.stringMatching(/^[\da-f-]{36}$/),
    clientId,
    displayName: 'Drawing',
    isZWSOFT: false,
    scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
    grantTypes: ['authorization_code', 'refresh_token'],
    requirePkce: true,
  }
  expect(await read(clientId)).toEqual({ status: 200, error: null, data: [shown] })
  expect((await read(clientId, { 'X-L': 'zh' })).data).toEqual([{ ...shown, displayName: '绘图' }])
})

test('a client without a Chinese name has the other one', async () => {
  const clientId = await server.addApplication({ name: 'Drawing' })
  expect((await read(clientId, { 'X-L': 'zh' })).data).toMatchObject([{ displayName: 'Drawing' }])
})

test('a client that is unknown or disabled is not found', async () => {
  const unknown = { status: 404, error: 'ClientNotFound', data: null }
  expect(await read('nobody')).toEqual(unknown)
  expect(await read("' or 1=1 --")).toEqual(unknown)
  const clientId = await server.addApplication({ enabled: false })
  expect(await read(clientId)).toEqual(unknown)
})

test('a client id that cannot be one is refused', async () => {
  for (const id of ['', 'x'.repeat(129), 'a\0b']) expect(await read(id)).toMatchObject({ status: 400 })
})
