import { Failure } from './failure.ts'

/**
 * Holds a field of a body against a rule that its schema cannot say; null and what is left out keep every rule.
 * @param field its JSON pointer in the body
 * @throws Failure field_invalid that names the field
 */
export function judgeField(
  field: string,
  text: string | null | undefined,
  fits: (text: string) => boolean,
  rule: string,
): void {
  if (text !== null && text !== undefined && !fits(text)) refuseField(field, rule)
}

/** @throws Failure field_invalid that names the field */
export function refuseField(field: string, rule: string): never {
  throw new Failure('field_invalid', [], { description: `/body${field} ${rule}` })
}
