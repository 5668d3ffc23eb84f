import { describe, expect, test, vi } from 'vitest'
import { clientCredentials, createAccountClient, OAuthError, unwrap } from '../../client/src/index.ts'
import { gate, refusal, startProtocolServer, tokenAnswer } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'
import { invalidToken, tokenScripts, user } from './token-scripts.ts'

const trusted = { clientId: 'trustedDemo', clientSecret: 'trusted.Demo.2026' }
const server = await serverOfFile()
const { issueTokens, presented, userInfoRefuses } = tokenScripts(server)

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

  test.each([
    {},
    [],
    { access_token: 5, expires_in: 60 },
    { access_token: '', expires_in: 60 },
    { access_token: 'two\nlines', expires_in: 60 },
    { access_token: 'access-1' },
  ])('an answer without a token, %j, is an error, and nothing is sent with what is none', async (body) => {
    server.on('POST /connect/token', () => ({ body }))
    const client = createAccountClient({ ...server, auth: clientCredentials(trusted) })
    await expect(client.GET('/connect/userinfo')).rejects.toMatchObject({
      name: 'AccountError',
      operation: 'POST /connect/token',
    })
    expect(server.of('GET /connect/userinfo')).toEqual([])
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
    await vi.waitFor(() => expect(server.of('POST /connect/token')).toHaveLength(1), 10_000)
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
    await vi.waitFor(() => expect(server.of('POST /connect/token')).toHaveLength(1), 10_000)
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
