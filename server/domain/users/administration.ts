import { saveAuditEvent } from '../../db/queries/audit.ts'
import { lockExternalLogins } from '../../db/queries/external-logins.ts'
import { setMustChange } from '../../db/queries/password-credentials.ts'
import { lockRoleGroupNamed } from '../../db/queries/role-groups.ts'
import { signOutUser } from '../../db/queries/sign-out.ts'
import type { UserChange } from '../../db/queries/user-changes.ts'
import { findUserStanding, lockUser, type UserStanding } from '../../db/queries/user-standing.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { ExternalLogins } from '../external-logins/external-logins.ts'
import { Failure, type FailureKind, refuse } from '../failure.ts'
import { refuseField } from '../field.ts'
import type { Notices } from '../messages/notices.ts'
import type { Passwords } from '../passwords/passwords.ts'
import { type Administrator, mayEditUser, superAdministrator } from '../role-groups/authority.ts'
import { judgeEdit, judgeMailAddress, type UserEdit } from './edit.ts'
import type { Users } from './users.ts'

/** What administrators change of how somebody signs in. */
export interface SecurityEdit extends Pick<UserEdit, 'userName' | 'itc' | 'phone' | 'accountState'> {
  readonly email?: string | undefined
  readonly password?: string | undefined
  /** With a password true unless told otherwise; without one it is about the password that there is. */
  readonly mustChangePassword?: boolean | undefined
}

/** What is taken off an account. */
export type Binding =
  | { readonly type: 'phone' | 'email' }
  | { readonly type: 'external'; readonly provider: string; readonly externalId: string | undefined }

/** Does a change of a user who is held. @returns the user as it is then */
type Work = (trx: Db, user: User, standing: UserStanding) => Promise<User>

/** Refusals of somebody who tried to do what they may not. */
const attempts: ReadonlySet<FailureKind> = new Set(['access_denied', 'user_outranks', 'last_super_administrator'])

/** What administrators do to the accounts of others. All throw Failure user_not_found, user_outranks. */
export class UserAdministration {
  readonly #db: Db
  readonly #users: Users
  readonly #passwords: Passwords
  readonly #externalLogins: ExternalLogins
  readonly #notices: Notices

  constructor(parts: {
    db: Db
    users: Users
    passwords: Passwords
    externalLogins: ExternalLogins
    notices: Notices
  }) {
    this.#db = parts.db
    this.#users = parts.users
    this.#passwords = parts.passwords
    this.#externalLogins = parts.externalLogins
    this.#notices = parts.notices
  }

  /** Changes what is given of somebody's details. Six statements. @throws Failure, a kind of `judgeEdit` */
  async editDetails(by: Administrator, id: string, edit: UserEdit): Promise<User> {
    const change = judgeEdit(edit)
    return this.#attempt(by, id, 'details', () =>
      this.#hold(by, id, (trx, user) => this.#users.changeWithin(trx, by, user.id, change, user)),
    )
  }

  /**
   * Changes what is given of how somebody signs in. Who gets another password or is kept out is signed out everywhere. Six
   * statements; three more for who is kept out and three to sign them out, seven for a password, two a message.
   * @throws Failure access_denied, last_super_administrator, user_name_taken, phone_taken, email_taken, email_invalid,
   * field_invalid, or a kind of `judgeEdit` or `Passwords.prepare`
   */
  async editSecurity(by: Administrator, id: string, given: SecurityEdit): Promise<User> {
    const { password, mustChangePassword, email, ...edit } = given
    const change = judgeEdit({ ...edit, ...(email !== undefined && { email: judgeMailAddress(email) }) })
    const keepsOut = change.accountState !== undefined && change.accountState !== 'Normal'
    return this.#attempt(by, id, 'security', async () => {
      mayNotBeOneself(by, id)
      const hash = password === undefined ? undefined : await this.#prepare(by, id, change, password)
      const work: Work = async (trx, before, standing) => {
        const user = isEmpty(change) ? before : await this.#users.changeWithin(trx, by, before.id, change, before)
        if (hash !== undefined) {
          await this.#passwords.set(trx, by, user, hash, { mustChange: mustChangePassword ?? true })
        } else if (mustChangePassword !== undefined) {
          await demandChange(trx, by, user, standing, mustChangePassword)
        }
        if (keepsOut && hash === undefined) await signOutUser(trx, user.id)
        return user
      }
      // Two who keep each other out at once would each see the other one left.
      return this.#hold(by, id, work, keepsOut ? (trx) => lockRoleGroupNamed(trx, superAdministrator) : undefined)
    })
  }

  /**
   * Takes a number, an address or logins at a provider off somebody, never the last way to sign in. Six statements, two a
   * message; nine for logins. The owner is told.
   * @throws Failure access_denied, contact_not_bound, external_login_not_found, last_sign_in_method
   */
  unbind(by: Administrator, id: string, binding: Binding): Promise<User> {
    return this.#attempt(by, id, 'unbind', async () => {
      mayNotBeOneself(by, id)
      if (binding.type !== 'external') return this.#hold(by, id, this.#withoutContact(by, binding.type))
      const work: Work = async (trx, user) => {
        await this.#externalLogins.removeWithin(trx, by, user.id, binding)
        await this.#notices.loginRemoved(trx, user)
        return user
      }
      return this.#hold(by, id, work, lockExternalLogins)
    })
  }

  #withoutContact(by: Administrator, type: 'phone' | 'email'): Work {
    return async (trx, user, { hasPassword, hasExternalLogins }) => {
      const other = type === 'phone' ? user.email : user.phone
      if (user[type] === null) refuse('contact_not_bound')
      if (!hasPassword && !hasExternalLogins && other === null) refuse('last_sign_in_method')
      return this.#users.changeWithin(trx, by, user.id, judgeEdit({ [type]: null }), user)
    }
  }

  /** Judges a password by the names that its owner will have. Who may not set it learns nothing of former ones. */
  async #prepare(by: Administrator, id: string, change: UserChange, password: string): Promise<string> {
    const user = await this.#users.get(id)
    mayEditUser(by, user.id, await findUserStanding(this.#db, user.id))
    const { userName = user.userName, itc = user.itc, phone = user.phone, email = user.email } = change
    return this.#passwords.prepare({ ...user, userName, itc, phone, email }, password)
  }

  /** @param first what has to be held before the user, so that nobody waits in a circle */
  #hold(by: Administrator, id: string, work: Work, first?: (trx: Db) => Promise<unknown>): Promise<User> {
    return transact(this.#db, async (trx) => {
      await first?.(trx)
      const user = (await lockUser(trx, id)) ?? refuse('user_not_found')
      const standing = await findUserStanding(trx, user.id)
      mayEditUser(by, user.id, standing)
      return work(trx, user, standing)
    })
  }

  async #attempt(by: Administrator, id: string, attempt: string, work: () => Promise<User>): Promise<User> {
    try {
      return await work()
    } catch (error) {
      // The transaction is over, with all that was tried in it; that it was tried is kept.
      if (error instanceof Failure && attempts.has(error.kind)) {
        const details = { attempt, reason: error.kind }
        await saveAuditEvent(this.#db, by, 'user.change_refused', { type: 'user', id: id.toLowerCase() }, details)
      }
      throw error
    }
  }
}

/** People change how they sign in themselves where they prove who they are: a stolen token must not get around that. */
function mayNotBeOneself(by: Administrator, id: string): void {
  if (by.userId === id.toLowerCase()) refuse('access_denied')
}

async function demandChange(
  trx: Db,
  by: Administrator,
  { id }: User,
  { hasPassword }: UserStanding,
  demanded: boolean,
) {
  if (!hasPassword) refuseField('/mustChangePassword', 'is for users who have a password')
  if (!(await setMustChange(trx, id, demanded))) return
  const values = { before: { mustChangePassword: !demanded }, after: { mustChangePassword: demanded } }
  await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id }, { changed: ['mustChangePassword'], ...values })
}

const isEmpty = (change: UserChange) => Object.values(change).every((value) => value === undefined)
