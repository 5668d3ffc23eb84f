import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
