import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { loadDatabase } from '../../scripts/load/load.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createLogger } from '../../server/log/log.ts'

/** A database with so many users. */
export interface GrownDatabase {
  readonly users: number
  readonly name: string
  readonly url: string
}

/** A PostgreSQL with a database of each size. */
export interface GrownDatabases {
  readonly databases: readonly GrownDatabase[]
  /** The superuser, who sees the statements of all databases. */
  readonly admin: pg.Client
  /** The address of a database for the superuser. */
  adminUrl(database: string): string
  stop(): Promise<void>
}

const log = createLogger({ level: 'warn' })

/** What a machine of some size has; the defaults are those of the smallest. */
const settings = {
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  'pg_stat_statements.max': '10000',
}

/**
 * Starts PostgreSQL in a directory and loads a database of each size, unless it is there from an earlier run. The largest one has
 * the expired rows.
 */
export async function openDatabases(
  directory: string,
  sizes: readonly number[],
  expired: number,
): Promise<GrownDatabases> {
  const first = await startEmbeddedPostgres({ dataDir: directory, log })
  const setup = await connect(await adminUrlOf(directory, first.url, 'postgres'))
  for (const [name, value] of Object.entries(settings)) await setup.query(`alter system set ${name} = '${value}'`)
  await setup.end()
  await first.stop()
  const server = await startEmbeddedPostgres({ dataDir: directory, log })
  const superuser = await adminUrlOf(directory, server.url, 'postgres')
  const adminUrl = (database: string) => Object.assign(new URL(superuser), { pathname: `/${database}` }).href
  const admin = await connect(superuser)
  await admin.query('create extension if not exists pg_stat_statements')
  const databases: GrownDatabase[] = []
  for (const users of sizes) {
    const name = `growth_${users}`
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await fill(admin, { users, name, url }, users === Math.max(...sizes) ? expired : 0)
    databases.push({ users, name, url })
  }
  return {
    databases,
    admin,
    adminUrl,
    stop: async () => {
      await admin.end()
      await server.stop()
    },
  }
}

/** Under another name until it is whole. */
async function fill(admin: pg.Client, { users, name, url }: GrownDatabase, expired: number): Promise<void> {
  const unfinished = `${name}_unfinished`
  const unfinishedUrl = Object.assign(new URL(url), { pathname: `/${unfinished}` }).href
  const owner = admin.escapeIdentifier(new URL(url).username)
  await admin.query(`drop database if exists ${unfinished} with (force)`)
  await admin.query(`create database ${unfinished} owner ${owner}`)
  await migrate({ url: unfinishedUrl, log })
  await loadDatabase({
    url: unfinishedUrl,
    log,
    users,
    signIns: 3,
    expired,
    besideOthers: false,
    progress: (line) => process.stderr.write(`${users} users: ${line}\n`),
  })
  await admin.query(`alter database ${unfinished} rename to ${name}`)
}

async function adminUrlOf(directory: string, url: string, database: string): Promise<string> {
  const { password } = JSON.parse(await readFile(join(directory, 'postgres.json'), 'utf8')) as { password: string }
  return Object.assign(new URL(url), { username: 'openaccount', password, pathname: `/${database}` }).href
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}
