import { join } from 'node:path'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/db/migrate.ts'
import { createLogger, type Logger } from '../../server/log/log.ts'
import { startPgBouncer } from '../support/pgbouncer.ts'
import { temporaryDirectory } from './temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database server's own database; `createTestDatabase` works with it. */
    databaseServerUrl: string
    /** The same by way of a PgBouncer, where PGBOUNCER names one, and whether that knows prepared statements. */
    pooler: { readonly url: string; readonly prepared: boolean } | undefined
  }
}

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'template'

/** Where Node keeps what it has compiled, as for `npm start`: hundreds of processes of a run are programs of the project. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/node-compile')

/** Starts one PostgreSQL for the whole run and migrates the template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  process.env.NODE_COMPILE_CACHE ??= compiled
  const log = createLogger({ level: 'warn' })
  const directory = await temporaryDirectory()
  const server = await startEmbeddedPostgres({ dataDir: directory.path, log, fast: true })
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  await makeTemplate(databaseUrl(server.adminUrl, TEMPLATE), log)
  project.provide('databaseServerUrl', server.adminUrl)
  const bouncer = process.env.PGBOUNCER === undefined ? undefined : await startPgBouncer(server.adminUrl)
  project.provide('pooler', bouncer && { url: bouncer.through(server.adminUrl), prepared: bouncer.knowsPrepared })
  return async () => {
    await bouncer?.close()
    await server.stop()
    await directory.remove()
  }
}

/** All tables: those of the job queue too, which each server would make for itself at its start otherwise. */
async function makeTemplate(url: string, log: Logger): Promise<void> {
  await migrate({ url, log })
  const queue = new PgBoss({ connectionString: url, schedule: false, supervise: false })
  await queue.start()
  await queue.stop({ graceful: false })
}

/** The address of another database of the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
