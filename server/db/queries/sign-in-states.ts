import { sql } from 'kysely'
import type { Db, SignInStep } from '../schema.ts'
import { type AppSessionHolder, mayEnter } from './app-sessions.ts'
import { type User, userColumnList } from './users.ts'

/** A sign-in that waits for its next step. */
export interface SignInState {
  readonly step: SignInStep
  /** How the person has come in so far. */
  readonly method: string
  readonly userId: string | null
  /** Of a social account that nobody has yet, under the installation's key. */
  readonly identity: Buffer | null
}

const columns = ['step', 'method', 'userId', 'identity'] as const

/** Lets a sign-in wait. One statement. */
export async function insertSignInState(
  db: Db,
  holder: AppSessionHolder,
  state: SignInState,
  seconds: number,
): Promise<void> {
  const expiresAt = sql<Date>`now() + make_interval(secs => ${seconds})`
  await db
    .insertInto('signInStates')
    .values({ ...holder, ...state, expiresAt })
    .execute()
}

/** The sign-in that waits under a token. One statement. */
export function findSignInState(db: Db, { tokenHash, clientId, deviceHash }: AppSessionHolder) {
  return db
    .selectFrom('signInStates')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where('clientId', '=', clientId)
    .where('deviceHash', '=', deviceHash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** The same, of which there is none from then on: of any number at once one finds it. One statement. */
export function takeSignInState(
  db: Db,
  { tokenHash, clientId, deviceHash }: AppSessionHolder,
  steps: readonly SignInStep[],
): Promise<SignInState | undefined> {
  return db
    .deleteFrom('signInStates')
    .where('tokenHash', '=', tokenHash)
    .where('clientId', '=', clientId)
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
  /** All three are absent where there is no password. */
  readonly passwordChangedAt: Date | null
  readonly passwordExpiresAt: Date | null
  readonly mustChangePassword: boolean | null
}

/** What of an application and a user decides how a sign-in goes on. One statement. */
export async function findSignInFacts(db: Db, clientId: string, userId: string): Promise<SignInFacts | undefined> {
  const { rows } = await sql<User & Omit<SignInFacts, 'user'>>`
    select ${userColumnList}, ${mayEnter(clientId, sql`users.id`)} as admitted, session_token_seconds,
      password_max_days, password_warn_days, second_factor, password_credentials.changed_at as password_changed_at,
      password_credentials.expires_at as password_expires_at, must_change as must_change_password
    from applications cross join users left join password_credentials on password_credentials.user_id = users.id
    where applications.client_id = ${clientId} and users.id = ${userId} and users.account_state = 'Normal'`.execute(db)
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
    ...user
  } = row
  const settings = { admitted, sessionTokenSeconds, passwordMaxDays, passwordWarnDays, secondFactor }
  return { user, ...settings, passwordChangedAt, passwordExpiresAt, mustChangePassword }
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
