import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../../generated/operations.ts'
import { pageOf } from '../../../mocks/src/oneaccess/paging.ts'
import { documentedRequest } from '../../support/documented-request.ts'
import { type RunningMock, startMock } from '../start.ts'
import { type Answered, management, send } from './support.ts'

let mock: RunningMock
let headers: Record<string, string>

beforeAll(async () => {
  mock = await startMock()
  headers = await management(mock.origin)
})
afterAll(() => mock.stop())

const lists = (Object.keys(operations) as OperationId[]).filter(
  (id) => operations[id].api === 'oneaccess' && documentedRequest(id).path.includes('limit='),
)

function page(id: OperationId, query: Record<string, string>): Promise<Answered> {
  const url = new URL(documentedRequest(id).path, mock.origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return send(mock.origin, id, { headers, path: url.pathname + url.search })
}

function rowsOf({ body }: Answered): unknown[] {
  return Object.values(body).find((value) => Array.isArray(value)) ?? []
}

describe('lists', () => {
  test('are there', () => {
    expect(lists.length).toBeGreaterThanOrEqual(6)
  })

  test.each(lists)('%s has every row on its first page, and none beyond', async (id) => {
    const first = await page(id, { offset: '0', limit: '10' })
    expect(rowsOf(first)).toHaveLength(Number(first.body.total))
    const beyond = await page(id, { offset: '1', limit: '100' })
    expect([rowsOf(beyond), beyond.body.total]).toEqual([[], first.body.total])
  })

  test.each(lists)('%s refuses a page that is too small, too large or before the first', async (id) => {
    const wrong: Record<string, string>[] = [{ limit: '9' }, { limit: '101' }, { offset: '-1' }, { limit: 'x' }]
    for (const query of wrong) {
      expect(await page(id, query)).toMatchObject({
        status: 400,
        body: { error_code: 'COMMON.0400' },
      })
    }
  })

  test.each(['listApplicationRoles', 'listApplicationRoleMembers'] as const)('%s tells the asked page', async (id) => {
    expect((await page(id, { offset: '3', limit: '20' })).body).toMatchObject({ offset: 3, limit: 20 })
  })
})

test('pages of more rows than fit hold each row once', () => {
  const rows = Array.from({ length: 25 }, (_, index) => index)
  const answer = { status: 200, body: { offset: 0, limit: 10, total: 1, rows } }
  const pages = [0, 1, 2, 3].map((offset) => pageOf(answer, new URLSearchParams({ offset: `${offset}`, limit: '10' })))
  expect(pages.flatMap(({ body }) => (body as { rows: number[] }).rows)).toEqual(rows)
  expect(pages[2]?.body).toEqual({ offset: 2, limit: 10, total: 25, rows: [20, 21, 22, 23, 24] })
})
