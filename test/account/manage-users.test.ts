import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientToken } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { guidsOf, managedBy, people, type Query, readManaged, word } from './managed-users.ts'

let server: TestServer
let manager: Insider
let list: ReturnType<typeof managedBy>['list']
let search: ReturnType<typeof managedBy>['search']
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  ;({ list, search } = managedBy(server, manager))
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'

async function signedIn(userId: string, clientId: string | null, createdAt: string, succeeded = true) {
  await server.database.db
    .insertInto('loginRecords')
    .values({
      id: randomUUID(),
      userId,
      clientId,
      method: 'page',
      succeeded,
      reason: succeeded ? null : 'wrong',
      createdAt,
    })
    .execute()
}

describe('the list of users', () => {
  test('has all of them, the newest first, with what the back office is shown', async () => {
    const id = await server.addUser({ userName: 'Listed.One', displayName: '张三', email: 'Listed@example.com' })
    await signedIn(id, 'TestClient', '2026-01-02T03:04:05.678Z')
    await signedIn(id, null, '2026-01-01T00:00:00.000Z')
    await signedIn(id, 'TestClient', '2026-02-01T00:00:00.000Z', false)
    const { status, body } = await list({ pageSize: 1 })
    const { total } = await server.database.db
      .selectFrom('users')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    expect([status, body]).toEqual([
      200,
      {
        status: 0,
        message: 'success',
        error: null,
        data: [
          {
            guid: id,
            userName: 'Listed.One',
            firstName: null,
            lastName: null,
            displayName: '张三',
            profileImage: null,
            preferredLanguage: 'zh-CN',
            itc: null,
            phone: null,
            email: 'Listed@example.com',
            accountState: 'Normal',
            createTime: expect.stringMatching(/^\d{4}-.*Z$/),
            updateTime: expect.stringMatching(/^\d{4}-.*Z$/),
            lastLoginTime: '2026-01-02T03:04:05.678Z',
          },
        ],
        totalNum: Number(total),
        pageSize: 1,
        pageNum: 1,
      },
    ])
  })

  test('gives 101 users in 3 pages of 50, each once, read in a row or by leaps', async () => {
    const { mark, ids } = await people(server, ...Array.from({ length: 101 }, () => ({})))
    for (const [read, query] of [
      [search, mark],
      [list, { userGuid: ids }],
    ] as const) {
      const page = (pageNum: number) =>
        read === search ? search(mark, { pageNum }) : list({ ...(query as Query), pageNum })
      const inARow = [await page(1), await page(2), await page(3)]
      expect(inARow.map(({ body }) => [body.data.length, body.totalNum])).toEqual([
        [50, 101],
        [50, 101],
        [1, 101],
      ])
      expect(inARow.flatMap(guidsOf)).toEqual(ids.toReversed())
      expect(guidsOf(await page(3))).toEqual(ids.slice(0, 1))
      expect(await page(4)).toMatchObject({ status: 200, body: { data: [], totalNum: 101, pageNum: 4 } })
    }
  })

  test('goes on where a page ended, also when somebody new has come meanwhile', async () => {
    const first = await list({ pageSize: 2, pageNum: 1 })
    await server.addUser({})
    const second = await list({ pageSize: 2, pageNum: 2 })
    expect(guidsOf(first).filter((guid) => guidsOf(second).includes(guid))).toEqual([])
    expect(second.body.totalNum).toBe((first.body.totalNum ?? 0) + 1)
  })

  test('has a page far behind the end, which is empty', async () => {
    const { body } = await list({ pageNum: 1_000_000, pageSize: 200 })
    expect([body.data, body.totalNum]).toEqual([[], (await list()).body.totalNum])
  })

  test('has somebody in three role groups and two departments once', async () => {
    const { id } = await personWith(server, 'Account.UserManager', 'Account.RoleManager', 'Account.CorpManager')
    const { db } = server.database
    const organizations = [randomUUID(), randomUUID()]
    await db
      .insertInto('organizations')
      .values(organizations.map((organization) => ({ id: organization, code: word(), name: word() })))
      .execute()
    await db
      .insertInto('memberships')
      .values(organizations.map((organizationId) => ({ userId: id, organizationId })))
      .execute()
    for (const externalId of [word(), word()]) {
      await db
        .insertInto('externalLogins')
        .values({ id: randomUUID(), userId: id, provider: 'WeChat', externalId })
        .execute()
    }
    await signedIn(id, 'TestClient', '2026-01-01T00:00:00.000Z')
    await signedIn(id, 'testAutoClient', '2026-01-01T00:00:00.000Z')
    const everything = { userGuid: id, external: ['WeChat'], client: ['TestClient', 'testAutoClient'] }
    const { body } = await list(everything)
    expect([body.data.map(({ guid }) => guid), body.totalNum]).toEqual([[id], 1])
  })
})

describe('a condition', () => {
  const found = async (mark: string, ids: readonly string[], query: Query) => {
    const { body } = await search(mark, query)
    expect(body.totalNum).toBe(body.data.length)
    return body.data.map(({ guid }) => ids.indexOf(guid)).sort()
  }

  test('of number, address and state wants those who have them', async () => {
    const { mark, ids } = await people(
      server,
      { email: `${word()}@example.com` },
      { itc: '+86', phone: '13811110001', accountState: 'Disabled' },
      { accountState: 'Locked' },
    )
    expect(await found(mark, ids, { hasEmail: true })).toEqual([0])
    expect(await found(mark, ids, { hasEmail: false })).toEqual([1, 2])
    expect(await found(mark, ids, { hasPhone: true, hasEmail: false })).toEqual([1])
    expect(await found(mark, ids, { hasPhone: true, hasEmail: true })).toEqual([])
    expect(await found(mark, ids, { accountState: ['Disabled', 'Locked'] })).toEqual([1, 2])
  })

  test('of names, numbers and addresses takes them however they are written', async () => {
    const name = word()
    const { ids } = await people(
      server,
      { userName: name, email: `${name}@example.com`, itc: '+86', phone: '13811110002' },
      { userName: `${name}.other`, itc: '+852', phone: '61234567' },
    )
    const guids = async (query: Query) => guidsOf(await list(query))
    expect(await guids({ userName: [name.toUpperCase(), 'not there'] })).toEqual([ids[0]])
    expect(await guids({ email: `${name.toUpperCase()}@example.com` })).toEqual([ids[0]])
    expect(await guids({ phone: ['138 1111 0002', '+85261234567'] })).toEqual([ids[1], ids[0]])
    expect(await guids({ phone: ['no number'] })).toEqual([])
    expect(await guids({ userGuid: [ids[1]?.toUpperCase() ?? '', nobody] })).toEqual([ids[1]])
  })

  test('of providers and clients wants who has a login there, signed in there, or belongs to it', async () => {
    const clientId = await server.addApplication({})
    const { mark, ids } = await people(server, {}, { oemClientId: clientId }, {})
    const { db } = server.database
    const login = { id: randomUUID(), userId: ids[0] ?? '', provider: 'Alipay', externalId: word() }
    await db.insertInto('externalLogins').values(login).execute()
    await signedIn(ids[2] ?? '', clientId, '2026-01-01T00:00:00.000Z')
    await signedIn(ids[0] ?? '', clientId, '2026-01-01T00:00:00.000Z', false)
    expect(await found(mark, ids, { external: ['Alipay', 'WeChat'] })).toEqual([0])
    expect(await found(mark, ids, { external: ['alipay'] })).toEqual([0])
    expect(await found(mark, ids, { client: clientId })).toEqual([1, 2])
  })

  test('of times is half-open: whoever begins belongs, whoever ends does not', async () => {
    const [first, last, next] = [
      '2026-03-01T00:00:00.000+08:00',
      '2026-03-01T23:59:59.999+08:00',
      '2026-03-02T00:00:00+08:00',
    ]
    const { mark, ids } = await people(server, { createdAt: first }, { createdAt: last }, { createdAt: next }, {})
    expect(await found(mark, ids, { createAfter: first, createBefore: next })).toEqual([0, 1])
    expect(await found(mark, ids, { createAfter: '2026-03-01T16:00:00.000Z' })).toEqual([2])
    expect(await found(mark, ids, { createAfter: first, createBefore: first })).toEqual([])
    for (const [index, time] of [first, last, next].entries()) await signedIn(ids[index] ?? '', 'TestClient', time)
    // Of several sign-ins the last one counts, whatever the client.
    await signedIn(ids[0] ?? '', null, next)
    expect(await found(mark, ids, { lastLoginAfter: first, lastLoginBefore: next })).toEqual([1])
    expect(await found(mark, ids, { lastLoginAfter: next })).toEqual([0, 2])
    expect(await found(mark, ids, { lastLoginBefore: next })).toEqual([1])
  })

  test.each([
    ['a GUID that is none', { userGuid: 'x' }],
    ['an unknown state', { accountState: 'Gone' }],
    ['a time that is none', { createAfter: '2026-02-30T25:00:00Z' }],
    ['a truth that is none', { hasEmail: 'perhaps' }],
    ['201 users', { userGuid: Array.from({ length: 201 }, () => nobody) }],
    ['page 0', { pageNum: 0 }],
    ['pages of 201', { pageSize: 201 }],
  ])('is refused with %s', async (_, query) => {
    expect(await list(query)).toMatchObject({ status: expect.toBeOneOf([400, 431]), body: { data: null } })
  })
})

test('users are nothing for people without the role, super administrators among them, and for clients', async () => {
  const tokens = [
    (await personWith(server)).token,
    (await personWith(server, 'Account.SuperManager', 'ZMS.UserManager')).token,
    await clientToken(server, 'ZMS.Users.Read'),
  ]
  for (const token of tokens) {
    for (const path of ['', '/search', '/departmentChain']) {
      const answer = await readManaged(server, path, { keyword: 'a', guid: nobody }, token)
      expect([path, answer.status, answer.body.data]).toEqual([path, 403, null])
    }
  }
})
