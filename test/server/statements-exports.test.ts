import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, downloadable, type Exporter, exporter, exportsOf, fileAt, mailedLink } from '../support/exports.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/** Statements of one request each, the caller's own among them. A change of these figures is a decision. */
const budget: Readonly<Record<string, number>> = {
  applyUserExport: 6,
  listExportApplications: 2,
  getUserExport: 9,
  listExportDownloads: 2,
  getUserExportFile: 7,
  'getUserExportFile, again': 8,
  cancelUserExport: 7,
  'making of the file': 8,
}

let server: TestServer
let one: Exporter
beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
  one = await exporter(server)
})
afterAll(() => server.close())

test('each operation on exports keeps to its number of statements', async () => {
  const { apply, list, fetch, downloads, cancel } = exportsOf(server, one)
  const filter = { userGuid: [one.id] }
  const guid = await downloadable(server, one, { filter })
  const link = await mailedLink(server, one, guid)
  const browser = await browserOf(server, one)
  const seen: Record<string, number> = {}
  const count = async (name: string, work: () => Promise<unknown>) => {
    seen[name] = await countStatements(work)
  }
  await count('listExportApplications', () => list())
  await count('getUserExport', () => fetch(guid))
  await count('listExportDownloads', () => downloads())
  await count('getUserExportFile', () => fileAt(browser, link))
  await count('getUserExportFile, again', () => fileAt(browser, link))
  await count('cancelUserExport', () => cancel(guid))
  await server.app.services.deps.exportMaking.collect()
  const row = { state: 'pending', format: 'csv', reason: 'For a test', filter, creatorId: one.id } as const
  const expiresAt = new Date(Date.now() + 60_000)
  await server.database.db
    .insertInto('userExports')
    .values({ id: one.id, expiresAt, ...row })
    .execute()
  await count('making of the file', () => server.app.services.deps.exportMaking.make(one.id))
  await count('applyUserExport', () => apply({ filter }))
  expect(seen).toEqual(budget)
})
