import { sql } from 'kysely'
import type { Db } from '../schema.ts'

/** What proves something for a while. Nothing has to be told of its end, and nothing refers to it. */
const proofs = [
  'engine_state',
  'access_credentials',
  'verification_codes',
  'captchas',
  'captcha_waits',
  'sign_in_states',
  'external_sign_ins',
  'sso_tickets',
  'cas_tickets',
  'saml_sign_outs',
  // Codes and links on their way to people, most of which have arrived long since.
  'messages',
] as const

/** By how much the numbers of service messages go on: more than one user gets in any time that is lost. */
const lostNumbers = 1_000_000

/**
 * Ends every code, token, consent and ticket that a restored database has: each may have been used, or taken back, since. What is
 * numbered goes on behind the numbers that were given out since. Thirteen statements.
 */
export async function endProofs(trx: Db): Promise<void> {
  await sql`truncate ${sql.join(proofs.map((table) => sql.table(table)))}`.execute(trx)
  await sql`update message_counters set last_number = last_number + ${lostNumbers}`.execute(trx)
  // A database that was read back from a dump counts its transactions anew: an event of before must not be taken for one of these.
  await sql`update event_deliveries set made_in = -id where state = 'waiting' and attempts = 0`.execute(trx)
}

/** Ends some sessions; a trigger notes whom to tell. One statement. @returns how many */
export async function endSessions(db: Db, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sessions where id_hash = any(array(select id_hash from sessions limit ${most}))`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** When the newest event of the audit log was written: about the time that the database was restored to. One statement. */
export async function lastAuditTime(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom('auditEvents')
    .select((eb) => eb.fn.max('createdAt').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Of these ids of audit events, those that the database has not. One statement. */
export async function unknownAuditEvents(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${ids}::uuid[]) as given (id)
    where not exists (select from audit_events where audit_events.id = given.id)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Takes away the passwords that were replaced at a time that the database has lost: whoever knew one was kept out by that. One
 * statement.
 * @returns whose
 */
export async function removeReplacedPasswords(
  db: Db,
  replaced: readonly { readonly user: string; readonly at: string }[],
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    delete from password_credentials
    using jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) as replaced ("user" uuid, at timestamptz)
    where user_id = replaced."user" and changed_at < replaced.at
    returning user_id`.execute(db)
  return rows.map(({ userId }) => userId)
}

/** Keeps out people who were disabled or gone at a time that the database has lost. One statement. @returns whom */
export async function disableUsers(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update users set account_state = 'Disabled' where id = any(${ids}::uuid[]) and account_state <> 'Disabled'
    returning id`.execute(db)
  return rows.map(({ id }) => id)
}
