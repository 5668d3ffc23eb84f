import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { auditOf } from '../support/api.ts'
import { atOnce, type ManagingApplication, managingApplication, refused } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Result = components['schemas']['ApplicationRoleMembersResult']
type Page = components['schemas']['ApplicationRoleMemberPage']

let server: TestServer
let application: ManagingApplication
beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
})
afterAll(() => server.close())

const add = (role: string, accounts: unknown, by = application) =>
  by.side<Result>('POST', '/role-member', { role_id: role, account_Ids: accounts })
const take = (role: string, accounts: unknown, by = application) =>
  by.side<Result>('DELETE', '/role-member', { role_id: role, account_Ids: accounts })
const list = (role: string, query = 'offset=0&limit=100', by = application) =>
  by.side<Page>('GET', `/role-member-list/${role}?${query}`)
const unknown = ['20220420144449385-C66D-E8C1D1D79', '0198f2a4-0000-7000-8000-000000000000']

async function role(by = application): Promise<string> {
  return (await by.side<{ role_id: string }>('POST', '/role', { code: randomUUID().slice(0, 8) })).body.role_id
}

async function accounts(count: number, by = application): Promise<string[]> {
  const user = await server.addUser({})
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const body = { user_id: user, account_name: randomUUID(), extension: { age: n } }
    ids.push((await by.side<{ account_id: string }>('POST', '/accounts/basic-account', body)).body.account_id)
  }
  return ids
}

const memberIds = async (id: string) => (await list(id)).body.role_members.map((member) => member.id)

describe('members of an application role', () => {
  test('come and go, and are told as accounts (AR6, AR7, AR8)', async () => {
    const [id, both] = [await role(), await accounts(2)]
    const added = await add(id, both)
    expect([added.status, added.body]).toEqual([200, { success_list: both, fail_list: [] }])
    const { status, body } = await list(id, 'offset=0&limit=10')
    expect([status, body]).toMatchObject([200, { total: 2, offset: 0, limit: 10 }])
    expect(body.role_members[0]).toEqual({
      id: both[0],
      account_name: expect.any(String),
      name: expect.any(String),
      org_id: null,
      disabled: false,
      account_type: 'BASIC_ACCOUNT',
      extension: { age: 0 },
    })
    expect(await memberIds(id)).toEqual(both)
    const taken = await take(id, both)
    expect([taken.status, taken.body]).toEqual([200, { success_list: both, fail_list: [] }])
    expect((await list(id)).body).toMatchObject({ total: 0, role_members: [] })
    expect((await auditOf(server, id)).map(({ action, details }) => [action, details])).toEqual([
      ['application_role.created', {}],
      ['application_role.members_added', { accounts: both }],
      ['application_role.members_removed', { accounts: both }],
    ])
  })

  test('succeed partly: what is no account of the application fails, in the spelling in which it was sent', async () => {
    const id = await role()
    const [known = '', upper = ''] = await accounts(2)
    const [foreign = ''] = await accounts(1, await managingApplication(server))
    const sent = [unknown[0], known, foreign, upper.toUpperCase(), unknown[1], known]
    const result = { success_list: [known, upper.toUpperCase()], fail_list: [unknown[0], foreign, unknown[1]] }
    expect((await add(id, sent)).body).toEqual(result)
    expect(await memberIds(id)).toEqual([known, upper])
    expect((await take(id, sent)).body).toEqual(result)
    expect((await add(id, [unknown[1]])).body).toEqual({ success_list: [], fail_list: [unknown[1]] })
  })

  test('succeed again where nothing is left to do, and nothing is written down', async () => {
    const [id, all] = [await role(), await accounts(2)]
    for (const change of [add, add, take, take]) {
      expect((await change(id, all)).body).toEqual({ success_list: all, fail_list: [] })
    }
    expect((await auditOf(server, id)).length).toBe(3)
  })

  test('are 1 to 50 at a time', async () => {
    const [id, all] = [await role(), await accounts(50)]
    expect((await add(id, all)).body.success_list.length).toBe(50)
    for (const change of [add, take]) {
      expect(await change(id, [])).toMatchObject(refused('PARAM.0029'))
      expect(await change(id, [...all, randomUUID()])).toMatchObject(refused('PARAM.0029'))
      expect(await change(id, 'one')).toMatchObject({ status: 400 })
      expect(await change(id, ['a b'])).toMatchObject(refused('COMMON.0400'))
    }
    const read = new Set<string>()
    for (let page = 0; page < 6; page += 1) {
      const { body } = await list(id, `offset=${page}&limit=10`)
      expect(body).toMatchObject({ total: 50, offset: page, limit: 10 })
      for (const member of body.role_members) read.add(member.id)
    }
    expect(read.size).toBe(50)
  })

  test.each(unknown)('are of no role under the id %s', async (id) => {
    const all = await accounts(1)
    for (const answer of [await add(id, all), await take(id, all), await list(id)]) {
      expect(answer).toMatchObject(refused('APP_ROLE.0001'))
    }
  })

  test('are of no role of another application', async () => {
    const [id, other] = [await role(), await managingApplication(server)]
    const all = await accounts(1, other)
    for (const answer of [
      await add(id, all, other),
      await take(id, all, other),
      await list(id, 'offset=0&limit=10', other),
    ]) {
      expect(answer).toMatchObject(refused('APP_ROLE.0001'))
    }
    const body = { role_id: id, account_Ids: all }
    const path = `/applications/${application.id}`
    for (const answer of [
      await other.tenant('POST', `${path}/role-member`, body),
      await other.tenant('DELETE', `${path}/role-member`, body),
      await other.tenant('GET', `${path}/role-member-list/${id}?offset=0&limit=10`),
    ]) {
      expect(answer).toMatchObject(refused('APP.0001'))
    }
  })
})

describe('members of an application role, at once', () => {
  test('come once when 32 add them, and go once when 32 take them', async () => {
    const [id, all] = [await role(), await accounts(10)]
    const backwards = all.toReversed()
    for (const answer of await atOnce(32, (n) => add(id, n % 2 ? all : backwards))) expect(answer.status).toBe(200)
    expect((await list(id)).body.total).toBe(10)
    for (const answer of await atOnce(32, (n) => take(id, n % 2 ? all : backwards))) expect(answer.status).toBe(200)
    expect((await list(id)).body.total).toBe(0)
    expect((await auditOf(server, id)).length).toBe(3)
  })

  test('are added and taken by 32 in any order without one waiting for another for good', async () => {
    const [id, all] = [await role(), await accounts(10)]
    const backwards = all.toReversed()
    for (const answer of await atOnce(32, (n) => (n % 2 ? add(id, all) : take(id, backwards)))) {
      expect(answer.status).toBe(200)
    }
    const { body } = await list(id)
    expect(body.role_members.length).toBe(body.total)
  })

  test('come while 16 of the accounts are deleted: each succeeds or fails, and none stays behind', async () => {
    const [id, all] = [await role(), await accounts(16)]
    const answers = await Promise.all([
      ...all.map((account) => application.side('DELETE', `/accounts/${account}`)),
      ...Array.from({ length: 16 }, () => add(id, all)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(16).fill(200), ...Array(16).fill(204)])
    expect((await list(id)).body).toMatchObject({ total: 0, role_members: [] })
  })

  test('come while the role is deleted: they are in it, or there is no such role', async () => {
    const [id, all] = [await role(), await accounts(5)]
    const [gone, ...answers] = await Promise.all([
      application.side('DELETE', `/role/${id}`),
      ...Array.from({ length: 31 }, () => add(id, all)),
    ])
    expect(gone?.status).toBe(200)
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer).toMatchObject(refused('APP_ROLE.0001'))
    }
    const left = await server.database.pool.query('select from application_role_members where role_id = $1', [id])
    expect(left.rowCount).toBe(0)
  })

  test('go with their users while the role is deleted, without one waiting for the other for good', async () => {
    const id = await role()
    const [earlier = '', later = ''] = [...(await accounts(1)), ...(await accounts(1))]
    await add(id, [earlier, later])
    const client = await server.database.pool.connect()
    const deleteOwner = (account: string) =>
      client.query('delete from users using application_accounts a where users.id = a.user_id and a.id = $1', [account])
    try {
      await client.query('begin')
      await deleteOwner(later)
      const gone = application.side('DELETE', `/role/${id}`)
      await vi.waitFor(async () => expect(await waiting()).toBe(1), 10_000)
      await deleteOwner(earlier)
      await client.query('commit')
      expect((await gone).status).toBe(200)
    } finally {
      client.release()
    }
  })
})

/** How many sessions wait for another. */
async function waiting(): Promise<number> {
  const { rowCount } = await server.database.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount ?? 0
}
