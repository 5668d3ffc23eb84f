import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../generated/operations.ts'
import { device, type OneAccessApp, refused, sdk, startOneAccessApp } from './oneaccess-app.ts'
import { sendRaw } from './raw.ts'

const management = { authorization: 'Bearer may-all' }
const json = { 'content-type': 'application/json;charset=utf8' }

let app: OneAccessApp
beforeAll(async () => {
  app = await startOneAccessApp()
})
afterAll(() => app.close())

/** A body without a Content-Type: one made from bytes has none of its own. */
const bare = (value: unknown) => new Blob([JSON.stringify(value)])

describe('the header set of the user interfaces', () => {
  const path = '/api/v2/sdk/server-date'

  it('is read in any case', async () => {
    const headers = Object.fromEntries(Object.entries(sdk).map(([name, value]) => [name.toUpperCase(), value]))
    const raw = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    expect(
      await sendRaw(app.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${raw.join('')}\r\n`),
    ).toMatch(/^HTTP\/1\.1 501 /)
  })

  it('has a code of its own for a missing or empty client id', async () => {
    expect(await app.answerOf(path, { headers: device })).toEqual([400, refused('PARAM.0002', 'Client ID required.')])
    const empty = { ...device, 'X-client-id': '' }
    expect(await app.answerOf(path, { headers: empty })).toEqual([400, refused('PARAM.0002', 'Client ID required.')])
  })

  it('names the place of another header that is missing or wrong', async () => {
    const { 'X-agent': _, ...rest } = sdk
    const text = expect.stringMatching(/^Invalid parameter\. \(\/headers\/x-agent /)
    expect(await app.answerOf(path, { headers: rest })).toEqual([400, refused('COMMON.0400', text)])
    expect(await app.answerOf(path, { headers: { ...sdk, 'X-L': 'a'.repeat(129) } })).toMatchObject([
      400,
      { error_code: 'COMMON.0400' },
    ])
  })

  it.each([
    [{ 'X-L': 'zh', 'Accept-Language': 'en' }, 'ClientId 不能为空。'],
    [{ 'X-L': 'en', 'Accept-Language': 'zh' }, 'Client ID required.'],
    [{ 'X-L': 'zh-CN', 'Accept-Language': 'en' }, 'ClientId 不能为空。'],
    [{ 'X-L': 'de-AT', 'Accept-Language': 'en' }, 'Client ID required.'],
    [{ 'Accept-Language': 'en-GB, zh;q=0.5' }, 'Client ID required.'],
    [{ 'Accept-Language': 'fr' }, 'Client ID required.'],
    [{ 'X-L': 'fr-CA', 'Accept-Language': 'zh-TW' }, 'ClientId 不能为空。'],
    [{ 'Accept-Language': '*' }, 'ClientId 不能为空。'],
    [{}, 'ClientId 不能为空。'],
  ])('says the language of the message: %j', async (headers, text) => {
    const response = await app.send(path, { headers: { ...device, ...(headers as Record<string, string>) } })
    expect(await response.json()).toEqual(refused('PARAM.0002', text))
  })

  it('may come from a page of another origin', async () => {
    const asked = [...Object.keys(sdk), 'X-signature', 'X-state-token', 'X-tenant-id', 'X-L', 'traceparent'].join(',')
    const preflight = {
      origin: 'https://app.example.com',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': asked,
    }
    for (const [path, methods] of [
      ['/api/v2/tenant/users/a', 'PUT, DELETE, GET, HEAD, OPTIONS'],
      ['/connect/userinfo', 'GET, POST, HEAD, OPTIONS'],
    ]) {
      const response = await fetch(app.origin + path, { method: 'OPTIONS', headers: preflight })
      expect(response.headers.get('access-control-allow-headers')).toBe(asked)
      expect(response.headers.get('access-control-allow-methods')?.split(', ').sort()).toEqual(
        methods?.split(', ').sort(),
      )
    }
  })
})

describe('fields with a code of their own', () => {
  const verify = (body: object) =>
    app.answerOf('/api/v2/sdk/captcha/verify', {
      method: 'POST',
      headers: { ...sdk, ...json },
      body: JSON.stringify(body),
    })
  const whole = { point_json: '{}', token: 'a', sender: '12345678901' }

  it.each([
    ['point_json', 'PARAM.0004', 'Coordinates required.'],
    ['token', 'PARAM.0005', 'Token required.'],
    ['sender', 'PARAM.0006', 'Sender required.'],
  ])('answer with it when %s is missing or empty', async (name, code, text) => {
    expect(await verify({ ...whole, [name]: undefined })).toEqual([400, refused(code, text)])
    expect(await verify({ ...whole, [name]: '' })).toEqual([400, refused(code, text)])
  })

  it('answer with the general code when they are there and wrong', async () => {
    expect(await verify({ ...whole, token: 1 })).toMatchObject([400, { error_code: 'COMMON.0400' }])
    expect(await verify({ ...whole, token: 'x'.repeat(5000) })).toMatchObject([400, { error_code: 'COMMON.0400' }])
  })

  it('answer with one code for a list that is missing, empty or too long', async () => {
    const path = '/api/v2/tenant/applications/a/role-member'
    for (const account_Ids of [undefined, [], Array(51).fill('a')]) {
      const body = JSON.stringify({ role_id: 'a', account_Ids })
      const answer = await app.answerOf(path, { method: 'POST', headers: { ...management, ...json }, body })
      expect(answer).toEqual([400, refused('PARAM.0029', 'Invalid list.')])
    }
  })

  it('answer with it for more relations than a user may have, on creation and on change', async () => {
    const user_org_relation_list = Array(11).fill({ orgCode: '10000', relationType: 0 })
    const body = JSON.stringify({ user_name: 'zhangsan', mobile: '12345678901', user_org_relation_list })
    const headers = { ...management, ...json }
    const created = await app.answerOf('/api/v2/tenant/users', { method: 'POST', headers, body })
    const changed = await app.answerOf('/api/v2/tenant/users/a', { method: 'PUT', headers, body })
    expect([created, changed]).toEqual(Array(2).fill([400, refused('PARAM.0029', 'Invalid list.')]))
  })

  it('answer with it for none of the values that there are', async () => {
    const path = '/api/v2/tenant/applications/a/accounts?offset=0&limit=10&account_type=PRIVATE_ACCOUNT'
    const answer = await app.answerOf(path, { headers: management })
    expect(answer).toEqual([400, refused('APP_ACCOUNT.0003', 'Unsupported application account.')])
  })
})

describe('a body', () => {
  const path = '/api/v2/tenant/users/user-by-username'

  it('without a Content-Type is JSON, as in the printed samples', async () => {
    const find = (body: BodyInit, headers = {}) =>
      app.answerOf(path, { method: 'POST', headers: { ...management, ...headers }, body })
    expect(await find(bare({ user_name: 'zhangsan' }))).toEqual([501, refused('COMMON.0501', 'Not implemented.')])
    expect(await find(new Blob(['{"user_name":']))).toMatchObject([400, { error_code: 'COMMON.0400' }])
    expect(await find('{}', { 'content-type': 'text/plain' })).toEqual([
      415,
      refused('COMMON.0415', 'Unsupported media type.'),
    ])
  })

  it('without a Content-Type stays unread where the Account API takes JSON', async () => {
    const headers = { authorization: 'Bearer client-ZMS.Users.Create' }
    const url = `${app.origin}/api/v1.0/users/inviteUsers`
    expect((await fetch(url, { method: 'POST', headers, body: bare([{ userName: 'a' }]) })).status).toBe(415)
  })

  it('belongs to DELETE too, where members are removed (AR7)', async () => {
    const remove = (body: object) =>
      app.send('/api/v2/tenant/applications/a/role-member', {
        method: 'DELETE',
        headers: { ...management, ...json },
        body: JSON.stringify(body),
      })
    expect((await remove({ role_id: 'a', account_Ids: ['b'] })).status).toBe(501)
    expect((await remove({ account_Ids: ['b'] })).status).toBe(400)
  })
})

describe('addresses and methods', () => {
  it('answer an unknown address in the shape of its neighbours', async () => {
    expect(await app.answerOf('/api/v2/tenant/nothing')).toEqual([404, refused('COMMON.0404', 'Not found.')])
    expect(await app.answerOf('/api/v1.0/nothing')).toMatchObject([404, { status: 40400, error: 'NotFound' }])
    expect(await app.answerOf('/api/v1/nothing')).toMatchObject([404, { error: 'not_found' }])
  })

  it('answer another method with 405 and the methods there are', async () => {
    const response = await fetch(`${app.origin}/api/v2/tenant/users/a`, { method: 'POST', headers: { 'X-L': 'en' } })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT, DELETE, HEAD, OPTIONS'])
    expect(await response.json()).toEqual(refused('COMMON.0405', 'Method not allowed.'))
  })

  it('read a literal segment before a parameter in its place', async () => {
    const post = (path: string) => fetch(app.origin + path, { method: 'POST', headers: management })
    const account = await post('/api/v2/tenant/applications/a/accounts/basic-account')
    expect(account.status).toBe(400)
    expect((await post('/api/v2/tenant/applications/a/accounts/b')).headers.get('allow')).toBe(
      'GET, PUT, DELETE, HEAD, OPTIONS',
    )
  })
})

describe('a CAS validation that lacks its ticket', () => {
  const path = (name: string, query = '') => `/api/v1/cas/${name}?service=https%3A%2F%2Fapp.example.com%2F${query}`

  it('is a failure of the protocol with HTTP status 200, as XML', async () => {
    const response = await app.send(path('serviceValidate'))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(await response.text()).toMatch(
      /^<cas:serviceResponse xmlns:cas="http:\/\/www\.yale\.edu\/tp\/cas"><cas:authenticationFailure code="INVALID_REQUEST">[^<]+<\/cas:authenticationFailure><\/cas:serviceResponse>$/,
    )
  })

  it('or as JSON, when the query asks for it', async () => {
    const response = await app.send(path('p3/serviceValidate', '&format=JSON'))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(await response.json()).toEqual({
      serviceResponse: {
        authenticationFailure: { code: 'INVALID_REQUEST', description: expect.stringContaining('ticket') },
      },
    })
  })

  it('or the word no (CAS 1.0)', async () => {
    const response = await app.send(path('validate'))
    expect([response.status, await response.text()]).toEqual([200, 'no\n'])
  })

  it('keeps the status of other failures', async () => {
    const response = await fetch(app.origin + path('serviceValidate', '&format=JSON'), { method: 'PUT' })
    expect([response.status, await response.json()]).toMatchObject([
      405,
      { serviceResponse: { authenticationFailure: { code: 'INTERNAL_ERROR' } } },
    ])
  })
})

it('no operation of the one document answers at an address of the other', () => {
  const places = Object.values(operations).map(({ method, path }) => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`)
  expect(new Set(places).size).toBe(places.length)
})
