import { canonicalName } from './names.ts'

/** A short code as a person types it, in the form in which it was made: width, case, blanks and dashes do not count. */
export function canonicalCode(text: string): string {
  return canonicalName(text)
    .toUpperCase()
    .replace(/[\s\p{Dash}]+/gu, '')
}
