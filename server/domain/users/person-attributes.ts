import type { User } from '../../db/queries/users.ts'
import type { Json, JsonObject } from '../../db/schema.ts'
import { shortPhone } from '../text/phones.ts'

/** What a site can be told of a person, under a name of its own. */
const sources = new Map<string, (user: User) => string | null>([
  ['id', ({ id }) => id],
  ['userName', ({ userName }) => userName],
  ['name', ({ displayName }) => displayName],
  ['firstName', ({ firstName }) => firstName],
  ['middleName', ({ middleName }) => middleName],
  ['lastName', ({ lastName }) => lastName],
  ['email', ({ email }) => email],
  ['mobile', (user) => shortPhone(user)],
  ['employeeId', ({ employeeId }) => employeeId],
])

/** Before the name of an attribute of the enterprise's own. */
const extension = 'extension.'
const longestName = 64
const mostAttributes = 50

/** What is wrong with a mapping, as an end of the sentence that its name begins; undefined when nothing is. */
export function mappingFault(mapping: object): string | undefined {
  const entries = Object.entries(mapping)
  if (entries.length > mostAttributes) return `must have ${mostAttributes} attributes at most`
  const long = entries.find(([name]) => name === '' || name.length > longestName || name.includes('\0'))
  if (long) return `must name attributes with 1 to ${longestName} characters`
  const wrong = entries.find(([, source]) => typeof source !== 'string' || !isSource(source))
  return wrong && `does not know ${String(wrong[1])}; there is ${[...sources.keys()].join(', ')} and ${extension}<name>`
}

const isSource = (source: string) =>
  sources.has(source) || (source.startsWith(extension) && source.length > extension.length)

/** What an application's mapping tells of a person; what the person does not have is left out. */
export function mappedAttributes(mapping: JsonObject, user: User): Record<string, string> {
  const told = Object.entries(mapping).flatMap(([name, source]) => {
    const value = typeof source === 'string' ? attributeOf(source, user) : null
    return value === null ? [] : [[name, value] as const]
  })
  return Object.fromEntries(told)
}

function attributeOf(source: string, user: User): string | null {
  const read = sources.get(source)
  if (read) return read(user)
  const name = source.slice(extension.length)
  return source.startsWith(extension) && Object.hasOwn(user.extension, name) ? textOf(user.extension[name]) : null
}

function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
