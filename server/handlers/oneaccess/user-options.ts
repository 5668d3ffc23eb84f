import type { components, Writable } from '../../../generated/oneaccess.ts'
import type { Placement } from '../../domain/organizations/placement.ts'
import type { NewUser } from '../../domain/users/draft.ts'
import type { UserEdit } from '../../domain/users/edit.ts'

type Creation = Writable<components['schemas']['UserCreateOption']>
type Update = Writable<components['schemas']['UserUpdateOption']>

/** A new user in the words of the core; an empty text is none. */
export function newUser(option: Creation): NewUser {
  const given = Object.entries(attributesOf(option)).filter(([, value]) => value !== null)
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
    dateOfBirth: option.attr_birthday,
    attributes: Object.fromEntries(given),
    extension: option.extension,
  }
}

/** A change of a user in the words of the core; an empty text removes what was there. */
export function userEdit(option: Update): UserEdit {
  return {
    userName: option.user_name,
    displayName: emptied(option.name),
    phone: option.mobile,
    email: emptied(option.email),
    firstName: emptied(option.first_name),
    middleName: emptied(option.middle_name),
    lastName: emptied(option.last_name),
    employeeId: emptied(option.employee_id),
    dateOfBirth: emptied(option.attr_birthday),
    attributes: attributesOf(option),
    extension: option.extension,
  }
}

const emptied = (text: string | undefined) => (text === '' ? null : text)

/** `attr_*` stay together under their documented names, but for the birthday, which the core has itself. */
function attributesOf({ attr_birthday: _, ...option }: Update): Record<string, string | null> {
  // One gender has two spellings (section 10, no. 4).
  const gender = option.attr_gender === 'unknow' ? 'unknown' : option.attr_gender
  const attributes = Object.entries({ ...option, ...(gender && { attr_gender: gender }) })
  const own = attributes.filter(([name]) => name.startsWith('attr_')) as [string, string][]
  return Object.fromEntries(own.map(([name, text]) => [name, text || null]))
}

/** Where a user belongs; `relationType` 1 is the primary organization, as text or number (section 3.0). */
export function placement({ org_code: primaryCode, user_org_relation_list: relations }: Update): Placement {
  return {
    primaryCode,
    relations: relations?.map(({ orgCode: code, relationType }) => ({
      code,
      relationType: String(relationType) === '1' ? 'belonging' : 'attached',
    })),
  }
}
