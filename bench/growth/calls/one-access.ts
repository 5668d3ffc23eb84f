import type { OperationId } from '../../../generated/operations.ts'
import { form, type Step } from '../../walk.ts'
import { type Call, pagesOf, person } from '../call.ts'
import { appLogin, bearer, demo, json, type Site, sendForJson } from '../site.ts'

const tenant = (site: Site, path: string): Step => ({
  path: `/api/v2/tenant/${path}`,
  headers: bearer(site.tokens.management),
})

const tenantBody = (site: Site, method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Step => ({
  path: `/api/v2/tenant/${path}`,
  ...json(method, body, bearer(site.tokens.management)),
})

const read = (operation: OperationId, path: (site: Site, n: number) => string): Call => ({
  operation,
  step: (site, n) => tenant(site, path(site, n)),
})

const write = (
  operation: OperationId,
  method: 'POST' | 'PUT' | 'DELETE',
  path: (site: Site, n: number) => string,
  body: (site: Site, n: number) => unknown = () => ({}),
): Call => ({ operation, step: (site, n) => tenantBody(site, method, path(site, n), body(site, n)) })

const list = (
  operation: OperationId,
  path: (site: Site) => string,
  query: (site: Site) => Record<string, string> = () => ({}),
  of?: string,
) => {
  const page = (site: Site, number: number) =>
    tenant(site, `${path(site)}?${new URLSearchParams({ ...query(site), offset: String(number), limit: '50' })}`)
  return pagesOf({
    operation,
    ...(of && { of }),
    pageSize: 50,
    fromZero: true,
    page,
    total: async (site) => (await sendForJson<{ total: number }>(site.origin, page(site, 0))).total,
  })
}

const side = (site: Site, path: string) => `applications/${site.applicationId}/${path}`
const account = (site: Site, n: number) => side(site, `accounts/${person(site, n).accountId}`)
const role = (site: Site, n: number) => person(site, n).roleId

const runs = Date.now()

/** Makes what the call takes away again. */
const removal = (operation: OperationId, made: (site: Site, n: number) => Promise<string>): Call => ({
  operation,
  step: async (site, n) => ({ ...tenant(site, await made(site, n)), method: 'DELETE' }),
})

const newUser = (name: string, n: number) => ({
  user_name: `growth-${name}-${runs}-${n}`,
  name: '新用户',
  org_code: 'load-1',
  mobile: `139${String((runs + (name === 'gone' ? 500 : 0) + n) % 100_000_000).padStart(8, '0')}`,
  email: `growth-${name}-${runs}-${n}@example.com`,
  password: 'Growth.2026x',
})

const makeUser = (site: Site, n: number) =>
  sendForJson<{ user_id: string }>(site.origin, tenantBody(site, 'POST', 'users', newUser('gone', n)))

const tenantCalls: readonly Call[] = [
  {
    operation: 'issueAccessCredential',
    step: () => ({
      path: '/api/v2/tenant/token',
      ...form({ grant_type: 'client_credentials', client_id: demo.oneAccess.id, client_secret: demo.oneAccess.secret }),
    }),
  },
  ...list(
    'listTenantUsers',
    () => 'users',
    ({ root }) => ({ org_id: root }),
    'of one organization',
  ),
  write(
    'findTenantUserByUserName',
    'POST',
    () => 'users/user-by-username',
    (site, n) => ({ user_name: person(site, n).userName }),
  ),
  read('getTenantUser', (site, n) => `users/${person(site, n).id}`),
  read('listTenantUserApplicationAccounts', (site, n) => `users/${person(site, n).id}/accounts`),
  write(
    'createTenantUser',
    'POST',
    () => 'users',
    (_site, n) => newUser('made', n),
  ),
  write(
    'updateTenantUser',
    'PUT',
    (site, n) => `users/${person(site, n).id}`,
    (_site, n) => ({ name: `杨勇 ${n}` }),
  ),
  removal('deleteTenantUser', async (site, n) => `users/${(await makeUser(site, n)).user_id}`),
  write('disableTenantUser', 'PUT', (site, n) => `users/${person(site, n).id}/disable`),
  write('enableTenantUser', 'PUT', (site, n) => `users/${person(site, n).id}/enable`),
  ...list(
    'listOrganizations',
    () => 'organizations',
    ({ root }) => ({ org_id: root }),
    'children',
  ),
  ...list(
    'listOrganizations',
    () => 'organizations',
    ({ root }) => ({ org_id: root, all_child: 'true' }),
    'all below',
  ),
  read('getOrganization', (site, n) => `organizations/${person(site, n).organizationId}`),
  write(
    'createOrganization',
    'POST',
    () => 'organizations',
    ({ root }, n) => ({ code: `growth-${runs}-${n}`, name: `部门 ${runs} ${n}`, parent_id: root }),
  ),
]

/** Something of an application's own that is made to be taken away. */
const made = async <T>(site: Site, path: string, body: unknown): Promise<T> =>
  await sendForJson<T>(site.origin, tenantBody(site, 'POST', side(site, path), body))

const makeAccount = async (site: Site, n: number) => {
  const { user_id } = await makeUser(site, n)
  return { account_id: (await made<{ account_id: string }>(site, 'accounts/basic-account', { user_id })).account_id }
}

const sideCalls: readonly Call[] = [
  {
    operation: 'createApplicationAccount',
    step: async (site, n) =>
      tenantBody(site, 'POST', side(site, 'accounts/basic-account'), {
        user_id: (await makeUser(site, n + 100)).user_id,
      }),
  },
  removal('deleteApplicationAccount', async (site, n) =>
    side(site, `accounts/${(await makeAccount(site, n + 200)).account_id}`),
  ),
  removal('deleteApplicationRole', async (site, n) => {
    const { role_id } = await made<{ role_id: string }>(site, 'role', {
      code: `growth-gone-${runs}-${n}`,
      name: '角色',
    })
    return side(site, `role/${role_id}`)
  }),
  removal('deleteApplicationOrganization', async (site, n) => {
    const { org_id } = await made<{ org_id: string }>(site, 'organizations', {
      org_code: `growth-gone-${runs}-${n}`,
      name: `部门 ${n}`,
    })
    return side(site, `organizations/${org_id}`)
  }),
  read('getApplicationOrganization', (site) => side(site, `organizations/${site.applicationRoot}`)),
  write(
    'updateApplicationOrganization',
    'PUT',
    (site) => side(site, `organizations/${site.applicationRoot}`),
    (_site, n) => ({ name: `公司 ${n}` }),
  ),
  ...list('listApplicationOrganizations', (site) => side(site, 'organizations')),
  ...list('listApplicationAccounts', (site) => side(site, 'accounts')),
  read('getApplicationAccount', account),
  write('updateApplicationAccount', 'PUT', account, (_site, n) => ({ name: `赵敏 ${n}` })),
  write('disableApplicationAccount', 'PUT', (site, n) => `${account(site, n)}/disable`),
  write('enableApplicationAccount', 'PUT', (site, n) => `${account(site, n)}/enable`),
  write(
    'createApplicationOrganization',
    'POST',
    (site) => side(site, 'organizations'),
    (_site, n) => ({ org_code: `growth-${runs}-${n}`, name: `部门 ${n}` }),
  ),
  write(
    'createApplicationRole',
    'POST',
    (site) => side(site, 'role'),
    (_site, n) => ({ code: `growth-${runs}-${n}`, name: `角色 ${n}` }),
  ),
  read('getApplicationRole', (site, n) => side(site, `role/${role(site, n)}`)),
  write(
    'updateApplicationRole',
    'PUT',
    (site, n) => side(site, `role/${role(site, n)}`),
    (_site, n) => ({ name: `角色 ${n}` }),
  ),
  read('listApplicationRoles', (site) => side(site, 'role-list?limit=50')),
  ...list('listApplicationRoleMembers', (site) => side(site, `role-member-list/${role(site, 0)}`)),
  write(
    'removeApplicationRoleMembers',
    'DELETE',
    (site) => side(site, 'role-member'),
    (site, n) => ({ role_id: role(site, n), account_Ids: [person(site, n).accountId] }),
  ),
  write(
    'addApplicationRoleMembers',
    'POST',
    (site) => side(site, 'role-member'),
    (site, n) => ({ role_id: role(site, n), account_Ids: [person(site, n).accountId] }),
  ),
]

const app = (
  operation: OperationId,
  path: string,
  body?: (n: number) => unknown,
  method: 'GET' | 'POST' = 'GET',
): Call => ({
  operation,
  step: async ({ app: { headers, proof } }, n) => {
    const signed = { ...headers, 'X-signature': await proof() }
    const at = `/api/v2/sdk/${path}`
    return body ? { path: at, ...json('POST', body(n), signed) } : { path: at, method, headers: signed }
  },
})

const plain = (operation: OperationId, path: string): Call => ({
  operation,
  step: ({ app: { headers } }) => ({ path: `/api/v2/sdk/${path}`, headers }),
})

const device = { operating_sys_version: 'Android 10', device_ip: '10.0.0.1', device_fingerprint: 'growth' }
const ticketStep = (site: Site) =>
  tenantBody(site, 'POST', 'sso/session-token/sso-ticket', { ...device, session_token: site.app.sessionToken })

const appCalls: readonly Call[] = [
  plain('getServerDate', 'server-date'),
  plain('getPublicKey', 'public-key'),
  plain('listCountryCodes', 'country-codes'),
  plain('getCaptcha', 'captcha'),
  { operation: 'loginWithPassword', step: (site, n) => appLogin(site.app.headers, person(site, n).userName) },
  app('getProfile', 'profile'),
  app('listSocialAccounts', 'social'),
  app('updateProfile', 'profile/update', (n) => ({ attr_nick_name: `昵称 ${n}` })),
  app('refreshIdToken', 'session-token/refresh-id-token', undefined, 'POST'),
  { operation: 'issueSsoTicket', step: ticketStep },
  {
    operation: 'verifySsoTicket',
    step: async (site) => {
      const { sso_ticket } = await sendForJson<{ sso_ticket: string }>(site.origin, ticketStep(site))
      return tenantBody(site, 'POST', 'sso/sso-ticket/verify', { ...device, sso_ticket })
    },
  },
]

/** The OneAccess API: the tenant's directory, what an application has of its own, and apps with pages of their own. */
export const oneAccessCalls: readonly Call[] = [...tenantCalls, ...sideCalls, ...appCalls]
