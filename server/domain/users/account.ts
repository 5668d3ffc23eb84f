import { findUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'

/** People's accounts, by their GUID. */
export class Accounts {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * The account with that GUID if its owner may sign in; undefined when there is none or it is disabled or locked.
   * One statement.
   */
  async findActive(guid: string): Promise<User | undefined> {
    const user = await findUser(this.#db, guid)
    return user?.accountState === 'Normal' ? user : undefined
  }
}
