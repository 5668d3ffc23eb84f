import { sha256 } from '../../crypto/hash.ts'
import type { User } from '../../db/queries/users.ts'
import type { NamedSession } from './messages.ts'
import { type NameIdFormat, nameIdFormats } from './names.ts'

const [persistent, emailAddress, unspecified] = nameIdFormats

/**
 * How a session of somebody is known to one application: the same for as long as the session lasts, and nothing that another
 * application could compare. Undefined where the person has no name of that kind.
 * @param uid the session's
 */
export function subjectOf(user: User, uid: string, clientId: string, format: NameIdFormat): NamedSession | undefined {
  const made = (purpose: string) =>
    `_${sha256(JSON.stringify([purpose, uid, clientId]))
      .toString('hex')
      .slice(0, 32)}`
  const names = new Map<NameIdFormat, string | null>([
    [persistent, user.id],
    [emailAddress, user.emailVerified ? user.email : null],
    [unspecified, user.userName],
  ])
  const nameId = names.has(format) ? names.get(format) : made('name')
  return nameId ? { nameId, format, sessionIndex: made('session') } : undefined
}
