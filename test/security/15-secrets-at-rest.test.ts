import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encrypt } from '../../server/crypto/encryption.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { Browser } from './support/browser.ts'
import { authorizeUrl, basic, post, redeem, redirectUri, refresh, tokensOf } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Every row of every table, as text; bytes as hex. */
async function everythingStored(): Promise<string> {
  const { db } = server.database
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  expect(tables.length).toBeGreaterThan(8)
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
      return rows.map(({ row }) => row).join('\n')
    }),
  )
  return texts.join('\n')
}

test('15: the database holds no code, token, session, secret or password in any spelling', async () => {
  const secret = 'a secret that only the application knows'
  const password = 'a Password that only its owner knows 1.'
  await server.addUser({ userName: 'secretive', password })
  const client_id = await server.addApplication({ secret, redirectUris: [redirectUri] })

  const secrets = new Map<string, string | undefined>([
    ['client secret', secret],
    ['password', password],
  ])
  const browser = new Browser(server.issuer)
  const login = await browser.follow(await browser.get(authorizeUrl(server.issuer, { client_id })))
  const signedIn = await browser.post('/Account/Login', browser.fieldsOf(login, { username: 'secretive', password }))
  const consent = await browser.follow(signedIn)
  secrets.set('session cookie', browser.cookie('_session'))
  secrets.set('request token', browser.fieldsOf(consent, {}).__RequestVerificationToken)
  secrets.set('request cookie', browser.cookie('oa_request'))
  // Looked at before the answer as well: questions that are still open are stored too.
  const meanwhile = await everythingStored()
  secrets.set('open interaction', /authorize\/([\w-]+)/.exec(browser.fieldsOf(consent, {}).ReturnUrl ?? '')?.[1])

  const agreed = await browser.follow(
    await browser.post('/Account/Consent', browser.fieldsOf(consent, { decision: 'allow' })),
  )
  const code = new URL(agreed.location ?? '').searchParams.get('code') ?? ''
  secrets.set('code', code)
  const beforeRedemption = await everythingStored()
  const tokens = await tokensOf(await redeem(server.issuer, code, { client_id: undefined }, basic(client_id, secret)))
  const fields = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }
  const later = await tokensOf(await post(server.issuer, '/connect/token', fields, basic(client_id, secret)))
  const publicOnes = await refresh(server.issuer, 'x')
  expect(publicOnes.status).toBe(400)
  const device = await post(server.issuer, '/connect/deviceauthorization', { client_id: 'TestClient', scope: 'openid' })
  const pair = (await device.json()) as { device_code: string; user_code: string }
  secrets.set('device code', pair.device_code)
  // As far as the question who signs in, which holds on to the device code.
  const stranger = new Browser(server.issuer)
  const typed = stranger.fieldsOf(await stranger.get('/connect/device'), { user_code: pair.user_code })
  const confirm = await stranger.post('/connect/device', typed)
  const asked = await stranger.post('/connect/device', stranger.fieldsOf(confirm, { confirm: 'yes' }))
  expect(asked.location).toContain('/Account/Login')
  secrets.set('device interaction', /connect%2Fdevice%2F([\w-]+)/.exec(asked.location ?? '')?.[1])
  for (const [name, made] of [
    ['first', tokens],
    ['later', later],
  ] as const) {
    secrets.set(`${name} access token`, made.access_token)
    secrets.set(`${name} id token`, made.id_token)
    secrets.set(`${name} refresh token`, made.refresh_token)
  }
  const stored = [meanwhile, beforeRedemption, await everythingStored()].join('\n')
  for (const [name, value] of secrets) {
    expect([name, value]).toEqual([name, expect.stringMatching(/^.{16,}$/s)])
    const bytes = Buffer.from(value ?? '')
    for (const [spelling, text] of [
      ['as it is', value ?? ''],
      ['hex', bytes.toString('hex')],
      ['base64', bytes.toString('base64').replace(/=+$/, '')],
      ['base64url', bytes.toString('base64url')],
      ['decoded', Buffer.from(value ?? '', 'base64url').toString('hex')],
      ['percent-encoded', encodeURIComponent(value ?? '')],
    ] as const) {
      expect([name, spelling, stored.includes(text)]).toEqual([name, spelling, false])
    }
  }
})

test('15: private keys are encrypted, each time differently', async () => {
  const stored = await everythingStored()
  for (const key of [...server.app.services.keyRing.signingKeys(), server.app.services.keyRing.loginKey()]) {
    for (const part of [key.d, key.p, key.q]) {
      if (!part) continue
      expect(stored).not.toContain(part)
      expect(stored).not.toContain(Buffer.from(part).toString('hex'))
    }
  }
  const secret = Buffer.alloc(32, 1)
  expect(encrypt(secret, Buffer.from('x'))).not.toEqual(encrypt(secret, Buffer.from('x')))
})

test('15: identifiers that open something have 128 random bits at least, and none is like another', async () => {
  const seen: Record<string, string[]> = { code: [], refresh: [], session: [], device: [], interaction: [] }
  const browsers = Array.from({ length: 5 }, () => new Browser(server.issuer))
  for (const browser of browsers) {
    const login = await browser.follow(await browser.get(authorizeUrl(server.issuer)))
    const page = browser.fieldsOf(login, { username: 'testUserName', password: 'Abc.123456' })
    seen.interaction?.push(page.ReturnUrl?.split('/').at(-1) ?? '')
    const answer = await browser.follow(await browser.post('/Account/Login', page))
    const code = new URL(answer.location ?? '').searchParams.get('code') ?? ''
    seen.code?.push(code)
    seen.session?.push(browser.cookie('_session') ?? '')
    seen.refresh?.push((await tokensOf(await redeem(server.issuer, code))).refresh_token ?? '')
    const device = await post(server.issuer, '/connect/deviceauthorization', { client_id: 'TestClient' })
    seen.device?.push(((await device.json()) as { device_code: string }).device_code)
  }
  for (const [kind, values] of Object.entries(seen)) {
    expect([kind, new Set(values).size]).toEqual([kind, 5])
    // 6 bits a letter: 21 letters of nanoid hold 126 bits, 22 hold 132.
    for (const value of values) expect([kind, value]).toEqual([kind, expect.stringMatching(/^[\w-]{21,}$/)])
  }
})
