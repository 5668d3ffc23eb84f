import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ErrorCodeName, errorCodes } from '../../../generated/error-codes.ts'
import { type OperationId, operations } from '../../../generated/operations.ts'
import { documentedRequest } from '../../support/documented-request.ts'
import { documentedAnswers, isList, isRequired } from '../contract.ts'
import { type RunningMock, startMock } from '../start.ts'
import { device, send, signed, type Walker, walkerAt } from './support.ts'

let mock: RunningMock
let authorization: Walker['authorization']
let sessionToken: Walker['sessionToken']
let stateToken: Walker['stateToken']

beforeAll(async () => {
  mock = await startMock()
  ;({ authorization, sessionToken, stateToken } = await walkerAt(mock.origin))
})
// What one call has made, changed or deleted is not in the way of the next.
beforeEach(() => mock.reset())
afterAll(() => mock.stop())

/** Every credential, so that what is tested is the request itself. */
async function credentials(): Promise<Record<string, string>> {
  return { ...authorization, ...stateToken, ...(await signed(mock.origin, { sessionToken })) }
}

const places = (Object.keys(operations) as OperationId[]).flatMap((id) =>
  Object.entries(operations[id].missingCodes).map(
    ([place, code]) => [id, place, code] as [OperationId, string, string],
  ),
)

describe('what is missing or empty has a code of its own', () => {
  test('in many places', () => {
    expect(places.length).toBeGreaterThan(40)
    expect(new Set(places.map(([, place]) => place.split('/')[1]))).toEqual(new Set(['headers', 'body', 'query']))
  })

  test.each(places)('%s %s: %s', async (id, place, code) => {
    const [, part, name = ''] = place.split('/')
    const expected = { status: errorCodes[code as ErrorCodeName].http, body: { error_code: code } }
    const headers = await credentials()
    const { path, body } = documentedRequest(id)
    if (part === 'headers') {
      expect(await send(mock.origin, id, { headers: { ...headers, [name]: '' } })).toMatchObject(expected)
      return
    }
    if (part === 'query') {
      for (const value of ['', 'OTHER']) {
        const url = new URL(path, mock.origin)
        url.searchParams.set(name, value)
        expect(await send(mock.origin, id, { headers, path: url.pathname + url.search })).toMatchObject(expected)
      }
      return
    }
    const { [name]: _, ...rest } = JSON.parse(String(body)) as Record<string, unknown>
    const empty = { ...rest, [name]: isList(id, name) ? [] : '' }
    expect(await send(mock.origin, id, { headers, json: empty })).toMatchObject(expected)
    const without = await send(mock.origin, id, { headers: await credentials(), json: rest })
    if (isRequired(id, name)) expect(without).toMatchObject(expected)
    else expect([200, 201]).toContain(without.status)
  })

  test('a list that is too long has the same code as an empty one', async () => {
    const json = { role_id: '20220420144449385-C66D-E8C1D1D79', account_Ids: Array(1000).fill('a') }
    expect(await send(mock.origin, 'addApplicationRoleMembers', { headers: authorization, json })).toMatchObject({
      body: { error_code: 'PARAM.0029' },
    })
  })
})

test('headers are named as the contract spells them', async () => {
  const response = await fetch(`${mock.origin}/api/v2/sdk/server-date`, {
    headers: { 'x-l': 'en', 'x-client-id': 'c' },
  })
  expect([response.status, await response.json()]).toEqual([
    400,
    { error_code: 'COMMON.0400', error_msg: expect.stringContaining("'X-device-fingerprint'") },
  ])
  const long = { ...device, 'x-device-ip': 'x'.repeat(65) }
  const other = await fetch(`${mock.origin}/api/v2/sdk/server-date`, { headers: long })
  expect(await other.json()).toMatchObject({ error_msg: expect.stringContaining('parameter X-device-ip must NOT') })
})

test('a body without a media type is read as JSON, another media type is not', async () => {
  const login = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${mock.origin}/api/v2/sdk/login`, { method: 'POST', headers: { ...device, ...headers }, body })
  const text = JSON.stringify({ user_name: 'zhangsan', password: 'Zhangsan.2026' })
  const unnamed = await login(new Blob([text]))
  expect([unnamed.status, await unnamed.json()]).toEqual([200, expect.objectContaining({ status: 'SUCCESS' })])
  expect((await login(text, { 'content-type': 'application/json;charset=utf8' })).status).toBe(200)
  const plain = await login(text, { 'content-type': 'text/plain' })
  expect([plain.status, await plain.json()]).toEqual([415, expect.objectContaining({ error_code: 'COMMON.0415' })])
  const broken = await login(new Blob(['{']))
  expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ error_code: 'COMMON.0400' })])
  const large = await login(new Blob(['x'.repeat(11 * 1024 * 1024)]))
  expect([large.status, await large.json()]).toEqual([413, expect.objectContaining({ error_code: 'COMMON.0413' })])
})

test('DELETE with a body works, and what has no content says no type', async () => {
  const removed = await send(mock.origin, 'removeApplicationRoleMembers', { headers: authorization })
  expect([removed.status, removed.body]).toEqual([200, expect.objectContaining({ fail_list: [] })])
  const sent = await send(mock.origin, 'sendSmsCode')
  const deleted = await send(mock.origin, 'deleteOrganization', { headers: authorization })
  expect([sent.status, deleted.status]).toEqual([200, 204])
  for (const { headers } of [sent, deleted]) expect(headers.has('content-type')).toBe(false)
  expect(deleted.headers.has('content-length')).toBe(false)
})

test.each([
  ['GET', '/api/v2/nowhere', 404, 'COMMON.0404'],
  ['POST', '/api/v2/sdk/logout', 405, 'COMMON.0405'],
])('%s %s is %i %s', async (method, path, status, error_code) => {
  const response = await fetch(mock.origin + path, { method, headers: { accept: 'text/html' } })
  expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ error_code })])
})

test.each(['%', '%zz', '%ff', '%C3%28'])('%s in the path is no address', async (name) => {
  const response = await fetch(`${mock.origin}/api/v2/tenant/users/${name}`, { headers: authorization })
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ error_code: 'COMMON.0400' }),
  ])
})

test.each([
  ['text/plain', 406, 400],
  [';;;,,/', 200, 200],
  ['text/plain, x y, */*;q=0.1', 200, 200],
  ['application/json; charset="a,b"; q=0.5', 200, 200],
])('Accept: %s', async (accept, account, oneAccess) => {
  const metadata = await fetch(`${mock.origin}/.well-known/openid-configuration`, { headers: { accept } })
  const captcha = await fetch(`${mock.origin}/api/v2/sdk/captcha`, { headers: { ...device, accept } })
  expect([metadata.status, captcha.status]).toEqual([account, oneAccess])
})

test('an address with marks in it is not written into texts', async () => {
  const headers = { host: 'a"b$&c' }
  const asked = request(`${mock.origin}/.well-known/openid-configuration`, { headers }).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  expect(JSON.parse(await readText(response))).toMatchObject({ issuer: 'http://localhost' })
})

test('an unknown parameter and an unknown example are refused in the shape of the operation', async () => {
  const path = `${documentedRequest('listOrganizations').path}&colour=red`
  expect(await send(mock.origin, 'listOrganizations', { headers: authorization, path })).toMatchObject({
    status: 400,
    body: { error_code: 'COMMON.0400', error_msg: expect.stringContaining('colour') },
  })
  const unknown = await send(mock.origin, 'loginWithPassword', { headers: { prefer: 'example=nobody' } })
  expect(unknown.body).toMatchObject({
    error_code: 'COMMON.0400',
    error_msg: expect.stringContaining('example=mfaAuth'),
  })
})

describe('the language of messages', () => {
  const messageFor = async (headers: Record<string, string>) => {
    const response = await fetch(`${mock.origin}/api/v2/sdk/server-date`, { headers })
    return ((await response.json()) as { error_msg: string }).error_msg
  }
  const chosen = { prefer: 'example=APP.0001' }

  test('is that of X-L, then of Accept-Language, then Chinese', async () => {
    const english = 'Application does not exist.'
    const chinese = '应用不存在。'
    const everyone = { 'accept-language': '*' }
    expect(await messageFor({ ...chosen, ...everyone })).toBe(chinese)
    expect(await messageFor({ ...chosen, 'accept-language': 'fr, en-GB;q=0.8' })).toBe(english)
    expect(await messageFor({ ...chosen, 'accept-language': 'en', 'x-l': 'zh' })).toBe(chinese)
    expect(await messageFor({ ...everyone, 'x-client-id': 'c' })).toMatch(/^参数不合法。 \(Request header/)
    expect(await messageFor({ 'x-l': 'en', 'x-client-id': 'c' })).toMatch(/^Invalid parameter\. \(Request header/)
  })

  test('leaves the values of a message alone', async () => {
    const messageOf = async (id: OperationId, code: string, language: string) =>
      (await send(mock.origin, id, { headers: { prefer: `example=${code}`, 'x-l': language } })).body.error_msg
    const english = await messageOf('loginWithPassword', 'LOGIN.0002', 'en')
    expect(english).toBe('Invalid account name or password. Remaining attempts: 8.')
    expect(await messageOf('loginWithPassword', 'LOGIN.0002', 'zh')).toBe('账号名或密码错误，剩余尝试次数：8。')
    expect(await messageOf('resetPasswordByMobile', 'PWD.0002', 'zh')).toBe('密码长度须在 8 到 32 之间。')
  })

  test('is Chinese for every documented failure', async () => {
    const failures = documentedAnswers().filter(
      ({ value }) => typeof value === 'object' && 'error_code' in Object(value),
    )
    const seen = new Map(failures.map((failure) => [failure.example, failure]))
    expect(seen.size).toBeGreaterThan(60)
    for (const { method, path, mediaType, example } of seen.values()) {
      const headers = { prefer: `example=${example}`, accept: String(mediaType), 'x-l': 'zh' }
      const response = await fetch(mock.origin + path, { method, headers })
      const { error_code, error_msg } = (await response.json()) as { error_code: ErrorCodeName; error_msg: string }
      const [before = '', after = ''] = errorCodes[error_code].message.zh.split(/\{.*\}/)
      expect([error_code, error_msg.startsWith(before) && error_msg.endsWith(after)]).toEqual([example, true])
      expect(error_msg).not.toContain('{')
    }
  })
})
