import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { auditOf } from '../support/api.ts'
import { atOnce, type ManagingApplication, managingApplication, refused } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Role = components['schemas']['ApplicationRole']
type Page = components['schemas']['ApplicationRolePage']

let server: TestServer
let application: ManagingApplication
beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
})
afterAll(() => server.close())

const create = (body: unknown, by = application) => by.side<{ role_id: string }>('POST', '/role', body)
const get = (id: string, by = application) => by.side<Role>('GET', `/role/${id}`)
const rename = (id: string, body: unknown, by = application) => by.side<{ role_id: string }>('PUT', `/role/${id}`, body)
const remove = (id: string, by = application) => by.side<unknown>('DELETE', `/role/${id}`)
const list = (query: string, by = application) => by.side<Page>('GET', `/role-list?${query}`)
const code = () => `role-${randomUUID().slice(0, 8)}`
const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/
const unknownIds = ['20220420144449385-C66D-E8C1D1D79', '0198f2a4-0000-7000-8000-000000000000']

describe('an application role', () => {
  test('is made with 200 and told; without a name it has its code (AR1, AR4)', async () => {
    const roleCode = code()
    const { status, body } = await create({ code: roleCode, name: 'Auditor' })
    expect([status, body]).toEqual([200, { role_id: expect.any(String) }])
    expect((await get(body.role_id)).body).toEqual({
      id: body.role_id,
      code: roleCode,
      name: 'Auditor',
      createdAt: expect.stringMatching(time),
      updatedAt: null,
    })
    for (const name of [undefined, '']) {
      const plain = code()
      const made = await create({ code: plain, name })
      expect((await get(made.body.role_id)).body.name).toBe(plain)
    }
  })

  test('gets another name, and tells when (AR2)', async () => {
    const { role_id: id } = (await create({ code: code(), name: 'Auditor' })).body
    const { status, body } = await rename(id, { name: 'Chief auditor' })
    expect([status, body]).toEqual([200, { role_id: id }])
    expect((await get(id)).body).toMatchObject({ name: 'Chief auditor', updatedAt: expect.stringMatching(time) })
    expect(await rename(id, {})).toMatchObject(refused('COMMON.0400'))
    expect(await rename(id, { name: '\u200b' })).toMatchObject(refused('COMMON.0400'))
  })

  test('goes with 200 and nothing to say; its code that is used again starts empty (AR3)', async () => {
    const roleCode = code()
    const { role_id: id } = (await create({ code: roleCode })).body
    const user = await server.addUser({})
    const account = await application.side<{ account_id: string }>('POST', '/accounts/basic-account', { user_id: user })
    await application.side('POST', '/role-member', { role_id: id, account_Ids: [account.body.account_id] })
    const told = () => application.side<{ roles: unknown[] }>('GET', `/accounts/${account.body.account_id}`)
    expect((await told()).body.roles).toEqual([
      { role_id: id, role_code: roleCode, role_name: roleCode, privileges: [] },
    ])
    expect(await remove(id)).toMatchObject({ status: 200, body: undefined })
    expect(await remove(id)).toMatchObject(refused('APP_ROLE.0001'))
    expect((await told()).body.roles).toEqual([])
    const again = await create({ code: roleCode })
    const members = await application.side('GET', `/role-member-list/${again.body.role_id}?offset=0&limit=10`)
    expect(members.body).toMatchObject({ total: 0, role_members: [] })
    expect((await auditOf(server, id)).map(({ action, actorClientId }) => [action, actorClientId])).toEqual([
      ['application_role.created', application.clientId],
      ['application_role.members_added', application.clientId],
      ['application_role.deleted', application.clientId],
    ])
  })

  test.each([
    ['APP_ROLE.0003', {}],
    ['APP_ROLE.0003', { code: '' }],
    ['COMMON.0400', { code: 'x'.repeat(51) }],
    ['COMMON.0400', { code: ' ' }],
    ['COMMON.0400', { code: 'x', name: 'a\u0000' }],
    ['COMMON.0400', { code: 'x', name: 'a\u200b' }],
  ])('is refused with %s: %j', async (errorCode, body) => {
    expect(await create(body)).toMatchObject(refused(errorCode))
  })

  test('has a code of its own in its application, also when 32 ask for it at once', async () => {
    const roleCode = code()
    const answers = await atOnce(32, (n) => create({ code: n % 2 ? roleCode : roleCode.toUpperCase() }))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer).toMatchObject(refused('APP_ROLE.0002'))
    }
    expect((await create({ code: roleCode }, await managingApplication(server))).status).toBe(200)
  })

  test.each(unknownIds)('is unknown under the id %s', async (id) => {
    for (const answer of [await get(id), await rename(id, { name: 'a' }), await remove(id)]) {
      expect(answer).toMatchObject(refused('APP_ROLE.0001'))
    }
  })
})

describe('a list of application roles (AR5)', () => {
  test('repeats which page it is, and is the first without a number', async () => {
    const own = await managingApplication(server)
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) ids.push((await create({ code: code() }, own)).body.role_id)
    const first = await list('limit=10', own)
    expect([first.status, first.body]).toMatchObject([200, { total: 12, offset: 0, limit: 10 }])
    const second = await list('offset=1&limit=10', own)
    expect(second.body).toMatchObject({ total: 12, offset: 1, limit: 10 })
    expect([...first.body.roles, ...second.body.roles].map(({ id }) => id)).toEqual(ids)
    expect((await list('offset=2&limit=10', own)).body).toEqual({ total: 12, offset: 2, limit: 10, roles: [] })
  })

  test.each(['offset=0', 'limit=9', 'limit=101', 'offset=-1&limit=10'])('is refused for ?%s', async (query) => {
    expect(await list(query)).toMatchObject(refused('COMMON.0400'))
  })
})

test('another application is unknown, and so is what it has', async () => {
  const { role_id: id } = (await create({ code: code() })).body
  const other = await managingApplication(server)
  const path = `/applications/${application.id}`
  for (const answer of [
    await other.tenant('GET', `${path}/role-list?limit=10`),
    await other.tenant('POST', `${path}/role`, { code: code() }),
    await other.tenant('GET', `${path}/role/${id}`),
    await other.tenant('PUT', `${path}/role/${id}`, { name: 'a' }),
    await other.tenant('DELETE', `${path}/role/${id}`),
  ]) {
    expect(answer).toMatchObject(refused('APP.0001'))
  }
  for (const answer of [await get(id, other), await rename(id, { name: 'a' }, other), await remove(id, other)]) {
    expect(answer).toMatchObject(refused('APP_ROLE.0001'))
  }
})
