import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  atOnce,
  basic,
  errorOf,
  obtainCode,
  redeem,
  redirectUri,
  refresh,
  type Tokens,
  tokensOf,
  userInfoStatus,
} from './support/flow.ts'

let server: TestServer
let otherNode: TestServer

beforeAll(async () => {
  server = await startTestServer()
  otherNode = await startTestServer({ beside: server })
})
afterAll(async () => {
  await otherNode.close()
  await server.close()
})

/** @throws AssertionError when a token still serves anybody, on either node */
async function expectDead(tokens: Tokens): Promise<void> {
  for (const { issuer } of [server, otherNode]) {
    expect(await userInfoStatus(issuer, tokens.access_token)).toBe(401)
    expect(await errorOf(await refresh(issuer, tokens.refresh_token))).toBe('invalid_grant')
  }
}

test('3: a code used again gives nothing, and what came of it is revoked', async () => {
  const code = await obtainCode(server.issuer)
  const tokens = await tokensOf(await redeem(server.issuer, code))
  expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  expect(await errorOf(await redeem(otherNode.issuer, code))).toBe('invalid_grant')
  await expectDead(tokens)
})

test('3: the successors of its refresh token are revoked too', async () => {
  const code = await obtainCode(server.issuer)
  const tokens = await tokensOf(await redeem(server.issuer, code))
  const later = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
  expect(await errorOf(await redeem(server.issuer, code))).toBe('invalid_grant')
  await expectDead(tokens)
  await expectDead(later)
})

test('3: of 32 redemptions of one code at once, on two nodes, at most one succeeds and its tokens are dead', async () => {
  const code = await obtainCode(server.issuer)
  const answers = await atOnce(32, (index) => redeem((index % 2 ? server : otherNode).issuer, code))
  const won = answers.filter(({ status }) => status === 200)
  expect(won.length).toBeLessThanOrEqual(1)
  for (const answer of answers) {
    if (answer.status === 200) await expectDead(await tokensOf(answer))
    else expect(await errorOf(answer)).toBe('invalid_grant')
  }
})

test('3: a code lives for 60 seconds, by its record and by its row', async () => {
  const code = await obtainCode(server.issuer)
  const row = await server.database.db
    .selectFrom('engineState')
    .select(['payload', 'expiresAt'])
    .where('idHash', '=', sha256(code))
    .executeTakeFirstOrThrow()
  const { iat, exp } = row.payload as { iat: number; exp: number }
  expect(exp - iat).toBe(60)
  expect(Math.abs(row.expiresAt.getTime() / 1000 - exp)).toBeLessThanOrEqual(2)
})

test('3: an expired code gives nothing', async () => {
  const code = await obtainCode(server.issuer)
  const { db } = server.database
  const row = await db
    .selectFrom('engineState')
    .select('payload')
    .where('idHash', '=', sha256(code))
    .executeTakeFirstOrThrow()
  const now = Math.floor(Date.now() / 1000)
  await db
    .updateTable('engineState')
    .set({ payload: { ...row.payload, iat: now - 62, exp: now - 2 }, expiresAt: new Date((now - 2) * 1000) })
    .where('idHash', '=', sha256(code))
    .execute()
  expect(await errorOf(await redeem(server.issuer, code))).toBe('invalid_grant')
})

test('3: a code serves the client it was made for and no other', async () => {
  const secret = 'a secret of the application'
  const confidential = await server.addApplication({ secret, redirectUris: [redirectUri] })
  const publicClient = await server.addApplication({ redirectUris: [redirectUri] })
  const code = await obtainCode(server.issuer)
  const attempts = [
    await redeem(server.issuer, code, { client_id: undefined }, basic(confidential, secret)),
    await redeem(server.issuer, code, { client_id: publicClient }),
  ]
  for (const answer of attempts) expect(await errorOf(answer)).toBe('invalid_grant')
})

test.each([undefined, '', 'http://localhost:5173/', `${redirectUri}?a=b`, redirectUri.toUpperCase()])(
  '3: a code is bound to its redirect_uri: %j redeems nothing',
  async (attempted) => {
    const code = await obtainCode(server.issuer)
    const answer = await redeem(server.issuer, code, { redirect_uri: attempted })
    expect(await errorOf(answer)).toMatch(/^invalid_(grant|request)$/)
  },
)

test.each(['', 'x', '\u{1f600}', 'verified:x', "' or ''='"])('3: %j is no code', async (attempted) => {
  expect(await errorOf(await redeem(server.issuer, attempted))).toMatch(/^invalid_(grant|request)$/)
})
