import type { components, Writable } from '../../../generated/oneaccess.ts'
import type { AccountDraft } from '../../domain/application-side/account-changes.ts'

type Schemas = components['schemas']
type Option = Writable<Schemas['ApplicationAccountUpdate']>

/** An application account in the words of the core; an empty code of an organization says nothing (AA1, AA2). */
export function accountDraft(option: Option): AccountDraft {
  return {
    accountName: option.account_name,
    name: option.name,
    organizationCode: option.org_code || undefined,
    password: option.password,
    disabled: option.disabled,
    extension: option.extension as AccountDraft['extension'],
  }
}
