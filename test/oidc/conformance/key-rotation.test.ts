import { createRemoteJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import type * as client from 'openid-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contractFetch } from '../../support/contract-fetch.ts'
import { Person } from '../../support/person.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { clientSecret, RelyingParty } from '../support/relying-party.ts'

/** Two nodes of one installation, each at its own address; the issuer of both is the first one's. */
let nodes: readonly [TestServer, TestServer]
let party: RelyingParty

beforeAll(async () => {
  const first = await startTestServer()
  nodes = [first, await startTestServer({ beside: first })]
})
beforeEach(async () => {
  // Each test has one of its own, because its strict library keeps the key set for a minute whatever comes.
  party = await RelyingParty.register(nodes[0], {
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes: ['openid', 'offline_access', 'ZMS.MNS.Send'],
  })
})
afterAll(async () => {
  await nodes[1].close()
  await nodes[0].close()
})

const rotate = (delay: number) => nodes[0].app.services.keyRing.rotate({}, delay)
const keySetOf = (node: TestServer) => new URL('/.well-known/openid-configuration/jwks', node.issuer)
const keyOf = (token: string | undefined) => decodeProtectedHeader(token ?? '').kid ?? ''

async function keysOf(node: TestServer): Promise<string[]> {
  const { keys } = (await (await contractFetch(keySetOf(node))).json()) as JSONWebKeySet
  return keys.map((key) => key.kid ?? '')
}

/** The keys both nodes publish, once they publish the same number of them. */
async function sharedKeys(count: number): Promise<string[]> {
  for (const node of nodes) await expect.poll(async () => (await keysOf(node)).length, { timeout: 10_000 }).toBe(count)
  const [first, second] = [await keysOf(nodes[0]), await keysOf(nodes[1])]
  expect([...second].sort()).toEqual([...first].sort())
  return first
}

/** Sends the relying party's form to a node. */
function post(node: TestServer, path: string, form: Record<string, string>): Promise<Response> {
  const credentials = Buffer.from(`${party.clientId}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const headers = { authorization: `Basic ${credentials}` }
  return contractFetch(new URL(path, node.issuer), { method: 'POST', headers, body: new URLSearchParams(form) })
}

async function tokens(node: TestServer, form: Record<string, string>): Promise<client.TokenEndpointResponse> {
  const answer = await post(node, '/connect/token', form)
  if (answer.status !== 200) throw new Error(`no tokens: ${await answer.text()}`)
  return (await answer.json()) as client.TokenEndpointResponse
}

const clientToken = async (node: TestServer) =>
  (await tokens(node, { grant_type: 'client_credentials', scope: 'ZMS.MNS.Send' })).access_token

/** What a node makes of an access token: `active` at introspection, and the status of userinfo. */
async function isActive(node: TestServer, token: string): Promise<boolean> {
  const answer = (await (await post(node, '/connect/introspect', { token })).json()) as client.IntrospectionResponse
  return answer.active
}

async function userInfoStatus(node: TestServer, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await contractFetch(new URL('/connect/userinfo', node.issuer), { headers })).status
}

const signIn = () => party.authorize(new Person(nodes[0].issuer), { scope: 'openid offline_access', prompt: 'consent' })

describe('rotation of signing keys', () => {
  test('oidcc-server-rotate-keys: every node publishes and uses the new key, and what the old one signed stands', async () => {
    const before = await sharedKeys(2)
    const { tokens: old } = await signIn()
    expect(before).toContain(keyOf(old.id_token))

    await rotate(0)
    const after = await sharedKeys(4)
    expect(after).toEqual(expect.arrayContaining(before))
    const fresh = after.filter((key) => !before.includes(key))

    for (const node of nodes) {
      await expect.poll(async () => fresh.includes(keyOf(await clientToken(node)))).toBe(true)
      await jwtVerify(old.id_token ?? '', createRemoteJWKSet(keySetOf(node)), { issuer: nodes[0].issuer })
      expect(await userInfoStatus(node, old.access_token)).toBe(200)
      expect(await isActive(node, old.access_token)).toBe(true)
      const token = await clientToken(node)
      await jwtVerify(token, createRemoteJWKSet(keySetOf(node)), { issuer: nodes[0].issuer })
      for (const other of nodes) expect(await isActive(other, token)).toBe(true)
    }
    const refreshed = await tokens(nodes[1], { grant_type: 'refresh_token', refresh_token: old.refresh_token ?? '' })
    expect(fresh).toContain(keyOf(refreshed.id_token))
    expect(fresh).toContain(keyOf(refreshed.access_token))
  })

  test('an announced key is published by every node before it signs', async () => {
    const before = await keysOf(nodes[0])
    await rotate(3_600_000)
    const after = await sharedKeys(before.length + 2)
    const announced = after.filter((key) => !before.includes(key))
    for (const node of nodes) expect(announced).not.toContain(keyOf(await clientToken(node)))
  })

  test('rotation under load: tokens verify on every node and with a kept key set, without one failure', async () => {
    // As relying parties do it: the set is kept, and asked for again more often than keys are announced ahead.
    const keySet = createRemoteJWKSet(keySetOf(nodes[1]), { cacheMaxAge: 500 })
    const failures: unknown[] = []
    const signers = new Set<string>()
    let verified = 0
    let rotating = true

    const holds = async (what: string, check: Promise<unknown>) => {
      const result = await check.catch((error: unknown) => error)
      if (result === true || result === 200 || (result as { payload?: unknown })?.payload) verified += 1
      else failures.push([what, result])
    }
    const verifies = (token: string) => {
      signers.add(keyOf(token))
      return jwtVerify(token, keySet, { issuer: nodes[0].issuer })
    }
    const backEnd = async (issuing: TestServer, other: TestServer) => {
      while (rotating) {
        const token = await clientToken(issuing)
        await holds('access token, by the key set', verifies(token))
        await holds('access token, by the other node', isActive(other, token))
      }
    }
    const application = async () => {
      let current: client.TokenEndpointResponse = (await signIn()).tokens
      for (let turn = 0; rotating; turn += 1) {
        const [issuing, other] = turn % 2 === 0 ? nodes : [nodes[1], nodes[0]]
        const refreshToken = current.refresh_token ?? ''
        current = await tokens(issuing, { grant_type: 'refresh_token', refresh_token: refreshToken })
        await holds('id token, by the key set', verifies(current.id_token ?? ''))
        await holds('access token, by the other node', userInfoStatus(other, current.access_token))
      }
    }
    const rotations = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        const known = new Set(await keysOf(nodes[0]))
        await rotate(1500)
        for (const node of nodes) {
          const signer = async () => known.has(keyOf(await clientToken(node)))
          await expect.poll(signer, { timeout: 10_000, interval: 100 }).toBe(false)
        }
      }
    }
    await Promise.all([
      backEnd(nodes[0], nodes[1]),
      backEnd(nodes[1], nodes[0]),
      application(),
      rotations().finally(() => {
        rotating = false
      }),
    ])
    expect(failures).toEqual([])
    expect(signers.size).toBeGreaterThanOrEqual(4)
    expect(verified).toBeGreaterThan(50)
  }, 120_000)

  test('a retired key leaves the key set only when nothing that it signed can be valid any longer', async () => {
    const { keyRing } = nodes[0].app.services
    const day = 86_400_000
    await rotate(0)
    const retired = keyRing.list().filter(({ purpose, state }) => purpose === 'signing' && state === 'retired')
    expect(retired.length).toBeGreaterThan(0)
    const ids = retired.map(({ id }) => id)
    await keyRing.maintain(new Date(Date.now() + 29 * day))
    expect(await keysOf(nodes[0])).toEqual(expect.arrayContaining(ids))
    await keyRing.maintain(new Date(Date.now() + 31 * day))
    for (const node of nodes) {
      await expect.poll(async () => (await keysOf(node)).filter((key) => ids.includes(key))).toEqual([])
      expect(keyOf(await clientToken(node))).not.toBe('')
    }
  })
})
