import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { runCommand, UsageError } from '../scripts/command.ts'
import { createLogger } from '../server/log/log.ts'
import { temporaryDirectory } from '../test/setup/temporary.ts'
import { freePort } from '../test/support/process.ts'
import { machineClass, type ServerProcess, startServer, tailOf } from './machine.ts'
import { secretKey, shipped } from './ours.ts'
import { startCallers } from './soak/callers.ts'
import { Figures, type Sample } from './soak/figures.ts'
import { judge, judgedMinutes, mebibytes, sizeOf } from './soak/judge.ts'
import { shortenLives, shortRetention } from './soak/lives.ts'

const help = `Usage: npm run soak -- [--minutes N] [--callers N] [--pause MS]

Starts a server with a PostgreSQL of its own and lets callers do everything at once: sign in, refresh, read, edit, list,
export, give wrong passwords, send garbage, break off. What the server keeps ends after two minutes, so that its purge is seen at
work. Prints what the server is like, and at the end whether it has stayed as it was. Ends with 1 when it has not.

  --minutes N    how long (20); memory and tables are judged from ${judgedMinutes} minutes on
  --callers N    how many at once (4)
  --pause MS     between two visits of a caller (250)
  --help         show this text
`

async function main(): Promise<string | undefined> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      minutes: { type: 'string', default: '20' },
      callers: { type: 'string', default: '4' },
      pause: { type: 'string', default: '250' },
    },
  })
  if (values.help) return help.trimEnd()
  const [minutes, callers, pause] = [Number(values.minutes), Number(values.callers), Number(values.pause)]
  if (!(minutes >= 1) || !(callers >= 1) || !(pause >= 0)) throw new UsageError(help.trimEnd())
  const directory = await temporaryDirectory()
  try {
    await soak(directory.path, minutes * 60, callers, pause)
  } finally {
    await directory.remove()
  }
  return undefined
}

async function soak(directory: string, seconds: number, count: number, pause: number): Promise<void> {
  console.log(machineClass())
  const log = createLogger({ level: 'warn' })
  const undo: (() => Promise<unknown>)[] = []
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: directory, log })
    undo.unshift(postgres.stop)
    const server = await startSoaked(postgres.url, directory)
    undo.unshift(server.stop)
    await shortenLives(postgres.adminUrl)
    const figures = await Figures.start(server.origin, postgres.url)
    undo.unshift(() => figures.stop())
    const load = startCallers(server.origin, count, pause)
    undo.unshift(() => load.end())
    const samples: Sample[] = []
    const began = performance.now()
    console.log(head)
    for (const every = Math.min(60, seconds / 6); ; ) {
      await delay(every * 1_000)
      const at = (performance.now() - began) / 1_000
      const { requests, failures } = load.outcome()
      const sample = await figures.sample({ at, requests, failures: failures.length })
      samples.push(sample)
      console.log(line(sample))
      if (at >= seconds - 1) break
    }
    await load.end()
    report(samples, load.outcome())
    if (process.exitCode) console.log(await tailOf('soaked', directory))
  } finally {
    for (const step of undo) await step()
  }
}

async function startSoaked(databaseUrl: string, directory: string): Promise<ServerProcess> {
  return await startServer('soaked', shipped, {
    directory,
    port: await freePort(),
    ready: '/readyz',
    env: {
      ...shortRetention,
      DATABASE_URL: databaseUrl,
      DATA_DIR: directory,
      SECRET_KEY: secretKey,
      SEED: 'demo',
      LOG_LEVEL: 'warn',
      // Each caller says which network it comes from.
      TRUST_PROXY: 'loopback',
      DRAIN_SECONDS: '0',
    },
  })
}

const head =
  'minute  requests  failed  memory MiB  heap MiB  descriptors  lag ms  connections  jobs  tables MiB  rows  dead rows'

function line(sample: Sample): string {
  const sum = (of: 'rows' | 'dead') => sample.tables.reduce((all, table) => all + table[of], 0)
  const cells = [
    (sample.at / 60).toFixed(1),
    sample.requests,
    sample.failures,
    mebibytes(sample.memory),
    mebibytes(sample.heap),
    sample.descriptors,
    sample.lag.toFixed(0),
    sample.connections,
    sample.jobs,
    mebibytes(sizeOf(sample)),
    sum('rows'),
    sum('dead'),
  ]
  const widths = head.split(/ {2,}/).map(({ length }) => length)
  return cells.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join('  ')
}

function report(
  samples: readonly Sample[],
  { visits, failures }: ReturnType<ReturnType<typeof startCallers>['outcome']>,
): void {
  console.log('\nVisits:')
  for (const [kind, times] of visits) console.log(`  ${String(times).padStart(6)}  ${kind}`)
  console.log('Largest tables at the end:')
  const tables = samples.at(-1)?.tables.toSorted((one, other) => other.size - one.size) ?? []
  for (const { name, size, rows, dead } of tables.slice(0, 8))
    console.log(`  ${mebibytes(size).padStart(6)} MiB  ${name}: ${rows} rows, ${dead} dead`)
  for (const { kind, error } of failures.slice(0, 10)) console.error(`failed: ${kind}:`, error)
  console.log('Judged:')
  for (const { what, said, holds } of judge(samples, failures.length)) {
    console.log(`  ${holds ? 'ok    ' : 'FAILED'}  ${what}: ${said}`)
    if (!holds) process.exitCode = 1
  }
}

await runCommand(main)
