import { findPasswordHashes } from '../../db/queries/password-credentials.ts'
import { proveSession, type SignedIn } from '../../db/queries/user-sessions.ts'
import type { Db } from '../../db/schema.ts'
import { Failure, refuse } from '../failure.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import { Guesses } from '../sign-in/guesses.ts'
import { networkOf } from '../sign-in/network.ts'
import type { Limit } from '../sign-in/throttle.ts'

/** For how many seconds a password that was given lets its person do what needs it. */
const proofSeconds = 5 * 60

/** How many wrong passwords are taken: in one session, which somebody may have found open, and in all of a person's. */
export const proofLimits = {
  session: { attempts: 10, seconds: 15 * 60 },
  person: { attempts: 50, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>

/**
 * Proof that it is still the person of the session who is there (ASVS 5.0, 7.5.1): the password, given in that session not long
 * ago. A change of password, number or address asks for it, and what tells or ends everything.
 */
export class PasswordProofs {
  readonly #db: Db
  readonly #guesses: Guesses<keyof typeof proofLimits>

  constructor(db: Db) {
    this.#db = db
    this.#guesses = new Guesses(db, 'proof', proofLimits)
  }

  /** Whether the password was given in that session lately. */
  isRecent({ provedFor }: Pick<SignedIn, 'provedFor'>): boolean {
    return provedFor !== null && provedFor < proofSeconds
  }

  /** Whether the person has a password to give. One statement. */
  async canProve(userId: string): Promise<boolean> {
    return (await findPasswordHashes(this.#db, userId, 0)).length > 0
  }

  /**
   * Lets on whoever has given the password lately, or gives it now. Four statements, none for a recent proof.
   * @throws Failure proof_missing, old_password_wrong, too_many_requests
   */
  async demand(session: SignedIn, password: string | undefined, address: string): Promise<void> {
    if (this.isRecent(session)) return
    if (!password) refuse('proof_missing')
    const { uid, user } = session
    const place = await this.#guesses.enter({ session: uid, person: user.id })
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    let failed = false
    try {
      const [hash] = await findPasswordHashes(this.#db, user.id, 0)
      failed = !(await verifyPassword(hash, password, { lane: networkOf(address), known: true }))
    } finally {
      await place.settle({ failed, forgive: failed ? [] : ['session'] })
    }
    if (failed) refuse('old_password_wrong')
    await proveSession(this.#db, uid)
  }
}
