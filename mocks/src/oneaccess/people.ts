import type { Call } from '../face.ts'
import { type Collection, isSame, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'
import { refuse, timeText } from './kinds.ts'

/** The field of a user that stands behind the name that an answer has for it; the others have the same name. */
const fields: Readonly<Record<string, string>> = { sub: 'user_id', id: 'user_id', userName: 'user_name' }

/** Who signs in, and what answers tell of them. */
export interface People {
  /** The user who is meant where nobody is named: the first that the mock was told of, else that of the contract's examples. */
  example: string
  /** The user of this name or number. Any user will do, so there is one from then on. @throws Refused in a strict mock */
  named(field: 'user_name' | 'mobile', value: string): string
  /** Whose token or session a request brings, or who it says that it is. */
  of(call: Call): string
  wasRemoved(id: unknown): boolean
  /** Whether this is the password of a user who may sign in: any is, unless the mock is strict. */
  mayEnter(name: unknown, password: unknown): boolean
  /** A documented body with the values of this user in place of the documented ones. */
  shown(body: Row, id: string): Row
}

export function createPeople(users: Collection, blank: Row, { clock, ids, strict }: World): People {
  const example = String(users.all()[0]?.user_id)

  function named(field: 'user_name' | 'mobile', value: string): string {
    const known = users.find((row) => isSame(row[field], value))
    if (known) return String(known.user_id)
    if (strict) throw refuse('USER.0001', `there is no user ${value}`)
    const now = timeText(clock())
    const user = { ...blank, user_name: value, name: value, [field]: value, created_at: now, updated_at: now }
    return String(users.put({ ...user, user_id: ids.stamped() }).user_id)
  }

  return {
    example,
    named,
    mayEnter(name, password) {
      const user = users.find(({ user_name }) => isSame(user_name, name))
      return user?.disabled !== true && (!strict || (user !== undefined && user.password === password))
    },
    wasRemoved: (id) => users.wasRemoved(id),
    of({ subject, body }) {
      if (subject !== undefined) return subject
      const { user_name, mobile } = (body ?? {}) as Row
      if (typeof user_name === 'string' && user_name !== '') return named('user_name', user_name)
      return typeof mobile === 'string' && mobile !== '' ? named('mobile', mobile) : example
    },
    shown(body, id) {
      const row = users.get(id)
      // The examples of different answers do not say the same of their user; untouched, each is given as it stands.
      if (!row || (id === example && users.isExample(row))) return body
      const known: Row = { attr_gender: 'unknown', ...row, extension: jsonOf(row.extension) }
      const values = Object.keys(body).map((name) => [name, known[fields[name] ?? name] ?? null])
      return { ...Object.fromEntries(values), ...(row.claims as Row | undefined) }
    },
  }
}

/** Attributes as a profile has them: JSON in a text, null without any. */
function jsonOf(extension: unknown): string | null {
  const text = JSON.stringify(extension ?? {})
  return text === '{}' ? null : text
}

/** Without what is not known: claims are left out then. */
export function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}
