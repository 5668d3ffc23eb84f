import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { ask, managementToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const users = '/api/v2/tenant/users'
let last = 13_600_000_000
const person = () => ({ user_name: `whole-${crypto.randomUUID()}`, mobile: String(++last) })
const headers = {
  'X-operating-sys-version': 'Android 10',
  'X-device-fingerprint': 'f',
  'X-agent': 'app',
  'X-client-id': 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
}

// Half a character is what a text becomes that was cut between two UTF-16 units; JSON can write it (RFC 8259 section 8.2).
test.each([
  ['in an attribute of the application', '/body/extension/dept', { extension: { dept: '\ud800' } }],
  ['in the name of one', '/body/extension', { extension: { '\udc00': 'a' } }],
  ['deep in one', '/body/extension/list/0/a/0', { extension: { list: [{ a: ['x\ud83d'] }] } }],
  ['in a field of the profile', '/body/attr_identity_number', { attr_identity_number: '\ud83d' }],
  ['in a city', '/body/attr_city', { attr_city: 'a\udfff' }],
])('half a character %s is refused, and nobody is created', async (_where, place, fields) => {
  const given = person()
  const { status, body } = await ask(server, 'POST', users, { token, body: { ...given, ...fields } })
  expect([status, body]).toEqual([
    400,
    { error_code: 'COMMON.0400', error_msg: expect.stringContaining(`(${place} contains`) },
  ])
  const { body: found } = await ask(server, 'POST', `${users}/user-by-username`, {
    token,
    body: { user_name: given.user_name },
  })
  expect(found).toMatchObject({ error_code: 'USER.0001' })
})

test('a number beyond every number is refused, where it would come back as null', async () => {
  const text = JSON.stringify({ ...person(), extension: { n: 0 } }).replace('"n":0', '"n":1e400')
  const answer = await fetch(new URL(users, server.issuer), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: text,
  })
  expect([answer.status, await answer.json()]).toMatchObject([400, { error_code: 'COMMON.0400' }])
})

test.each(['9007199254740992', '-9007199254740993', '12345678901234567890'])(
  'an integer that would be rounded is refused: %s',
  async (digits) => {
    const text = JSON.stringify({ ...person(), extension: { list: [{ n: 0 }] } }).replace('"n":0', `"n":${digits}`)
    const answer = await fetch(new URL(users, server.issuer), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: text,
    })
    const error_msg = expect.stringContaining('/body contains an integer beyond')
    expect([answer.status, await answer.json()]).toEqual([400, { error_code: 'COMMON.0400', error_msg }])
  },
)

test('the greatest integers that are kept come back, and so do texts of digits and fractions', async () => {
  const extension = {
    most: Number.MAX_SAFE_INTEGER,
    least: Number.MIN_SAFE_INTEGER,
    text: '12345678901234567890',
    fraction: 0.12345678901234568,
    power: 1e21,
  }
  const { body } = await ask<{ user_id: string }>(server, 'POST', users, { token, body: { ...person(), extension } })
  expect((await ask(server, 'GET', `${users}/${body.user_id}`, { token })).body).toMatchObject({ extension })
})

test('a whole one outside the basic plane is kept', async () => {
  const { status, body } = await ask<{ user_id: string }>(server, 'POST', users, {
    token,
    body: { ...person(), extension: { 𠮷: '😀' } },
  })
  expect(status).toBe(201)
  const read = await ask(server, 'GET', `${users}/${body.user_id}`, { token })
  expect(read.body).toMatchObject({ extension: { 𠮷: '😀' } })
})

// Those that ask for a proof of the person look at that first.
const withJson = (Object.keys(operations) as OperationId[]).filter((id) => {
  const { api, requestMediaTypes, path, security } = operations[id]
  const readsAtOnce = path.startsWith('/api/v2/tenant/') || security.length === 0
  return api === 'oneaccess' && (requestMediaTypes as readonly string[]).includes('application/json') && readsAtOnce
})
test.each(withJson)('no body of %s may have it', async (id) => {
  const { method, path } = operations[id]
  const filled = path.replace(/\{[^}]+\}/g, 'a')
  for (const body of [{ a: '\ud800' }, { user_name: '\ud800', password: '\udc00', code: '\ud800', name: '\ud800' }]) {
    const answer = await ask<Record<string, string>>(server, method.toUpperCase(), filled, { token, headers, body })
    expect(answer).toMatchObject({ status: 400, body: { error_code: 'COMMON.0400' } })
    expect(answer.body.error_msg).toContain('half a character')
  }
})
