import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ConfigError } from '../config/config.ts'
import { applicationName } from './application-name.ts'
import { unusable } from './connect.ts'

const LIMIT_MS = 5_000
/** duplicate_prepared_statement: somebody else's is already there, on a connection that is not ours alone. */
const NAME_TAKEN = '42P05'

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
    return { handsOn, limited, knowsPrepared: !handsOn || (await keepsNames(one, other)) }
  } catch (error) {
    throw unusable(error)
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()))
  }
}

/** Makes sure that a node can work through whatever stands at these addresses. @throws ConfigError */
export async function refusePooler(url: string, directUrl: string, prepared: boolean): Promise<void> {
  if ((await findPooler(directUrl))?.handsOn) {
    const what = 'names a pooler that hands connections on between transactions'
    if (directUrl !== url) throw new ConfigError('DATABASE_DIRECT_URL', `${what}; it has to lead to PostgreSQL itself`)
    throw new ConfigError('DATABASE_URL', `${what}: set DATABASE_DIRECT_URL to the address of PostgreSQL itself`)
  }
  if (directUrl === url || !prepared) return
  const pooler = await findPooler(url)
  if (pooler && !pooler.knowsPrepared) {
    throw new ConfigError('DATABASE_PREPARED', 'has to be off: the pooler of DATABASE_URL knows no prepared statements')
  }
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

/** Whether two clients may use one name each for itself. */
async function keepsNames(one: pg.Client, other: pg.Client): Promise<boolean> {
  const statement = { name: randomUUID(), text: 'select $1::int as one', values: [1] }
  await one.query(statement)
  try {
    await other.query(statement)
    return true
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NAME_TAKEN) throw error
    await other.query(`deallocate ${pg.escapeIdentifier(statement.name)}`)
    return false
  }
}
