import type { components } from '../../../generated/oneaccess.ts'
import { ContractFailure } from '../../contract/failure.ts'
import { shortPhone } from '../../domain/text/phones.ts'
import { parseMoment } from '../../domain/text/times.ts'
import type { DirectoryUser } from '../../domain/users/users.ts'

type Schemas = components['schemas']

/** A moment as the management interfaces write it, in UTC: `2022-03-31 16:46:02.964` (section 1.7). */
export function time(moment: Date): string {
  return moment.toISOString().replace('T', ' ').slice(0, 23)
}

/**
 * A moment that was written like that, the fraction left out or not.
 * @throws ContractFailure invalid_request when there is no such day or hour
 */
export function parseTime(text: string): Date {
  const moment = parseMoment(`${text.replace(' ', 'T')}Z`)
  if (moment) return moment
  throw new ContractFailure('invalid_request', { description: 'there is no such time' })
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
