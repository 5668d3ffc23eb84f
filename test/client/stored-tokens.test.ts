import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import {
  createAccountClient,
  password,
  refreshToken,
  SignInRequiredError,
  storedTokens,
  type TokenSet,
  unwrap,
} from '../../client/src/index.ts'
import { refusal, tokenAnswer } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'
import { tokenScripts, user } from './token-scripts.ts'

const server = await serverOfFile()
const { issueTokens, presented, userInfoRefuses } = tokenScripts(server)

function tokenSet(more: Partial<TokenSet> = {}): TokenSet {
  return {
    accessToken: 'stored',
    refreshToken: 'refresh-0',
    renewAt: Date.now() + 60_000,
    expiresAt: Date.now() + 120_000,
    ...more,
  }
}

const expired = { renewAt: 0, expiresAt: 0 }

/** A place for tokens that notes what was saved. */
function storage(first: TokenSet | undefined) {
  const saved: TokenSet[] = []
  const place = {
    saved,
    tokens: first,
    load: () => place.tokens,
    save: async (tokens: TokenSet) => {
      // As slow as a file or a database: whoever does not wait for it comes too early.
      await setImmediate()
      saved.push(tokens)
      place.tokens = tokens
    },
  }
  return place
}

describe('storedTokens', () => {
  const application = { clientId: 'TestClient' }

  test('uses what is stored', async () => {
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...storage(tokenSet()) }) })
    await unwrap(client.GET('/connect/userinfo'))
    expect(presented()).toEqual(['stored'])
  })

  test('saves the next refresh token before the new access token is used', async () => {
    issueTokens({ rotate: true })
    const place = storage(tokenSet(expired))
    const savedWhenUsed: number[] = []
    server.on('GET /connect/userinfo', () => {
      savedWhenUsed.push(place.saved.length)
      return { body: user }
    })
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...place }) })
    await unwrap(client.GET('/connect/userinfo'))
    expect(savedWhenUsed).toEqual([1])
    expect(place.tokens).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    expect(server.of('POST /connect/token')[0]?.form).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-0',
      client_id: 'TestClient',
    })
  })

  test('each refresh token is used once, however many calls come together', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    issueTokens({ rotate: true })
    userInfoRefuses()
    const place = storage(tokenSet(expired))
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...place }) })
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 32 }, () => unwrap(client.GET('/connect/userinfo'))))
      vi.advanceTimersByTime(3_600_000)
    }
    const redeemed = server.of('POST /connect/token').map(({ form }) => form.refresh_token)
    expect(redeemed).toEqual(['refresh-0', 'refresh-1', 'refresh-2'])
  })

  test('what the answer leaves out stays', async () => {
    issueTokens()
    userInfoRefuses()
    const place = storage(tokenSet({ ...expired, idToken: 'id.of.user' }))
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...place }) })
    await unwrap(client.GET('/connect/userinfo'))
    expect(place.tokens).toMatchObject({ refreshToken: 'refresh-0', idToken: 'id.of.user', accessToken: 'access-1' })
  })

  test('takes what another tab has renewed meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    userInfoRefuses()
    const place = storage(tokenSet())
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...place }) })
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(60_000)
    place.tokens = tokenSet({ accessToken: 'from the other tab', refreshToken: 'refresh-1' })
    await unwrap(client.GET('/connect/userinfo'))
    expect(presented()).toEqual(['stored', 'from the other tab'])
    expect(server.of('POST /connect/token')).toEqual([])
  })

  test('saving that fails loses nothing: the next call saves the same tokens', async () => {
    issueTokens({ rotate: true })
    userInfoRefuses()
    const place = storage(tokenSet(expired))
    const save = vi.fn(place.save).mockRejectedValueOnce(new Error('disk full'))
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, load: place.load, save }) })
    await expect(client.GET('/connect/userinfo')).rejects.toThrow('disk full')
    await unwrap(client.GET('/connect/userinfo'))
    expect(server.of('POST /connect/token')).toHaveLength(1)
    expect(place.tokens?.refreshToken).toBe('refresh-1')
  })

  test('tokens without a refresh token serve until they expire, then the user has to sign in', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    userInfoRefuses()
    const { refreshToken: _, ...tokens } = tokenSet({ renewAt: 0 })
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...storage(tokens) }) })
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(120_000)
    await expect(client.GET('/connect/userinfo')).rejects.toBeInstanceOf(SignInRequiredError)
  })

  test('no tokens, or a refresh token that has ended: the user has to sign in', async () => {
    server.on('POST /connect/token', () => refusal(400, 'invalid_grant'))
    const call = (first: TokenSet | undefined) =>
      createAccountClient({ ...server, auth: storedTokens({ ...application, ...storage(first) }) }).GET(
        '/connect/userinfo',
      )
    await expect(call(undefined)).rejects.toBeInstanceOf(SignInRequiredError)
    await expect(call(tokenSet(expired))).rejects.toMatchObject({
      name: 'SignInRequiredError',
      status: 400,
      cause: { error: 'invalid_grant' },
    })
  })

  test('a server that is not well does not sign the user out', async () => {
    server.on('POST /connect/token', () => refusal(503, 'temporarily_unavailable'))
    const place = storage(tokenSet(expired))
    const client = createAccountClient({ ...server, auth: storedTokens({ ...application, ...place }) })
    await expect(client.GET('/connect/userinfo')).rejects.toMatchObject({ error: 'temporarily_unavailable' })
    expect(place.tokens?.refreshToken).toBe('refresh-0')
  })
})

test('refreshToken begins with a refresh token and hands on each next one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  issueTokens({ rotate: true })
  userInfoRefuses()
  const saved: (string | undefined)[] = []
  const auth = refreshToken({
    clientId: 'TestClient',
    refreshToken: 'refresh-0',
    save: (tokens) => {
      saved.push(tokens.refreshToken)
    },
  })
  const client = createAccountClient({ ...server, auth })
  await unwrap(client.GET('/connect/userinfo'))
  vi.advanceTimersByTime(3_600_000)
  await unwrap(client.GET('/connect/userinfo'))
  expect(saved).toEqual(['refresh-1', 'refresh-2'])
})

test('password renews with the refresh token, and with the password when that has ended', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  userInfoRefuses()
  const grants: string[] = []
  server.on('POST /connect/token', ({ form }) => {
    grants.push(form.grant_type ?? '')
    if (grants.length === 3) return refusal(400, 'invalid_grant')
    return tokenAnswer(grants.length, { refresh_token: `refresh-${grants.length}` })
  })
  const auth = password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: 'testUserName',
    password: 'Abc.123456',
    scope: 'openid',
  })
  const client = createAccountClient({ ...server, auth })
  for (let call = 0; call < 3; call += 1) {
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(3_600_000)
  }
  expect(grants).toEqual(['password', 'refresh_token', 'refresh_token', 'password'])
  expect(server.of('POST /connect/token')[0]?.form).toMatchObject({ username: 'testUserName', password: 'Abc.123456' })
})
