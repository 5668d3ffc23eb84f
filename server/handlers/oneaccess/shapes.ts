import type { components } from '../../../generated/oneaccess.ts'
import { ContractFailure } from '../../contract/failure.ts'
import type {
  AccountKind,
  ApplicationAccount,
  ApplicationAccountWithRoles,
  UserApplicationAccount,
} from '../../domain/application-side/application-accounts.ts'
import type { ApplicationOrganization } from '../../domain/application-side/application-organizations.ts'
import type { ApplicationRole, MembersResult } from '../../domain/application-side/application-roles.ts'
import type { ListedOrganization } from '../../domain/organizations/organizations.ts'
import { shortPhone } from '../../domain/text/phones.ts'
import { parseMoment } from '../../domain/text/times.ts'
import type { DirectoryUser } from '../../domain/users/users.ts'

type Schemas = components['schemas']

/** A moment as the management interfaces write it, in UTC: `2022-03-31 16:46:02.964` (section 1.7). */
export function time(moment: Date): string {
  return moment.toISOString().replace('T', ' ').slice(0, 23)
}

/**
 * A moment of the query that was written like that, the fraction left out or not.
 * @throws ContractFailure invalid_request when there is no such day or hour
 */
export function parseTime(name: string, text: string): Date {
  const moment = parseMoment(`${text.replace(' ', 'T')}Z`)
  if (moment) return moment
  throw new ContractFailure('invalid_request', { description: `/query/${name} must be a time that there is` })
}

/** A user as the management interfaces show one. */
export function user(row: DirectoryUser): Schemas['UserDetails'] {
  return {
    user_id: row.id,
    org_id: row.organizations.find(({ isPrimary }) => isPrimary)?.organizationId ?? null,
    user_name: row.userName,
    name: row.displayName ?? row.userName,
    mobile: shortPhone(row),
    email: row.email,
    pwd_must_modify: row.mustChangePassword,
    pwd_change_at: row.passwordChangedAt && time(row.passwordChangedAt),
    created_at: time(row.createdAt),
    updated_at: time(row.updatedAt),
    disabled: row.accountState === 'Disabled',
    grade: row.grade,
    locked: row.accountState === 'Locked' ? 'LOCKED' : null,
    extension: row.extension as Schemas['Extension'],
    user_org_relation_list: row.organizations.map(({ organizationId, relationType }) => ({
      org_id: organizationId,
      relation_type: relationType === 'belonging' ? '1' : '0',
    })),
  }
}

/** An organization of an application. */
export function applicationOrganization(row: ApplicationOrganization): Schemas['ApplicationOrganization'] {
  return { org_id: row.id, org_code: row.code, name: row.name, parent_id: row.parentId }
}

/** The kinds of application accounts in the words of the core. */
export const accountKind = {
  BASIC_ACCOUNT: 'basic',
  ORPHAN_ACCOUNT: 'orphan',
  PUBLIC_ACCOUNT: 'public',
} as const satisfies Record<Schemas['AccountType'], AccountKind>

/** An application account as lists show one: without its roles. */
export function applicationAccount(row: ApplicationAccount) {
  return {
    id: row.id,
    account_name: row.accountName,
    account_type: 'BASIC_ACCOUNT',
    name: row.name,
    disabled: row.disabled,
    org_id: row.organizationId,
    extension: row.extension as Schemas['Extension'],
  } satisfies Schemas['AccountDetail']
}

/** The same with its roles; no operation gives roles privileges. */
export function accountWithRoles({ roles, ...row }: ApplicationAccountWithRoles): Schemas['AccountDetail'] {
  return {
    ...applicationAccount(row),
    roles: roles.map(({ id, code, name }) => ({ role_id: id, role_code: code, role_name: name, privileges: [] })),
  }
}

/** An account that a user has in some application. */
export function userAccount(row: UserApplicationAccount): Schemas['UserApplicationAccount'] {
  const { disabled: _disabled, org_id: _organization, ...account } = applicationAccount(row)
  return { ...account, application_id: row.applicationId }
}

/** A role of an application. */
export function applicationRole({ id, code, name, createdAt, updatedAt }: ApplicationRole): Schemas['ApplicationRole'] {
  return { id, code, name, createdAt: time(createdAt), updatedAt: updatedAt && time(updatedAt) }
}

/** For which accounts a change of members came true. */
export function membersResult({ succeeded, failed }: MembersResult): Schemas['ApplicationRoleMembersResult'] {
  return { success_list: [...succeeded], fail_list: [...failed] }
}

/** An organization as the management interfaces show one. */
export function organization({ id, code, name, parentId, type }: ListedOrganization): Schemas['ResponseOrgInfo'] {
  return { org_id: id, org_code: code, name, parent_id: parentId, category: type }
}
