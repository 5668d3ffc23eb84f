import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { runCommand, UsageError } from '../scripts/command.ts'
import { createLogger } from '../server/log/log.ts'
import { type DatabaseMeter, meterOf } from './database-meter.ts'
import { measure } from './load.ts'
import { machineClass, pinToLoad, tailOf } from './machine.ts'
import { fillOurs, startOurs } from './ours.ts'
import type { Peer } from './peer.ts'
import type { Row } from './row.ts'
import { clientCredentials } from './rows/client-credentials.ts'
import { codeFlows } from './rows/code-flow.ts'
import { pages } from './rows/pages.ts'
import { passwordRows } from './rows/password.ts'
import { refreshes } from './rows/refresh.ts'
import { introspection, userinfo } from './rows/tokens.ts'
import { validatedReads } from './rows/validated-read.ts'
import { median } from './table.ts'

/** Those that our server is asked for; a row that stands beside several others counts once. */
const rows: readonly Row[] = [
  ...[clientCredentials, userinfo, introspection, ...codeFlows, ...refreshes],
  ...[passwordRows[0], validatedReads[0]].flatMap((row) => row ?? []),
  ...pages,
]

const help = `Usage: npm run bench -- --costs [--only TEXT]... [--rounds N] [--seconds N]

Our server alone: the processor time that the server and PostgreSQL take for one of each, and the bytes of PostgreSQL's log of changes.
Other work on the machine hardly changes these (Linux). docs/measurements/sizing.md says what to make of them.

  --only TEXT   rows whose name holds TEXT; may be given again
  --rounds N    rounds of each row (3)
  --seconds N   seconds of each measurement, behind two of warming up (6)

Rows: ${rows.map(({ name }) => name).join(' · ')}
`

/** How long a server is left alone to see what it takes by itself. */
const restSeconds = 20

/** What one request or walk takes, beside what is taken anyway. */
interface Cost {
  /** Milliseconds of processor time. */
  readonly server: number
  readonly database: number
  readonly logBytes: number
}

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      costs: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      only: { type: 'string', multiple: true },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
    },
  })
  if (values.help) return help.trimEnd()
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
  const chosen = rows.filter(({ name }) => values.only?.some((text) => name.includes(text)) ?? true)
  if (chosen.length === 0 || !(rounds >= 1) || !(seconds >= 1)) throw new UsageError(help.trimEnd())

  pinToLoad()
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-costs-'))
  await chmod(directory, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir: directory, log: createLogger({ level: 'warn' }) })
  await fillOurs(postgres.url)
  const meter = await meterOf(postgres.url, directory)
  const peer = await startOurs({ databaseUrl: postgres.url, directory })
  try {
    const rest = await measureRest(peer, meter)
    const lines = [line('at rest, a second', [rest])]
    for (const row of chosen) {
      const costs: Cost[] = []
      for (let round = 1; round <= rounds; round += 1)
        costs.push(await measureRound(row, round, seconds, peer, meter, rest))
      lines.push(line(row.name, costs))
    }
    return [title(rounds, seconds), ...lines].join('\n')
  } catch (error) {
    console.error(await tailOf('ours', directory))
    throw error
  } finally {
    await peer.stop()
    await meter.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** What is taken in a second in which nobody asks anything: jobs that are looked for, connections that are watched. */
async function measureRest(peer: Peer, meter: DatabaseMeter): Promise<Cost> {
  const [server, before] = [peer.cpuSeconds(), await meter.read()]
  await delay(restSeconds * 1_000)
  const after = await meter.read()
  return {
    server: (((peer.cpuSeconds() ?? Number.NaN) - (server ?? Number.NaN)) * 1_000) / restSeconds,
    database: ((after.cpuSeconds - before.cpuSeconds) * 1_000) / restSeconds,
    logBytes: (after.logBytes - before.logBytes) / restSeconds,
  }
}

async function measureRound(
  { name, load }: Row,
  round: number,
  seconds: number,
  peer: Peer,
  meter: DatabaseMeter,
  rest: Cost,
): Promise<Cost> {
  await measure(peer, await load(peer, peer), 2)
  const prepared = await load(peer, peer)
  const before = await meter.read()
  const { perSecond, cpu = Number.NaN } = await measure(peer, prepared, seconds)
  const after = await meter.read()
  process.stderr.write(`${name}, round ${round}: ${Math.round(perSecond)} a second\n`)
  const count = perSecond * seconds
  const least = (taken: number, atRest: number) => Math.max(0, (taken - atRest * seconds) / count)
  return {
    server: least(cpu * count, rest.server),
    database: least((after.cpuSeconds - before.cpuSeconds) * 1_000, rest.database),
    logBytes: least(after.logBytes - before.logBytes, rest.logBytes),
  }
}

const title = (rounds: number, seconds: number) =>
  [
    `${new Date().toISOString().slice(0, 10)}, ${machineClass()}; ${rounds} × ${seconds} s, load ${loadavg()[0]?.toFixed(0)}`,
    '',
    '| | server, ms | PostgreSQL, ms | log of changes, bytes |',
    '| --- | ---: | ---: | ---: |',
  ].join('\n')

function line(name: string, costs: readonly Cost[]): string {
  const middle = (of: (cost: Cost) => number) => median(costs.map(of))
  const times = [middle(({ server }) => server), middle(({ database }) => database)].map((time) => time.toFixed(2))
  return `| ${name} | ${times.join(' | ')} | ${Math.round(middle(({ logBytes }) => logBytes))} |`
}

await runCommand(main)
