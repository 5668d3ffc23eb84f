import { expect, expectTypeOf, test } from 'vitest'
import {
  AccountError,
  ConnectionError,
  createAccountClient,
  createOneAccessClient,
  EnvelopeError,
  OAuthError,
  type ReturnCode,
  unwrap,
} from '../../client/src/index.ts'
import { serverOfFile } from './server-of-file.ts'

const server = await serverOfFile()

test('the error answer of a protocol endpoint', async () => {
  server.on('POST /connect/token', () => ({
    status: 400,
    headers: { 'x-request-id': 'request-7' },
    body: { error: 'invalid_grant', error_description: 'grant request is invalid' },
  }))
  const error = await createAccountClient(server)
    .requestToken({ grant_type: 'refresh_token', refresh_token: 'never-shown' }, { clientId: 'TestClient' })
    .catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(OAuthError)
  expect(error).toBeInstanceOf(AccountError)
  expect(error).toMatchObject({
    name: 'OAuthError',
    error: 'invalid_grant',
    errorDescription: 'grant request is invalid',
    status: 400,
    requestId: 'request-7',
    operation: 'POST /connect/token',
    url: `${server.baseUrl}/connect/token`,
    message: `POST ${server.baseUrl}/connect/token: invalid_grant (grant request is invalid)`,
  })
})

test('the error answer of an account endpoint', async () => {
  server.on('GET /Common/Getpubkeys', () => ({
    status: 429,
    headers: { 'x-request-id': 'request-8', 'retry-after': '30' },
    body: { status: 42900, error: 'TooManyRequests', message: '请求过于频繁，请稍后再试。', data: null },
  }))
  const error = await unwrap(createAccountClient(server).GET('/Common/Getpubkeys')).catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(EnvelopeError)
  expect(error).toMatchObject({
    name: 'EnvelopeError',
    code: 42900,
    symbol: 'TooManyRequests',
    displayMessage: '请求过于频繁，请稍后再试。',
    status: 429,
    requestId: 'request-8',
    retryAfter: 30,
    operation: 'GET /Common/Getpubkeys',
  })
  expectTypeOf<EnvelopeError['code']>().toEqualTypeOf<ReturnCode>()
  expectTypeOf<42900>().toExtend<ReturnCode>()
  expectTypeOf<42999>().not.toExtend<ReturnCode>()
})

test('an envelope is opened, and one that reports a failure with status 200 is a failure', async () => {
  const outcome = (envelope: object) => ({
    data: envelope as { status: number; message: string; error: string | null; data: string[] },
    response: Response.json(envelope),
  })
  const opened = await unwrap(outcome({ status: 0, message: 'success', error: null, data: ['a', 'b'] }))
  expectTypeOf(opened).toEqualTypeOf<string[]>()
  expect(opened).toEqual(['a', 'b'])
  const failed = unwrap(outcome({ status: 40900, message: 'Email Already Exist', error: 'Conflict', data: null }))
  await expect(failed).rejects.toMatchObject({ code: 40900, symbol: 'Conflict', status: 200 })
})

test.each([
  ['a page', '<!doctype html>'],
  ['other JSON', { reason: 'bad gateway' }],
  ['the answer of the sign-in form', { status: 0, msg: 'no' }],
  ['nothing', undefined],
])('%s as an error answer', async (_, body) => {
  server.on('GET /connect/userinfo', () => ({ status: 502, body }))
  const error = await unwrap(createAccountClient(server).GET('/connect/userinfo')).catch((failure: unknown) => failure)
  const message = `GET ${server.baseUrl}/connect/userinfo: HTTP status 502`
  expect(error).toMatchObject({ name: 'AccountError', status: 502, message })
})

test('a success that is not JSON', async () => {
  server.on('GET /usercenter', () => ({ body: '<!doctype html><title>Me</title>' }))
  const client = createAccountClient(server)
  await expect(client.GET('/usercenter')).rejects.toMatchObject({ name: 'AccountError', operation: 'GET /usercenter' })
  expect(await unwrap(client.GET('/usercenter', { parseAs: 'text' }))).toContain('<title>Me</title>')
})

test('no server', async () => {
  const client = createAccountClient({ baseUrl: 'http://localhost:1', retry: false })
  const error = await client.discovery().catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(ConnectionError)
  expect(error).toMatchObject({
    status: undefined,
    operation: 'GET /.well-known/openid-configuration',
    message: 'GET http://localhost:1/.well-known/openid-configuration: the server could not be reached',
  })
  expect((error as ConnectionError).cause).toBeInstanceOf(TypeError)
})

test('the operation is named without the values in its path', async () => {
  const outcome = createAccountClient(server).GET('/connect/device/{uid}', { params: { path: { uid: 'a b' } } })
  await expect(unwrap(outcome)).rejects.toMatchObject({ status: 404, operation: 'GET /connect/device/{uid}' })
  expect(server.seen[0]?.operation).toBe('GET /connect/device/a%20b')
})

test('the address in an error has neither the values of the path nor the query', async () => {
  const client = createAccountClient({ ...server, auth: async () => 'secret-token' })
  const error = await client.users.cancelExport({ guid: 'secret-guid' }).catch((failure: unknown) => failure)
  const url = `${server.baseUrl}/api/v1.0/manage/users/export`
  expect(error).toMatchObject({ status: 404, url })
  expect(JSON.stringify(error) + String(error)).not.toContain('secret')
  const file = await client.users.getExportFile('secret-guid').catch((failure: unknown) => failure)
  expect(String(file)).toContain(`GET ${server.baseUrl}/usercenter/exports/{guid}: `)
  const elsewhere = client.GET('/connect/userinfo', { baseUrl: 'http://localhost:1' })
  await expect(elsewhere).rejects.toMatchObject({ url: 'http://localhost:1/connect/userinfo' })
})

test('secrets do not follow a redirect', async () => {
  server.on('POST /connect/token', () => ({ status: 307, headers: { location: '/elsewhere' } }))
  const client = createAccountClient(server)
  const tokens = client.requestToken({ grant_type: 'client_credentials' }, { clientId: 'c', clientSecret: 's' })
  await expect(tokens).rejects.toMatchObject({ name: 'AccountError', status: 307 })
  expect(server.of('POST /elsewhere')).toEqual([])
})

test.each([
  ['without length', {}],
  ['of length 0', { 'content-length': '0', 'content-type': 'application/json' }],
  ['that is null', { 'content-type': 'application/json' }, 'null'],
])('an empty answer %s, where the contract has one, is a failure', async (_name, headers, body?: string) => {
  server.on('GET /.well-known/openid-configuration', () => ({ headers, body }))
  const empty = { name: 'AccountError', message: expect.stringMatching(/: the answer is not JSON/) }
  await expect(createAccountClient(server).discovery()).rejects.toMatchObject(empty)
  const client = createAccountClient(server)
  await expect(client.authorization.getServiceConfiguration()).rejects.toMatchObject(empty)
})

test('an empty answer, where the contract has none, is a success', async () => {
  server.on('POST /api/v2/sdk/sms/send', () => ({ headers: { 'content-length': '0' } }))
  const client = createOneAccessClient(server)
  const body = { mobile: '13800000001', type: 'LOGIN_SMS', captcha_token: 'a---b' } as const
  expect(await unwrap(client.POST('/api/v2/sdk/sms/send', { body }))).toBeUndefined()
})
