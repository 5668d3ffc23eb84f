import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  browserOf,
  downloadable,
  type Exporter,
  exporter,
  exportFile,
  exportState,
  exportsOf,
  fileAt,
  mailedLink,
} from '../support/exports.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let one: Exporter
let superManager: Exporter
beforeAll(async () => {
  server = await startTestServer()
  one = await exporter(server)
  superManager = await exporter(server, 'Account.SuperManager')
})
afterAll(() => server.close())

const making = () => server.app.services.deps.exportMaking
const over = (guid: string) =>
  server.database.db
    .updateTable('userExports')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('id', '=', guid)
    .execute()

describe('an export that is over', () => {
  test('was cancelled, once, and its file is gone', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    expect(existsSync(exportFile(server, guid))).toBe(true)
    const { cancel, fetch } = exportsOf(server, one)
    expect((await cancel(guid)).body.data).toMatchObject([{ guid, state: 'cancelled' }])
    expect(existsSync(exportFile(server, guid))).toBe(false)
    expect(await cancel(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotCancellable' } })
    expect(await fetch(guid)).toMatchObject({ status: 409, body: { error: 'ExportNotDownloadable' } })
    expect((await fileAt(await browserOf(server, one), link)).answer.status).toBe(409)
  })

  test('has outlived its time: nobody gets it, and its file is removed', async () => {
    const guid = await downloadable(server, one, { filter: { userGuid: [one.id] } })
    const link = await mailedLink(server, one, guid)
    await over(guid)
    const { cancel, fetch } = exportsOf(server, one)
    expect(await exportState(server, one, guid)).toBe('expired')
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
    expect([existsSync(exportFile(server, guid)), await exportState(server, one, guid)]).toEqual([false, 'expired'])
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
    expect(existsSync(exportFile(server, guid))).toBe(false)
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
    expect([body.totalNum, existsSync(exportFile(server, guid))]).toEqual([fetched, false])
  })
})
