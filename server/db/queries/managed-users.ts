import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { plannedAnew } from '../prepared.ts'
import type { AccountState, Db } from '../schema.ts'
import { behind, type PageUpTo, type Place, type Slice } from './paging.ts'
import { type User, userColumnList } from './users.ts'

/** Up to how many users of conditions are counted; more are estimated. The contract says so too. */
export const mostCounted = 10_000

/** A user as the back office lists them. */
export type ManagedUser = User & { readonly lastSignInAt: Date | null }

/** Part of a user's names, numbers and addresses, see server/domain/users/search-term.ts. */
export type SearchTerm =
  | {
      readonly script: 'ascii'
      readonly id: string | undefined
      /** Of LIKE, any of which fits. */
      readonly patterns: readonly string[]
    }
  | {
      readonly script: 'other'
      readonly text: string
      /** Characters and pairs of characters beyond ASCII, as `search_pieces` makes them: all that a text with it has. */
      readonly pieces: readonly string[]
    }

/** Which users: whatever is given has to hold. Names, numbers and addresses are canonical; times are half-open. */
export interface ManagedUserFilter {
  readonly hasEmail?: boolean | undefined
  readonly hasPhone?: boolean | undefined
  readonly ids?: readonly string[] | undefined
  readonly clientIds?: readonly string[] | undefined
  readonly userNames?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly providers?: readonly string[] | undefined
  readonly states?: readonly AccountState[] | undefined
  readonly createdFrom?: Date | undefined
  readonly createdUntil?: Date | undefined
  readonly signedInFrom?: Date | undefined
  readonly signedInUntil?: Date | undefined
  readonly term?: SearchTerm | undefined
}

/**
 * Users whom a filter gathers, the newest first: all are found through the index of the condition, and sorted. For no more
 * than `mostCounted`; of more, the page is empty and the total one more. One statement.
 */
export async function gatherManagedUsers(
  db: Db,
  filter: ManagedUserFilter,
  { offset, limit }: Slice,
): Promise<PageUpTo<ManagedUser>> {
  return await readPage(
    db,
    sql`with hits as materialized (
      select id, created_at from users where ${conditionsOf(filter)} limit ${sql.lit(mostCounted + 1)})`,
    sql`(select count(*)::int from hits)`,
    sql`select id from hits where (select count(*) from hits) <= ${sql.lit(mostCounted)}
      order by created_at desc, id desc limit ${limit} offset ${offset}`,
  )
}

/**
 * Users in the order of their creation, the newest first, passing over whom the filter does not want. Without a filter the index
 * alone finds the page, and the total is the number that is kept (migration 0002). One statement.
 * @param after the place behind which the slice begins
 * @param total how many the filter wants
 */
export async function walkManagedUsers(
  db: Db,
  filter: ManagedUserFilter,
  { offset, limit }: Slice,
  after?: Place,
  total?: number,
): Promise<PageUpTo<ManagedUser>> {
  const place = after ? sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql`true`
  return await readPage(
    db,
    sql``,
    total === undefined
      ? sql`(select coalesce(sum(delta), 0)::int from row_counts where name = 'users')`
      : sql`${total}::int`,
    sql`select id from users where ${conditionsOf(filter, true)} and ${place}
      order by created_at desc, id desc limit ${limit} offset ${offset}`,
  )
}

/**
 * Users whom a filter wants among the next ones in the order of their creation, the oldest first, so that the filter does not decide
 * how long it takes. One statement.
 * @param after the place behind which they begin
 * @param limit how many are looked at
 * @returns also where they end; undefined when there are no more, wanted or not
 */
export async function readManagedUsers(
  db: Db,
  filter: ManagedUserFilter,
  after: Place | undefined,
  limit: number,
): Promise<{ items: ManagedUser[]; end: Place | undefined }> {
  const { rows } = await sql<
    ManagedUser & { id: string | null; lastId: string; lastAt: string }
  >`${sql.raw(plannedAnew)}
    with slice as materialized (
      select id, created_at from users where ${behind(after)} order by created_at, id limit ${limit})
    select last.id as last_id, last.created_at::text as last_at, ${userColumnList}, users.last_sign_in_at
    from (select id, created_at from slice order by created_at desc, id desc limit 1) last
    left join (
      select ${userColumnList}, (select max(signed_in_at) from last_sign_ins where user_id = users.id) as last_sign_in_at
      from users where users.id in (select id from slice) and ${conditionsOf(filter, true)}
    ) users on true
    order by users.created_at, users.id`.execute(db)
  const [first] = rows
  const items = rows.filter(({ id }) => id !== null)
  return { items, end: first && { createdAt: first.lastAt, id: first.lastId } }
}

/** How many users the planner expects a filter to want. One statement. */
export async function estimateManagedUsers(db: Db, filter: ManagedUserFilter): Promise<number> {
  const { rows } = await sql<Record<string, [{ Plan: { 'Plan Rows': number } }]>>`${sql.raw(plannedAnew)}
    explain (format json) select from users where ${conditionsOf(filter)}`.execute(db)
  const [[plan] = []] = Object.values(rows[0] ?? {})
  return plan?.Plan['Plan Rows'] ?? 0
}

/** The number of all users beside the rows of a page, also of one without rows. */
async function readPage(
  db: Db,
  hits: RawBuilder<unknown>,
  total: RawBuilder<unknown>,
  ids: RawBuilder<unknown>,
): Promise<PageUpTo<ManagedUser>> {
  const { rows } = await sql<
    ManagedUser & { id: string | null; total: number; createdAtText: string }
  >`${sql.raw(plannedAnew)}
    ${hits}
    select counted.total, ${userColumnList}, users.last_sign_in_at, users.created_at_text
    from (select ${total} as total) counted
    left join (
      select ${userColumnList}, users.created_at::text as created_at_text,
        (select max(signed_in_at) from last_sign_ins where user_id = users.id) as last_sign_in_at
      from users where users.id in (${ids})
    ) users on true
    order by users.created_at desc, users.id desc`.execute(db)
  const found = rows.filter(({ id }) => id !== null)
  const last = found.at(-1)
  return {
    total: rows[0]?.total ?? 0,
    items: found.map(({ total: _total, createdAtText: _text, ...user }) => user),
    end: last && { createdAt: last.createdAtText, id: last.id },
  }
}

/**
 * All conditions are of users alone: who fits one in several ways is listed once, and counted once.
 * @param walking whether users are looked at one by one, as most of them fit
 */
function conditionsOf(filter: ManagedUserFilter, walking = false): RawBuilder<SqlBool> {
  const { hasEmail, hasPhone, createdFrom, createdUntil, signedInFrom, signedInUntil, term } = filter
  const conditions: (RawBuilder<unknown> | undefined)[] = [
    hasEmail === undefined ? undefined : sql`users.email is ${hasEmail ? sql`not null` : sql`null`}`,
    hasPhone === undefined ? undefined : sql`users.phone is ${hasPhone ? sql`not null` : sql`null`}`,
    filter.ids && sql`users.id = any(${filter.ids}::uuid[])`,
    filter.userNames && sql`users.user_name_key = any(${filter.userNames}::text[])`,
    filter.emails && sql`users.email_key = any(${filter.emails}::text[])`,
    filter.phones && sql`users.phone_key = any(${filter.phones}::text[])`,
    filter.states && sql`users.account_state = any(${filter.states}::text[])`,
    filter.providers &&
      sql`users.id in (select user_id from external_logins where provider = any(${filter.providers}::text[]))`,
    filter.clientIds && ofClients(filter.clientIds, walking),
    createdFrom && sql`users.created_at >= ${createdFrom}::timestamptz`,
    createdUntil && sql`users.created_at < ${createdUntil}::timestamptz`,
    signedInFrom &&
      sql`users.id in (select user_id from last_sign_ins where signed_in_at >= ${signedInFrom}::timestamptz)`,
    // The last sign-in was before: there is one, and none later.
    signedInUntil &&
      sql`users.id in (select user_id from last_sign_ins where signed_in_at < ${signedInUntil}::timestamptz)
        and not exists (
          select from last_sign_ins where user_id = users.id and signed_in_at >= ${signedInUntil}::timestamptz)`,
    term && fits(term),
  ]
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql`true` : sql`${sql.join(given, sql` and `)}`
}

/** Whoever has signed in there, or belongs there: as a list to look users up by, or as a question about each. */
function ofClients(ids: readonly string[], walking: boolean): RawBuilder<unknown> {
  const signIns = sql`last_sign_ins where client_id = any(${ids}::text[])`
  return walking
    ? sql`(users.oem_client_id = any(${ids}::text[]) or exists (select from ${signIns} and user_id = users.id))`
    : sql`users.id in (
        select user_id from ${signIns} union all select id from users where oem_client_id = any(${ids}::text[]))`
}

/**
 * Of what is beyond ASCII there may be no trigrams, and the planner does not know: a LIKE would have it read their whole index. Of
 * `<> 0` it expects that nearly everybody has it, so the pieces decide.
 */
function fits(term: SearchTerm): RawBuilder<unknown> {
  if (term.script === 'other') {
    return sql`search_pieces(users.search_text) @> ${term.pieces}::text[]
      and strpos(users.search_text, ${term.text}::text) <> 0`
  }
  const ways = term.patterns.map((pattern) => sql`users.search_text like ${pattern}::text`)
  return sql`(${sql.join(term.id === undefined ? ways : [sql`users.id = ${term.id}::uuid`, ...ways], sql` or `)})`
}
