import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  clientCredentials,
  createAccountClient,
  OAuthError,
  password,
  refreshToken,
  SignInRequiredError,
  storedTokens,
  type TokenSet,
  unwrap,
} from '../../client/src/index.ts'
import { gate, type ProtocolServer, refusal, startProtocolServer, tokenAnswer } from './protocol-server.ts'

const user = { sub: '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10' }
const trusted = { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026' }
const invalidToken = { 'www-authenticate': 'Bearer realm="test", error="invalid_token"' }

let server: ProtocolServer

beforeAll(async () => {
  server = await startProtocolServer()
})
afterEach(() => {
  vi.useRealTimers()
  server.reset()
})
afterAll(() => server.close())

/** Numbers the tokens it issues; the n-th answer has `access-n` and, with rotation, `refresh-n`. */
function issueTokens({ rotate = false, expiresIn = 3600 } = {}): void {
  let issued = 0
  server.on('POST /connect/token', () => {
    issued += 1
    return tokenAnswer(issued, { expires_in: expiresIn, ...(rotate && { refresh_token: `refresh-${issued}` }) })
  })
}

/** The tokens that userinfo was called with, in order. */
function presented(): (string | undefined)[] {
  return server.of('GET /connect/userinfo').map(({ headers }) => headers.authorization?.replace('Bearer ', ''))
}

/** Userinfo takes every token but these. */
function userInfoRefuses(...tokens: string[]): void {
  server.on('GET /connect/userinfo', ({ headers }) =>
    tokens.includes(headers.authorization?.replace('Bearer ', '') ?? '')
      ? refusal(401, 'invalid_token', invalidToken)
      : { body: user },
  )
}

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

describe('clientCredentials', () => {
  test('one token serves every call until shortly before its end', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    issueTokens()
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: clientCredentials({ ...trusted, scope: 'ZMS.Users.Read' }) })
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(3_539_000)
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(2_000)
    await unwrap(client.GET('/connect/userinfo'))
    expect(presented()).toEqual(['access-1', 'access-1', 'access-2'])
    expect(server.of('POST /connect/token')[0]?.form).toEqual({
      grant_type: 'client_credentials',
      scope: 'ZMS.Users.Read',
      client_id: 'trustedDemo',
      client_secret: 'trusted.Demo.2026',
    })
  })

  test('a short-lived token is used for nine tenths of its life', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    issueTokens({ expiresIn: 10 })
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    await client.GET('/connect/userinfo')
    vi.advanceTimersByTime(8_900)
    await client.GET('/connect/userinfo')
    vi.advanceTimersByTime(200)
    await client.GET('/connect/userinfo')
    expect(presented()).toEqual(['access-1', 'access-1', 'access-2'])
  })

  test('fifty calls at once wait for one request of a token', async () => {
    const answered = gate()
    server.on('POST /connect/token', async () => {
      await answered.opened
      return tokenAnswer(1)
    })
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    const calls = Array.from({ length: 50 }, () => unwrap(client.GET('/connect/userinfo')))
    await vi.waitFor(() => expect(server.of('POST /connect/token')).toHaveLength(1))
    answered.open()
    expect(await Promise.all(calls)).toEqual(Array(50).fill(user))
    expect(server.of('POST /connect/token')).toHaveLength(1)
  })

  test('a caller who gives up does not end the renewal of the others', async () => {
    const answered = gate()
    server.on('POST /connect/token', async () => {
      await answered.opened
      return tokenAnswer(1)
    })
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    const impatient = new AbortController()
    const first = unwrap(client.GET('/connect/userinfo', { signal: impatient.signal }))
    const second = unwrap(client.GET('/connect/userinfo'))
    await vi.waitFor(() => expect(server.of('POST /connect/token')).toHaveLength(1))
    impatient.abort(new Error('changed my mind'))
    await expect(first).rejects.toThrow('changed my mind')
    answered.open()
    expect(await second).toEqual(user)
    expect(server.of('POST /connect/token')).toHaveLength(1)
  })

  test('after a failed renewal the next call tries again', async () => {
    let asked = 0
    server.on('POST /connect/token', () => {
      asked += 1
      return asked === 1 ? refusal(400, 'invalid_scope') : tokenAnswer(2)
    })
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    await expect(client.GET('/connect/userinfo')).rejects.toMatchObject({ error: 'invalid_scope' })
    expect(await unwrap(client.GET('/connect/userinfo'))).toEqual(user)
  })

  test('a client registered for HTTP Basic sends no secret in the form', async () => {
    issueTokens()
    userInfoRefuses()
    const basic = { clientId: 'client one', clientSecret: 'a:b+c', clientSecretMethod: 'client_secret_basic' } as const
    const client = createAccountClient({ ...server, auth: clientCredentials(basic) })
    await client.GET('/connect/userinfo')
    const [request] = server.of('POST /connect/token')
    expect(request?.form).toEqual({ grant_type: 'client_credentials' })
    expect(Buffer.from(request?.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
      'client+one:a%3Ab%2Bc',
    )
  })

  test('a client with a key sends a fresh assertion', async () => {
    issueTokens()
    userInfoRefuses()
    const auth = clientCredentials({ clientId: 'keyed', clientAssertion: async () => 'signed.jwt' })
    await createAccountClient({ ...server, auth }).GET('/connect/userinfo')
    expect(server.of('POST /connect/token')[0]?.form).toEqual({
      grant_type: 'client_credentials',
      client_id: 'keyed',
      client_assertion: 'signed.jwt',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
  })
})

describe('a refused token', () => {
  test('is renewed once and the call repeated once, body included', async () => {
    issueTokens()
    server.on('POST /connect/userinfo', ({ headers }) =>
      headers.authorization === 'Bearer access-1' ? refusal(401, 'invalid_token', invalidToken) : { body: user },
    )
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    expect(await unwrap(client.POST('/connect/userinfo', { body: { access_token: 'in the form' } }))).toEqual(user)
    expect(server.of('POST /connect/userinfo').map(({ body }) => body)).toEqual([
      'access_token=in+the+form',
      'access_token=in+the+form',
    ])
  })

  test('of many calls is renewed once for all of them', async () => {
    issueTokens()
    userInfoRefuses('access-1')
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    await Promise.all(Array.from({ length: 20 }, () => unwrap(client.GET('/connect/userinfo'))))
    expect(server.of('POST /connect/token')).toHaveLength(2)
  })

  test('that is refused again is the failure of the call', async () => {
    issueTokens()
    userInfoRefuses('access-1', 'access-2')
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    const call = unwrap(client.GET('/connect/userinfo'))
    await expect(call).rejects.toMatchObject({ name: 'OAuthError', error: 'invalid_token', status: 401 })
    expect(presented()).toEqual(['access-1', 'access-2'])
  })

  test('is not renewed when the server says that something else is wrong', async () => {
    issueTokens()
    server.on('GET /connect/userinfo', () =>
      refusal(401, 'invalid_request', { 'www-authenticate': 'Bearer error="invalid_request"' }),
    )
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    await expect(unwrap(client.GET('/connect/userinfo'))).rejects.toBeInstanceOf(OAuthError)
    expect(presented()).toEqual(['access-1'])
  })

  test('is renewed when the challenge is not readable, as in a page of another origin', async () => {
    issueTokens()
    server.on('GET /connect/userinfo', ({ headers }) =>
      headers.authorization === 'Bearer access-1' ? refusal(401, 'invalid_token') : { body: user },
    )
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    expect(await unwrap(client.GET('/connect/userinfo'))).toEqual(user)
  })

  test('from a function of your own is asked for again, and repeated only when it is another', async () => {
    userInfoRefuses('mine')
    const rejected: (string | undefined)[] = []
    const client = createAccountClient({
      ...server,
      auth: async (context) => {
        rejected.push(context.rejected)
        return 'mine'
      },
    })
    await expect(unwrap(client.GET('/connect/userinfo'))).rejects.toMatchObject({ error: 'invalid_token' })
    expect(rejected).toEqual([undefined, 'mine'])
    expect(presented()).toEqual(['mine'])
  })
})

describe('what a token is sent with', () => {
  test('not with public operations, nor with those that authenticate the client', async () => {
    server.on('GET /.well-known/openid-configuration', () => ({ body: {} }))
    server.on('POST /connect/introspect', () => ({ body: { active: false } }))
    const client = createAccountClient({ ...server, auth: async () => 'secret-token' })
    await client.discovery()
    await client.introspect({ token: 't', ...trusted })
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined])
  })

  test('not with a call that is sent to another server', async () => {
    const other = await startProtocolServer()
    other.on('GET /connect/userinfo', () => ({ body: user }))
    const client = createAccountClient({ ...server, auth: async () => 'secret-token' })
    await client.GET('/connect/userinfo', { baseUrl: other.baseUrl })
    expect(other.seen[0]?.headers.authorization).toBeUndefined()
    await other.close()
  })

  test('a header of the call goes before the strategy', async () => {
    userInfoRefuses()
    const client = createAccountClient({ ...server, auth: async () => 'from the strategy' })
    await client.GET('/connect/userinfo', { headers: { Authorization: 'Bearer of-the-call' } })
    expect(presented()).toEqual(['of-the-call'])
  })

  test('a strategy serves one server', async () => {
    issueTokens()
    userInfoRefuses()
    const auth = clientCredentials(trusted)
    await createAccountClient({ ...server, auth }).GET('/connect/userinfo')
    const elsewhere = createAccountClient({ baseUrl: 'http://localhost:1', auth })
    await expect(elsewhere.GET('/connect/userinfo')).rejects.toThrow(TypeError)
  })
})

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
  const auth = password({ ...trusted, username: 'testUserName', password: 'Abc.123456', scope: 'openid' })
  const client = createAccountClient({ ...server, auth })
  for (let call = 0; call < 3; call += 1) {
    await unwrap(client.GET('/connect/userinfo'))
    vi.advanceTimersByTime(3_600_000)
  }
  expect(grants).toEqual(['password', 'refresh_token', 'refresh_token', 'password'])
  expect(server.of('POST /connect/token')[0]?.form).toMatchObject({ username: 'testUserName', password: 'Abc.123456' })
})
