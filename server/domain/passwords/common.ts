import { dictionary } from '@zxcvbn-ts/language-common'
import { canonicalName } from '../text/names.ts'

/**
 * Passwords that guessers try first (docs/decisions/0019), as names are compared. Read once, when the process starts; those that
 * the rules refuse anyway are left out.
 */
const common: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].filter((word) => word.length >= 8 && /\d/.test(word) && /[a-z]/.test(word)),
)

/** Whether a password is one of those that guessers try first, however its letters are written (ASVS 5.0, 6.2.4). */
export function isCommonPassword(password: string): boolean {
  return common.has(canonicalName(password))
}
