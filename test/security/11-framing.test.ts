import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { authorizeUrl, redirectUri } from './support/flow.ts'

let server: TestServer
let person: Person
beforeAll(async () => {
  server = await startTestServer()
  person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'))
})
afterAll(() => server.close())

/** The directives of a page's Content-Security-Policy. */
function policyOf(headers: Headers): Record<string, string> {
  const directives = (headers.get('content-security-policy') ?? '').split(/\s*;\s*/)
  return Object.fromEntries(
    directives.map((directive) => directive.split(/\s+(.*)/s)).map(([name, value]) => [name, value ?? '']),
  )
}

test.each([
  '/',
  '/Account/Login',
  '/usercenter',
  '/connect/device',
  '/connect/endsession',
  '/connect/endsession/success',
  '/connect/authorize?client_id=unknown',
  '/connect/authorize/unknownInteraction00000',
  '/Account/Consent?ReturnUrl=/connect/authorize/unknownInteraction00000',
  '/usercenter/checksession?returnUrl=https://attacker.example/',
  '/nowhere',
  '/docs/',
])('11: no page can be framed, nor run or load anything of others: %s', async (path) => {
  const visitor = path === '/Account/Login' ? new Person(server.issuer, { accept: 'text/html' }) : person
  const { headers } = await visitor.visit(path, { headers: { accept: 'text/html' } })
  const policy = policyOf(headers)
  expect(policy['frame-ancestors']).toBe("'none'")
  expect(policy['default-src']).toBe("'none'")
  expect(policy['base-uri']).toBe("'none'")
  expect(Object.values(policy).join(' ')).not.toMatch(/unsafe|\*|https?:/)
})

test('11: neither can a sign-in, a consent or a choice that belongs to an application; their forms may end anywhere', async () => {
  const client_id = await server.addApplication({ redirectUris: [redirectUri] })
  const consent = await person.visit(authorizeUrl(server.issuer, { client_id }))
  const login = await new Person(server.issuer).visit(authorizeUrl(server.issuer, { client_id }))
  const choice = await person.visit(authorizeUrl(server.issuer, { prompt: 'select_account' }))
  for (const { url, headers } of [consent, login, choice]) {
    expect(['/Account/Consent', '/Account/Login', '/Account/Select']).toContain(url.pathname)
    const policy = policyOf(headers)
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
      'script-src': "'self'",
      'base-uri': "'none'",
    })
    // It would hold for the redirects of the application's own address too (see server/pages/content-policies.ts).
    expect(policy).not.toHaveProperty('form-action')
  }
  const plain = await new Person(server.issuer).visit('/Account/Login')
  expect(policyOf(plain.headers)['form-action']).toBe("'self'")
})

test('11: a page has no script of its own in it', async () => {
  for (const path of ['/Account/Login', '/usercenter', '/connect/device', '/connect/endsession', '/nowhere']) {
    const { body } = await person.visit(path, { headers: { accept: 'text/html' } })
    for (const [tag, inside] of body.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
      expect([path, tag.includes(' src="/assets/'), inside]).toEqual([path, true, ''])
    }
    expect(body).not.toMatch(/\son[a-z]+=|javascript:|style="/)
  }
})

test('11: what a visitor writes comes back as text', async () => {
  const attempted = '"><img src=x onerror=alert(1)>'
  const stranger = new Person(server.issuer)
  const page = await stranger.signIn(await stranger.visit('/Account/Login'), attempted, 'x')
  expect(page.body).toContain('&lt;img src=x')
  const hinted = await new Person(server.issuer).visit(authorizeUrl(server.issuer, { login_hint: attempted }))
  expect(hinted.body).toContain('&lt;img src=x')
  const paths = [
    '/connect/device?user_code=',
    '/nowhere?',
    '/connect/authorize?client_id=',
    '/connect/endsession?client_id=',
  ]
  const pages = await Promise.all(
    paths.map((path) => stranger.visit(path + encodeURIComponent(attempted).slice(0, 30))),
  )
  for (const { body } of [page, hinted, ...pages]) expect(body).not.toContain('<img src=x')
})

test('11: only the session frames can be framed: one by anybody, one by the listener it answers', async () => {
  const frame = await person.visit('/connect/checksession')
  expect(policyOf(frame.headers)).toMatchObject({
    'frame-ancestors': '*',
    'form-action': "'none'",
    'script-src': "'self'",
  })
  expect(frame.body).not.toMatch(/data-guid|[0-9a-f]{8}-[0-9a-f]{4}/)
  const listener = await person.visit('/usercenter/checksession?returnUrl=http://localhost:5173/any/page?with=query')
  expect(policyOf(listener.headers)['frame-ancestors']).toBe('http://localhost:5173')
  expect(listener.body).toContain('data-target-origin="http://localhost:5173"')
  expect(listener.body).toMatch(/data-guid="[0-9a-f-]{36}"/)
})

test('11: their scripts post to that origin or to who asked, never to all', async () => {
  for (const path of ['/connect/checksession', '/usercenter/checksession?returnUrl=http://localhost:5173/']) {
    const { body } = await person.visit(path)
    const source = /<script[^>]* src="([^"]+)"/.exec(body)?.[1] ?? ''
    const script = await (await contractFetch(new URL(source, server.issuer))).text()
    const targets = [...script.matchAll(/postMessage\(([^)]*)\)/g)].map(([, given]) => given?.split(', ')[1])
    expect(targets.length).toBeGreaterThan(0)
    for (const target of targets) expect(['targetOrigin', 'event.origin']).toContain(target)
  }
})

test('11: a listener of a disabled application hears nothing', async () => {
  const address = '/usercenter/checksession?returnUrl=https://listener.example/'
  const client_id = await server.addApplication({ listenerOrigins: ['https://listener.example'] })
  expect((await person.visit(address)).status).toBe(200)
  const { db } = server.database
  await db.updateTable('applications').set({ enabled: false }).where('clientId', '=', client_id).execute()
  expect((await person.visit(address)).status).toBe(400)
})
