import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationId, operations } from '../../generated/operations.ts'
import { allScopes } from '../../server/domain/applications/scopes.ts'
import { pendingOperations } from '../../server/handlers/account/pending.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { documentedRequest } from '../support/documented-request.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type ScopedTokens, scopedTokens } from './support/every-scope.ts'

let server: TestServer
let tokens: ScopedTokens
beforeAll(async () => {
  server = await startTestServer()
  tokens = await scopedTokens(server)
})
afterAll(() => server.close())

/** The scopes of each alternative that needs an access token. */
function alternativesOf(id: OperationId): (readonly string[])[] {
  const alternatives: readonly Readonly<Record<string, readonly string[]>>[] = operations[id].security
  return alternatives.flatMap(({ oauth2 }) => (oauth2 ? [oauth2] : []))
}

const guarded = (Object.keys(operations) as OperationId[]).filter((id) => alternativesOf(id).length > 0)
const scoped = guarded.filter((id) => alternativesOf(id).every((scopes) => scopes.length > 0))
const pending = new Set<string>(pendingOperations)

/** Tokens by their scopes: the operations share a few sets of them. */
const known = new Map<string, Promise<string>>()
function userToken(scopes: readonly string[]): Promise<string> {
  const key = scopes.join(' ')
  const token = known.get(key) ?? tokens.user(scopes)
  known.set(key, token)
  return token
}

/** Sends the documented request; the answer is held against the contract. */
function send(id: OperationId, token?: string): Promise<Response> {
  const { method, path, headers, body } = documentedRequest(id)
  return contractFetch(new URL(path, server.issuer), {
    method,
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  })
}

/** The operation without its parameters and with a body that no schema fits: whoever may not ask is not told. */
function sendMalformed(id: OperationId, token?: string): Promise<Response> {
  const { method, path, headers, body } = documentedRequest(id)
  if (body instanceof FormData) body.set('unknown', 'a')
  return contractFetch(new URL(path.split('?')[0] ?? path, server.issuer), {
    method,
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: body instanceof FormData ? body : '{}' }),
  })
}

test('8: there are operations with a policy to ask about', () => {
  expect(guarded.length).toBeGreaterThan(40)
  expect(scoped.length).toBeGreaterThan(20)
})

describe('without an access token', () => {
  test.each(guarded)('8: %s is 401, whatever else the request holds', async (id) => {
    for (const answer of [await send(id), await sendMalformed(id)]) {
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="[^"]+"$/)
    }
    const foreign = await send(id, 'not-a-token')
    expect([foreign.status, foreign.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ])
  })
})

describe('with every scope but those that would do', () => {
  test.each(scoped)('8: %s is 403', async (id) => {
    const sufficient = new Set(alternativesOf(id).flat())
    // A sign-in without openid is no sign-in, so there the client's own token stands in.
    const others = allScopes.filter((scope) => !sufficient.has(scope) && scope !== 'offline_access')
    const token = others.includes('openid')
      ? await userToken(others)
      : await tokens.client(others.filter((scope) => scope.startsWith('ZMS.')))
    for (const answer of [await send(id, token), await sendMalformed(id, token)]) {
      expect(answer.status).toBe(403)
      expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope"')
    }
  })
})

describe('with one of the scopes that do', () => {
  test.each(scoped)('8: %s is open', async (id) => {
    for (const scopes of alternativesOf(id)) {
      const answer = await send(id, await userToken([...new Set(['openid', ...scopes])]))
      expect([scopes, answer.status]).toEqual([scopes, pending.has(id) ? 501 : 200])
      if (pending.has(id)) {
        expect(await answer.json()).toMatchObject({ status: 50100, error: 'NotImplemented', data: null })
      }
    }
  })
})

describe('where a role is asked for', () => {
  const restricted = guarded.filter((id) => operations[id].roles.length > 0)
  test.each(restricted)('8: %s gives nothing to someone without one', async (id) => {
    const answer = await send(id, await userToken(['openid', 'profile']))
    expect([answer.status, await answer.json()]).toEqual([
      pending.has(id) ? 501 : 403,
      expect.objectContaining({ data: null }),
    ])
  })
})
