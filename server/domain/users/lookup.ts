import { findUsersByKeys, type KeyedUser, type UserKeys } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { canonicalName } from '../text/names.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'

/** What is known of a user; whatever is given has to fit. */
export interface UserLookup {
  readonly userName?: string | undefined
  /** Dialling code of a number that brings none. */
  readonly itc?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/**
 * The users that are meant, one for each look-up in its place; undefined where there is none. However names and numbers are
 * written, they are compared in canonical form. One statement.
 */
export async function lookUpUsers(db: Db, lookups: readonly UserLookup[]): Promise<(KeyedUser | undefined)[]> {
  const asked = lookups.map(keysOf)
  const found = await findUsersByKeys(db, merged(asked))
  const byKey = new Map(found.flatMap((user) => keysOfUser(user).map((key) => [key, user] as const)))
  return asked.map((keys) => {
    const users = new Set(keys?.map((key) => byKey.get(key)))
    return users.size === 1 ? [...users][0] : undefined
  })
}

type KeyKind = keyof UserKeys
/** The kind of a key and the key, in one text. */
type Key = `${KeyKind} ${string}`

/** What a look-up asks for; undefined when it can fit nobody. */
function keysOf({ userName, itc, phone, email }: UserLookup): Key[] | undefined {
  const number = phone === undefined ? undefined : parsePhone(phone, itc)
  if (phone !== undefined && !number) return undefined
  return [
    ...(userName === undefined ? [] : [`userNames ${canonicalName(userName)}` as const]),
    ...(email === undefined ? [] : [`emails ${canonicalName(email)}` as const]),
    ...(number ? [`phones ${canonicalPhone(number)}` as const] : []),
  ]
}

const keysOfUser = ({ userNameKey, emailKey, phoneKey }: KeyedUser): Key[] => [
  `userNames ${userNameKey}`,
  ...(emailKey === null ? [] : [`emails ${emailKey}` as const]),
  ...(phoneKey === null ? [] : [`phones ${phoneKey}` as const]),
]

function merged(asked: readonly (Key[] | undefined)[]): UserKeys {
  const all = [...new Set(asked.flatMap((keys) => keys ?? []))]
  const of = (kind: KeyKind) => all.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1))
  return { userNames: of('userNames'), emails: of('emails'), phones: of('phones') }
}
