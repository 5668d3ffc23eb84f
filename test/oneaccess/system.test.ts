import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let beside: TestServer
beforeAll(async () => {
  server = await startTestServer()
  beside = await startTestServer({ beside: server })
})
afterAll(async () => {
  await beside.close()
  await server.close()
})

const device = {
  'X-operating-sys-version': 'Android 10',
  'X-device-fingerprint': '156aysdna213sc50',
  'X-agent': 'app',
}
const call = <Body>(path: string, clientId: string, node = server) =>
  ask<Body>(node, 'GET', path, { headers: { ...device, 'X-client-id': clientId } })

const demo = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'

describe('the server time', () => {
  test('is that of the server, in milliseconds, as a text', async () => {
    const before = Date.now()
    const { status, body } = await call<{ timestamp: string }>('/api/v2/sdk/server-date', demo)
    expect(status).toBe(200)
    expect(Number(body.timestamp)).toBeGreaterThanOrEqual(before)
    expect(Number(body.timestamp)).toBeLessThanOrEqual(Date.now())
  })
})

describe('the public key of an application', () => {
  const keyOf = async (clientId: string, node = server) =>
    (await call<{ public_key: string }>('/api/v2/sdk/public-key', clientId, node)).body.public_key

  test('is an RSA key of 2048 bits, its own, and the same from then on', async () => {
    const [one, other] = [await server.addApplication({}), await server.addApplication({})]
    const key = createPublicKey(await keyOf(one))
    expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength]).toEqual(['rsa', 2048])
    expect(await keyOf(one)).toBe(await keyOf(one))
    expect(await keyOf(other)).not.toBe(await keyOf(one))
  })

  test('is one for all who ask first, at once and on two nodes', async () => {
    const application = await server.addApplication({})
    const keys = await Promise.all(
      Array.from({ length: 32 }, (_, n) => keyOf(application, n % 2 === 0 ? server : beside)),
    )
    expect(new Set(keys).size).toBe(1)
  })

  test('has a private half that nobody reads from the database', async () => {
    const application = await server.addApplication({})
    await keyOf(application)
    const { rows } = await server.database.pool.query(
      'select signing_private_key as key from applications where client_id = $1',
      [application],
    )
    expect(rows[0].key.toString('latin1')).not.toMatch(/"(d|p|kty)"/)
  })
})

test('an application that is disabled is told so from the next call on', async () => {
  const application = await server.addApplication({})
  expect((await call('/api/v2/sdk/server-date', application)).status).toBe(200)
  await server.database.db
    .updateTable('applications')
    .set({ enabled: false })
    .where('clientId', '=', application)
    .execute()
  expect(await call('/api/v2/sdk/server-date', application)).toMatchObject({
    status: 400,
    body: { error_code: 'APP.0003', error_msg: 'Application disabled.' },
  })
})
