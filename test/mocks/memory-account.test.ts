import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OperationId } from '../../generated/operations.ts'
import { type Called, callMock, tokensOf } from './memory-calls.ts'
import { type RunningMock, startMock } from './start.ts'

let mock: RunningMock
beforeAll(async () => {
  mock = await startMock()
})
beforeEach(() => mock.reset())
afterAll(() => mock.stop())

const call = (id: OperationId, called: Called) => callMock(mock, id, called)
const tokens = (path: string, form: Record<string, string>) => tokensOf(mock, path, form)
const clientToken = async (scope: string) =>
  (await tokens('/connect/token', { grant_type: 'client_credentials', scope })).access_token ?? ''
const signIn = (username: string, scope = 'openid profile ZMS.UserDetails.Read ZMS.UserDetails.Write') =>
  tokens('/connect/token', { grant_type: 'password', username, password: 'p', scope })

describe('users of the Account API', () => {
  let trusted: string
  beforeEach(async () => {
    const scope =
      'ZMS.Users.Read ZMS.Users.Create ZMS.Users.Write ZMS.OEMUsers.Create ZMS.OEMUsers.Read ZMS.OEMUsers.Delete'
    trusted = await clientToken(scope)
  })
  const ask = async (id: OperationId, body: unknown) => (await call(id, { body, by: trusted })).body.data

  test('with half a character in them are none, and spoil no others', async () => {
    const [half, whole] = await ask('createUsers', [{ userName: 'half', displayName: '\ud800' }, { userName: 'whole' }])
    expect(half).toMatchObject({ error: { error: 'CreateUserFailed' }, userInfo: null })
    expect(whole).toMatchObject({ error: null, userInfo: { userName: 'whole' } })
    const { access_token: by } = await signIn('whole')
    const { status, body } = await call('updateUserDetails', { body: { displayName: '\ud800' }, by })
    expect([status, body]).toMatchObject([400, { error: 'InvalidRequest' }])
  })

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
    const by = await clientToken('ZMS.MNS.Send')
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
    const by = await clientToken('ZMS.Users.Statistics')
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
