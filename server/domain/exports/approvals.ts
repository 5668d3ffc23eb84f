import { saveAuditEvent } from '../../db/queries/audit.ts'
import { listUserExports, lockUserExport, moveUserExport, type UserExport } from '../../db/queries/user-exports.ts'
import { findUserStanding } from '../../db/queries/user-standing.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure, refuse } from '../failure.ts'
import type { Jobs } from '../jobs.ts'
import type { Listed, Slice } from '../paging.ts'
import { superAdministrator } from '../role-groups/authority.ts'
import { lifetime } from './limits.ts'
import { exportQueue } from './making.ts'
import { statesBefore } from './states.ts'

/** Decisions on exports that await approval. */
export class ExportApprovals {
  readonly #db: Db
  readonly #jobs: Jobs

  constructor(db: Db, jobs: Jobs) {
    this.#db = db
    this.#jobs = jobs
  }

  /** Exports, the newest first. One statement. */
  list(awaiting: boolean, slice: Slice): Promise<Listed<UserExport>> {
    return listUserExports(this.#db, awaiting ? { state: 'awaiting_approval' } : {}, slice)
  }

  /**
   * Approves an export, whose file is then made, or refuses it. Eight statements.
   * @param user who decides: a super administrator who may sign in, and did not apply for it
   * @throws Failure export_not_found, access_denied, conflict when it awaits no approval
   */
  async decide(user: User, id: string, approved: boolean): Promise<void> {
    const by = { userId: user.id }
    const subject = { type: 'user_export', id: id.toLowerCase() } as const
    const denied = await transact(this.#db, async (trx) => {
      const { creatorId } = (await lockUserExport(trx, id, undefined)) ?? refuse('export_not_found')
      const { roles } = await findUserStanding(trx, user.id)
      if (creatorId === user.id || user.accountState !== 'Normal' || !roles.includes(superAdministrator)) {
        await saveAuditEvent(trx, by, 'user_export.decision_refused', subject, { reason: 'access_denied' })
        return true
      }
      const to = approved ? 'pending' : 'refused'
      const moved = await moveUserExport(trx, id, { to, from: statesBefore(to) }, { seconds: lifetime })
      if (!moved) refuse('conflict')
      await saveAuditEvent(trx, by, `user_export.${approved ? 'approved' : 'refused'}`, subject)
      if (approved) await this.#jobs.send(trx, exportQueue, { id })
      return false
    })
    if (denied) throw new Failure('access_denied')
  }
}
