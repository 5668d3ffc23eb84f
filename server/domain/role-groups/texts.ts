import { judgeField } from '../field.ts'
import { isName, isText } from '../text/lines.ts'

/** What people read of a role group. */
export interface RoleGroupTexts {
  readonly displayName?: string | undefined
  readonly description?: string | undefined
}

/** @throws Failure field_invalid that names the field */
export function judgeTexts({ displayName, description }: RoleGroupTexts): void {
  judgeField('/displayName', displayName, isName, 'must be a name that can be seen')
  judgeField('/description', description, isText, 'must be made of whole characters')
}
