import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import {
  atOnce,
  basic,
  errorOf,
  obtainTokens,
  post,
  redirectUri,
  refresh,
  type Tokens,
  tokensOf,
  userInfoStatus,
} from './support/flow.ts'

let server: TestServer
let otherNode: TestServer
/** An application whose refresh tokens have no grace: the second use is a replay. */
let strict: string

beforeAll(async () => {
  server = await startTestServer()
  otherNode = await startTestServer({ beside: server })
  strict = await server.addApplication({ redirectUris: [redirectUri], refreshTokenGraceSeconds: 0 })
})
afterAll(async () => {
  await otherNode.close()
  await server.close()
})

const strictTokens = () => obtainTokens(server.issuer, { client_id: strict, redirect_uri: redirectUri })

/** Changes the stored refresh token or grant behind these tokens. */
async function alter(model: 'RefreshToken' | 'Grant', id: string, change: Record<string, number>): Promise<void> {
  const { db } = server.database
  const where = { model, id_hash: sha256(id) }
  const row = await db
    .selectFrom('engineState')
    .select('payload')
    .where('model', '=', where.model)
    .where('idHash', '=', where.id_hash)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('engineState')
    .set({
      payload: { ...row.payload, ...change },
      ...(change.exp !== undefined && { expiresAt: new Date(change.exp * 1000) }),
    })
    .where('model', '=', where.model)
    .where('idHash', '=', where.id_hash)
    .execute()
}

function grantOf(tokens: Tokens): string {
  return String(decodeJwt(tokens.access_token).grant_id)
}

describe('rotation', () => {
  test('7: every refresh gives a new refresh token that works', async () => {
    const seen = new Set<string>()
    let tokens = await obtainTokens(server.issuer)
    for (let round = 0; round < 4; round += 1) {
      seen.add(tokens.refresh_token ?? '')
      tokens = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    }
    expect(seen.size).toBe(4)
    expect(seen.has(tokens.refresh_token ?? '')).toBe(false)
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
  })

  test('7: 32 refreshes of one token at once, on two nodes, all get the same successor, and it works', async () => {
    const tokens = await obtainTokens(server.issuer)
    const answers = await atOnce(32, async (index) =>
      tokensOf(await refresh((index % 2 ? server : otherNode).issuer, tokens.refresh_token)),
    )
    expect(new Set(answers.map(({ refresh_token }) => refresh_token)).size).toBe(1)
    expect(answers[0]?.refresh_token).not.toBe(tokens.refresh_token)
    for (const { access_token } of answers) expect(await userInfoStatus(server.issuer, access_token)).toBe(200)
    expect((await refresh(otherNode.issuer, answers[0]?.refresh_token)).status).toBe(200)
  })

  test('7: a successor cannot be worked out from its predecessor', async () => {
    const tokens = await obtainTokens(server.issuer)
    const { refresh_token } = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    expect(refresh_token).not.toBe(sha256(tokens.refresh_token ?? '').toString('base64url'))
    expect(Buffer.from(refresh_token ?? '', 'base64url')).toHaveLength(32)
  })

  test('7: reuse after the grace revokes the family: every token before and after', async () => {
    const first = await strictTokens()
    const second = await tokensOf(await refresh(server.issuer, first.refresh_token, { client_id: strict }))
    const third = await tokensOf(await refresh(otherNode.issuer, second.refresh_token, { client_id: strict }))
    expect(await userInfoStatus(server.issuer, third.access_token)).toBe(200)

    expect(await errorOf(await refresh(otherNode.issuer, first.refresh_token, { client_id: strict }))).toBe(
      'invalid_grant',
    )
    for (const tokens of [first, second, third]) {
      const answer = await refresh(server.issuer, tokens.refresh_token, { client_id: strict })
      expect(await errorOf(answer)).toBe('invalid_grant')
      expect(await userInfoStatus(otherNode.issuer, tokens.access_token)).toBe(401)
    }
  })

  test('7: without grace, 32 refreshes at once give one successor at most, and reuse kills it', async () => {
    const tokens = await strictTokens()
    const answers = await atOnce(32, () => refresh(server.issuer, tokens.refresh_token, { client_id: strict }))
    const won = await Promise.all(answers.filter(({ ok }) => ok).map(tokensOf))
    expect(new Set(won.map(({ refresh_token }) => refresh_token)).size).toBeLessThanOrEqual(1)
    await refresh(server.issuer, tokens.refresh_token, { client_id: strict })
    for (const { access_token, refresh_token } of won) {
      expect(await userInfoStatus(server.issuer, access_token)).toBe(401)
      expect(await errorOf(await refresh(server.issuer, refresh_token, { client_id: strict }))).toBe('invalid_grant')
    }
  })

  test('7: the grace ends by the clock of the database row', async () => {
    const tokens = await obtainTokens(server.issuer)
    const { refresh_token } = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    await server.database.db
      .updateTable('engineState')
      .set({ consumedAt: new Date(Date.now() - 11_000) })
      .where('idHash', '=', sha256(tokens.refresh_token ?? ''))
      .execute()
    expect(await errorOf(await refresh(server.issuer, tokens.refresh_token))).toBe('invalid_grant')
    expect(await errorOf(await refresh(server.issuer, refresh_token))).toBe('invalid_grant')
  })
})

describe('expiry', () => {
  test('7: an idle refresh token expires after 30 days, and each rotation starts them anew', async () => {
    const tokens = await obtainTokens(server.issuer)
    const { refresh_token } = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    const row = await server.database.db
      .selectFrom('engineState')
      .select('payload')
      .where('idHash', '=', sha256(refresh_token ?? ''))
      .executeTakeFirstOrThrow()
    const { iat, exp } = row.payload as { iat: number; exp: number }
    expect(exp - iat).toBe(30 * 24 * 3600)
    await alter('RefreshToken', refresh_token ?? '', { exp: Math.floor(Date.now() / 1000) - 1 })
    expect(await errorOf(await refresh(server.issuer, refresh_token))).toBe('invalid_grant')
  })

  test('7: however often it is rotated, the chain ends with its grant after 180 days', async () => {
    const tokens = await obtainTokens(server.issuer)
    const later = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    expect(grantOf(later)).toBe(grantOf(tokens))
    await alter('Grant', grantOf(tokens), { exp: Math.floor(Date.now() / 1000) - 1 })
    expect(await errorOf(await refresh(server.issuer, later.refresh_token))).toBe('invalid_grant')
    expect(await userInfoStatus(server.issuer, later.access_token)).toBe(401)
  })

  test('7: a refresh never makes the grant live longer', async () => {
    const tokens = await obtainTokens(server.issuer)
    const expiry = async () =>
      server.database.db
        .selectFrom('engineState')
        .select('expiresAt')
        .where('idHash', '=', sha256(grantOf(tokens)))
        .executeTakeFirstOrThrow()
    const before = await expiry()
    await refresh(server.issuer, tokens.refresh_token)
    expect(await expiry()).toEqual(before)
  })
})

describe('binding', () => {
  test('7: a refresh token serves its client alone', async () => {
    const secret = 'a secret of the application'
    const confidential = await server.addApplication({ secret })
    const { refresh_token } = await obtainTokens(server.issuer)
    expect(await errorOf(await refresh(server.issuer, refresh_token, { client_id: strict }))).toBe('invalid_grant')
    const fields = { grant_type: 'refresh_token', refresh_token }
    const answer = await post(server.issuer, '/connect/token', fields, basic(confidential, secret))
    expect(await errorOf(answer)).toBe('invalid_grant')
    expect((await refresh(server.issuer, refresh_token)).status).toBe(200)
  })

  test('7: that of a confidential client needs its secret', async () => {
    const secret = 'a secret of the application'
    const client_id = await server.addApplication({ secret, redirectUris: [redirectUri], requirePkce: false })
    const person = new Person(server.issuer)
    await expect(obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri }, person)).rejects.toThrow(
      'invalid_client',
    )
  })

  test('7: it gives no scope beyond what was granted, and less when asked', async () => {
    const { refresh_token } = await obtainTokens(server.issuer)
    const wider = await refresh(server.issuer, refresh_token, { scope: 'openid profile email' })
    expect(await errorOf(wider)).toBe('invalid_scope')
    const narrower = await tokensOf(await refresh(server.issuer, refresh_token, { scope: 'openid' }))
    expect(decodeJwt(narrower.access_token).scope).toBe('openid')
  })

  test('7: a scope that was taken from the application is refused', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const { refresh_token } = await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri })
    await server.database.db
      .updateTable('applications')
      .set({ scopes: ['openid', 'offline_access'] })
      .where('clientId', '=', client_id)
      .execute()
    server.app.services.deps.applications.forget(client_id)
    const answer = await refresh(server.issuer, refresh_token, { client_id })
    const granted = answer.ok ? (await tokensOf(answer)).scope?.split(' ') : []
    expect(granted).not.toContain('profile')
  })
})

describe('end', () => {
  test('7: nothing works any more once the person may not sign in', async () => {
    const id = await server.addUser({ userName: 'leaver', password: 'A password 1.' })
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'), 'leaver', 'A password 1.')
    const tokens = await obtainTokens(server.issuer, {}, person)
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(200)
    for (const accountState of ['Disabled', 'Locked'] as const) {
      await server.database.db.updateTable('users').set({ accountState }).where('id', '=', id).execute()
      for (const { issuer } of [server, otherNode]) {
        expect(await userInfoStatus(issuer, tokens.access_token)).toBe(401)
        expect(await errorOf(await refresh(issuer, tokens.refresh_token))).toBe('invalid_grant')
      }
      const center = await person.visit('/usercenter')
      expect(center.url.pathname).toBe('/Account/Login')
      const listener = await person.visit('/usercenter/checksession?returnUrl=http://localhost:5173/')
      expect(listener.body).not.toContain(id)
      await expect(obtainTokens(server.issuer, { prompt: 'none', scope: 'openid' }, person)).rejects.toThrow('no code')
    }
    await server.database.db.deleteFrom('users').where('id', '=', id).execute()
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(401)
    expect(await errorOf(await refresh(server.issuer, tokens.refresh_token))).toBe('invalid_grant')
  })

  test('7: nor once the application is disabled', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const tokens = await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri })
    const { db } = server.database
    await db.updateTable('applications').set({ enabled: false }).where('clientId', '=', client_id).execute()
    for (const node of [server, otherNode]) {
      node.app.services.deps.applications.forget(client_id)
      expect(await errorOf(await refresh(node.issuer, tokens.refresh_token, { client_id }))).toBe('invalid_client')
      expect(await userInfoStatus(node.issuer, tokens.access_token)).toBe(401)
    }
  })

  test('7: revoking a refresh token ends its family, on both nodes', async () => {
    const tokens = await obtainTokens(server.issuer)
    const later = await tokensOf(await refresh(server.issuer, tokens.refresh_token))
    const fields = { token: later.refresh_token, client_id: 'TestClient' }
    expect((await post(server.issuer, '/connect/revocation', fields)).status).toBe(200)
    for (const { access_token, refresh_token } of [tokens, later]) {
      expect(await userInfoStatus(otherNode.issuer, access_token)).toBe(401)
      expect(await errorOf(await refresh(otherNode.issuer, refresh_token))).toBe('invalid_grant')
    }
  })
})
