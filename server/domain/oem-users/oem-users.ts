import { findOemUsers, listOemUsers } from '../../db/queries/oem-users.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure } from '../failure.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { eraseUsers } from '../users/deletion.ts'
import { changeOemUsers, type OemUserEdit } from './changes.ts'
import { type NewOemUser, registerOemUsers } from './registration.ts'
import type { OemActor, OemResult } from './results.ts'

/** The users that OEM clients registered: each sees and touches its own, others are nobody to it. */
export class OemUsers {
  readonly #db: Db
  readonly #ends = new PageEnds()

  constructor(db: Db) {
    this.#db = db
  }

  /** The client's users, the oldest first. Two statements at most. */
  list(clientId: string, slice: Slice): Promise<Listed<User>> {
    return this.#ends.read(clientId, slice, (rows, after, total) =>
      listOemUsers(this.#db, clientId, rows, after, total),
    )
  }

  /** Registers users, each for itself; see `registerOemUsers`. */
  register(by: OemActor, users: readonly NewOemUser[]): Promise<OemResult[]> {
    return registerOemUsers(this.#db, by, users)
  }

  /** Changes users, each for itself; see `changeOemUsers`. */
  change(by: OemActor, edits: readonly OemUserEdit[]): Promise<OemResult[]> {
    return changeOemUsers(this.#db, by, edits)
  }

  /**
   * Deletes users, see `eraseUsers`; who is in the list twice is gone the second time. Nine statements, whatever the number.
   * @returns one result per GUID, in their order, with the user as it was
   */
  async delete(by: OemActor, ids: readonly string[]): Promise<OemResult[]> {
    const erased = await transact(this.#db, async (trx) => {
      const own = await findOemUsers(trx, by.clientId, ids)
      const users =
        own.length === 0
          ? []
          : await eraseUsers(
              trx,
              by,
              own.map(({ id }) => id),
            )
      return new Map(users.map((user) => [user.id, user]))
    })
    return ids.map((id) => {
      const user = erased.get(id.toLowerCase())
      erased.delete(id.toLowerCase())
      return user ? { failure: null, user } : { failure: new Failure('user_not_found'), user: null }
    })
  }
}
