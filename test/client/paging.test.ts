import { expect, test } from 'vitest'
import { createAccountClient, paginate } from '../../client/src/index.ts'
import type { ScriptedAnswer } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'

const path = '/api/v1.0/trusted/users/guids'

const server = await serverOfFile()

const client = () => createAccountClient({ ...server, auth: async () => 't' })

/** The numbers of a page, as text, where there are `totalNum` of them. */
function page(pageNum: number, pageSize: number, totalNum: number): ScriptedAnswer {
  const first = (pageNum - 1) * pageSize
  const data = Array.from({ length: Math.max(0, Math.min(pageSize, totalNum - first)) }, (_, i) => `${first + i}`)
  return { body: { status: 0, message: 'success', error: null, data, totalNum, pageSize, pageNum } }
}

/** The server has that many items, and puts at most `largest` of them on a page. */
function has(totalNum: number, largest = 200): void {
  server.on(`GET ${path}`, ({ query }) =>
    page(Number(query.get('pageNum')), Math.min(Number(query.get('pageSize') ?? 50), largest), totalNum),
  )
}

async function all(items: AsyncIterable<string>): Promise<string[]> {
  const read: string[] = []
  for await (const item of items) read.push(item)
  return read
}

const asked = () => server.seen.map(({ query }) => query.toString())

test.each([
  [0, ['pageNum=1']],
  [1, ['pageNum=1']],
  [50, ['pageNum=1']],
  [51, ['pageNum=1', 'pageNum=2']],
])('%i items', async (total, requests) => {
  has(total)
  const items = await all(paginate(client(), path))
  expect(items).toEqual(Array.from({ length: total }, (_, index) => `${index}`))
  expect(asked()).toEqual(requests)
})

test('the query goes with every page, and may say where to begin', async () => {
  has(7)
  const items = await all(paginate(client(), path, { query: { pageNum: 2, pageSize: 3 } }))
  expect(items).toEqual(['3', '4', '5', '6'])
  expect(asked()).toEqual(['pageNum=2&pageSize=3', 'pageNum=3&pageSize=3'])
})

test('a server that gives fewer than were asked for is read to its end', async () => {
  has(5, 2)
  expect(await all(paginate(client(), path, { query: { pageSize: 100 } }))).toHaveLength(5)
  expect(server.seen).toHaveLength(3)
})

test('a page without items is the end, whatever the total says', async () => {
  server.on(`GET ${path}`, ({ query }) => page(Number(query.get('pageNum')), 2, query.get('pageNum') === '1' ? 9 : 0))
  expect(await all(paginate(client(), path))).toEqual(['0', '1'])
  expect(server.seen).toHaveLength(2)
})

test('a page is asked for when its first item is wanted', async () => {
  has(6)
  const seen: string[] = []
  for await (const item of paginate(client(), path, { query: { pageSize: 2 } })) {
    seen.push(item)
    if (seen.length === 3) break
  }
  expect(seen).toEqual(['0', '1', '2'])
  expect(server.seen).toHaveLength(2)
})

test('an abort ends the loop, between items too', async () => {
  has(6)
  const caller = new AbortController()
  const seen: string[] = []
  const loop = async () => {
    for await (const item of paginate(client(), path, { query: { pageSize: 4 }, signal: caller.signal })) {
      seen.push(item)
      if (seen.length === 2) caller.abort(new Error('enough'))
    }
  }
  await expect(loop()).rejects.toThrow('enough')
  expect(seen).toEqual(['0', '1'])
  expect(server.seen).toHaveLength(1)
})

test('a page that is refused ends the loop with the error of the call', async () => {
  server.on(`GET ${path}`, ({ query }) =>
    query.get('pageNum') === '1'
      ? page(1, 2, 4)
      : {
          status: 403,
          body: { status: 40300, error: 'Forbidden', message: 'The access token does not allow this.', data: null },
        },
  )
  const seen: string[] = []
  const loop = async () => {
    for await (const item of paginate(client(), path)) seen.push(item)
  }
  await expect(loop()).rejects.toMatchObject({ name: 'EnvelopeError', code: 40300, operation: `GET ${path}` })
  expect(seen).toEqual(['0', '1'])
})
