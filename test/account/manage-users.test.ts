import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, clientToken, type Envelope } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements } from '../support/statements.ts'

type ManagedUser = components['schemas']['ManagedUser']
type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>

let server: TestServer
let manager: Insider
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'
/** A word that nobody else's text has. */
const word = () => `w${randomUUID().replaceAll('-', '')}`

function read(path: string, query: Query, token = manager.token) {
  const entries = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
  return ask<Envelope<ManagedUser>>(server, 'GET', `/api/v1.0/manage/users${path}?${new URLSearchParams(entries)}`, {
    token,
  })
}
const list = (query: Query = {}) => read('', query)
const search = (keyword: string, query: Query = {}) => read('/search', { keyword, ...query })
const guidsOf = ({ body }: { readonly body: Envelope<ManagedUser> }) => body.data.map(({ guid }) => guid)

/** Users with the fields of each, made a minute after each other, and a keyword that finds them all. */
async function people(...each: object[]) {
  const mark = word()
  const ids: string[] = []
  for (const [index, fields] of each.entries()) {
    const createdAt = new Date(Date.UTC(2020, 0, 1, 0, index))
    ids.push(await server.addUser({ displayName: mark, createdAt, ...fields }))
  }
  return { mark, ids }
}

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
    const { mark, ids } = await people(...Array.from({ length: 101 }, () => ({})))
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
    const { mark, ids } = await people({}, { oemClientId: clientId }, {})
    const { db } = server.database
    const login = { id: randomUUID(), userId: ids[0] ?? '', provider: 'Alipay', externalId: word() }
    await db.insertInto('externalLogins').values(login).execute()
    await signedIn(ids[2] ?? '', clientId, '2026-01-01T00:00:00.000Z')
    await signedIn(ids[0] ?? '', clientId, '2026-01-01T00:00:00.000Z', false)
    expect(await found(mark, ids, { external: ['Alipay', 'WeChat'] })).toEqual([0])
    expect(await found(mark, ids, { client: clientId })).toEqual([1, 2])
  })

  test('of times is half-open: whoever begins belongs, whoever ends does not', async () => {
    const [first, last, next] = [
      '2026-03-01T00:00:00.000+08:00',
      '2026-03-01T23:59:59.999+08:00',
      '2026-03-02T00:00:00+08:00',
    ]
    const { mark, ids } = await people({ createdAt: first }, { createdAt: last }, { createdAt: next }, {})
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

describe('the search for users', () => {
  test('finds any part of names, numbers and addresses, in Chinese and Latin', async () => {
    const mark = word()
    const id = await server.addUser({
      userName: `${mark}-zhang`,
      displayName: '敏捷的棕色狐狸',
      lastName: '欧阳',
      firstName: '娜娜',
      email: `fox.${mark}@Example.com`,
      itc: '+86',
      phone: '13855557777',
    })
    const parts = [
      `${mark}-z`,
      mark.slice(4).toUpperCase(),
      `x.${mark}@exam`,
      '855557',
      '+86 138 5555 7777',
      '捷的棕色',
      '棕色',
    ]
    for (const part of [...parts, '狐', '欧阳娜', '娜娜 欧阳', '阳娜', '008613855557777', id.toUpperCase()]) {
      expect([part, guidsOf(await search(part))]).toEqual([part, [id]])
    }
    for (const part of ['棕狐', '色棕', `${mark}zhang`, '85555778']) {
      expect([part, guidsOf(await search(part))]).toEqual([part, []])
    }
  })

  test('finds one or two letters where something begins with them', async () => {
    const inside = await server.addUser({ userName: 'axyb', displayName: 'Qq' })
    const begins = await server.addUser({ userName: 'xy0', displayName: 'Xyl' })
    expect(guidsOf(await search('xy'))).toEqual([begins])
    expect(guidsOf(await search('QQ'))).toEqual([inside])
    expect((await search('0')).body.totalNum).toBe(0)
  })

  test('takes every character for itself', async () => {
    const [percent, backslash, underscore, other] = [
      await server.addUser({ userName: 'p1', displayName: '100% sure' }),
      await server.addUser({ userName: 'p2', displayName: 'C:\\temp' }),
      await server.addUser({ userName: 'user_1' }),
      await server.addUser({ userName: 'userX1' }),
    ]
    expect(guidsOf(await search('%'))).toEqual([percent])
    expect(guidsOf(await search('\\'))).toEqual([backslash])
    expect(guidsOf(await search('user_1'))).toEqual([underscore])
    expect(guidsOf(await search('USERx1'))).toEqual([other])
    for (const keyword of ["'", '"', '\\%', '%_%', '\\\\', '张%', '%三']) {
      expect([keyword, (await search(keyword)).body.totalNum]).toEqual([keyword, 0])
    }
  })

  test('finds nothing across two of them', async () => {
    const { mark } = await people({ userName: 'ends-with-abc', email: 'defgh@example.com' })
    expect((await search(mark)).body.totalNum).toBe(1)
    for (const keyword of ['abcdef', 'abc def', 'abc\ndef']) {
      expect((await search(keyword)).body.totalNum).toBe(0)
    }
  })

  test.each(['', ' ', '\u200b', 'x'.repeat(321), 'a\0b'])('is refused for %j', async (keyword) => {
    expect(await search(keyword)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })

  test('finds who has just come or changed, and nobody by what they were called', async () => {
    const [before, after] = [word(), word()]
    const id = await server.addUser({ displayName: before })
    await ask(server, 'POST', '/api/v1.0/manage/users/details', {
      token: manager.token,
      body: { guid: id, displayName: after },
    })
    expect([guidsOf(await search(after)), guidsOf(await search(before))]).toEqual([[id], []])
  })
})

describe('more users than are counted', () => {
  test('have an estimate, each on one page, and cost one statement a further page', async () => {
    const mark = word()
    await server.database.pool.query(
      `insert into users (id, user_name, display_name, created_at)
      select gen_random_uuid(), 'many-' || n, $1, '2010-01-01'::timestamptz + n * interval '1 second'
      from generate_series(1, 10001) n`,
      [mark],
    )
    await server.database.pool.query('analyze users')
    const page = (pageNum: number) => search(mark, { pageNum, pageSize: 200 })
    const first = await page(1)
    expect(first.body.totalNum).toBeGreaterThan(10_000)
    const statements = await countStatements(() => page(2))
    expect(statements).toBe(2)
    const pages = [first, await page(2), await page(3), await page(51), await page(52)]
    expect(pages.map(({ body }) => body.data.length)).toEqual([200, 200, 200, 1, 0])
    const names = pages.flatMap(({ body }) => body.data.map(({ userName }) => Number(userName?.slice(5))))
    expect(names).toEqual([...Array.from({ length: 600 }, (_, index) => 10_001 - index), 1])
    // One fewer is counted to the last.
    await server.database.pool.query(`delete from users where user_name = 'many-1'`)
    expect((await page(1)).body.totalNum).toBe(10_000)
    await server.database.pool.query(`delete from users where user_name like 'many-%'`)
  })

  test('refuse a leap that takes too long, and not the pages in a row', async () => {
    const mark = word()
    await server.database.pool.query(
      `insert into users (id, user_name, display_name) select gen_random_uuid(), 'far-' || n, $1 from generate_series(1, 12000) n`,
      [mark],
    )
    await server.database.pool.query('analyze users')
    // Ends the statement of a leap as the database does when its time is up.
    const cut = `do $$ begin
        for n in 1..1000 loop
          perform pg_stat_clear_snapshot();
          perform pg_cancel_backend(pid) from pg_stat_activity
            where state = 'active' and query like '/* planned anew%left join%' and query not like '%with hits%';
          exit when found;
          perform pg_sleep(0.001);
        end loop;
      end $$`
    const leap = () => search(mark, { pageNum: 1_000_000 })
    await vi.waitFor(
      async () => {
        const [, answer] = await Promise.all([server.database.pool.query(cut), leap()])
        expect(answer).toMatchObject({
          status: 400,
          body: { error: 'InvalidRequest', message: expect.stringContaining('too far') },
        })
      },
      { timeout: 20_000 },
    )
    expect(await leap()).toMatchObject({ status: 200, body: { data: [] } })
    await server.database.pool.query(`delete from users where user_name like 'far-%'`)
  })
})

describe('the department chains of a user', () => {
  const chains = (guid: string) =>
    ask<Envelope<components['schemas']['DepartmentChain']>>(
      server,
      'GET',
      `/api/v1.0/manage/users/departmentChain?guid=${guid}`,
      { token: manager.token },
    )
  /** A chain of organizations, each in the one before. */
  async function tree(...nodes: readonly (readonly ['group' | 'company' | 'department', string])[]) {
    const ids = nodes.map(() => randomUUID())
    for (const [index, [type, name]] of nodes.entries()) {
      await server.database.db
        .insertInto('organizations')
        .values({ id: ids[index] ?? '', parentId: ids[index - 1] ?? null, type, name, code: word() })
        .execute()
    }
    return ids
  }
  const join = (userId: string, organizationId: string, isPrimary = false) =>
    server.database.db.insertInto('memberships').values({ userId, organizationId, isPrimary }).execute()

  test('go from the enterprise to the user, one a membership, the primary one first', async () => {
    const name = word()
    const [, corp = '', research = '', platform = ''] = await tree(
      ['group', `${name} group`],
      ['company', `${name} corp`],
      ['department', 'Research'],
      ['department', 'Platform'],
    )
    const [top = '', part = ''] = await tree(['department', `${name} top`], ['department', 'Part'])
    const id = await server.addUser({})
    expect((await chains(id)).body.data).toEqual([])
    await join(id, corp)
    await join(id, research)
    await join(id, part)
    await join(id, platform, true)
    const { status, body } = await chains(id.toUpperCase())
    const enterprise = { corpGuid: corp, corpName: `${name} corp` }
    expect([status, body.data]).toEqual([
      200,
      [
        { ...enterprise, names: ['Research', 'Platform'], isPrimary: true },
        { ...enterprise, names: [], isPrimary: false },
        { ...enterprise, names: ['Research'], isPrimary: false },
        { corpGuid: top, corpName: `${name} top`, names: ['Part'], isPrimary: false },
      ],
    ])
  })

  test('end where a circle closes, and at fifty departments', async () => {
    const [one = '', , three = ''] = await tree(
      ...(['One', 'Two', 'Three'] as const).map((name) => ['department', `${name} ${word()}`] as const),
    )
    await server.database.db.updateTable('organizations').set({ parentId: three }).where('id', '=', one).execute()
    const id = await server.addUser({})
    await join(id, one)
    const { status, body } = await chains(id)
    expect([status, body.data.map(({ names }) => names.length)]).toEqual([200, [2]])
    expect(body.data[0]?.names.at(-1)).toMatch(/^One/)

    const deep = await tree(
      ['company', word()],
      ...Array.from({ length: 60 }, (_, n) => ['department', `Level ${n}`] as const),
    )
    const below = await server.addUser({})
    await join(below, deep.at(-1) ?? '')
    const [chain] = (await chains(below)).body.data
    expect([chain?.corpGuid, chain?.names.length, chain?.names.at(-1)]).toEqual([deep[0], 50, 'Level 59'])
  })

  test('are none of somebody who is not there', async () => {
    expect(await chains(nobody)).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    expect(await chains('x')).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
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
      const answer = await read(path, { keyword: 'a', guid: nobody }, token)
      expect([path, answer.status, answer.body.data]).toEqual([path, 403, null])
    }
  }
})
