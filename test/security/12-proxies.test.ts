import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { authorizeUrl, basic, formOf } from './support/flow.ts'

let direct: TestServer
let behindProxy: TestServer

beforeAll(async () => {
  direct = await startTestServer()
  behindProxy = await startTestServer({ trustProxy: 1 })
})
afterAll(async () => {
  await direct.close()
  await behindProxy.close()
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request with any headers at all, `Host` included. */
async function send(
  server: TestServer,
  target: string,
  headers: Record<string, string>,
  form?: URLSearchParams,
): Promise<Answer> {
  const type: Record<string, string> = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const sent = request(server.issuer, { method: form ? 'POST' : 'GET', path: target, headers: { ...type, ...headers } })
  return new Promise((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', async (response) =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }),
    )
    sent.end(form?.toString())
  })
}

const elsewhere = {
  'x-forwarded-host': 'attacker.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '444',
  'x-forwarded-prefix': '/evil',
  'x-forwarded-server': 'attacker.example',
  forwarded: 'for=203.0.113.9;host=attacker.example;proto=https',
  'x-original-url': '/usercenter',
  'x-rewrite-url': '/usercenter',
  'x-http-method-override': 'DELETE',
}

describe.each([
  ['without a proxy', () => direct],
  ['behind a trusted proxy', () => behindProxy],
])('12: %s', (_name, server) => {
  test.each([
    ['Host', { host: 'attacker.example' }],
    ['Host with a path', { host: 'attacker.example/path' }],
    ['headers of a proxy', elsewhere],
    ['both', { ...elsewhere, host: 'attacker.example' }],
  ])('12: no address in any answer comes from the caller: %s', async (_way, headers) => {
    const plain = await send(server(), '/.well-known/openid-configuration', {})
    const discovery = await send(server(), '/.well-known/openid-configuration', headers)
    expect(JSON.parse(discovery.body)).toEqual(JSON.parse(plain.body))

    const { pathname, search } = authorizeUrl(server().issuer)
    const login = await send(server(), pathname + search, headers)
    expect(login.status).toBe(303)
    expect(new URL(String(login.headers.location), server().issuer).origin).toBe(server().issuer)
    expect(String(login.headers['set-cookie'])).not.toMatch(/domain=|attacker/i)

    const pages = [
      '/',
      '/Account/Login',
      '/usercenter',
      '/connect/device',
      '/connect/endsession',
      '/connect/authorize',
      '/nowhere',
    ]
    for (const path of pages) {
      const page = await send(server(), path, { accept: 'text/html', ...headers })
      expect(JSON.stringify([page.headers, page.body])).not.toContain('attacker.example')
      expect(page.status).toBe((await send(server(), path, { accept: 'text/html' })).status)
    }
  })

  test('12: a request target with an address in it changes nothing', async () => {
    const answer = await send(server(), 'http://attacker.example/.well-known/openid-configuration', {})
    expect(answer.body).not.toContain('attacker.example')
  })
})

/** The address that a failed sign-in with these headers is written down under. */
async function recordedAddress(server: TestServer, headers: Record<string, string>): Promise<string | null> {
  const username = crypto.randomUUID()
  const form = formOf({ grant_type: 'password', username: 'testUserName', password: 'wrong' })
  const answer = await send(
    server,
    '/connect/token',
    { ...basic('testAutoClient', 'testAuto.2022'), 'user-agent': username, ...headers },
    form,
  )
  expect(answer.status).toBe(400)
  const { address } = await server.database.db
    .selectFrom('loginRecords')
    .select('address')
    .where('userAgent', '=', username)
    .executeTakeFirstOrThrow()
  return address
}

describe('the address of the caller', () => {
  const loopback = /^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/

  test('12: is that of the connection, whatever the caller says', async () => {
    for (const name of [
      'x-forwarded-for',
      'x-real-ip',
      'x-client-ip',
      'x-device-ip',
      'cf-connecting-ip',
      'true-client-ip',
    ]) {
      expect(await recordedAddress(direct, { [name]: '203.0.113.9' })).toMatch(loopback)
    }
    expect(await recordedAddress(direct, elsewhere)).toMatch(loopback)
  })

  test('12: behind one trusted proxy it is what that proxy says, not what was there before', async () => {
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': '203.0.113.9' })).toBe('203.0.113.9')
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })).toBe('203.0.113.9')
    expect(await recordedAddress(behindProxy, { 'x-real-ip': '198.51.100.1', 'x-device-ip': '198.51.100.1' })).toMatch(
      loopback,
    )
  })

  test('12: a proxy that says nonsense is not believed', async () => {
    for (const value of [
      'unknown',
      'attacker',
      '_hidden',
      '999.1.1.1',
      "'; drop table users",
      '1.2.3',
      'a'.repeat(2000),
    ]) {
      expect(await recordedAddress(behindProxy, { 'x-forwarded-for': value })).toMatch(loopback)
    }
  })

  test('12: ports and zones are not part of an address', async () => {
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': '203.0.113.9:5678' })).toBe('203.0.113.9')
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': '[2001:db8::1]:5678' })).toBe('2001:db8::1')
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': 'fe80::1%eth0' })).toBe('fe80::1')
    expect(await recordedAddress(behindProxy, { 'x-forwarded-for': '::ffff:203.0.113.9' })).toBe('203.0.113.9')
  })
})
