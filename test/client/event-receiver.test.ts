import { describe, expect, test, vi } from 'vitest'
import { createEventReceiver, EventError, type EventReceiverOptions } from '../../client/src/index.ts'
import { webhooksOf } from '../../scripts/generate/document.ts'
import { contractDocument } from './contract-example.ts'
import { type Callback, decryptData, eventRequest } from './event-sender.ts'

const token = 'sync.Demo.2026'
const encryptionKey = 'abcdefgh12345678'
const signatureKey = 'ABCDEFGH87654321'

const callbacks: [string, Callback][] = [
  ['encrypted and signed', { token, encryptionKey, signatureKey }],
  ['encrypted', { token, encryptionKey }],
  ['signed', { token, signatureKey }],
  ['plain', { token }],
]
const full: Callback = { token, encryptionKey, signatureKey }

const user = {
  username: 'zhangsan',
  name: '张三',
  organizationId: '20220117125622909-9346-35755733F',
  password: 'Abc.123456',
  disabled: false,
}

/** What a receiver answers: status and body, with `data` decrypted. */
async function answer(callback: Callback, request: Request, more: Partial<EventReceiverOptions> = {}) {
  const response = await createEventReceiver({ ...callback, on: {}, ...more })(request)
  const body = (await response.json()) as { code: string; message: string; data?: string }
  const { encryptionKey: key } = callback
  const data = body.data !== undefined && key !== undefined ? decryptData(body.data, key) : body.data
  return { ...body, status: response.status, ...(data !== undefined && { data }) }
}

describe.each(callbacks)('%s', (_, callback) => {
  test('CHECK_URL is answered with its own text', async () => {
    const text = 'x7Hq9&äö中'
    expect(await answer(callback, eventRequest(callback, 'CHECK_URL', text))).toEqual({
      status: 200,
      code: '200',
      message: 'success',
      data: text,
    })
  })

  test('an event reaches its handler, and the id goes back', async () => {
    const handler = vi.fn(async () => ({ id: 'app-1' }))
    const timestamp = Date.now()
    const request = eventRequest(callback, 'CREATE_USER', JSON.stringify(user), { timestamp })
    const result = await answer(callback, request, { on: { CREATE_USER: handler } })
    expect(result).toEqual({ status: 200, code: '200', message: 'success', data: '{"id":"app-1"}' })
    const context = { eventType: 'CREATE_USER', nonce: expect.stringMatching(/^[\da-f]{16}$/), timestamp }
    expect(handler.mock.calls).toEqual([[user, context]])
  })
})

test.each([
  ['UPDATE_USER', { id: 'app-1', username: 'zhangsan', disabled: true }, '{"id":"app-2"}'],
  ['DELETE_USER', { id: 'app-1' }, undefined],
  ['CREATE_ORGANIZATION', { code: '10000', name: 'headquarter' }, '{"id":"app-2"}'],
  ['UPDATE_ORGANIZATION', { id: 'app-1', code: '10000', name: 'headquarter', parentId: 'app-0' }, '{"id":"app-2"}'],
  ['DELETE_ORGANIZATION', { id: 'app-1' }, undefined],
])('%s', async (eventType, message, data) => {
  const handler = vi.fn(async () => (data === undefined ? undefined : { id: 'app-2' }))
  const request = eventRequest(full, eventType, JSON.stringify(message))
  const result = await answer(full, request, { on: { [eventType]: handler } })
  expect(result).toEqual({ status: 200, code: '200', message: 'success', ...(data !== undefined && { data }) })
  expect(handler.mock.calls).toEqual([[message, expect.objectContaining({ eventType })]])
})

test('a long text is decrypted and encrypted like a short one', async () => {
  const text = 'x'.repeat(500_000)
  const { status, data } = await answer(full, eventRequest(full, 'CHECK_URL', text))
  expect([status, data === text]).toEqual([200, true])
})

test('a blank behind the event type is signed, and means nothing', async () => {
  const handler = vi.fn(async () => undefined)
  const request = eventRequest(full, 'DELETE_USER ', '{"id":"app-1"}')
  expect(await answer(full, request, { on: { DELETE_USER: handler } })).toMatchObject({ status: 200 })
  expect(handler).toHaveBeenCalledOnce()
})

describe('refused before any handler', () => {
  const now = Date.now()
  const flip = (text: string) =>
    text[20] === 'A' ? `${text.slice(0, 20)}B${text.slice(21)}` : `${text.slice(0, 20)}A${text.slice(21)}`

  test.each<[string, Callback, number, Parameters<typeof eventRequest>[3]]>([
    ['a wrong token', full, 401, { authorization: 'Bearer sync.Demo.2027' }],
    ['a token that only begins right', full, 401, { authorization: 'Bearer sync' }],
    ['another scheme', full, 401, { authorization: `Basic ${token}` }],
    ['no token', full, 401, { authorization: '' }],
    ['a signature made with another key', full, 401, { tamper: (body) => (body.signature = 'AAAA') }],
    ['a signature that is no base64', full, 401, { tamper: (body) => (body.signature = '%%') }],
    ['no signature', full, 401, { tamper: (body) => (body.signature = '') }],
    ['a signature left out', full, 401, { tamper: (body) => delete body.signature }],
    ['another event type than signed', full, 401, { tamper: (body) => (body.eventType = 'DELETE_USER') }],
    ['another time than signed', full, 401, { tamper: (body) => (body.timestamp = now + 1) }],
    ['another nonce than signed', full, 401, { tamper: (body) => (body.nonce = 'other') }],
    ['tampered ciphertext, signed', full, 401, { tamper: (body) => (body.data = flip(String(body.data))) }],
    [
      'tampered ciphertext, not signed',
      { token, encryptionKey },
      400,
      { tamper: (body) => (body.data = flip(String(body.data))) },
    ],
    ['data that is no base64', { token, encryptionKey }, 400, { tamper: (body) => (body.data = '%%') }],
    ['data shorter than its IV', { token, encryptionKey }, 400, { tamper: (body) => (body.data = 'AAAA') }],
    ['an old event', full, 401, { timestamp: now - 301_000 }],
    ['an event of tomorrow', full, 401, { timestamp: now + 86_400_000 }],
    ['no data', { token }, 400, { tamper: (body) => delete body.data }],
    ['a time in words', { token }, 400, { tamper: (body) => (body.timestamp = 'now') }],
    ['a list instead of a type', { token }, 400, { tamper: (body) => (body.eventType = ['DELETE_USER']) }],
  ])('%s', async (_, callback, status, changes) => {
    const handler = vi.fn(async () => ({ id: 'never' }))
    const request = eventRequest(callback, 'CREATE_USER', JSON.stringify(user), changes)
    const result = await answer(callback, request, { on: { CREATE_USER: handler, DELETE_USER: handler as never } })
    expect(result).toMatchObject({ status, code: String(status) })
    expect(result.data).toBeUndefined()
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([
    ['an event type that is not known', 'CREATE_ROLE', '{"id":"1"}', 'the event type is not known'],
    ['a name that every object has', 'constructor', '{"id":"1"}', 'the event type is not known'],
    ['an event type without handler', 'DELETE_USER', '{"id":"1"}', 'the event type is not handled'],
    ['a message that is no JSON', 'CREATE_USER', 'zhangsan', 'data is no JSON object'],
    ['a message that is null', 'CREATE_USER', 'null', 'data is no JSON object'],
    ['a message that is a list', 'CREATE_USER', '[{"username":"zhangsan"}]', 'data is no JSON object'],
    ['a message without its key', 'CREATE_USER', '{"username":""}', 'username is required'],
  ])('%s', async (_, eventType, message, reason) => {
    const handler = vi.fn(async () => ({ id: 'never' }))
    const result = await answer(full, eventRequest(full, eventType, message), { on: { CREATE_USER: handler } })
    expect(result).toEqual({ status: 400, code: '400', message: reason })
    expect(handler).not.toHaveBeenCalled()
  })

  test.each(['GET', 'PUT', 'HEAD'])('%s', async (method) => {
    const headers = { Authorization: `Bearer ${token}` }
    const response = await createEventReceiver({ ...full, on: {} })(
      new Request('https://app.example.com/', { method, headers }),
    )
    expect([response.status, response.headers.get('Allow'), await response.text()]).toEqual([405, 'POST', ''])
  })

  test('a body that is too large is not read to its end', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1
        controller.enqueue(new Uint8Array(1024).fill(0x20))
      },
    })
    const headers = { Authorization: `Bearer ${token}` }
    const init = { method: 'POST', headers, body: endless, duplex: 'half' }
    const result = await answer(full, new Request('https://app.example.com/callback', init), { maximumBytes: 65_536 })
    expect(result).toEqual({ status: 400, code: '400', message: 'the request is too large, incomplete or not UTF-8' })
    expect(pulled).toBeLessThan(70)
  })

  test('a limit that is no number stops at once', async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1024)) })
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body, duplex: 'half' }
    const request = new Request('https://app.example.com/callback', init)
    expect(await answer(full, request, { maximumBytes: Number.NaN })).toMatchObject({ status: 400 })
  })

  test('a body that breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('connection lost')) })
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body, duplex: 'half' }
    const result = await answer(full, new Request('https://app.example.com/callback', init))
    expect(result).toMatchObject({ status: 400, message: 'the request is too large, incomplete or not UTF-8' })
  })

  test('the body of a caller without the token is not read at all', async () => {
    const request = eventRequest(full, 'CHECK_URL', 'x', { authorization: 'Bearer other' })
    const response = await createEventReceiver({ ...full, on: {} })(request)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    expect(request.bodyUsed).toBe(false)
  })

  test('bytes that are not UTF-8, and no body', async () => {
    const headers = { Authorization: `Bearer ${token}` }
    for (const body of [Uint8Array.of(0x22, 0xff, 0x22), null]) {
      const request = new Request('https://app.example.com/callback', { method: 'POST', headers, body })
      expect(await answer(full, request)).toMatchObject({ status: 400 })
    }
  })
})

test('how old an event may be is for the application to say; without a signature the time proves nothing', async () => {
  const timestamp = 1_573_784_783_795
  const old = (callback: Callback) => eventRequest(callback, 'CHECK_URL', 'x', { timestamp })
  expect(await answer(full, old(full), { maximumAge: Number.POSITIVE_INFINITY })).toMatchObject({ status: 200 })
  expect(await answer({ token }, old({ token }))).toMatchObject({ status: 200 })
})

describe('what a handler throws', () => {
  const request = () => eventRequest(full, 'CREATE_USER', JSON.stringify(user))

  test.each([400, 404] as const)('an EventError of %i is told', async (code) => {
    const onError = vi.fn()
    const handler = async () => {
      throw new EventError(code, '用户名已存在')
    }
    const result = await answer(full, request(), { on: { CREATE_USER: handler }, onError })
    expect(result).toEqual({ status: code, code: String(code), message: '用户名已存在' })
    expect(onError).not.toHaveBeenCalled()
  })

  test('anything else is told to the application alone', async () => {
    const onError = vi.fn()
    const failure = new Error('password of the database: secret')
    const handler = () => {
      throw failure
    }
    const result = await answer(full, request(), { on: { CREATE_USER: handler }, onError })
    expect(result).toEqual({ status: 500, code: '500', message: 'busy, try again later' })
    expect(onError.mock.calls).toEqual([[failure, expect.objectContaining({ eventType: 'CREATE_USER' })]])
  })
})

test.each([
  ['an empty token', { token: '' }],
  ['a short encryption key', { token, encryptionKey: 'abcdefgh1234567' }],
  ['a long encryption key', { token, encryptionKey: 'abcdefgh123456789' }],
  ['an encryption key of more bytes than characters', { token, encryptionKey: 'abcdefgh1234567é' }],
  ['an empty encryption key', { token, encryptionKey: '' }],
  ['a short signature key', { token, signatureKey: 'ABCDEFGH' }],
])('%s is refused when the receiver is made', (_, callback) => {
  expect(() => createEventReceiver({ ...callback, on: {} })).toThrow(TypeError)
})

test('two answers to the same event are encrypted differently', async () => {
  const receive = createEventReceiver({ ...full, on: {} })
  const answers = await Promise.all(
    [1, 2].map(
      async () => (await receive(eventRequest(full, 'CHECK_URL', 'same'))).json() as Promise<{ data: string }>,
    ),
  )
  expect(answers[0]?.data).not.toBe(answers[1]?.data)
})

describe('the examples of the contract', () => {
  const keys = { encryptionKey: 'abcdefghijklmnop', signatureKey: 'qrstuvwxyz123456' }
  type Event = { eventType: string; signature: string; data: string }
  type Content = { 'application/json': { examples: Record<string, { value: Event }> } }
  const examples = [...webhooksOf(contractDocument('oneaccess'))].flatMap(({ webhook }) => {
    const { content } = webhook.requestBody as { content: Content }
    return Object.entries(content['application/json'].examples).map(([name, { value }]) => ({
      name: `${webhook.operationId}: ${name}`,
      event: value,
      plain: content['application/json'].examples.plain?.value,
    }))
  })

  test.each(examples)('$name', async ({ event, plain }) => {
    const callback = { token, ...(event.signature !== '' && keys) }
    const handled: unknown[] = []
    const handler = (message: unknown) => {
      handled.push(message)
      return event.eventType.startsWith('DELETE') ? undefined : { id: 'app-1' }
    }
    const types = examples.map((example) => [example.event.eventType, handler])
    const headers = { Authorization: `Bearer ${token}` }
    const init = { method: 'POST', headers, body: JSON.stringify(event) }
    const more = { on: Object.fromEntries(types), maximumAge: Number.POSITIVE_INFINITY }
    const result = await answer(callback, new Request('https://app.example.com/callback', init), more)
    expect(result).toMatchObject({ status: 200, code: '200' })
    const text = event.signature === '' ? event.data : plain?.data
    if (event.eventType === 'CHECK_URL') expect(result.data).toBe(text)
    else expect(handled).toEqual([JSON.parse(text ?? '')])
  })

  test('are there for every event', () => {
    expect(new Set(examples.map(({ event }) => event.eventType)).size).toBe(7)
    expect(examples.filter(({ event }) => event.signature !== '').length).toBeGreaterThan(1)
  })
})
