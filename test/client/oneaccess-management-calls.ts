import { unwrap } from '../../client/src/index.ts'
import type { Calls } from './oneaccess-call.ts'

const user = '20220413165737132-3BA0-91FCA2CB7'
const application = '20211105164443827-9A1B-5E1CA0A52'
const role = '20220420144449385-C66D-E8C1D1D79'
const account = '20210621095931341-4CB3-122995C0A'
const organization = '20220117125622909-9346-35755733F'
const applicationOrganization = '20220209171503408-7F15-4CDA55F43'

/** One right call of every management operation, as documented; a missing one does not compile. */
export const managementCalls: Calls<'/api/v2/tenant/'> = {
  issueAccessCredential: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/token', {
        body: {
          grant_type: 'client_credentials',
          client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
          client_secret: 'oneaccess.Demo.2026',
        },
      }),
    ),
  listTenantUsers: (client) =>
    unwrap(client.GET('/api/v2/tenant/users', { params: { query: { org_id: organization, offset: 0, limit: 10 } } })),
  createTenantUser: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/users', {
        body: {
          user_name: 'zhangsan',
          password: 'Zhangsan.2026',
          org_code: '10000',
          name: 'zhangsan',
          mobile: '12345678901',
          email: 'zhangsan@example.com',
          employee_id: '123456789',
          pwd_must_modify: false,
          first_name: 'F',
          middle_name: 'M',
          last_name: 'L',
          attr_gender: 'male',
          attr_birthday: '1990-02-01',
          attr_nick_name: 'zhangsan',
          attr_identity_type: 'id_card',
          attr_identity_number: '123456789',
          attr_area: 'CN',
          attr_city: 'Shanghai',
          attr_manager_id: '123456789',
          attr_user_type: 'regular',
          attr_hire_date: '2021-04-01',
          attr_work_place: 'Binhai Road 1',
          user_org_relation_list: [
            { orgCode: '10000', relationType: 1 },
            { orgCode: 'TestOrg1', relationType: 0 },
            { orgCode: 'TestOrg2', relationType: 0 },
          ],
          extension: { age: '18' },
        },
      }),
    ),
  findTenantUserByUserName: (client) =>
    unwrap(client.POST('/api/v2/tenant/users/user-by-username', { body: { user_name: 'zhangsan' } })),
  getTenantUser: (client) =>
    unwrap(client.GET('/api/v2/tenant/users/{user_id}', { params: { path: { user_id: user } } })),
  updateTenantUser: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/users/{user_id}', {
        params: { path: { user_id: user } },
        body: { name: 'Zhang San', email: 'test@example.com', attr_user_type: 'outsourcing', extension: { age: '19' } },
      }),
    ),
  deleteTenantUser: (client) =>
    unwrap(client.DELETE('/api/v2/tenant/users/{user_id}', { params: { path: { user_id: user } } })),
  enableTenantUser: (client) =>
    unwrap(client.PUT('/api/v2/tenant/users/{user_id}/enable', { params: { path: { user_id: user } } })),
  disableTenantUser: (client) =>
    unwrap(client.PUT('/api/v2/tenant/users/{user_id}/disable', { params: { path: { user_id: user } } })),
  changeTenantUserPassword: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/users/{user_id}/change-password', {
        params: { path: { user_id: user } },
        body: { password: 'Zhangsan.2027', pwd_must_modify: true },
      }),
    ),
  verifyAndChangeTenantUserPassword: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/users/{user_id}/change-password-verify', {
        params: { path: { user_id: user } },
        body: { password: 'Zhangsan.2027', old_password: 'Zhangsan.2026' },
      }),
    ),
  authorizeApplicationAccount: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/users/{user_id}/applications/{application_id}/accounts', {
        params: { path: { user_id: user, application_id: application } },
        body: { account_name: 'Test01' },
      }),
    ),
  listTenantUserApplicationAccounts: (client) =>
    unwrap(client.GET('/api/v2/tenant/users/{user_id}/accounts', { params: { path: { user_id: user } } })),
  listOrganizations: (client) =>
    unwrap(client.GET('/api/v2/tenant/organizations', { params: { query: { offset: 0, limit: 10 } } })),
  createOrganization: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/organizations', { body: { code: '10000', name: 'headquarter', category: 'group' } }),
    ),
  getOrganization: (client) =>
    unwrap(client.GET('/api/v2/tenant/organizations/{org_id}', { params: { path: { org_id: organization } } })),
  updateOrganization: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/organizations/{org_id}', {
        params: { path: { org_id: organization } },
        body: { code: '10000', name: 'headquarter', parent_id: '', category: 'group' },
      }),
    ),
  deleteOrganization: (client) =>
    unwrap(client.DELETE('/api/v2/tenant/organizations/{org_id}', { params: { path: { org_id: organization } } })),
  listApplicationOrganizations: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/organizations', {
        params: { path: { application_id: application }, query: { offset: 0, limit: 10 } },
      }),
    ),
  createApplicationOrganization: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/applications/{application_id}/organizations', {
        params: { path: { application_id: application } },
        body: { org_code: '10000', name: 'headquarter' },
      }),
    ),
  getApplicationOrganization: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/organizations/{org_id}', {
        params: { path: { application_id: application, org_id: applicationOrganization } },
      }),
    ),
  updateApplicationOrganization: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/applications/{application_id}/organizations/{org_id}', {
        params: { path: { application_id: application, org_id: applicationOrganization } },
        body: { name: 'headquarter 2' },
      }),
    ),
  deleteApplicationOrganization: (client) =>
    unwrap(
      client.DELETE('/api/v2/tenant/applications/{application_id}/organizations/{org_id}', {
        params: { path: { application_id: application, org_id: applicationOrganization } },
      }),
    ),
  listApplicationAccounts: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/accounts', {
        params: { path: { application_id: application }, query: { offset: 0, limit: 10 } },
      }),
    ),
  createApplicationAccount: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/applications/{application_id}/accounts/basic-account', {
        params: { path: { application_id: application } },
        body: { user_id: user },
      }),
    ),
  getApplicationAccount: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/accounts/{account_id}', {
        params: { path: { application_id: application, account_id: account } },
      }),
    ),
  updateApplicationAccount: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/applications/{application_id}/accounts/{account_id}', {
        params: { path: { application_id: application, account_id: account } },
        body: { account_name: 'zhangsan2' },
      }),
    ),
  deleteApplicationAccount: (client) =>
    unwrap(
      client.DELETE('/api/v2/tenant/applications/{application_id}/accounts/{account_id}', {
        params: { path: { application_id: application, account_id: account } },
      }),
    ),
  enableApplicationAccount: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/applications/{application_id}/accounts/{account_id}/enable', {
        params: { path: { application_id: application, account_id: account } },
      }),
    ),
  disableApplicationAccount: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/applications/{application_id}/accounts/{account_id}/disable', {
        params: { path: { application_id: application, account_id: account } },
      }),
    ),
  createApplicationRole: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/applications/{application_id}/role', {
        params: { path: { application_id: application } },
        body: { code: 'auditor', name: 'Auditor' },
      }),
    ),
  getApplicationRole: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/role/{role_id}', {
        params: { path: { application_id: application, role_id: role } },
      }),
    ),
  updateApplicationRole: (client) =>
    unwrap(
      client.PUT('/api/v2/tenant/applications/{application_id}/role/{role_id}', {
        params: { path: { application_id: application, role_id: role } },
        body: { name: 'Chief auditor' },
      }),
    ),
  deleteApplicationRole: (client) =>
    unwrap(
      client.DELETE('/api/v2/tenant/applications/{application_id}/role/{role_id}', {
        params: { path: { application_id: application, role_id: role } },
      }),
    ),
  listApplicationRoles: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/role-list', {
        params: { path: { application_id: application }, query: { limit: 10 } },
      }),
    ),
  addApplicationRoleMembers: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/applications/{application_id}/role-member', {
        params: { path: { application_id: application } },
        body: { role_id: role, account_Ids: ['20220415171558023-84A4-ED5C390B8', '20220414163425614-2FD6-CA9B208BE'] },
      }),
    ),
  removeApplicationRoleMembers: (client) =>
    unwrap(
      client.DELETE('/api/v2/tenant/applications/{application_id}/role-member', {
        params: { path: { application_id: application } },
        body: { role_id: role, account_Ids: ['20220415171558023-84A4-ED5C390B8', '20220414163425614-2FD6-CA9B208BE'] },
      }),
    ),
  listApplicationRoleMembers: (client) =>
    unwrap(
      client.GET('/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}', {
        params: { path: { application_id: application, role_id: role }, query: { offset: 0, limit: 10 } },
      }),
    ),
  issueSsoTicket: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/sso/session-token/sso-ticket', {
        body: {
          session_token: 'iJK4b7Qm2ITu',
          operating_sys_version: 'Android 10',
          device_ip: '10.10.10.1',
          device_fingerprint: '156aysdna213sc50',
        },
      }),
    ),
  verifySsoTicket: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/sso/sso-ticket/verify', {
        body: {
          sso_ticket: 'r5TCBLU14oSGxCMVdxeB5HA1uJiV',
          operating_sys_version: 'Android 10',
          device_ip: '10.10.10.1',
          device_fingerprint: '156aysdna213sc50',
        },
      }),
    ),
  refreshSessionToken: (client) =>
    unwrap(
      client.POST('/api/v2/tenant/sso/session-token/refresh', {
        body: {
          session_token: 'r5yT2mXw8LU1',
          operating_sys_version: 'Android 10',
          device_ip: '10.10.10.1',
          device_fingerprint: '156aysdna213sac',
          agent:
            'Mozilla/5.0 (Linux; Android 10; Redmi K30 Build/QKQ1.190825.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.99 Mobile Safari/537.36',
        },
      }),
    ),
}
