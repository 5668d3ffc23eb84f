import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { authorizeUrl, formOf, obtainTokens, type Parameters, redirectUri, type Tokens } from './support/flow.ts'

let server: TestServer
let native: string
let signedIn: { person: Person; tokens: Tokens }

beforeAll(async () => {
  server = await startTestServer()
  const person = new Person(server.issuer)
  signedIn = { person, tokens: await obtainTokens(server.issuer, {}, person) }
  native = await server.addApplication({
    applicationType: 'native',
    redirectUris: ['http://127.0.0.1/callback', 'http://[::1]/callback', 'com.example.app:/callback'],
  })
})
afterAll(() => server.close())

/** Addresses that differ from a registered one in a single way. */
const lookAlikes = [
  ['a longer path', `${redirectUri}more`],
  ['a shorter path', redirectUri.slice(0, -1)],
  ['a parent', 'http://localhost:5173/login/'],
  ['a query', `${redirectUri}?next=//attacker.example`],
  ['a fragment', `${redirectUri}#fragment`],
  ['another case of the path', redirectUri.replace('login', 'Login')],
  ['another case of the host', redirectUri.replace('localhost', 'LOCALHOST')],
  ['another case of the scheme', redirectUri.replace('http', 'HTTP')],
  ['another port', redirectUri.replace(':5173', ':5174')],
  ['no port', redirectUri.replace(':5173', '')],
  ['another scheme', redirectUri.replace('http:', 'https:')],
  ['a name before the host', redirectUri.replace('localhost', 'attacker.example@localhost')],
  ['the host as a user name', redirectUri.replace('localhost:5173', 'localhost:5173@attacker.example')],
  ['the host as a prefix', redirectUri.replace('localhost', 'localhost.attacker.example')],
  ['the address of the host', redirectUri.replace('localhost', '127.0.0.1')],
  ['a dot after the host', redirectUri.replace('localhost', 'localhost.')],
  ['an encoded letter', redirectUri.replace('login', 'l%6Fgin')],
  ['an encoded slash', redirectUri.replace('/login/', '/login%2F')],
  ['a detour', redirectUri.replace('/login/', '/x/../login/')],
  ['an encoded detour', redirectUri.replace('/login/', '/x/%2e%2e/login/')],
  ['a backslash', redirectUri.replace('/login/', '\\login/')],
  ['a blank behind', `${redirectUri} `],
  ['a line break behind', `${redirectUri}\r\nSet-Cookie: a=b`],
  ['no scheme', redirectUri.replace('http:', '')],
  ['a script', 'javascript:alert(1)'],
  ['a data address', 'data:text/html,hello'],
  ['two addresses', `${redirectUri},http://attacker.example/`],
  ['another host', 'https://attacker.example/'],
] as const

describe('1: an answer goes to a registered address, letter by letter', () => {
  test.each(lookAlikes)('1: %s is refused, on a page of our own', async (_name, attempted) => {
    for (const more of [{}, { prompt: 'none' }, { response_type: 'token' }, { scope: 'unknown' }]) {
      const url = authorizeUrl(server.issuer, { redirect_uri: attempted, ...more })
      const response = await contractFetch(url, { redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([400, null])
    }
  })

  test('1: it must be named by an application that has several, and is never taken from another', async () => {
    const other = await server.addApplication({ redirectUris: ['https://other.example/a', 'https://other.example/b'] })
    for (const changed of [
      { client_id: other, redirect_uri: undefined },
      { client_id: other },
      { redirect_uri: 'https://other.example/a' },
    ]) {
      const response = await contractFetch(authorizeUrl(server.issuer, changed), { redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([400, null])
    }
  })

  test.each([
    ['http://127.0.0.1:49152/callback', true],
    ['http://[::1]:49152/callback', true],
    ['http://127.0.0.1/callback', true],
    ['com.example.app:/callback', true],
    ['http://127.0.0.1:49152/callback/more', false],
    ['http://127.0.0.2:49152/callback', false],
    ['http://localhost:49152/callback', false],
    ['https://127.0.0.1:49152/callback', false],
    ['http://127.0.0.1:49152@attacker.example/callback', false],
    ['com.example.app:/other', false],
  ])('1: of a native application only the loopback port is open: %s %s', async (attempted, allowed) => {
    const url = authorizeUrl(server.issuer, { client_id: native, redirect_uri: attempted, scope: 'openid' })
    const response = await contractFetch(url, { redirect: 'manual' })
    expect(response.status).toBe(allowed ? 303 : 400)
  })

  test.each(['redirectUris', 'postLogoutRedirectUris'])(
    '1: no application can register plain http elsewhere: %s',
    async (column) => {
      for (const address of [
        'http://app.example.com/callback',
        'HTTP://app.example.com/',
        'http://localhost.example.com/',
        'http://127.0.0.1.example.com/',
      ]) {
        await expect(server.addApplication({ [column]: ['https://app.example.com/', address] })).rejects.toThrow(
          'https',
        )
      }
      await server.addApplication({
        [column]: [
          'http://localhost/',
          'http://localhost:1234/',
          'http://127.0.0.1:80/a',
          'http://[::1]:1/',
          'app:/http://x',
        ],
      })
    },
  )
})

describe('1: nothing else leads elsewhere', () => {
  const elsewhere = [
    'https://attacker.example/',
    '//attacker.example/',
    '/\\attacker.example/',
    '\\\\attacker.example/',
    '/connect/authorize/../../../attacker.example',
    'https://attacker.example/connect/authorize/0123456789abcdef',
    '/connect/authorize/0123456789abcdef?next=https://attacker.example/',
    '/connect/authorize/0123456789abcdef\n',
    'javascript:alert(1)',
  ]

  test.each(elsewhere)('1: ReturnUrl %j is not followed, before or after the sign-in', async (attempted) => {
    const person = new Person(server.issuer)
    const page = await person.visit(`/Account/Login?ReturnUrl=${encodeURIComponent(attempted)}`)
    expect(page.status).toBe(200)
    const signedIn = await person.submit(page, {
      username: 'testUserName',
      password: 'Abc.123456',
      ReturnUrl: attempted,
    })
    expect(signedIn.url.href).toBe(`${server.issuer}/usercenter`)
    const again = await person.visit(`/Account/Login?ReturnUrl=${encodeURIComponent(attempted)}`)
    expect(again.url.href).toBe(`${server.issuer}/usercenter`)
    const consent = await person.visit(`/Account/Consent?ReturnUrl=${encodeURIComponent(attempted)}`)
    expect([consent.status, consent.url.origin]).toEqual([400, server.issuer])
  })

  test.each(lookAlikes)('1: post_logout_redirect_uri with %s is refused or not followed', async (_name, lookAlike) => {
    const attempted = lookAlike.replace('/login/', '/logout/').replace('\\login', '\\logout')
    const hints: Parameters[] = [{}, { client_id: 'TestClient' }, { id_token_hint: signedIn.tokens.id_token ?? '' }]
    for (const hint of hints) {
      const query = formOf({ post_logout_redirect_uri: attempted, ...hint })
      const page = await signedIn.person.visit(`/connect/endsession?${query}`)
      expect(page.url.origin).toBe(server.issuer)
      // Without an application the address is not looked at: the person stays here.
      expect(page.status).toBe(Object.keys(hint).length > 0 ? 400 : 200)
    }
  })

  test.each([
    'https://attacker.example/',
    'http://localhost:5174/',
    'http://localhost/',
    'https://localhost:5173/',
    'http://localhost:5173@attacker.example/',
    'http://localhost:5173.attacker.example/',
    'null',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'blob:http://localhost:5173/x',
    'http://',
    'http://a%00b/',
    'http://[::zz]/',
    'http://localhost:99999/',
  ])('1: the session listener page refuses %j', async (attempted) => {
    const page = await signedIn.person.visit(`/usercenter/checksession?returnUrl=${encodeURIComponent(attempted)}`)
    expect(page.status).toBe(400)
    expect(page.body).not.toContain('data-guid')
  })

  test('1: prompt=none with an error keeps to the registered address', async () => {
    const page = await new Person(server.issuer).visit(authorizeUrl(server.issuer, { prompt: 'none' }))
    expect(page.url.href).toContain(redirectUri)
    expect(page.url.searchParams.get('error')).toBe('login_required')
  })
})
