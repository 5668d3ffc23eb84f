import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** Tables whose rows expire, with their primary key. */
const expiring = [
  { table: 'engine_state', key: sql`model, id_hash` },
  { table: 'sessions', key: sql`id_hash` },
  { table: 'revoked_access_tokens', key: sql`token_hash` },
  { table: 'access_credentials', key: sql`token_hash` },
  { table: 'verification_codes', key: sql`id` },
  { table: 'captchas', key: sql`token_hash` },
  { table: 'captcha_waits', key: sql`token_hash` },
  { table: 'sign_in_states', key: sql`token_hash` },
  { table: 'sso_tickets', key: sql`ticket_hash` },
  { table: 'spent_proofs', key: sql`proof_hash` },
  { table: 'service_messages', key: sql`user_id, number` },
  { table: 'external_sign_ins', key: sql`id_hash` },
  { table: 'cas_tickets', key: sql`ticket_hash` },
  { table: 'saml_sign_outs', key: sql`reference_hash` },
] as const

/** For how many days is kept what nothing else ends. */
export interface Retention {
  readonly loginRecordDays: number
  readonly auditEventDays: number
  readonly usedRefreshTokenDays: number
}

/**
 * Removes expired rows and such as were kept long enough, at most `batch` of each kind. Rows that another node is removing are
 * passed over, so any number of nodes may do this at once. One statement a kind.
 * @returns how many rows were removed of the kind with the most
 */
export async function purgeExpired(db: Db, batch: number, retention: Retention): Promise<number> {
  const daysAgo = (days: number) => sql`now() - make_interval(days => ${days})`
  const over = [
    ...expiring.map(({ table, key }) => ({ table, key, by: sql`expires_at`, before: sql`now()`, only: sql`true` })),
    { ...records('login_records'), before: daysAgo(retention.loginRecordDays) },
    { ...records('audit_events'), before: daysAgo(retention.auditEventDays) },
    // For a destination that nothing reaches any more.
    { ...records('audit_export_events'), before: daysAgo(retention.auditEventDays) },
    // Such as could not be sent, and those that demo mode keeps.
    { ...records('messages'), before: daysAgo(1) },
    {
      table: 'engine_state',
      key: sql`model, id_hash`,
      by: sql`consumed_at`,
      before: daysAgo(retention.usedRefreshTokenDays),
      only: sql`model like '%RefreshToken'`,
    },
    // A repeat comes within a day, if at all; what has come to be applied is in the tree.
    { table: 'corp_events', key: sql`id`, by: sql`received_at`, before: daysAgo(7), only: sql`true` },
    // Such as were delivered or given up; dead letters and what waits behind them stay.
    { table: 'event_deliveries', key: sql`id`, by: sql`finished_at`, before: daysAgo(30), only: sql`true` },
    // Whoever removes its file has been there.
    {
      ...records('user_exports'),
      before: daysAgo(retention.auditEventDays),
      only: sql`not has_file and expires_at < now()`,
    },
    { ...records('user_exports'), before: sql`now()`, only: sql`not has_file and creator_id is null` },
    {
      table: 'rate_limits',
      key: sql`key`,
      by: sql`expire`,
      before: sql`floor(extract(epoch from now()) * 1000)::bigint`,
      only: sql`true`,
    },
  ]
  let most = 0
  for (const { table, key, by, before, only } of over) {
    const target = sql.table(table)
    const result = await sql`
      delete from ${target} where (${key}) in (
        select ${key} from ${target} where ${by} < ${before} and ${only} order by ${by} limit ${batch}
        for update skip locked)`.execute(db)
    most = Math.max(most, Number(result.numAffectedRows ?? 0n))
  }
  return most
}

const records = (table: string) => ({ table, key: sql`id`, by: sql`created_at`, only: sql`true` })

/**
 * Adds up the kept numbers of rows, of so many names at most; of what is none nothing stays. Whoever reads meanwhile sees the parts
 * or their sum. One statement.
 * @returns of how many names numbers were added up
 */
export async function foldRowCounts(db: Db, names: number): Promise<number> {
  const { rows } = await sql<{ names: number }>`
    with parts as (
      delete from row_counts where id in (
        select id from row_counts
        where name in (select name from row_counts group by name having count(*) > 1 limit ${names})
        for update skip locked
      ) returning name, delta
    ), folded as (
      insert into row_counts (name, delta)
      select name, sum(delta) from parts group by name having sum(delta) <> 0
    )
    select count(distinct name)::int as names from parts`.execute(db)
  return rows[0]?.names ?? 0
}
