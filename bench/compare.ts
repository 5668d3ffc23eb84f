import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { runCommand, UsageError } from '../scripts/command.ts'
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

/** The servers of one run, each started when it is first asked for, all on one PostgreSQL. */
class Servers {
  readonly #directory: string
  readonly #starts: Record<ServerName, () => Promise<Peer>>
  readonly #started = new Map<ServerName, Promise<Peer>>()

  constructor(settings: { databaseUrl: string; directory: string }) {
    this.#directory = settings.directory
    this.#starts = {
      ours: () => startOurs(settings),
      stock: () => startStock(settings),
      bare: async () => startBare(settings, await this.get('ours')),
      unchecked: () => startUnchecked(settings),
    }
  }

  get(name: ServerName): Promise<Peer> {
    const started = this.#started.get(name) ?? this.#starts[name]()
    this.#started.set(name, started)
    return started
  }

  async stop(): Promise<void> {
    for (const started of this.#started.values()) await started.then((peer) => peer.stop()).catch(() => {})
  }

  /** The last that each wrote. */
  async said(): Promise<string> {
    return (await Promise.all([...this.#started.keys()].map((name) => tailOf(name, this.#directory)))).join('\n')
  }
}

async function measureRound(servers: Servers, row: Row, round: number, seconds: number): Promise<Round> {
  const ours = await servers.get('ours')
  const side = async (name: ServerName) => {
    const peer = await servers.get(name)
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

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
    },
  })
  if (values.help) return help.trimEnd()
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
  if (!(rounds >= 1) || !(seconds >= 1)) throw new UsageError('--rounds and --seconds take a number from 1 on')
  const chosen = rows.filter(({ name }) => values.only?.some((text) => name.includes(text)) ?? true)
  if (chosen.length === 0) throw new UsageError(`there is no such row: ${rows.map(({ name }) => name).join(' · ')}`)

  pinToLoad()
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-bench-'))
  await chmod(directory, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: createLogger({ level: 'warn' }) })
  const servers = new Servers({ databaseUrl: postgres.url, directory })
  try {
    await fillOurs(postgres.url)
    await fillStock(postgres.url)
    const core = values.only ? {} : await measureCore(2)
    const measured = new Map<Row, Round[]>(chosen.map((row) => [row, []]))
    for (let round = 1; round <= rounds; round += 1) {
      for (const [row, done] of measured) done.push(await measureRound(servers, row, round, seconds))
    }
    const results = [...measured].map(([row, done]) => summarize(row, done))
    const about = { date: new Date().toISOString().slice(0, 10), machine: machineClass(), rounds, seconds }
    if (values.json) return JSON.stringify({ ...about, core, results }, null, 2)
    return `${about.date}, ${about.machine}; ${rounds} × ${seconds} s\n\n${table(results, core)}`
  } catch (error) {
    console.error(await servers.said())
    throw error
  } finally {
    await servers.stop()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

await runCommand(main)
