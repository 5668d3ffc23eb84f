import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, clientToken, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type LoginRecord = components['schemas']['LoginRecord']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.Users.Statistics')
})
afterAll(() => server.close())

const list = (query: Record<string, string | number> = {}) => {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return ask<Envelope<LoginRecord>>(server, 'GET', `/api/v1.0/trusted/users/loginRecords?${search}`, { token })
}
const times = async (query: Record<string, string | number>) =>
  (await list(query)).body.data.map(({ loginTime }) => loginTime)

/** A person who has signed in at these moments. */
async function signedInAt(moments: readonly (string | Date)[], record = {}): Promise<string> {
  const guid = await server.addUser({})
  const rows = moments.map((createdAt) => ({
    id: randomUUID(),
    userId: guid,
    method: 'page',
    succeeded: true,
    createdAt,
    ...record,
  }))
  if (rows.length > 0) await server.database.db.insertInto('loginRecords').values(rows).execute()
  return guid
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe('sign-ins', () => {
  test('are told with who, when, how, through what and from where, also those that failed', async () => {
    const userName = `signs-in-${randomUUID().slice(0, 8)}`
    const guid = await server.addUser({ userName, password: 'Abc.123456' })
    await expect(personToken(server, 'openid', userName, 'wrong')).rejects.toThrow()
    await personToken(server, 'openid', userName, 'Abc.123456')
    const { status, body } = await list({ guid })
    const record = {
      guid,
      clientId: 'testAutoClient',
      loginType: 'Pwd',
      ip: expect.stringMatching(/^(127|::1|::ffff)/),
    }
    expect([status, body.totalNum, body.data]).toEqual([
      200,
      2,
      [true, false].map((isSucceeded) => ({
        ...record,
        isSucceeded,
        loginTime: expect.stringMatching(/Z$/),
        userAgent: expect.any(String),
      })),
    ])
  })

  test('of names that nobody has are not told, nor those of more than 90 days ago', async () => {
    await expect(personToken(server, 'openid', 'nobody', 'wrong')).rejects.toThrow()
    const guid = await signedInAt([daysAgo(89), daysAgo(91)])
    expect((await list({ guid })).body).toMatchObject({ totalNum: 1, data: [{ guid }] })
    for (const record of (await list({ pageSize: 200 })).body.data) expect(record.guid).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('are of another way to sign in under its own name', async () => {
    const guid = await signedInAt([daysAgo(1)], { method: 'WeChat' })
    expect((await list({ guid })).body.data).toMatchObject([{ loginType: 'WeChat', ip: null, clientId: null }])
  })

  test('are told page by page, the newest first, each once, also when there are new ones meanwhile', async () => {
    // Many at the same moment: the order has to be total.
    const guid = await signedInAt([...Array(20).fill(daysAgo(3)), ...Array(20).fill(daysAgo(2))])
    const beside = await startTestServer({ beside: server })
    try {
      const read: LoginRecord[] = []
      for (let pageNum = 1; pageNum <= 6; pageNum += 1) {
        const { body } = await list({ guid, pageNum, pageSize: 7 })
        expect([body.totalNum, body.pageNum, body.pageSize]).toEqual([40, pageNum, 7])
        read.push(...body.data)
        const again = { id: randomUUID(), userId: guid, method: 'page', succeeded: true }
        if (pageNum === 3) await server.database.db.insertInto('loginRecords').values(again).execute()
      }
      expect(read).toHaveLength(40)
      expect(read.map(({ loginTime }) => loginTime)).toEqual(
        read.map(({ loginTime }) => loginTime).toSorted((one, other) => other.localeCompare(one)),
      )
      const path = `/api/v1.0/trusted/users/loginRecords?guid=${guid}&pageNum=6&pageSize=7`
      expect((await ask<Envelope<LoginRecord>>(beside, 'GET', path, { token })).body.data).toHaveLength(6)
    } finally {
      await beside.close()
    }
  })

  test('are none behind the last page, and of a user whom nobody knows', async () => {
    expect((await list({ pageNum: 1_000_000, pageSize: 200 })).body.data).toEqual([])
    expect((await list({ guid: randomUUID() })).body).toMatchObject({ totalNum: 0, data: [] })
  })
})

describe('the time of sign-ins', () => {
  const day = (days: number) => daysAgo(days).toISOString().slice(0, 10)

  test('is asked for from one moment on until before another, in whatever zone they are written', async () => {
    const [first, second, third] = ['08:00:00.000', '08:00:00.001', '09:00:00.000'].map((time) => `${day(5)}T${time}Z`)
    const guid = await signedInAt([first, second, third] as string[])
    expect(await times({ guid, loginAfter: second as string })).toEqual([third, second])
    expect(await times({ guid, loginBefore: second as string })).toEqual([first])
    expect(await times({ guid, loginAfter: first as string, loginBefore: third as string })).toEqual([second, first])
    expect(await times({ guid, loginAfter: `${day(5)}T16:00:00.001+08:00` })).toEqual([third, second])
    expect(await times({ guid, loginAfter: first as string, loginBefore: first as string })).toEqual([])
    expect(await times({ guid, loginAfter: `${day(6)}T23:59:60Z` })).toEqual([third, second, first])
  })

  test('is asked for by whole days of a time zone: from a day to the same day is that day alone', async () => {
    // The last moment of a day in Shanghai, the first of the next, and the same in New York.
    const [last, next] = [new Date(`${day(6)}T23:59:59.999+08:00`), new Date(`${day(5)}T00:00:00+08:00`)]
    const guid = await signedInAt([last, next])
    const of = (firstDay: string, lastDay: string, timeZone?: string) =>
      times({ guid, firstDay, lastDay, ...(timeZone && { timeZone }) })
    expect(await of(day(6), day(6))).toEqual([last.toISOString()])
    expect(await of(day(5), day(5))).toEqual([next.toISOString()])
    expect(await of(day(6), day(5))).toEqual([next, last].map((time) => time.toISOString()))
    expect(await of(day(5), day(6))).toEqual([])
    expect(await of(day(6), day(6), 'UTC')).toEqual([next, last].map((time) => time.toISOString()))
    expect(await of(day(7), day(7), 'Pacific/Kiritimati')).toEqual([])
    expect(await times({ guid, firstDay: day(6), loginBefore: next.toISOString() })).toEqual([last.toISOString()])
    expect(await times({ guid, firstDay: day(90), lastDay: day(0), loginAfter: next.toISOString() })).toHaveLength(1)
  })

  test.each<Record<string, string>>([
    { firstDay: '0000-01-01' },
    { lastDay: '9999-12-31' },
    { loginAfter: '0000-01-01T00:00:00Z' },
    { loginBefore: '9999-12-31T23:59:60Z' },
    { lastDay: '9999-12-31', timeZone: 'America/New_York' },
  ])('may be as far away as %j', async (query) => {
    expect((await list(query)).status).toBe(200)
  })

  test.each<Record<string, string | number>>([
    { loginAfter: 'yesterday' },
    { loginBefore: '2026-02-30T00:00:00Z' },
    { firstDay: '2026-02-30' },
    { lastDay: '2026-1-1' },
    { timeZone: 'Mars/Olympus' },
    // Chicago to the library that knows time zones, China to many who call.
    { timeZone: 'CST' },
    { timeZone: 'a b' },
    { guid: 'a' },
    { pageNum: 0 },
    { pageSize: 201 },
    { day: '2026-01-01' },
  ])('is not asked for by %j', async (query) => {
    const { status, body } = await list(query)
    expect([status, body.error]).toEqual([400, 'InvalidRequest'])
  })
})
