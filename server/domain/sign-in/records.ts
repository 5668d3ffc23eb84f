import { findEarlierSignIns, type LoginRecord, lockForSignIn, saveLoginRecord } from '../../db/queries/login-records.ts'
import type { Db } from '../../db/schema.ts'
import type { Notices } from '../messages/notices.ts'
import { networkOf } from './network.ts'

/** A sign-in that succeeded. */
export type SignedIn = Pick<LoginRecord, 'clientId' | 'userAgent' | 'method'> & {
  readonly userId: string
  readonly address: string
}

/**
 * Writes down a sign-in, within a transaction, and tells its person if they have signed in before, but not from that network: once,
 * however many come at the same moment. Three statements, and two for the message.
 */
export async function recordSignIn(trx: Db, notices: Notices, signedIn: SignedIn): Promise<void> {
  const { userId, address } = signedIn
  const owner = await lockForSignIn(trx, userId)
  const { fromHere, fromAnywhere } = await findEarlierSignIns(trx, userId, networkOf(address))
  await saveLoginRecord(trx, { ...signedIn, succeeded: true, reason: null })
  if (owner && fromAnywhere && !fromHere) await notices.newSignIn(trx, owner, address)
}
