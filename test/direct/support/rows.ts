import type { Pool } from 'pg'

/** A JSON value as the database gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A row as JSON, columns as the database names them. */
export type Row = { readonly [column: string]: Json }

/** The tables that a protocol request leaves something in. */
const tables = [
  'engine_state',
  'sessions',
  'revoked_access_tokens',
  'login_records',
  'audit_events',
  'rate_limits',
] as const

/** Everything that the tables hold. */
export type Stored = Readonly<Record<(typeof tables)[number], readonly Row[]>>

export const nothingStored: Stored = Object.fromEntries(tables.map((table) => [table, []])) as unknown as Stored

const selectAll = tables
  .map((table) => `(select coalesce(jsonb_agg(to_jsonb(t)), '[]') from ${table} t) as ${table}`)
  .join(', ')

/** Reads everything. `quiet` says that no statement of the server is under way. */
export async function readStored(pool: Pool): Promise<Stored & { readonly quiet: boolean }> {
  const { rows } = await pool.query(`select ${selectAll}, not exists (
    select from pg_stat_activity
    where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid() and query !~ 'pgboss') as quiet`)
  return rows[0] as Stored & { quiet: boolean }
}

/** Makes the tables hold this and nothing else. */
export async function replaceStored(pool: Pool, stored: Stored): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(['begin', ...tables.map((table) => `delete from ${table}`)].join(';'))
    for (const table of tables) await insertRows(client, table, stored[table])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

type Client = Pick<Pool, 'query'>

async function insertRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  // What is generated is made anew of the rest.
  const { rows: given } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const [{ columns } = { columns: '' }] = given
  await client.query(
    `insert into ${table} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

/** Copies every row of one database into another of the same tables, as it is. */
export async function copyRows(from: Pool, to: Pool): Promise<void> {
  const { rows: names } = await from.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`,
  )
  const client = await to.connect()
  try {
    // Neither triggers nor foreign keys: what they would do has been done.
    await client.query('set session_replication_role = replica')
    for (const { name } of names) {
      await client.query(`delete from ${name}`)
      const { rows } = await from.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`)
      await insertRows(
        client,
        name,
        rows.map(({ row }) => row),
      )
    }
    const { rows: counted } = await client.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and is_identity = 'YES'`,
    )
    for (const { table_name: table, column_name: column } of counted)
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), 1 + coalesce(max(${column}), 0)) from ${table}`,
      )
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}
