import { saveAuditEvent } from '../../db/queries/audit.ts'
import { findPasswordHashes, replacePassword } from '../../db/queries/password-credentials.ts'
import { signOutUser } from '../../db/queries/sign-out.ts'
import { endOtherSessions } from '../../db/queries/user-sessions.ts'
import type { User } from '../../db/queries/users.ts'
import { revokeCodes } from '../../db/queries/verification-codes.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'
import type { Notices } from '../messages/notices.ts'
import { normalizePassword } from '../text/passwords.ts'
import { hashPassword, verifyPassword } from './hashing.ts'
import { passwordFault } from './rules.ts'

/** Whose password it is. */
export type PasswordUser = Pick<
  User,
  'id' | 'userName' | 'displayName' | 'firstName' | 'lastName' | 'itc' | 'phone' | 'email' | 'preferredLanguage'
>

/** How a password is set. */
export interface PasswordSetting {
  readonly mustChange?: boolean | undefined
  /** The session that stays, where its own person changes the password. */
  readonly keptSession?: string | undefined
}

const present = { en: 'not the present one', zh: '不能与当前密码相同' } as const

/** @throws Failure password_used_before where a password would be replaced by itself, typed in another width perhaps */
export function refuseSame(old: string, next: string): void {
  if (normalizePassword(old) === normalizePassword(next)) refuse('password_used_before', [present])
}

/** Passwords of people who have an account. */
export class Passwords {
  readonly #db: Db
  readonly #remembered: number
  readonly #notices: Notices | undefined

  /**
   * @param remembered how many of a person's passwords may not be set again, the present one among them
   * @param notices who tells owners; commands and the demo data tell nobody
   */
  constructor(db: Db, remembered: number, notices?: Notices) {
    this.#db = db
    this.#remembered = remembered
    this.#notices = notices
  }

  /**
   * Judges and hashes a new password. One statement where former passwords count, else none.
   * @param remembered how many may not be set again
   * @throws Failure password_used_before, or a kind of `passwordFault`
   */
  async prepare(user: PasswordUser, password: string, remembered = this.#remembered): Promise<string> {
    const fault = passwordFault(password, user)
    if (fault) throw fault
    if (remembered > 0) {
      const former = { en: `not one of the last ${remembered}`, zh: `不能是最近 ${remembered} 个密码之一` }
      for (const hash of await findPasswordHashes(this.#db, user.id, remembered - 1)) {
        if (await verifyPassword(hash, password))
          refuse('password_used_before', remembered === 1 ? [present] : [former])
      }
    }
    return hashPassword(password)
  }

  /**
   * Sets a password that was prepared, and ends everywhere what was signed in with the former one. Belongs into a transaction. Four
   * statements, and those of the notice.
   */
  async set(trx: Db, by: Actor, user: PasswordUser, hash: string, setting: PasswordSetting = {}): Promise<void> {
    const { id: userId } = user
    const { mustChange = false, keptSession } = setting
    await replacePassword(trx, { userId, hash, mustChange }, Math.max(0, this.#remembered - 1))
    if (keptSession === undefined) await signOutUser(trx, userId)
    else {
      await endOtherSessions(trx, userId, keptSession)
      await revokeCodes(trx, [userId])
    }
    await saveAuditEvent(trx, by, 'user.password_set', { type: 'user', id: userId })
    await this.#notices?.passwordChanged(trx, user)
  }

  /**
   * Gives a person another password. Who knew the old one is let on nowhere. Whoever changes their own takes another one.
   * @throws Failure as `prepare` does
   */
  async change(by: Actor, user: PasswordUser, password: string, setting: PasswordSetting = {}): Promise<void> {
    const isOwn = setting.keptSession !== undefined
    const hash = await this.prepare(user, password, isOwn ? Math.max(1, this.#remembered) : this.#remembered)
    await transact(this.#db, (trx) => this.set(trx, by, user, hash, setting))
  }
}
