import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Config, loadConfig } from '../server/config/config.ts'
import { applicationName, ourConnections } from '../server/db/application-name.ts'
import { connectDatabase } from '../server/db/connect.ts'
import { migrate, migrationStates } from '../server/db/migrate.ts'
import { createLogger, type Logger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { withDatabase } from './database.ts'

const HELP = `Usage: npm run db -- <command>

  migrate       bring the database to the schema of this version
  status        list the migrations and when each was run
  seed          migrate, then put the demo accounts and clients in
  load          migrate, then fill it with the demo data and as many users as are asked for, with what
                they leave behind; for load tests
    --users N          (10000) who sign in with the password Load.123456
    --sign-ins N       (3) attempts to sign in of each, over half a year
    --expired N        (0) rows that have expired and wait for the purge
    --beside-others    also where somebody else's users are
  reset --yes   delete every table with all data, then migrate
  restored --yes [--audit <file>] [--keys]
                after the database was brought back from a backup, before a server runs on it: ends every session,
                token, code and consent, each of which may have been taken back since
                  --audit <file>  the exported audit log, a line of JSON for each event: what it has of later than
                                  the database is done again (passwords that were replaced go, people who were
                                  disabled stay out, revoked keys are revoked), or named, to be done by hand
                  --keys          trust no signing key of before, where it is not known which were revoked since

The database is the one that the server would use: DATABASE_URL, else the embedded one in DATA_DIR,
for which the server must be stopped.
`

const options = {
  help: { type: 'boolean', short: 'h' },
  yes: { type: 'boolean' },
  users: { type: 'string', default: '10000' },
  'sign-ins': { type: 'string', default: '3' },
  expired: { type: 'string', default: '0' },
  'beside-others': { type: 'boolean', default: false },
  audit: { type: 'string' },
  keys: { type: 'boolean', default: false },
} as const

interface Given {
  readonly url: string
  readonly config: Config
  readonly log: Logger
  readonly options: {
    readonly users: string
    readonly 'sign-ins': string
    readonly expired: string
    readonly 'beside-others': boolean
    readonly audit?: string
    readonly keys: boolean
  }
}

type Command = (given: Given) => Promise<string>

/** Commands that undo or end what nobody can bring back. */
const needsYes: Readonly<Record<string, string>> = {
  reset: 'reset deletes all data: npm run db -- reset --yes',
  restored: 'restored signs everybody out: npm run db -- restored --yes',
}

const commands: Readonly<Record<string, Command>> = {
  migrate: async ({ url, log }) => {
    const names = await migrate({ url, log })
    return names.length > 0 ? `migrated: ${names.join(', ')}` : 'nothing to migrate'
  },
  status: async ({ url }) => {
    const states = await migrationStates(url)
    return states.map(({ name, executedAt }) => `${name}  ${executedAt?.toISOString() ?? 'to be run'}`).join('\n')
  },
  seed: async ({ url, log }) => {
    // Imported only when needed: the demo data imports half of the server.
    const { seedDemo } = await import('../server/seed/demo.ts')
    await migrate({ url, log })
    const { db, close } = await connectDatabase({ url, poolSize: 2, log })
    try {
      await seedDemo(db)
    } finally {
      await close()
    }
    return 'the demo data is in'
  },
  load: async ({ url, log, options }) => {
    const sizes = {
      users: numberOf('--users', options.users, 1, 99_999_999),
      signIns: numberOf('--sign-ins', options['sign-ins'], 0, 1_000),
      expired: numberOf('--expired', options.expired, 0, 1_000_000_000),
    }
    const { loadDatabase, loadPassword } = await import('./load/load.ts')
    await migrate({ url, log })
    const progress = (line: string) => console.error(line)
    await loadDatabase({ url, log, ...sizes, besideOthers: options['beside-others'], progress })
    return `${sizes.users} users are in; their password is ${loadPassword}`
  },
  reset: async ({ url, log }) => {
    await alone(url, (client) =>
      client.query(
        'begin; drop schema public cascade; create schema public; drop schema if exists pgboss cascade; commit',
      ),
    )
    await migrate({ url, log })
    return 'the database is empty and migrated'
  },
  restored: async (given) => {
    await alone(given.url, async () => {})
    const { secureRestored } = await import('./db/restored.ts')
    return secureRestored({ ...given, ...given.options })
  },
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (text !== '' && value >= least && value <= most && Number.isInteger(value)) return value
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${text}`)
}

/** Works on a database that no server is connected to. */
async function alone(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName('db') })
  await client.connect()
  try {
    const { rows } = await client.query<{ users: number }>(
      `select count(*)::int as users from pg_stat_activity
      where datname = current_database() and application_name like $1 and pid <> pg_backend_pid()`,
      [ourConnections],
    )
    if (rows[0]?.users !== 0) throw new UsageError('an OpenAccount is connected to this database: stop it first')
    await work(client)
  } finally {
    await client.end()
  }
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [name = '', ...rest] = positionals
  if (values.help) return HELP.trimEnd()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || rest.length > 0) throw new UsageError(HELP.trimEnd())
  if (name !== 'restored' && (values.audit !== undefined || values.keys)) throw new UsageError(HELP.trimEnd())
  if (!values.yes && Object.hasOwn(needsYes, name)) throw new UsageError(needsYes[name])
  const config = loadConfig(process.env)
  const log = createLogger({ level: 'warn' })
  return await withDatabase(config, log, (url) => command({ url, config, log, options: values }))
}

await runCommand(main)
