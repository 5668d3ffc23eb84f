import { expect, test } from 'vitest'
import { paginateOneAccess } from '../../client/src/index.ts'
import { failure, oneAccess } from './oneaccess-server.ts'
import { serverOfFile } from './server-of-file.ts'

const path = '/api/v2/tenant/users'

const server = await serverOfFile()

const client = () => oneAccess(server, { management: undefined })

/** The server has that many users, and puts at most `largest` of them on a page. */
function has(total: number, largest = 100): void {
  server.on(`GET ${path}`, ({ query }) => {
    const limit = Math.min(Number(query.get('limit')), largest)
    const first = Number(query.get('offset')) * limit
    const users = Array.from({ length: Math.max(0, Math.min(limit, total - first)) }, (_, i) => ({
      user_id: first + i,
    }))
    return { body: { total, users } }
  })
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = []
  for await (const item of items) read.push(item)
  return read
}

const users = (query = {}) => paginateOneAccess(client(), path, { query: { org_id: '', ...query } })
const asked = () => server.seen.map(({ query }) => query.toString())

test.each([
  [0, ['org_id=&offset=0&limit=100']],
  [1, ['org_id=&offset=0&limit=100']],
  [100, ['org_id=&offset=0&limit=100']],
  [101, ['org_id=&offset=0&limit=100', 'org_id=&offset=1&limit=100']],
])('%i rows', async (total, requests) => {
  has(total)
  expect(await all(users())).toEqual(Array.from({ length: total }, (_, index) => ({ user_id: index })))
  expect(asked()).toEqual(requests)
})

test('the query goes with every page, and may say where to begin', async () => {
  has(47)
  const rows = await all(users({ org_id: 'org', offset: 2, limit: 20 }))
  expect(rows).toEqual(Array.from({ length: 7 }, (_, index) => ({ user_id: 40 + index })))
  has(61)
  expect(await all(users({ offset: 1, limit: 20 }))).toHaveLength(41)
  expect(asked()).toEqual([
    'org_id=org&offset=2&limit=20',
    'org_id=&offset=1&limit=20',
    'org_id=&offset=2&limit=20',
    'org_id=&offset=3&limit=20',
  ])
})

test('a server that gives fewer rows than were asked for is read to its end', async () => {
  has(25, 10)
  expect(await all(users())).toHaveLength(25)
  expect(server.seen).toHaveLength(3)
})

test('rows that went away meanwhile do not make it ask for ever', async () => {
  server.on(`GET ${path}`, ({ query }) => ({ body: { total: 500, users: query.get('offset') === '0' ? [{}] : [] } }))
  expect(await all(users())).toHaveLength(1)
  expect(server.seen).toHaveLength(2)
})

test('whoever leaves the loop asks for no more', async () => {
  has(500)
  for await (const _ of users()) break
  expect(server.seen).toHaveLength(1)
})

test('a path with parameters; roles echo their page', async () => {
  const place = '/api/v2/tenant/applications/{application_id}/role-member-list/{role_id}'
  server.on('GET /api/v2/tenant/applications/app/role-member-list/role', () => ({
    body: { total: 1, offset: 0, limit: 100, role_members: [{ id: 'a' }] },
  }))
  const members = paginateOneAccess(client(), place, { path: { application_id: 'app', role_id: 'role' } })
  expect(await all(members)).toEqual([{ id: 'a' }])
  expect(asked()).toEqual(['offset=0&limit=100'])
})

test('a refusal, and an abort', async () => {
  server.on(`GET ${path}`, () => failure('COMMON.0403', 403))
  await expect(all(users())).rejects.toMatchObject({ name: 'OneAccessError', code: 'COMMON.0403' })
  has(500)
  const caller = new AbortController()
  const items = paginateOneAccess(client(), path, { query: { org_id: '' }, signal: caller.signal })
  const rows = (async () => {
    for await (const _ of items) caller.abort(new Error('enough'))
  })()
  await expect(rows).rejects.toThrow('enough')
})
