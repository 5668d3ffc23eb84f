import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import { exportStates } from '../../server/domain/exports/states.ts'
import { ask, auditOf } from '../support/api.ts'
import {
  browserOf,
  downloadable,
  type Exporter,
  exporter,
  exportState,
  exportsOf,
  fileAt,
  mailedLink,
} from '../support/exports.ts'
import { outbox } from '../support/outbox.ts'
import { personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { sheetsOf } from '../support/workbook.ts'

let server: TestServer
let one: Exporter
let other: Exporter
beforeAll(async () => {
  server = await startTestServer()
  one = await exporter(server)
  other = await exporter(server)
})
afterAll(() => server.close())

const columns = accountDocument.components.schemas.ManagedUser.required

/** The file of a new export. */
async function exported(wish: Parameters<typeof downloadable>[2], by = one) {
  const guid = await downloadable(server, by, wish)
  return { guid, ...(await fileAt(await browserOf(server, by), await mailedLink(server, by, guid))) }
}

describe('an export', () => {
  test('goes from the application to the file, and is written down', async () => {
    const { apply, list, fetch, downloads } = exportsOf(server, one)
    const applied = await apply({ reason: 'Monthly report', filter: { userGuid: [one.id], hasEmail: true } })
    const application = {
      guid: expect.stringMatching(/^[\da-f-]{36}$/),
      downloadNum: 0,
      state: 'pending',
      format: 'xlsx',
      reason: 'Monthly report',
      creator: { displayName: 'Exporter', email: one.email, guid: one.id, phone: null },
      filter: {
        ...{ hasEmail: true, hasPhone: null, userGuid: [one.id], client: [], userName: [], email: [], phone: [] },
        ...{ external: [], accountState: [], createBefore: null, createAfter: null },
        ...{ lastLoginBefore: null, lastLoginAfter: null },
      },
      createTime: expect.stringMatching(/Z$/),
      updateTime: expect.stringMatching(/Z$/),
      history: [],
    }
    expect([applied.status, applied.body.data]).toEqual([200, [application]])
    const guid = applied.body.data[0]?.guid ?? ''
    await vi.waitFor(async () => expect(await exportState(server, one, guid)).toBe('downloadable'), { timeout: 20_000 })

    const fetched = await fetch(guid, 'For the board')
    const record = {
      downloadTime: expect.stringMatching(/Z$/),
      ...{ userDisplayName: 'Exporter', email: one.email, result: null, reason: 'For the board' },
    }
    expect([fetched.status, fetched.body.data]).toEqual([201, [record]])
    const [mail] = await outbox(server, one.email)
    expect(mail).toMatchObject({ purpose: 'export_ready', channel: 'mail' })
    const link = /http\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const { answer, content } = await fileAt(await browserOf(server, one), link)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="users-\d{4}-\d\d-\d\d\.xlsx"$/)
    expect([answer.headers.get('cache-control'), Number(answer.headers.get('content-length'))]).toEqual([
      'no-store',
      content.length,
    ])
    const [[head, row, ...more] = []] = sheetsOf(content)
    expect([head, row?.slice(0, 2), more]).toEqual([columns, [one.id, one.userName], []])

    const used = { ...record, result: 'success' }
    expect((await list()).body.data.find((found) => found.guid === guid)).toMatchObject({
      ...{ state: 'downloadable', downloadNum: 1, history: [used] },
    })
    expect((await downloads({ guid })).body).toMatchObject({ data: [used], totalNum: 1 })
    const trail = await auditOf(server, guid)
    expect(trail.map(({ action }) => action)).toEqual([
      ...['user_export.applied', 'user_export.downloadable', 'user_export.fetched', 'user_export.downloaded'],
    ])
    expect(trail.map(({ actorId }) => actorId)).toEqual([one.id, null, one.id, one.id])
    expect(JSON.stringify(trail)).not.toMatch(/@example\.com|report|board/)
  })

  test('is downloaded again through the same address, and that is written down too', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    const browser = await browserOf(server, one)
    const answers = await Promise.all(Array.from({ length: 32 }, () => fileAt(browser, link)))
    expect(new Set(answers.map(({ answer }) => answer.status))).toEqual(new Set([200]))
    const { body } = await exportsOf(server, one).downloads({ guid, pageSize: 200 })
    expect([body.totalNum, new Set(body.data.map(({ result }) => result))]).toEqual([32, new Set(['success'])])
  })

  test('has the users who fit, in CSV that begins with a byte order mark and has no formulas', async () => {
    const mark = randomUUID()
    const people = [
      { userName: `=${mark}`, displayName: '=HYPERLINK("http://example.com")' },
      { userName: `plain-${mark}`, displayName: '张三, "quoted"\nline', itc: '+86', phone: '13900020001' },
      { userName: `@${mark}`, displayName: '-2+3' },
    ]
    const ids = []
    for (const person of people) ids.push(await server.addUser(person))
    await server.addUser({ userName: `left-out-${mark}` })
    const { answer, content } = await exported({ format: 'csv', filter: { userGuid: ids } })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const text = content.toString()
    expect([content.subarray(0, 3).toString('hex'), text.split('\uFEFF').length]).toEqual(['efbbbf', 2])
    expect(text.slice(1).split('\r\n')[0]).toBe(columns.join(','))
    expect(text).toContain(`${ids[0]},'=${mark},,,"'=HYPERLINK(""http://example.com"")",`)
    expect(text).toContain(`plain-${mark},,,"张三, ""quoted""\nline",,zh-CN,'+86,13900020001,`)
    expect(text).toContain(`'@${mark},,,'-2+3,`)
    expect(text).not.toContain('left-out')
    const none = await exported({ format: 'csv', filter: { userName: ['nobody of that name'] } })
    expect(none.content.toString()).toBe(`\uFEFF${columns.join(',')}\r\n`)
  })

  test('has every cell of a workbook as a text that opens', async () => {
    const digits = `110105199003071234${Math.trunc(Math.random() * 1e6)}`
    const id = await server.addUser({ userName: digits, displayName: 'a\uFFFFb\u0007 <&> _x0041_ \r=1+1' })
    const { content } = await exported({ filter: { userGuid: [id] } })
    const [[, row] = []] = sheetsOf(content)
    expect(row?.slice(0, 5)).toEqual([id, digits, '', '', 'ab <&> _x005F_x0041_ \r=1+1'])
  })

  test('keeps to each condition', async () => {
    const mark = randomUUID().slice(0, 8)
    const phone = `139${String(Date.now()).slice(-8)}`
    const [plain, whole] = [
      await server.addUser({ userName: `plain-${mark}`, createdAt: '2001-01-01T00:00:00Z' }),
      await server.addUser({
        ...{ userName: `whole-${mark}`, createdAt: '2001-03-01T00:00:00Z', accountState: 'Locked' },
        ...{ itc: '+86', phone, email: `${mark}@example.com`, oemClientId: 'oemDemo' },
      }),
    ]
    const { db } = server.database
    const externalId = mark
    await db
      .insertInto('externalLogins')
      .values({ id: randomUUID(), userId: whole, provider: 'Alipay', externalId })
      .execute()
    await db
      .insertInto('lastSignIns')
      .values({ userId: whole, clientId: 'TestClient', signedInAt: '2002-01-01T00:00:00Z' })
      .execute()
    const both = { userGuid: [plain, whole] }
    const conditions = [
      { hasEmail: true },
      { hasPhone: true },
      { client: ['TestClient'] },
      { client: ['oemDemo'] },
      { userName: [`WHOLE-${mark}`] },
      { email: [`${mark}@EXAMPLE.com`] },
      { phone: [phone] },
      { external: ['Alipay'] },
      { accountState: ['Locked' as const] },
      { createAfter: '2001-02-01T00:00:00Z' },
      { lastLoginBefore: '2003-01-01T00:00:00Z' },
      { lastLoginAfter: '2001-06-01T00:00:00Z' },
    ]
    const guids = await Promise.all(
      conditions.map((condition) => downloadable(server, other, { format: 'csv', filter: { ...both, ...condition } })),
    )
    const browser = await browserOf(server, other)
    for (const [index, guid] of guids.entries()) {
      const { content } = await fileAt(browser, await mailedLink(server, other, guid))
      const names = content.toString().match(/(plain|whole)-\w{8}/g)
      expect([conditions[index], names]).toEqual([conditions[index], [`whole-${mark}`]])
    }
  })

  test('takes the moments that the list of users takes, and shows them in UTC with milliseconds', async () => {
    const { apply } = exportsOf(server, other)
    for (const [createAfter, shown] of [
      ['2022-11-02T02:53:45+08:00', '2022-11-01T18:53:45.000Z'],
      ['2022-11-02T02:53:45.123456+08:00', '2022-11-01T18:53:45.123Z'],
      ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
      ['9999-12-31T23:59:60Z', '9999-12-31T23:59:59.999Z'],
    ] as const) {
      const listed = await ask(server, 'GET', `/api/v1.0/manage/users?${new URLSearchParams({ createAfter })}`, {
        token: (await personWith(server, 'Account.UserManager')).token,
      })
      const { status, body } = await apply({ filter: { createAfter } })
      expect([listed.status, status, body.data[0]?.filter.createAfter]).toEqual([200, 200, shown])
    }
  })
})

describe('an application', () => {
  test.each([
    ['without a reason', { reason: '' }],
    ['with a reason that nobody sees', { reason: ' \u200b' }],
    ['with half a character', { reason: '\ud83d' }],
    ['with half a character in its filter', { filter: { client: ['TestClient', '\ud800'] } }],
    ['with a moment that is none', { filter: { createAfter: '2026-02-30T00:00:00Z' } }],
    ['with a filter that is none', { filter: { hasEmail: 'yes' as never } }],
    ['with a search word', { filter: { keyword: 'a' } as never }],
    ['with more than a list holds', { filter: { userName: Array.from({ length: 201 }, () => 'a') } }],
    ['in another format', { format: 'pdf' as never }],
  ])('%s is refused', async (_, wish) => {
    const { apply, list } = exportsOf(server, one)
    const before = (await list()).body.totalNum
    expect(await apply(wish)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect((await list()).body.totalNum).toBe(before)
  })

  test('is refused where somebody has a hundred that are not over', async () => {
    const by = await exporter(server)
    const row = { state: 'downloadable', format: 'csv', reason: 'For a test', filter: {}, creatorId: by.id } as const
    const expiresAt = new Date(Date.now() + 60_000)
    const rows = Array.from({ length: 100 }, () => ({ id: randomUUID(), expiresAt, ...row }))
    await server.database.db.insertInto('userExports').values(rows).execute()
    const { apply, cancel } = exportsOf(server, by)
    expect(await apply({})).toMatchObject({ status: 429, body: { error: 'TooManyRequests' } })
    expect((await cancel(rows[0]?.id ?? '')).status).toBe(200)
    expect((await apply({})).status).toBe(200)
  })

  test('is fetched by people with a mailbox, and two hundred times at most', async () => {
    const by = await exporter(server)
    const guid = await downloadable(server, by, { filter: { userGuid: [by.id] } })
    const { db } = server.database
    await db.updateTable('users').set({ email: null }).where('id', '=', by.id).execute()
    const { fetch } = exportsOf(server, by)
    expect(await fetch(guid)).toMatchObject({ status: 422, body: { error: 'ContactMissing' } })
    await db.updateTable('users').set({ email: by.email }).where('id', '=', by.id).execute()
    const rows = Array.from({ length: 199 }, () => ({
      id: randomUUID(),
      exportId: guid,
      userId: by.id,
      result: 'success',
    }))
    await db.insertInto('userExportDownloads').values(rows).execute()
    expect((await fetch(guid)).body.data).toHaveLength(200)
    expect(await fetch(guid)).toMatchObject({ status: 429, body: { error: 'TooManyRequests' } })
  })
})

test('the states are those of the contract', () => {
  expect(Object.keys(exportStates)).toEqual(accountDocument.components.schemas.ExportState.enum)
})
