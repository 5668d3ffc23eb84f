import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/db/migrate.ts'
import { createLogger } from '../../server/log/log.ts'
import { temporaryDirectory } from './temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database server's own database; `createTestDatabase` works with it. */
    databaseServerUrl: string
  }
}

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = 'template'

/** Starts one PostgreSQL for the whole run and migrates the template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const log = createLogger({ level: 'warn' })
  const directory = await temporaryDirectory()
  const server = await startEmbeddedPostgres({ dataDir: directory.path, log, fast: true })
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  await migrate({ url: databaseUrl(server.adminUrl, TEMPLATE), log })
  project.provide('databaseServerUrl', server.adminUrl)
  return async () => {
    await server.stop()
    await directory.remove()
  }
}

/** The address of another database of the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
