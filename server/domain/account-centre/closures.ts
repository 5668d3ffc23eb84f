import { saveAuditEvent } from '../../db/queries/audit.ts'
import { lockRoleGroupNamed } from '../../db/queries/role-groups.ts'
import { signOutUser } from '../../db/queries/sign-out.ts'
import { closeUser, lockClosedUsers } from '../../db/queries/user-closures.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { refuse } from '../failure.ts'
import { superAdministrator } from '../role-groups/authority.ts'
import { keepSuperAdministrator } from '../role-groups/last-super-administrator.ts'
import { eraseUsers } from '../users/deletion.ts'

/** Accounts that their owners close. */
export class AccountClosures {
  readonly #db: Db
  readonly #graceDays: number

  /** @param graceDays how long whoever signs in again keeps the account */
  constructor(db: Db, graceDays: number) {
    this.#db = db
    this.#graceDays = graceDays
  }

  /** How many days there are for second thoughts. */
  get graceDays(): number {
    return this.#graceDays
  }

  /**
   * Signs a person out everywhere and sets the time when the account is erased. Six statements, seven for a super administrator.
   * @returns that time
   * @throws Failure last_super_administrator
   */
  close(by: Actor, userId: string): Promise<Date> {
    return transact(this.#db, async (trx) => {
      await keepSuperAdministrator(trx, [userId])
      const closesAt = (await closeUser(trx, userId, this.#graceDays)) ?? refuse('account_gone')
      await signOutUser(trx, userId)
      await saveAuditEvent(trx, by, 'user.closed', { type: 'user', id: userId })
      return closesAt
    })
  }

  /**
   * Erases accounts whose time is up, at most `batch` of them. Whoever signs in at that moment either has the account back before, or
   * has none. Nine statements.
   * @returns how many
   */
  eraseDue(batch: number): Promise<number> {
    return transact(this.#db, async (trx) => {
      // As whoever disables somebody does: the role group first, then the user.
      await lockRoleGroupNamed(trx, superAdministrator)
      const due = await lockClosedUsers(trx, batch)
      return due.length === 0 ? 0 : (await eraseUsers(trx, {}, due)).length
    })
  }
}
