import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { csv } from '../../server/domain/exports/csv.ts'
import { xlsx } from '../../server/domain/exports/xlsx.ts'
import { auditOf } from '../support/api.ts'
import { bucketEnvironment, startBucket } from '../support/bucket.ts'
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
import { sheetsOf } from '../support/workbook.ts'

let server: TestServer
let one: Exporter
beforeAll(async () => {
  server = await startTestServer()
  one = await exporter(server)
})
afterAll(() => server.close())

const making = () => server.app.services.deps.exportMaking

/** All parts of a file. */
async function all(content: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  return parts
}

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
    await writeFile(exportFile(server, id, 'csv'), 'half')
    await Promise.all(Array.from({ length: 2 }, () => making().make(id)))
    expect(await exportState(server, one, id)).toBe('downloadable')
    const { content } = await fileAt(await browserOf(server, one), await mailedLink(server, one, id))
    expect(content.toString()).toContain(one.id)
    await making().make(id)
    expect((await auditOf(server, id)).filter(({ action }) => action === 'user_export.downloadable')).toHaveLength(1)
  })

  test('is given up after three attempts', async () => {
    const id = await noted()
    // Where the files should be stand folders.
    const places = [1, 2, 3].map((attempt) => exportFile(server, id, 'csv', attempt))
    for (const place of places) await mkdir(join(place, 'full'), { recursive: true })
    for (const state of ['pending', 'pending', 'failed']) {
      await expect(making().make(id)).rejects.toThrow()
      expect(await exportState(server, one, id)).toBe(state)
    }
    for (const place of places) await rm(place, { recursive: true, force: true })
    await making().make(id)
    expect([await exportState(server, one, id), places.some(existsSync)]).toEqual(['failed', false])
    expect((await exportsOf(server, one).fetch(id)).body.error).toBe('ExportNotDownloadable')
  })

  test('leaves nothing where it is cancelled meanwhile', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => noted()))
    const { cancel } = exportsOf(server, one)
    await Promise.all(ids.flatMap((id) => [making().make(id), cancel(id)]))
    for (const id of ids)
      expect([await exportState(server, one, id), existsSync(exportFile(server, id, 'csv'))]).toEqual([
        'cancelled',
        false,
      ])
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
