import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ConfigError } from '../config/config.ts'
import { applicationName } from './application-name.ts'
import { unusable } from './connect.ts'

const LIMIT_MS = 5_000

/** A pooler between this process and PostgreSQL, such as PgBouncer. */
export interface Pooler {
  /** Whether it hands a connection to another client between two transactions; else it keeps one for each client. */
  readonly handsOn: boolean
  /** Whether each client has its own prepared statements all the same, as with PgBouncer from 1.21 on. */
  readonly knowsPrepared: boolean
  /** Whether statements that take too long are ended by the database: the limits that we ask for get lost on the way. */
  readonly limited: boolean
}

interface Seen {
  readonly process: number
  readonly limited: boolean
}

/**
 * Looks for a pooler at that address; undefined where PostgreSQL itself answers. On a pooler that is busy a connection that is handed on
 * can look like one that is kept; the opposite cannot happen.
 * @throws ConfigError when it cannot be connected to
 */
export async function findPooler(url: string): Promise<Pooler | undefined> {
  const clients = [probe(url), probe(url)] as const
  const [one, other] = clients
  try {
    await one.connect()
    const { process, limited } = await look(one)
    // A pooler makes numbers up for its clients.
    if (process === (one as { readonly processID?: number }).processID) return undefined
    await other.connect()
    const processes = [process, (await look(other)).process, (await look(one)).process, (await look(other)).process]
    const handsOn = new Set(processes).size < 2 || processes[0] !== processes[2] || processes[1] !== processes[3]
    return { handsOn, limited, knowsPrepared: !handsOn || (await keepsNames(one)) }
  } catch (error) {
    throw unusable(error)
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()))
  }
}

/** The addresses of a node's databases, and whether it keeps statements prepared there. */
export interface Addresses {
  readonly url: string
  readonly directUrl: string
  readonly replicaUrl: string | undefined
  readonly prepared: boolean
}

/** Makes sure that a node can work through whatever stands at these addresses; a replica may be away. @throws ConfigError */
export async function refusePooler({ url, directUrl, replicaUrl, prepared }: Addresses): Promise<void> {
  const [direct, pooler, beforeReplica] = await Promise.all([
    findPooler(directUrl),
    prepared && directUrl !== url ? findPooler(url) : undefined,
    prepared && replicaUrl !== undefined ? findPooler(replicaUrl).catch(() => undefined) : undefined,
  ])
  if (direct?.handsOn) {
    const what = 'names a pooler that hands connections on between transactions'
    if (directUrl !== url) throw new ConfigError('DATABASE_DIRECT_URL', `${what}; it has to lead to PostgreSQL itself`)
    throw new ConfigError('DATABASE_URL', `${what}: set DATABASE_DIRECT_URL to the address of PostgreSQL itself`)
  }
  refuseForgetful('DATABASE_URL', pooler)
  refuseForgetful('DATABASE_REPLICA_URL', beforeReplica)
}

function refuseForgetful(name: string, pooler: Pooler | undefined): void {
  if (!pooler || pooler.knowsPrepared) return
  throw new ConfigError('DATABASE_PREPARED', `has to be off: the pooler of ${name} knows no prepared statements`)
}

function probe(connectionString: string): pg.Client {
  const limits = { connectionTimeoutMillis: LIMIT_MS, query_timeout: LIMIT_MS }
  const client = new pg.Client({ connectionString, application_name: applicationName('probe'), ...limits })
  client.on('error', () => {})
  return client
}

async function look(client: pg.Client): Promise<Seen> {
  const { rows } = await client.query<Seen>(`select pg_backend_pid() as process,
    current_setting('statement_timeout') <> '0'
    and current_setting('idle_in_transaction_session_timeout') <> '0' as limited`)
  return rows[0] as Seen
}

/** Whether clients have names of their own for statements: the pooler gives them others then, which the server knows them by. */
async function keepsNames(client: pg.Client): Promise<boolean> {
  const statement = { name: randomUUID(), text: 'select name from pg_prepared_statements where name = $1' }
  // Within a transaction all goes to one connection of the server, whoever else is about.
  await client.query('begin')
  const { rowCount } = await client.query({ ...statement, values: [statement.name] })
  if (rowCount) await client.query(`deallocate ${pg.escapeIdentifier(statement.name)}`)
  await client.query('commit')
  return !rowCount
}
