import { sql } from 'kysely'
import { inSeconds } from '../moments.ts'
import type { Db, SignInStep } from '../schema.ts'
import { type AppSessionHolder, mayEnter } from './app-sessions.ts'
import { passwordMark, stillHasPassword } from './password-credentials.ts'
import { type User, userColumnList } from './users.ts'

/** A sign-in that waits for its next step. */
export interface SignInState {
  readonly step: SignInStep
  /** How the person has come in so far. */
  readonly method: string
  readonly userId: string | null
  /** Of a social account that nobody has yet, under the installation's key. */
  readonly identity: Buffer | null
  /** Of a sign-in in a browser: how they proved who they are (RFC 8176), and whether the session is to outlive the browser. */
  readonly amr?: readonly string[]
  readonly remember?: boolean
}

/** A sign-in that is to wait, for as long as the password stands that it was made with. */
export type NewSignInState = SignInState & { readonly passwordMark?: string | undefined }

/** Who may go on with a sign-in. Where no application asks for it, there is no client id. */
export type StateHolder = Omit<AppSessionHolder, 'clientId'> & { readonly clientId: string | null }

const columns = ['step', 'method', 'userId', 'identity', 'amr', 'remember'] as const

const isFor = (clientId: string | null) => sql<boolean>`client_id is not distinct from ${clientId}::text`

/** Lets a sign-in wait, if the password it was made with is the person's yet. One statement. */
export async function insertSignInState(
  db: Db,
  { tokenHash, clientId, deviceHash }: StateHolder,
  state: NewSignInState,
  seconds: number,
): Promise<void> {
  const { step, method, userId, identity, amr = [], remember = false, passwordMark: mark } = state
  await sql`
    insert into sign_in_states
      (token_hash, client_id, device_hash, step, method, user_id, identity, amr, remember, expires_at)
    select ${tokenHash}, ${clientId}::text, ${deviceHash}, ${step}, ${method}, ${userId}::uuid, ${identity}::bytea,
      ${amr}::text[], ${remember}::boolean, ${inSeconds(seconds)}
    where ${stillHasPassword(userId ?? '', mark)}`.execute(db)
}

/** The same of a person in a browser, in place of what waits there for the same: whoever asks again and again has one. One statement. */
export async function replaceSignInState(
  db: Db,
  { tokenHash, clientId, deviceHash }: StateHolder,
  { step, method, userId, amr = [], remember = false, passwordMark: mark }: NewSignInState,
  seconds: number,
): Promise<void> {
  await sql`
    with former as (delete from sign_in_states where user_id = ${userId} and device_hash = ${deviceHash})
    insert into sign_in_states (token_hash, client_id, device_hash, step, method, user_id, amr, remember, expires_at)
    select ${tokenHash}, ${clientId}::text, ${deviceHash}, ${step}, ${method}, ${userId}::uuid, ${amr}::text[],
      ${remember}::boolean, ${inSeconds(seconds)}
    where ${stillHasPassword(userId ?? '', mark)}`.execute(db)
}

/** The sign-in that waits under a token. One statement. */
export function findSignInState(
  db: Db,
  { tokenHash, clientId, deviceHash }: StateHolder,
): Promise<SignInState | undefined> {
  return db
    .selectFrom('signInStates')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where(isFor(clientId))
    .where('deviceHash', '=', deviceHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** The same, of which there is none from then on: of any number at once one finds it. One statement. */
export function takeSignInState(
  db: Db,
  { tokenHash, clientId, deviceHash }: StateHolder,
  steps: readonly SignInStep[],
): Promise<SignInState | undefined> {
  return db
    .deleteFrom('signInStates')
    .where('tokenHash', '=', tokenHash)
    .where(isFor(clientId))
    .where('deviceHash', '=', deviceHash)
    .where(sql<boolean>`step = any(${steps})`)
    .where('expiresAt', '>', sql<Date>`now()`)
    .returning(columns)
    .executeTakeFirst()
}

/** What the next step of a sign-in depends on. */
export interface SignInFacts {
  readonly user: User
  readonly admitted: boolean
  readonly sessionTokenSeconds: number
  readonly passwordMaxDays: number
  readonly passwordWarnDays: number
  readonly secondFactor: 'none' | 'sms'
  /** All four are absent where there is no password. */
  readonly passwordChangedAt: Date | null
  readonly passwordExpiresAt: Date | null
  readonly mustChangePassword: boolean | null
  /** Stands for the password. */
  readonly passwordMark: string | null
}

/**
 * What of an application and a user decides how a sign-in goes on. One statement.
 * @param clientId null where it is to a page of ours, which admits everybody and demands nothing more
 */
export async function findSignInFacts(
  db: Db,
  clientId: string | null,
  userId: string,
): Promise<SignInFacts | undefined> {
  const admission = clientId === null ? sql<boolean>`true` : mayEnter(clientId, sql`users.id`)
  const { rows } = await sql<User & Omit<SignInFacts, 'user'>>`
    select ${userColumnList}, ${admission} as admitted, coalesce(session_token_seconds, 0) as session_token_seconds,
      coalesce(password_max_days, 0) as password_max_days, coalesce(password_warn_days, 0) as password_warn_days,
      coalesce(second_factor, 'none') as second_factor, password_credentials.changed_at as password_changed_at,
      password_credentials.expires_at as password_expires_at, must_change as must_change_password,
      ${passwordMark} as password_mark
    from users left join applications on applications.client_id = ${clientId}::text
    left join password_credentials on password_credentials.user_id = users.id
    where users.id = ${userId} and users.account_state = 'Normal'`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const {
    admitted,
    sessionTokenSeconds,
    passwordMaxDays,
    passwordWarnDays,
    secondFactor,
    passwordChangedAt,
    passwordExpiresAt,
    mustChangePassword,
    passwordMark: mark,
    ...user
  } = row
  const settings = { admitted, sessionTokenSeconds, passwordMaxDays, passwordWarnDays, secondFactor }
  return { user, ...settings, passwordChangedAt, passwordExpiresAt, mustChangePassword, passwordMark: mark }
}

/** Whether a user may enter an application. One statement. */
export async function findAdmission(db: Db, clientId: string, userId: string): Promise<boolean> {
  const { rows } = await sql<{ admitted: boolean }>`
    select ${mayEnter(clientId, sql`users.id`)} as admitted from users where id = ${userId}`.execute(db)
  return rows[0]?.admitted ?? false
}

/** What an application wants of people whose social account nobody has yet. One statement. */
export async function findUnknownSocialRule(db: Db, clientId: string): Promise<'bind' | 'bind_or_register'> {
  const row = await db
    .selectFrom('applications')
    .select('unknownSocialAccounts')
    .where('clientId', '=', clientId)
    .executeTakeFirst()
  return row?.unknownSocialAccounts ?? 'bind'
}
