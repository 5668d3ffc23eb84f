import { encrypt } from '@wecom/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask, clientToken, managementToken, oemToken, personToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { linkedCorp } from '../support/corps.ts'
import { codeFor } from '../support/outbox.ts'
import { plain } from '../support/pictures.ts'
import { addPeople, askRoles } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatementsAlone, withoutSchedule } from '../support/statements.ts'
import { callback, changeXml, newCorp, signedQuery, WeComStandIn } from '../support/wecom.ts'

let server: TestServer
const corp = newCorp()
let weCom: WeComStandIn

beforeAll(async () => {
  weCom = await WeComStandIn.start(corp)
  server = await startTestServer({ env: { WECOM_API_URL: weCom.url } })
  await withoutSchedule(server)
})
afterAll(async () => {
  await server.close()
  weCom.close()
})

const countAlone = (work: () => Promise<unknown>) => countStatementsAlone(server, work)

/** Statements of one request each; the token, user, roles and permissions of a call are one statement. */
const budget = {
  getUserBasic: 1,
  // The token; begin, change, audit event, commit.
  updateUserBasic: 5,
  // The token; a note of the file; begin, change, the picture before, the new one, audit event, commit.
  uploadProfileImage: 8,
  getProfileImage: 0,
  getReceiveInfo: 1,
  getUserClientConfiguration: 2,
  getModificationCounts: 2,
  getCurrentIp: 1,
  getClientConfiguration: 0,
  getUserDetails: 1,
  // The token; begin, change, audit event, commit.
  updateUserDetails: 5,
  // The token; limits; begin, code, message, kept ones, audit event, commit; limits.
  sendVerificationCode: 11,
  // The token; limits; begin, codes, change, audit event, message, kept ones, commit; limits.
  changeContact: 10,
  listUserGuids: 2,
  // The token; who is there already; begin, lock, users, passwords, audit events, commit.
  'createUsers, 1 user': 7,
  'createUsers, 100 users': 8,
  'createUsers, 100 users who are there': 2,
  'createUsers, 100 users with passwords': 8,
  findUserGuids: 2,
  queryUserDetails: 2,
  // The token; begin, changes, audit events, commit.
  'updateUsersDetails, 500 users': 5,
  'listLoginRecords, first page': 2,
  'listLoginRecords, next page': 2,
  // The token; begin, users, passwords, audit events, commit.
  'registerOemUsers, 100 users': 6,
  // The token; users, their number.
  'listOemUsers, first page': 3,
  'listOemUsers, next page': 2,
  // The token; whose they are; begin, changes, audit events, passwords, sessions, grants, codes, audit events, commit.
  'updateOemUsers, 100 users': 11,
  // The token; begin, whose they are, sessions, grants, codes, users, audit events, addresses, commit.
  'deleteOemUsers, 100 users': 11,
  listUserExternalLogins: 2,
  // The token; begin, lock, users, who has these, logins, audit events, logins of the users, commit.
  'addExternalLogins, 500 logins': 9,
  'addExternalLogins, 500 logins that are there': 7,
  queryExternalLogins: 2,
  findUsersByExternalLogin: 2,
  listRoleGroups: 2,
  createRoleGroup: 5,
  // The token; begin, lock, change, audit event, the group as it is now, commit.
  updateRoleGroup: 7,
  'updateRoleGroup, nothing new': 5,
  setRoleGroupManager: 7,
  'addRoleGroupMembers, 500 users': 7,
  'removeRoleGroupMembers, 500 users': 7,
  addRoleGroupReaders: 7,
  removeRoleGroupReaders: 7,
  // The token; begin, organization, enterprise, audit event, the enterprise as it is now, commit.
  'saveCorp, a new one': 7,
  // The token; begin, lock, enterprise, name, the rest, audit event, enterprise and link as they are now, commit.
  'saveCorp, an edit of everything': 10,
  // The token; begin, lock, enterprise, lock of the link, link, audit event, commit.
  saveCorpExternalLink: 8,
  'saveCorpExternalLink, nothing new': 6,
  // The token; the page with the number that is kept.
  listUsers: 2,
  'listUsers, filtered': 2,
  searchUsers: 2,
  getDepartmentChain: 2,
  // The token; begin, lock, standing, change, audit event, commit.
  editUserDetails: 7,
  // The token; begin, lock, standing, change, audit event, old and new number (4), commit.
  'editUserSecurity, phone': 11,
  // The token; the user, standing; begin, super administrators, lock, standing, change, audit event, password, sessions, grants,
  // codes, audit event, commit.
  'editUserSecurity, password and state': 18,
  // The token; begin, lock, standing, change, audit event, notice (2), commit.
  'unbindUser, phone': 9,
  // The token; begin, lock of logins, user, standing, lock again, logins, removal, audit event, commit.
  'unbindUser, logins': 12,
  issueAccessCredential: 2,
  // The credential; the organization; begin, user, password, audit event, membership, commit.
  createTenantUser: 8,
  getTenantUser: 2,
  'listTenantUsers, all': 2,
  'listTenantUsers, of an organization': 3,
  // The links; begin, event, commit.
  receiveWecomCallback: 4,
  verifyWecomCallback: 1,
  // The token; link, begin of the reading; waiting events (begin, lock, events, commit); WeCom's token for each of two calls;
  // begin, lock, events since, departments, others in the tree, members, memberships (4), end, commit.
  'refreshDepartments, nothing new': 22,
  getServerDate: 1,
  getPublicKey: 2,
}

test('each operation keeps to its number of statements, whatever the number of things', async () => {
  const seen: Record<string, number> = {}
  const count = async <Body>(name: keyof typeof budget, call: () => Promise<Answer<Body>>): Promise<Body> => {
    let answer: Answer<Body> | undefined
    seen[name] = await countAlone(async () => {
      answer = await call()
    })
    expect([name, answer?.status]).toEqual([name, expect.toSatisfy((status: number) => status < 300)])
    return (answer as Answer<Body>).body
  }
  const person = await personToken(server, 'openid ZMS.UserDetails.Read ZMS.UserDetails.Write')
  const client = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Create ZMS.Users.Write ZMS.Users.Statistics')
  const admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const credential = await managementToken(server)
  const details = '/api/v1.0/user/details'
  const invite = '/api/v1.0/users/inviteUsers'
  const people = Array.from({ length: 100 }, (_, n) => ({ phone: `1390000${String(n).padStart(4, '0')}` }))
  const [first, ...others] = people

  const mine = '/api/v1.0/user'
  const config = '/api/v1.0/clients/config?client_id=TestClient'
  const [{ guid: clientGuid }] = (await ask<{ data: [{ guid: string }] }>(server, 'GET', config)).body.data
  await count('getUserBasic', () => ask(server, 'GET', `${mine}/basic`, { token: person }))
  await count('updateUserBasic', () =>
    ask(server, 'POST', `${mine}/basic`, { token: person, body: { displayName: 'Zhang San' } }),
  )
  const file = new Blob([new Uint8Array(await plain(9, 9, 'red').png().toBuffer())])
  const form = new FormData()
  form.append('file', file, 'me.png')
  let picture = ''
  seen.uploadProfileImage = await countAlone(async () => {
    const answer = await contractFetch(`${server.issuer}${mine}/profileImage`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${person}` },
    })
    picture = ((await answer.json()) as { data: [{ profileImage: string }] }).data[0].profileImage
  })
  seen.getProfileImage = await countAlone(() => contractFetch(picture))
  await count('getReceiveInfo', () => ask(server, 'GET', `${mine}/receiveInfo`, { token: person }))
  await count('getUserClientConfiguration', () =>
    ask(server, 'GET', `${mine}/clientConfig?guid=${clientGuid}`, { token: person }),
  )
  await count('getModificationCounts', () => ask(server, 'GET', `${mine}/modifyCounts`, { token: person }))
  await count('getCurrentIp', () => ask(server, 'GET', `${mine}/ip`, { token: person }))
  await count('getClientConfiguration', () => ask(server, 'GET', config))
  await count('getUserDetails', () => ask(server, 'GET', details, { token: person }))
  await server.addUser({ userName: 'without-contact', password: 'Password.of.the.test.1' })
  const guest = await personToken(server, 'openid ZMS.UserDetails.Write', 'without-contact', 'Password.of.the.test.1')
  const contact = { type: 'Phone', phone: '13978900001' }
  const code = { token: guest, body: { ...contact, purpose: 'ChangePhone' } }
  await count('sendVerificationCode', () => ask(server, 'POST', '/api/v1.0/user/verificationCode', code))
  const proof = { token: guest, body: { ...contact, code: await codeFor(server, contact.phone) } }
  await count('changeContact', () => ask(server, 'POST', '/api/v1.0/user/contact', proof))
  await count('updateUserDetails', () => ask(server, 'POST', details, { token: person, body: { lastName: 'Zhang' } }))
  await count('listUserGuids', () => ask(server, 'GET', '/api/v1.0/trusted/users/guids', { token: client }))
  await count('createUsers, 1 user', () =>
    ask(server, 'POST', invite, { token: client, body: [{ ...first, password: 'Abc.123456' }] }),
  )
  const many = [...others, { userName: 'one-with-a-password', password: 'Abc.123456' }]
  await count('createUsers, 100 users', () => ask(server, 'POST', invite, { token: client, body: many }))
  await count('createUsers, 100 users who are there', () => ask(server, 'POST', invite, { token: client, body: many }))
  const ownLogins = '/api/v1.0/user/externalLogins'
  await count('listUserExternalLogins', () => ask(server, 'GET', ownLogins, { token: person }))
  const guids = (await ask<{ data: string[] }>(server, 'GET', '/api/v1.0/trusted/users/guids', { token: client })).body
    .data
  const logins = Array.from({ length: 500 }, (_, n) => {
    return { guid: guids[n % guids.length], provider: 'WeChat', externalID: `statements-${n}` }
  })
  const bind = () => ask(server, 'POST', '/api/v1.0/trusted/users/externalLogins', { token: client, body: logins })
  await count('addExternalLogins, 500 logins', bind)
  await count('addExternalLogins, 500 logins that are there', bind)
  const named = Array.from({ length: 100 }, (_, n) => ({ userName: `statements-${n}`, password: 'Abc.123456' }))
  await count('createUsers, 100 users with passwords', () =>
    ask(server, 'POST', invite, { token: client, body: named }),
  )
  const lookUp = { token: client, body: people }
  await count('findUserGuids', () => ask(server, 'POST', '/api/v1.0/users/guids', lookUp))
  await count('queryUserDetails', () => ask(server, 'POST', '/api/v1.0/users/details', { token: client, body: guids }))
  const edits = Array.from({ length: 500 }, (_, n) => ({ guid: guids[n % guids.length], displayName: `Edited ${n}` }))
  const editAll = '/api/v1.0/trusted/users/details'
  await count('updateUsersDetails, 500 users', () => ask(server, 'POST', editAll, { token: client, body: edits }))
  const page = (path: string, token: string, pageNum: number) =>
    ask(server, 'GET', `${path}?pageSize=2&pageNum=${pageNum}`, { token })
  const records = '/api/v1.0/trusted/users/loginRecords'
  await count('listLoginRecords, first page', () => page(records, client, 1))
  await count('listLoginRecords, next page', () => page(records, client, 2))
  const oem = await oemToken(server)
  const oemUsers = '/api/v1.0/oem/users'
  const register = Array.from({ length: 100 }, () => ({ password: 'Oem.12.reading' }))
  const registered = await count<{ data: { userInfo: { guid: string } }[] }>('registerOemUsers, 100 users', () =>
    ask(server, 'POST', `${oemUsers}/registration`, { token: oem, body: register }),
  )
  const own = registered.data.map(({ userInfo }) => userInfo.guid)
  await count('listOemUsers, first page', () => page(oemUsers, oem, 1))
  await count('listOemUsers, next page', () => page(oemUsers, oem, 2))
  const update = own.map((guid, n) => ({ guid, displayName: `Room ${n}`, password: 'Oem.13.reading' }))
  await count('updateOemUsers, 100 users', () =>
    ask(server, 'POST', `${oemUsers}/update`, { token: oem, body: update }),
  )
  await count('deleteOemUsers, 100 users', () => ask(server, 'DELETE', `${oemUsers}/delete`, { token: oem, body: own }))
  const ofUsers = '/api/v1.0/users/externalLogins'
  await count('queryExternalLogins', () => ask(server, 'POST', ofUsers, { token: client, body: guids }))
  const byLogin = '/api/v1.0/users/externalLoginDetails'
  const lookUps = logins.map(({ guid: _guid, ...login }) => login)
  await count('findUsersByExternalLogin', () => ask(server, 'POST', byLogin, { token: client, body: lookUps }))
  await count('listRoleGroups', () => ask(server, 'GET', '/api/v1.0/roles', { token: admin }))
  const { data } = (await ask<{ data: [{ guid: string }] }>(server, 'GET', details, { token: person })).body
  const group = { name: 'Test.Statements', manager: data[0].guid }
  const made = await count<{ data: [{ guid: string }] }>('createRoleGroup', () =>
    ask(server, 'POST', '/api/v1.0/roles/create', { token: admin, body: group }),
  )
  const changeGroup = (operation: string, change: object) => () =>
    askRoles(server, operation, admin, { guid: made.data[0].guid, ...change })
  await count('updateRoleGroup', changeGroup('/update', { description: 'For a test' }))
  await count('updateRoleGroup, nothing new', changeGroup('/update', { description: 'For a test' }))
  await count('setRoleGroupManager', changeGroup('/setManager', { manager: guids[1] }))
  const members = await addPeople(server, 500)
  await count('addRoleGroupMembers, 500 users', changeGroup('/addMembers', { members }))
  await count('removeRoleGroupMembers, 500 users', changeGroup('/removeMembers', { members }))
  await count('addRoleGroupReaders', changeGroup('/addReaders', { readers: guids.slice(0, 1) }))
  await count('removeRoleGroupReaders', changeGroup('/removeReaders', { readers: guids.slice(0, 1) }))
  const saveCorp = (change: object) => () =>
    ask<{ data: [{ guid: string }] }>(server, 'POST', '/api/v1.0/manage/corps', { token: admin, body: change })
  const [{ guid: newCorpId }] = (await count('saveCorp, a new one', saveCorp({ name: 'Statements' }))).data
  const everything = { guid: newCorpId, name: 'Counted', displayName: 'Counted Ltd.', description: 'For a test' }
  await count('saveCorp, an edit of everything', saveCorp(everything))
  const link = { guid: newCorpId, provider: 'WeCom', externalID: newCorp().corpId, appSecret: 'wecom.Demo.2026' }
  const saveLink = () => ask(server, 'POST', '/api/v1.0/manage/corps/externalLink', { token: admin, body: link })
  await count('saveCorpExternalLink', saveLink)
  await count('saveCorpExternalLink, nothing new', saveLink)

  const manage = (path: string, change?: object) => () =>
    ask(server, change ? 'POST' : 'GET', `/api/v1.0/manage/users${path}`, {
      token: admin,
      ...(change && { body: change }),
    })
  const managed = await server.addUser({ itc: '+86', phone: '13900009999', password: 'Abc.123456' })
  await server.app.services.deps.externalLogins.add({}, { userId: managed, provider: 'WeChat', externalId: 'managed' })
  await count('listUsers', manage(''))
  await count('listUsers, filtered', manage('?accountState=Normal&hasPhone=true&client=TestClient&external=WeChat'))
  await count('searchUsers', manage('/search?keyword=1390000'))
  await count('getDepartmentChain', manage(`/departmentChain?guid=${managed}`))
  await count('editUserDetails', manage('/details', { guid: managed, displayName: 'Zhang San' }))
  await count('editUserSecurity, phone', manage('/security', { guid: managed, phone: '13900009998' }))
  const locked = { guid: managed, password: 'Abc.654321.reading', accountState: 'Locked' }
  await count('editUserSecurity, password and state', manage('/security', locked))
  await count('unbindUser, logins', manage('/unbind', { guid: managed, type: 'External', provider: 'WeChat' }))
  await count('unbindUser, phone', manage('/unbind', { guid: managed, type: 'Phone' }))

  const application = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
  seen.issueAccessCredential = await countAlone(() =>
    contractFetch(`${server.issuer}/api/v2/tenant/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', ...application }),
    }),
  )
  const users = '/api/v2/tenant/users'
  const body = { user_name: 'statements', mobile: '13900010000', password: 'Zhangsan.2026', org_code: '10000' }
  const { user_id: id } = await count<{ user_id: string }>('createTenantUser', () =>
    ask(server, 'POST', users, { token: credential, body }),
  )
  const { org_id: organization } = await count<{ org_id: string }>('getTenantUser', () =>
    ask(server, 'GET', `${users}/${id}`, { token: credential }),
  )
  const list = (org: string) => ask(server, 'GET', `${users}?org_id=${org}&offset=0&limit=100`, { token: credential })
  await count('listTenantUsers, all', () => list(''))
  await count('listTenantUsers, of an organization', () => list(organization))
  const corpId = await linkedCorp(server, corp)
  const callbackAddress = `${server.issuer}/api/v1.0/wecom/callback`
  const { query, body: event } = callback(corp, changeXml(corp.corpId, 'delete_user', { UserID: 'nobody' }))
  seen.receiveWecomCallback = await countAlone(() =>
    contractFetch(`${callbackAddress}?${new URLSearchParams(query)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: event,
    }),
  )
  const echostr = encrypt(corp.key, 'hello', corp.corpId)
  seen.verifyWecomCallback = await countAlone(() =>
    contractFetch(`${callbackAddress}?${new URLSearchParams({ ...signedQuery(corp, echostr), echostr })}`),
  )
  const refreshDepartments = () =>
    ask(server, 'POST', '/api/v1.0/trusted/corps/refreshDepartments', { token: client, body: { guid: corpId } })
  await refreshDepartments()
  await count('refreshDepartments, nothing new', refreshDepartments)
  const headers = {
    'X-operating-sys-version': 'Android 10',
    'X-device-fingerprint': '156aysdna213sc50',
    'X-agent': 'app',
    'X-client-id': application.client_id,
  }
  await count('getServerDate', () => ask(server, 'GET', '/api/v2/sdk/server-date', { headers }))
  await ask(server, 'GET', '/api/v2/sdk/public-key', { headers })
  await count('getPublicKey', () => ask(server, 'GET', '/api/v2/sdk/public-key', { headers }))
  expect(seen).toEqual(budget)
}, 120_000)
