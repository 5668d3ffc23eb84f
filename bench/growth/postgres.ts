import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { createLogger } from '../../server/log/log.ts'

/** A PostgreSQL of its own, with the settings of a machine of some size. */
export interface BigPostgres {
  /** The superuser, who sees the statements of all databases. */
  readonly admin: pg.Client
  /** The installation's secret, whichever database a server runs on. */
  readonly secret: string
  /** The address of a database for the role of servers. */
  urlOf(database: string): string
  exists(database: string): Promise<boolean>
  /** Makes a database anew. */
  create(database: string): Promise<void>
  stop(): Promise<void>
}

/** The defaults are those of the smallest machine. */
const settings = {
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  'pg_stat_statements.max': '10000',
}

const log = createLogger({ level: 'warn' })

/** Starts it in a directory, which may be that of an earlier run. */
export async function startBigPostgres(directory: string): Promise<BigPostgres> {
  const first = await startEmbeddedPostgres({ dataDir: directory, log })
  const setup = await connectAdmin(directory, first.url)
  for (const [name, value] of Object.entries(settings)) await setup.query(`alter system set ${name} = '${value}'`)
  await setup.end()
  await first.stop()
  const server = await startEmbeddedPostgres({ dataDir: directory, log })
  const admin = await connectAdmin(directory, server.url)
  await admin.query('create extension if not exists pg_stat_statements')
  const owner = admin.escapeIdentifier(new URL(server.url).username)
  return {
    admin,
    secret: await keptSecret(directory),
    urlOf: (database) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href,
    exists: async (database) =>
      (await admin.query('select from pg_database where datname = $1', [database])).rowCount === 1,
    create: async (database) => {
      await admin.query(`drop database if exists ${database} with (force)`)
      await admin.query(`create database ${database} owner ${owner}`)
    },
    stop: async () => {
      await admin.end()
      await server.stop()
    },
  }
}

async function connectAdmin(directory: string, url: string): Promise<pg.Client> {
  const { password } = JSON.parse(await readFile(join(directory, 'postgres.json'), 'utf8')) as { password: string }
  const address = Object.assign(new URL(url), { username: 'openaccount', password, pathname: '/postgres' })
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  return client
}

/** That of the first run: later ones work with what it has encrypted. */
async function keptSecret(directory: string): Promise<string> {
  const file = join(directory, 'secret-key')
  const made = randomBytes(32).toString('base64')
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return await readFile(file, 'utf8')
}
