import { isKnownNetwork, type LoginRecord, lockForSignIn, saveLoginRecord } from '../../db/queries/login-records.ts'
import type { Db } from '../../db/schema.ts'
import type { Notices } from '../messages/notices.ts'
import { networkOf } from './network.ts'

/** A sign-in that succeeded. */
export type SignedIn = Pick<LoginRecord, 'clientId' | 'userAgent' | 'method'> & {
  readonly userId: string
  readonly address: string
}

/**
 * Writes down a sign-in from a network that its person has not signed in from before, and tells them: once, however many come at
 * the same moment. Six statements, and two for the message.
 */
export function recordFromNewNetwork(db: Db, notices: Notices, signedIn: SignedIn): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const { userId, address } = signedIn
    const owner = await lockForSignIn(trx, userId)
    const known = await isKnownNetwork(trx, userId, networkOf(address))
    await saveLoginRecord(trx, { ...signedIn, succeeded: true, reason: null })
    if (owner && !known) await notices.newSignIn(trx, owner, address)
  })
}
