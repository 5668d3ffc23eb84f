import { randomUUID } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { allScopes } from '../../server/domain/applications/scopes.ts'
import { managementToken, personToken } from '../support/api.ts'
import { checkAnswer } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { scopedTokens } from './support/every-scope.ts'
import { authorizeUrl, basic } from './support/flow.ts'

let server: TestServer
let accessToken: string
/** The token of whoever may call an operation, so that what is wrong with a request is looked at and not only who sends it. */
let tokenFor: (id: OperationId) => string
let session: string

beforeAll(async () => {
  server = await startTestServer()
  const person = new Person(server.issuer)
  const tokens = await scopedTokens(server)
  accessToken = await tokens.user(allScopes, person)
  const client = await tokens.client(allScopes.filter((scope) => scope.startsWith('ZMS.')))
  const administrator = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const credential = await managementToken(server)
  tokenFor = (id) => {
    const { api, caller, roles } = operations[id]
    if (api === 'oneaccess') return credential
    if (caller === 'client') return client
    return roles.length > 0 ? administrator : accessToken
  }
  session = `_session=${person.cookie('_session')}`
})
afterAll(() => server.close())

const form = 'application/x-www-form-urlencoded'

/** What OneAccess asks for in header fields, so that there too the rest of a request is looked at. */
const oneAccessHeaders = {
  'x-operating-sys-version': 'Android 10',
  'x-device-fingerprint': '156aysdna213sc50',
  'x-agent': 'app',
  'x-client-id': 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
  'x-signature': 'YQ==',
  'x-state-token': 'a.b.c',
}

interface Attack {
  method?: string
  /** Replaces the path, its parameters filled in. */
  path?: (path: string) => string
  query?: string
  body?: string | Buffer
  headers?: Record<string, string>
  /** What may be answered; any 4xx unless told. */
  allowed?: RegExp
}

/** Sends one request as it stands, and holds the answer against the contract. */
async function send(id: OperationId, attack: Attack): Promise<{ status: number; body: string; location?: string }> {
  const operation = operations[id]
  const path = operation.path.replace(/\{[^}]+\}/g, 'A'.repeat(21))
  const method = attack.method ?? operation.method.toUpperCase()
  const credentials = Object.keys(operation.parameterLimits).includes('client_secret')
    ? basic('trustedDemo', 'trusted.Demo.2026')
    : { authorization: `Bearer ${tokenFor(id)}` }
  const target = (attack.path?.(path) ?? path) + (attack.query ?? '')
  const headers = {
    cookie: session,
    ...(operation.errorFormat === 'html' || operation.errorFormat === 'login' ? {} : credentials),
    ...(operation.api === 'oneaccess' && oneAccessHeaders),
    ...(attack.body !== undefined && {
      'content-type': form,
      'content-length': String(Buffer.byteLength(attack.body)),
    }),
    ...attack.headers,
  }
  const response = await new Promise<{ status: number; headers: Headers; body: string; location?: string }>(
    (resolve, reject) => {
      const sent = httpRequest(server.issuer, { method, path: target, headers })
      sent.on('error', reject)
      sent.on('response', async (answer) => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: new Headers({ 'content-type': answer.headers['content-type'] ?? '' }),
          body: await bodyOf(answer),
          ...(answer.headers.location !== undefined && { location: answer.headers.location }),
        })
      })
      sent.end(attack.body)
    },
  )
  // Over-long headers are refused before there is a path, and so before there is an operation.
  if (response.status !== 431 && attack.path === undefined && method === operation.method.toUpperCase()) {
    const { status, headers: answered, body } = response
    await checkAnswer(
      method,
      path,
      new Response([204, 205, 304].includes(status) ? null : body, { status, headers: answered }),
    )
  }
  return response
}

/** What an answer says; a stream of events has no end, and nothing to say yet. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  if (answer.headers['content-type']?.startsWith('text/event-stream')) {
    answer.destroy()
    return ''
  }
  return text(answer)
}

/** The status of an answer; a refusal of the CAS protocol, which HTTP does not see, counts as the 400 that it is. */
function statusOf(id: OperationId, { status, body }: { status: number; body: string }): number {
  const { errorFormat } = operations[id]
  const refusal = errorFormat === 'cas' ? body.includes('code="INVALID_REQUEST"') : body === 'no\n'
  return (errorFormat === 'cas' || errorFormat === 'cas-text') && status === 200 && refusal ? 400 : status
}

/** @throws AssertionError that names the operation and the attack */
async function expectRefused(id: OperationId, name: string, attack: Attack): Promise<void> {
  const answer = await send(id, attack)
  const { body } = answer
  expect([id, name, String(statusOf(id, answer))]).toEqual([
    id,
    name,
    expect.stringMatching(attack.allowed ?? /^4\d\d$/),
  ])
  expect(body).not.toMatch(/\bat .+:\d+:\d+|node_modules|postgres|syntax error/i)
}

const authorization = authorizeUrl('http://localhost').searchParams.toString()

const ids = Object.keys(operations) as OperationId[]
const parametersOf = (id: OperationId) => Object.keys(operations[id].parameterLimits)
const takesForm = (id: OperationId) => (operations[id].requestMediaTypes as readonly string[]).includes(form)
/** Parameters that the engine knows and may come twice (RFC 8707 section 2). */
const repeatable = new Set(['resource'])
/** Refused, or sent on to a page of ours or to the client with an error: never an answer to what was asked. */
const refusedOrRedirected = /^(4\d\d|303)$/
/** Anything but a failure of ours. */
const answered = /^[234]\d\d$/

describe.each(ids)('15: %s', (id) => {
  const operation = operations[id]
  const parameters = parametersOf(id)
  /** Parameters go where the operation reads them. */
  const carry = (encoded: string): Attack => (takesForm(id) ? { body: encoded } : { query: `?${encoded}` })

  test('15: a NUL anywhere is refused', async () => {
    for (const name of parameters) {
      await expectRefused(id, `NUL in ${name}`, carry(`${name}=a%00b`))
      await expectRefused(id, `NUL in the query, ${name}`, {
        query: `?${name}=%00`,
        ...(takesForm(id) && { body: 'a=b' }),
      })
    }
    await expectRefused(id, 'NUL in a name', carry('a%00b=c'))
    await expectRefused(id, 'NUL in an unknown parameter', {
      query: '?unknown=%00',
      ...(takesForm(id) && { body: 'a=b' }),
    })
    await expectRefused(id, 'NUL in the path', { path: (path) => `${path}%00` })
    await expectRefused(id, 'NUL within the path', { path: (path) => path.replace(/(.)$/, '%00$1') })
    if (takesForm(id)) await expectRefused(id, 'a raw NUL', { body: `${parameters[0] ?? 'a'}=a\0b` })
  })

  test('15: a parameter that comes twice is refused', async () => {
    // The page where codes are typed in only shows its form again.
    if (id === 'showDevicePage') return
    for (const name of parameters.filter((parameter) => !repeatable.has(parameter))) {
      await expectRefused(id, `${name} twice`, { ...carry(`${name}=1&${name}=2`), allowed: refusedOrRedirected })
      await expectRefused(id, `${name} twice, alike`, { ...carry(`${name}=1&${name}=1`), allowed: refusedOrRedirected })
    }
  })

  test('15: a parameter that is too long is refused', async () => {
    for (const [name, limit] of Object.entries(operation.parameterLimits)) {
      if (limit > 8192 && !takesForm(id)) continue
      await expectRefused(id, `${name} beyond ${limit}`, carry(`${name}=${'a'.repeat(limit + 1)}`))
    }
  })

  test('15: a megabyte is refused, wherever it stands', async () => {
    const megabyte = 'a'.repeat(1_048_576)
    if (takesForm(id)) {
      await expectRefused(id, 'one field of a megabyte', { body: `${parameters[0] ?? 'a'}=${megabyte}` })
      await expectRefused(id, '100,000 fields', { body: 'a=b&'.repeat(100_000) })
      await expectRefused(id, '200 fields', {
        body: Array.from({ length: 200 }, (_, index) => `f${index}=1`).join('&'),
      })
    }
    await expectRefused(id, 'a long query', { query: `?a=${'a'.repeat(20_000)}` })
    await expectRefused(id, 'a long header', { headers: { 'x-long': 'a'.repeat(20_000) } })
  })

  test('15: a wrong method is refused', async () => {
    const others = ids
      .filter((other) => operations[other].path === operation.path)
      .map((other) => operations[other].method)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACE']) {
      if ((others as string[]).includes(method.toLowerCase())) continue
      await expectRefused(id, method, { method, allowed: /^405$/ })
    }
  })

  test('15: a wrong media type is refused', async () => {
    if (!takesForm(id)) return
    const types = [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/xml',
      'x',
      '',
      `${form}-x`,
    ]
    for (const type of types) {
      await expectRefused(id, type, { body: 'a=b', headers: { 'content-type': type }, allowed: /^415$/ })
    }
    await expectRefused(id, 'gzip', { body: 'a=b', headers: { 'content-encoding': 'gzip' }, allowed: /^415$/ })
  })

  test('15: JSON that is none, or of another shape, is refused', async () => {
    if (!(operation.requestMediaTypes as readonly string[]).includes('application/json')) return
    const headers = { 'content-type': 'application/json' }
    const nested = '['.repeat(20_000)
    const bodies = [
      // A body that may be left out is left out by that.
      ...(operation.requestBodyRequired ? [''] : []),
      '{',
      '{"a":',
      'null',
      'true',
      '1e999',
      '"text"',
      '[null]',
      '[[]]',
      '{"__proto__":{"x":1}}',
      '[{"__proto__":{"x":1}}]',
      '{"unknown":"a\\u0000b"}',
      '["a\\u0000b"]',
      '["\\ud800"]',
      '{"constructor":{"prototype":{}}}',
      nested,
      `${nested}${']'.repeat(20_000)}`,
      `["${'a'.repeat(1_048_576)}"]`,
      `[${'1,'.repeat(100_000)}1]`,
      'a=b',
      '\ufeff',
    ]
    for (const body of bodies) await expectRefused(id, body.slice(0, 40), { body, headers })
    await expectRefused(id, 'bytes', { body: Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22]), headers })
    // A proof of a session or of a begun login comes first, and is refused with 400: each works once, and here none is left.
    const schemes = operation.security.flatMap((alternative) => Object.keys(alternative))
    const allowed = schemes.some((name) => name === 'sessionSignature' || name === 'stateToken') ? /^400$/ : /^415$/
    for (const type of ['text/plain', form, 'multipart/form-data; boundary=x', 'application/xml', 'x']) {
      await expectRefused(id, type, { body: '[]', headers: { 'content-type': type }, allowed })
    }
  })

  test('15: a multipart body that is none is refused', async () => {
    if (!(operation.requestMediaTypes as readonly string[]).includes('multipart/form-data')) return
    const type = 'multipart/form-data; boundary=x'
    const part = (disposition: string, content: string) => `--x\r\n${disposition}\r\n\r\n${content}\r\n`
    const field = operation.fileFields[0] ?? 'file'
    const file = (name: string) => `content-disposition: form-data; name="${field}"; filename="${name}"`
    const bodies = [
      '',
      '--x',
      '--x--\r\n',
      part(file('a.png'), 'unfinished'),
      part('content-disposition: form-data', 'no name').concat('--x--\r\n'),
      part('content-disposition: form-data; name="other"; filename="a"', 'x').concat('--x--\r\n'),
      part(`content-disposition: form-data; name="${field}"`, 'not a file').concat('--x--\r\n'),
      part('x: y', 'no disposition').concat('--x--\r\n'),
      part('content-disposition: form-data; name="__proto__"', 'x').repeat(500).concat('--x--\r\n'),
    ]
    for (const body of bodies) {
      await expectRefused(id, body.slice(0, 60), { body, headers: { 'content-type': type } })
    }
    for (const wrong of ['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/mixed; boundary=x']) {
      await expectRefused(id, wrong, { body: '--x--', headers: { 'content-type': wrong } })
    }
  })

  test('15: broken percent-encoding is never a failure of ours', async () => {
    await expectRefused(id, 'in the path', { path: (path) => `${path}%` })
    await expectRefused(id, 'in the path, not UTF-8', { path: (path) => `${path}%ff` })
    const allowed = answered
    for (const broken of ['%', '%zz', '%ff', '%c0%af', '%ed%a0%80', '%u0000', '+%2']) {
      for (const name of [...parameters.slice(0, 4), 'unknown']) {
        await expectRefused(id, `${name}=${broken}`, { ...carry(`${name}=${broken}`), allowed })
        await expectRefused(id, `?${name}=${broken}`, {
          query: `?${name}=${broken}`,
          ...(takesForm(id) && { body: 'a=b' }),
          allowed,
        })
      }
    }
  })

  test('15: odd shapes are never a failure of ours', async () => {
    const allowed = answered
    const name = parameters[0] ?? 'a'
    const shapes = [
      '',
      '&',
      '=',
      '&&&===',
      `${name}`,
      `${name}[]=1`,
      `${name}[a]=1`,
      `${name}[__proto__][x]=1`,
      '__proto__=1',
      'constructor=1',
      'hasOwnProperty=1',
      `${name}=%F0%9F%98%80`,
      `${name}=%E2%80%AE`,
      `;${name}=1`,
      `${name}=1;${name}=2`,
    ]
    for (const shape of shapes) await expectRefused(id, shape, { ...carry(shape), allowed })
    if (takesForm(id)) {
      await expectRefused(id, 'no body', { allowed })
      await expectRefused(id, 'bytes', { body: Buffer.from([0xff, 0xfe, 0x80, 0x3d, 0xc3, 0x28]), allowed })
    }
    for (const header of [
      'cookie',
      'authorization',
      'accept-language',
      'x-l',
      'origin',
      'accept',
      'user-agent',
      'range',
      'if-none-match',
    ]) {
      for (const value of [
        '',
        '%00',
        ';;;===',
        'a'.repeat(3000),
        '\u00ff\u00fe',
        '"',
        `${randomUUID()}=%00; _session=%00; _interaction=%zz`,
      ]) {
        await expectRefused(id, `${header}: ${value.slice(0, 20)}`, {
          headers: { [header]: value },
          ...(takesForm(id) && { body: 'a=b' }),
          allowed,
        })
      }
    }
  })
})

describe('15: a parameter that the server completes or replaces', () => {
  test('15: is refused as well when it comes twice', async () => {
    await expectRefused('introspectToken', 'twice', { body: `token=${accessToken}&token=${accessToken}` })
    await expectRefused('revokeToken', 'twice', { body: `token=${accessToken}&token=x` })
    const asked = [
      await send('requestAuthorization', { query: `?${authorization}&prompt=none&prompt=login` }),
      await send('submitAuthorizationRequest', { body: `${authorization}&scope=openid` }),
    ]
    for (const { location } of asked) expect(location).toContain('error=invalid_request')
  })
})
