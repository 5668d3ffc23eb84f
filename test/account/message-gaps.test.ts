import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Listening, push } from '../support/message-stream.ts'
import { mintTokens } from '../support/minted-tokens.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type SwallowingProxy, startSwallowingProxy } from '../support/swallowing-proxy.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Nothing is pushed on the second process, and nothing but notifications makes it read. */
let server: TestServer
let other: TestServer
let proxy: SwallowingProxy
const listening: Listening[] = []

beforeAll(async () => {
  server = await startTestServer()
  proxy = await startSwallowingProxy(server.database.url)
  other = await startTestServer({ beside: server, directUrl: proxy.url, messageBeat: 3_600_000 })
})
afterEach(async () => {
  for (const stream of listening.splice(0)) await stream.close()
})
afterAll(async () => {
  await other.close()
  await proxy.close()
  await server.close()
})

/** Somebody who listens at the second process and has received a message there. */
async function listener() {
  const [minted] = await mintTokens(server, 'openid ZMS.Basic', { users: 1 })
  const stream = await Listening.open(other, minted?.token ?? '')
  listening.push(stream)
  const userId = minted?.userId ?? ''
  await push(server, userId, '0')
  await expect.poll(() => stream.contents).toEqual(['0'])
  return { userId, stream }
}

test('the connection for notifications ends: what is pushed in the gap comes all the same, in order', async () => {
  const { userId, stream } = await listener()
  await server.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'openaccount listener'`)
  await push(server, userId, '1', '2', '3')
  await expect.poll(() => stream.contents, { timeout: 10_000 }).toEqual(['0', '1', '2', '3'])
})

test('the connection for notifications is forgotten on the way: the same, without anybody being told', async () => {
  const { userId, stream } = await listener()
  proxy.swallow()
  await push(server, userId, '1', '2', '3')
  await expect.poll(() => stream.contents, { timeout: 40_000 }).toEqual(['0', '1', '2', '3'])
})
