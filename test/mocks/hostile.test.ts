import { once } from 'node:events'
import { type OutgoingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { violations } from './contract.ts'
import { type RunningMock, startMock } from './start.ts'

let server: TestServer
let mock: RunningMock
beforeAll(async () => {
  ;[server, mock] = await Promise.all([startTestServer(), startMock()])
})
afterAll(() => Promise.all([server.close(), mock.stop()]))

interface Sent {
  method?: string
  path: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

/** Sends what `fetch` would mend or refuse. */
async function send(origin: string, { method = 'POST', path, headers = {}, body }: Sent) {
  const asked = request(origin, { method, path, headers: { ...headers, connection: 'close' } })
  // A refused body is not read to its end.
  asked.on('error', () => undefined)
  if (body !== undefined) asked.setHeader('content-length', Buffer.byteLength(body))
  asked.end(body)
  const [response] = await once(asked, 'response')
  return { status: response.statusCode as number, headers: response.headers, text: await text(response) }
}

/** Status and code of an answer: what a program looks at. */
function told({ status, text }: { status: number; text: string }) {
  const { error, error_code } = text.startsWith('{') ? JSON.parse(text) : {}
  return { status, code: error_code ?? error }
}

/** A token of each for operations that look at their caller before they look at a body. */
async function tokenOf(origin: string, scope: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026', scope }
  const answer = await fetch(`${origin}/connect/token`, { method: 'POST', body: new URLSearchParams(form) })
  return ((await answer.json()) as { access_token: string }).access_token
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }
const users = '/api/v1.0/users/guids'

describe('a request that is not in order is refused as the server refuses it', () => {
  test.each<[string, Sent]>([
    ['a form that is too large for the engine', { path: '/connect/token', headers: form, body: 'a'.repeat(57_345) }],
    ['a form that is too large', { path: '/Account/UserLogin', headers: form, body: `a=${'a'.repeat(65_536)}` }],
    ['JSON that is too large', { path: users, headers: json, body: `["${'a'.repeat(1_048_576)}"]` }],
    ['JSON just within its limit', { path: users, headers: json, body: `["${'a'.repeat(1_048_572)}"]` }],
    ['JSON that is no JSON', { path: users, headers: json, body: '[' }],
    ['JSON that is nested deeply', { path: users, headers: json, body: '['.repeat(400_000) + ']'.repeat(400_000) }],
    ['JSON that is not UTF-8', { path: users, headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }],
    ['JSON with a NUL', { path: users, headers: json, body: '[{"userName":"a\\u0000"}]' }],
    ['JSON with a byte order mark', { path: users, headers: json, body: '\ufeff[{"userName":"nobody"}]' }],
    ['another charset', { path: users, headers: { 'content-type': 'application/json; charset=latin1' }, body: '[]' }],
    ['its own charset', { path: users, headers: { 'content-type': 'application/json;charset="UTF8"' }, body: '[]' }],
    ['a compressed body', { path: users, headers: { ...json, 'content-encoding': 'gzip' }, body: '[]' }],
    ['another media type', { path: users, headers: form, body: '[]' }],
    ['no media type', { path: users, body: '[]' }],
    ['no body', { path: users, headers: json }],
    ['a form with a NUL', { path: '/connect/token', headers: form, body: 'grant_type=a%00' }],
    ['a form that is not UTF-8', { path: '/connect/token', headers: form, body: 'grant_type=%ff' }],
    ['a form with broken percent signs', { path: '/connect/token', headers: form, body: 'grant_type=%zz' }],
    ['a form with many fields', { path: '/connect/token', headers: form, body: 'a=1&'.repeat(101) }],
    ['a field that is too long', { path: '/connect/token', headers: form, body: `grant_type=${'a'.repeat(9000)}` }],
    ['a path with a NUL', { method: 'GET', path: '/api/v1.0/profileImages/%00' }],
    ['a path that is not UTF-8', { method: 'GET', path: '/api/v1.0/profileImages/%ff' }],
    ['a query with a NUL', { method: 'GET', path: '/api/v1.0/clients/config?client_id=%00' }],
    ['a query that is not UTF-8', { method: 'GET', path: '/api/v1.0/clients/config?client_id=%ff' }],
    [
      'header fields that are too long',
      { method: 'GET', path: '/api/v1.0/user/ip', headers: { a: 'a'.repeat(20_000) } },
    ],
    ['an unknown method', { method: 'PATCH', path: '/connect/token' }],
    ['an unknown path', { path: '/api/v2/nowhere' }],
    ['the health of it', { method: 'GET', path: '/healthz' }],
  ])('%s', async (_name, sent) => {
    const [real, mocked] = await Promise.all(
      [server.issuer, mock.origin].map(async (origin) => {
        const authorization = sent.path === users ? `Bearer ${await tokenOf(origin, 'ZMS.Users.Read')}` : undefined
        return told(
          await send(origin, { ...sent, headers: { ...sent.headers, ...(authorization && { authorization }) } }),
        )
      }),
    )
    expect(mocked).toEqual(real)
  })

  test('who calls is asked before what he sends is read', async () => {
    const sent = { path: users, headers: json, body: '[' }
    expect(told(await send(mock.origin, sent))).toEqual({ status: 401, code: 'Unauthorized' })
    expect(told(await send(server.issuer, sent))).toEqual({ status: 401, code: 'Unauthorized' })
  })

  test('an absolute address is read as its path', async () => {
    const { status } = await send(mock.origin, { method: 'GET', path: `${mock.origin}/healthz` })
    expect(status).toBe(200)
  })
})

test.each(Object.keys(operations) as OperationId[])('nothing that is sent to %s is a 500', async (id) => {
  const { path, method, requestMediaTypes } = operations[id]
  const bodies = [
    '%zz',
    '{"__proto__":1,"a":"\\ud800"}',
    '[[[]]]',
    'null',
    '"',
    '\0',
    '1e999',
    '<x/>',
    'a'.repeat(70_000),
  ]
  const queries = [
    '',
    '?%zz',
    '?__proto__=1&constructor=2&toString',
    '?offset=1e999&limit=1e309&pageNum=1e999',
    '?offset=0x1&limit=1e1&pageNum=0x1',
    '?a=%F0%9F',
  ]
  const filled = path.replaceAll(/\{\w+\}/g, '__proto__')
  for (const [index, body] of bodies.entries()) {
    const headers: Record<string, string> = {
      'content-type': requestMediaTypes[0] ?? 'text/plain',
      accept: ['*/*', 'x', ';', 'text/html'][index % 4] ?? '',
      prefer: ['', '"', 'code=', ',;=,', 'example="', 'constructor'][index % 6] ?? '',
      authorization: ['Basic %%%', 'Bearer ..', 'Basic', ''][index % 4] ?? '',
    }
    const sent = { method: method.toUpperCase(), path: filled + (queries[index % queries.length] ?? ''), headers }
    const answer = await send(mock.origin, method === 'get' ? sent : { ...sent, body })
    expect(answer.status, JSON.stringify([sent, body.slice(0, 20), answer.text.slice(0, 200)])).toBeLessThan(500)
  }
})

test('a status that an operation does not have is refused with those that it has', async () => {
  const headers = { prefer: 'code=418' }
  const answer = await send(mock.origin, { method: 'GET', path: '/api/v1.0/user/ip', headers })
  expect(told(answer)).toEqual({ status: 400, code: 'InvalidRequest' })
  expect(JSON.parse(answer.text).message).toContain('200, 400, 401, 403, 429, 500')
})

test('an answer waits as long as it is asked to', async () => {
  const begin = performance.now()
  await send(mock.origin, { method: 'GET', path: '/api/v1.0/user/ip', headers: { prefer: 'delay=150' } })
  expect(performance.now() - begin).toBeGreaterThan(140)
})

test('a failure that repeats what was sent stays within its limit', async () => {
  const name = 'x'.repeat(8000)
  for (const id of ['getUserBasic', 'listTenantUsers', 'getUserInfo'] as const) {
    const { method } = documentedRequest(id)
    const headers = { prefer: `example=${name}` }
    const answer = await send(mock.origin, { method, path: operations[id].path, headers })
    expect(answer.status).toBe(400)
    expect(violations(id, '400', 'application/json', JSON.parse(answer.text))).toEqual([])
    expect(answer.text.length).toBeLessThan(1100)
  }
})
