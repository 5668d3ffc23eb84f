import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createEmptyDatabase } from '../setup/database.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { personToken } from '../support/api.ts'
import { Listening } from '../support/message-stream.ts'
import { Person } from '../support/person.ts'
import { freePort, type Running, run } from '../support/process.ts'

const started: Running[] = []
const cleanUps: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM')
    await ended()
  }
  for (const undo of cleanUps.splice(0)) await undo()
})

async function dataDirectory(): Promise<string> {
  const { path, remove } = await temporaryDirectory()
  cleanUps.push(remove)
  return path
}

function start(env: Record<string, string>): Running {
  const server = run('server/main.ts', env)
  started.push(server)
  return server
}

// Each of these starts whole processes with a database of their own.
describe('the server process', { timeout: 120_000 }, () => {
  test('starts with a database of its own, says how to sign in, and stops in order on SIGTERM', async () => {
    const port = await freePort()
    const server = start({ PORT: String(port), DATA_DIR: await dataDirectory() })
    await server.says(`OpenAccount ready at http://localhost:${port}`)
    await server.says('testUserName / Abc.123456')
    const person = new Person(`http://localhost:${port}`)
    const page = await person.signIn(await person.visit('/Account/Login'))
    expect(page.url.pathname).toBe('/usercenter')
    expect(page.body).toContain('testUserName')
    server.child.kill('SIGTERM')
    expect(await server.ended()).toBe(0)
  })

  test('finishes a request that is under way before it stops, and is not ready meanwhile', async () => {
    const port = await freePort()
    const server = start({ PORT: String(port), DATA_DIR: await dataDirectory() })
    await server.says('OpenAccount ready')
    const socket = connect(port, 'localhost')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    const body = 'grant_type=client_credentials&client_id=trustedDemo&client_secret=trusted.Demo.2026'
    const head = `POST /connect/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`
    socket.write(head + body.slice(0, 10))
    await once(socket, 'connect')
    await fetch(`http://localhost:${port}/healthz`)
    server.child.kill('SIGTERM')
    await server.says('stopping')
    socket.write(body.slice(10))
    expect(await server.ended()).toBe(0)
    expect(answer).toContain('200 OK')
    expect(answer).toContain('access_token')
  })

  test('ends streams at once when it stops', async () => {
    const port = await freePort()
    const server = start({ PORT: String(port), DATA_DIR: await dataDirectory() })
    await server.says('OpenAccount ready')
    const at = { issuer: `http://localhost:${port}` }
    const token = await personToken(at, 'openid ZMS.Basic')
    const streams = await Promise.all([1, 2, 3].map(() => Listening.open(at, token)))
    const began = performance.now()
    server.child.kill('SIGTERM')
    expect(await Promise.all(streams.map(({ over }) => over))).toEqual([true, true, true])
    expect(await server.ended()).toBe(0)
    // A request that does not end would be waited for: 15 seconds.
    expect(performance.now() - began).toBeLessThan(14_000)
  })

  test('keeps sessions and keys over a kill -9', async () => {
    const port = await freePort()
    const env = { PORT: String(port), DATA_DIR: await dataDirectory() }
    const first = start(env)
    await first.says('OpenAccount ready')
    const issuer = `http://localhost:${port}`
    const person = new Person(issuer)
    await person.signIn(await person.visit('/Account/Login'))
    const keysBefore = await (await fetch(`${issuer}/.well-known/openid-configuration/jwks`)).text()
    first.child.kill('SIGKILL')
    await first.ended()
    const second = start(env)
    await second.says('OpenAccount ready')
    expect((await person.visit('/usercenter')).body).toContain('testUserName')
    expect(await (await fetch(`${issuer}/.well-known/openid-configuration/jwks`)).text()).toBe(keysBefore)
  })

  test('names the port when it is in use, in one line', async () => {
    const blocker = createServer().listen(0, 'localhost')
    await once(blocker, 'listening')
    cleanUps.push(async () => blocker.close())
    const { port } = blocker.address() as { port: number }
    const server = start({ PORT: String(port), DATA_DIR: await dataDirectory() })
    expect(await server.ended()).toBe(1)
    expect(server.output()).toContain(`PORT ${port} is in use`)
    expect(server.output()).not.toContain('    at ')
  })

  test('names the variable that has a wrong value, in one line', async () => {
    const server = start({ PORT: 'many' })
    expect(await server.ended()).toBe(1)
    expect(server.output().trim().split('\n')).toHaveLength(1)
    expect(server.output()).toMatch(/^PORT /)
  })

  test('two nodes that start at once on an empty database share one installation', async () => {
    const { url, drop } = await createEmptyDatabase()
    cleanUps.push(drop)
    const secret = 'a secret that all nodes of this test share'
    const ports = [await freePort(), await freePort()]
    const publicUrl = `http://localhost:${ports[0]}`
    const nodes = ports.map((port) =>
      start({ PORT: String(port), PUBLIC_URL: publicUrl, DATABASE_URL: url, SECRET_KEY: secret, SEED: 'demo' }),
    )
    await Promise.all(nodes.map((node) => node.says('OpenAccount ready')))
    const keySets = await Promise.all(
      ports.map(async (port) => (await fetch(`http://localhost:${port}/.well-known/openid-configuration/jwks`)).text()),
    )
    expect(keySets[0]).toBe(keySets[1])
    const person = new Person(`http://localhost:${ports[0]}`)
    await person.signIn(await person.visit('/Account/Login'))
    const other = await fetch(`http://localhost:${ports[1]}/usercenter`, {
      headers: { cookie: `_session=${person.cookie('_session')}` },
    })
    expect(await other.text()).toContain('testUserName')
  })

  test('without demo mode there is no demo account and no demo page', async () => {
    const { url, drop } = await createEmptyDatabase()
    cleanUps.push(drop)
    const port = await freePort()
    const server = start({
      PORT: String(port),
      DATABASE_URL: url,
      SECRET_KEY: 'a secret that this test alone knows of',
    })
    await server.says('OpenAccount ready')
    expect(server.output()).not.toContain('Abc.123456')
    expect(await (await fetch(`http://localhost:${port}/`)).text()).not.toContain('Abc.123456')
    const answer = await fetch(`http://localhost:${port}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'trustedDemo',
        client_secret: 'trusted.Demo.2026',
      }),
    })
    expect(answer.status).toBe(401)
  })
})
