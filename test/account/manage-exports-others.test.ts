import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
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
import { startTestServer, type TestServer } from '../support/server.ts'

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
    expect(await exportState(server, one, guid)).toBe('downloadable')
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
