import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { runCommand, UsageError } from '../../scripts/command.ts'
import { migrate } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { machineClass } from '../machine.ts'
import { firstRows, reads, secondRows, writes } from './old-rows.ts'
import { type BigPostgres, startBigPostgres } from './postgres.ts'
import { type Wait, Waits } from './waits.ts'

const help = `Usage: npm run bench -- --migrations [--users N]

Runs every migration, one after the other, on a database that was filled when its schema was the first, while others read and
write all the time. Tells how long each migration took, and how long somebody waited for it at most.
docs/measurements/migrations.md has what came of it.

  --users N   users, with a session, a token, a record and an event each (1000000)
`

const log = createLogger({ level: 'warn' })

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      migrations: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      users: { type: 'string', default: '1000000' },
    },
  })
  if (values.help) return help.trimEnd()
  const users = Number(values.users)
  if (!Number.isInteger(users / 100) || users < 100) throw new UsageError('--users is a multiple of 100')
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-migrations-'))
  await chmod(directory, 0o711)
  const postgres = await startBigPostgres(directory)
  try {
    return await measure(postgres, users)
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

interface Measured {
  readonly name: string
  readonly seconds: number
  readonly read: Wait
  readonly write: Wait
}

async function measure({ create, urlOf }: BigPostgres, users: number): Promise<string> {
  await create('migrations')
  const url = urlOf('migrations')
  await migrate({ url, log, known: migrations.slice(0, 1) })
  await fill(url, firstRows(users))
  const lines: Measured[] = [await during('nothing', () => delay(5_000), url, users)]
  for (let count = 2; count <= migrations.length; count += 1) {
    const known = migrations.slice(0, count)
    const name = known.at(-1)?.name ?? ''
    lines.push(await during(name, () => migrate({ url, log, known }), url, users))
    process.stderr.write(`${name}: ${lines.at(-1)?.seconds.toFixed(1)} s\n`)
    if (count === 2) await fill(url, secondRows(users))
  }
  const about = `${new Date().toISOString().slice(0, 10)}, ${machineClass()}; ${users} users`
  return [
    about,
    '',
    '| migration | seconds | longest read, ms | longest write, ms |',
    '| --- | ---: | ---: | ---: |',
    ...lines.map(
      ({ name, seconds, read, write }) => `| ${name} | ${seconds.toFixed(2)} | ${shown(read)} | ${shown(write)} |`,
    ),
  ].join('\n')
}

/** What waited is said where it was long. */
const shown = ({ ms, statement }: Wait) =>
  ms < 1_000 ? ms.toFixed(0) : `${ms.toFixed(0)} (${/(?:from|into|update) (\w+)/.exec(statement)?.[1]})`

async function during(name: string, work: () => Promise<unknown>, url: string, users: number): Promise<Measured> {
  const reading = await Waits.start(url, reads, users)
  const writing = await Waits.start(url, writes, users)
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1_000
  return { name, seconds, read: await reading.stop(), write: await writing.stop() }
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
