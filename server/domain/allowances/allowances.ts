import { deleteAllowance, listAllowances } from '../../db/queries/allowances.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'

/** More than anybody reads; the page says how many are left out. */
const longestList = 100

/** An application of somebody else, with what it may do. */
export interface AllowedApplication {
  readonly clientId: string
  readonly name: string
  readonly nameZh: string | null
  readonly scopes: readonly string[]
}

/** What people have allowed applications to do with their accounts. */
export class Allowances {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** The applications a person has allowed to use the account, by name. One statement. */
  async list(userId: string): Promise<{ applications: AllowedApplication[]; total: number }> {
    const rows = await listAllowances(this.#db, userId, longestList)
    return {
      applications: rows.map(({ scope, total: _total, ...application }) => ({
        ...application,
        scopes: [...new Set(scope?.split(' ').filter(Boolean))],
      })),
      total: rows[0]?.total ?? 0,
    }
  }

  /**
   * Takes back what a person has allowed an application: its refresh tokens are gone, its access tokens are refused from
   * now on. Nothing happens when nothing was allowed. Two statements.
   */
  async takeBack(by: Actor, userId: string, clientId: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      if (!(await deleteAllowance(trx, userId, clientId))) return
      await saveAuditEvent(trx, by, 'grant.revoked', { type: 'user', id: userId }, { client_id: clientId })
    })
  }
}
