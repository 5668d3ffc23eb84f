import type { FormError } from '../text/index.ts'

/** What is wrong with a form that was sent. */
export interface FormProblem {
  readonly kind: FormError
  /** What the text of the kind speaks of. */
  readonly values: readonly (string | number)[]
  /** The field that it is about, where the kind alone does not tell. */
  readonly field?: string | undefined
}

/** Which field a kind of problem is about, by the field's name; the others are about the form as a whole. */
const fieldOfKind: Partial<Readonly<Record<FormError, string>>> = {
  proof_missing: 'password',
  old_password_wrong: 'password',
  password_length: 'newPassword',
  password_is_user_name: 'newPassword',
  password_breaks_rule: 'newPassword',
  password_holds_name: 'newPassword',
  password_too_common: 'newPassword',
  password_used_before: 'newPassword',
  name_invalid: 'displayName',
  language_invalid: 'preferredLanguage',
  date_invalid: 'dateOfBirth',
  image_not_readable: 'file',
  phone_invalid: 'contact',
  email_invalid: 'contact',
  phone_taken: 'contact',
  email_taken: 'contact',
  channel_missing: 'contact',
  verification_code_wrong: 'code',
  terms_not_accepted: 'Agreement',
}

/** The name of the field that a problem is about; undefined when it is about the form as a whole. */
export function fieldOf({ kind, field }: FormProblem): string | undefined {
  return field ?? fieldOfKind[kind]
}
