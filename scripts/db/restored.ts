import type { Config } from '../../server/config/config.ts'
import { deriveKey } from '../../server/crypto/encryption.ts'
import { loadSecretKey } from '../../server/crypto/installation-key.ts'
import { connectDatabase } from '../../server/db/connect.ts'
import { openInstallation } from '../../server/db/installation-secret.ts'
import { migrate } from '../../server/db/migrate.ts'
import { saveAuditEvent } from '../../server/db/queries/audit.ts'
import {
  disableUsers,
  endProofs,
  endSessions,
  lastAuditTime,
  removeReplacedPasswords,
} from '../../server/db/queries/restored.ts'
import type { Db } from '../../server/db/schema.ts'
import { defaultKeySchedule, KeyRing } from '../../server/domain/keys/key-ring.ts'
import type { Logger } from '../../server/log/log.ts'
import { type LostEvent, lostEvents } from './lost-events.ts'

/** How many sessions end with one statement, which must not take as long as one may. */
const sessionBatch = 5_000

interface Settings {
  readonly url: string
  readonly config: Config
  readonly log: Logger
  /** The exported audit log, with what was done since. */
  readonly audit?: string
  /** Whether no signing key of before is trusted any longer. */
  readonly keys: boolean
}

/**
 * Makes a database safe that was brought back from a backup: what was signed in, given out or sent before its time ends, and what the
 * exported audit log knows to have been taken back since is taken back again. May be run again where it was interrupted.
 * @returns what was done, and what is left to do
 */
export async function secureRestored({ url, config, log, audit, keys }: Settings): Promise<string> {
  await migrate({ url, log })
  const { db, close } = await connectDatabase({ url, poolSize: 2, log })
  try {
    const secret = await openInstallation(db, await loadSecretKey(config))
    const until = await lastAuditTime(db)
    const lost = audit === undefined ? undefined : await lostEvents(db, audit)
    const said = [`The database knows what was done until ${until?.toISOString() ?? 'nothing at all'}.`]
    const sessions = await endAll(db)
    said.push(`Ended: ${sessions} sessions, and every token, code, consent and message on its way.`)
    if (lost) said.push(...(await takeBack(db, lost)))
    const ring = await KeyRing.open({ db, secret: deriveKey(secret, 'keys-at-rest'), schedule: defaultKeySchedule })
    const revoked = keys ? published(ring) : lostKeys(ring, lost ?? [])
    for (const id of revoked) await ring.revoke({}, id)
    said.push(`Signing keys that are trusted no more: ${revoked.length}.`)
    said.push(lost ? leftOf(lost) : unknownSince)
    await saveAuditEvent(db, {}, 'installation.restored', { type: 'installation', id: undefined })
    return said.join('\n')
  } finally {
    await close()
  }
}

async function endAll(db: Db): Promise<number> {
  await db.transaction().execute(endProofs)
  let ended = 0
  for (;;) {
    const count = await endSessions(db, sessionBatch)
    if (count === 0) return ended
    ended += count
  }
}

/** Passwords and people. */
async function takeBack(db: Db, lost: readonly LostEvent[]): Promise<string[]> {
  const ofUsers = lost.filter(({ subject, subjectId }) => subject === 'user' && subjectId !== null)
  const set = new Map(ofUsers.filter(({ action }) => action === 'user.password_set').map((one) => [one.subjectId, one]))
  const out = new Map(ofUsers.filter(({ action }) => inOrOut.has(action)).map((one) => [one.subjectId, one.action]))
  const gone = [...out].filter(([, action]) => action !== 'user.enabled').map(([id]) => id as string)
  const replaced = [...set].map(([user, { at }]) => ({ user: user as string, at }))
  return db.transaction().execute(async (trx) => {
    const without = await removeReplacedPasswords(trx, replaced)
    const disabled = await disableUsers(trx, gone)
    return [
      `People without a password, until they set one by a code or an administrator does: ${listed(without)}`,
      `People who are kept out, as they were disabled, closed or deleted since: ${listed(disabled)}`,
    ]
  })
}
const inOrOut = new Set(['user.enabled', 'user.disabled', 'user.closed', 'user.deleted'])

const published = (ring: KeyRing) => ring.publicKeys().keys.map(({ kid }) => kid as string)

function lostKeys(ring: KeyRing, lost: readonly LostEvent[]): string[] {
  const revoked = new Set(lost.filter(({ action }) => action === 'key.revoked').map(({ subjectId }) => subjectId))
  return published(ring).filter((id) => revoked.has(id))
}

/** What was done already, and what changes nobody's rights. */
const done = new Set([
  ...['user.password_set', 'user.disabled', 'user.closed', 'user.deleted', 'user.enabled', 'user.sessions_ended'],
  ...['user.code_sent', 'user.data_downloaded', 'user.address_proved', 'message.pushed', 'token.replayed'],
  ...['grant.revoked', 'key.revoked', 'key.announced', 'user_export.downloaded', 'user_export.fetched'],
])

function leftOf(lost: readonly LostEvent[]): string {
  const left = lost.filter(({ action }) => !done.has(action) && !action.endsWith('_refused'))
  if (left.length === 0) return 'Nothing else was changed since.'
  const lines = left.map(({ at, action, subject, subjectId }) => `  ${at}  ${action}  ${subject} ${subjectId ?? ''}`)
  return ['Changed since, and to be done again by hand where it is still wanted:', ...lines].join('\n')
}

const unknownSince = `Without --audit nobody knows what was taken back since: passwords that were replaced, people who were disabled or closed,
secrets of applications, memberships of role groups, keys that were revoked are what they were at that time.`

const listed = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '))
