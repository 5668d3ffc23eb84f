import { createHmac } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { deriveKey } from '../../server/crypto/encryption.ts'
import { sha256 } from '../../server/crypto/hash.ts'
import { saveAuditEvent } from '../../server/db/queries/audit.ts'
import { saveLoginRecord } from '../../server/db/queries/login-records.ts'
import { purgeExpired } from '../../server/db/queries/purge.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { secret, startTestServer, type TestServer } from '../support/server.ts'
import { Browser } from './support/browser.ts'
import { atOnce, authorizeUrl, basic, obtainTokens, post, refresh, type Tokens, tokensOf } from './support/flow.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
afterEach(() => vi.useRealTimers())

const hour = 3600
const day = 24 * hour
const retention = { loginRecordDays: 180, auditEventDays: 730, usedRefreshTokenDays: 14 }
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await server.database.pool.query(`select count(*)::int as n from ${text}`, values)).rows[0].n)

/** Seconds that a row still lives. */
async function lifeOf(table: 'sessions' | 'engine_state', id: string): Promise<number> {
  const { rows } = await server.database.pool.query(
    `select extract(epoch from expires_at - now())::int as seconds from ${table} where id_hash = $1`,
    [sha256(id)],
  )
  return rows[0]?.seconds
}

const grantOf = (tokens: Tokens) => String(decodeJwt(tokens.access_token).grant_id)

describe('sessions', () => {
  test('24: an idle one ends after two weeks, each authorization starting them anew; none lives for more than 30 days', async () => {
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'))
    const session = () => person.cookie('_session') ?? ''
    const ask = async () => {
      const { url } = await person.visit(authorizeUrl(server.issuer, { scope: 'openid', prompt: 'none' }))
      return url.searchParams.get('error') ?? 'code'
    }
    expect(await lifeOf('sessions', session())).toBeCloseTo(14 * day, -2)
    const start = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const days of [12, 24]) {
      vi.setSystemTime(start + days * day * 1000)
      expect([days, await ask()]).toEqual([days, 'code'])
    }
    // Six days are left of thirty.
    expect(await lifeOf('sessions', session())).toBeCloseTo(30 * day, -2)
    vi.setSystemTime(start + (30 * day + 60) * 1000)
    expect(await ask()).toBe('login_required')
  })

  test('24: pages that anybody may open make none, and a cookie of none makes none', async () => {
    const before = await count('sessions')
    for (const path of ['/connect/endsession', '/connect/device', '/connect/endsession?state=abc']) {
      await new Browser(server.issuer).get(path)
    }
    expect(await count('sessions')).toBe(before)
    const browser = new Browser(server.issuer)
    browser.plant('_session', 'a-session-that-has-long-gone')
    for (const path of ['/Account/Login', '/usercenter']) await browser.get(path)
    const { headers } = await browser.get(authorizeUrl(server.issuer))
    expect(headers.getSetCookie().some((line) => line.startsWith('_session='))).toBe(false)
    expect(await count('sessions')).toBe(before)
  })

  test('24: a form of a tab that was opened before the sign-in does not cut the session short', async () => {
    const browser = new Browser(server.issuer)
    const page = await browser.get('/connect/device')
    const signIn = await browser.follow(await browser.get(authorizeUrl(server.issuer)))
    const form = browser.fieldsOf(signIn, { username: 'testUserName', password: 'Abc.123456' })
    await browser.follow(await browser.post('/Account/Login', form))
    await browser.post('/connect/device', browser.fieldsOf(page, { user_code: 'BCDF-GHJK' }))
    expect(await lifeOf('sessions', browser.cookie('_session') ?? '')).toBeGreaterThan(day)
    expect((await browser.get('/usercenter')).status).toBe(200)
  })
})

describe('cookies', () => {
  const send = (cookie: string, path = '/usercenter') =>
    contractFetch(new URL(path, server.issuer), { redirect: 'manual', headers: { cookie, accept: 'text/html' } })

  test('24: a stale session cookie beside the good one signs nobody out, wherever it stands', async () => {
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'))
    const good = `_session=${person.cookie('_session')}`
    const nobody = new Browser(server.issuer)
    await nobody.get('/connect/device')
    for (const stale of ['_session=stale', '_session=', '_session=%00', `_session=${nobody.cookie('_session')}`]) {
      for (const cookie of [`${stale}; ${good}`, `${good}; ${stale}`, `a=b; ${stale}; ${stale}; ${good}; c=d`]) {
        expect([cookie, (await send(cookie)).status]).toEqual([cookie, 200])
        const { pathname, search } = authorizeUrl(server.issuer, { scope: 'openid', prompt: 'none' })
        const answer = await send(cookie, pathname + search)
        expect(new URL(answer.headers.get('location') ?? '').searchParams.has('code')).toBe(true)
      }
    }
    expect((await send('_session=stale; _session=another')).status).toBe(303)
  })

  test('24: unfinished sign-ins never fill the Cookie header, and a finished one leaves nothing of itself', async () => {
    const browser = new Browser(server.issuer)
    const sent: string[] = []
    const [path] = [authorizeUrl(server.issuer)]
    for (let open = 0; open < 40; open += 1) sent.push((await browser.get(path)).location ?? '')
    expect(browser.cookies().filter(({ path }) => path === '/').length).toBeLessThan(20)
    expect(browser.cookies().length).toBeLessThan(40)
    // The latest are still answered.
    const page = await browser.get(sent.at(-1) ?? '')
    const form = browser.fieldsOf(page, { username: 'testUserName', password: 'Abc.123456' })
    const answer = await browser.follow(await browser.post('/Account/Login', form))
    expect(new URL(answer.location ?? '').searchParams.has('code')).toBe(true)

    const other = new Browser(server.issuer)
    const login = await other.follow(await other.get(authorizeUrl(server.issuer)))
    await other.follow(
      await other.post('/Account/Login', other.fieldsOf(login, { username: 'testUserName', password: 'Abc.123456' })),
    )
    expect(other.cookies().filter(({ name }) => name.includes('interaction'))).toEqual([])
  })
})

describe('grants live as long as what hangs on them', () => {
  test('24: a chain of refresh tokens, a session, an access token', async () => {
    const chain = await obtainTokens(server.issuer)
    expect(await lifeOf('engine_state', grantOf(chain))).toBeCloseTo(180 * day, -2)
    const bound = await obtainTokens(server.issuer, { scope: 'openid profile' })
    expect(await lifeOf('engine_state', grantOf(bound))).toBeCloseTo(30 * day + 2 * hour, -2)
    const fields = { grant_type: 'password', username: 'testUserName', password: 'Abc.123456', scope: 'openid' }
    const client = basic('testAutoClient', 'testAuto.2022')
    const short = await tokensOf(await post(server.issuer, '/connect/token', fields, client))
    expect(await lifeOf('engine_state', grantOf(short))).toBeCloseTo(2 * hour, -2)
  })

  test('24: and longer when more comes to hang on them', async () => {
    const person = new Person(server.issuer)
    const bound = await obtainTokens(server.issuer, { scope: 'openid' }, person)
    const chain = await obtainTokens(server.issuer, {}, person)
    expect(grantOf(chain)).toBe(grantOf(bound))
    expect(await lifeOf('engine_state', grantOf(chain))).toBeCloseTo(180 * day, -2)
  })
})

describe('successors of refresh tokens', () => {
  test('24: need the database as well as the key', async () => {
    const { refresh_token: first = '' } = await obtainTokens(server.issuer)
    const key = deriveKey(secret, 'refresh-token-rotation')
    const { rows } = await server.database.pool.query('select payload from engine_state where id_hash = $1', [
      sha256(first),
    ])
    const { refresh_token: next } = await tokensOf(await refresh(server.issuer, first))
    const made = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
    expect(next).not.toBe(made(first))
    expect(next).toBe(made(rows[0].payload.seed))
    expect(Buffer.from(rows[0].payload.seed, 'base64url')).toHaveLength(32)
  })
})

describe('what is written down', () => {
  test('24: 32 refusals of one network at once are one row, which says how many', async () => {
    const user = await server.addUser({})
    const refusal = { method: 'page', succeeded: false, reason: 'limited' } as const
    const { db } = server.database
    await atOnce(32, (n) =>
      saveLoginRecord(db, { ...refusal, address: `2001:db8:1:2::${n}`, userId: n < 8 ? user : null }),
    )
    await atOnce(4, (n) => saveLoginRecord(db, { ...refusal, address: `192.0.2.${n}`, userId: user }))
    await atOnce(4, () => saveLoginRecord(db, { ...refusal, reason: 'invalid', address: '192.0.2.1' }))
    const { rows } = await server.database.pool.query(
      `select attempts, user_id from login_records where address << '2001:db8::/32' or address << '192.0.2.0/24'
      order by attempts desc`,
    )
    expect(rows.map(({ attempts }) => attempts)).toEqual([32, ...Array.from({ length: 8 }, () => 1)])
    expect(rows[0].user_id).toBeNull()
    expect(rows.filter(({ user_id }) => user_id === user)).toHaveLength(4)
  })

  test('24: is kept as long as configured, and removed in batches', async () => {
    const { db, pool } = server.database
    const record = { method: 'page', succeeded: true, reason: null, address: '198.51.100.1' } as const
    await atOnce(3, () => saveLoginRecord(db, record))
    await atOnce(3, () => saveAuditEvent(db, {}, 'test.retention', { type: 'user', id: undefined }))
    const tokens = await obtainTokens(server.issuer)
    const { refresh_token: next } = await tokensOf(await refresh(server.issuer, tokens.refresh_token))

    const age = async (days: { login: number; audit: number; refresh: number }) => {
      await pool.query(
        `update login_records set created_at = now() - make_interval(days => $1) where address = '198.51.100.1'`,
        [days.login],
      )
      await pool.query(
        `update audit_events set created_at = now() - make_interval(days => $1) where action = 'test.retention'`,
        [days.audit],
      )
      await pool.query('update engine_state set consumed_at = now() - make_interval(days => $1) where id_hash = $2', [
        days.refresh,
        sha256(tokens.refresh_token ?? ''),
      ])
    }
    const left = async () => [
      await count(`login_records where address = '198.51.100.1'`),
      await count(`audit_events where action = 'test.retention'`),
      await count('engine_state where id_hash = $1', [sha256(tokens.refresh_token ?? '')]),
    ]
    await age({ login: 179, audit: 729, refresh: 13 })
    await purgeExpired(db, 100, retention)
    expect(await left()).toEqual([3, 3, 1])
    await age({ login: 181, audit: 731, refresh: 15 })
    expect(await purgeExpired(db, 2, retention)).toBe(2)
    expect(await left()).toEqual([1, 1, 0])
    await purgeExpired(db, 100, retention)
    expect(await left()).toEqual([0, 0, 0])
    // What is forgotten is refused as unknown, and ends nothing.
    expect((await refresh(server.issuer, tokens.refresh_token)).status).toBe(400)
    expect((await refresh(server.issuer, next)).status).toBe(200)
  })
})
