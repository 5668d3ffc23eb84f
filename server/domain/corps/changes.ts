import { isDepartmentId, isMemberId } from '../providers/wecom.ts'

/** What an event of WeCom says has changed; what it does not name stays as it is. */
export type DirectoryChange =
  | {
      readonly kind: 'department'
      readonly id: string
      readonly parentId: string | undefined
      readonly name: string | undefined
      readonly order: number | undefined
    }
  | { readonly kind: 'department-gone'; readonly id: string }
  | {
      readonly kind: 'member'
      readonly id: string
      /** The id from now on. */
      readonly newId: string | undefined
      readonly departments: readonly string[] | undefined
      readonly mainDepartment: string | undefined
    }
  | { readonly kind: 'member-gone'; readonly id: string }

type Fields = Readonly<Record<string, string>>

/** The change that an event reports; undefined for an event that is none, and for one that lacks what its kind has. */
export function changeOf(event: Fields): DirectoryChange | undefined {
  // An enterprise gets `Event`, a suite `InfoType`.
  if ((event.Event ?? event.InfoType) !== 'change_contact') return undefined
  switch (event.ChangeType) {
    case 'create_party':
    case 'update_party':
      return department(event)
    case 'delete_party':
      return isDepartmentId(event.Id ?? '') ? { kind: 'department-gone', id: event.Id ?? '' } : undefined
    case 'create_user':
    case 'update_user':
      return member(event)
    case 'delete_user':
      return isMemberId(event.UserID ?? '') ? { kind: 'member-gone', id: event.UserID ?? '' } : undefined
    default:
      return undefined
  }
}

function department({
  Id: id = '',
  ParentId: parentId,
  Name: name,
  Order: order,
}: Fields): DirectoryChange | undefined {
  if (!isDepartmentId(id) || (parentId !== undefined && !isDepartmentId(parentId))) return undefined
  const place = order !== undefined && /^\d{1,10}$/.test(order) ? Number(order) : undefined
  return { kind: 'department', id, parentId, name, order: place }
}

function member({
  UserID: id = '',
  NewUserID: newId,
  Department,
  MainDepartment,
}: Fields): DirectoryChange | undefined {
  const departments = Department === undefined ? undefined : Department.split(',').filter((text) => text !== '')
  if (!isMemberId(id) || (newId !== undefined && !isMemberId(newId))) return undefined
  if (departments && !departments.every(isDepartmentId)) return undefined
  const mainDepartment = MainDepartment !== undefined && isDepartmentId(MainDepartment) ? MainDepartment : undefined
  return { kind: 'member', id, newId, departments, mainDepartment }
}
