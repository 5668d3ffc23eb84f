import { type AccountClient, type Outcome, paginate, unwrap } from '../../client/src/index.ts'
import type { operations } from '../../generated/operations.ts'

type Policies = typeof operations

/** The operations that answer with an envelope. */
export type EnvelopeOperation = {
  [Id in keyof Policies]: Policies[Id]['errorFormat'] extends 'envelope' ? Id : never
}[keyof Policies]

const guid = '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10'
const other = '0198f2a4-a4c9-7e58-9c17-2d8b4f6e7a32'
const oemUser = '0198f2a4-a1b7-7c43-b0d2-6f1e9a3c5d21'
const group = '0198f2a5-1b63-7e5f-8a43-7e6f5d4c3b23'
const corp = '0198f2a5-11c2-7d4e-9f32-6d5e4c3b2a12'
const application = '0198f2a5-2504-7f6a-9b54-8f7a6e5d4c34'
const externalLogin = { provider: 'WeChat', externalID: 'o6_bmasdasdsad6_2sgVt7hMZOPfL' } as const
const wecom = { msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3', timestamp: '1409659589', nonce: '263014780' }
const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'me.png', {
  type: 'image/png',
})

async function first<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of items) return item
  return undefined
}

/** What a stream begins with: it may have no end. */
async function firstText(outcome: Promise<Outcome>): Promise<string> {
  const reader = ((await unwrap(outcome)) as ReadableStream<Uint8Array>).getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

/** One right call of every operation that answers with an envelope; a missing one does not compile. */
export const calls: { readonly [Id in EnvelopeOperation]: (client: AccountClient) => Promise<unknown> } = {
  getUserBasic: (client) => unwrap(client.GET('/api/v1.0/user/basic')),
  updateUserBasic: (client) => unwrap(client.POST('/api/v1.0/user/basic', { body: { displayName: 'Zhang San' } })),
  uploadProfileImage: (client) => unwrap(client.POST('/api/v1.0/user/profileImage', { body: { file: picture } })),
  getProfileImage: (client) =>
    unwrap(
      client.GET('/api/v1.0/profileImages/{name}', {
        params: { path: { name: '3hJx0nq8Kb2VtYwZ5sRm7uPcLd4EfGaQ.webp' } },
        parseAs: 'text',
      }),
    ),
  getUserDetails: (client) => unwrap(client.GET('/api/v1.0/user/details')),
  updateUserDetails: (client) =>
    unwrap(client.POST('/api/v1.0/user/details', { body: { address: { city: 'Shenzhen' } } })),
  listUserExternalLogins: (client) => unwrap(client.GET('/api/v1.0/user/externalLogins')),
  getReceiveInfo: (client) => unwrap(client.GET('/api/v1.0/user/receiveInfo')),
  getUserClientConfiguration: (client) =>
    unwrap(client.GET('/api/v1.0/user/clientConfig', { params: { query: { guid } } })),
  getModificationCounts: (client) => unwrap(client.GET('/api/v1.0/user/modifyCounts')),
  getCurrentIp: (client) => unwrap(client.GET('/api/v1.0/user/ip')),
  sendVerificationCode: (client) =>
    unwrap(client.POST('/api/v1.0/user/verificationCode', { body: { type: 'Phone', purpose: 'VerifyIdentity' } })),
  changeContact: (client) =>
    unwrap(
      client.POST('/api/v1.0/user/contact', {
        body: { type: 'Phone', phone: '13800000002', code: '123456', identityType: 'Email', identityCode: '654321' },
      }),
    ),
  receiveUserMessages: (client) => firstText(client.GET('/api/v1.0/user/messages', { parseAs: 'stream' })),

  listUserGuids: (client) => first(paginate(client, '/api/v1.0/trusted/users/guids')),
  findUserGuids: (client) =>
    unwrap(client.POST('/api/v1.0/users/guids', { body: [{ itc: '+86', phone: '13800000001' }] })),
  queryUserDetails: (client) => unwrap(client.POST('/api/v1.0/users/details', { body: [guid] })),
  queryExternalLogins: (client) => unwrap(client.POST('/api/v1.0/users/externalLogins', { body: [guid] })),
  findUsersByExternalLogin: (client) =>
    unwrap(client.POST('/api/v1.0/users/externalLoginDetails', { body: [externalLogin] })),
  createUsers: (client) =>
    unwrap(
      client.POST('/api/v1.0/users/inviteUsers', { body: [{ email: 'new@example.com', password: 'Abc.123456' }] }),
    ),
  listLoginRecords: (client) => first(paginate(client, '/api/v1.0/trusted/users/loginRecords', { query: { guid } })),
  addExternalLogins: (client) =>
    unwrap(client.POST('/api/v1.0/trusted/users/externalLogins', { body: [{ guid, ...externalLogin }] })),
  updateUsersDetails: (client) =>
    unwrap(client.POST('/api/v1.0/trusted/users/details', { body: [{ guid, displayName: 'Zhang San' }] })),
  refreshDepartments: (client) =>
    unwrap(client.POST('/api/v1.0/trusted/corps/refreshDepartments', { body: { guid: corp } })),
  pushServiceMessage: (client) =>
    unwrap(
      client.POST('/api/v1.0/trusted/mns', {
        body: { objectId: guid, types: 'LicenseTimeChange', content: '{"productCode":"ZWCAD_PRO"}' },
      }),
    ),

  listOemUsers: (client) => first(paginate(client, '/api/v1.0/oem/users')),
  registerOemUsers: (client) =>
    unwrap(client.POST('/api/v1.0/oem/users/registration', { body: [{ displayName: 'OEM user' }] })),
  updateOemUsers: (client) =>
    unwrap(client.POST('/api/v1.0/oem/users/update', { body: [{ guid: oemUser, displayName: 'OEM user' }] })),
  deleteOemUsers: (client) => unwrap(client.DELETE('/api/v1.0/oem/users/delete', { body: [oemUser] })),

  listUsers: (client) => first(paginate(client, '/api/v1.0/manage/users')),
  getUserExport: (client) =>
    unwrap(client.GET('/api/v1.0/manage/users/export', { params: { query: { guid: application } } })),
  applyUserExport: (client) =>
    unwrap(
      client.POST('/api/v1.0/manage/users/export', { body: { reason: 'Monthly report', filter: { hasEmail: true } } }),
    ),
  cancelUserExport: (client) =>
    unwrap(client.DELETE('/api/v1.0/manage/users/export', { params: { query: { guid: application } } })),
  listExportApplications: (client) => first(paginate(client, '/api/v1.0/manage/users/export/applications')),
  listExportDownloads: (client) => first(paginate(client, '/api/v1.0/manage/users/export/downloads')),
  searchUsers: (client) => first(paginate(client, '/api/v1.0/manage/users/search', { query: { keyword: 'testUser' } })),
  getDepartmentChain: (client) =>
    unwrap(client.GET('/api/v1.0/manage/users/departmentChain', { params: { query: { guid } } })),
  editUserDetails: (client) =>
    unwrap(client.POST('/api/v1.0/manage/users/details', { body: { guid, displayName: 'Zhang San' } })),
  editUserSecurity: (client) =>
    unwrap(client.POST('/api/v1.0/manage/users/security', { body: { guid, accountState: 'Disabled' } })),
  unbindUser: (client) => unwrap(client.POST('/api/v1.0/manage/users/unbind', { body: { guid, type: 'Phone' } })),

  listRoleGroups: (client) => first(paginate(client, '/api/v1.0/roles')),
  createRoleGroup: (client) =>
    unwrap(
      client.POST('/api/v1.0/roles/create', {
        body: { name: 'Account.IdsManager', manager: other, displayName: 'Keepers of clients' },
      }),
    ),
  updateRoleGroup: (client) =>
    unwrap(client.POST('/api/v1.0/roles/update', { body: { guid: group, description: 'Keeps the clients' } })),
  setRoleGroupManager: (client) =>
    unwrap(client.POST('/api/v1.0/roles/setManager', { body: { guid: group, manager: guid } })),
  addRoleGroupMembers: (client) =>
    unwrap(client.POST('/api/v1.0/roles/addMembers', { body: { guid: group, members: [other] } })),
  removeRoleGroupMembers: (client) =>
    unwrap(client.POST('/api/v1.0/roles/removeMembers', { body: { guid: group, members: [other] } })),
  addRoleGroupReaders: (client) =>
    unwrap(client.POST('/api/v1.0/roles/addReaders', { body: { guid: group, readers: [other] } })),
  removeRoleGroupReaders: (client) =>
    unwrap(client.POST('/api/v1.0/roles/removeReaders', { body: { guid: group, readers: [other] } })),
  saveCorp: (client) =>
    unwrap(client.POST('/api/v1.0/manage/corps', { body: { name: 'example', displayName: 'Example Ltd.' } })),
  saveCorpExternalLink: (client) =>
    unwrap(
      client.POST('/api/v1.0/manage/corps/externalLink', {
        body: {
          guid: corp,
          provider: 'WeCom',
          externalID: 'ww1234567890abcdef',
          appID: '1000002',
          appSecret: 'wecom.Demo.2026',
          callbackToken: 'QDG6eK',
          callbackKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
        },
      }),
    ),

  verifyWecomCallback: (client) =>
    unwrap(
      client.GET('/api/v1.0/wecom/callback', {
        params: { query: { ...wecom, echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho' } },
        parseAs: 'text',
      }),
    ),
  receiveWecomCallback: (client) =>
    unwrap(
      client.POST('/api/v1.0/wecom/callback', {
        params: { query: wecom },
        body: '<xml><Encrypt><![CDATA[RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo]]></Encrypt></xml>',
        parseAs: 'text',
      }),
    ),
  getClientConfiguration: (client) =>
    unwrap(client.GET('/api/v1.0/clients/config', { params: { query: { client_id: 'TestClient' } } })),
  getLoginPublicKey: (client) => unwrap(client.GET('/Common/Getpubkeys')),
}
