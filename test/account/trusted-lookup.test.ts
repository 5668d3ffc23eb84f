import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, clientToken, type Envelope } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.Users.Read')
})
afterAll(() => server.close())

const page = (pageNum: number, pageSize: number) =>
  ask<Envelope<string>>(server, 'GET', `/api/v1.0/trusted/users/guids?pageNum=${pageNum}&pageSize=${pageSize}`, {
    token,
  })

describe('the GUIDs of all users', () => {
  test('are told page by page, the oldest first, each once, with their number', async () => {
    const ids: string[] = []
    // Many were created in the same moment: the order has to be total.
    for (let n = 0; n < 40; n += 1) ids.push(randomUUID())
    const createdAt = new Date()
    await server.database.db
      .insertInto('users')
      .values(ids.map((id) => ({ id, userName: `user-${id}`, createdAt })))
      .execute()
    const read: string[] = []
    for (let number = 1; ; number += 1) {
      const { status, body } = await page(number, 7)
      expect([status, body.totalNum, body.pageNum, body.pageSize]).toEqual([200, 43, number, 7])
      if (body.data.length === 0) break
      read.push(...body.data)
    }
    expect(read.length).toBe(43)
    expect(new Set(read).size).toBe(43)
    expect(read).toEqual(expect.arrayContaining(ids))
  })

  test('are the same whether pages are read in a row or by themselves, and by another process', async () => {
    const beside = await startTestServer({ beside: server })
    try {
      await page(1, 10)
      await page(2, 10)
      const inARow = await page(3, 10)
      const alone = await ask<Envelope<string>>(beside, 'GET', '/api/v1.0/trusted/users/guids?pageNum=3&pageSize=10', {
        token,
      })
      expect(alone.body).toEqual(inARow.body)
    } finally {
      await beside.close()
    }
  })

  test('skip nobody when somebody of an earlier page goes away between two pages', async () => {
    const first = await page(1, 5)
    const next = (await page(2, 5)).body.data[0]
    await page(1, 5)
    await server.database.db
      .deleteFrom('users')
      .where('id', '=', first.body.data[4] ?? '')
      .execute()
    expect((await page(2, 5)).body.data[0]).toBe(next)
  })

  test('have default pages of 50, from the first', async () => {
    const { body } = await ask<Envelope<string>>(server, 'GET', '/api/v1.0/trusted/users/guids', { token })
    expect([body.pageNum, body.pageSize, body.data.length]).toEqual([1, 50, body.totalNum])
  })

  test('are none behind the last page, however far', async () => {
    for (const number of [100, 1_000_000]) {
      const { status, body } = await page(number, 200)
      expect([status, body.data, body.totalNum]).toEqual([200, [], expect.any(Number)])
    }
  })

  test.each(['pageNum=0', 'pageNum=-1', 'pageSize=201', 'pageSize=0', 'pageNum=a', 'pageNum=1&pageNum=2', 'page=1'])(
    'are not told for ?%s',
    async (query) => {
      const { status, body } = await ask<Envelope<string>>(server, 'GET', `/api/v1.0/trusted/users/guids?${query}`, {
        token,
      })
      expect([status, body.error]).toEqual([400, 'InvalidRequest'])
    },
  )
})

describe('users who are looked up', () => {
  const find = (lookups: unknown) =>
    ask<Envelope<components['schemas']['UserReferenceItem']>>(server, 'POST', '/api/v1.0/users/guids', {
      token,
      body: lookups,
    })
  const guids = async (lookups: unknown) => (await find(lookups)).body.data.map(({ userInfo }) => userInfo?.guid)

  test('are found by name, number and address, however they are written, in the order of the look-ups', async () => {
    const userName = `José-${randomUUID().slice(0, 8)}`
    const email = `${randomUUID()}@example.com`
    const id = await server.addUser({ userName, itc: '+86', phone: '13912340001', email })
    const other = await server.addUser({ itc: '+49', phone: '15112345678' })
    expect(
      await guids([
        { phone: '15112345678', itc: '+49' },
        { userName: userName.normalize('NFD').toUpperCase() },
        { email: email.toUpperCase() },
        { itc: '+86', phone: '13912340001' },
        { phone: '008613912340001' },
        { userName, email, phone: '13912340001' },
        { userName },
      ]),
    ).toEqual([other, id, id, id, id, id, id])
  })

  test('are not found by half: whatever is given has to fit', async () => {
    const [one, other] = [`one-${randomUUID()}`, `other-${randomUUID()}`]
    await server.addUser({ userName: one, itc: '+86', phone: '13912340002' })
    await server.addUser({ userName: other, email: `${other}@example.com` })
    const { status, body } = await find([
      { userName: one, email: `${other}@example.com` },
      { userName: one, phone: '13912340003' },
      { userName: one, phone: `12${'3'.repeat(18)}`, itc: '+999999' },
      { itc: '+86' },
      { email: 'nobody@example.com' },
      { userName: 'half a character: \ud800' },
    ])
    expect(status).toBe(200)
    for (const item of body.data) {
      expect(item).toEqual({ error: expect.objectContaining({ status: 40401, error: 'UserNotFound' }), userInfo: null })
    }
  })

  test('are 500 at most in one call', async () => {
    const lookups = Array.from({ length: 500 }, (_, n) => ({ userName: n % 2 ? 'testUserName' : `nobody-${n}` }))
    const found = await guids(lookups)
    expect([found.length, new Set(found).size]).toEqual([500, 2])
    expect(await find([...lookups, { userName: 'a' }])).toMatchObject({
      status: 400,
      body: { error: 'InvalidRequest' },
    })
  })

  test.each([[[]], [[{}]], [[{ guid: 'a' }]], [[{ phone: 'abc' }]], [[{ email: 'abc' }]], [null], [{ userName: 'a' }]])(
    'are not looked for with %j',
    async (lookups) => {
      expect(await find(lookups)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    },
  )
})

describe('the details of many users', () => {
  const query = (guids: unknown) =>
    ask<Envelope<components['schemas']['UserDetailsItem']>>(server, 'POST', '/api/v1.0/users/details', {
      token,
      body: guids,
    })

  test('are told in the order of the GUIDs, also of one who is asked for twice, and of nobody', async () => {
    const one = await server.addUser({ displayName: 'One', address: { city: 'Guangzhou' }, dateOfBirth: '1997-01-01' })
    const two = await server.addUser({ displayName: 'Two' })
    const { status, body } = await query([two, randomUUID(), one, two.toUpperCase()])
    expect([status, body.data.map(({ userInfo }) => userInfo?.guid)]).toEqual([200, [two, undefined, one, two]])
    expect(body.data[1]?.error).toMatchObject({ status: 40401, error: 'UserNotFound', data: null })
    expect(body.data[2]?.userInfo).toMatchObject({
      displayName: 'One',
      dateOfBirth: '1997-01-01',
      address: { city: 'Guangzhou', street: null },
      jobInfo: { company: null },
    })
  })

  test('are asked for 500 users at most; a far longer list is too large as a whole', async () => {
    const guids = Array.from({ length: 500 }, () => randomUUID())
    expect((await query(guids)).body.data).toHaveLength(500)
    expect((await query([...guids, randomUUID()])).status).toBe(400)
    const most = Array.from({ length: 65_537 }, () => randomUUID())
    expect(await query(most)).toMatchObject({ status: 413, body: { error: 'PayloadTooLarge' } })
  })

  test.each([[[]], [['a']], [[null]], [{}], [null]])('are not told for %j', async (guids) => {
    expect(await query(guids)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})
