import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import account from '../../generated/account.json' with { type: 'json' }
import oneAccess from '../../generated/oneaccess.json' with { type: 'json' }
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

interface Property {
  readonly type?: string | readonly string[]
  readonly maxLength?: number
  readonly minLength?: number
}
type Schemas = Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> } | undefined>>

/** Where each property of a request is stored; null where it is no column of its own. */
const columns: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  users: {
    userName: 'user_name',
    user_name: 'user_name',
    firstName: 'first_name',
    first_name: 'first_name',
    middle_name: 'middle_name',
    lastName: 'last_name',
    last_name: 'last_name',
    displayName: 'display_name',
    name: 'display_name',
    profileImage: 'profile_image',
    preferredLanguage: 'preferred_language',
    email: 'email',
    ITC: 'itc',
    itc: 'itc',
    phone: 'phone',
    mobile: 'phone',
    employee_id: 'employee_id',
    dateOfBirth: null,
    attr_birthday: null,
    // Names a user or an organization, or is hashed.
    guid: null,
    org_code: null,
    password: null,
    // Kept inside of `attributes`, which has no limit of its own.
    attr_nick_name: null,
    attr_identity_number: null,
    attr_area: null,
    attr_city: null,
    attr_manager_id: null,
    attr_hire_date: null,
    attr_work_place: null,
  },
  role_groups: { name: 'name', displayName: 'display_name', description: 'description', manager: null, guid: null },
  organizations: { code: 'code', name: 'name', parent_id: null },
  application_organizations: { org_code: 'code', name: 'name', parent_id: null },
  application_accounts: { account_name: 'account_name', name: 'name', user_id: null, org_code: null, password: null },
  application_roles: { code: 'code', name: 'name' },
  external_logins: {
    provider: 'provider',
    externalID: 'external_id',
    appID: 'app_id',
    appOpenID: 'app_open_id',
    displayName: 'display_name',
    guid: null,
  },
}

/** The request schemas that are stored in each table. */
const requests: readonly (readonly [
  table: string,
  document: { components: { schemas: object } },
  ...names: string[],
])[] = [
  ['users', account, 'UserCreate', 'UserBasicUpdate', 'UserDetailsUpdate', 'UserDetailsEdit', 'UserSecurityEdit'],
  ['users', account, 'UserBasic', 'UserDetails', 'OemUserCreate', 'OemUserUpdate'],
  ['users', oneAccess, 'UserCreateOption', 'UserUpdateOption'],
  ['role_groups', account, 'RoleGroupCreate', 'RoleGroupUpdate'],
  ['organizations', oneAccess, 'OrganizationCreate', 'OrganizationUpdate'],
  ['application_organizations', oneAccess, 'ApplicationOrganizationCreate', 'ApplicationOrganizationUpdate'],
  ['application_accounts', oneAccess, 'ApplicationAccountCreate', 'ApplicationAccountUpdate'],
  ['application_accounts', oneAccess, 'AccountAuthorizationOption'],
  ['application_roles', oneAccess, 'ApplicationRoleCreate', 'ApplicationRoleUpdate'],
  ['external_logins', account, 'ExternalLoginCreate'],
]

/** A table's column with the text that is to fit into it. */
interface Limit {
  readonly source: string
  readonly table: string
  readonly column: string
  readonly length: number
}

const limits = requests.flatMap(([table, document, ...names]) =>
  names.flatMap((name) => {
    const properties = (document.components.schemas as Schemas)[name]?.properties ?? {}
    return Object.entries(properties).flatMap(([property, { maxLength }]): Limit[] => {
      if (maxLength === undefined) return []
      const column = columns[table]?.[property]
      if (column === undefined) throw new Error(`${name}.${property} is stored nowhere`)
      return column === null ? [] : [{ source: `${name}.${property}`, table, column, length: maxLength }]
    })
  }),
)

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const id = '018f4d3e-0000-7000-8000-000000000001'
  await client.query(`
    insert into users (id, user_name, itc, phone) values ('${id}', 'limits', '+86', '13800000001');
    insert into organizations (id, code, name) values ('${id}', 'limits', 'limits');
    insert into external_logins (id, user_id, provider, external_id, app_id) values ('${id}', '${id}', 'p', 'e', 'a');
    insert into applications (id, client_id, name, token_endpoint_auth_method) values ('${id}', 'limits', 'limits', 'none');
    insert into application_organizations (application_id, id, code, name) values ('${id}', '${id}', 'limits', 'limits');
    insert into application_accounts (application_id, id, user_id, account_name, name)
      values ('${id}', '${id}', '${id}', 'limits', 'limits');
    insert into application_roles (application_id, id, code, name) values ('${id}', '${id}', 'limits', 'limits')`)
})
afterAll(async () => {
  await client.end()
  await database.close()
})

/** The longest text of the contract; numbers have a pattern of their own, which is shorter than their limit. */
function longest({ column, length }: Limit): string {
  if (column === 'phone') return '1'.repeat(20)
  if (column === 'itc') return `+${'1'.repeat(6)}`
  return 'x'.repeat(length)
}

test.each(limits)('$source of $length characters has room in $table.$column', async (limit) => {
  await client.query('begin')
  const { rowCount } = await client.query(
    `update ${limit.table} set ${limit.column} = $1 where ctid = (select ctid from ${limit.table} limit 1)`,
    [longest(limit)],
  )
  await client.query('rollback')
  expect(rowCount).toBe(1)
})

test('what is limited in the contract is looked at', () => {
  expect(limits.length).toBeGreaterThan(50)
})
