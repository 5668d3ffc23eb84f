import { saveAuditEvent } from '../../db/queries/audit.ts'
import { insertMemberships } from '../../db/queries/memberships.ts'
import { signOutUser } from '../../db/queries/sign-out.ts'
import { findModificationCounts, type UserChange, updateUser } from '../../db/queries/user-changes.ts'
import {
  type DirectoryUser,
  findDirectoryUser,
  findDirectoryUserByName,
  listUserIds,
  listUsers,
  type UserListFilter,
} from '../../db/queries/user-lists.ts'
import { findUser, findUsers, findUsersByKeys, type KeyedUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { Failure, refuse } from '../failure.ts'
import { isGuid } from '../guid.ts'
import type { Notices } from '../messages/notices.ts'
import type { Organizations } from '../organizations/organizations.ts'
import { type Placement, placesOf } from '../organizations/placement.ts'
import { type Listed, PageEnds, type Slice } from '../paging.ts'
import { Passwords } from '../passwords/passwords.ts'
import { keepSuperAdministrator } from '../role-groups/last-super-administrator.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'
import { auditedChange } from './audited.ts'
import { type BulkChange, changeUsers, type UserBulkEdit } from './bulk-changes.ts'
import { type Creation, createUsers, findHolders, hashAll, insertDrafts, refusalOf } from './creation.ts'
import { draftOf, type NewUser } from './draft.ts'
import { judgeEdit, type UserEdit } from './edit.ts'
import { lookUpUsers, type UserLookup } from './lookup.ts'
import { refuseForeignContact } from './own-name.ts'

export type { DirectoryUser } from '../../db/queries/user-lists.ts'
export type { User } from '../../db/queries/users.ts'

/** How often people may change their own user name: others know them by it, and a name that was given up is free for anybody. */
const ownNameChanges = 3

const taken = conflict({
  users_user_name: 'user_name_taken',
  users_user_name_key: 'user_name_taken',
  users_phone: 'phone_taken',
  users_phone_key: 'phone_taken',
  users_email: 'email_taken',
  users_email_key: 'email_taken',
})

/** The organization has been deleted since it was found. */
const displaced = conflict({ memberships_organization_id_fkey: 'organization_not_found' })

/** The people of the platform, for both faces. */
export class Users {
  readonly #db: Db
  readonly #organizations: Organizations
  readonly #notices: Notices | undefined
  readonly #passwords: Passwords
  readonly #ends = new PageEnds()

  /** @param notices who tells owners what was done; commands and the demo data tell nobody */
  constructor(db: Db, organizations: Organizations, notices?: Notices, passwords = new Passwords(db, 0, notices)) {
    this.#db = db
    this.#organizations = organizations
    this.#notices = notices
    this.#passwords = passwords
  }

  /** The user with that GUID. One statement. @throws Failure user_not_found */
  async get(id: string): Promise<User> {
    return (await findUser(this.#db, id)) ?? refuse('user_not_found')
  }

  /** The users with these GUIDs, by GUID; who does not exist is missing. One statement. */
  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, User>> {
    return new Map((await findUsers(this.#db, ids)).map((user) => [user.id, user]))
  }

  /** The users that are meant, one for each look-up in its place; undefined where there is none. One statement. */
  lookUp(lookups: readonly UserLookup[]): Promise<(User | undefined)[]> {
    return lookUpUsers(this.#db, lookups)
  }

  /**
   * Changes a user and counts what changed; of another number or address the owner is told. Whoever changes their own user name may
   * do so `ownNameChanges` times. Four statements, and two a message.
   * @throws Failure user_not_found, modification_limit_reached, user_name_taken, phone_taken, email_taken, or a kind of `judgeEdit`
   */
  async change(by: Actor, id: string, edit: UserEdit): Promise<User> {
    const change = judgeEdit(edit)
    return transact(this.#db, (trx) => this.changeWithin(trx, by, id, change))
  }

  /**
   * The same for a change that was judged before, such as of a number that was proven, within the transaction that proves it.
   * @param before the user as it was, for the audit to tell what was and is
   * @throws Failure user_not_found, modification_limit_reached, user_name_taken, phone_taken, email_taken,
   * last_super_administrator
   */
  async changeWithin(trx: Db, by: Actor, id: string, change: UserChange, before?: User): Promise<User> {
    if (change.accountState !== undefined && change.accountState !== 'Normal') await keepSuperAdministrator(trx, [id])
    const { changes, former, ...user } =
      (await updateUser(trx, id, change).catch(taken)) ?? refuse(by.userId === id ? 'account_gone' : 'user_not_found')
    const changed = Object.keys(changes).sort()
    // The row is locked and the change counted: of any number at once each sees another count.
    if (by.userId === id && (changes.userName ?? 0) > ownNameChanges) refuse('modification_limit_reached')
    if (by.userId === id && changes.userName !== undefined) refuseForeignContact(user)
    const details = before ? auditedChange(before, user, changed) : { changed }
    if (changed.length > 0) await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id }, details)
    await this.#notices?.contactChanged(trx, user, former, changed)
    return user
  }

  /** Changes users, each for itself; see `changeUsers`. */
  changeMany(by: Actor, edits: readonly UserBulkEdit[]): Promise<BulkChange[]> {
    return changeUsers(this.#db, by, edits)
  }

  /** Creates users, each for itself; see `createUsers`. */
  create(by: Actor, users: readonly NewUser[]): Promise<Creation[]> {
    return createUsers(this.#db, by, users)
  }

  /**
   * Creates one user in its organizations. The display name is the user name when there is none, and the password must be
   * changed unless told otherwise. Eight statements at most.
   * @param placement where; nothing of it means the first root organization, if there is one
   * @throws Failure name_invalid, phone_invalid, user_name_taken, phone_taken, email_taken, email_invalid, organization_not_found, list_invalid,
   * or a kind of `passwordFault`
   */
  async createOne(by: Actor, user: NewUser, placement: Placement = {}): Promise<User> {
    const draft = draftOf({
      ...user,
      displayName: user.displayName || user.userName,
      mustChangePassword: user.mustChangePassword ?? true,
    })
    if (draft instanceof Failure) throw draft
    const places = await placesOf(this.#db, placement)
    const hashes = await hashAll([draft])
    return transact(this.#db, async (trx) => {
      const [created] = await insertDrafts(trx, by, [draft], hashes)
      if (!created) throw refusalOf(draft, await findHolders(trx, [draft])).failure
      if (places.length > 0) {
        const memberships = places.map((place) => ({ ...place, userId: created.id }))
        await insertMemberships(trx, memberships).catch(displaced)
      }
      return created
    })
  }

  /** The GUIDs of all users, the oldest first. One statement. */
  list(slice: Slice): Promise<Listed<string>> {
    return this.#ends.read('ids', slice, (rows, after) => listUserIds(this.#db, rows, after))
  }

  /**
   * Users with their organizations, the oldest first. One statement, one more for a page without rows, and one for the
   * organization whose users are asked for.
   * @throws Failure organization_not_found
   */
  async listDirectory(filter: UserListFilter, slice: Slice): Promise<Listed<DirectoryUser>> {
    if (filter.organizationId !== undefined) await this.#organizations.get(filter.organizationId)
    const list = `users ${JSON.stringify(filter)}`
    return this.#ends.read(list, slice, (rows, after) => listUsers(this.#db, filter, rows, after))
  }

  /** The user of that user name, with organizations. One statement. @throws Failure user_not_found */
  async getDirectoryUserNamed(userName: string): Promise<DirectoryUser> {
    return (await findDirectoryUserByName(this.#db, canonicalName(userName))) ?? refuse('user_not_found')
  }

  /** The user with that id, with organizations. One statement. @throws Failure user_not_found */
  async getDirectoryUser(id: string): Promise<DirectoryUser> {
    return (isGuid(id) && (await findDirectoryUser(this.#db, id))) || refuse('user_not_found')
  }

  /**
   * The user with that id, user name, mail address or phone number, as people write them. One statement. Of several, a name that
   * is somebody else's number say, the owner of the number or address is meant.
   * @throws Failure user_not_found
   */
  async find(text: string): Promise<User> {
    const number = parsePhone(text, undefined)
    const phone = number && canonicalPhone(number)
    const name = canonicalName(text)
    const found = await findUsersByKeys(this.#db, { userNames: [name], emails: [name], phones: phone ? [phone] : [] })
    const rank = ({ phoneKey, emailKey }: KeyedUser) => (phone !== undefined && phoneKey === phone) || emailKey === name
    const user = found.find(rank) ?? found[0] ?? (isGuid(text) ? await findUser(this.#db, text) : undefined)
    return user ?? refuse('user_not_found')
  }

  /**
   * Lets a user in or keeps them out; whoever is kept out is signed out everywhere. Eight statements, nine for a super administrator.
   * @throws Failure user_not_found, last_super_administrator
   */
  setEnabled(by: Actor, id: string, enabled: boolean): Promise<User> {
    return transact(this.#db, async (trx) => {
      if (!enabled) await keepSuperAdministrator(trx, [id])
      return this.setEnabledWithin(trx, by, id, enabled)
    })
  }

  /** The same within a transaction that has decided on it. @throws Failure user_not_found */
  async setEnabledWithin(trx: Db, by: Actor, id: string, enabled: boolean): Promise<User> {
    const change = { accountState: enabled ? 'Normal' : 'Disabled' } as const
    const { changes, former: _, ...user } = (await updateUser(trx, id, change)) ?? refuse('user_not_found')
    if (!enabled) await signOutUser(trx, id)
    if (Object.keys(changes).length > 0) {
      await saveAuditEvent(trx, by, enabled ? 'user.enabled' : 'user.disabled', { type: 'user', id })
    }
    return user
  }

  /**
   * Gives a user another password, and signs them out everywhere: who knew the old one is not let on,
   * and the owner is told. Seven statements, and two for the message.
   * @throws Failure user_not_found, or a kind of `passwordFault`
   */
  async setPassword(by: Actor, id: string, password: string, mustChange: boolean): Promise<void> {
    await this.#passwords.change(by, await this.get(id), password, { mustChange })
  }

  /** How often each field of a user was changed, by the field's name; what never was is missing. One statement. */
  modificationCounts(id: string): Promise<ReadonlyMap<string, number>> {
    return findModificationCounts(this.#db, id)
  }
}
