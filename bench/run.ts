import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { createLogger } from '../server/log/log.ts'
import { measureCore, startBare, startUnchecked } from './ceilings.ts'
import { measure, repeat } from './load.ts'
import { machineClass, pinToLoad, tailOf } from './machine.ts'
import { fillOurs, startOurs } from './ours.ts'
import type { Peer } from './peer.ts'
import type { Row, ServerName } from './row.ts'
import { clientCredentials } from './rows/client-credentials.ts'
import { codeFlows } from './rows/code-flow.ts'
import { passwordRows } from './rows/password.ts'
import { refreshes } from './rows/refresh.ts'
import { introspection, userinfo } from './rows/tokens.ts'
import { validatedReads } from './rows/validated-read.ts'
import { fillStock, startStock } from './stock.ts'
import { type Round, summarize, table } from './table.ts'

const rows: readonly Row[] = [
  clientCredentials,
  userinfo,
  introspection,
  ...codeFlows,
  ...refreshes,
  ...passwordRows,
  ...validatedReads,
]

const help = `Usage: npm run bench -- [--only TEXT]... [--rounds N] [--seconds N] [--json]
       npm run bench -- --costs | --growth | --migrations | --partitions [--help]

Our server beside a stock oidc-provider on the same PostgreSQL, in turns: each server on a core of its own, PostgreSQL and the
load on another. The ratio is the median of the rounds' ratios. bench/README.md says how to read it.

  --only TEXT   rows whose name holds TEXT; may be given again
  --rounds N    rounds of each row (3)
  --seconds N   seconds of each measurement, behind two of warming up (6)
  --json        everything that was measured, for programs

Rows: ${rows.map(({ name }) => name).join(' · ')}
`

// Other measurements altogether, with options of their own.
const others = new Map([
  ['--costs', './costs.ts'],
  ['--growth', './growth/run.ts'],
  ['--migrations', './growth/migrations.ts'],
  ['--partitions', './growth/partitions.ts'],
])
for (const [flag, script] of others) {
  if (!process.argv.includes(flag)) continue
  await import(script)
  process.exit()
}

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '6' },
  },
})
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
const chosen = rows.filter(({ name }) => values.only?.some((text) => name.includes(text)) ?? true)
if (values.help || chosen.length === 0 || !(rounds >= 1) || !(seconds >= 1)) {
  console.log(help.trimEnd())
  process.exit(values.help ? 0 : 1)
}

pinToLoad()
const directory = await mkdtemp(join(tmpdir(), 'openaccount-bench-'))
await chmod(directory, 0o711)
const postgres = await startEmbeddedPostgres({ dataDir: directory, log: createLogger({ level: 'warn' }) })
const settings = { databaseUrl: postgres.url, directory }
const servers = new Map<ServerName, Promise<Peer>>()

const starts: Record<ServerName, () => Promise<Peer>> = {
  ours: () => startOurs(settings),
  stock: () => startStock(settings),
  bare: async () => startBare(settings, await server('ours')),
  unchecked: () => startUnchecked(settings),
}

/** A server, started when it is first asked for. */
function server(name: ServerName): Promise<Peer> {
  const started = servers.get(name) ?? starts[name]()
  servers.set(name, started)
  return started
}

async function measureRound(row: Row, round: number): Promise<Round> {
  const ours = await server('ours')
  const side = async (name: ServerName) => {
    const peer = await server(name)
    await measure(peer, await row.load(peer, ours), 2)
    const load = await row.load(peer, ours)
    const other = name === 'ours' ? await row.meanwhile?.(peer) : undefined
    const [figures, meanwhile] = await Promise.all([
      measure(peer, load, seconds),
      other && repeat(peer.origin, other, { seconds, pace: 20 }),
    ])
    process.stderr.write(`${row.name}, round ${round}: ${name} ${Math.round(figures.perSecond)} a second\n`)
    return { figures, ...(meanwhile && { othersP99: meanwhile.p99 }) }
  }
  const [measured, beside] = row.servers
  const { figures, ...others } = await side(measured)
  return { measured: figures, beside: (await side(beside)).figures, ...others }
}

try {
  await fillOurs(postgres.url)
  await fillStock(postgres.url)
  const core = values.only ? {} : await measureCore(2)
  const measured = new Map<Row, Round[]>(chosen.map((row) => [row, []]))
  for (let round = 1; round <= rounds; round += 1) {
    for (const [row, done] of measured) done.push(await measureRound(row, round))
  }
  const results = [...measured].map(([row, done]) => summarize(row, done))
  const about = { date: new Date().toISOString().slice(0, 10), machine: machineClass(), rounds, seconds }
  if (values.json) console.log(JSON.stringify({ ...about, core, results }, null, 2))
  else console.log(`${about.date}, ${about.machine}; ${rounds} × ${seconds} s\n\n${table(results, core)}`)
} catch (error) {
  for (const name of servers.keys()) console.error(await tailOf(name, directory))
  throw error
} finally {
  for (const started of servers.values()) await started.then((peer) => peer.stop()).catch(() => {})
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
}
