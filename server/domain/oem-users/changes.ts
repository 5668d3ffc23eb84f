import { saveAuditEvents } from '../../db/queries/audit.ts'
import { findOemUsers } from '../../db/queries/oem-users.ts'
import { replacePasswords } from '../../db/queries/password-credentials.ts'
import { signOutUsers } from '../../db/queries/sign-out.ts'
import type { UserBulkChange } from '../../db/queries/user-bulk-changes.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure } from '../failure.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { passwordFault } from '../passwords/rules.ts'
import { mergedChange, writeChanges } from '../users/bulk-changes.ts'
import { judgedEdit } from '../users/edit.ts'
import type { OemActor, OemResult } from './results.ts'

/** What an OEM client changes of one of its users. */
export interface OemUserEdit {
  readonly guid: string
  /** Null for the user name. */
  readonly displayName?: string | null | undefined
  readonly password?: string | undefined
  readonly preferredLanguage?: string | null | undefined
}

/** What becomes of one user by all that the list says of it. */
interface Plan {
  readonly change: UserBulkChange
  readonly password: string | undefined
}

/**
 * Changes users of the client, each for itself: one edit that fails leaves the others alone, and is not made in part. Who is in
 * the list twice is changed once, by both edits, the later over the earlier. Whoever gets another password is signed out
 * everywhere. Ten statements, whatever the number of users.
 * @returns one result per edit, in their order; with a failure, the user as it stays
 */
export async function changeOemUsers(db: Db, by: OemActor, edits: readonly OemUserEdit[]): Promise<OemResult[]> {
  const ids = edits.map(({ guid }) => guid.toLowerCase())
  const own = new Map((await findOemUsers(db, by.clientId, ids)).map((user) => [user.id, user]))
  const plans = new Map<string, Plan>()
  const failures = edits.map((edit, index) => {
    const id = ids[index] ?? ''
    const user = own.get(id)
    if (!user) return new Failure('user_not_found')
    const plan = planOf(user, edit)
    if (plan instanceof Failure) return plan
    const earlier = plans.get(id)
    plans.set(id, {
      change: mergedChange(earlier?.change, plan.change),
      password: plan.password ?? earlier?.password,
    })
    return null
  })
  const users = await write(db, by, plans)
  return ids.map((id, index) => {
    const user = users.get(id) ?? own.get(id) ?? null
    const failure = failures[index] ?? (users.has(id) ? null : new Failure('user_not_found'))
    if (failure) return { failure, user: failure.kind === 'user_not_found' ? null : user }
    return user ? { failure, user } : { failure: new Failure('user_not_found'), user }
  })
}

function planOf(user: User, { displayName, password, preferredLanguage }: OemUserEdit): Plan | Failure {
  const change = judgedEdit({ displayName: displayName === null ? user.userName : displayName, preferredLanguage })
  if (change instanceof Failure) return change
  const fault = password === undefined ? undefined : passwordFault(password, user)
  return fault ?? { change, password }
}

/** @returns the users as they are now; who is gone meanwhile is missing */
async function write(db: Db, by: OemActor, plans: ReadonlyMap<string, Plan>): Promise<ReadonlyMap<string, User>> {
  const hashes = new Map<string, string>()
  // One after the other: a long list takes one place in the gate's queue and leaves the others to who signs in.
  for (const [id, { password }] of plans) if (password !== undefined) hashes.set(id, await hashPassword(password))
  if (plans.size === 0) return new Map()
  return transact(db, async (trx) => {
    const changes = new Map([...plans].map(([id, { change }]) => [id, change]))
    const users = await writeChanges(trx, by, changes, by.clientId)
    const passwords = [...hashes].filter(([userId]) => users.has(userId)).map(([userId, hash]) => ({ userId, hash }))
    if (passwords.length === 0) return users
    const changed = passwords.map(({ userId }) => userId)
    await replacePasswords(trx, passwords)
    await signOutUsers(trx, changed)
    const events = changed.map((id) => ({ subject: { type: 'user', id } as const }))
    await saveAuditEvents(trx, by, 'user.password_set', events)
    return users
  })
}
