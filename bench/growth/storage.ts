import pg from 'pg'

/** What a table takes on disk. */
export interface TableSize {
  readonly table: string
  readonly rows: number
  readonly tableBytes: number
  readonly indexBytes: number
}

/** The sizes of all tables with rows, the largest first. */
export async function tableSizes(url: string): Promise<TableSize[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<TableSize>(
      `select relname as table, reltuples::float as rows, pg_table_size(oid)::float as "tableBytes",
        pg_indexes_size(oid)::float as "indexBytes"
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 1000
      order by pg_total_relation_size(oid) desc`,
    )
    return rows
  } finally {
    await client.end()
  }
}
