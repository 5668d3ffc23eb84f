import { describe, expect, test } from 'vitest'
import { createAccountClient, paginate, splitItems, unwrap } from '../../client/src/index.ts'
import { refusal } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'

const server = await serverOfFile()

const client = () => createAccountClient({ ...server, auth: async () => 'secret', retry: { initialDelay: 1 } })

const answer = (data: unknown) => ({ body: { status: 0, message: 'success', error: null, data } })

test.each([
  ['a File keeps its name', new File(['\u0089PNG'], '头像.png', { type: 'image/png' }), '头像.png'],
  ['a Blob has none', new Blob(['\u0089PNG'], { type: 'image/png' }), 'blob'],
])('a picture is sent in a multipart body: %s', async (_, file, name) => {
  server.on('POST /api/v1.0/user/profileImage', () => answer([{ guid: '1' }]))
  const user = await unwrap(client().POST('/api/v1.0/user/profileImage', { body: { file } }))
  expect(user).toEqual([{ guid: '1' }])
  const [seen] = server.seen
  const contentType = seen?.headers['content-type'] ?? ''
  expect(contentType).toMatch(/^multipart\/form-data; ?boundary=/)
  expect(seen?.headers.authorization).toBe('Bearer secret')
  const part = (await new Response(seen?.body, { headers: { 'content-type': contentType } }).formData()).get('file')
  expect(part).toMatchObject({ name, type: 'image/png' })
  expect(await (part as File).text()).toBe('\u0089PNG')
})

test('JSON goes with POST and with DELETE', async () => {
  server.on('POST /api/v1.0/user/basic', () => answer([]))
  server.on('DELETE /api/v1.0/oem/users/delete', () => answer([]))
  await unwrap(client().POST('/api/v1.0/user/basic', { body: { displayName: '张三' } }))
  await unwrap(client().DELETE('/api/v1.0/oem/users/delete', { body: ['guid-1', 'guid-2'] }))
  expect(server.seen.map(({ headers }) => headers['content-type'])).toEqual(['application/json', 'application/json'])
  expect(server.seen.map(({ body }) => JSON.parse(body))).toEqual([{ displayName: '张三' }, ['guid-1', 'guid-2']])
})

test('a body in XML goes as it is, without the token, which this operation does not take', async () => {
  server.on('POST /api/v1.0/wecom/callback', () => ({ body: 'success' }))
  const query = { msg_signature: 'a', timestamp: '1', nonce: 'n' } as const
  const call = { params: { query }, body: '<xml/>', parseAs: 'text' } as const
  expect(await unwrap(client().POST('/api/v1.0/wecom/callback', call))).toBe('success')
  expect(server.seen[0]).toMatchObject({ body: '<xml/>', headers: { 'content-type': 'text/xml' } })
  expect(server.seen[0]?.headers.authorization).toBeUndefined()
})

test('a GET operation that does something is sent once', async () => {
  server.on('GET /api/v1.0/manage/users/export', () => refusal(503, 'temporarily_unavailable'))
  server.on('GET /api/v1.0/manage/users', () => refusal(503, 'temporarily_unavailable'))
  const params = { query: { guid: '0198f2a5-2504-7f6a-9b54-8f7a6e5d4c34' } }
  await client().GET('/api/v1.0/manage/users/export', { params })
  expect(server.of('GET /api/v1.0/manage/users/export')).toHaveLength(1)
  await client().GET('/api/v1.0/manage/users')
  expect(server.of('GET /api/v1.0/manage/users')).toHaveLength(3)
})

test('the items of a bulk call that failed are told from the others, with their place in the request', () => {
  const error = { status: 40901, error: 'EmailTaken', message: '邮箱已被使用。', data: null }
  const items = [
    { error: null, userInfo: { guid: '1' } },
    { error, userInfo: null },
    { error: null, userInfo: { guid: '3' } },
  ]
  expect(splitItems(items)).toEqual({
    succeeded: [
      { index: 0, item: items[0] },
      { index: 2, item: items[2] },
    ],
    failed: [{ index: 1, item: items[1], code: 40901, symbol: 'EmailTaken', displayMessage: '邮箱已被使用。' }],
  })
  expect(splitItems([])).toEqual({ succeeded: [], failed: [] })
})

describe('an answer that somebody else gives for the server is an error of this package, not a typed value', () => {
  test.each([
    ['GET /api/v1.0/user/basic', {}],
    ['GET /api/v1.0/user/basic', []],
    ['GET /api/v1.0/user/basic', 5],
    ['GET /api/v1.0/user/basic', { status: '0', message: 'success', error: null, data: [] }],
    ['GET /api/v1.0/user/basic', answer(null).body],
    ['GET /connect/userinfo', []],
    ['GET /.well-known/openid-configuration', '"somewhere"'],
  ] as const)('%s: %j', async (operation, body) => {
    server.on(operation, () => ({ headers: { 'content-type': 'application/json' }, body }))
    const path = operation.slice('GET '.length) as '/api/v1.0/user/basic'
    await expect(unwrap(client().GET(path))).rejects.toMatchObject({ name: 'AccountError', operation, status: 200 })
  })

  test('nothing, where there is data', async () => {
    server.on('GET /api/v1.0/user/basic', () => ({ status: 204 }))
    await expect(unwrap(client().GET('/api/v1.0/user/basic'))).rejects.toMatchObject({ name: 'AccountError' })
  })

  test('a page of a list', async () => {
    server.on('GET /api/v1.0/trusted/users/guids', () => ({ body: {} }))
    const pages = paginate(client(), '/api/v1.0/trusted/users/guids')
    await expect(pages.next()).rejects.toMatchObject({ name: 'AccountError' })
  })

  test('a failure in an envelope stays what it is', async () => {
    const body = { status: 40401, message: 'There is no such user.', error: 'UserNotFound', data: null }
    server.on('GET /api/v1.0/user/basic', () => ({ body }))
    await expect(unwrap(client().GET('/api/v1.0/user/basic'))).rejects.toMatchObject({ name: 'EnvelopeError' })
  })
})
