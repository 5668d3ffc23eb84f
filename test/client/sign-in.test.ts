import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { authorizationCode, createAccountClient, InvalidCallbackError, OAuthError } from '../../client/src/index.ts'
import { refusal, tokenAnswer } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'

const redirectUri = 'http://localhost:5173/login/callback/'
const scope = 'openid profile offline_access'

const server = await serverOfFile()

describe('authorizationCode', () => {
  const signIn = () => authorizationCode({ ...server, clientId: 'TestClient', redirectUri, scope })

  /** The address the browser comes back to. */
  function callback(parameters: Record<string, string>): string {
    return `${redirectUri}?${new URLSearchParams(parameters)}`
  }

  test('begin makes an authorization request with PKCE, state and nonce', async () => {
    const { url, state, nonce, codeVerifier } = await signIn().begin({ login_hint: 'testUserName', prompt: 'login' })
    const request = new URL(url)
    expect(request.origin + request.pathname).toBe(`${server.baseUrl}/connect/authorize`)
    expect(Object.fromEntries(request.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'TestClient',
      redirect_uri: redirectUri,
      scope,
      state,
      nonce,
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: 'testUserName',
      prompt: 'login',
    })
    expect(codeVerifier).toMatch(/^[\w-]{43}$/)
    const other = await signIn().begin()
    expect(new Set([state, nonce, codeVerifier, other.state, other.nonce, other.codeVerifier]).size).toBe(6)
  })

  test('finish redeems the code', async () => {
    server.on('POST /connect/token', () =>
      tokenAnswer(1, { refresh_token: 'refresh-1', id_token: 'id.of.user', scope }),
    )
    const { state, codeVerifier } = await signIn().begin()
    const answer = callback({ code: 'the-code', state, iss: server.baseUrl, session_state: 's.s' })
    const tokens = await signIn().finish(answer, { state, codeVerifier })
    expect(tokens).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1', idToken: 'id.of.user', scope })
    expect(server.of('POST /connect/token')[0]?.form).toEqual({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
      client_id: 'TestClient',
    })
    expect(JSON.parse(JSON.stringify(tokens))).toEqual(tokens)
  })

  test('a confidential client proves itself', async () => {
    server.on('POST /connect/token', () => tokenAnswer(1))
    const confidential = authorizationCode({ ...server, clientId: 'site', clientSecret: 'hidden', redirectUri, scope })
    const { url, ...saved } = await confidential.begin()
    expect(url).not.toContain('hidden')
    await confidential.finish(callback({ code: 'c', state: saved.state, iss: server.baseUrl }), saved)
    expect(server.of('POST /connect/token')[0]?.form).toMatchObject({ client_id: 'site', client_secret: 'hidden' })
  })

  test.each([
    ['another state', 'state', { code: 'c', state: 'forged' }],
    ['no state', 'state', { code: 'c' }],
    ['another issuer', 'iss', { code: 'c', state: 'kept', iss: 'https://attacker.example' }],
    ['no issuer', 'iss', { code: 'c', state: 'kept' }],
    ['neither code nor error', 'code', { state: 'kept', iss: 'http://issuer.test' }],
  ])('%s is refused, and no code is redeemed', async (_, parameter, parameters) => {
    const strict = authorizationCode({ ...server, clientId: 'c', redirectUri, scope, issuer: 'http://issuer.test' })
    const result = strict.finish(callback(parameters as Record<string, string>), { state: 'kept', codeVerifier: 'v' })
    await expect(result).rejects.toBeInstanceOf(InvalidCallbackError)
    await expect(result).rejects.toMatchObject({ parameter })
    expect(server.seen).toEqual([])
  })

  test('a repeated parameter is refused', async () => {
    const twice = `${callback({ code: 'a', state: 'kept', iss: server.baseUrl })}&code=b`
    const result = signIn().finish(twice, { state: 'kept', codeVerifier: 'v' })
    await expect(result).rejects.toMatchObject({ name: 'InvalidCallbackError', parameter: 'code' })
  })

  test('a refusal of the user is an OAuthError, once state and issuer are right', async () => {
    const denied = { error: 'access_denied', error_description: 'the user said no', state: 'kept' }
    const saved = { state: 'kept', codeVerifier: 'v' }
    const result = signIn().finish(callback({ ...denied, iss: server.baseUrl }), saved)
    await expect(result).rejects.toBeInstanceOf(OAuthError)
    await expect(result).rejects.toMatchObject({ error: 'access_denied', errorDescription: 'the user said no' })
    const forged = signIn().finish(callback({ ...denied, iss: 'https://attacker.example' }), saved)
    await expect(forged).rejects.toBeInstanceOf(InvalidCallbackError)
  })
})

describe('deviceAuthorization', () => {
  const codes = {
    device_code: 'device-1',
    user_code: 'WDJB-MJHT',
    verification_uri: 'http://localhost/connect/device',
    verification_uri_complete: 'http://localhost/connect/device?user_code=WDJB-MJHT',
    expires_in: 60,
  }
  const json = (status: number, body: object) => Response.json(body, { status })

  /** A device whose polls get these answers, one after the other, and the seconds at which it polled. */
  async function device(polls: (() => Response)[], more: object = {}) {
    vi.useFakeTimers()
    const start = Date.now()
    const seconds: number[] = []
    const forms: string[] = []
    const fetch = async (request: Request) => {
      if (new URL(request.url).pathname === '/connect/deviceauthorization') return json(200, { ...codes, ...more })
      seconds.push((Date.now() - start) / 1000)
      forms.push(await request.text())
      const poll = polls.shift() ?? (() => json(400, { error: 'authorization_pending' }))
      return poll()
    }
    const client = createAccountClient({ baseUrl: 'http://localhost', fetch })
    return { signIn: await client.deviceAuthorization({ clientId: 'tv', scope: 'openid' }), seconds, forms }
  }

  const pending = () => json(400, { error: 'authorization_pending' })
  const slowDown = () => json(400, { error: 'slow_down' })
  const tokens = () => json(200, tokenAnswer(1).body as object)
  const broken = () => {
    throw new TypeError('fetch failed')
  }

  test('polls at the pace of the server', async () => {
    const { signIn, seconds, forms } = await device([pending, slowDown, pending, broken, tokens], { interval: 2 })
    expect(signIn).toMatchObject({
      userCode: 'WDJB-MJHT',
      verificationUri: codes.verification_uri,
      verificationUriComplete: codes.verification_uri_complete,
    })
    const result = signIn.poll()
    await vi.runAllTimersAsync()
    expect(await result).toMatchObject({ accessToken: 'access-1' })
    expect(seconds).toEqual([2, 4, 11, 18, 32])
    expect(forms[0]).toBe(
      'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=device-1&client_id=tv',
    )
  })

  test('five seconds when the server names no interval', async () => {
    const { signIn, seconds } = await device([tokens])
    const result = signIn.poll()
    await vi.runAllTimersAsync()
    await result
    expect(seconds).toEqual([5])
  })

  test.each(['access_denied', 'expired_token', 'invalid_client'])('%s ends it', async (error) => {
    const { signIn, seconds } = await device([() => json(400, { error })])
    const outcome = expect(signIn.poll()).rejects.toMatchObject({ name: 'OAuthError', error })
    await vi.runAllTimersAsync()
    await outcome
    expect(seconds).toHaveLength(1)
  })

  test('the end of the codes ends it', async () => {
    const { signIn, seconds } = await device([])
    const outcome = expect(signIn.poll()).rejects.toMatchObject({ error: 'expired_token' })
    await vi.runAllTimersAsync()
    await outcome
    expect(seconds.at(-1)).toBe(60)
  })

  test('an abort ends it between two polls', async () => {
    const { signIn, seconds } = await device([])
    const caller = new AbortController()
    const outcome = expect(signIn.poll({ signal: caller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(12_000)
    caller.abort()
    await outcome
    expect(seconds).toEqual([5, 10])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('tokens of others', () => {
  const asker = { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026' }

  test('introspect and revoke send the token and the proof of the client', async () => {
    server.on('POST /connect/introspect', () => ({ body: { active: false } }))
    server.on('POST /connect/revocation', () => ({ body: {} }))
    const client = createAccountClient(server)
    expect(await client.introspect({ token: 't', tokenTypeHint: 'access_token', ...asker })).toEqual({ active: false })
    expect(await client.revoke({ token: 't', ...asker })).toBeUndefined()
    const proof = { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
    expect(server.seen.map(({ form }) => form)).toEqual([
      { token: 't', token_type_hint: 'access_token', ...proof },
      { token: 't', ...proof },
    ])
  })

  test('a refused client', async () => {
    server.on('POST /connect/revocation', () => refusal(401, 'invalid_client'))
    const result = createAccountClient(server).revoke({ token: 't', ...asker })
    await expect(result).rejects.toMatchObject({ error: 'invalid_client', status: 401 })
  })
})

test('endSessionUrl', () => {
  const client = createAccountClient({ baseUrl: 'https://accounts.example.com/' })
  expect(client.endSessionUrl()).toBe('https://accounts.example.com/connect/endsession')
  const url = client.endSessionUrl({
    idTokenHint: 'id.of.user',
    postLogoutRedirectUri: 'http://localhost:5173/logout/callback/',
    state: 'a b',
  })
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    id_token_hint: 'id.of.user',
    post_logout_redirect_uri: 'http://localhost:5173/logout/callback/',
    state: 'a b',
  })
})
