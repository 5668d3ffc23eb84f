import type pg from 'pg'

/** An index that is away, as PostgreSQL would have it made. */
export interface TakenIndex {
  readonly name: string
  readonly definition: string
}

/** Takes the indexes away that are no keys: making one of rows that are there costs a tenth of adding row after row to it. */
export async function takeIndexes(client: pg.Client): Promise<TakenIndex[]> {
  const { rows } = await client.query<TakenIndex>(
    `select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint where contype in ('p', 'u'))
    order by pg_relation_size(format('%I', tablename)::regclass)`,
  )
  const names = rows.map(({ name }) => client.escapeIdentifier(name))
  await client.query(`drop index ${names.join(', ')}`)
  return rows
}

/** Makes them again. */
export async function remakeIndexes(
  client: pg.Client,
  indexes: readonly TakenIndex[],
  progress: (line: string) => void,
): Promise<void> {
  for (const { name, definition } of indexes) {
    const started = performance.now()
    await client.query(definition)
    const seconds = (performance.now() - started) / 1_000
    if (seconds > 1) progress(`index ${name}: ${seconds.toFixed(1)} s`)
  }
}
