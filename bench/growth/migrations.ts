import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { runCommand, UsageError } from '../../scripts/command.ts'
import { migrate, migrationStates } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { machineClass } from '../machine.ts'
import { firstRows, reads, secondRows, writes } from './old-rows.ts'
import { type BigPostgres, startBigPostgres } from './postgres.ts'
import { type Wait, Waits } from './waits.ts'

const help = `Usage: npm run bench -- --migrations [--users N | --data DIR]

Runs every migration, one after the other, on a database that was filled when its schema was the first, while others read and
write all the time. Tells how long each migration took, and how long somebody waited for it at most.
docs/measurements/migrations.md has what came of it.

  --users N    users, with a session, a token, a record and an event each (1000000)
  --data DIR   run what is still to be run on the largest database that --growth has left there, instead
`

const log = createLogger({ level: 'warn' })

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      migrations: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      users: { type: 'string', default: '1000000' },
      data: { type: 'string' },
    },
  })
  if (values.help) return help.trimEnd()
  const users = Number(values.users)
  if (!Number.isInteger(users / 100) || users < 100) throw new UsageError('--users is a multiple of 100')
  const directory = values.data ? resolve(values.data) : await mkdtemp(join(tmpdir(), 'openaccount-migrations-'))
  if (!values.data) await chmod(directory, 0o711)
  const postgres = await startBigPostgres(directory)
  try {
    const lines = values.data ? await onLoaded(postgres) : await onOldSchema(postgres, users)
    return report(lines, values.data ? 'the database of --growth' : `${users} users`)
  } finally {
    await postgres.stop()
    if (!values.data) await rm(directory, { recursive: true, force: true })
  }
}

interface Measured {
  readonly name: string
  readonly seconds: number
  readonly read: Wait
  readonly write: Wait
}

/** The whole chain, on rows that are as old as the schema. */
async function onOldSchema({ create, urlOf }: BigPostgres, users: number): Promise<Measured[]> {
  await create('migrations')
  const url = urlOf('migrations')
  await migrate({ url, log, known: migrations.slice(0, 1) })
  await fill(url, firstRows(users))
  const lines: Measured[] = [await during('nothing', () => delay(5_000), url, users)]
  for (let count = 2; count <= migrations.length; count += 1) {
    lines.push(await step(url, count, users))
    if (count === 2) await fill(url, secondRows(users))
  }
  return lines
}

/** What a database that was loaded has not seen yet. */
async function onLoaded({ admin, urlOf }: BigPostgres): Promise<Measured[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^growth_[0-9]+$' order by pg_database_size(oid) desc limit 1`,
  )
  if (!rows[0]) throw new UsageError('npm run bench -- --growth has left no database there')
  const url = urlOf(rows[0].name)
  const lines = [await during('nothing', () => delay(5_000), url, 1_000)]
  for (const [index, { executedAt }] of (await migrationStates(url)).entries()) {
    if (!executedAt) lines.push(await step(url, index + 1, 1_000))
  }
  return lines
}

async function step(url: string, count: number, users: number): Promise<Measured> {
  const known = migrations.slice(0, count)
  const line = await during(known.at(-1)?.name ?? '', () => migrate({ url, log, known }), url, users)
  process.stderr.write(`${line.name}: ${line.seconds.toFixed(1)} s\n`)
  return line
}

function report(lines: readonly Measured[], what: string): string {
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machineClass()}; load ${loadavg()[0]?.toFixed(1)}; ${what}`,
    '',
    '| migration | seconds | longest read, ms | longest write, ms |',
    '| --- | ---: | ---: | ---: |',
    ...lines.map(
      ({ name, seconds, read, write }) => `| ${name} | ${seconds.toFixed(2)} | ${shown(read)} | ${shown(write)} |`,
    ),
  ].join('\n')
}

/** What waited is said where it was long. */
function shown({ ms, statement, refused }: Wait): string {
  const table = ms < 1_000 ? '' : ` (${/(?:from|into|update) (\w+)/.exec(statement)?.[1]})`
  return `${ms.toFixed(0)}${table}${refused > 0 ? `, ${refused} refused` : ''}`
}

async function during(name: string, work: () => Promise<unknown>, url: string, users: number): Promise<Measured> {
  const reading = await Waits.start(url, reads, users)
  const writing = await Waits.start(url, writes, users)
  const started = performance.now()
  const [ended] = await Promise.allSettled([work()])
  const seconds = (performance.now() - started) / 1_000
  const [read, write] = [await reading.stop(), await writing.stop()]
  if (ended.status === 'rejected') throw new Error(`${name} failed`, { cause: ended.reason })
  return { name, seconds, read, write }
}

async function fill(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) {
      process.stderr.write(`${/into (\w+)/.exec(statement)?.[1]}\n`)
      await client.query(statement)
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

await runCommand(main)
