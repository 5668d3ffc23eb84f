import { Failure, type FailureValue } from '../failure.ts'
import { canonicalName } from '../text/names.ts'
import { normalizePassword } from '../text/passwords.ts'
import { isCommonPassword } from './common.ts'
import { isMadeOfOwnWords, type PasswordOwner } from './own-words.ts'

/**
 * The length of a password, in characters. The least is documented (api-20594676, PWD.0002). The most is what the sign-in form
 * takes: NIST SP 800-63B 3.1.1.2 asks for 64 at least, and the 32 of that page are for users of OEM clients alone.
 */
export const passwordLength = { least: 8, most: 128 } as const

/** What a password has to hold, worded as PWD.0005 words it. */
const rules: readonly (readonly [pattern: RegExp, text: FailureValue])[] = [
  [/\p{L}/u, { en: 'at least one letter', zh: '至少一个字母' }],
  [/\p{N}/u, { en: 'at least one digit', zh: '至少一个数字' }],
]

/**
 * What is wrong with a new password, whichever way it is set. Passwords that exist are not judged again: whoever has one signs in
 * with it.
 * @returns `password_length`, `password_is_user_name`, `password_breaks_rule`, `password_holds_name`, `password_too_common`, or
 * undefined when nothing is
 */
export function passwordFault(password: string, owner: PasswordOwner): Failure | undefined {
  const normalized = normalizePassword(password)
  const { length } = [...normalized]
  const { least, most } = passwordLength
  if (length < least || length > most) return new Failure('password_length', [least, most])
  if (canonicalName(normalized) === canonicalName(owner.userName ?? '')) return new Failure('password_is_user_name')
  const broken = rules.find(([pattern]) => !pattern.test(normalized))
  if (broken) return new Failure('password_breaks_rule', [broken[1]])
  if (isMadeOfOwnWords(normalized, owner))
    return new Failure('password_holds_name', [
      { en: "more than the person's own names", zh: '不能只由本人的姓名或账号组成' },
    ])
  if (isCommonPassword(normalized))
    return new Failure('password_too_common', [{ en: 'not one that many people use', zh: '不能是常见密码' }])
  return undefined
}
