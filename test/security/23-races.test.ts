import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { decodeJwt, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { Browser } from './support/browser.ts'
import {
  atOnce,
  authorizeUrl,
  clientId,
  errorOf,
  obtainTokens,
  post,
  redeem,
  redirectUri,
  refresh,
  type Tokens,
  tokensOf,
  userInfoStatus,
} from './support/flow.ts'

let server: TestServer
let otherNode: TestServer
/** What was issued to whoever came first stays without meaning once it has ended: so each test looks at both nodes. */
let nodes: readonly TestServer[]

beforeAll(async () => {
  server = await startTestServer()
  otherNode = await startTestServer({ beside: server })
  nodes = [server, otherNode]
})
afterAll(async () => {
  await otherNode.close()
  await server.close()
})

/** A browser that somebody is signed in with, for no application yet. */
async function signedIn(): Promise<Browser> {
  const browser = new Browser(server.issuer)
  const page = await browser.get('/Account/Login')
  await browser.post('/Account/Login', browser.fieldsOf(page, { username: 'testUserName', password: 'Abc.123456' }))
  return browser
}

/** The browser's tabs ask at once, half of them at another node. */
const silently = (browser: Browser, changed: (index: number) => Record<string, string> = () => ({}), times = 32) =>
  atOnce(times, (index) =>
    browser.get(authorizeUrl(server.issuer, { scope: 'openid', prompt: 'none', ...changed(index) })),
  )

const codeIn = (location: string | null) => new URL(location ?? '', server.issuer).searchParams.get('code')

async function grantsOf(browser: Browser): Promise<number> {
  const session = await server.database.db
    .selectFrom('sessions')
    .select('userId')
    .where('idHash', '=', sha256(browser.cookie('_session') ?? ''))
    .executeTakeFirstOrThrow()
  const grants = await server.database.db
    .selectFrom('engineState')
    .select('idHash')
    .where('model', '=', 'Grant')
    .where('userId', '=', session.userId)
    .execute()
  return grants.length
}

async function expectDead(tokens: Tokens): Promise<void> {
  for (const { issuer } of nodes) {
    expect(await userInfoStatus(issuer, tokens.access_token)).toBe(401)
    if (tokens.refresh_token) expect(await errorOf(await refresh(issuer, tokens.refresh_token))).toBe('invalid_grant')
  }
}

describe('tabs at the same moment', () => {
  test('23: 32 of one application all get a code that works, under one grant', async () => {
    const browser = await signedIn()
    const before = await grantsOf(browser)
    const answers = await silently(browser)
    for (const { location } of answers) {
      const tokens = await tokensOf(await redeem(server.issuer, codeIn(location) ?? ''))
      expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
    }
    expect((await grantsOf(browser)) - before).toBe(1)
  })

  test('23: 32 of eight applications do too, each with the scopes it has asked for', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => server.addApplication({ redirectUris: [redirectUri], firstParty: true })),
    )
    const scopes = ['openid profile', 'openid email', 'openid phone', 'openid']
    const asked = (index: number) => ({ client_id: ids[index % 8] ?? '', scope: scopes[Math.floor(index / 8)] ?? '' })
    const browser = await signedIn()
    const answers = await silently(browser, asked)
    for (const [index, { location }] of answers.entries()) {
      const { client_id, scope } = asked(index)
      const tokens = await tokensOf(await redeem(server.issuer, codeIn(location) ?? '', { client_id }))
      expect([index, tokens.scope?.split(' ').sort()]).toEqual([index, scope.split(' ').sort()])
    }
  })

  test('23: people who agree in several tabs at once get codes that work', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const browser = await signedIn()
    const ask = () => browser.get(authorizeUrl(server.issuer, { client_id, scope: 'openid profile' }))
    const pages = await atOnce(8, async () => browser.follow(await ask()))
    const answers = await Promise.all(
      pages.map(async (page) =>
        browser.follow(await browser.post('/Account/Consent', browser.fieldsOf(page, { decision: 'allow' }))),
      ),
    )
    for (const { location } of answers) {
      const tokens = await tokensOf(await redeem(server.issuer, codeIn(location) ?? '', { client_id }))
      expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
    }
  })

  test('23: of 32 that go on with one answer, one gets a code', async () => {
    const browser = new Browser(server.issuer)
    const page = await browser.follow(await browser.get(authorizeUrl(server.issuer)))
    const form = browser.fieldsOf(page, { username: 'testUserName', password: 'Abc.123456' })
    const answered = await browser.post('/Account/Login', form)
    const answers = await atOnce(32, () => browser.get(answered.location ?? ''))
    const codes = answers.flatMap(({ location }) => codeIn(location) ?? [])
    expect(codes).toHaveLength(1)
    expect(await redeem(server.issuer, codes[0] ?? '')).toHaveProperty('status', 200)
    // Nor does answering again make another one.
    const again = await browser.post('/Account/Login', form)
    expect(codeIn((await browser.get(again.location ?? '/usercenter')).location)).toBeNull()
  })
})

describe('what was ended stays ended', () => {
  test('23: a session, while 32 tabs renew in silence', { timeout: 120_000 }, async () => {
    for (let round = 0; round < 4; round += 1) {
      const browser = await signedIn()
      const cookie = browser.cookie('_session') ?? ''
      await silently(browser, () => ({}), 1)
      const page = await browser.get('/connect/endsession')
      const fields = browser.fieldsOf(page, { logout: 'yes' })
      const renewing = silently(browser)
      await browser.post('/connect/endsession/confirm', fields)
      const answers = await renewing

      const returning = new Browser(server.issuer)
      returning.plant('_session', cookie)
      expect((await returning.get('/usercenter')).status).toBe(303)
      const rows = await server.database.db
        .selectFrom('sessions')
        .select('uid')
        .where('idHash', '=', sha256(cookie))
        .execute()
      expect(rows).toEqual([])
      // A code of a moment before is bound to the session, and who was too late has none and is told so.
      for (const { location } of answers) {
        const code = codeIn(location)
        if (code) expect(await errorOf(await redeem(server.issuer, code))).toBe('invalid_grant')
        else expect(new URL(location ?? '').searchParams.get('error')).toBe('login_required')
      }
    }
  })

  test('23: nor is the session’s cookie given to a tab whose session has ended', async () => {
    const browser = await signedIn()
    await server.database.db
      .deleteFrom('sessions')
      .where('idHash', '=', sha256(browser.cookie('_session') ?? ''))
      .execute()
    const answer = await browser.get(authorizeUrl(server.issuer, { scope: 'openid', prompt: 'none' }))
    expect(new URL(answer.location ?? '').searchParams.get('error')).toBe('login_required')
    expect(answer.headers.getSetCookie().filter((line) => /^_session=[^;]/.test(line))).toEqual([])
  })

  test('23: a grant, while 32 tabs widen it', { timeout: 120_000 }, async () => {
    const wider = [
      'ZMS.Basic',
      'email',
      'phone',
      'ZMS.UserDetails.Read',
      'ZMS.UserBasic.Write',
      'ZMS.UserDetails.Write',
    ]
    for (let round = 0; round < 4; round += 1) {
      const person = new Person(server.issuer)
      const tokens = await obtainTokens(server.issuer, { scope: 'openid offline_access' }, person)
      const widening = atOnce(32, (index) =>
        person.visit(authorizeUrl(server.issuer, { scope: `openid offline_access profile ${wider[index % 6]}` })),
      )
      const revoked = await post(server.issuer, '/connect/revocation', {
        client_id: clientId,
        token: tokens.refresh_token,
      })
      expect(revoked.status).toBe(200)
      await widening
      await expectDead(tokens)
    }
  })

  test('23: a grant of the session that was taken the moment before the sign-out', async () => {
    const browser = await signedIn()
    const page = await browser.get('/connect/endsession')
    const fields = browser.fieldsOf(page, { logout: 'yes' })
    const [{ location } = { location: null }] = await silently(browser, () => ({}), 1)
    const tokens = await tokensOf(await redeem(server.issuer, codeIn(location) ?? ''))
    await browser.post('/connect/endsession/confirm', fields)
    await expectDead(tokens)
  })

  test('23: a refresh under way when its grant ends leaves nothing that works', async () => {
    const tokens = await obtainTokens(server.issuer)
    const refreshing = atOnce(32, () => refresh(server.issuer, tokens.refresh_token))
    await post(otherNode.issuer, '/connect/revocation', { client_id: clientId, token: tokens.refresh_token })
    const won = (await refreshing).filter(({ status }) => status === 200)
    for (const answer of won) await expectDead(await tokensOf(answer))
  })
})

describe('used once', () => {
  test('23: of 32 uses of one client assertion at once, on two nodes, one is accepted', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const client_id = await server.addApplication({
      tokenEndpointAuthMethod: 'private_key_jwt',
      jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'k' }] },
      grantTypes: ['client_credentials'],
      responseTypes: [],
      redirectUris: [],
      scopes: ['ZMS.MNS.Send'],
    })
    const assertion = (jti: string) =>
      new SignJWT({ jti })
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(client_id)
        .setSubject(client_id)
        .setAudience(server.issuer)
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(privateKey)
    const use = (node: TestServer, client_assertion: string) =>
      post(node.issuer, '/connect/token', {
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
      })
    const once = await assertion(randomUUID())
    const answers = await atOnce(32, (index) => use(index % 2 ? server : otherNode, once))
    const errors = await Promise.all(answers.map(errorOf))
    expect(errors.filter((error) => error === undefined)).toHaveLength(1)
    expect(errors.filter((error) => error === 'invalid_client')).toHaveLength(31)
    expect((await use(server, await assertion(randomUUID()))).status).toBe(200)
  })

  const device_code_grant = 'urn:ietf:params:oauth:grant-type:device_code'
  const begin = async (scope = 'openid offline_access') => {
    const answer = await post(server.issuer, '/connect/deviceauthorization', { client_id: clientId, scope })
    return (await answer.json()) as { device_code: string; user_code: string; verification_uri_complete: string }
  }
  const poll = (device_code: string, node = server) =>
    post(node.issuer, '/connect/token', { grant_type: device_code_grant, client_id: clientId, device_code })

  /** Walks to the page where a person says that the device is theirs. */
  async function atTheDevice(user_code: string): Promise<[Person, Awaited<ReturnType<Person['visit']>>]> {
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'))
    return [person, await person.submit(await person.visit('/connect/device'), { user_code })]
  }

  test('23: of 32 polls of one device code at once one gets the tokens, and they work', async () => {
    const device = await begin()
    const [person, page] = await atTheDevice(device.user_code)
    await person.submit(page, { confirm: 'yes' })
    const answers = await atOnce(32, (index) => poll(device.device_code, index % 2 ? server : otherNode))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    const tokens = await tokensOf(won[0] ?? answers[0] ?? Response.error())
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
    expect((await refresh(server.issuer, tokens.refresh_token)).status).toBe(200)
  })

  test('23: a device that asks again too soon is told to slow down, and gets its tokens all the same', async () => {
    const device = await begin()
    expect(await errorOf(await poll(device.device_code))).toBe('authorization_pending')
    expect(await errorOf(await poll(device.device_code, otherNode))).toBe('slow_down')
    await server.database.db
      .updateTable('engineState')
      .set({ polledAt: new Date(Date.now() - 6_000) })
      .where('idHash', '=', sha256(device.device_code))
      .execute()
    expect(await errorOf(await poll(device.device_code))).toBe('authorization_pending')
    const [person, page] = await atTheDevice(device.user_code)
    await person.submit(page, { confirm: 'yes' })
    expect((await poll(device.device_code)).status).toBe(200)
  })

  test('23: of two people who confirm one device at once, one does', async () => {
    const device = await begin()
    const walks = await atOnce(8, () => atTheDevice(device.user_code))
    const done = await Promise.all(walks.map(([person, page]) => person.submit(page, { confirm: 'yes' })))
    expect(done.filter(({ status, body }) => status === 200 && !body.includes('<form'))).toHaveLength(1)
    const tokens = await tokensOf(await poll(device.device_code))
    expect(decodeJwt(tokens.access_token).grant_id).toBeDefined()
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  })
})
