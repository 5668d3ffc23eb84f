import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ManagingApplication, managingApplication } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

let server: TestServer
let application: ManagingApplication
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
  application = await managingApplication(server)
})
afterAll(() => server.close())

const name = () => `name-${randomUUID()}`

/** The id that the answer to a new thing has. */
async function made(path: string, body: unknown): Promise<string> {
  const answer = await application.side<Record<string, string>>('POST', path, body)
  return Object.values(answer.body)[0] ?? ''
}

/** Statements of one request each, with `begin` and `commit`, and one for the token. */
async function statementsOf(method: string, path: string, body?: unknown, ask = application.side): Promise<number> {
  let status = 0
  const counted = await countStatements(async () => {
    status = (await ask(method, path, body)).status
  })
  expect(status).toBeLessThan(300)
  return counted
}

test('what an application has of its own takes so many statements', async () => {
  const user = await server.addUser({})
  const account = { user_id: user, account_name: name() }
  const orgCode = name()
  const [root, below] = [
    await made('/organizations', { org_code: orgCode, name: 'a' }),
    await made('/organizations', { org_code: name(), name: 'b' }),
  ]
  const [first, second, role] = [
    await made('/accounts/basic-account', account),
    await made('/accounts/basic-account', { ...account, account_name: name() }),
    await made('/role', { code: randomUUID() }),
  ]
  const members = { role_id: role, account_Ids: [first, second] }
  const page = 'offset=0&limit=10'
  const counted = {
    createApplicationOrganization: await statementsOf('POST', '/organizations', { org_code: name(), name: 'a' }),
    'updateApplicationOrganization: a name': await statementsOf('PUT', `/organizations/${root}`, { name: 'c' }),
    'updateApplicationOrganization: a parent': await statementsOf('PUT', `/organizations/${below}`, {
      parent_id: root,
    }),
    deleteApplicationOrganization: await statementsOf('DELETE', `/organizations/${below}`),
    getApplicationOrganization: await statementsOf('GET', `/organizations/${root}`),
    listApplicationOrganizations: await statementsOf('GET', `/organizations?${page}`),
    createApplicationAccount: await statementsOf('POST', '/accounts/basic-account', {
      ...account,
      account_name: name(),
    }),
    'createApplicationAccount: with an organization': await statementsOf('POST', '/accounts/basic-account', {
      ...account,
      account_name: name(),
      org_code: orgCode,
    }),
    updateApplicationAccount: await statementsOf('PUT', `/accounts/${first}`, { name: 'c', org_code: orgCode }),
    enableApplicationAccount: await statementsOf('PUT', `/accounts/${first}/enable`),
    disableApplicationAccount: await statementsOf('PUT', `/accounts/${first}/disable`),
    getApplicationAccount: await statementsOf('GET', `/accounts/${first}`),
    listApplicationAccounts: await statementsOf('GET', `/accounts?${page}`),
    'listApplicationAccounts: past the end': await statementsOf('GET', '/accounts?offset=9&limit=10'),
    createApplicationRole: await statementsOf('POST', '/role', { code: randomUUID() }),
    updateApplicationRole: await statementsOf('PUT', `/role/${role}`, { name: 'c' }),
    getApplicationRole: await statementsOf('GET', `/role/${role}`),
    listApplicationRoles: await statementsOf('GET', `/role-list?${page}`),
    addApplicationRoleMembers: await statementsOf('POST', '/role-member', members),
    listApplicationRoleMembers: await statementsOf('GET', `/role-member-list/${role}?${page}`),
    removeApplicationRoleMembers: await statementsOf('DELETE', '/role-member', members),
    'removeApplicationRoleMembers: nothing to do': await statementsOf('DELETE', '/role-member', members),
    deleteApplicationRole: await statementsOf('DELETE', `/role/${role}`),
    deleteApplicationAccount: await statementsOf('DELETE', `/accounts/${second}`),
    authorizeApplicationAccount: await statementsOf(
      'POST',
      `/users/${user}/applications/${application.id}/accounts`,
      {},
      application.tenant,
    ),
    listTenantUserApplicationAccounts: await statementsOf(
      'GET',
      `/users/${user}/accounts`,
      undefined,
      application.tenant,
    ),
  }
  expect(counted).toEqual({
    createApplicationOrganization: 6,
    'updateApplicationOrganization: a name': 7,
    'updateApplicationOrganization: a parent': 8,
    deleteApplicationOrganization: 6,
    getApplicationOrganization: 3,
    listApplicationOrganizations: 3,
    createApplicationAccount: 6,
    'createApplicationAccount: with an organization': 7,
    updateApplicationAccount: 8,
    // It is: nothing is changed.
    enableApplicationAccount: 5,
    disableApplicationAccount: 7,
    getApplicationAccount: 2,
    listApplicationAccounts: 2,
    'listApplicationAccounts: past the end': 3,
    createApplicationRole: 5,
    updateApplicationRole: 5,
    getApplicationRole: 2,
    listApplicationRoles: 2,
    addApplicationRoleMembers: 6,
    listApplicationRoleMembers: 3,
    removeApplicationRoleMembers: 6,
    'removeApplicationRoleMembers: nothing to do': 5,
    deleteApplicationRole: 5,
    deleteApplicationAccount: 5,
    authorizeApplicationAccount: 6,
    listTenantUserApplicationAccounts: 2,
  })
})
