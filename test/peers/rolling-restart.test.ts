import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAccountClient, password, unwrap } from '../../client/src/index.ts'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'

const program = '/usr/sbin/haproxy'
const configuration = fileURLToPath(new URL('../../deploy/haproxy/openaccount.cfg', import.meta.url))
const cleanUps: (() => Promise<unknown>)[] = []
let base: string
let proxy: ChildProcess
let proxyEnded: Promise<unknown>
let nodes: { port: number; running: Running }[]
let start: (port: number) => Promise<Running>

beforeAll(async () => {
  if (!existsSync(program)) throw new Error(`There is no ${program}. Install it (on Debian: apt-get install haproxy).`)
  const [database, directory, port, ...ports] = await Promise.all([
    createEmptyDatabase(),
    temporaryDirectory(),
    freePort(),
    freePort(),
    freePort(),
  ])
  cleanUps.push(database.drop, directory.remove)
  base = `http://localhost:${port}`
  start = async (own) => {
    const running = run('server/main.ts', {
      DATABASE_URL: database.url,
      DATA_DIR: directory.path,
      SECRET_KEY: 'mZ2vTq0l8xkR7cJwB3nF5hYdU9sGpA1e',
      SEED: 'demo',
      PORT: String(own),
      PUBLIC_URL: base,
      TRUST_PROXY: 'loopback',
      DRAIN_SECONDS: '5',
    })
    await running.says('OpenAccount ready')
    return running
  }
  nodes = []
  for (const own of ports) nodes.push({ port: own, running: await start(own) })

  // The file that is deployed, at other addresses and without TLS.
  const text = (await readFile(configuration, 'utf8'))
    .replace(/^ {4}(user|group) .*\n/gm, '')
    .replace(/bind :443 .*/, `bind localhost:${port}`)
    .replace('X-Forwarded-Proto https', 'X-Forwarded-Proto http')
    .replace(/10\.0\.0\.1([12]):3000/g, (_, number) => `localhost:${ports[Number(number) - 1]}`)
  const file = `${directory.path}/haproxy.cfg`
  await writeFile(file, text)
  proxy = spawn(program, ['-f', file], { stdio: 'ignore' })
  proxyEnded = once(proxy, 'exit')
  await vi.waitFor(async () => expect((await fetch(`${base}/readyz`)).status).toBe(200), { timeout: 20_000 })
})
afterAll(async () => {
  proxy.kill()
  for (const { running } of nodes) running.child.kill('SIGINT')
  await Promise.all([proxyEnded, ...nodes.map(({ running }) => running.ended())])
  for (const undo of cleanUps) await undo()
})

/** Walks of different callers, each from its first request to its last. */
const walks: Readonly<Record<string, () => Promise<void>>> = {
  'a person signs in and looks at their account': async () => {
    const person = new Person(base)
    const page = await person.signIn(await person.visit('/Account/Login'))
    expect(page.body).toContain('testUserName')
    expect((await person.visit('/usercenter')).status).toBe(200)
  },
  'a program signs a person in and reads them': async () => {
    const auth = password({
      clientId: 'testAutoClient',
      clientSecret: 'testAuto.2022',
      username: 'testUserName',
      password: 'Abc.123456',
      scope: 'openid profile offline_access',
    })
    const client = createAccountClient({ baseUrl: base, auth })
    expect((await unwrap(client.GET('/connect/userinfo'))).sub).toBeDefined()
  },
  'a service gets a token and has it looked at': async () => {
    const headers = { authorization: `Basic ${btoa('trustedDemo:trusted.Demo.2026')}` }
    const token = await fetch(`${base}/connect/token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'ZMS.Users.Read' }),
    })
    expect(token.status).toBe(200)
    const body = new URLSearchParams({ token: (await token.json()).access_token })
    const looked = await fetch(`${base}/connect/introspect`, { method: 'POST', headers, body })
    expect(await looked.json()).toMatchObject({ active: true })
  },
  'a library reads discovery and keys': async () => {
    for (const path of ['/.well-known/openid-configuration', '/.well-known/openid-configuration/jwks'])
      expect((await fetch(base + path)).status).toBe(200)
  },
}

test('both nodes are restarted one after the other under load, and no request fails', async () => {
  let on = true
  const walked = new Map<string, number>()
  const callers = Object.entries(walks).map(async ([name, walk]) => {
    while (on) {
      await walk()
      walked.set(name, (walked.get(name) ?? 0) + 1)
    }
  })
  const restart = async () => {
    for (const node of nodes) {
      node.running.child.kill('SIGTERM')
      expect(await node.running.ended()).toBe(0)
      node.running = await start(node.port)
      // The next one is stopped when the proxy sends requests here again.
      await vi.waitFor(() => expect(node.running.output()).toMatch(/"operationId"/), { timeout: 30_000, interval: 100 })
    }
  }
  try {
    await Promise.race([restart(), ...callers])
  } finally {
    on = false
  }
  await Promise.all(callers)
  expect([...walked.keys()].sort()).toEqual(Object.keys(walks).sort())
})
