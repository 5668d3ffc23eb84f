import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OperationId } from '../../generated/operations.ts'
import { Collection } from '../../mocks/src/memory/collection.ts'
import { type Called, callMock, tokensOf } from './memory-calls.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock
let application: string
beforeAll(async () => {
  mock = await startMock()
})
beforeEach(async () => {
  mock.reset()
  application = (await tokensOf(mock, '/api/v2/tenant/token', { grant_type: 'client_credentials' })).access_token ?? ''
})
afterAll(() => mock.stop())

const call = (id: OperationId, called: Called = {}) => callMock(mock, id, { by: application, ...called })

const app = { application_id: '20211105164443827-9A1B-5E1CA0A52' }
const page = { offset: '0', limit: '100' }

/** What is made, read, listed, changed and deleted in the same way, and how. */
const kinds = [
  {
    name: 'users',
    ids: ['createTenantUser', 'getTenantUser', 'listTenantUsers', 'updateTenantUser', 'deleteTenantUser'],
    param: 'user_id',
    body: { user_name: 'alice', mobile: '13911112222', email: 'alice@example.com', extension: { age: '18' } },
    read: { user_name: 'alice', name: 'alice', mobile: '13911112222', disabled: false, extension: { age: '18' } },
    edit: { name: 'Alice', email: '', extension: { size: 'm' } },
    edited: { name: 'Alice', email: null, mobile: '13911112222', extension: { age: '18', size: 'm' } },
    gone: 'USER.0001',
    // The number is looked at before the name, as on the server.
    taken: 'USER.0030',
    query: { org_id: '' },
  },
  {
    name: 'organizations',
    ids: ['createOrganization', 'getOrganization', 'listOrganizations', 'updateOrganization', 'deleteOrganization'],
    param: 'org_id',
    body: { code: 'new', name: 'New', parent_id: '20220117125622909-9346-35755733F' },
    read: { org_code: 'new', name: 'New', parent_id: '20220117125622909-9346-35755733F', category: 'department' },
    edit: { name: 'Newer', code: '' },
    edited: { name: 'Newer', org_code: 'new' },
    gone: 'ORG.0001',
    taken: 'ORG.0012',
  },
  {
    name: 'organizations of an application',
    ids: [
      ...['createApplicationOrganization', 'getApplicationOrganization', 'listApplicationOrganizations'],
      ...['updateApplicationOrganization', 'deleteApplicationOrganization'],
    ],
    param: 'org_id',
    body: { org_code: 'new', name: 'New' },
    read: { org_code: 'new', name: 'New', parent_id: null },
    edit: { name: 'Newer', parent_id: '20220209171503408-7F15-4CDA55F43' },
    edited: { name: 'Newer', parent_id: '20220209171503408-7F15-4CDA55F43' },
    gone: 'APP_ORG.0001',
    taken: 'APP_ORG.0003',
  },
  {
    name: 'accounts of an application',
    ids: [
      ...['createApplicationAccount', 'getApplicationAccount', 'listApplicationAccounts'],
      ...['updateApplicationAccount', 'deleteApplicationAccount'],
    ],
    param: 'account_id',
    body: { user_id: '20220413165737132-3BA0-91FCA2CB7', account_name: 'new' },
    read: { account_name: 'new', name: 'zhangsan', disabled: false, roles: [] },
    edit: { disabled: true },
    edited: { account_name: 'new', disabled: true },
    gone: 'APP_ACCOUNT.0001',
    taken: 'APP_ACCOUNT.0002',
  },
  {
    name: 'roles of an application',
    ids: [
      ...['createApplicationRole', 'getApplicationRole', 'listApplicationRoles'],
      ...['updateApplicationRole', 'deleteApplicationRole'],
    ],
    param: 'role_id',
    body: { code: 'new' },
    read: { code: 'new', name: 'new', updatedAt: null },
    edit: { name: 'Newer' },
    edited: { name: 'Newer', code: 'new', updatedAt: expect.any(String) },
    gone: 'APP_ROLE.0001',
    taken: 'APP_ROLE.0002',
  },
] as const

describe.each(kinds)('$name', ({ ids, param, body, read, edit, edited, gone, taken, ...others }) => {
  const [create, get, list, update, remove] = ids as unknown as OperationId[] as [
    OperationId,
    OperationId,
    OperationId,
    OperationId,
    OperationId,
  ]
  const rowsOf = async () => {
    const query = { ...page, ...('query' in others ? others.query : {}) }
    const answer = await call(list, { params: app, query })
    return Object.values(answer.body).find((value) => Array.isArray(value)) as Record<string, unknown>[]
  }

  test('are there once they were made, as they were changed, and not when they were deleted', async () => {
    const before = (await rowsOf()).length
    const made = await call(create, { params: app, body })
    const id = Object.values(made.body)[0] as string
    const params = { ...app, [param]: id }
    expect((await call(get, { params })).body).toMatchObject(read)
    expect(await rowsOf()).toHaveLength(before + 1)
    expect((await call(create, { params: app, body })).body).toMatchObject({ error_code: taken })

    expect((await call(update, { params, body: edit })).status).toBe(200)
    expect((await call(get, { params })).body).toMatchObject(edited)

    expect([200, 204]).toContain((await call(remove, { params })).status)
    for (const id of [get, update, remove]) {
      const refused = await call(id, { params, ...(id === update && { body: edit }) })
      expect(refused).toMatchObject({ status: 400, body: { error_code: gone } })
    }
    expect(await rowsOf()).toHaveLength(before)
  })
})

test('a user is found by the name in any case, disabled, and has the accounts that were made for them', async () => {
  const { body } = await call('createTenantUser', {
    body: { user_name: 'Bob', mobile: '13911113333', org_code: '10000' },
  })
  const params = { ...app, user_id: body.user_id }
  const found = () => call('findTenantUserByUserName', { body: { user_name: 'BOB' } })
  expect((await found()).body).toMatchObject({ user_id: body.user_id, org_id: '20220117125622909-9346-35755733F' })
  await call('disableTenantUser', { params })
  expect((await found()).body.disabled).toBe(true)
  await call('authorizeApplicationAccount', { params, body: {} })
  expect((await call('listTenantUserApplicationAccounts', { params })).body).toMatchObject({
    total: 1,
    accounts: [{ account_name: 'Bob', ...app }],
  })
  const inOrganization = { org_id: '20220117125622909-9346-35755733F', ...page }
  const listed = await call('listTenantUsers', { query: inOrganization })
  expect(listed.body.users.map(({ user_name }: { user_name: string }) => user_name)).toContain('Bob')
})

test('a role has the members that were added, as far as there are such accounts', async () => {
  const { body: role } = await call('createApplicationRole', { params: app, body: { code: 'r' } })
  const user = { user_id: '20220413165737132-3BA0-91FCA2CB7', account_name: 'm' }
  const { body: account } = await call('createApplicationAccount', { params: app, body: user })
  const body = { role_id: role.role_id, account_Ids: [account.account_id, 'nobody'] }
  const answer = { success_list: [account.account_id], fail_list: ['nobody'] }
  expect((await call('addApplicationRoleMembers', { params: app, body })).body).toEqual(answer)
  const members = () => call('listApplicationRoleMembers', { params: { ...app, role_id: role.role_id }, query: page })
  expect((await members()).body).toMatchObject({ total: 1, role_members: [{ id: account.account_id }] })
  const params = { ...app, account_id: account.account_id }
  expect((await call('getApplicationAccount', { params })).body.roles).toMatchObject([{ role_code: 'r' }])
  expect((await call('removeApplicationRoleMembers', { params: app, body })).body).toEqual(answer)
  expect((await members()).body.total).toBe(0)
})

test('an organization with others below it, or with users, is not deleted', async () => {
  const { body: parent } = await call('createOrganization', { body: { code: 'p', name: 'P' } })
  const { body: child } = await call('createOrganization', { body: { code: 'k', name: 'K', parent_id: parent.org_id } })
  const remove = (org_id: string) => call('deleteOrganization', { params: { org_id } })
  expect((await remove(parent.org_id)).body).toMatchObject({ error_code: 'ORG.0020' })
  await call('createTenantUser', { body: { user_name: 'k', mobile: '13911114444', org_code: 'k' } })
  expect((await remove(child.org_id)).body).toMatchObject({ error_code: 'ORG.0022' })
  const deep = { org_id: parent.org_id, all_child: 'true', ...page }
  expect((await call('listOrganizations', { query: deep })).body.total).toBe(2)
})

test('pages of a long list hold each row once and end', async () => {
  for (let n = 0; n < 23; n++) await call('createApplicationRole', { params: app, body: { code: `role${n}` } })
  const seen: string[] = []
  for (let offset = 0; offset < 5; offset++) {
    const { body } = await call('listApplicationRoles', { params: app, query: { offset: `${offset}`, limit: '10' } })
    expect(body).toMatchObject({ total: 25, offset, limit: 10 })
    seen.push(...body.roles.map(({ code }: { code: string }) => code))
  }
  expect([seen.length, new Set(seen).size]).toEqual([25, 25])
})

test('a reset brings the examples back, and leaves tokens good', async () => {
  const params = { user_id: '20220413165737132-3BA0-91FCA2CB7' }
  await call('deleteTenantUser', { params })
  expect((await call('getTenantUser', { params })).status).toBe(400)
  mock.reset()
  expect((await call('getTenantUser', { params })).body).toMatchObject({ user_name: 'zhangsan' })
})

test('there is room for so many things of a kind: the oldest gives way', () => {
  const rows = new Collection('id', [{ id: 'example' }])
  for (let n = 0; n < 10_100; n++) rows.put({ id: String(n) })
  expect([rows.all().length, rows.get('example'), rows.get('99'), rows.get('100')]).toEqual([
    10_000,
    undefined,
    undefined,
    { id: '100' },
  ])
})

test('examples are there by Prefer, whatever was called', async () => {
  const params = { user_id: '20220413165737132-3BA0-91FCA2CB7' }
  await call('deleteTenantUser', { params })
  const headers = { authorization: `Bearer ${application}`, prefer: 'example=zhangsan' }
  const answer = await fetch(`${mock.origin}/api/v2/tenant/users/${params.user_id}`, { headers })
  expect(await answer.json()).toMatchObject({ user_name: 'zhangsan' })
})
