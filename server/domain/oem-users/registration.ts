import type { User } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { Failure } from '../failure.ts'
import { canonicalName } from '../text/names.ts'
import { hashAll, insertDrafts, judgedDraft } from '../users/creation.ts'
import { type Draft, madeUpName } from '../users/draft.ts'
import type { OemActor, OemResult } from './results.ts'

/** A user whom an OEM client registers; the user name is made up. */
export interface NewOemUser {
  /** The user name when there is none. */
  readonly displayName?: string | null | undefined
  readonly password?: string | undefined
  readonly preferredLanguage?: string | null | undefined
}

/** As long as the sample of api-20815109. */
const nameLength = 10
/** A user without a name has these (api-20815109). */
const noName = { firstName: '-', lastName: '-' }
/** How often a name that turns out to be taken is made up anew: of ten letters two are the same hardly ever. */
const attempts = 5

/**
 * Registers users, each for itself: one that fails leaves the others alone. Five statements, whatever the number of users, and
 * one more for each time that a made-up name is taken.
 * @returns one result per user, in their order
 */
export async function registerOemUsers(db: Db, by: OemActor, users: readonly NewOemUser[]): Promise<OemResult[]> {
  const judged = users.map((user) => draftFor(by.clientId, user))
  const drafts = judged.filter((draft): draft is Draft => !(draft instanceof Failure))
  const hashes = await hashAll(drafts)
  const created = await transact(db, async (trx) => {
    const created = new Map<string, User>()
    let left = drafts
    for (let attempt = 0; left.length > 0 && attempt < attempts; attempt += 1) {
      for (const user of await insertDrafts(trx, by, left, hashes)) created.set(user.id, user)
      left = left.filter(({ row }) => !created.has(row.id)).map(renamed)
    }
    return created
  })
  return judged.map((draft) => {
    if (draft instanceof Failure) return { failure: draft, user: null }
    const user = created.get(draft.row.id)
    return user ? { failure: null, user } : { failure: new Failure('conflict'), user: null }
  })
}

function draftFor(oemClientId: string, { displayName, ...user }: NewOemUser): Draft | Failure {
  const userName = madeUpName(nameLength)
  return judgedDraft({ ...user, ...noName, userName, displayName: displayName || userName, oemClientId })
}

/** The same user under another name. */
function renamed(draft: Draft): Draft {
  const { row } = draft
  const userName = madeUpName(nameLength)
  const displayName = row.displayName === row.userName ? userName : row.displayName
  return {
    ...draft,
    row: { ...row, userName, displayName },
    keys: { ...draft.keys, userName: canonicalName(userName) },
  }
}
