import { findDepartmentChains } from '../../db/queries/department-chains.ts'
import type { Db } from '../../db/schema.ts'
import type { Logger } from '../../log/log.ts'
import { refuse } from '../failure.ts'

/** The departments above a user in one enterprise. */
export interface UserDepartments {
  readonly enterprise: { readonly id: string; readonly name: string }
  /** From the top to the user; nothing where the user is in the enterprise itself. */
  readonly departments: readonly string[]
  readonly isPrimary: boolean
}

/** As many as the contract has room for. */
const most = { memberships: 100, departments: 50 }

/** Where users are in the tree of organizations. */
export class DepartmentChains {
  readonly #db: Db
  readonly #log: Logger

  constructor(db: Db, log: Logger) {
    this.#db = db
    this.#log = log
  }

  /**
   * The departments of a user, one chain a membership, the primary one first; of a longer chain those next to the user. A circle
   * in the tree ends the chain, and whoever runs the platform is told. One statement.
   * @throws Failure user_not_found
   */
  async of(userId: string): Promise<UserDepartments[]> {
    const chains = (await findDepartmentChains(this.#db, userId, most.memberships)) ?? refuse('user_not_found')
    return chains.map(({ ids: [id = ''], names: [name = '', ...departments], isPrimary, isCircular }) => {
      if (isCircular) this.#log.error({ organization: id }, 'an organization is above itself')
      return { enterprise: { id, name }, departments: departments.slice(-most.departments), isPrimary }
    })
  }
}
