import { v7 as newId } from 'uuid'
import {
  type ApplicationAccount,
  type ApplicationAccountWithRoles,
  deleteApplicationAccount,
  findApplicationAccount,
  insertApplicationAccount,
  listAccountsOfUser,
  listApplicationAccounts,
  type UserApplicationAccount,
} from '../../db/queries/application-accounts.ts'
import { holdApplicationSide } from '../../db/queries/application-sides.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { refuse } from '../failure.ts'
import { isGuid } from '../guid.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import {
  type AccountDraft,
  changeAccount,
  hashOf,
  judgeAttributes,
  judgeNames,
  organizationOf,
  refused,
} from './account-changes.ts'
import { type ApplicationActor, ownId, standing } from './own-side.ts'

export type {
  ApplicationAccount,
  ApplicationAccountWithRoles,
  UserApplicationAccount,
} from '../../db/queries/application-accounts.ts'

/** An account of one user, of nobody, or of several. No operation makes others than the first. */
export type AccountKind = 'basic' | 'orphan' | 'public'

/**
 * The accounts that users have in applications. An application manages those in itself: all but `ofUser` throw Failure
 * application_not_found when the application is not the caller's.
 */
export class ApplicationAccounts {
  readonly #db: Db
  readonly #ends = new PageEnds<string>()

  constructor(db: Db) {
    this.#db = db
  }

  /** One of them, with its roles. One statement. @throws Failure application_account_not_found */
  async get(by: ApplicationActor, applicationId: string, id: string): Promise<ApplicationAccountWithRoles> {
    const own = ownId(by, applicationId)
    const found = isGuid(id) && (await findApplicationAccount(this.#db, own, id))
    return found || refuse('application_account_not_found')
  }

  /** All of a kind or all, the oldest first. One statement, two for a page without rows. */
  async list(
    by: ApplicationActor,
    applicationId: string,
    slice: Slice,
    kind: AccountKind = 'basic',
  ): Promise<Listed<ApplicationAccount>> {
    const own = ownId(by, applicationId)
    if (kind !== 'basic') return { total: 0, items: [] }
    return this.#ends.read(own, slice, (rows, after) => listApplicationAccounts(this.#db, own, rows, after))
  }

  /** The accounts of a user in all applications, the oldest first. One statement. @throws Failure user_not_found */
  async ofUser(userId: string): Promise<readonly UserApplicationAccount[]> {
    return (isGuid(userId) && (await listAccountsOfUser(this.#db, userId))) || refuse('user_not_found')
  }

  /**
   * Gives a user an account, named after the user unless told otherwise. Six statements at most.
   * @returns its id
   * @throws Failure application_disabled, user_not_found, application_account_taken, or what `judgeNames`, `judgeAttributes` and
   * `organizationOf` throw
   */
  async create(
    by: ApplicationActor,
    applicationId: string,
    userId: string,
    { organizationCode, password, disabled = false, extension = {}, ...names }: AccountDraft,
  ): Promise<string> {
    const own = ownId(by, applicationId)
    judgeNames(names)
    if (!isGuid(userId)) refuse('user_not_found')
    const passwordHash = (await hashOf(password)) ?? null
    return transact(this.#db, async (trx) => {
      const side = standing(await holdApplicationSide(trx, own))
      if (!side.enabled) refuse('application_disabled')
      judgeAttributes(side, extension)
      const organizationId = (await organizationOf(trx, own, side, organizationCode)) ?? null
      const account = {
        id: newId(),
        applicationId: own,
        userId,
        organizationId,
        accountName: names.accountName ?? null,
        name: names.name ?? null,
        passwordHash,
        disabled,
        extension,
      }
      const inserted = await insertApplicationAccount(trx, account).catch(refused)
      if (!inserted) refuse('user_not_found')
      const subject = { type: 'application_account', id: account.id } as const
      await saveAuditEvent(trx, by, 'application_account.created', subject, { user: userId.toLowerCase() })
      return account.id
    })
  }

  /** Changes what is given, see `changeAccount`. */
  update(by: ApplicationActor, applicationId: string, id: string, edit: AccountDraft): Promise<void> {
    return changeAccount(this.#db, by, ownId(by, applicationId), id, edit)
  }

  /** Removes one, and takes its roles; its user stays. Four statements. @throws Failure application_account_not_found */
  async delete(by: ApplicationActor, applicationId: string, id: string): Promise<void> {
    const own = ownId(by, applicationId)
    await transact(this.#db, async (trx) => {
      const deleted = (isGuid(id) && (await deleteApplicationAccount(trx, own, id))) || undefined
      if (!deleted) return refuse('application_account_not_found')
      const subject = { type: 'application_account', id: id.toLowerCase() } as const
      await saveAuditEvent(trx, by, 'application_account.deleted', subject, { user: deleted.userId })
    })
  }
}
