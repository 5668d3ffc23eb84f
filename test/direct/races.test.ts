import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { Browser } from '../security/support/browser.ts'
import {
  atOnce,
  authorizeUrl,
  clientId,
  errorOf,
  obtainCode,
  obtainTokens,
  post,
  redeem,
  redirectUri,
  refresh,
  type Tokens,
  tokensOf,
  userInfoStatus,
} from '../security/support/flow.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let otherNode: TestServer
const password = 'A password of the race 1.'

beforeAll(async () => {
  server = await startTestServer()
  otherNode = await startTestServer({ beside: server })
})
afterAll(async () => {
  await otherNode.close()
  await server.close()
})

const codeIn = (location: string | null) => new URL(location ?? '', server.issuer).searchParams.get('code')

/** Nothing that was given to somebody who came first works now, at either node. */
async function expectDead(tokens: Tokens, client_id = clientId): Promise<void> {
  for (const { issuer } of [server, otherNode]) {
    expect(await userInfoStatus(issuer, tokens.access_token)).toBe(401)
    if (tokens.refresh_token) expect((await refresh(issuer, tokens.refresh_token, { client_id })).status).not.toBe(200)
  }
}

/** Somebody new, signed in, with an application of their own that they have been to. */
async function personAt(userName: string) {
  const client_id = await server.addApplication({ redirectUris: [redirectUri], firstParty: true })
  const userId = await server.addUser({ userName, password })
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), userName, password)
  const of = { client_id, redirect_uri: redirectUri }
  const code = () => obtainCode(server.issuer, of, person)
  const take = async (issuer: string, code: string) => redeem(issuer, code, of)
  await take(server.issuer, await code())
  return { client_id, userId, code, take }
}

test('a session that ends while 32 tabs ask for codes: whoever was first has a code that gives nothing', async () => {
  for (let round = 0; round < 4; round += 1) {
    const browser = new Browser(server.issuer)
    const page = await browser.get('/Account/Login')
    await browser.post('/Account/Login', browser.fieldsOf(page, { username: 'testUserName', password: 'Abc.123456' }))
    const ask = () => browser.get(authorizeUrl(server.issuer, { scope: 'openid' }))
    // The first visit notes the application in the session; what comes after it needs nobody.
    expect(codeIn((await ask()).location)).not.toBeNull()
    const cookie = browser.cookie('_session') ?? ''
    const fields = browser.fieldsOf(await browser.get('/connect/endsession'), { logout: 'yes' })
    const asking = atOnce(32, ask)
    await browser.post('/connect/endsession/confirm', fields)
    for (const { location } of await asking) {
      const code = codeIn(location)
      if (code) expect(await errorOf(await redeem(server.issuer, code))).toBe('invalid_grant')
    }
    const rows = server.database.db.selectFrom('sessions').select('uid').where('idHash', '=', sha256(cookie))
    expect(await rows.execute()).toEqual([])
  }
})

test('a grant that is revoked while 16 codes are redeemed and 16 tokens refreshed', async () => {
  const person = new Person(server.issuer)
  const first = await obtainTokens(server.issuer, {}, person)
  const codes = await Promise.all(Array.from({ length: 16 }, () => obtainCode(server.issuer, {}, person)))
  const tokens = await Promise.all(codes.splice(0, 8).map(async (code) => tokensOf(await redeem(server.issuer, code))))
  const using = atOnce(16, (index) => {
    const code = codes[index]
    const node = index % 2 ? server : otherNode
    return code ? redeem(node.issuer, code) : refresh(node.issuer, tokens[index - 8]?.refresh_token)
  })
  await post(otherNode.issuer, '/connect/revocation', { client_id: clientId, token: first.refresh_token })
  for (const answer of await using) {
    if (answer.status === 200) await expectDead(await tokensOf(answer))
  }
})

test.each([
  ['a person is disabled', { accountState: 'Disabled' }, undefined],
  ['an application is disabled', undefined, { enabled: false }],
] as const)('while 16 codes are redeemed %s', async (_what, user, application) => {
  const { client_id, userId, code, take } = await personAt(`racer-${crypto.randomUUID()}`)
  const codes: string[] = []
  for (let index = 0; index < 16; index += 1) codes.push(await code())
  const redeeming = atOnce(16, (index) => take((index % 2 ? server : otherNode).issuer, codes[index] ?? ''))
  const { db } = server.database
  if (user) await db.updateTable('users').set(user).where('id', '=', userId).execute()
  if (application) await db.updateTable('applications').set(application).where('clientId', '=', client_id).execute()
  for (const answer of await redeeming) {
    if (answer.status === 200) await expectDead(await tokensOf(answer), client_id)
  }
})

test('somebody who is signed out by who holds them, while a code of theirs is redeemed and waits for them', async () => {
  const { userId, code, take } = await personAt(`racer-${crypto.randomUUID()}`)
  const holding = await server.database.pool.connect()
  await holding.query('begin')
  const unused = await code()
  await holding.query('select from users where id = $1 for update', [userId])
  const redeeming = take(server.issuer, unused)
  await vi.waitFor(async () => {
    const { rows } = await server.database.pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%redeemed%'",
    )
    expect(rows).toHaveLength(1)
  })
  // Each waits for the other from here on, until PostgreSQL ends the one that has waited longer.
  await holding.query('delete from engine_state where user_id = $1', [userId])
  await holding.query('commit')
  holding.release()
  expect(await errorOf(await redeeming)).toBe('invalid_grant')
})

test('while keys are rotated 32 refreshes of 32 people all give tokens that hold at both nodes', async () => {
  const people = await Promise.all(Array.from({ length: 32 }, () => obtainTokens(server.issuer)))
  const refreshing = atOnce(32, (index) =>
    refresh((index % 2 ? server : otherNode).issuer, people[index]?.refresh_token),
  )
  await server.app.services.keyRing.rotate({}, 0)
  for (const answer of await refreshing) {
    const { access_token } = await tokensOf(answer)
    for (const { issuer } of [server, otherNode]) expect(await userInfoStatus(issuer, access_token)).toBe(200)
  }
})
