import { saveAuditEvents } from '../../db/queries/audit.ts'
import { type UserBulkChange, updateUsers } from '../../db/queries/user-bulk-changes.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { Failure } from '../failure.ts'
import { judgedEdit, type UserEdit } from './edit.ts'

/** What is changed of one user of a list. */
export interface UserBulkEdit {
  readonly id: string
  readonly edit: Pick<UserEdit, keyof UserBulkChange>
}

/** What came of one edit of a list: the user as it is now, or why it was not changed. */
export type BulkChange =
  | { readonly failure: null; readonly user: User }
  | { readonly failure: Failure; readonly user: null }

/**
 * Changes users, each for itself: one that fails leaves the others alone. Who is in the list twice is changed once, by both
 * edits, the later over the earlier. Four statements, whatever the number of users.
 * @returns one result per edit, in their order
 */
export async function changeUsers(db: Db, by: Actor, edits: readonly UserBulkEdit[]): Promise<BulkChange[]> {
  const judged = edits.map(({ id, edit }) => ({ id: id.toLowerCase(), change: judgedEdit(edit) }))
  const changes = new Map<string, UserBulkChange>()
  for (const { id, change } of judged) {
    if (!(change instanceof Failure)) changes.set(id, mergedChange(changes.get(id), change))
  }
  const users = await transact(db, (trx) => writeChanges(trx, by, changes))
  return judged.map(({ id, change }) => {
    if (change instanceof Failure) return { failure: change, user: null }
    const user = users.get(id)
    return user ? { failure: null, user } : { failure: new Failure('user_not_found'), user: null }
  })
}

/**
 * Writes changes with an audit event for each user that is another than before. Two statements.
 * @param ownedBy only users of this OEM client
 * @returns the users as they are now, by GUID; who does not exist is missing
 */
export async function writeChanges(
  trx: Db,
  by: Actor,
  changes: ReadonlyMap<string, UserBulkChange>,
  ownedBy?: string,
): Promise<ReadonlyMap<string, User>> {
  const list = [...changes].map(([id, change]) => ({ id, change }))
  const rows = list.length === 0 ? [] : await updateUsers(trx, list, ownedBy)
  const events = rows.flatMap(({ id, changed }) => {
    return changed.length === 0 ? [] : [{ subject: { type: 'user', id } as const, details: { changed } }]
  })
  if (events.length > 0) await saveAuditEvents(trx, by, 'user.changed', events)
  return new Map(rows.map(({ changed: _changed, ...user }) => [user.id, user]))
}

/** Both as one; of address and job member by member. */
export function mergedChange(earlier: UserBulkChange | undefined, later: UserBulkChange): UserBulkChange {
  if (!earlier) return later
  const { address, jobInfo } = earlier
  const given = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== undefined))
  return {
    ...earlier,
    ...given,
    ...(later.address && address && { address: { ...address, ...later.address } }),
    ...(later.jobInfo && jobInfo && { jobInfo: { ...jobInfo, ...later.jobInfo } }),
  }
}
