import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import accountDocument from '../../generated/account.json' with { type: 'json' }
import { csv } from '../../server/domain/exports/csv.ts'
import { exportStates } from '../../server/domain/exports/states.ts'
import { xlsx } from '../../server/domain/exports/xlsx.ts'
import { ask, auditOf } from '../support/api.ts'
import { bucketEnvironment, startBucket } from '../support/bucket.ts'
import { browserOf, downloadable, type Exporter, exporter, exportsOf, fileAt, mailedLink } from '../support/exports.ts'
import { outbox } from '../support/outbox.ts'
import { personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { sheetsOf } from '../support/workbook.ts'

let server: TestServer
let one: Exporter
let other: Exporter
let superManager: Exporter
beforeAll(async () => {
  server = await startTestServer()
  one = await exporter(server)
  other = await exporter(server)
  superManager = await exporter(server, 'Account.SuperManager')
})
afterAll(() => server.close())

const making = () => server.app.services.deps.exportMaking
const fileOf = (guid: string, format = 'xlsx', attempt = 1) =>
  join(server.dataDir, 'files/user-exports', `${guid}-${attempt}.${format}`)
const columns = accountDocument.components.schemas.ManagedUser.required
const over = (guid: string) =>
  server.database.db
    .updateTable('userExports')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('id', '=', guid)
    .execute()
const stateOf = async (guid: string, by = one) =>
  (await exportsOf(server, by).list()).body.data.find((application) => application.guid === guid)?.state

/** All parts of a file. */
async function all(content: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return parts
}

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
    await vi.waitFor(async () => expect(await stateOf(guid)).toBe('downloadable'), { timeout: 20_000 })

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
    ] as const) {
      const listed = await ask(server, 'GET', `/api/v1.0/manage/users?${new URLSearchParams({ createAfter })}`, {
        token: (await personWith(server, 'Account.UserManager')).token,
      })
      const { status, body } = await apply({ filter: { createAfter } })
      expect([listed.status, status, body.data[0]?.filter.createAfter]).toEqual([200, 200, shown])
    }
    expect((await apply({ filter: { createAfter: '9999-12-31T23:59:60Z' } })).status).toBe(400)
  })
})

describe('somebody else', () => {
  test('does not learn that there is an export, and does not get its file', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    const theirs = exportsOf(server, other)
    for (const refused of [await theirs.fetch(guid), await theirs.cancel(guid), await theirs.cancel(randomUUID())]) {
      expect(refused).toMatchObject({ status: 404, body: { error: 'ExportApplicationNotFound' } })
    }
    expect((await theirs.list()).body.data.map((found) => found.guid)).not.toContain(guid)
    expect((await theirs.downloads({ guid })).body).toMatchObject({ data: [], totalNum: 0 })
    for (const by of [other, superManager]) {
      const { answer, content } = await fileAt(await browserOf(server, by), link)
      expect([answer.status, content.includes(one.id)]).toEqual([404, false])
    }
    expect(await stateOf(guid)).toBe('downloadable')
  })

  test('who is a super administrator sees all in the lists, page by page', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    await exportsOf(server, one).fetch(guid)
    const all = exportsOf(server, superManager)
    const [first] = (await all.list({ pageSize: 1 })).body.data
    expect([first?.guid, first?.creator.guid]).toEqual([guid, one.id])
    expect((await all.downloads({ guid })).body.totalNum).toBe(1)
    expect(await all.fetch(guid)).toMatchObject({ status: 404 })
    expect((await all.list({ pageNum: 1_000 })).body).toMatchObject({ data: [] })
  })

  test('who is not signed in is sent to sign in, and then gets the file', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] }, format: 'csv' })
    const link = await mailedLink(server, one, guid)
    const { answer } = await fileAt(await browserOf(server, { userName: 'nobody' }), link)
    const signIn = `/Account/Login?${new URLSearchParams({ ReturnUrl: new URL(link).pathname })}`
    expect([answer.status, answer.headers.get('location')]).toEqual([303, signIn])
  })

  test('who has lost the role gets nothing, and that is written down', async () => {
    const by = await exporter(server)
    const guid = await downloadable(server, by, { filter: { userGuid: [by.id] } })
    const link = await mailedLink(server, by, guid)
    const browser = await browserOf(server, by)
    await server.app.services.deps.roleGroups.removeRole({}, by.id, 'ZMS.UserManager')
    const { answer, content } = await fileAt(browser, link)
    expect([answer.status, content.includes(by.id)]).toEqual([403, false])
    expect(await exportsOf(server, by).fetch(guid)).toMatchObject({ status: 403, body: { error: 'RoleRequired' } })
    expect((await auditOf(server, guid)).at(-1)).toMatchObject({
      ...{ action: 'user_export.download_refused', actorId: by.id, details: { reason: 'access_denied' } },
    })
  })
})

describe('an export that is over', () => {
  test('was cancelled, once, and its file is gone', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    expect(existsSync(fileOf(guid))).toBe(true)
    const { cancel, fetch } = exportsOf(server, one)
    expect((await cancel(guid)).body.data).toMatchObject([{ guid, state: 'cancelled' }])
    expect(existsSync(fileOf(guid))).toBe(false)
    expect(await cancel(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotCancellable' } })
    expect(await fetch(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotDownloadable' } })
    expect((await fileAt(await browserOf(server, one), link)).answer.status).toBe(409)
  })

  test('has outlived its time: nobody gets it, and its file is removed', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    await over(guid)
    const { cancel, fetch } = exportsOf(server, one)
    expect(await stateOf(guid)).toBe('expired')
    expect(await fetch(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotDownloadable' } })
    expect(await cancel(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotCancellable' } })
    expect((await fileAt(await browserOf(server, one), link)).answer.status).toBe(409)
    await making().collect()
    await server.database.db
      .updateTable('userExports')
      .set({ updatedAt: new Date(Date.now() - 2 * 60 * 60_000) })
      .where('id', '=', guid)
      .execute()
    await making().collect()
    expect([existsSync(fileOf(guid)), await stateOf(guid)]).toEqual([false, 'expired'])
  })

  test('belonged to somebody who is gone: file and application go, too', async () => {
    const by = await exporter(server)
    const guid = await downloadable(server, by, { filter: { userGuid: [by.id] } })
    await exportsOf(server, by).fetch(guid)
    const { db } = server.database
    await db.deleteFrom('users').where('id', '=', by.id).execute()
    expect((await exportsOf(server, superManager).list()).body.data.map((found) => found.guid)).not.toContain(guid)
    const left = await db.selectFrom('userExportDownloads').select('id').where('exportId', '=', guid).execute()
    expect(left).toEqual([])
    await making().collect()
    const hoursAgo = new Date(Date.now() - 2 * 60 * 60_000)
    await db.updateTable('userExports').set({ updatedAt: hoursAgo }).where('id', '=', guid).execute()
    await making().collect()
    expect(existsSync(fileOf(guid))).toBe(false)
  })

  test('of 32 cancels and fetches at once has one cancel, and no fetch behind it', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const { cancel, fetch } = exportsOf(server, one)
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => (n % 2 === 0 ? cancel(guid) : fetch(guid))),
    )
    const seen = answers.map(({ status, body }) => `${status} ${body.error}`)
    expect(seen.filter((text) => text === '200 null')).toHaveLength(1)
    expect(seen.filter((text) => text === '409 ExportNotCancellable')).toHaveLength(15)
    const fetched = seen.filter((text) => text === '201 null').length
    expect(seen.filter((text) => text === '409 ExportNotDownloadable')).toHaveLength(16 - fetched)
    const { body } = await exportsOf(server, one).downloads({ guid })
    expect([body.totalNum, existsSync(fileOf(guid))]).toEqual([fetched, false])
  })
})

describe('the making of a file', () => {
  /** An export that no job knows of. */
  async function noted(by = one) {
    const id = randomUUID()
    await server.database.db
      .insertInto('userExports')
      .values({
        ...{
          id,
          creatorId: by.id,
          state: 'pending',
          format: 'csv',
          reason: 'For a test',
          filter: { userGuid: [by.id] },
        },
        expiresAt: new Date(Date.now() + 60_000),
      })
      .execute()
    return id
  }

  test('begins anew after a crash, and two at once do no harm', async () => {
    const id = await noted()
    // What a crash leaves: an attempt that was begun, and half a file.
    await server.database.db
      .updateTable('userExports')
      .set({ attempts: 1, hasFile: true })
      .where('id', '=', id)
      .execute()
    await mkdir(join(server.dataDir, 'files/user-exports'), { recursive: true })
    await writeFile(fileOf(id, 'csv'), 'half')
    await Promise.all(Array.from({ length: 2 }, () => making().make(id)))
    expect(await stateOf(id)).toBe('downloadable')
    const { content } = await fileAt(await browserOf(server, one), await mailedLink(server, one, id))
    expect(content.toString()).toContain(one.id)
    await making().make(id)
    expect((await auditOf(server, id)).filter(({ action }) => action === 'user_export.downloadable')).toHaveLength(1)
  })

  test('is given up after three attempts', async () => {
    const id = await noted()
    // Where the files should be stand folders.
    const places = [1, 2, 3].map((attempt) => fileOf(id, 'csv', attempt))
    for (const place of places) await mkdir(join(place, 'full'), { recursive: true })
    for (const state of ['pending', 'pending', 'failed']) {
      await expect(making().make(id)).rejects.toThrow()
      expect(await stateOf(id)).toBe(state)
    }
    for (const place of places) await rm(place, { recursive: true, force: true })
    await making().make(id)
    expect([await stateOf(id), places.some(existsSync)]).toEqual(['failed', false])
    expect((await exportsOf(server, one).fetch(id)).body.error).toBe('ExportNotDownloadable')
  })

  test('leaves nothing where it is cancelled meanwhile', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => noted()))
    const { cancel } = exportsOf(server, one)
    await Promise.all(ids.flatMap((id) => [making().make(id), cancel(id)]))
    for (const id of ids) expect([await stateOf(id), existsSync(fileOf(id, 'csv'))]).toEqual(['cancelled', false])
  })

  test('writes a new sheet when one is full, and no more of a text than a cell holds', async () => {
    async function* batches() {
      yield [['1'], ['2'], ['3']]
      yield [['4'], [`${'x'.repeat(32_766)}😀`]]
    }
    const sheets = sheetsOf(Buffer.concat(await all(xlsx(['n'], batches(), 3))))
    expect(sheets.map((rows) => rows.map(([cell = '']) => cell.slice(0, 3)))).toEqual([
      ['n', '1', '2'],
      ['n', '3', '4'],
      ['n', 'xxx'],
    ])
    expect(sheets[2]?.[1]?.[0]).toHaveLength(32_766)
    const exact = sheetsOf(Buffer.concat(await all(xlsx(['n'], batches(), 6))))
    expect(exact).toHaveLength(1)
  })

  test.each([
    ['CSV', csv],
    ['a workbook', xlsx],
  ])('ends with what its source fails of, in %s', async (_, write) => {
    async function* batches() {
      yield [['1']]
      throw new Error('the database is gone')
    }
    await expect(all(write(['n'], batches()))).rejects.toThrow('the database is gone')
  })
})

describe('a file in a bucket', () => {
  test('is put there whole, given from there, and removed', async () => {
    const bucket = await startBucket()
    const node = await startTestServer({ env: bucketEnvironment(bucket) })
    try {
      const by = await exporter(node)
      const guid = await downloadable(node, by, { filter: { userGuid: [by.id] } })
      const [[key, stored] = []] = [...bucket.objects]
      expect([key, stored?.mediaType]).toEqual([
        `user-exports/${guid}-1.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ])
      const { content } = await fileAt(await browserOf(node, by), await mailedLink(node, by, guid))
      expect(sheetsOf(content)[0]?.[1]?.[0]).toBe(by.id)
      expect((await exportsOf(node, by).cancel(guid)).status).toBe(200)
      expect(bucket.objects.size).toBe(0)
    } finally {
      await node.close()
      await bucket.close()
    }
  })

  test('that is away is waited for', async () => {
    const bucket = await startBucket()
    const node = await startTestServer({ env: bucketEnvironment(bucket) })
    try {
      const by = await exporter(node)
      bucket.away = true
      const { apply } = exportsOf(node, by)
      const guid = (await apply({ filter: { userGuid: [by.id] } })).body.data[0]?.guid ?? ''
      const attempts = () =>
        node.database.db
          .selectFrom('userExports')
          .select(['attempts', 'state'])
          .where('id', '=', guid)
          .executeTakeFirstOrThrow()
      await vi.waitFor(async () => expect(await attempts()).toEqual({ attempts: 1, state: 'pending' }), 10_000)
      bucket.away = false
      await vi.waitFor(async () => expect((await attempts()).state).toBe('downloadable'), 30_000)
    } finally {
      await node.close()
      await bucket.close()
    }
  })
})

describe('an application', () => {
  test.each([
    ['without a reason', { reason: '' }],
    ['with half a character', { reason: '\ud83d' }],
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
