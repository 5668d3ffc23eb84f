import type { OperationId } from '../../../generated/operations.ts'
import { type Call, colleague, pagesOf, person } from '../call.ts'
import { bearer, json, type Site, sendForJson } from '../site.ts'

const own = (operation: OperationId, path: string): Call => ({
  operation,
  step: ({ tokens }) => ({ path: `/api/v1.0/user/${path}`, headers: bearer(tokens.person) }),
})

const ownChange = (operation: OperationId, path: string, body: (n: number) => unknown): Call => ({
  operation,
  step: ({ tokens }, n) => ({ path: `/api/v1.0/user/${path}`, ...json('POST', body(n), bearer(tokens.person)) }),
})

type Role = 'trusted' | 'oem' | 'admin'

const change = (
  operation: OperationId,
  role: Role,
  path: string,
  body: (site: Site, n: number) => unknown,
  of?: string,
): Call => ({
  operation,
  ...(of && { of }),
  step: (site, n) => ({ path: `/api/v1.0/${path}`, ...json('POST', body(site, n), bearer(site.tokens[role])) }),
})

const ten = (site: Site, n: number) => Array.from({ length: 10 }, (_, k) => person(site, n + k))

const list = (
  operation: OperationId,
  role: Role,
  path: string,
  query: (site: Site) => Record<string, string> = () => ({}),
  of?: string,
): Call[] => {
  const page = (site: Site, number: number) => ({
    path: `/api/v1.0/${path}?${new URLSearchParams({ ...query(site), pageSize: '50', pageNum: String(number) })}`,
    headers: bearer(site.tokens[role]),
  })
  return pagesOf({
    operation,
    ...(of && { of }),
    pageSize: 50,
    page,
    total: async (site) => (await sendForJson<{ totalNum: number }>(site.origin, page(site, 1))).totalNum,
  })
}

const one = (operation: OperationId, role: Role, path: (site: Site, n: number) => string, of?: string): Call => ({
  operation,
  ...(of && { of }),
  step: (site, n) => ({ path: `/api/v1.0/${path(site, n)}`, headers: bearer(site.tokens[role]) }),
})

const search = (of: string, keyword: (site: Site, n: number) => string): Call =>
  one(
    'searchUsers',
    'admin',
    (site, n) => `manage/users/search?${new URLSearchParams({ keyword: keyword(site, n) })}`,
    of,
  )

const runs = Date.now()

/** The Account API: a person's own, what trusted clients ask for, and the back office. */
export const accountCalls: readonly Call[] = [
  own('getUserBasic', 'basic'),
  own('getUserDetails', 'details'),
  own('listUserExternalLogins', 'externalLogins'),
  own('getReceiveInfo', 'receiveInfo'),
  own('getModificationCounts', 'modifyCounts'),
  own('getCurrentIp', 'ip'),
  {
    operation: 'getUserClientConfiguration',
    step: ({ tokens, applicationId }) => ({
      path: `/api/v1.0/user/clientConfig?guid=${applicationId}`,
      headers: bearer(tokens.person),
    }),
  },
  ownChange('updateUserBasic', 'basic', (n) => ({ displayName: `李伟 ${n}` })),
  ownChange('updateUserDetails', 'details', (n) => ({ address: { city: `Shenzhen ${n}` } })),
  { operation: 'getClientConfiguration', step: () => ({ path: '/api/v1.0/clients/config?client_id=TestClient' }) },
  { operation: 'getLoginPublicKey', step: () => ({ path: '/Common/Getpubkeys' }) },

  ...list('listUserGuids', 'trusted', 'trusted/users/guids'),
  change(
    'findUserGuids',
    'trusted',
    'users/guids',
    (site, n) => ten(site, n).flatMap(({ phone, email }) => [{ itc: '+86', phone }, { email }]),
    '20',
  ),
  change('queryUserDetails', 'trusted', 'users/details', (site, n) => ten(site, n).map(({ id }) => id), '10'),
  change('queryExternalLogins', 'trusted', 'users/externalLogins', (site, n) => ten(site, n).map(({ id }) => id), '10'),
  change(
    'findUsersByExternalLogin',
    'trusted',
    'users/externalLoginDetails',
    (site, n) => ten(site, n).map(({ externalId }) => ({ provider: 'WeChat', externalID: externalId })),
    '10',
  ),
  ...list('listLoginRecords', 'trusted', 'trusted/users/loginRecords'),
  ...list('listLoginRecords', 'trusted', 'trusted/users/loginRecords', () => day(), 'a day'),
  one(
    'listLoginRecords',
    'trusted',
    (site, n) => `trusted/users/loginRecords?guid=${person(site, n).id}`,
    'of one user',
  ),
  change('createUsers', 'trusted', 'users/inviteUsers', (_site, n) => [
    { userName: `growth-${runs}-${n}`, displayName: '新用户' },
  ]),
  change('updateUsersDetails', 'trusted', 'trusted/users/details', (site, n) => [
    { guid: person(site, n).id, displayName: `王芳 ${n}` },
  ]),
  change('addExternalLogins', 'trusted', 'trusted/users/externalLogins', (site, n) => [
    { guid: person(site, n).id, provider: 'Alipay', externalID: `growth-${runs}-${n}`, displayName: 'Growth' },
  ]),
  change('pushServiceMessage', 'trusted', 'trusted/mns', (site, n) => ({
    objectId: person(site, n).id,
    types: 'Growth',
    content: '{}',
  })),

  ...list('listOemUsers', 'oem', 'oem/users'),
  change('registerOemUsers', 'oem', 'oem/users/registration', () => [{ displayName: 'OEM user' }]),
  change('updateOemUsers', 'oem', 'oem/users/update', ({ oemUsers }, n) => [
    { guid: oemUsers[n % oemUsers.length], displayName: `OEM ${n}` },
  ]),
  {
    operation: 'deleteOemUsers',
    step: async (site) => {
      const path = '/api/v1.0/oem/users/registration'
      const made = await sendForJson<{ data: { userInfo: { guid: string } }[] }>(site.origin, {
        path,
        ...json('POST', [{ displayName: 'OEM user' }], bearer(site.tokens.oem)),
      })
      return {
        path: '/api/v1.0/oem/users/delete',
        ...json(
          'DELETE',
          made.data.map(({ userInfo }) => userInfo.guid),
          bearer(site.tokens.oem),
        ),
      }
    },
  },

  ...list('listUsers', 'admin', 'manage/users'),
  ...list('listUsers', 'admin', 'manage/users', () => ({ accountState: 'Disabled' }), 'one in a hundred'),
  one(
    'listUsers',
    'admin',
    (site, n) => `manage/users?${new URLSearchParams({ userName: person(site, n).userName })}`,
    'by name',
  ),
  one(
    'listUsers',
    'admin',
    (site, n) => `manage/users?${new URLSearchParams({ phone: person(site, n).phone })}`,
    'by phone',
  ),
  search('a whole name', (site, n) => person(site, n).userName),
  search('a phone', (site, n) => person(site, n).phone),
  search('nothing found', (_site, n) => `nobody-${n}-zzq`),
  search('two characters', () => '李伟'),
  ...list('searchUsers', 'admin', 'manage/users/search', () => ({ keyword: 'zhang' }), 'one in 24'),
  one('getDepartmentChain', 'admin', (site, n) => `manage/users/departmentChain?guid=${person(site, n).id}`),
  ...list('listExportApplications', 'admin', 'manage/users/export/applications').slice(0, 1),
  ...list('listExportDownloads', 'admin', 'manage/users/export/downloads').slice(0, 1),
  change('editUserDetails', 'admin', 'manage/users/details', (site, n) => ({
    guid: person(site, n).id,
    displayName: `陈静 ${n}`,
  })),
  change('editUserSecurity', 'admin', 'manage/users/security', (site, n) => ({
    guid: person(site, n).id,
    accountState: 'Normal',
  })),
  ...list('listRoleGroups', 'admin', 'roles').slice(0, 1),
  change('createRoleGroup', 'admin', 'roles/create', (site, n) => ({
    name: `Growth.R${runs}.N${n}`,
    displayName: 'Growth',
    manager: colleague(site, n).id,
  })),
  change('updateRoleGroup', 'admin', 'roles/update', ({ roleGroup }, n) => ({ guid: roleGroup, description: `${n}` })),
  change('setRoleGroupManager', 'admin', 'roles/setManager', (site, n) => ({
    guid: site.roleGroup,
    manager: colleague(site, n).id,
  })),
  change('addRoleGroupMembers', 'admin', 'roles/addMembers', (site, n) => ({
    guid: site.roleGroup,
    members: [colleague(site, n).id],
  })),
  change('removeRoleGroupMembers', 'admin', 'roles/removeMembers', (site, n) => ({
    guid: site.roleGroup,
    members: [colleague(site, n).id],
  })),
  change('addRoleGroupReaders', 'admin', 'roles/addReaders', (site, n) => ({
    guid: site.roleGroup,
    readers: [colleague(site, n).id],
  })),
  change('removeRoleGroupReaders', 'admin', 'roles/removeReaders', (site, n) => ({
    guid: site.roleGroup,
    readers: [colleague(site, n).id],
  })),
]

/** Some day that both sizes have records of. */
function day(): Record<string, string> {
  const of = (days: number) => new Date(runs - days * 86_400_000).toISOString()
  return { loginAfter: of(31), loginBefore: of(30) }
}
