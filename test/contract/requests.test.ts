import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw } from './raw.ts'
import { startTinyApp, type TinyApp, userId } from './tiny-app.ts'

const FORM = 'application/x-www-form-urlencoded'
const bearer = { authorization: 'Bearer open' }

let app: TinyApp
beforeAll(async () => {
  app = await startTinyApp()
})
afterAll(() => app.close())

function send(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(app.origin + path, { redirect: 'manual', ...init })
}

function form(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return send(path, { method: 'POST', body, headers: { 'content-type': FORM, ...headers } })
}

const login = 'Username=a&Password=YQ==&__RequestVerificationToken=x'

describe('malformed requests get a documented 4xx in the shape of their operation', () => {
  it.each([
    ['a NUL byte in the query', '/Account/Login?ReturnUrl=%00'],
    ['a NUL byte in the path', '/Account/Login%00'],
    ['broken percent-encoding', '/Account/%zz'],
    ['a parameter that is missing', '/usercenter/checksession'],
    ['a parameter that comes twice', '/usercenter/checksession?returnUrl=http://a/&returnUrl=http://b/'],
    ['a parameter that is too long', `/usercenter/checksession?returnUrl=http://a/${'x'.repeat(3000)}`],
    ['a parameter of the engine that is too long', `/connect/authorize?state=${'x'.repeat(3000)}`],
  ])('%s', async (_what, path) => {
    const response = await send(path, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['a field that comes twice', '/Account/UserLogin', `${login}&Username=b`],
    ['a field that is missing', '/Account/UserLogin', 'Username=a'],
    ['a field that is not documented', '/Account/UserLogin', `${login}&x=1`],
    ['a NUL byte in a field', '/Account/UserLogin', `${login}&ClientId=%00`],
    ['a NUL byte in a name', '/Account/UserLogin', `${login}&%00=1`],
    ['a field that is too long', '/Account/UserLogin', `${login}&ClientId=${'x'.repeat(200)}`],
    ['no fields', '/Account/UserLogin', ''],
  ])('%s', async (_what, path, body) => {
    const response = await form(path, body, { 'x-l': 'en' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ status: 0, msg: 'The request is malformed or a value is not allowed.' })
  })

  it.each([
    ['a NUL byte in a field', 'grant_type=password&username=%00', '/body/username contains a NUL character'],
    [
      'a field that is too long',
      `grant_type=authorization_code&code=${'x'.repeat(513)}`,
      '/body/code must NOT have more than 512 characters',
    ],
    ['too many fields', 'a=1&'.repeat(200), '/body has too many fields'],
  ])('%s, for the engine', async (_what, body, description) => {
    const response = await form('/connect/token', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'invalid_request', error_description: description })
  })

  it('an unknown query parameter', async () => {
    const response = await send('/connect/userinfo?x=1', { headers: bearer })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'invalid_request' })
  })

  it('a body that is not JSON where JSON is not even taken', async () => {
    const response = await send('/Account/UserLogin', {
      method: 'POST',
      body: '{"a":',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(415)
  })

  it('a media type that is not documented', async () => {
    for (const [path, type] of [
      ['/connect/token', 'application/json'],
      ['/Account/UserLogin', 'text/plain'],
      ['/Account/Login', 'x'],
    ] as const) {
      const response = await send(path, { method: 'POST', body: login, headers: { 'content-type': type } })
      expect(response.status, path).toBe(415)
    }
  })

  it('a compressed body', async () => {
    expect((await form('/Account/UserLogin', login, { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('a body that is too large, announced or not', async () => {
    for (const path of ['/connect/token', '/Account/UserLogin', '/Account/Login']) {
      const chunked = await sendRaw(
        app.port,
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n` +
          `${(70_000).toString(16)}\r\n${'x'.repeat(70_000)}\r\n0\r\n\r\n`,
      )
      expect(chunked, path).toMatch(/^HTTP\/1\.1 413 /)
      const announced = await sendRaw(
        app.port,
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nContent-Length: 70000\r\n\r\n`,
      )
      expect(announced, path).toMatch(/^HTTP\/1\.1 413 /)
    }
  })

  it.each([
    ['/api/v1.0/user/basic', '"status":43100'],
    ['/api/v2/tenant/users', '"error_code":"COMMON.0431"'],
    ['/connect/token', '"error":"invalid_request"'],
    ['/usercenter', '<!doctype html>'],
  ])('header fields that are too large, at %s in the shape of its API', async (path, shape) => {
    for (const length of [20_000, 200_000]) {
      const headers = `Host: x\r\nX-Long: ${'x'.repeat(length)}\r\n`
      const answer = await sendRaw(app.port, `GET ${path} HTTP/1.1\r\n${headers}\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 431 /)
      // Beyond Node's own limit the method may be all that is known of the address.
      if (length < 65_536) expect(answer).toContain(shape)
    }
  })

  it('what is not HTTP', async () => {
    const answer = await sendRaw(app.port, 'hello\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    const id = /^X-Request-Id: (.+)\r$/m.exec(answer)?.[1]
    const line = app.lines.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === id)
    expect(line).toMatchObject({ status: 400, reason: 'HPE_INVALID_METHOD' })
  })
})

describe('methods and addresses', () => {
  it('answers another method with 405 and the methods there are', async () => {
    for (const [path, allow] of [
      ['/connect/userinfo', 'GET, POST, HEAD, OPTIONS'],
      ['/connect/token', 'POST, OPTIONS'],
      ['/Common/Getpubkeys', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const response = await send(path, { method: 'DELETE' })
      expect([response.status, response.headers.get('allow')], path).toEqual([405, allow])
    }
  })

  it('answers HEAD like GET, without the body', async () => {
    for (const path of ['/Common/Getpubkeys', '/Account/Login', '/.well-known/openid-configuration']) {
      const head = await send(path, { method: 'HEAD' })
      const get = await send(path)
      expect([head.status, head.headers.get('content-type')]).toEqual([get.status, get.headers.get('content-type')])
      expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
      expect(await head.text()).toBe('')
    }
  })

  it('answers a preflight for JSON that handlers answer, and none for pages', async () => {
    const preflight = {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.com', 'access-control-request-method': 'GET' },
    }
    const open = await send('/connect/userinfo', preflight)
    expect([open.status, open.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(open.headers.get('access-control-allow-credentials')).toBeNull()
    for (const path of ['/connect/authorize', '/Account/Login', '/Account/UserLogin']) {
      const closed = await send(path, preflight)
      expect([closed.status, closed.headers.get('access-control-allow-origin')], path).toEqual([204, null])
    }
  })

  it('answers an unknown address as the caller prefers', async () => {
    const page = await send('/nothing', { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    const json = await send('/nothing')
    expect(await json.json()).toEqual({ error: 'not_found', error_description: 'Nothing was found at this address.' })
  })

  it('reads paths letter by letter', async () => {
    for (const path of [
      '/connect/%74oken',
      '/CONNECT/token',
      '/connect/token/',
      '//connect/token',
      '/common/getpubkeys',
    ]) {
      expect((await form(path, 'grant_type=x')).status, path).toBe(404)
    }
  })

  it('applies the policy to a target that is an absolute address', async () => {
    const ask = (header: string) =>
      sendRaw(
        app.port,
        `GET http://elsewhere/connect/userinfo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n`,
      )
    expect(await ask('')).toMatch(/^HTTP\/1\.1 401 /)
    expect(await ask('Authorization: Bearer open\r\n')).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('policy', () => {
  const ask = (authorization?: string) => send('/connect/userinfo', authorization ? { headers: { authorization } } : {})

  it('lets a token with one of the alternatives in', async () => {
    const response = await ask('Bearer open')
    expect(await response.json()).toEqual({ sub: userId })
  })

  it('asks for a token without naming an error when there was none (RFC 6750 section 3.1)', async () => {
    const response = await ask()
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="https://accounts.example.com"',
    ])
  })

  it.each([
    'Basic bearer',
    'Bearer',
    'Bearer unknown',
    'Bearer open open',
    'Bearer open,',
    'xBearer open',
    'bearer',
    'Basic open',
  ])('refuses %j', async (authorization) => {
    const response = await ask(authorization)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(await response.json()).toMatchObject({ error: 'invalid_token' })
  })

  it('tells a token without the scope apart', async () => {
    const response = await ask('Bearer other')
    expect(response.status).toBe(403)
    expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
    expect(response.headers.get('www-authenticate')).toContain('scope="openid"')
  })

  it('takes the token from the form where the contract says so, but not from two places', async () => {
    expect((await form('/connect/userinfo', 'access_token=open')).status).toBe(200)
    expect((await form('/connect/userinfo', 'access_token=open', bearer)).status).toBe(400)
    expect((await send('/connect/userinfo?access_token=open')).status).toBe(401)
  })

  it('comes before the validation of the request', async () => {
    expect((await send('/connect/userinfo?x=1')).status).toBe(401)
  })
})

describe('replies', () => {
  it('writes redirects with their cookies', async () => {
    const response = await form('/Account/Consent', 'decision=allow&ReturnUrl=/x&__RequestVerificationToken=y')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/usercenter'])
    expect(response.headers.get('set-cookie')).toBe('a=b; Path=/; HttpOnly')
  })

  it('hands a form on to the engine, readable once more', async () => {
    const body = 'grant_type=password&username=%C3%BC&password=a+b'
    expect(await (await form('/connect/token', body)).json()).toEqual({ method: 'POST', body })
  })

  it.each([
    [{ 'x-l': 'en', 'accept-language': 'zh' }, '', 'en'],
    [{ 'accept-language': 'zh' }, '&ui_locales=fr+en', 'en'],
    [{ 'accept-language': 'fr, en-GB;q=0.5, zh;q=0.4' }, '', 'en'],
    [{ 'accept-language': 'fr' }, '', 'en'],
    [{ 'accept-language': 'fr-FR,fr;q=0.9,*;q=0.5' }, '', 'en'],
    [{ 'accept-language': '*' }, '', 'zh'],
    [{}, '', 'zh'],
    [{ 'accept-language': 'en' }, '&ui_locales=zh_CN', 'zh'],
    [{ 'accept-language': 'en' }, '&ui_locales=zh-Hans', 'zh'],
    [{ 'accept-language': 'en' }, '&ui_locales=zh-Hant-TW+en', 'zh'],
    [{ 'accept-language': 'zh' }, '&ui_locales=en_GB', 'en'],
    [{ 'x-l': 'zh-CN', 'accept-language': 'en' }, '', 'zh'],
    [{ 'x-l': 'de-AT', 'accept-language': 'en' }, '', 'en'],
  ])('speaks the language of %j%s', async (headers, query, locale) => {
    const response = await send(`/Account/Login?ReturnUrl=/a${query}&unknown=1`, {
      headers: headers as Record<string, string>,
    })
    expect(await response.text()).toBe(`<p>${locale}</p>`)
  })
})
