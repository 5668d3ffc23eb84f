import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'
import { type ProxySettings, type RunningProxy, startProxy } from '../support/haproxy.ts'
import { freePort } from '../support/process.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
let port: number
let proxy: RunningProxy
const agents: Agent[] = []
const sockets: Socket[] = []

beforeAll(async () => {
  server = await startTestServer({ trustProxy: ['loopback'] })
  directory = await temporaryDirectory()
  port = await freePort()
})
afterAll(async () => {
  await server?.close()
  await directory?.remove()
})
afterEach(async () => {
  for (const agent of agents.splice(0)) agent.destroy()
  for (const socket of sockets.splice(0)) socket.destroy()
  await proxy?.stop()
})

async function start(settings: ProxySettings): Promise<void> {
  const node = Number(new URL(server.issuer).port)
  proxy = await startProxy(directory.path, port, [node, node], settings)
}

interface Answer {
  readonly status: number | undefined
  readonly retryAfter: string | undefined
  readonly body: string
}

/** Somebody at an address of this machine's own, with a few connections. */
function callerAt(localAddress: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  agents.push(agent)
  return async (path: string, form?: Record<string, string>): Promise<Answer> => {
    const body = form && new URLSearchParams(form).toString()
    const headers = {
      // What a caller says of itself counts for nothing.
      'x-forwarded-for': '198.51.100.1',
      ...(body !== undefined && {
        authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      }),
    }
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      localAddress,
      agent,
      headers,
      method: body ? 'POST' : 'GET',
    })
    asked.end(body)
    const [answer] = await once(asked, 'response')
    return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], body: await text(answer) }
  }
}

async function times(count: number, ask: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  let left = count
  const lane = async () => {
    while (left-- > 0) answers.push(await ask())
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return answers
}

/** The proxy keeps an IPv4 address as IPv6 writes it. */
const counted = async (network: string, what: 'requests' | 'connections') =>
  (await proxy.countedOf(`::ffff:${network}`))[what]

const statuses = (answers: readonly Answer[]) => [...new Set(answers.map(({ status }) => status))].toSorted()

test('of many networks at once, the one that asks too much is refused by the proxy, and the others are served', async () => {
  await start({ asTheyCome: true })
  const eager = callerAt('127.0.0.66')
  const flood: Answer[] = []
  const refused = () => flood.filter(({ status }) => status === 429)
  // Those that are refused cost little: so many of them come in few seconds, however long the first ones took.
  while (refused().length <= 1_000) flood.push(...(await times(500, () => eager('/healthz'))))
  expect(statuses(flood)).toEqual([200, 429])
  expect(refused()[0]).toMatchObject({ retryAfter: '10', body: 'Too many requests' })

  const before = await proxy.figures()
  const others = Array.from({ length: 40 }, (_, n) => callerAt(`127.0.1.${n + 1}`))
  const [still, ...served] = await Promise.all([
    times(200, () => eager('/connect/token', { grant_type: 'client_credentials' })),
    ...others.map((ask) => times(10, () => ask('/healthz'))),
  ])
  expect(statuses(still)).toEqual([429])
  expect(statuses(served.flat())).toEqual([200])
  // What is refused reaches no node: beside its looks at them, it has sent them what others asked.
  const sent = (await proxy.figures()).nodes.reduce((sum, count) => sum + count, 0)
  expect(sent - before.nodes.reduce((sum, count) => sum + count, 0)).toBe(400)

  // Who waits as it is told is served again.
  await expect.poll(() => counted('127.0.0.66', 'requests'), { timeout: 60_000, interval: 250 }).toBeLessThan(1_000)
  expect(await eager('/healthz')).toMatchObject({ status: 200 })
})

test('the server is told the network that the proxy sees, and no other', async () => {
  await start({ asTheyCome: true })
  const form = { grant_type: 'password', username: 'admin', password: 'wrong', scope: 'openid' }
  expect(await callerAt('127.0.0.9')('/connect/token', form)).toMatchObject({ status: 400 })
  const records = await server.database.db.selectFrom('loginRecords').select('address').execute()
  expect(records).toEqual([{ address: '127.0.0.9' }])
})

test('who holds hundreds of connections is refused requests, then connections, and others are served', async () => {
  await start({ asTheyCome: true })
  const open = () => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: '127.0.0.77' })
    sockets.push(socket)
    socket.on('error', () => {})
    return socket
  }
  for (let n = 0; n < 200; n += 1) open()
  await expect.poll(() => counted('127.0.0.77', 'connections')).toBe(200)
  const caller = callerAt('127.0.0.77')
  expect(await caller('/healthz')).toMatchObject({ status: 429, retryAfter: '10' })
  for (let n = 0; n < 199; n += 1) open()
  await expect.poll(() => counted('127.0.0.77', 'connections')).toBe(400)
  await new Promise((resolve) => open().once('close', resolve))
  expect(await callerAt('127.0.0.78')('/healthz')).toMatchObject({ status: 200 })
})

test('an IPv6 site is one network, with all of its addresses', async () => {
  const namedPort = await freePort()
  await start({ asTheyCome: true, namedPort })
  const from = async (address: string, count: number) => {
    const socket = connect(namedPort, 'localhost')
    sockets.push(socket)
    const asked = `GET /healthz HTTP/1.1\r\nHost: localhost\r\n`
    socket.write(`PROXY TCP6 ${address} 2001:db8:ffff::1 40000 443\r\n`)
    socket.write(`${asked}\r\n`.repeat(count - 1))
    socket.write(`${asked}Connection: close\r\n\r\n`)
    return [...(await text(socket)).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)
  }
  expect(new Set(await from('2001:db8:1:1::1', 3_000))).toEqual(new Set(['200', '429']))
  expect(await from('2001:db8:1:1:ffff::2', 3)).toEqual(['429', '429', '429'])
  expect(await from('2001:db8:1:2::1', 3)).toEqual(['200', '200', '200'])
})
