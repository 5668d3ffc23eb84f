import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
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
    timeout: 60_000,
  }, async () => {
    const nodes = await twoNodes()
    const [server] = nodes
    const early = await obtainTokens(server.issuer)
    const before = await clientToken(server.issuer, ...trusted)
    await server.app.services.keyRing.rotate(3_000)
    for (const { issuer } of nodes)
      await expect.poll(async () => (await publishedKeys(issuer)).keys.length, { timeout: 10_000 }).toBe(4)
    // What a relying party fetched while the key was announced has to do for all that follows.
    const known = createLocalJWKSet(await publishedKeys(server.issuer))
    const oldKey = decodeProtectedHeader(before).kid

    const newKeySeen = new Set<string>()
    let verified = 0
    const deadline = Date.now() + 45_000
    while (newKeySeen.size < nodes.length && Date.now() < deadline) {
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
    await server.app.services.keyRing.rotate(0)
    server.app.services.engines.account.useCurrentKeys()
    const after = await clientToken(server.issuer, ...trusted)
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid)
    for (const token of [before, after]) {
      expect(await introspect(otherNode.issuer, token, {}, basic(...trusted))).toMatchObject({ active: true })
    }
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
