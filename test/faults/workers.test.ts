import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'

const root = { SECRET_KEY: 'mZ2vTq0l8xkR7cJwB3nF5hYdU9sGpA1e' }
const cleanUps: (() => Promise<unknown>)[] = []
let server: Running
let base: string
let figures: string

beforeAll(async () => {
  const [port, metricsPort] = [await freePort(), await freePort()]
  const [database, directory] = await Promise.all([createEmptyDatabase(), temporaryDirectory()])
  cleanUps.push(database.drop, directory.remove)
  base = `http://localhost:${port}`
  figures = `http://localhost:${metricsPort}/metrics`
  server = run('server/main.ts', {
    ...root,
    WORKERS: '2',
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    DATABASE_URL: database.url,
    DATA_DIR: directory.path,
    SEED: 'demo',
  })
  await server.says('OpenAccount ready')
})
afterAll(async () => {
  server.child.kill('SIGKILL')
  await server.ended()
  for (const undo of cleanUps) await undo()
})

const workers = () =>
  [...server.output().matchAll(/"worker":(\d+),"msg":"a worker is ready"/g)].map(([, pid]) => Number(pid))
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
/** How many answers all processes have counted of one operation. */
async function counted(operation: string): Promise<number> {
  const text = await (await fetch(figures)).text()
  const lines = text.matchAll(
    new RegExp(`^http_request_duration_seconds_count\\{.*operation="${operation}".*\\} (\\d+)$`, 'gm'),
  )
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0)
}
/** A request on a connection of its own, which is handed to the next process. */
const ask = (path: string) => fetch(`${base}${path}`, { headers: { Connection: 'close' } })

describe('a server of two processes', { timeout: 120_000 }, () => {
  test('signs a person in whichever process each request meets, and says once that it is ready', async () => {
    const person = new Person(base)
    const page = await person.signIn(await person.visit('/Account/Login'))
    expect(page.url.pathname).toBe('/usercenter')
    for (let visit = 0; visit < 8; visit += 1) {
      expect((await person.visit('/usercenter')).body).toContain('testUserName')
    }
    expect(server.output().match(/OpenAccount ready/g)).toHaveLength(1)
  })

  test('shows the figures of all its processes on a port of their own, and no part of them elsewhere', async () => {
    const before = await counted('getServiceConfiguration')
    for (let request = 0; request < 10; request += 1) await ask('/.well-known/openid-configuration')
    expect(await counted('getServiceConfiguration')).toBe(before + 10)
    expect((await ask('/metrics')).status).toBe(404)
  })

  test('goes on while one of its processes is killed, and replaces it', async () => {
    const [victim = 0, other = 0] = workers()
    process.kill(victim, 'SIGKILL')
    await vi.waitFor(() => expect(workers()).toHaveLength(3), { timeout: 60_000, interval: 100 })
    expect(alive(victim)).toBe(false)
    expect(alive(other)).toBe(true)
    for (let request = 0; request < 4; request += 1) expect((await ask('/readyz')).status).toBe(200)
  })

  test('stops them all in order', async () => {
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
    expect(workers().filter(alive)).toEqual([])
  })
})

test('a worker that cannot start ends the start with what it says', async () => {
  const database = await createEmptyDatabase()
  const env = { ...root, WORKERS: '2', DATABASE_URL: `${database.url}_missing`, PORT: String(await freePort()) }
  const failing = run('server/main.ts', env)
  expect(await failing.ended()).toBe(1)
  expect(failing.output()).toContain('_missing')
  await database.drop()
})
