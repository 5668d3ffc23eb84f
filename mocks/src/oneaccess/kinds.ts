import type { ErrorCodeName } from '../../../generated/error-codes.ts'
import type { MockDocument } from '../contract.ts'
import { Refused } from '../failure.ts'
import { Collection, exampleRows, type Row } from '../memory/collection.ts'
import type { World } from '../world.ts'

/** A kind of thing below `/api/v2/tenant`. */
export interface Kind {
  rows: Collection
  /** The name of its id where it is read, and where its path has it. */
  id: string
  param: string
  /** The name under which a change answers with the id. */
  told: string
  missing: ErrorCodeName
  /** What no two have alike. */
  unique: Readonly<Record<string, ErrorCodeName>>
  /** Whether each belongs to an application. */
  ofApplication?: boolean
  /** The fields that are read. */
  shown: readonly string[]
  /** The fields of a new one that its request says nothing of. */
  blank: Row
  /** What a request says, in the fields of the answers. @throws Refused */
  said(body: Row, before: Row | undefined): Row
}

export type KindName = 'user' | 'organization' | 'applicationOrganization' | 'account' | 'role'

export function refuse(errorCode: ErrorCodeName, message: string): Refused {
  return new Refused({ status: 400, errorCode, message })
}

/** A moment as the management interfaces write it (section 1.7). */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 23)
}

/** These fields of a request, where it has them; an empty text is none. */
function given(body: Row, names: readonly string[]): Row {
  const said = names.filter((name) => body[name] !== undefined)
  return Object.fromEntries(said.map((name) => [name, body[name] === '' ? null : body[name]]))
}

/** The same, where an empty text leaves what was there. */
function filled(body: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(given(body, names)).filter(([, value]) => value !== null))
}

/** Attributes that a request does not name stay. */
function extended(body: Row, before: Row | undefined): Row {
  if (body.extension === undefined) return {}
  return { extension: { ...(before?.extension as Row | undefined), ...(body.extension as Row) } }
}

/** @throws Refused when no organization has the code */
function idOfCode(rows: Collection, code: unknown, missing: ErrorCodeName): unknown {
  const found = rows.find(({ org_code }) => org_code === code)
  if (!found) throw refuse(missing, `there is no organization with the code ${code}`)
  return found.org_id
}

/** @throws Refused when there is no such parent, or it is the organization itself */
function parentIn(
  rows: Collection,
  { parent_id }: Row,
  before: Row | undefined,
  missing: ErrorCodeName,
  own: ErrorCodeName,
) {
  if (!parent_id) return {}
  if (!rows.get(parent_id)) throw refuse(missing, `there is no organization ${parent_id}`)
  if (before?.org_id === parent_id) throw refuse(own, 'an organization is not its own parent')
  return { parent_id }
}

const shownOf = {
  user: [
    ...['user_id', 'org_id', 'user_name', 'name', 'mobile', 'email', 'pwd_must_modify', 'pwd_change_at', 'created_at'],
    ...['updated_at', 'disabled', 'grade', 'locked', 'extension', 'user_org_relation_list'],
  ],
  applicationOrganization: ['org_id', 'org_code', 'name', 'parent_id'],
  account: ['id', 'account_name', 'account_type', 'name', 'disabled', 'org_id', 'extension'],
  role: ['id', 'code', 'name', 'createdAt', 'updatedAt'],
}

/** What of a user is kept as it is said; organizations and attributes of the tenant are translated. */
const translated = ['org_code', 'user_org_relation_list', 'extension', 'verify_code', 'pwd']

/** The kinds, filled with the contract's examples. */
export function createKinds(document: MockDocument, { users: told, ids, clock }: World): Record<KindName, Kind> {
  const rowsOf = (id: string, ...operations: string[]) => exampleRows(document, id, operations)
  const organizations = new Collection('org_id', rowsOf('org_id', 'getOrganization', 'listOrganizations'))
  const applicationOrganizations = new Collection(
    'org_id',
    rowsOf('org_id', 'getApplicationOrganization', 'listApplicationOrganizations'),
  )
  const documented = rowsOf('user_id', 'getTenantUser', 'listTenantUsers')
  const [firstUser] = documented
  const blankUser: Row = {
    ...Object.fromEntries(shownOf.user.map((name) => [name, null])),
    ...{ pwd_must_modify: false, disabled: false, extension: {}, user_org_relation_list: [] },
  }
  const known: Row[] = told.map(
    ({ userName, userId, displayName = userName, phone = null, email = null, password, claims }) => {
      const times = { created_at: timeText(clock()), updated_at: timeText(clock()) }
      // Who has the name of a user of the examples is that user, with what else was said.
      const example = documented.find((row) => row.user_name === userName)
      const said = { user_name: userName, name: displayName, mobile: phone, email, password, claims }
      return example
        ? { ...example, password, claims }
        : { ...blankUser, ...times, ...said, user_id: userId ?? ids.stamped() }
    },
  )
  const users = new Collection('user_id', [
    ...known,
    ...documented.filter((row) => !known.some((one) => one.user_id === row.user_id)),
  ])
  const owned: Row[] = rowsOf('id', 'listTenantUserApplicationAccounts').map((row) => ({
    ...row,
    user_id: firstUser?.user_id,
  }))
  const others = rowsOf('id', 'getApplicationAccount', 'listApplicationAccounts', 'listApplicationRoleMembers')
  const defaults: Row = { account_type: 'BASIC_ACCOUNT', disabled: false, org_id: null, extension: {} }
  const accounts = [...owned, ...others].map((row) => ({
    ...defaults,
    ...others.find(({ id }) => id === row.id),
    ...owned.find(({ id }) => id === row.id),
  }))
  /** Where a new user belongs when nobody says. */
  const root = () => organizations.find(({ parent_id }) => parent_id === null)?.org_id
  const members = rowsOf('id', 'listApplicationRoleMembers').map(({ id }) => id)
  const roles = rowsOf('id', 'getApplicationRole', 'listApplicationRoles')

  return {
    user: {
      rows: users,
      id: 'user_id',
      param: 'user_id',
      told: 'user_id',
      missing: 'USER.0001',
      unique: { mobile: 'USER.0030', email: 'USER.0031', user_name: 'USER.0029' },
      shown: shownOf.user,
      blank: blankUser,
      said(body, before) {
        const relations = (body.user_org_relation_list as Row[] | undefined)?.map(({ orgCode, relationType }) => ({
          org_id: idOfCode(organizations, orgCode, 'ORG.0001'),
          relation_type: String(relationType),
        }))
        const primary = body.org_code
          ? idOfCode(organizations, body.org_code, 'ORG.0001')
          : (relations?.find(({ relation_type }) => relation_type === '1')?.org_id ?? (before ? undefined : root()))
        const list = relations ?? (primary === undefined ? undefined : [{ org_id: primary, relation_type: '1' }])
        const fields = Object.keys(body).filter((name) => !translated.includes(name))
        return {
          ...given(body, fields),
          ...extended(body, before),
          // Who has no name is shown by the user name.
          ...((body.name === '' || (!before && !body.name)) && { name: body.user_name ?? before?.user_name }),
          ...(list && { user_org_relation_list: list }),
          ...(primary !== undefined && { org_id: primary }),
        }
      },
    },
    organization: {
      rows: organizations,
      id: 'org_id',
      param: 'org_id',
      told: 'org_id',
      missing: 'ORG.0001',
      unique: { org_code: 'ORG.0012' },
      shown: [...shownOf.applicationOrganization, 'category'],
      blank: { parent_id: null, category: 'department' },
      said: (body, before) => ({
        ...(body.code ? { org_code: body.code } : {}),
        ...filled(body, ['name', 'category']),
        ...parentIn(organizations, body, before, 'ORG.0008', 'ORG.0014'),
      }),
    },
    applicationOrganization: {
      rows: applicationOrganizations,
      id: 'org_id',
      param: 'org_id',
      told: 'org_id',
      missing: 'APP_ORG.0001',
      unique: { org_code: 'APP_ORG.0003' },
      ofApplication: true,
      shown: shownOf.applicationOrganization,
      blank: { parent_id: null },
      said: (body, before) => ({
        ...filled(body, ['org_code', 'name']),
        ...parentIn(applicationOrganizations, body, before, 'APP_ORG.0004', 'APP_ORG.0006'),
      }),
    },
    account: {
      rows: new Collection('id', accounts),
      id: 'id',
      param: 'account_id',
      told: 'account_id',
      missing: 'APP_ACCOUNT.0001',
      unique: { account_name: 'APP_ACCOUNT.0002' },
      ofApplication: true,
      shown: shownOf.account,
      blank: defaults,
      said(body, before) {
        const owner = users.get(body.user_id)
        if (!before && !owner) throw refuse('USER.0001', `there is no user ${body.user_id}`)
        return {
          ...(!before && owner && { user_id: owner.user_id, account_name: owner.user_name, name: owner.name }),
          ...filled(body, ['account_name', 'name', 'disabled']),
          ...(body.org_code ? { org_id: idOfCode(applicationOrganizations, body.org_code, 'APP_ORG.0001') } : {}),
          ...extended(body, before),
        }
      },
    },
    role: {
      rows: new Collection(
        'id',
        roles.map((row, index) => ({ ...row, members: index === 0 ? members : [] })),
      ),
      id: 'id',
      param: 'role_id',
      told: 'role_id',
      missing: 'APP_ROLE.0001',
      unique: { code: 'APP_ROLE.0002' },
      ofApplication: true,
      shown: shownOf.role,
      blank: { updatedAt: null, members: [] },
      said: (body, before) => ({ ...(!before && { name: body.code }), ...filled(body, ['code', 'name']) }),
    },
  }
}
