import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { type Running, run } from '../support/process.ts'
import { installation, kill } from './support/installation.ts'
import { atPart, percentiles, report, short } from './support/report.ts'

let server: Running
let base: string
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await createEmptyDatabase()
  drop = database.drop
  const made = await installation(database.url, { TRUST_PROXY: 'loopback' })
  base = made.base
  server = await made.start()
})
afterAll(async () => {
  await kill(server)
  await drop()
})

const signIn = () =>
  fetch(`${base}/connect/token`, {
    method: 'POST',
    // As a proxy would tell it.
    headers: { authorization: `Basic ${btoa('testAutoClient:testAuto.2022')}`, 'x-forwarded-for': '203.0.113.1' },
    body: new URLSearchParams({
      grant_type: 'password',
      username: 'testUserName',
      password: 'Abc.123456',
      scope: 'openid',
    }),
  })

/** Signs in one time after the other, always with success. @returns how long each took, in milliseconds */
async function signIns(count: number): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const began = performance.now()
    expect((await signIn()).status).toBe(200)
    times.push(performance.now() - began)
  }
  return times
}

/** The memory of the server, in bytes. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${server.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
}

/** Opens connections that say this and no more by themselves. */
async function open(count: number, says = ''): Promise<Socket[]> {
  const { port } = new URL(base)
  const sockets: Socket[] = []
  const one = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(Number(port), 'localhost')
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.removeAllListeners('error').on('error', () => {})
        socket.resume()
        if (says !== '') socket.write(says)
        resolve(socket)
      })
    })
  while (sockets.length < count) sockets.push(...(await Promise.all(Array.from({ length: 100 }, one))))
  return sockets
}
const closed = (sockets: readonly Socket[]) => sockets.filter(({ destroyed }) => destroyed).length
const count = short ? 20 : 60

test('thousands of connections that idle cost some memory and no time, and are closed', async () => {
  const many = short ? 2_000 : 10_000
  const calm = await signIns(count)
  const before = await memory()
  // Half of them have asked for something and are kept alive, half have never said a word.
  const idle = [
    ...(await open(many / 2)),
    ...(await open(many / 2, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')),
  ]
  const meanwhile = await signIns(count)
  const each = ((await memory()) - before) / many / 1024
  const began = performance.now()
  // What never says a word is given 10 seconds, what is kept alive 65; both are looked for every half a minute.
  if (!short) await expect.poll(() => closed(idle), { timeout: 150_000, interval: 1_000 }).toBe(many)
  const gone = short ? '' : `; all closed by the server ${((performance.now() - began) / 1000).toFixed(0)} s later`
  for (const socket of idle) socket.destroy()
  report(
    `${many} idle connections`,
    `${each.toFixed(1)} KiB each${gone}`,
    `sign-ins before: ${percentiles(calm)}; meanwhile: ${percentiles(meanwhile)}`,
  )
  expect(each).toBeLessThan(64)
})

test('requests that arrive byte by byte keep nobody from being served, and are cut off', async () => {
  const calm = await signIns(count)
  const head = 'POST /connect/token HTTP/1.1\r\nHost: localhost\r\nX-Slow: '
  const body =
    'POST /connect/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n'
  const slow = [...(await open(500, head)), ...(await open(500, body))]
  const drip = setInterval(() => {
    for (const socket of slow) if (!socket.destroyed) socket.write('a')
  }, 1_000)
  const meanwhile = await signIns(count)
  const began = performance.now()
  // Header fields have 10 seconds, a request 30; both are looked for every half a minute.
  if (!short) await expect.poll(() => closed(slow), { timeout: 120_000, interval: 500 }).toBe(slow.length)
  clearInterval(drip)
  const gone = short ? '' : `all cut off ${((performance.now() - began) / 1000).toFixed(0)} s later; `
  for (const socket of slow) socket.destroy()
  report(
    '1000 requests byte by byte',
    `${gone}sign-ins before: ${percentiles(calm)}; meanwhile: ${percentiles(meanwhile)}`,
  )
})

const wrongPassword = 'grant_type=password&username=testUserName&password=wrong&scope=openid'
test.each([
  ['passwords that are wrong', 'POST', '/connect/token', wrongPassword],
  ['tokens that are none', 'GET', '/connect/userinfo', ''],
  ['pages', 'GET', '/Account/Login', ''],
])('a flood from one network, of %s, leaves others their turn', async (kind, method, path, form) => {
  const calm = await signIns(count)
  const flood = run('test/faults/support/flood.ts', {}, [`${base}${path}`, method, form])
  await flood.says('flooding')
  const meanwhile = await signIns(count)
  flood.child.kill()
  await flood.ended()
  const answers: Record<string, number> = JSON.parse(flood.output().split('\n').at(-2) ?? '')
  const ratio = (part: number) => (atPart(meanwhile, part) / atPart(calm, part)).toFixed(1)
  report(
    `a flood from one network, 64 at a time: ${kind}`,
    `others before: ${percentiles(calm)}; meanwhile: ${percentiles(meanwhile)}; p50 ${ratio(0.5)} of calm, p99 ${ratio(0.99)}`,
    `the flood was answered ${Object.entries(answers)
      .map(([status, times]) => `${status}: ${times}`)
      .join(', ')}`,
  )
  expect(Object.keys(answers).filter((status) => status >= '500' && status !== '503')).toEqual([])
})
