import type { components, Writable } from '../../../generated/oneaccess.ts'
import type { Placement } from '../../domain/organizations/organizations.ts'
import type { NewUser } from '../../domain/users/draft.ts'

type Option = Writable<components['schemas']['UserCreateOption']>

/**
 * A new user in the words of the core; `attr_*` stay together under their documented names, but for the birthday, which the
 * core has itself.
 */
export function newUser(option: Option): NewUser {
  const { attr_birthday: dateOfBirth, ...others } = option
  const attributes = Object.entries(others).filter(([name]) => name.startsWith('attr_'))
  return {
    userName: option.user_name,
    displayName: option.name,
    phone: option.mobile,
    email: option.email,
    password: option.password,
    mustChangePassword: option.pwd_must_modify,
    firstName: option.first_name,
    middleName: option.middle_name,
    lastName: option.last_name,
    employeeId: option.employee_id,
    dateOfBirth,
    attributes: Object.fromEntries(attributes),
    extension: option.extension,
  }
}

/** Where a user belongs; `relationType` 1 is the primary organization, as text or number (section 3.0). */
export function placement({ org_code: primaryCode, user_org_relation_list: relations }: Option): Placement {
  return {
    primaryCode,
    relations: relations?.map(({ orgCode: code, relationType }) => ({
      code,
      relationType: String(relationType) === '1' ? 'belonging' : 'attached',
    })),
  }
}
