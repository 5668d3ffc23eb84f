import { afterAll, beforeAll, expect, test } from 'vitest'
import contract from '../../generated/oneaccess.json' with { type: 'json' }
import type { components } from '../../generated/oneaccess.ts'
import { ask, managementToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type User = components['schemas']['UserDetails']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const { paths } = contract

/** Sends a body as the samples of the vendor do: without Content-Type. */
async function send(method: string, path: string, body: unknown): Promise<[status: number, body: unknown]> {
  const answer = await contractFetch(new URL(path, server.issuer), {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: new TextEncoder().encode(JSON.stringify(body)),
  })
  return [answer.status, await answer.json()]
}

test('the samples of users, sent as printed and in their order, get what is printed', async () => {
  const user = paths['/api/v2/tenant/users/{user_id}']
  const create = paths['/api/v2/tenant/users'].post.requestBody.content['application/json'].examples
  const byName = paths['/api/v2/tenant/users/user-by-username'].post.requestBody.content['application/json'].examples
  const [, found] = await send('POST', '/api/v2/tenant/users/user-by-username', byName.zhangsan.value)
  const { user_id: former, org_id: root } = found as User
  const gone = await ask(server, 'DELETE', `/api/v2/tenant/users/${former}`, { token })
  expect([gone.status, gone.body]).toEqual([204, undefined])
  for (const code of ['TestOrg1', 'TestOrg2']) {
    const [status] = await send('POST', '/api/v2/tenant/organizations', { code, name: code, parent_id: root })
    expect(status).toBe(201)
  }

  const [status, created] = await send('POST', '/api/v2/tenant/users', create.threeOrganizations.value)
  expect([status, created]).toEqual([201, { user_id: expect.any(String) }])
  const { user_id: id } = created as User
  const printed: User = contract.components.responses.UserFound.content['application/json'].examples.zhangsan
    .value as User
  const { body: told } = await ask<User>(server, 'GET', `/api/v2/tenant/users/${id}`, { token })
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/)
  // What was not sent, and what is made here, is another: ids, times, and a level of trust.
  const organization = { org_id: expect.any(String) }
  expect(told).toEqual({
    ...printed,
    ...organization,
    user_id: id,
    grade: null,
    pwd_change_at: time,
    created_at: time,
    updated_at: time,
    user_org_relation_list: printed.user_org_relation_list.map((relation) => ({ ...relation, ...organization })),
  })
  for (const name of ['zhangsan', 'upperCase'] as const) {
    expect(await send('POST', '/api/v2/tenant/users/user-by-username', byName[name].value)).toEqual([200, told])
  }
  const change = user.put.requestBody.content['application/json'].examples
  for (const { value } of [change.transfer, { value: { ...change.profile.value, email: 'printed@example.com' } }]) {
    expect(await send('PUT', `/api/v2/tenant/users/${id}`, value)).toEqual([200, { user_id: id }])
  }
  const verify = paths['/api/v2/tenant/users/{user_id}/change-password-verify'].put
  const set = paths['/api/v2/tenant/users/{user_id}/change-password'].put
  const { value: passwords } = verify.requestBody.content['application/json'].examples.change
  const { temporary, final } = set.requestBody.content['application/json'].examples
  const address = `/api/v2/tenant/users/${id}/change-password`
  expect(await send('PUT', `${address}-verify`, passwords)).toEqual([200, { user_id: id }])
  for (const { value } of [temporary, final]) expect(await send('PUT', address, value)).toEqual([200, { user_id: id }])
})

test('the samples of organizations, sent as printed, get what is printed', async () => {
  const { post } = paths['/api/v2/tenant/organizations']
  const { put, get } = paths['/api/v2/tenant/organizations/{org_id}']
  const { root } = post.requestBody.content['application/json'].examples
  // The demo data has that code: this installation is given another one first.
  const { db } = server.database
  await db.updateTable('organizations').set({ code: 'demo' }).where('code', '=', '10000').execute()
  const [status, created] = await send('POST', '/api/v2/tenant/organizations', root.value)
  expect([status, created]).toEqual([201, { org_id: expect.any(String) }])
  const { org_id: id } = created as { org_id: string }
  const { value: update } = put.requestBody.content['application/json'].examples.root
  expect(await send('PUT', `/api/v2/tenant/organizations/${id}`, update)).toEqual([200, { org_id: id }])
  const printed = get.responses['200'].content['application/json'].examples.root.value
  const { body } = await ask(server, 'GET', `/api/v2/tenant/organizations/${id}`, { token })
  expect(body).toEqual({ ...printed, org_id: id })
})
