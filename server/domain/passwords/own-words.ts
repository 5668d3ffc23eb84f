import { canonicalName } from '../text/names.ts'

/** What is known of whoever a password is for, as far as a guesser would try it. */
export interface PasswordOwner {
  readonly userName?: string | null | undefined
  readonly displayName?: string | null | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
}

/** Shorter words are found in passwords by chance. */
const shortestWord = 3
/** So many characters have to be the owner's own idea. */
const leastBeside = 5

/**
 * Whether a password is made of its owner's names, number or address, or of the service's name, with hardly anything beside
 * (NIST SP 800-63B 3.1.1.2: context-specific words and what is derived from them).
 */
export function isMadeOfOwnWords(password: string, owner: PasswordOwner): boolean {
  const canonical = canonicalName(password)
  const { userName, displayName, firstName, lastName, phone, email } = owner
  const given = [
    userName,
    ...(displayName?.split(/\s+/) ?? []),
    firstName,
    lastName,
    phone,
    email,
    email?.split('@')[0],
  ]
  const words = [...given, 'openaccount']
    .map((word) => canonicalName(word ?? ''))
    .filter((word) => word.length >= shortestWord)
    .sort((one, other) => other.length - one.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), canonical)
  return rest !== canonical && [...rest].length < leastBeside
}
