import { saveAuditEvent } from '../../db/queries/audit.ts'
import { placeUser } from '../../db/queries/memberships.ts'
import { findPasswordHashes, lockPasswordHash, setMustChange } from '../../db/queries/password-credentials.ts'
import { findUserStanding, lockUser } from '../../db/queries/user-standing.ts'
import { findUser, type User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { Failure, refuse } from '../failure.ts'
import { isGuid } from '../guid.ts'
import { type Placement, placesOf } from '../organizations/placement.ts'
import { verifyPassword } from '../passwords/hashing.ts'
import { type Passwords, refuseSame } from '../passwords/passwords.ts'
import { Guesses } from '../sign-in/guesses.ts'
import type { Limit } from '../sign-in/throttle.ts'
import { eraseUsers } from './deletion.ts'
import { judgeEdit, judgeMailAddress, type UserEdit } from './edit.ts'
import type { Users } from './users.ts'

/** What an application changes of a user; what is left out stays as it is. */
export interface ProvisionedEdit {
  readonly edit: UserEdit
  readonly placement: Placement
  readonly mustChangePassword?: boolean | undefined
}

/** How many wrong old passwords of a person are taken. */
export const oldPasswordLimits = { person: { attempts: 10, seconds: 15 * 60 } } as const satisfies Record<string, Limit>

const displaced = conflict({
  memberships_organization_id_fkey: 'organization_not_found',
  memberships_primary: 'conflict',
})

/** How a user signs in. */
const signInFields = ['userName', 'phone', 'email'] as const

/**
 * What applications do to users. Whoever has a role in the back office has authority that no application was given: how they sign
 * in, and whether, is not an application's to decide. All throw Failure user_not_found; those who change that, user_outranks.
 */
export class UserProvisioning {
  readonly #db: Db
  readonly #users: Users
  readonly #passwords: Passwords
  readonly #guesses: Guesses<keyof typeof oldPasswordLimits>

  constructor(parts: { db: Db; users: Users; passwords: Passwords }) {
    this.#db = parts.db
    this.#users = parts.users
    this.#passwords = parts.passwords
    this.#guesses = new Guesses(parts.db, 'old-password', oldPasswordLimits)
  }

  /**
   * Changes what is given of a user, and where the user belongs: with an organization alone the user moves there from the primary one,
   * a list is all organizations from then on. Five statements, one more each for how they sign in and for what must be changed at
   * the next sign-in, three for organizations, one each for the audit of these and of the rest, two a message.
   * @throws Failure list_invalid, organization_not_found, user_name_taken, phone_taken, email_taken, email_invalid, or a kind of
   * `judgeEdit`
   */
  async change(by: Actor, id: string, { edit, placement, mustChangePassword }: ProvisionedEdit): Promise<void> {
    const change = judgeEdit({ ...edit, email: edit.email && judgeMailAddress(edit.email) })
    const isPlaced = placement.primaryCode || placement.relations
    const places = isPlaced ? await placesOf(this.#db, placement) : []
    await transact(this.#db, async (trx) => {
      const before = await holdUser(trx, id)
      const signsIn = mustChangePassword !== undefined || signInFields.some((field) => change[field] !== undefined)
      if (signsIn) await refuseAuthority(trx, before.id)
      await this.#users.changeWithin(trx, by, before.id, change, before)
      const changed: string[] = []
      if (places.length > 0) {
        const count = await placeUser(trx, before.id, places, placement.relations ? 'go' : 'stay').catch(displaced)
        if (count > 0) changed.push('organizations')
      }
      if (mustChangePassword !== undefined && (await setMustChange(trx, before.id, mustChangePassword))) {
        changed.push('mustChangePassword')
      }
      if (changed.length === 0) return
      await saveAuditEvent(trx, by, 'user.changed', { type: 'user', id: before.id }, { changed })
    })
  }

  /** Erases a user; see `eraseUsers`. Eleven statements. */
  async remove(by: Actor, id: string): Promise<void> {
    await transact(this.#db, async (trx) => {
      const user = await holdUser(trx, id)
      await refuseAuthority(trx, user.id)
      await eraseUsers(trx, by, [user.id])
    })
  }

  /** Lets a user in or keeps them out at once, everywhere. Nine statements; four when nothing is another than before. */
  async setEnabled(by: Actor, id: string, enabled: boolean): Promise<void> {
    await transact(this.#db, async (trx) => {
      const user = await holdUser(trx, id)
      await refuseAuthority(trx, user.id)
      if (user.accountState !== (enabled ? 'Normal' : 'Disabled')) {
        await this.#users.setEnabledWithin(trx, by, user.id, enabled)
      }
    })
  }

  /**
   * Gives a user another password; who knew the old one is let on nowhere. Eleven statements, and two for the message.
   * @throws Failure, a kind of `Passwords.prepare`
   */
  async setPassword(by: Actor, id: string, password: string, mustChange: boolean): Promise<void> {
    const user = await this.#get(id)
    await refuseAuthority(this.#db, user.id)
    const hash = await this.#passwords.prepare(user, password)
    await transact(this.#db, async (trx) => {
      const held = await holdUser(trx, user.id)
      await refuseAuthority(trx, held.id)
      await this.#passwords.set(trx, by, held, hash, { mustChange })
    })
  }

  /**
   * The same for whoever brings the old password. Of several at once with the same one the first is served. 13 statements, and two
   * for the message.
   * @throws Failure old_password_wrong, password_used_before, too_many_requests, or a kind of `Passwords.prepare`
   */
  async replacePassword(by: Actor, id: string, former: string, password: string): Promise<void> {
    const user = await this.#get(id)
    const proven = await this.#prove(by, user, former)
    refuseSame(former, password)
    const hash = await this.#passwords.prepare(user, password)
    await transact(this.#db, async (trx) => {
      const held = await holdUser(trx, user.id)
      if ((await lockPasswordHash(trx, held.id)) !== proven) refuse('old_password_wrong')
      await this.#passwords.set(trx, by, held, hash)
    })
  }

  /** @returns the hash of the password that was right */
  async #prove(by: Actor, { id }: User, password: string): Promise<string> {
    const place = await this.#guesses.enter({ person: id })
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    let failed = false
    try {
      const [hash] = await findPasswordHashes(this.#db, id, 0)
      failed = !(await verifyPassword(hash, password, { lane: by.clientId ?? '', known: true }))
      return failed || hash === undefined ? refuse('old_password_wrong') : hash
    } finally {
      await place.settle({ failed, forgive: failed ? [] : ['person'] })
    }
  }

  async #get(id: string): Promise<User> {
    return (isGuid(id) && (await findUser(this.#db, id))) || refuse('user_not_found')
  }
}

async function holdUser(trx: Db, id: string): Promise<User> {
  return (isGuid(id) && (await lockUser(trx, id))) || refuse('user_not_found')
}

async function refuseAuthority(db: Db, id: string): Promise<void> {
  const { roles, managesRoleGroups } = await findUserStanding(db, id)
  if (roles.length > 0 || managesRoleGroups) refuse('user_outranks')
}
