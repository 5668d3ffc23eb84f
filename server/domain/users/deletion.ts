import { saveAuditEvents } from '../../db/queries/audit.ts'
import { signOutUsers } from '../../db/queries/sign-out.ts'
import { deleteUsers, forgetAddresses } from '../../db/queries/user-deletion.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { keepSuperAdministrator } from '../role-groups/last-super-administrator.ts'

/**
 * Erases users for good, the only way to do so: what is known of them, their logins at providers, memberships and sign-in records
 * go; sessions, grants and tokens end at once. The audit stays, with their GUIDs and without anything personal. GUIDs are
 * random and are not given out again; names, numbers and addresses are free. Seven statements, whatever the number of users, eight
 * with a super administrator.
 * @param trx the transaction of whatever decides on it
 * @returns the users as they were; who does not exist is missing
 * @throws Failure last_super_administrator
 */
export async function eraseUsers(trx: Db, by: Actor, ids: readonly string[]): Promise<User[]> {
  await keepSuperAdministrator(trx, ids)
  // Before the users are locked: whoever is about to be given a token holds its grant, and then asks for the user.
  await signOutUsers(trx, ids)
  const erased = await deleteUsers(trx, ids)
  if (erased.length === 0) return erased
  const events = erased.map(({ id }) => ({ subject: { type: 'user', id } as const }))
  await saveAuditEvents(trx, by, 'user.deleted', events)
  await forgetAddresses(
    trx,
    erased.map(({ id }) => id),
  )
  return erased
}
