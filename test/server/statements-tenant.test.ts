import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, managementToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/**
 * Statements of one request each on users and organizations of the OneAccess API, with a warm cache of applications; the access
 * credential is one. A change of these figures is a decision.
 */
const budget = {
  createOrganization: 5,
  getOrganization: 2,
  'listOrganizations, the roots': 2,
  'listOrganizations, all': 2,
  'listOrganizations, one and its children': 3,
  'listOrganizations, one and all below': 2,
  'updateOrganization, name': 6,
  'updateOrganization, nothing': 4,
  'updateOrganization, another parent': 8,
  deleteOrganization: 7,
  'createTenantUser, with a password': 8,
  getTenantUser: 2,
  findTenantUserByUserName: 2,
  'listTenantUsers, all': 2,
  'listTenantUsers, of one organization': 3,
  'updateTenantUser, name': 6,
  'updateTenantUser, everything': 12,
  disableTenantUser: 10,
  'disableTenantUser, again': 5,
  enableTenantUser: 7,
  changeTenantUserPassword: 14,
  verifyAndChangeTenantUserPassword: 16,
  deleteTenantUser: 12,
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('each operation on users and organizations keeps to its number of statements', async () => {
  const token = await managementToken(server)
  const seen: Record<string, number> = {}
  const call = async (name: string, method: string, path: string, body?: unknown) => {
    let answer: { status: number; body: { user_id: string; org_id: string } } | undefined
    seen[name] = await countStatements(async () => {
      const address = `/api/v2/tenant/${path}`
      answer = await ask(server, method, address, { token, ...(body !== undefined && { body }) })
    })
    if (!answer || answer.status >= 300) throw new Error(`${name}: ${answer?.status}`)
    return answer.body
  }
  const organizations = 'organizations'
  const page = 'offset=0&limit=10'
  await call('warm', 'GET', `${organizations}?${page}`)
  const { org_id: first } = await call('createOrganization', 'POST', organizations, { code: 's1', name: 's1' })
  const { org_id: second } = await call('createOrganization', 'POST', organizations, { code: 's2', name: 's2' })
  await call('getOrganization', 'GET', `${organizations}/${first}`)
  await call('listOrganizations, the roots', 'GET', `${organizations}?${page}`)
  await call('listOrganizations, all', 'GET', `${organizations}?all_child=true&${page}`)
  await call('updateOrganization, name', 'PUT', `${organizations}/${first}`, { name: 's3' })
  await call('updateOrganization, nothing', 'PUT', `${organizations}/${first}`, { name: 's3' })
  await call('updateOrganization, another parent', 'PUT', `${organizations}/${second}`, { parent_id: first })
  await call('listOrganizations, one and its children', 'GET', `${organizations}?org_id=${first}&${page}`)
  await call('listOrganizations, one and all below', 'GET', `${organizations}?org_id=${first}&all_child=true&${page}`)
  await call('deleteOrganization', 'DELETE', `${organizations}/${second}`)

  const user = { user_name: 'statements', mobile: '13312345678', password: 'Wangwu.2026', org_code: 's1' }
  const { user_id: id } = await call('createTenantUser, with a password', 'POST', 'users', user)
  await call('getTenantUser', 'GET', `users/${id}`)
  await call('findTenantUserByUserName', 'POST', 'users/user-by-username', { user_name: 'statements' })
  await call('listTenantUsers, all', 'GET', `users?org_id=&${page}`)
  await call('listTenantUsers, of one organization', 'GET', `users?org_id=${first}&${page}`)
  await call('updateTenantUser, name', 'PUT', `users/${id}`, { name: 'Statements' })
  const everything = { user_name: 'statements2', name: 'a', org_code: '10000', pwd_must_modify: false }
  await call('updateTenantUser, everything', 'PUT', `users/${id}`, everything)
  await call('disableTenantUser', 'PUT', `users/${id}/disable`)
  await call('disableTenantUser, again', 'PUT', `users/${id}/disable`)
  await call('enableTenantUser', 'PUT', `users/${id}/enable`)
  await call('changeTenantUserPassword', 'PUT', `users/${id}/change-password`, { password: 'Wangwu.2027' })
  const passwords = { password: 'Wangwu.2028', old_password: 'Wangwu.2027' }
  await call('verifyAndChangeTenantUserPassword', 'PUT', `users/${id}/change-password-verify`, passwords)
  await call('deleteTenantUser', 'DELETE', `users/${id}`)
  delete seen.warm
  expect(seen).toEqual(budget)
})
