import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { runCommand, UsageError } from '../../scripts/command.ts'
import { machineClass } from '../machine.ts'
import { median } from '../table.ts'
import { startBigPostgres } from './postgres.ts'

const help = `Usage: npm run bench -- --partitions [--rows N] [--seconds N]

A month of records removed as the purge does it, beside a partition that is dropped; and what reading and writing cost where
there is one table, and where there are 24 months. docs/decisions/0034-records-in-one-table.md has what came of it.

  --rows N      records of the month (5000000)
  --seconds N   for which the purge runs (60); the rest follows from that
`

/** The audit log; its months begin two years back. */
const months = 24
const columns = `
  id uuid not null, actor_id uuid, actor_client_id text, action text not null, subject_type text not null, subject_id text,
  details jsonb not null default '{}', address inet, request_id text, created_at timestamptz not null default now()`
const indexes = (table: string) => `
  create index on ${table} (subject_type, subject_id, created_at desc);
  create index on ${table} (actor_id, created_at desc) where actor_id is not null;
  create index on ${table} (created_at, id);`
const monthStart = (month: number) => `date_trunc('month', now()) - interval '${months - 1 - month} months'`

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      partitions: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      rows: { type: 'string', default: '5000000' },
      seconds: { type: 'string', default: '60' },
    },
  })
  if (values.help) return help.trimEnd()
  const [rows, seconds] = [Number(values.rows), Number(values.seconds)]
  if (!(rows >= 10_000) || !(seconds >= 1)) throw new UsageError(help.trimEnd())
  const directory = await mkdtemp(join(tmpdir(), 'openaccount-partitions-'))
  await chmod(directory, 0o711)
  const postgres = await startBigPostgres(directory)
  try {
    await postgres.create('partitions')
    const client = new pg.Client({ connectionString: postgres.urlOf('partitions') })
    await client.connect()
    const told = await measure(client, rows, seconds).finally(() => client.end())
    const about = `${new Date().toISOString().slice(0, 10)}, ${machineClass()}; load ${loadavg()[0]?.toFixed(1)}; ${rows} rows in the month`
    return `${about}\n\n${told}`
  } finally {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function measure(client: pg.Client, rows: number, seconds: number): Promise<string> {
  await client.query(`set maintenance_work_mem = '512MB'`)
  await client.query(`create table plain (${columns});
    create table parted (${columns}) partition by range (created_at)`)
  for (let month = 0; month < months; month += 1) {
    await client.query(`do $$ begin
      execute format('create table parted_${month} partition of parted for values from (%L) to (%L)',
        ${monthStart(month)}, ${monthStart(month + 1)});
    end $$`)
  }
  for (const table of ['plain', 'parted']) {
    process.stderr.write(`filling ${table}\n`)
    await fill(client, table, rows)
    const key = table === 'plain' ? 'id' : 'id, created_at'
    await client.query(`alter table ${table} add primary key (${key}); ${indexes(table)}`)
  }
  await client.query('vacuum analyze')
  const costs = await Promise.all(
    ['plain', 'parted'].map(async (table) => ({ table, ...(await daily(client, table)) })),
  )
  const purge = await purgeFor(client, seconds)
  const drop = await walOf(client, () => client.query('drop table parted_0'))
  const hours = rows / purge.perSecond / 3_600
  return [
    '| | one table | 24 months |',
    '| --- | ---: | ---: |',
    `| a month removed | ${(hours * 60).toFixed(1)} minutes (${purge.perSecond.toFixed(0)} rows a second) | ${drop.ms.toFixed(0)} ms |`,
    `| written to the log for it | ${((purge.walPerRow * rows) / 2 ** 20).toFixed(0)} MiB (${purge.walPerRow.toFixed(0)} bytes a row) | ${(drop.wal / 2 ** 20).toFixed(1)} MiB |`,
    ...(['read', 'insert'] as const).map(
      (what) =>
        `| ${what === 'read' ? 'the 50 latest of one person' : 'an insert'} | ${costs.map((cost) => `${cost[what].ms.toFixed(2)} ms, ${cost[what].buffers} pages`).join(' | ')} |`,
    ),
  ].join('\n')
}

/** The first month has them all but one in ten, which are spread over the others. */
async function fill(client: pg.Client, table: string, rows: number): Promise<void> {
  await client.query(`
    insert into ${table} (id, actor_id, action, subject_type, subject_id, details, address, request_id, created_at)
    select gen_random_uuid(), md5((n % 100000)::text)::uuid, 'user.changed', 'user', md5((n % 100000)::text)::uuid::text,
      '{"changed": ["displayName"]}', '10.0.0.1', gen_random_uuid()::text,
      case when n <= ${rows} then ${monthStart(0)} + n * (interval '27 days' / ${rows})
        else ${monthStart(1)} + (n - ${rows}) * (interval '600 days' / ${rows / 10}) end
    from generate_series(1, ${Math.round(rows * 1.1)}) n`)
}

/** What a request pays, of twenty. */
async function daily(client: pg.Client, table: string) {
  const subject = (n: number) => `(select md5('${n * 37}')::uuid::text)`
  const measured = async (statement: (n: number) => string) => {
    const found: { ms: number; buffers: number }[] = []
    for (let n = 0; n < 20; n += 1) {
      const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
        `explain (analyze, buffers, format json) ${statement(n)}`,
      )
      const [told] = rows[0]?.['QUERY PLAN'] ?? []
      if (!told) throw new Error('no plan came')
      const { Plan: plan, 'Planning Time': planning, 'Execution Time': execution } = told
      found.push({ ms: planning + execution, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] })
    }
    return { ms: median(found.map(({ ms }) => ms)), buffers: Math.round(median(found.map(({ buffers }) => buffers))) }
  }
  return {
    read: await measured(
      (n) => `select created_at, action, actor_id from ${table}
        where subject_type = 'user' and subject_id = ${subject(n)} order by created_at desc limit 50`,
    ),
    insert: await measured(
      (n) => `insert into ${table} (id, action, subject_type, subject_id, created_at)
        select gen_random_uuid(), 'user.changed', 'user', md5('${n}')::uuid::text, ${monthStart(months - 1)}`,
    ),
  }
}

interface Explained {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number }
  readonly 'Planning Time': number
  readonly 'Execution Time': number
}

/** The statement of the purge (server/db/queries/purge.ts). */
async function purgeFor(client: pg.Client, seconds: number): Promise<{ perSecond: number; walPerRow: number }> {
  let removed = 0
  const { ms, wal } = await walOf(client, async () => {
    const until = performance.now() + seconds * 1_000
    while (performance.now() < until) {
      const { rowCount } = await client.query(`
        delete from plain where (id) in (
          select id from plain where created_at < ${monthStart(1)} order by created_at limit 500 for update skip locked)`)
      removed += rowCount ?? 0
      if (rowCount === 0) break
    }
  })
  return { perSecond: removed / (ms / 1_000), walPerRow: wal / removed }
}

async function walOf(client: pg.Client, work: () => Promise<unknown>): Promise<{ ms: number; wal: number }> {
  const place = async () => (await client.query<{ lsn: string }>('select pg_current_wal_lsn() as lsn')).rows[0]?.lsn
  const before = await place()
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  const { rows } = await client.query<{ wal: number }>('select pg_wal_lsn_diff($1, $2)::float as wal', [
    await place(),
    before,
  ])
  return { ms, wal: rows[0]?.wal ?? 0 }
}

await runCommand(main)
