import { saveAuditEvent } from '../../db/queries/audit.ts'
import { deleteLoginsOf } from '../../db/queries/external-logins.ts'
import { deletePassword } from '../../db/queries/password-credentials.ts'
import { signOutUser } from '../../db/queries/sign-out.ts'
import { markProven } from '../../db/queries/user-proofs.ts'
import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import type { Channel } from '../messages/message.ts'

/**
 * Whether whoever has the number or address of an account may get into it by that: it was proved, or nothing of the account was.
 * Where something else was proved, this one may be a stranger's, mistyped.
 */
export function opensAccount({ phoneVerified, emailVerified }: User, channel: Channel): boolean {
  return channel === 'sms' ? phoneVerified || !emailVerified : emailVerified || !phoneVerified
}

/**
 * Remembers, within the transaction that proves it, that a number or address is its account's. The first proof takes the account from
 * whoever made it in somebody else's name: the password, the sessions with their tokens and the bindings of before are gone. One
 * statement when it was proved already, else seven.
 */
export async function proveAddress(trx: Db, by: Actor, userId: string, channel: Channel): Promise<void> {
  if (!(await markProven(trx, userId, channel === 'sms' ? 'phoneVerified' : 'emailVerified'))) return
  await deletePassword(trx, userId)
  await deleteLoginsOf(trx, userId)
  await signOutUser(trx, userId)
  await saveAuditEvent(trx, by, 'user.address_proved', { type: 'user', id: userId }, { channel })
}
