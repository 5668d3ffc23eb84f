import { saveAuditEvent } from '../../db/queries/audit.ts'
import { listSignInHistory, type SignInEntry } from '../../db/queries/sign-in-history.ts'
import {
  endOtherSessions,
  endUserSession,
  listUserSessions,
  type SignedIn,
  type UserSession,
} from '../../db/queries/user-sessions.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'

/** More than anybody has or reads. */
const longestList = 100
const entriesOnPage = 20

/** Where a person is signed in, and how they came in. */
export class OwnSessions {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** A person's sessions, the latest sign-in first. One statement. */
  list(userId: string): Promise<readonly UserSession[]> {
    return listUserSessions(this.#db, userId, longestList)
  }

  /**
   * Ends one session of a person, or all but this one, and the tokens that were given out there. It has ended at once in every
   * process. Two statements.
   * @param uid the one that is to end; undefined for all others
   */
  end(by: Actor, { user, uid: own }: SignedIn, uid: string | undefined): Promise<void> {
    return transact(this.#db, async (trx) => {
      if (uid === undefined) await endOtherSessions(trx, user.id, own)
      else if (!(await endUserSession(trx, user.id, uid))) return
      const which = uid === undefined ? 'others' : 'one'
      await saveAuditEvent(trx, by, 'user.sessions_ended', { type: 'user', id: user.id }, { which })
    })
  }

  /** One page of attempts to sign in, the latest first, and behind which one the next page begins. One statement. */
  async history(
    userId: string,
    before?: string,
  ): Promise<{ entries: readonly SignInEntry[]; next?: string | undefined }> {
    const found = await listSignInHistory(this.#db, userId, entriesOnPage + 1, before)
    const entries = found.slice(0, entriesOnPage)
    return { entries, next: found.length > entriesOnPage ? entries.at(-1)?.id : undefined }
  }
}
