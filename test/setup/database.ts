import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connectDatabase } from '../../server/db/connect.ts'
import type { Db } from '../../server/db/schema.ts'
import { createLogger } from '../../server/log/log.ts'
import { databaseUrl, TEMPLATE } from './global.ts'

/** A database that belongs to one test file alone. */
export interface TestDatabase {
  readonly url: string
  /** How a node gets there: by way of the pooler, where the run has one; straight where it is not told. */
  readonly way?: { readonly url: string; readonly prepared: boolean }
  readonly db: Db
  readonly pool: pg.Pool
  /** Closes the connections and drops the database, whoever is still connected to it. */
  close(): Promise<void>
}

/** A migrated database without rows: a copy of the template, made in some 10 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createDatabase(`template ${TEMPLATE} strategy file_copy`)
  const connection = await connectDatabase({ url, poolSize: 10, log: createLogger({ level: 'silent' }) })
  const pooler = inject('pooler')
  return {
    url,
    ...(pooler && {
      way: { url: databaseUrl(pooler.url, new URL(url).pathname.slice(1)), prepared: pooler.prepared },
    }),
    db: connection.db,
    pool: connection.pool,
    close: async () => {
      await connection.close()
      await drop()
    },
  }
}

/** A database without tables, for tests of migrations. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return await createDatabase('')
}

async function createDatabase(how: string): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = inject('databaseServerUrl')
  const name = `w_${randomBytes(8).toString('hex')}`
  await administer(serverUrl, `create database ${name} ${how}`)
  return { url: databaseUrl(serverUrl, name), drop: () => administer(serverUrl, `drop database ${name} with (force)`) }
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
