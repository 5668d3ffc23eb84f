import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { Collection } from '../../mocks/src/memory/collection.ts'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock
let application: string
beforeAll(async () => {
  mock = await startMock()
})
beforeEach(async () => {
  mock.reset()
  application = await token('/api/v2/tenant/token', { grant_type: 'client_credentials' })
})
afterAll(() => mock.stop())

const client = { client_id: 'c', client_secret: 's' }

async function tokens(path: string, form: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ ...client, ...form })
  return (await (await fetch(mock.origin + path, { method: 'POST', body })).json()) as Record<string, string>
}
const token = async (path: string, form: Record<string, string>) => (await tokens(path, form)).access_token ?? ''
const signIn = (username: string, scope = 'openid profile ZMS.UserDetails.Read ZMS.UserDetails.Write') =>
  tokens('/connect/token', { grant_type: 'password', username, password: 'p', scope })

/** Calls an operation, holds the answer to the contract, and gives its status and body. */
async function call(id: OperationId, { params = {}, query = {}, body, by = application }: Called = {}) {
  const { method, path } = operations[id]
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''))
  const address = `${mock.origin}${filled}?${new URLSearchParams(query)}`
  const answer = await fetch(address, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${by}`, 'content-type': 'application/json', 'x-l': 'en' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const read = text === '' ? undefined : JSON.parse(text)
  if (read) expect(violations(id, String(answer.status), 'application/json', read), text).toEqual([])
  return { status: answer.status, body: read }
}

interface Called {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  by?: string
}

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

describe('users of the Account API', () => {
  let trusted: string
  beforeEach(async () => {
    const scope =
      'ZMS.Users.Read ZMS.Users.Create ZMS.Users.Write ZMS.OEMUsers.Create ZMS.OEMUsers.Read ZMS.OEMUsers.Delete'
    trusted = await token('/connect/token', { grant_type: 'client_credentials', scope })
  })
  const ask = async (id: OperationId, body: unknown) => (await call(id, { body, by: trusted })).body.data

  test('are there for who made them, in order, with what was sent', async () => {
    const [first, second, taken, weak] = await ask('createUsers', [
      { userName: 'alice', email: 'alice@example.com' },
      { userName: 'bob', phone: '13911115555' },
      { userName: 'carol', email: 'Alice@example.com' },
      { userName: 'dave', password: '123456' },
    ])
    expect([first, second]).toMatchObject([
      { error: null, userInfo: { userName: 'alice', email: 'alice@example.com', phone: null } },
      { error: null, userInfo: { userName: 'bob', itc: '+86', phone: '13911115555' } },
    ])
    expect(taken).toMatchObject({ error: { error: 'CreateUserFailed' }, userInfo: { userName: 'alice' } })
    expect(weak).toMatchObject({ error: { error: 'CreateUserFailed' }, userInfo: null })
    const found = await ask('findUserGuids', [
      { userName: 'bob' },
      { userName: 'nobody' },
      { email: 'alice@example.com' },
    ])
    expect(found).toMatchObject([
      { userInfo: { guid: second.userInfo.guid } },
      { error: { error: 'UserNotFound' } },
      { userInfo: { guid: first.userInfo.guid } },
    ])
    await ask('updateUsersDetails', [{ guid: first.userInfo.guid, address: { city: 'Wuhan' } }])
    const [details] = await ask('queryUserDetails', [first.userInfo.guid])
    expect(details.userInfo).toMatchObject({ userName: 'alice', address: { city: 'Wuhan', street: null } })
    const listed = await call('listUserGuids', { by: trusted, query: { pageSize: '200' } })
    expect(listed.body.data).toEqual(expect.arrayContaining([first.userInfo.guid, second.userInfo.guid]))
  })

  test('are who their GUID names in upper case, too, as on the server', async () => {
    const [{ userInfo }] = await ask('createUsers', [{ userName: 'frida' }])
    const guid = userInfo.guid.toUpperCase()
    const login = { guid, provider: 'wechat', externalID: 'frida-1' }
    for (const [id, body] of [
      ['queryUserDetails', [guid]],
      ['updateUsersDetails', [{ guid, displayName: 'Frida' }]],
      ['addExternalLogins', [login]],
    ] as const) {
      expect(await ask(id, body)).toMatchObject([{ error: null, userInfo: { guid: userInfo.guid } }])
    }
    const asked = [{ provider: 'WeChat', externalID: 'frida-1' }]
    expect(await ask('findUsersByExternalLogin', asked)).toMatchObject([{ guid: userInfo.guid }])
  })

  test('are sent messages: to those who are there, and JSON', async () => {
    const by = await token('/connect/token', { grant_type: 'client_credentials', scope: 'ZMS.MNS.Send' })
    const [{ userInfo }] = await ask('createUsers', [{ userName: 'gustav' }])
    const message = { objectId: userInfo.guid, types: 'LicenseTimeChange', content: '{"takeTime":1719365386}' }
    expect((await call('pushServiceMessage', { by, body: message })).status).toBe(200)
    for (const [wrong, error] of [
      [{ objectId: '0198f2a4-0000-7000-8000-000000000000' }, 'UserNotFound'],
      [{ content: 'no JSON' }, 'MessageContentInvalid'],
    ] as const) {
      const refused = await call('pushServiceMessage', { by, body: { ...message, ...wrong } })
      expect(refused.body).toMatchObject({ error })
    }
  })

  test('have the sign-ins of their own', async () => {
    const by = await token('/connect/token', { grant_type: 'client_credentials', scope: 'ZMS.Users.Statistics' })
    const known = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'
    const records = async (guid: string) => (await call('listLoginRecords', { by, query: { guid } })).body
    expect(await records(known)).toMatchObject({ totalNum: 2, data: [{ guid: known }, { guid: known }] })
    expect(await records('0198f2a4-0000-7000-8000-000000000000')).toMatchObject({ totalNum: 0, data: [] })
  })

  test('of an OEM client are its own', async () => {
    const [made] = await ask('registerOemUsers', [{ displayName: 'One' }])
    const { guid } = made.userInfo
    const listed = async () =>
      (await call('listOemUsers', { by: trusted })).body.data.map((one: { guid: string }) => one.guid)
    expect(await listed()).toContain(guid)
    expect((await ask('updateOemUsers', [{ guid, displayName: 'Two' }]))[0].userInfo.displayName).toBe('Two')
    expect((await ask('queryUserDetails', [guid]))[0]).toMatchObject({ error: { error: 'UserNotFound' } })
    expect(await ask('deleteOemUsers', [guid, guid])).toMatchObject([
      { error: null },
      { error: { error: 'UserNotFound' } },
    ])
    expect(await listed()).not.toContain(guid)
  })

  test('are found by the conditions of the back office, and changed there', async () => {
    const by = (await signIn('admin')).access_token ?? ''
    const [{ userInfo }] = await ask('createUsers', [{ userName: 'erin', email: 'erin@example.com' }])
    const listed = async (query: Record<string, string>) => (await call('listUsers', { by, query })).body.data
    expect(await listed({ email: 'erin@example.com' })).toMatchObject([{ userName: 'erin' }])
    expect((await call('searchUsers', { by, query: { keyword: 'eri' } })).body.data).toMatchObject([
      { userName: 'erin' },
    ])
    const disabled = { guid: userInfo.guid, accountState: 'Disabled' }
    const { access_token: before } = await signIn('erin')
    await call('editUserSecurity', { by, body: disabled })
    expect(await listed({ accountState: 'Disabled' })).toMatchObject([{ userName: 'erin' }])
    expect((await call('getUserDetails', { by: before ?? '' })).status).toBe(401)
    expect(await signIn('erin')).toMatchObject({ error: 'invalid_grant' })
    const written: Record<string, string>[] = [
      { email: 'Erin@example.com' },
      { userName: 'ERIN' },
      { userGuid: userInfo.guid.toUpperCase() },
    ]
    for (const query of written) {
      expect([query, await listed(query)]).toMatchObject([query, [{ userName: 'erin' }]])
    }
    for (const keyword of ['ERIN@', userInfo.guid]) {
      const { body: found } = await call('searchUsers', { by, query: { keyword } })
      expect([keyword, found.data]).toMatchObject([keyword, [{ userName: 'erin' }]])
    }
    const body = { guid: userInfo.guid, type: 'Phone' }
    expect((await call('unbindUser', { by, body })).body).toMatchObject({ error: 'BindingNotFound' })
  })
})

test('role groups and enterprises are as they were made and changed', async () => {
  const by = (await signIn('admin')).access_token ?? ''
  const manager = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'
  const { body: made } = await call('createRoleGroup', { by, body: { name: 'Account.New', manager } })
  const { guid } = made.data[0]
  await call('addRoleGroupMembers', { by, body: { guid, members: [manager] } })
  const { body: listed } = await call('listRoleGroups', { by })
  expect(listed.data).toContainEqual(expect.objectContaining({ guid, members: [manager], memberCount: 1 }))
  const again = await call('createRoleGroup', { by, body: { name: 'account.new', manager } })
  expect(again).toMatchObject({ status: 409, body: { error: 'RoleGroupNameTaken' } })
  const { body: corp } = await call('saveCorp', { by, body: { name: 'new' } })
  const edit = { guid: corp.data[0].guid, displayName: 'Newer' }
  expect((await call('saveCorp', { by, body: edit })).body.data).toMatchObject([{ name: 'new', displayName: 'Newer' }])
})

describe('who signed in', () => {
  test('is who is read, in the Account API', async () => {
    const { access_token: by = '' } = await signIn(
      'frank',
      'openid profile email ZMS.UserDetails.Read ZMS.UserDetails.Write',
    )
    await call('updateUserDetails', { by, body: { displayName: 'Frank' } })
    expect((await call('getUserDetails', { by })).body.data).toMatchObject([
      { userName: 'frank', displayName: 'Frank' },
    ])
    const claims = (await call('getUserInfo', { by })).body
    expect(claims).toMatchObject({ preferred_username: 'frank', name: 'Frank' })
    expect(claims).not.toHaveProperty('email')
    const { access_token: other = '' } = await signIn('grace')
    expect((await call('getUserInfo', { by: other })).body.preferred_username).toBe('grace')
  })

  test('is who is told in the claims of the scope, and no more', async () => {
    const { access_token: by = '' } = await signIn('testUserName', 'openid')
    expect(Object.keys((await call('getUserInfo', { by })).body)).toEqual(['sub'])
    const { access_token: more = '' } = await signIn('testUserName', 'openid email phone')
    expect((await call('getUserInfo', { by: more })).body).toMatchObject({
      email: 'test@example.com',
      phone_number: '+8613800000001',
    })
  })
})

test('revoked tokens are dead, and so is what came of a revoked refresh token', async () => {
  const first = await signIn('hans', 'openid offline_access')
  const revoke = (value = '') => tokens('/connect/revocation', { token: value })
  await revoke(first.access_token)
  expect((await call('getUserInfo', { by: first.access_token ?? '' })).status).toBe(401)
  const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' }
  const second = await tokens('/connect/token', refresh)
  expect((await call('getUserInfo', { by: second.access_token ?? '' })).status).toBe(200)
  await revoke(second.refresh_token)
  expect((await call('getUserInfo', { by: second.access_token ?? '' })).status).toBe(401)
  expect(await tokens('/connect/token', refresh)).toMatchObject({ error: 'invalid_grant' })
  expect(await tokens('/connect/introspect', { token: second.access_token ?? '' })).toEqual({ active: false })
})

test('another client cannot revoke a token', async () => {
  const { access_token: by = '' } = await signIn('ida')
  await tokens('/connect/revocation', { token: by, client_id: 'other' })
  expect((await call('getUserInfo', { by })).status).toBe(200)
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
