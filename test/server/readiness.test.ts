import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ready = async () => (await fetch(`${server.issuer}/readyz`)).status

/** Lets the database answer no question of readiness meanwhile. */
async function whileItWaits(work: () => Promise<void>): Promise<void> {
  const client = await server.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('select checked_at from readiness for update')
    await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('a node stays in while the database is only slow, and is out once it has answered nothing for five seconds', async () => {
  await expect.poll(ready).toBe(200)
  const began = performance.now()
  await whileItWaits(async () => {
    expect(await ready()).toBe(200)
    await expect.poll(ready).toBe(503)
    expect(performance.now() - began).toBeGreaterThan(4_000)
  })
  await expect.poll(ready).toBe(200)
})
