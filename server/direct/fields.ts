import type { Form } from '../contract/request/body.ts'

/** The fields of a request when each of them is known, comes once and is not empty; else undefined. */
export function singleFields(
  form: Form,
  known: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(form)) {
    if (typeof value !== 'string' || value === '' || !known.includes(name)) return undefined
    fields[name] = value
  }
  return fields
}

/**
 * The words of a scope (RFC 6749 section 3.3), each once.
 * @returns undefined when it is no list of words with one blank between them, or one of them is not among the allowed
 */
export function scopesOf(scope: string, allowed: readonly string[]): readonly string[] | undefined {
  const words = scope.split(' ')
  return words.every((word) => allowed.includes(word)) ? [...new Set(words)] : undefined
}
