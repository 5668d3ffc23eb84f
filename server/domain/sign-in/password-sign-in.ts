import { saveLoginRecord } from '../../db/queries/login-records.ts'
import { findUserBySignInName, type UserWithPassword } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Notices } from '../messages/notices.ts'
import { Overloaded } from '../passwords/gate.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import { Guesses } from './guesses.ts'
import type { SignInLimits } from './limits.ts'
import { networkOf, siteOf } from './network.ts'
import { recordSignIn } from './records.ts'
import { readSignInName } from './sign-in-name.ts'
import type { HumanProof } from './suspicion.ts'

/** One attempt to sign in with a password. */
export interface PasswordAttempt {
  /** User name, mail address or phone number. */
  name: string
  /** Undefined when what was sent could not be decrypted: it is answered as a wrong password is. */
  password: string | undefined
  /** Where the person is. */
  address: string
  userAgent: string | undefined
  clientId: string | undefined
  /** Where the attempt came in: the hosted page, the login form, the password grant, an app with pages of its own. */
  method: 'page' | 'form' | 'password_grant' | 'app_password'
  /** What is asked for first of whoever is suspicious, where the door can ask for something. */
  human?: HumanProof | undefined
}

/** Why an attempt failed, as far as the caller may know. */
export type SignInFailure =
  | { reason: 'invalid'; suspicious?: boolean }
  | { reason: 'limited'; retryAfterSeconds: number }
  | { reason: 'disabled' }
  | { reason: 'must-change' }

/** A person who proved who they are, or why not. */
export type SignInResult = { ok: true; userId: string; passwordMark: string } | ({ ok: false } & SignInFailure)

/**
 * Whoever has given the right password, or why not; `remaining` attempts are left before the next is refused unseen, and before
 * that more may be asked for; `known` is
 * where the owner need not be told of a sign-in; what comes of it counts while `passwordMark` stands for the password that there is.
 */
export type PasswordProof =
  | { ok: true; userId: string; known: boolean; passwordMark: string }
  | { ok: false; reason: 'invalid'; remaining: number; suspicious: boolean }
  | { ok: false; reason: 'limited'; retryAfterSeconds: number }
  | { ok: false; reason: 'disabled' }

/** Somebody who has just given the right password. */
interface Judged {
  ok: true
  user: UserWithPassword
  passwordMark: string
  known: boolean
  /** Forgets the failures of before. */
  forgive(): Promise<unknown>
}

/** Password sign-in for every door: the hosted page, the encrypted form, the password grant. */
export class PasswordSignIn {
  readonly #db: Db
  readonly #guesses: Guesses<keyof SignInLimits>
  readonly #notices: Notices

  constructor(db: Db, limits: SignInLimits, notices: Notices) {
    this.#db = db
    this.#notices = notices
    this.#guesses = new Guesses<keyof SignInLimits>(db, 'sign-in', { ...limits }, ['account'])
  }

  /**
   * Checks an attempt. An unknown name, a missing password and a wrong one get the same answer after the same
   * work; that an account is disabled is told only to who knows its password. When too many passwords
   * wait to be hashed already, the caller is asked to come back. A person who signs in from a new network is told. Four statements,
   * more for a new network.
   * @throws what `human` does
   */
  async attempt(attempt: PasswordAttempt): Promise<SignInResult> {
    const judged = await this.#judge(attempt)
    if (!judged.ok) return judged
    const { user, known } = judged
    const refusal = refusalOf(user)
    await Promise.all([
      judged.forgive(),
      refusal === undefined && user.signedInBefore && !known
        ? this.#recordFromNewNetwork(attempt, user.id)
        : this.#record(attempt, user.id, refusal),
    ])
    return refusal ? { ok: false, reason: refusal } : { ok: true, userId: user.id, passwordMark: judged.passwordMark }
  }

  /**
   * The same for a sign-in that has more steps: who has the right password is not signed in yet, and how old it is is for the next
   * step to judge. Three statements, four for an attempt that fails.
   */
  async prove(attempt: PasswordAttempt): Promise<PasswordProof> {
    const judged = await this.#judge(attempt)
    if (!judged.ok) return judged
    const { passwordMark } = judged
    const { id, accountState, signedInBefore } = judged.user
    const disabled = accountState !== 'Normal'
    await Promise.all([judged.forgive(), disabled && this.#record(attempt, id, 'disabled')])
    return disabled
      ? { ok: false, reason: 'disabled' }
      : { ok: true, userId: id, known: judged.known || !signedInBefore, passwordMark }
  }

  async #judge(attempt: PasswordAttempt): Promise<Judged | Exclude<PasswordProof, { ok: true }>> {
    const name = readSignInName(attempt.name)
    const network = networkOf(attempt.address)
    const site = siteOf(attempt.address)
    const user = await findUserBySignInName(this.#db, name, network)
    const counted = {
      accountAndAddress: `${name.counted}|${network}`,
      ...(site && { accountAndSite: `${name.counted}|${site}`, site }),
      address: network,
      account: name.counted,
    }
    const place = await this.#guesses.enter(counted, attempt.human !== undefined)
    if (!place.admitted) return this.#limited(attempt, user?.id, place.retryAfterSeconds)

    const known = user?.knownNetwork ?? false
    let matches: boolean
    try {
      if (place.suspicious) await attempt.human?.()
      const turn = { lane: site ?? network, known }
      matches = await verifyPassword(user?.passwordHash ?? undefined, attempt.password ?? '', turn)
    } catch (error) {
      await place.settle({ failed: false })
      if (!(error instanceof Overloaded)) throw error
      return this.#limited(attempt, user?.id, Overloaded.retryAfterSeconds)
    }
    // Strangers cannot lock the owner out: where the owner has signed in before, the right password does. A wrong one is
    // answered there as anywhere, after the same work, and so is that of nobody: no answer tells whose network it is.
    const usedUp = place.usedUp.get('account')
    if (!matches || !user || attempt.password === undefined || (usedUp !== undefined && !known)) {
      const { left, suspicious } = await place.settle({ failed: true })
      const { account: _, ...strict } = Object.fromEntries(left)
      if (usedUp !== undefined) return this.#limited(attempt, user?.id, usedUp)
      await this.#record(attempt, user?.id, 'invalid')
      return { ok: false, reason: 'invalid', suspicious, remaining: Math.min(...Object.values(strict)) }
    }
    const forgive = () => place.settle({ failed: false, forgive: ['accountAndAddress', 'accountAndSite'] })
    return { ok: true, user, passwordMark: user.passwordMark ?? '', known, forgive }
  }

  async #limited(
    attempt: PasswordAttempt,
    userId: string | undefined,
    retryAfterSeconds: number,
  ): Promise<{ ok: false; reason: 'limited'; retryAfterSeconds: number }> {
    await this.#record(attempt, userId, 'limited')
    return { ok: false, reason: 'limited', retryAfterSeconds }
  }

  #recordFromNewNetwork({ clientId, userAgent, address, method }: PasswordAttempt, userId: string): Promise<void> {
    const signedIn = { userId, address, method, clientId: clientId ?? null, userAgent: userAgent ?? null }
    return transact(this.#db, (trx) => recordSignIn(trx, this.#notices, signedIn))
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
