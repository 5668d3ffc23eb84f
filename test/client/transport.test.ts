import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  ConnectionError,
  createAccountClient,
  createOneAccessClient,
  type Fetch,
  TimeoutError,
  unwrap,
} from '../../client/src/index.ts'
import { gate, refusal } from './protocol-server.ts'
import { serverOfFile } from './server-of-file.ts'

const metadata = { issuer: 'http://localhost' }
const quick = { initialDelay: 1 }
const discoveryOperation = 'GET /.well-known/openid-configuration'
const form = { token: 't', clientId: 'trustedDemo', clientSecret: 's' }

/** A request that nobody holds any more must not take the link to the caller's signal with it. */
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const server = await serverOfFile()

/** Discovery fails the given number of times in the given way, then answers. */
function failFirst(times: number, failure: ReturnType<typeof refusal> | 'hang up'): void {
  server.on(discoveryOperation, () => (server.seen.length <= times ? failure : { body: metadata }))
}

describe('retries', () => {
  test.each([
    ['429', refusal(429, 'slow_down')],
    ['503', refusal(503, 'temporarily_unavailable')],
    ['a broken connection', 'hang up' as const],
  ])('a safe call is tried again after %s', async (_, failure) => {
    failFirst(2, failure)
    const client = createAccountClient({ ...server, retry: quick })
    expect(await client.discovery()).toEqual(metadata)
    expect(server.seen).toHaveLength(3)
  })

  test('three attempts are the most, or what the options say', async () => {
    failFirst(10, 'hang up')
    await expect(createAccountClient({ ...server, retry: quick }).discovery()).rejects.toBeInstanceOf(ConnectionError)
    expect(server.seen).toHaveLength(3)
    server.seen.length = 0
    const five = createAccountClient({ ...server, retry: { ...quick, attempts: 5 } })
    await expect(five.discovery()).rejects.toBeInstanceOf(ConnectionError)
    expect(server.seen).toHaveLength(5)
    server.seen.length = 0
    await expect(createAccountClient({ ...server, retry: false }).discovery()).rejects.toBeInstanceOf(ConnectionError)
    expect(server.seen).toHaveLength(1)
  })

  test('an answer that breaks off in the middle counts as a broken connection', async () => {
    server.on(discoveryOperation, () =>
      server.seen.length === 1
        ? { headers: { 'content-length': '1000', connection: 'close' }, body: metadata }
        : { body: metadata },
    )
    const client = createAccountClient({ ...server, retry: quick })
    expect(await client.discovery()).toEqual(metadata)
    expect(server.seen).toHaveLength(2)
  })

  test.each([400, 401, 404, 409, 500, 502])('status %i is not tried again', async (status) => {
    failFirst(1, refusal(status, 'server_error'))
    const client = createAccountClient({ ...server, retry: quick })
    await expect(client.discovery()).rejects.toMatchObject({ status })
    expect(server.seen).toHaveLength(1)
  })

  test.each([
    ['429', refusal(429, 'slow_down')],
    ['a broken connection', 'hang up' as const],
  ])('a POST is never sent twice after %s', async (_, failure) => {
    server.on('POST /connect/introspect', () => failure)
    const client = createAccountClient({ ...server, retry: quick })
    await expect(client.introspect(form)).rejects.toThrow()
    expect(server.seen).toHaveLength(1)
  })
})

describe('the time between attempts', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A `fetch` that gives these answers one after the other, and the times at which it was asked. */
  function answers(...responses: Response[]): { fetch: Fetch; times: number[] } {
    const times: number[] = []
    const start = Date.now()
    const fetch = async () => {
      times.push(Date.now() - start)
      return responses.shift() ?? Response.json(metadata)
    }
    return { fetch, times }
  }

  const refused = (headers?: HeadersInit) => new Response(null, { status: 503, ...(headers && { headers }) })

  test('doubles, up to a limit, and varies by chance', async () => {
    const { fetch, times } = answers(refused(), refused(), refused(), refused())
    const retry = { attempts: 5, initialDelay: 1000, maximumDelay: 3000 }
    const chance = vi.spyOn(Math, 'random').mockReturnValue(1)
    const result = createAccountClient({ baseUrl: 'http://localhost', fetch, retry }).discovery()
    await vi.runAllTimersAsync()
    await result
    expect(times).toEqual([0, 1000, 3000, 6000, 9000])

    chance.mockReturnValue(0)
    const second = answers(refused())
    const again = createAccountClient({ baseUrl: 'http://localhost', ...second, retry }).discovery()
    await vi.runAllTimersAsync()
    await again
    expect(second.times).toEqual([0, 500])
  })

  test.each([
    ['seconds', () => '7'],
    ['a date', () => new Date(Math.ceil(Date.now() / 1000) * 1000 + 6500).toUTCString()],
  ])('is what Retry-After asks for in %s', async (_, value) => {
    vi.setSystemTime(Date.UTC(2026, 10, 21, 12))
    const { fetch, times } = answers(refused({ 'retry-after': value() }))
    const result = createAccountClient({ baseUrl: 'http://localhost', fetch }).discovery()
    await vi.runAllTimersAsync()
    await result
    expect(times[1]).toBeGreaterThanOrEqual(6000)
    expect(times[1]).toBeLessThanOrEqual(7000)
  })

  test('is not waited for when Retry-After asks for more than the limit; the error says how long', async () => {
    const { fetch, times } = answers(refused({ 'retry-after': '11' }))
    const result = createAccountClient({ baseUrl: 'http://localhost', fetch }).discovery()
    await expect(result).rejects.toMatchObject({ status: 503, retryAfter: 11 })
    expect(times).toHaveLength(1)
  })

  test('is long, and not none, where Retry-After asks for more than timers count', async () => {
    const { fetch, times } = answers(refused({ 'retry-after': '99999999999' }))
    const retry = { maximumDelay: Number.POSITIVE_INFINITY }
    const caller = new AbortController()
    const result = createAccountClient({ baseUrl: 'http://localhost', fetch, retry }).discovery({
      signal: caller.signal,
    })
    const outcome = expect(result).rejects.toThrow('enough')
    await vi.advanceTimersByTimeAsync(86_400_000)
    caller.abort(new Error('enough'))
    await outcome
    expect(times).toEqual([0])
  })

  test('ends at once when the caller aborts', async () => {
    const { fetch, times } = answers(refused({ 'retry-after': '9' }))
    const caller = new AbortController()
    const result = createAccountClient({ baseUrl: 'http://localhost', fetch }).discovery({ signal: caller.signal })
    const outcome = expect(result).rejects.toThrow('enough')
    await vi.advanceTimersByTimeAsync(5000)
    caller.abort(new Error('enough'))
    await outcome
    expect(times).toEqual([0])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('an attempt that takes too long fails, and is not repeated', async () => {
    let asked = 0
    const never: Fetch = ({ signal }) => {
      asked += 1
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    }
    const client = createAccountClient({ baseUrl: 'http://localhost', fetch: never, timeout: 2000 })
    const outcome = expect(client.discovery()).rejects.toMatchObject({
      name: 'TimeoutError',
      operation: discoveryOperation,
      message: 'GET http://localhost/.well-known/openid-configuration: no answer within 2000 ms',
    })
    await vi.advanceTimersByTimeAsync(2000)
    await outcome
    expect(asked).toBe(1)
  })
})

describe('abort', () => {
  test('before the call: nothing is sent', async () => {
    const client = createAccountClient(server)
    await expect(client.discovery({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
    expect(server.seen).toHaveLength(0)
  })

  test('during the call: the reason of the signal, no error of ours', async () => {
    const answered = gate()
    server.on('POST /connect/introspect', async () => {
      await answered.opened
      return { body: { active: false } }
    })
    const caller = new AbortController()
    const result = createAccountClient(server).introspect({ ...form, signal: caller.signal })
    await vi.waitFor(() => expect(server.seen).toHaveLength(1), 10_000)
    collectGarbage()
    caller.abort()
    await expect(result).rejects.toMatchObject({ name: 'AbortError' })
    answered.open()
  })
})

test.each([Number.POSITIVE_INFINITY, 1e12])('a time limit beyond what timers count is none: %d', async (timeout) => {
  server.on(discoveryOperation, () => ({ body: metadata }))
  expect(await createAccountClient({ ...server, timeout, retry: false }).discovery()).toEqual(metadata)
})

test('the time limit covers the body, unless the caller reads it as a stream', async () => {
  const stalled = () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
      }),
    )
  const fetch: Fetch = async ({ signal }) => {
    const response = stalled()
    const body = response.body?.pipeThrough(new TransformStream(), { signal })
    return new Response(body)
  }
  const client = createAccountClient({ baseUrl: 'http://localhost', fetch, timeout: 5 })
  await expect(client.GET('/.well-known/openid-configuration')).rejects.toBeInstanceOf(TimeoutError)
  const { data } = await client.GET('/.well-known/openid-configuration', { parseAs: 'stream' })
  const part = await data?.getReader().read()
  expect(new TextDecoder().decode(part?.value)).toBe('{')
})

test('the language goes with every call', async () => {
  server.on(discoveryOperation, () => ({ body: metadata }))
  await createAccountClient({ ...server, language: 'zh' }).discovery()
  await createAccountClient(server).discovery()
  expect(server.seen.map(({ headers }) => headers['accept-language'])).toEqual(['zh', 'en'])
})

test('a base URL may have a path and a slash at its end', async () => {
  server.on('GET /accounts/connect/userinfo', () => ({ body: { sub: 'x' } }))
  const client = createAccountClient({ baseUrl: `${server.baseUrl}/accounts/`, auth: async () => 't' })
  expect(await unwrap(client.GET('/connect/userinfo'))).toEqual({ sub: 'x' })
})

test.each([
  ['/accounts', '/accounts'],
  ['localhost:3000', 'localhost:3000'],
  ['accounts.example.com', 'accounts.example.com'],
  ['ftp://accounts.example.com', 'ftp://accounts.example.com'],
  ['https://', 'https://'],
  ['', ''],
  ['me:secret@accounts.example.com?key=secret', 'accounts.example.com'],
])('a base URL without http or https is refused with the address in the message: %s', (baseUrl, shown) => {
  const message = `baseUrl must be an address such as https://accounts.example.com, not '${shown}'`
  expect(() => createAccountClient({ baseUrl })).toThrow(new TypeError(message))
  expect(() => createOneAccessClient({ baseUrl })).toThrow(new TypeError(message))
})

test.each(['https://me:secret@example.com', 'https://example.com/?key=secret', 'https://example.com/#secret'])(
  'a base URL with more than host and path is refused, and not repeated: %s',
  async (baseUrl) => {
    const refusal = new TypeError('baseUrl must not hold a user, a password, a query or a fragment')
    expect(() => createAccountClient({ baseUrl })).toThrow(refusal)
    await expect(createAccountClient(server).GET('/connect/userinfo', { baseUrl })).rejects.toThrow(refusal)
  },
)
