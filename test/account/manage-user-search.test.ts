import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'
import { guidsOf, managedBy, people, word } from './managed-users.ts'

let server: TestServer
let manager: Insider
let search: ReturnType<typeof managedBy>['search']
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
  manager = await personWith(server, 'Account.UserManager')
  ;({ search } = managedBy(server, manager))
})
afterAll(() => server.close())

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
    const { mark } = await people(server, { userName: 'ends-with-abc', email: 'defgh@example.com' })
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
