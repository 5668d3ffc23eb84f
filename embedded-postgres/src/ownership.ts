import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { SUPERUSER } from './cluster.ts'
import type { Log } from './log.ts'

/** The number of the advisory lock: any will do. Advisory locks are per database; this one is always taken in `postgres`. */
const LOCK = '4815162342109'
const RETRY_MS = 200

/** The lock that says which process an embedded database belongs to. */
export interface Ownership {
  /** The connection that holds the lock, for administration of the database server. */
  readonly client: () => pg.Client
  release(): Promise<void>
}

/** The address of a database of the embedded server, for the superuser unless told otherwise. */
export function embeddedUrl(port: number, password: string, database: string, role = SUPERUSER): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Takes the ownership of the server on `port`, until it is released or this process ends; undefined when another process
 * has it. Ownership is a lock of a session: the server drops it when the connection ends, even by a kill -9. When the
 * server ends all sessions, as it does after one of them has crashed, the lock is taken again. Throws when the server
 * cannot be reached.
 */
export async function takeOwnership(port: number, password: string, log: Log): Promise<Ownership | undefined> {
  let released = false
  let client = await lockedClient(port, password)
  if (!client) return undefined
  watch(client)

  function watch(held: pg.Client): void {
    held.on('end', () => {
      if (!released) void retake()
    })
  }

  async function retake(): Promise<void> {
    log.warn({ port }, 'the ownership of the embedded PostgreSQL was lost with its connection; taking it again')
    while (!released) {
      await delay(RETRY_MS, undefined, { ref: false })
      const fresh = await lockedClient(port, password).catch(() => undefined)
      if (!fresh) continue
      client = fresh
      if (released) return await fresh.end()
      log.info({ port }, 'the ownership of the embedded PostgreSQL was taken again')
      return watch(fresh)
    }
  }

  return {
    client: () => client as pg.Client,
    release: async () => {
      released = true
      await client?.end().catch(() => {})
    },
  }
}

async function lockedClient(port: number, password: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: embeddedUrl(port, password, 'postgres'),
    application_name: 'openaccount owner',
    connectionTimeoutMillis: 5_000,
  })
  // Without a listener an error would end the process. It needs no handling here: a connection that breaks also emits
  // 'end', and a failed `connect` or `query` rejects.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [LOCK])
    if (rows[0]?.locked) return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  await client.end()
  return undefined
}
