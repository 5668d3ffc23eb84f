import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, auditOf, clientToken, type Envelope } from '../support/api.ts'
import { linkedCorp, treeOf } from '../support/corps.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'
import { newCorp, type StandInCorp, WeComStandIn } from '../support/wecom.ts'

interface State {
  readonly guid: string
  readonly state: 'refreshing' | 'refreshed'
  readonly updateTime: string
}

let corp: StandInCorp
let weCom: WeComStandIn
let server: TestServer
/** Another process of the same installation. */
let second: TestServer
let corpId: string
let token: string
beforeAll(async () => {
  corp = newCorp()
  weCom = await WeComStandIn.start(corp)
  server = await startTestServer({ env: { WECOM_API_URL: weCom.url } })
  second = await startTestServer({ beside: server, env: { WECOM_API_URL: weCom.url } })
  await withoutSchedule(server)
  corpId = await linkedCorp(server, corp)
  token = await clientToken(server, 'ZMS.Users.Write')
})
afterAll(async () => {
  await second.close()
  await server.close()
  weCom.close()
})
beforeEach(() => {
  weCom.calls.clear()
  weCom.interfere = undefined
  weCom.refusesEveryToken = false
})

const refresh = (guid = corpId, node = server) =>
  ask<Envelope<State>>(node, 'POST', '/api/v1.0/trusted/corps/refreshDepartments', { token, body: { guid } })

async function members(): Promise<string[]> {
  const rows = await server.database.db
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organizationId')
    .innerJoin('externalLogins', 'externalLogins.userId', 'memberships.userId')
    .select(['appOpenId', 'name', 'isPrimary'])
    .where('memberships.corpId', '=', corpId)
    .orderBy('appOpenId')
    .orderBy('name')
    .execute()
  return rows.map(({ appOpenId, name, isPrimary }) => `${appOpenId} in ${name}${isPrimary ? ' (primary)' : ''}`)
}

async function everything(): Promise<unknown> {
  const { db } = server.database
  return {
    organizations: await db.selectFrom('organizations').select(['id', 'name', 'parentId']).orderBy('id').execute(),
    members: await db.selectFrom('corpMembers').select('memberKey').orderBy('memberKey').execute(),
    memberships: await members(),
  }
}

describe('refreshing departments', () => {
  test('makes the tree and the memberships what WeCom says, and again after it has changed', async () => {
    for (const member of ['zhangsan', 'lisi']) {
      const userId = await server.addUser({})
      const login = { id: crypto.randomUUID(), userId, provider: 'WeCom', appId: corp.corpId, appOpenId: member }
      await server.database.db
        .insertInto('externalLogins')
        .values({ ...login, externalId: member })
        .execute()
    }
    weCom.departments = [
      { id: 1, name: 'Example', parentid: 0 },
      { id: 3, name: '一组', parentid: 2 },
      { id: 2, name: '研发部', parentid: 1, order: 100 },
      { id: 4, name: '市场部', parentid: 1, order: 50 },
    ]
    weCom.members = [
      { userid: 'ZhangSan', department: [3, 4], main_department: 4 },
      { userid: 'lisi', department: [1] },
      { userid: 'nobody-here', department: [2] },
    ]
    const answer = await refresh()
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual([{ guid: corpId, state: 'refreshed', updateTime: expect.any(String) }])
    expect(await treeOf(server, corpId)).toEqual(['市场部', '研发部', '研发部 / 一组'])
    expect(await members()).toEqual([
      `lisi in Enterprise ${corp.corpId} (primary)`,
      'zhangsan in 一组',
      'zhangsan in 市场部 (primary)',
    ])

    // Two departments exchange their names, one moves, one goes, one comes; a member leaves.
    weCom.departments = [
      { id: 1, name: 'Example', parentid: 0 },
      { id: 2, name: '市场部', parentid: 1, order: 100 },
      { id: 4, name: '研发部', parentid: 1, order: 50 },
      { id: 5, name: '二组', parentid: 4 },
    ]
    weCom.members = [{ userid: 'zhangsan', department: [4, 5], main_department: 5 }]
    await refresh()
    expect(await treeOf(server, corpId)).toEqual(['市场部', '研发部', '研发部 / 二组'])
    expect(await members()).toEqual(['zhangsan in 二组 (primary)', 'zhangsan in 研发部'])
    const [event] = (await auditOf(server, corpId)).filter(({ action }) => action === 'corp.directory_changed')
    expect(event).toMatchObject({ actorClientId: 'trustedDemo', details: { departmentsAdded: 3, membershipsAdded: 3 } })
  })

  test('that finds nothing new writes nothing', async () => {
    await refresh()
    const before = { all: await everything(), audit: await auditOf(server, corpId) }
    await refresh()
    expect({ all: await everything(), audit: await auditOf(server, corpId) }).toEqual(before)
  })

  test('needs as many statements for 300 departments and 1,000 members as for few', async () => {
    await refresh()
    const few = await countStatements(() => refresh())
    weCom.departments = Array.from({ length: 300 }, (_, index) => ({
      id: index + 1,
      name: `D${index}`,
      parentid: Math.floor(index / 3),
    }))
    weCom.members = Array.from({ length: 1_000 }, (_, index) => ({
      userid: `m${index}`,
      department: [1 + (index % 300)],
    }))
    // What is added is written, in so many statements more; the tokens of 300 calls are read one by one.
    const calls = 301
    const many = await countStatements(() => refresh())
    expect(many - calls).toBeLessThanOrEqual(few + 12)
    expect(await treeOf(server, corpId)).toHaveLength(299)
  })

  test('gives 404 for what is no enterprise, and 409 for one without a link or a secret', async () => {
    const unlinked = await server.app.services.deps.corps.create({}, { name: 'Unlinked' })
    const { id: organization } = await server.database.db
      .selectFrom('organizations')
      .select('id')
      .where('code', '=', '10000')
      .executeTakeFirstOrThrow()
    for (const guid of [crypto.randomUUID(), organization]) {
      expect(await refresh(guid)).toMatchObject({ status: 404, body: { error: 'CorpNotFound' } })
    }
    expect(await refresh(unlinked.id)).toMatchObject({ status: 409, body: { error: 'CorpNotLinked' } })
    await server.app.services.deps.corps.saveLink({}, unlinked.id, { provider: 'WeCom', externalId: newCorp().corpId })
    expect(await refresh(unlinked.id)).toMatchObject({ status: 409, body: { error: 'CorpNotLinked' } })
  })

  test.each<[string, (standIn: WeComStandIn) => void]>([
    [
      'refuses the secret',
      (it) => {
        it.expireTokens()
        it.interfere = (path) => path === 'gettoken' && { errcode: 40001, errmsg: 'invalid secret' }
      },
    ],
    [
      'has no right to a department',
      (it) => {
        it.interfere = (path) => path === 'user/list' && { errcode: 60011, errmsg: 'no privilege' }
      },
    ],
    [
      'answers something else than JSON',
      (it) => {
        it.interfere = (path) => path === 'department/list' && '<html>'
      },
    ],
    [
      'answers departments that are below themselves',
      (it) => {
        it.interfere = (path) =>
          path === 'department/list' && {
            errcode: 0,
            department: [
              { id: 8, parentid: 9, name: 'a' },
              { id: 9, parentid: 8, name: 'b' },
            ],
          }
      },
    ],
    [
      'answers departments without numbers',
      (it) => {
        it.interfere = (path) => path === 'department/list' && { errcode: 0, department: [{ id: 'x' }, null] }
      },
    ],
    [
      'answers more than anybody has',
      (it) => {
        it.interfere = (path) =>
          path === 'department/list' && `{"errcode":0,"department":[],"x":"${'a'.repeat(9 * 1024 * 1024)}"}`
      },
    ],
    [
      'answers members without ids',
      (it) => {
        it.interfere = (path) => path === 'user/list' && { errcode: 0, userlist: [{ name: 'x' }] }
      },
    ],
  ])('gives 502 and changes nothing when WeCom %s', async (_, change) => {
    const before = await everything()
    change(weCom)
    expect(await refresh()).toMatchObject({ status: 502, body: { error: 'UpstreamFailed', data: null } })
    expect(await everything()).toEqual(before)
    // It can be tried again at once.
    weCom.interfere = undefined
    expect((await refresh()).body.data[0]?.state).toBe('refreshed')
  })

  test('asked for 32 times at once, on two processes, reads once', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    weCom.interfere = async (path) => {
      if (path === 'department/list') await gate
    }
    const asked = Array.from({ length: 32 }, (_, index) => refresh(corpId, index % 2 ? second : server))
    // All but the one that reads are answered while it does.
    const settled: State[] = []
    for (const one of asked) void one.then(({ body }) => settled.push(...body.data))
    await vi.waitFor(() => expect(settled).toHaveLength(31), { timeout: 10_000 })
    expect(new Set(settled.map(({ state }) => state))).toEqual(new Set(['refreshing']))
    expect(new Set(settled.map(({ updateTime }) => updateTime)).size).toBe(1)
    open()
    await Promise.all(asked)
    expect(settled.filter(({ state }) => state === 'refreshed')).toHaveLength(1)
    expect(weCom.calls.get('department/list')).toBe(1)
  })
})

describe('the token of WeCom', () => {
  const nodes = () => [server, second] as const
  const call = (node: TestServer) =>
    node.app.services.weCom.call(corp, (api, accessToken) => api.departments(accessToken))

  test('that is over is fetched once for two processes with 50 calls each', async () => {
    await call(server)
    weCom.calls.clear()
    weCom.expireTokens()
    await Promise.all(nodes().flatMap((node) => Array.from({ length: 50 }, () => call(node))))
    expect(weCom.calls.get('gettoken')).toBe(1)
    expect(weCom.calls.get('department/list')).toBeLessThanOrEqual(200)
  })

  test('that nobody has fetched yet is fetched once for two processes with 50 calls each', async () => {
    await server.database.db.deleteFrom('providerTokens').execute()
    weCom.expireTokens()
    weCom.calls.clear()
    await Promise.all(nodes().flatMap((node) => Array.from({ length: 50 }, () => call(node))))
    expect(weCom.calls.get('gettoken')).toBe(1)
  })

  test('that is never good is tried twice at most', async () => {
    weCom.refusesEveryToken = true
    await expect(call(server)).rejects.toThrow('WeCom refused department/list')
    expect(weCom.calls.get('department/list')).toBe(2)
    weCom.calls.clear()
    expect((await refresh()).status).toBe(502)
    expect(weCom.calls.get('department/list')).toBe(2)
  })

  test('is stored encrypted', async () => {
    weCom.expireTokens()
    let plain = ''
    await server.app.services.weCom.call(corp, async (api, accessToken) => {
      await api.departments(accessToken)
      plain = accessToken
    })
    const rows = await server.database.db.selectFrom('providerTokens').select(['id', 'token']).execute()
    const stored = rows.map(({ id, token: sealed }) => `${id}${sealed?.toString('latin1')}`).join()
    expect(stored).not.toContain(plain)
    expect(stored).not.toContain(corp.secret)
  })
})
