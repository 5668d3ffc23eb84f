import { type Column, type Member, members, type Registration, RegistrationError } from './metadata.ts'

/**
 * Reads a registration as it is handed in (the guide "Client registration and changes").
 * @returns the columns that it names
 * @throws RegistrationError of every member that is unknown or has a wrong value
 */
export function readRegistration(given: Readonly<Record<string, unknown>>): Partial<Registration> {
  const problems: string[] = []
  const values: [Column, unknown][] = []
  for (const [name, value] of Object.entries(given)) {
    const member = members.find((candidate) => candidate.name === name)
    if (member) {
      const read = readMember(member, value)
      if (read.problem === undefined) values.push([member.column, read.value])
      else problems.push(`${name} ${read.problem}`)
    } else if (name !== 'client_id') problems.push(`${name} is not known`)
  }
  if (problems.length > 0) throw new RegistrationError(problems)
  return Object.fromEntries(values)
}

type Read = { readonly value: unknown; readonly problem?: undefined } | { readonly problem: string }

function readMember({ kind, fault, optional }: Member, given: unknown): Read {
  if (given === null) return optional ? { value: null } : { problem: 'cannot be removed' }
  const value = kind === 'words' && typeof given === 'string' ? given.split(/\s+/).filter(Boolean) : given
  if (!isOfKind(kind, value)) return { problem: `must be ${kinds[kind]}` }
  const problem = fault?.(value as never)
  if (problem !== undefined) return { problem }
  return { value: Array.isArray(value) ? [...new Set(value)] : value }
}

const kinds: Readonly<Record<Member['kind'], string>> = {
  text: 'a text',
  list: 'a list of texts',
  words: 'words with blanks between',
  flag: 'true or false',
  number: 'a number',
  object: 'an object',
}

function isOfKind(kind: Member['kind'], value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && !value.includes('\0')
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
      return typeof value === 'number'
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
  }
}

/** A registration as it is handed in, from the columns that hold it. */
export function writeRegistration(registration: Registration): Record<string, unknown> {
  const shown = members.flatMap(({ column, name, kind }) => {
    const value = registration[column]
    if (value === null) return []
    return [[name, kind === 'words' && Array.isArray(value) ? value.join(' ') : value] as const]
  })
  return Object.fromEntries(shown)
}
