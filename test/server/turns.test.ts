import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterEach, expect, test, vi } from 'vitest'
import { type TurnLimits, Turns } from '../../server/turns.ts'

const never = 600_000
let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server behind a proxy, that answers when it is told to. */
async function open({ width = 1, alone = width, ...limits }: Partial<TurnLimits>) {
  const begun: string[] = []
  const working = new Map<string, (status: number) => Promise<void>>()
  const turns = new Turns({ width, alone, company: 10_000, turn: never, ...limits })
  const app = express().set('trust proxy', 'loopback')
  const listener: RequestListener = ({ url = '' }, response) => {
    begun.push(url)
    working.set(url, async (status) => {
      const ended = once(response, 'close')
      response.writeHead(status).end(url)
      await ended
    })
  }
  server = createServer(turns.before(listener, app)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    turns,
    begun,
    port,
    ask: (url: string, from: string, signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}${url}`, { headers: { 'x-forwarded-for': from }, ...(signal && { signal }) }),
    hasBegun: (...urls: string[]) => expect.poll(() => begun).toEqual(urls),
    answer: async (url: string, status = 200) => working.get(url)?.(status),
    wait: (count: number) => expect.poll(() => turns.waiting).toBe(count),
  }
}

test('a network that asks for much waits for itself, in order, and nobody else does', async () => {
  const { ask, hasBegun, answer, wait } = await open({ width: 2 })
  const answers: Promise<Response>[] = []
  for (const [waiting, url] of [
    [0, '/1'],
    [0, '/2'],
    [1, '/3'],
    [2, '/4'],
  ] as const) {
    answers.push(ask(url, '198.51.100.7'))
    await (waiting === 0 ? hasBegun(...['/1', '/2'].slice(0, answers.length)) : wait(waiting))
  }
  const other = ask('/other', '203.0.113.1')
  await hasBegun('/1', '/2', '/other')
  await answer('/other')
  expect((await other).status).toBe(200)
  await answer('/2')
  await hasBegun('/1', '/2', '/other', '/3')
  await answer('/1')
  await hasBegun('/1', '/2', '/other', '/3', '/4')
  await answer('/4')
  await answer('/3')
  expect(await Promise.all(answers.map(async (one) => (await one).text()))).toEqual(['/1', '/2', '/3', '/4'])
})

test('a network that is alone has more turns, until another one asks, and again when that has been silent for a while', async () => {
  const { ask, hasBegun, answer, wait, begun } = await open({ alone: 3 })
  const answers = []
  for (const url of ['/1', '/2', '/3']) {
    answers.push(ask(url, '198.51.100.7'))
    await expect.poll(() => begun.includes(url)).toBe(true)
  }
  answers.push(ask('/4', '198.51.100.7'))
  await wait(1)
  const other = ask('/other', '203.0.113.1')
  await hasBegun('/1', '/2', '/3', '/other')
  for (const url of ['/other', '/1', '/2']) await answer(url)
  await other
  // Two have left, but the third has the one turn that there is now.
  answers.push(ask('/5', '198.51.100.7'))
  await wait(2)
  expect(begun).toEqual(['/1', '/2', '/3', '/other'])

  const { now } = performance
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 10_000)
  await answer('/3')
  await hasBegun('/1', '/2', '/3', '/other', '/4', '/5')
  for (const url of ['/4', '/5']) await answer(url)
  await Promise.all(answers)
})

test('all addresses of an IPv6 site are one network', async () => {
  const { ask, hasBegun, answer, wait } = await open({})
  const answers = [ask('/1', '2001:db8:7:1::1')]
  await hasBegun('/1')
  answers.push(ask('/2', '2001:db8:7:ffff::2'))
  await wait(1)
  answers.push(ask('/3', '2001:db8:8:1::1'))
  await hasBegun('/1', '/3')
  for (const url of ['/1', '/3']) await answer(url)
  await hasBegun('/1', '/3', '/2')
  await answer('/2')
  await Promise.all(answers)
})

test('what takes long makes room for others of its network', async () => {
  const { ask, hasBegun, answer } = await open({ turn: 50 })
  const slow = ask('/slow', '198.51.100.7')
  await hasBegun('/slow')
  const quick = ask('/quick', '198.51.100.7')
  await hasBegun('/slow', '/quick')
  await answer('/quick')
  await quick
  await answer('/slow')
  expect(await (await slow).text()).toBe('/slow')
})

test('whoever is refused for asking too often keeps the turn for all of its time', async () => {
  const { ask, hasBegun, answer, wait, begun } = await open({})
  const refused = ask('/1', '198.51.100.7')
  await hasBegun('/1')
  void ask('/2', '198.51.100.7').catch(() => {})
  await wait(1)
  await answer('/1', 429)
  expect((await refused).status).toBe(429)
  // Somebody else is answered whole meanwhile.
  const other = ask('/other', '203.0.113.1')
  await hasBegun('/1', '/other')
  await answer('/other')
  await other
  expect(begun).toEqual(['/1', '/other'])
})

test('whoever gives up while waiting is not worked for', async () => {
  const { ask, hasBegun, answer, wait, port } = await open({})
  const first = ask('/1', '198.51.100.7')
  await hasBegun('/1')
  const impatient = connect(port, '127.0.0.1')
  impatient.write('GET /2 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.7\r\n\r\n')
  await wait(1)
  const third = ask('/3', '198.51.100.7')
  await wait(2)
  impatient.destroy()
  const connections = () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))
  await expect.poll(connections).toBe(2)
  await answer('/1')
  await hasBegun('/1', '/3')
  await answer('/3')
  await Promise.all([first, third])
})

test('a connection that sends request after request without an answer is not read on until they are answered', async () => {
  const many = 20_000
  const { turns, port, answer, ask, hasBegun, begun } = await open({})
  const socket = connect(port, '127.0.0.1')
  const asked = (n: number) => `GET /${n} HTTP/1.1\r\nHost: localhost\r\n\r\n`
  let answered = 0
  socket.on('data', (chunk: Buffer) => {
    answered += chunk.toString().split('HTTP/1.1 200').length - 1
  })
  const last = once(socket, 'close')
  socket.end(Array.from({ length: many }, (_, n) => asked(n)).join(''))
  await expect.poll(() => turns.waiting).toBeGreaterThan(1)
  for (const url of ['/a', '/b', '/c']) {
    const other = ask(url, '203.0.113.1')
    await expect.poll(() => begun.includes(url)).toBe(true)
    await answer(url)
    await other
  }
  expect(turns.waiting).toBeLessThan(many / 2)
  await hasBegun('/0', '/a', '/b', '/c')
  for (let n = 0; n < many; n += 1) {
    while (!begun.includes(`/${n}`)) await new Promise(setImmediate)
    begun.length = 0
    await answer(`/${n}`)
  }
  await last
  expect(answered).toBe(many)
})
