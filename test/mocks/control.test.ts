import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/src/index.ts'

let mock: Mock
beforeAll(async () => {
  mock = await createMock({
    users: [
      { userName: 'alice', password: 'Alice.2026', email: 'alice@example.com', claims: { team: 'blue', name: 'A.' } },
      { userName: 'bob', userId: '20260101000000000-AAAA-BBBBBBBBB' },
    ],
    clients: [{ clientId: 'short', lifetimes: { accessToken: 5 } }],
    lifetimes: { idToken: 60 },
    clock: '2030-01-01T00:00:00Z',
    seed: 'seven',
  })
})
beforeEach(() => mock.reset())
afterAll(() => mock.close())

type Told = Record<string, unknown>

async function post(path: string, body: URLSearchParams | string, headers: Record<string, string> = {}) {
  const answer = await fetch(mock.url + path, { method: 'POST', body, headers })
  return { status: answer.status, body: (await answer.json()) as Told }
}
const form = (fields: Record<string, string>) => new URLSearchParams(fields)
const command = (body: unknown) => post('/_mock', JSON.stringify(body))
const signIn = async (username: string, client_id = 'c') =>
  (
    await post(
      '/connect/token',
      form({ grant_type: 'password', client_id, username, password: 'p', scope: 'openid profile' }),
    )
  ).body as Record<string, string>
const userInfo = async (token = '') => {
  const answer = await fetch(`${mock.url}/connect/userinfo`, { headers: { authorization: `Bearer ${token}` } })
  return { status: answer.status, body: (await answer.json()) as Told }
}
const claimsOf = (token = '') => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Told

describe('people and tokens are as the test wants them', () => {
  test('claims', async () => {
    const { access_token, id_token } = await signIn('alice')
    expect(await userInfo(access_token)).toMatchObject({
      body: { preferred_username: 'alice', name: 'A.', team: 'blue' },
    })
    expect(claimsOf(id_token)).toMatchObject({ team: 'blue', aud: 'c' })
  })

  test('the first of them signs in where nobody is named, and login_hint names one', async () => {
    const query = {
      response_type: 'code',
      client_id: 'c',
      redirect_uri: 'http://localhost/cb',
      scope: 'openid profile',
    }
    const code_verifier = 'v'.repeat(43)
    const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
    const challenge = { code_challenge, code_challenge_method: 'S256' }
    for (const [hint, name] of [
      [{}, 'alice'],
      [{ login_hint: 'bob' }, 'bob'],
    ] as const) {
      const asked = new URLSearchParams({ ...query, ...challenge, ...hint })
      const back = await fetch(`${mock.url}/connect/authorize?${asked}`, { redirect: 'manual' })
      const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? ''
      const grant = { grant_type: 'authorization_code', code, client_id: 'c', redirect_uri: query.redirect_uri }
      const { access_token } = (await post('/connect/token', form({ ...grant, code_verifier }))).body
      expect((await userInfo(String(access_token))).body.preferred_username).toBe(name)
    }
  })

  test('lifetimes', async () => {
    const { access_token, id_token } = await signIn('alice', 'short')
    const [access, identity] = [claimsOf(access_token), claimsOf(id_token)]
    expect([Number(access.exp) - Number(access.iat), Number(identity.exp) - Number(identity.iat)]).toEqual([5, 60])
  })

  test('the clock, and expiry by it', async () => {
    const { access_token, expires_in } = await signIn('alice')
    expect(new Date(Number(claimsOf(access_token).iat) * 1000).getUTCFullYear()).toBe(2030)
    mock.advance(Number(expires_in) - 10)
    expect((await userInfo(access_token)).status).toBe(200)
    expect((await command({ advance: 11 })).status).toBe(200)
    expect((await userInfo(access_token)).status).toBe(401)
  })

  test('ids with a seed', async () => {
    const made = async () => {
      mock.reset()
      const { access_token } = (
        await post(
          '/connect/token',
          form({ grant_type: 'client_credentials', client_id: 'c', client_secret: 's', scope: 'ZMS.Users.Create' }),
        )
      ).body
      const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
      const { body } = await post('/api/v1.0/users/inviteUsers', '[{"userName":"carol"}]', headers)
      return (body.data as { userInfo: { guid: string } }[])[0]?.userInfo.guid.slice(-20)
    }
    expect(await made()).toBe(await made())
  })
})

describe('the next calls', () => {
  const ask = () => fetch(`${mock.url}/api/v1.0/user/ip`)

  test('are answered as was planned, as often as was planned', async () => {
    mock.next('getCurrentIp', { code: 503, delay: 100, times: 2 })
    mock.next('getCurrentIp', { example: 'known' })
    const begin = performance.now()
    expect([(await ask()).status, (await ask()).status]).toEqual([503, 503])
    expect(performance.now() - begin).toBeGreaterThan(190)
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 401])
  })

  test('can be planned from anywhere', async () => {
    expect((await command({ next: { operation: 'getCurrentIp', code: 429 } })).status).toBe(200)
    expect([(await ask()).status, (await ask()).status]).toEqual([429, 401])
  })

  test('are not planned as they never are', async () => {
    expect(() => mock.next('getCurrentIp', { code: 418 })).toThrow('getCurrentIp never answers 418')
    expect(() => mock.next('getCurrentIp', { example: 'none' })).toThrow('has no example')
    expect(() => mock.next('getCurrentIp', { delay: -1 })).toThrow('delay')
    expect(() => mock.next('getCurrentIp', { code: 429, times: 0 })).toThrow('times')
    for (const wrong of [{ next: { operation: 'nothing' } }, { other: 1 }, { advance: 'x' }, [], null, 'x']) {
      expect((await command(wrong)).status, JSON.stringify(wrong)).toBe(400)
    }
    expect((await fetch(`${mock.url}/_mock`, { method: 'PUT' })).status).toBe(405)
  })

  test('are what they are again after a reset', async () => {
    mock.next('getCurrentIp', { code: 503 })
    await command({ reset: true })
    expect((await ask()).status).toBe(401)
  })
})

test('what was asked is told, in order, here and there', async () => {
  await fetch(`${mock.url}/api/v1.0/user/ip?a=b`, { headers: { 'x-trace': 't' } })
  await post('/connect/token', form({ grant_type: 'magic', client_id: 'c' }))
  await fetch(`${mock.url}/nowhere`)
  const expected = [
    {
      method: 'GET',
      path: '/api/v1.0/user/ip?a=b',
      operation: 'getCurrentIp',
      status: 401,
      headers: { 'x-trace': 't' },
    },
    {
      method: 'POST',
      path: '/connect/token',
      operation: 'issueToken',
      status: 400,
      body: { grant_type: 'magic', client_id: 'c' },
    },
    { method: 'GET', path: '/nowhere', status: 404 },
  ]
  expect(mock.requests()).toMatchObject(expected)
  expect(await (await fetch(`${mock.url}/_mock`)).json()).toMatchObject({ requests: expected })
})

describe('a strict mock', () => {
  let strict: Mock
  beforeAll(async () => {
    const redirectUris = ['http://localhost/cb']
    strict = await createMock({
      strict: true,
      users: [{ userName: 'alice', password: 'Alice.2026' }],
      clients: [
        { clientId: 'web', redirectUris },
        { clientId: 'back', clientSecret: 'back.2026' },
      ],
    })
  })
  afterAll(() => strict.close())

  const token = async (fields: Record<string, string>) => {
    const answer = await fetch(`${strict.url}/connect/token`, { method: 'POST', body: form(fields) })
    return [answer.status, ((await answer.json()) as Told).error]
  }
  const password = { grant_type: 'password', client_id: 'web', username: 'alice', password: 'Alice.2026' }
  const own = { grant_type: 'client_credentials', client_id: 'back', client_secret: 'back.2026' }

  test.each([
    ['what it knows', password, [200, undefined]],
    ['a wrong password', { ...password, password: 'x' }, [400, 'invalid_grant']],
    ['an unknown person', { ...password, username: 'bob' }, [400, 'invalid_grant']],
    ['an unknown client', { ...password, client_id: 'other' }, [401, 'invalid_client']],
    ['a secret it knows', own, [200, undefined]],
    ['a wrong secret', { ...own, client_secret: 'x' }, [401, 'invalid_client']],
    ['no secret', { grant_type: 'client_credentials', client_id: 'back' }, [401, 'invalid_client']],
  ])('with %s', async (_name, fields, expected) => {
    expect(await token(fields)).toEqual(expected)
  })

  test.each([
    ['web', 'http://localhost/cb', 303],
    ['web', 'http://localhost/other', 400],
    ['other', 'http://localhost/cb', 400],
  ])('with the client %s and the address %s', async (client_id, redirect_uri, status) => {
    const query = new URLSearchParams({ response_type: 'code', scope: 'openid', client_id, redirect_uri })
    const answer = await fetch(`${strict.url}/connect/authorize?${query}`, { redirect: 'manual' })
    expect(answer.status).toBe(status)
  })

  test.each([
    ['alice', 'Alice.2026', 'SUCCESS'],
    ['alice', 'x', 'LOGIN.0002'],
    ['bob', 'Alice.2026', 'LOGIN.0002'],
  ])('with %s and the password %s in an app', async (user_name, password, expected) => {
    const headers = {
      'x-client-id': 'web',
      'x-device-fingerprint': 'f',
      'x-operating-sys-version': 'a',
      'x-agent': 'a',
    }
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    const body = JSON.stringify({ user_name, password })
    const answer = (await (await fetch(`${strict.url}/api/v2/sdk/login`, { ...init, body })).json()) as Told
    expect(answer.status ?? answer.error_code).toBe(expected)
    expect(String(answer.error_msg)).not.toContain('{')
  })

  test('with an application that it does not know', async () => {
    const headers = {
      'x-client-id': 'other',
      'x-device-fingerprint': 'f',
      'x-operating-sys-version': 'a',
      'x-agent': 'a',
    }
    const answer = await fetch(`${strict.url}/api/v2/sdk/server-date`, { headers })
    expect(await answer.json()).toMatchObject({ error_code: 'APP.0001' })
  })
})
