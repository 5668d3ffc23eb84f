import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { defaultKeySchedule, KeyRing } from '../../server/domain/keys/key-ring.ts'
import { accountFace } from '../../server/oidc/faces/account.ts'
import { createTestDatabase } from '../setup/database.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { atOnce, basic, clientToken, introspect, obtainTokens, userInfoStatus } from './support/flow.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function twoNodes(): Promise<[TestServer, TestServer]> {
  const server = await startTestServer()
  closers.unshift(server.close)
  const otherNode = await startTestServer({ beside: server })
  closers.unshift(otherNode.close)
  return [server, otherNode]
}

async function publishedKeys(issuer: string): Promise<JSONWebKeySet> {
  const response = await contractFetch(new URL('/.well-known/openid-configuration/jwks', issuer))
  return (await response.json()) as JSONWebKeySet
}

const trusted = ['trustedDemo', 'trusted.Demo.2026'] as const

describe('a rotation', () => {
  test('22: under load, on two nodes: no token fails anywhere, before, during or after', {
    timeout: 120_000,
  }, async () => {
    const nodes = await twoNodes()
    const [server] = nodes
    const early = await obtainTokens(server.issuer)
    const before = await clientToken(server.issuer, ...trusted)
    await server.app.services.keyRing.rotate({}, 3_000)
    for (const { issuer } of nodes)
      await expect.poll(async () => (await publishedKeys(issuer)).keys.length, { timeout: 10_000 }).toBe(4)
    // What a relying party fetched while the key was announced has to do for all that follows.
    const known = createLocalJWKSet(await publishedKeys(server.issuer))
    const oldKey = decodeProtectedHeader(before).kid

    const newKeySeen = new Set<string>()
    let verified = 0
    const deadline = Date.now() + 45_000
    // Twice at least, however late the key was seen.
    while ((newKeySeen.size < nodes.length || verified <= 8) && Date.now() < deadline) {
      await atOnce(8, async (index) => {
        const [signer, verifier] = index % 2 ? nodes : [nodes[1], nodes[0]]
        const token = await clientToken(signer.issuer, ...trusted)
        await jwtVerify(token, known, { issuer: server.issuer, typ: 'at+jwt' })
        expect(await introspect(verifier.issuer, token, {}, basic(...trusted))).toMatchObject({ active: true })
        if (decodeProtectedHeader(token).kid !== oldKey) newKeySeen.add(signer.issuer)
        verified += 1
      })
    }
    expect(newKeySeen.size).toBe(nodes.length)
    expect(verified).toBeGreaterThan(8)
    for (const { issuer } of nodes) {
      expect(await userInfoStatus(issuer, early.access_token)).toBe(200)
      expect(await introspect(issuer, before, {}, basic(...trusted))).toMatchObject({ active: true })
    }
  })

  test('22: at once, in an emergency: the other node takes the new key up on sight', async () => {
    const [server, otherNode] = await twoNodes()
    const before = await clientToken(server.issuer, ...trusted)
    await server.app.services.keyRing.rotate({}, 0)
    server.app.services.engines.account.useCurrentKeys()
    const after = await clientToken(server.issuer, ...trusted)
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid)
    for (const token of [before, after]) {
      expect(await introspect(otherNode.issuer, token, {}, basic(...trusted))).toMatchObject({ active: true })
    }
  })
})

describe('a key that has leaked', () => {
  let nodes: [TestServer, TestServer]
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
    nodes = [server, await startTestServer({ beside: server })]
  })
  afterAll(async () => {
    await nodes[1].close()
    await server.close()
  })

  /** What a thief makes with the key that signed a token. */
  async function forger(server: TestServer, token: string) {
    const header = decodeProtectedHeader(token) as JWTHeaderParameters
    const jwk = server.app.services.keyRing.signingKeys().find(({ kid }) => kid === header.kid)
    if (!jwk) throw new Error('the key is not there')
    const key = await importJWK(jwk, header.alg)
    return (changed: JWTPayload) =>
      new SignJWT({ ...decodeJwt(token), jti: crypto.randomUUID(), ...changed }).setProtectedHeader(header).sign(key)
  }
  const activeAt = async (node: TestServer, token: string) =>
    (await introspect(node.issuer, token, {}, basic(...trusted))).active
  const now = () => Math.floor(Date.now() / 1000)

  test('22: what is signed with it after it stopped to sign is refused, what it signed before stands', async () => {
    const before = await clientToken(server.issuer, ...trusted)
    const forge = await forger(server, before)
    // The key has signed for an hour; ten seconds ago another one has taken over.
    await server.database.pool.query(`update keys set signs_at = signs_at - interval '1 hour'`)
    await server.app.services.keyRing.rotate({}, 0, new Date(Date.now() - 10_000))
    const earlier = await forge({ iat: now() - 60, exp: now() + 60 })
    const later = await forge({ iat: now(), exp: now() + 60 })
    for (const node of nodes) {
      await expect.poll(() => activeAt(node, later)).toBe(false)
      expect(await activeAt(node, earlier)).toBe(true)
    }
  })

  test('22: tokens that the server would not make are refused, whichever key signed them', async () => {
    const own = await clientToken(server.issuer, ...trusted)
    const forge = await forger(server, own)
    const { userAccessToken, clientAccessToken = 0 } = accountFace(server.issuer).lifetimes
    expect(await activeAt(server, await forge({ iat: now(), exp: now() + clientAccessToken }))).toBe(true)
    for (const changed of [
      { iat: now(), exp: now() + clientAccessToken + 1 },
      { iat: now() + 60, exp: now() + 120 },
      { scope: 'ZMS.OEMUsers.Delete' },
      { scope: `${decodeJwt(own).scope} ZMS.OEMUsers.Delete` },
      { scope: 'a\0b' },
    ]) {
      expect([changed, await activeAt(server, await forge(changed))]).toEqual([changed, false])
    }
    const { access_token: user } = await obtainTokens(server.issuer)
    const forgeUser = await forger(server, user)
    const life = async (seconds: number) =>
      userInfoStatus(server.issuer, await forgeUser({ iat: now(), exp: now() + seconds }))
    expect(await life(userAccessToken)).toBe(200)
    expect(await life(userAccessToken + 1)).toBe(401)
  })

  test('22: is revoked: gone from the key set, and all it ever signed refused, on every node', async () => {
    const before = await clientToken(server.issuer, ...trusted)
    const { access_token: user } = await obtainTokens(server.issuer)
    const { kid = '' } = decodeProtectedHeader(before)
    const ring = server.app.services.keyRing
    expect(await ring.revoke({}, 'another')).toBe(false)
    expect(await atOnce(32, () => ring.revoke({}, kid))).not.toContain(false)
    expect(ring.list().find(({ id }) => id === kid)?.state).toBe('revoked')
    const events = server.database.db.selectFrom('auditEvents').select('action').where('subjectId', '=', kid)
    const actions = (await events.execute()).map(({ action }) => action)
    expect(actions.filter((action) => action === 'key.revoked')).toHaveLength(1)
    for (const node of nodes) {
      await expect.poll(() => activeAt(node, before)).toBe(false)
      expect(await userInfoStatus(node.issuer, user)).toBe(401)
      expect((await publishedKeys(node.issuer)).keys.map((key) => key.kid)).not.toContain(kid)
      await expect.poll(async () => decodeProtectedHeader(await clientToken(node.issuer, ...trusted)).kid).not.toBe(kid)
      for (const other of nodes) {
        expect(await activeAt(other, await clientToken(node.issuer, ...trusted))).toBe(true)
      }
    }
  })

  test('22: a revoked key brings no retired one back, and one that was announced never signs', async () => {
    const { db, close } = await createTestDatabase()
    closers.unshift(close)
    const ring = await KeyRing.open({ db, secret: Buffer.alloc(32, 1), schedule: defaultKeySchedule })
    const states = (at?: Date) => {
      const keys = ring.list(at).filter(({ algorithm }) => algorithm === 'ES256')
      return keys.map(({ state }) => state)
    }
    const idOf = (wanted: string) => ring.list().find((key) => key.algorithm === 'ES256' && key.state === wanted)?.id
    await ring.rotate({}, 0)
    expect(states()).toEqual(['signing', 'retired'])
    await ring.revoke({}, idOf('signing') ?? '')
    expect(states()).toEqual(['signing', 'revoked', 'retired'])
    const hour = 3_600_000
    await ring.rotate({}, hour)
    await ring.revoke({}, idOf('announced') ?? '')
    expect(states(new Date(Date.now() + 2 * hour))).toEqual(['revoked', 'signing', 'revoked', 'retired'])
    const login = ring.list().find(({ purpose }) => purpose === 'login')
    expect(await ring.revoke({}, login?.id ?? '')).toBe(false)
  })
})

describe('the life of a key', () => {
  const day = 24 * 3_600_000

  test('22: is announced for longer than anyone caches the key set, and stays for longer than any token lives', async () => {
    const { lifetimes } = accountFace('https://accounts.example.com')
    const longest = Math.max(lifetimes.userAccessToken, lifetimes.clientAccessToken ?? 0, lifetimes.idToken) * 1000
    expect(defaultKeySchedule.retired).toBeGreaterThan(longest)
    const [server] = await twoNodes()
    const { headers } = await contractFetch(new URL('/.well-known/openid-configuration/jwks', server.issuer))
    const cached = Number(/max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1]) * 1000
    expect(defaultKeySchedule.announced).toBeGreaterThan(cached)
  })

  test('22: announced, signing, retired, gone: each at its time, with the old key published all along', async () => {
    const { db, close } = await createTestDatabase()
    closers.unshift(close)
    const ring = await KeyRing.open({ db, secret: Buffer.alloc(32, 1), schedule: defaultKeySchedule })
    const start = Date.now()
    const ids = () => ring.publicKeys().keys.map(({ kid }) => kid)
    const states = (at: Date) =>
      ring
        .list(at)
        .filter(({ algorithm }) => algorithm === 'RS256')
        .map(({ state }) => state)
    const first = ids()
    const { announced, retired, signs } = defaultKeySchedule

    const timeline: [number, string[]][] = [
      [signs - announced - day, ['signing']],
      [signs - announced + day, ['announced', 'signing']],
      [signs + 2 * day, ['signing', 'retired']],
      [signs + retired, ['signing', 'retired']],
      [signs + retired + 2 * day, ['signing']],
    ]
    for (const [after, expected] of timeline) {
      const at = new Date(start + after)
      await ring.maintain(at)
      expect([after / day, states(at)]).toEqual([after / day, expected])
      const published = ids()
      if (expected.length > 1) for (const kid of first) expect(published).toContain(kid)
    }
    for (const kid of first) expect(ids()).not.toContain(kid)
  })
})
