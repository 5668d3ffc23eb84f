import { isDeepStrictEqual } from 'node:util'
import { lockApplicationAccount, updateApplicationAccount } from '../../db/queries/application-accounts.ts'
import { findApplicationOrganizationId } from '../../db/queries/application-organizations.ts'
import { type ApplicationSide, holdApplicationSide } from '../../db/queries/application-sides.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Db, JsonObject } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { conflict } from '../conflict.ts'
import { Failure, refuse } from '../failure.ts'
import { judgeField } from '../field.ts'
import { isGuid } from '../guid.ts'
import { hashPassword } from '../passwords/hashing.ts'
import { isName } from '../text/lines.ts'
import { type ApplicationActor, standing, withOrganizations } from './own-side.ts'

/** An account in the words of whoever makes or changes it. */
export interface AccountDraft {
  readonly accountName?: string | undefined
  readonly name?: string | undefined
  /** The code of an organization of the application. */
  readonly organizationCode?: string | undefined
  readonly password?: string | undefined
  readonly disabled?: boolean | undefined
  readonly extension?: JsonObject | undefined
}

/** What the database refuses of an account. */
export const refused = conflict({
  application_accounts_name: 'application_account_taken',
  application_accounts_user: 'user_not_found',
  application_accounts_organization: 'application_organization_not_found',
  application_accounts_application: 'application_not_found',
})

/** @throws Failure application_account_name_invalid, field_invalid */
export function judgeNames({ accountName, name }: Pick<AccountDraft, 'accountName' | 'name'>): void {
  if (accountName !== undefined && !isName(accountName)) {
    const description = '/body/account_name must be a name that can be seen'
    throw new Failure('application_account_name_invalid', [], { description })
  }
  judgeField('/name', name, isName, 'must be a name that can be seen')
}

/** @throws Failure application_account_attribute_unknown */
export function judgeAttributes({ accountAttributes }: ApplicationSide, extension: JsonObject): void {
  const known = new Set(accountAttributes)
  if (!Object.keys(extension).every((name) => known.has(name))) refuse('application_account_attribute_unknown')
}

/**
 * The id of the organization with that code; undefined without a code. One statement, none without a code.
 * @throws Failure application_organization_disabled, application_organization_not_found
 */
export async function organizationOf(
  trx: Db,
  applicationId: string,
  side: ApplicationSide,
  code: string | undefined,
): Promise<string | undefined> {
  if (code === undefined) return undefined
  withOrganizations(side)
  const found = await findApplicationOrganizationId(trx, applicationId, code)
  return found ?? refuse('application_organization_not_found')
}

/** What is stored of a password. */
export async function hashOf(password: string | undefined): Promise<string | undefined> {
  return password === undefined ? undefined : hashPassword(password)
}

/**
 * Changes what is given of an account; of its attributes those that are named, and null removes one. Seven statements at most.
 * @throws Failure application_account_not_found, application_account_taken, or what `judgeNames`, `judgeAttributes` and
 * `organizationOf` throw
 */
export async function changeAccount(
  db: Db,
  by: ApplicationActor,
  applicationId: string,
  id: string,
  { organizationCode, password, extension = {}, ...edit }: AccountDraft,
): Promise<void> {
  judgeNames(edit)
  const passwordHash = await hashOf(password)
  await transact(db, async (trx) => {
    const side = standing(await holdApplicationSide(trx, applicationId))
    const account = (isGuid(id) && (await lockApplicationAccount(trx, applicationId, id))) || undefined
    if (!account) return refuse('application_account_not_found')
    judgeAttributes(side, extension)
    const organizationId = await organizationOf(trx, applicationId, side, organizationCode)
    const wanted = { ...edit, organizationId, passwordHash, extension: merged(account.extension, extension) }
    const before: Readonly<Record<string, unknown>> = account
    const changes = Object.entries(wanted).filter(
      ([field, value]) => value !== undefined && !isDeepStrictEqual(value, before[field]),
    )
    if (changes.length === 0) return
    await updateApplicationAccount(trx, applicationId, account.id, Object.fromEntries(changes)).catch(refused)
    const changed = changes.map(([field]) => (field === 'passwordHash' ? 'password' : field)).sort()
    const subject = { type: 'application_account', id: account.id } as const
    await saveAuditEvent(trx, by, 'application_account.changed', subject, { changed })
  })
}

function merged(before: JsonObject, given: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([name]) => given[name] !== null))
}
