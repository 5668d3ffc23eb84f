import type { Pool } from 'pg'
import { sha256 } from '../../crypto/hash.ts'
import { hasSignedInFrom, saveLoginRecord } from '../../db/queries/login-records.ts'
import { findUserBySignInName } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { Overloaded } from '../passwords/gate.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import type { SignInLimits } from './limits.ts'
import { networkOf } from './network.ts'
import { Throttle } from './throttle.ts'

/** One attempt to sign in with a password. */
export interface PasswordAttempt {
  /** User name, mail address or phone number. */
  name: string
  /** Undefined when what was sent could not be decrypted: it is answered as a wrong password is. */
  password: string | undefined
  address: string
  userAgent: string | undefined
  clientId: string | undefined
  /** Where the attempt came in: the hosted page, the login form, the password grant. */
  method: 'page' | 'form' | 'password_grant'
}

/** Why an attempt failed, as far as the caller may know. */
export type SignInFailure =
  | { reason: 'invalid' }
  | { reason: 'limited'; retryAfterSeconds: number }
  | { reason: 'disabled' }
  | { reason: 'must-change' }

/** A person who proved who they are, or why not. */
export type SignInResult = { ok: true; userId: string } | ({ ok: false } & SignInFailure)

/** When to come back while too many passwords wait to be hashed; by then many of them are done. */
const overloadSeconds = 5

/** Password sign-in for every door: the hosted page, the encrypted form, the password grant. */
export class PasswordSignIn {
  readonly #db: Db
  readonly #throttle: Throttle<keyof SignInLimits>

  constructor(db: Db, pool: Pool, limits: SignInLimits) {
    this.#db = db
    this.#throttle = new Throttle(pool, 'sign-in', { ...limits })
  }

  /**
   * Checks an attempt. An unknown name, a missing password and a wrong one get the same answer after the same
   * work; that an account is disabled is told only to who knows its password. When too many passwords
   * wait to be hashed already, the caller is asked to come back. Eight statements on success, five on failure.
   */
  async attempt(attempt: PasswordAttempt): Promise<SignInResult> {
    const user = await findUserBySignInName(this.#db, attempt.name)
    const account = user?.id ?? sha256(attempt.name.toLowerCase()).toString('base64url')
    const network = networkOf(attempt.address)
    const pair = `${account}|${network}`

    const [byPair, byAddress, byAccount] = await Promise.all([
      this.#throttle.count('accountAndAddress', pair),
      this.#throttle.count('address', network),
      this.#throttle.count('account', account),
    ])
    let retryAfterSeconds = Math.max(byPair, byAddress)
    if (byAccount > 0) {
      // Strangers cannot lock the owner out: an address the owner has signed in from stays open.
      const known = user !== undefined && (await hasSignedInFrom(this.#db, user.id, attempt.address))
      if (!known) retryAfterSeconds = Math.max(retryAfterSeconds, byAccount)
    }
    if (retryAfterSeconds > 0) {
      await this.#record(attempt, user?.id, 'limited')
      return { ok: false, reason: 'limited', retryAfterSeconds }
    }

    let matches: boolean
    try {
      matches = await verifyPassword(user?.passwordHash ?? undefined, attempt.password ?? '')
    } catch (error) {
      if (!(error instanceof Overloaded)) throw error
      await this.#record(attempt, user?.id, 'limited')
      return { ok: false, reason: 'limited', retryAfterSeconds: overloadSeconds }
    }
    if (!matches || !user || attempt.password === undefined) {
      await this.#record(attempt, user?.id, 'invalid')
      return { ok: false, reason: 'invalid' }
    }

    const refusal = refusalOf(user)
    await Promise.all([
      this.#throttle.forgive('accountAndAddress', pair),
      this.#throttle.giveBack('address', network),
      this.#throttle.giveBack('account', account),
      this.#record(attempt, user.id, refusal),
    ])
    return refusal ? { ok: false, reason: refusal } : { ok: true, userId: user.id }
  }

  #record(attempt: PasswordAttempt, userId: string | undefined, reason: SignInFailure['reason'] | undefined) {
    return saveLoginRecord(this.#db, {
      userId: userId ?? null,
      clientId: attempt.clientId ?? null,
      address: attempt.address,
      userAgent: attempt.userAgent ?? null,
      method: attempt.method,
      succeeded: reason === undefined,
      reason: reason ?? null,
    })
  }
}

function refusalOf(user: {
  accountState: string
  mustChangePassword: boolean
  passwordExpiresAt: Date | null
}): 'disabled' | 'must-change' | undefined {
  if (user.accountState !== 'Normal') return 'disabled'
  const expired = user.passwordExpiresAt !== null && user.passwordExpiresAt.getTime() <= Date.now()
  return user.mustChangePassword || expired ? 'must-change' : undefined
}
