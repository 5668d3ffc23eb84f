import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exposedHeaders as exposedByTheMock } from '../../mocks/src/cross-origin.ts'
import { formats } from '../../server/contract/faces.ts'
import { type Operation, operationsOf } from '../../server/contract/operation.ts'
import { exposedHeaders } from '../../server/contract/policy/cross-origin.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const operations = [...operationsOf('account'), ...operationsOf('oneaccess')]
const isShared = ({ errorFormat }: Operation) => formats[errorFormat].json
const addressOf = ({ path }: Operation) => path.replace(/\{[^}]+\}/g, 'x')
const origin = 'http://localhost:5173'

/** Sends what `fetch` would not. */
async function send(method: string, path: string, headers: Record<string, string>, body = '') {
  const sent = request(new URL(path, server.issuer), {
    method,
    headers: { origin, 'content-length': Buffer.byteLength(body), ...headers },
  })
  sent.end(body)
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>()
  sent.on('response', resolve).on('error', reject)
  const response = await promise
  await text(response)
  return { status: response.statusCode, headers: response.headers }
}

/** What is refused before anybody answers the operation. */
const refusals: readonly (readonly [what: string, headers: Record<string, string>, body: string])[] = [
  ['another media type', { 'content-type': 'text/x-other' }, 'x'],
  ['long headers', { 'x-long': 'x'.repeat(20_000) }, ''],
  ['no credentials', {}, ''],
]

describe('what pages of other origins may read', () => {
  test.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s: every refusal is shared, or none',
    async (_id, operation) => {
      const method = operation.method.toUpperCase()
      for (const [what, headers, body] of [...refusals, ['another method', {}, ''] as const]) {
        const used = what === 'another method' ? 'PATCH' : method
        const refused = await send(used, addressOf(operation), headers, method === 'GET' ? '' : body)
        const allowed = refused.headers['access-control-allow-origin']
        // A method that the path has not is answered for its first operation; they are all of one kind.
        expect([what, refused.status, allowed !== undefined]).toEqual([what, refused.status, isShared(operation)])
        expect(refused.headers['access-control-allow-credentials']).toBeUndefined()
        if (allowed) expect(refused.headers['access-control-expose-headers']).toBe(exposedHeaders.join(','))
      }
    },
  )

  test.each([
    ['application/json', '{}', 415],
    ['application/x-www-form-urlencoded', `x=${'a'.repeat(60_000)}`, 413],
    ['application/x-www-form-urlencoded', 'token=%00', 400],
    ['application/x-www-form-urlencoded', 'a=1&'.repeat(120), 400],
    ['application/x-www-form-urlencoded', 'grant_type=x&client_id=TestClient&token=x', undefined],
  ])('%s %.20s: the engine’s operations too', async (type, body, status) => {
    for (const path of ['/connect/token', '/connect/revocation', '/connect/introspect', '/api/v1/oauth2/token']) {
      const answer = await send('POST', path, { 'content-type': type }, body)
      if (status) expect(answer.status).toBe(status)
      expect(answer.headers['access-control-allow-origin']).toBeDefined()
      expect(answer.headers['access-control-expose-headers']).toBe(exposedHeaders.join(','))
    }
  })

  test('a preflight is told that every header will do', async () => {
    const asked = 'authorization,baggage,sentry-trace,traceparent,x-requested-with'
    for (const operation of operations.filter(isShared)) {
      const method = operation.method.toUpperCase()
      const { status, headers } = await send('OPTIONS', addressOf(operation), {
        'access-control-request-method': method,
        'access-control-request-headers': asked,
      })
      expect([operation.id, status, headers['access-control-allow-headers']]).toEqual([operation.id, 204, asked])
      expect(headers['access-control-allow-methods']).toContain(method)
    }
  })

  test('the mock exposes the same header fields', () => {
    expect(exposedByTheMock).toEqual(exposedHeaders.map((name) => name.toLowerCase()))
  })
})

test('OPTIONS is answered wherever there is something', async () => {
  const others = ['/', '/docs', '/docs/', '/healthz', '/readyz', '/metrics', '/favicon.ico']
  for (const path of [...operations.map(addressOf), ...others]) {
    const { status, headers } = await send('OPTIONS', path, {})
    expect([path, status]).toEqual([path, expect.toBeOneOf([200, 204])])
    expect(headers.allow).toBeDefined()
  }
  expect((await send('OPTIONS', '/nowhere', {})).status).toBe(404)
})

test('two Host headers are refused (RFC 9112 section 3.2)', async () => {
  const { hostname, port } = new URL(server.issuer)
  for (const path of ['/', '/healthz', '/connect/userinfo', '/nowhere']) {
    const socket = connect(Number(port), hostname)
    socket.end(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nhost: other.example\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
  }
})
