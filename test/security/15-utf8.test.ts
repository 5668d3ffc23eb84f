import { constants, publicEncrypt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseForm } from '../../server/contract/request/body.ts'
import { refuseForeignBytes, refuseReplaced } from '../../server/contract/request/utf8.ts'
import { managementToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { encryptPassword, loginKey, openSignIn, submitUserLogin } from './support/doors.ts'
import { basic } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.addUser({ userName: 'bytes', password: 'pw\ufffd' })
})
afterAll(() => server.close())

const form = 'application/x-www-form-urlencoded'
/** What is no UTF-8: a byte alone, GBK, a character that is cut off, a surrogate, an overlong blank. */
const foreign = ['%FF', '%D5%C5', '%E4%BD', '%ED%A0%80', '%C0%A0', 'x%80y', '%ff', '%E4%BDa%A0']
/** What is: characters of each length, a byte order mark, the replacement character itself, percent signs of their own. */
const own = ['%E5%BC%A0', '%F0%9F%98%80', '%EF%BB%BF', '%EF%BF%BD', '100%', '%zz', '%e5%bc%a0', 'a+b', '张']

function send(path: string, body: string | Uint8Array<ArrayBuffer>, type = form, headers: Record<string, string> = {}) {
  return fetch(new URL(path, server.issuer), {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...headers },
    redirect: 'manual',
  })
}
const automation = basic('testAutoClient', 'testAuto.2022')

test.each(foreign)('15: %s is no text of a form or a query', (text) => {
  expect(() => refuseForeignBytes(`a=1&b=${text}&c=2`, 'query')).toThrow('UTF-8')
  expect(() => parseForm(Buffer.from(`a=1&${text}=2`), 10)).toThrow('UTF-8')
})

test.each(own)('15: %s is', (text) => {
  expect(() => refuseForeignBytes(`a=1&b=${text}&c=2`, 'query')).not.toThrow()
  expect(parseForm(Buffer.from(`b=${text}`), 10).b).toBe(new URLSearchParams(`b=${text}`).get('b'))
})

describe('at every kind of address', () => {
  test.each([
    ['the token endpoint', '/connect/token', 'grant_type=password&username=bytes&password=pw%FF', automation],
    ['introspection', '/connect/introspect', 'token=%FF', automation],
    ['revocation', '/connect/revocation', 'token=%FF', automation],
    ['the other issuer', '/api/v1/oauth2/token', 'grant_type=authorization_code&code=%FF', {}],
    ['the management token', '/api/v2/tenant/token', 'grant_type=client_credentials&client_secret=%FF', {}],
    ['the sign-in page', '/Account/Login', 'username=%FF&password=x', {}],
    ['the form for scripts', '/Account/UserLogin', 'Username=%FF&Password=AAAA', {}],
    ['the device page', '/connect/device', 'user_code=%FF', {}],
    ['an authorization that is posted', '/connect/authorize', 'state=%FF', {}],
  ])('15: a form whose bytes are not UTF-8 is refused at %s', async (_name, path, body, headers) => {
    expect((await send(path, body, form, headers)).status).toBe(400)
    const raw = Buffer.concat([Buffer.from(`${body.split('%FF')[0]}`), Buffer.from([0xff])])
    expect((await send(path, raw, form, headers)).status).toBe(400)
  })

  test.each(['/connect/authorize?state=%FF', '/connect/endsession?state=%D5%C5', '/Account/Login?ReturnUrl=%FF'])(
    '15: and a query: %s',
    async (path) => {
      expect((await fetch(new URL(path, server.issuer), { redirect: 'manual' })).status).toBe(400)
    },
  )

  test.each([
    ['form', '/connect/token', form, 'grant_type=password&username=bytes&password=x', automation],
    ['form of a handler', '/Account/Login', form, 'username=bytes&password=x', {}],
  ])('15: a %s in another charset is 415, whoever spells it', async (_kind, path, type, body, headers) => {
    for (const charset of ['GBK', '"gb18030"', 'iso-8859-1', 'utf-16', "'utf-8'", 'utf-8; charset=gbk', '']) {
      expect([charset, (await send(path, body, `${type}; charset=${charset}`, headers)).status]).toEqual([charset, 415])
    }
    for (const parameter of ['charset=utf-8', 'CHARSET=UTF-8', 'charset="Utf-8"', 'charset=utf8', 'x=y', '']) {
      const { status } = await send(path, body, `${type}; ${parameter}`, headers)
      expect([parameter, status]).not.toEqual([parameter, 415])
    }
  })

  test('15: a JSON body in another charset is 415 as well', async () => {
    const headers = { authorization: `Bearer ${await managementToken(server)}` }
    const body = JSON.stringify({ user_name: 'charset', mobile: '13900020000', org_code: '10000' })
    const path = '/api/v2/tenant/users'
    expect((await send(path, body, 'application/json; charset=gbk', headers)).status).toBe(415)
    expect((await send(path, body, 'application/json; charset="utf-8"', headers)).status).toBe(201)
  })
})

test('15: unlike passwords stay unlike, encrypted ones too', async () => {
  for (const byte of ['%FF', '%FE']) {
    const answer = await send(
      '/connect/token',
      `grant_type=password&username=bytes&password=pw${byte}`,
      form,
      automation,
    )
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })])
  }
  const key = await loginKey(server.issuer)
  const visitor = await openSignIn(server.issuer)

  const encrypted = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from([0x70, 0x77, 0xff]))
  const wrong = await submitUserLogin(server.issuer, visitor, {
    name: 'bytes',
    encrypted: encrypted.toString('base64'),
  })
  expect((await wrong.json()) as object).toMatchObject({ status: 0 })
  const right = encryptPassword(key, 'pw\ufffd')
  const answer = await submitUserLogin(server.issuer, visitor, { name: 'bytes', encrypted: right })
  expect((await answer.json()) as object).toMatchObject({ status: 1 })
})

test('15: a text that a parser has mended is told from one that was sent', () => {
  expect(() => refuseReplaced(Buffer.from('name="a"\r\n\r\nx\ufffdy'), ['x\ufffdy'])).not.toThrow()
  expect(() => refuseReplaced(Buffer.from([0x78, 0xff, 0x79]), ['x\ufffdy'])).toThrow('UTF-8')
})
