import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { freePort, type Running, run } from '../test/support/process.ts'

const help = `Usage: npm run bench -- [--seconds N] [--rounds N]

Requests per second of OpenAccount beside a stock oidc-provider with its in-memory storage, in turns on this
machine. Figures of one run compare with each other; those of two machines do not.
`

interface Target {
  name: string
  url: string
  headers: Record<string, string>
  body?: string
}

interface Peer {
  process: Running
  targets: Target[]
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const basic = (id: string, secret: string) => `Basic ${btoa(`${id}:${secret}`)}`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '2' },
  },
})
if (values.help) {
  console.log(help.trimEnd())
  process.exit(0)
}
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)

const directory = await mkdtemp(join(tmpdir(), 'openaccount-bench-'))
await chmod(directory, 0o711)
const peers = await Promise.all([
  openAccount(directory),
  stockProvider('client_credentials', 'jwt'),
  stockProvider('client_credentials', 'opaque'),
  stockProvider('userinfo', 'opaque'),
])
try {
  const results = new Map<string, number[]>()
  for (let round = 1; round <= rounds; round += 1) {
    for (const target of peers.flatMap((peer) => peer.targets)) {
      process.stderr.write(`round ${round} of ${rounds}: ${target.name}\n`)
      await measure(target, 2)
      const { perSecond, p99, failures } = await measure(target, seconds)
      if (failures > 0) throw new Error(`${target.name}: ${failures} answers were not 200`)
      results.set(target.name, [...(results.get(target.name) ?? []), perSecond])
      process.stderr.write(`  ${Math.round(perSecond)} requests/s, p99 ${p99} ms\n`)
    }
  }
  console.log(`${'target'.padEnd(52)}${'requests/s, best round'.padStart(24)}`)
  for (const [name, figures] of results)
    console.log(
      `${name.padEnd(52)}${Math.round(Math.max(...figures))
        .toString()
        .padStart(24)}`,
    )
} finally {
  for (const { process: child } of peers) {
    child.child.kill('SIGTERM')
    await child.ended()
  }
  await rm(directory, { recursive: true, force: true })
}

async function measure({ url, headers, body }: Target, duration: number) {
  const result = await autocannon({
    url,
    duration,
    connections: 10,
    headers,
    ...(body !== undefined && { method: 'POST' as const, body }),
  })
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  }
}

/** Our server, as `npm start` runs it, with its database on disk. */
async function openAccount(dataDir: string): Promise<Peer> {
  const port = await freePort()
  const server = run('server/main.ts', { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  await server.says('OpenAccount ready')
  const issuer = `http://localhost:${port}`
  const password = new URLSearchParams({
    grant_type: 'password',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid profile',
  })
  const tokens = await fetch(`${issuer}/connect/token`, {
    method: 'POST',
    headers: { authorization: basic('testAutoClient', 'testAuto.2022') },
    body: password,
  })
  const { access_token: accessToken } = (await tokens.json()) as { access_token: string }
  return {
    process: server,
    targets: [
      {
        name: 'OpenAccount: client_credentials (signed token)',
        url: `${issuer}/connect/token`,
        headers: { ...form, authorization: basic('trustedDemo', 'trusted.Demo.2026') },
        body: 'grant_type=client_credentials&scope=ZMS.Users.Read',
      },
      {
        name: 'OpenAccount: userinfo (PostgreSQL)',
        url: `${issuer}/connect/userinfo`,
        headers: { authorization: `Bearer ${accessToken}` },
      },
    ],
  }
}

/**
 * oidc-provider by itself, in memory. Its storage keeps the latest thousand things only, so the token for userinfo
 * needs a process of its own.
 */
async function stockProvider(operation: 'client_credentials' | 'userinfo', format: 'opaque' | 'jwt'): Promise<Peer> {
  const port = await freePort()
  const server = run('bench/stock.ts', {}, [String(port), format])
  await server.says('token ')
  const issuer = `http://localhost:${port}`
  const accessToken = /token (\S+)/.exec(server.output())?.[1] ?? ''
  const target =
    operation === 'userinfo'
      ? {
          name: 'oidc-provider: userinfo (memory)',
          url: `${issuer}/me`,
          headers: { authorization: `Bearer ${accessToken}` },
        }
      : {
          name: `oidc-provider: client_credentials (${format === 'jwt' ? 'signed' : 'opaque'} token)`,
          url: `${issuer}/token`,
          headers: { ...form, authorization: basic('bench', 'bench-secret') },
          body: 'grant_type=client_credentials&scope=api',
        }
  return { process: server, targets: [target] }
}
