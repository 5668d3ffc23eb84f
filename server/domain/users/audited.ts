import type { User } from '../../db/queries/users.ts'
import type { JsonObject } from '../../db/schema.ts'

/** What tells nothing of a person is written down as it is. */
const plain = ['accountState', 'preferredLanguage', 'isPhoneReceiveInfo', 'isEmailReceiveInfo'] as const
/** Of these as much as tells one from another. */
const hinted = ['userName', 'itc', 'phone', 'email', 'firstName', 'lastName', 'displayName'] as const

/**
 * What the audit says of a change: which fields, and what of them was and is. The audit outlives the account: no personal data
 * goes there.
 * @param changed the fields that are another than before
 */
export function auditedChange(before: User, after: User, changed: readonly string[]): JsonObject {
  // A number is changed as a whole.
  const shown = (field: string) => changed.includes(field === 'itc' ? 'phone' : field)
  const of = (user: User) =>
    Object.fromEntries([
      ...plain.filter(shown).map((field) => [field, user[field]]),
      ...hinted.filter(shown).map((field) => [field, hint(user[field])]),
    ])
  return { changed, before: of(before), after: of(after) }
}

function hint(text: string | null): string | null {
  if (text === null || text.startsWith('+')) return text
  const [first] = text
  return `${first}***${text.length < 8 ? '' : text.slice(-2)}`
}
