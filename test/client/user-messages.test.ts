import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  createAccountClient,
  EnvelopeError,
  password,
  SignInRequiredError,
  userMessages,
} from '../../client/src/index.ts'
import { readEvents } from '../../client/src/transport/event-stream.ts'
import { newcomer } from '../account/account-person.ts'
import { openStreams, push } from '../support/message-stream.ts'
import { mintTokens } from '../support/minted-tokens.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type ProtocolServer, type ScriptedAnswer, startProtocolServer } from './protocol-server.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
const operation = 'GET /api/v1.0/user/messages'
let scripted: ProtocolServer
let server: TestServer

beforeAll(async () => {
  scripted = await startProtocolServer()
  server = await startTestServer({ messageBeat: 3_600_000 })
})
afterEach(() => scripted.reset())
afterAll(async () => {
  await scripted.close()
  await server.close()
})

const message = (number: number) => ({
  id: `0198f2a5-2f15-7a7b-8c65-9a8b7f6e5d${number}`,
  types: 'LicenseTimeChange',
  content: String(number),
  createTime: '2026-03-02T08:15:00.000Z',
  expireTime: '2026-03-09T08:15:00.000Z',
})
const event = (number: number) => `id: ${number}\ndata: ${JSON.stringify(message(number))}\n\n`
const stream = (...numbers: number[]): ScriptedAnswer => ({
  headers: { 'content-type': 'text/event-stream' },
  body: `retry: 5\n\n: heart-beat\n\n${numbers.map(event).join('')}`,
})
const refusal = (status: number, error: string, headers: Record<string, string> = {}): ScriptedAnswer => ({
  status,
  headers,
  body: { status: status * 100, message: error, error, data: null },
})

/** The server answers so, one after the other. */
function answers(...list: (ScriptedAnswer | 'hang up')[]): void {
  scripted.on(operation, () => list.shift() ?? refusal(403, 'Forbidden'))
}

const scriptedClient = () =>
  createAccountClient({ baseUrl: scripted.baseUrl, auth: async () => 'a token', retry: false })

/** The numbers of the first messages, until there are so many. */
async function numbersOf(messages: AsyncIterable<{ eventId: string }>, count: number): Promise<string[]> {
  const numbers: string[] = []
  for await (const { eventId } of messages) if (numbers.push(eventId) === count) break
  return numbers
}

test('messages come with every field and with their place', async () => {
  answers(stream(41))
  for await (const received of userMessages(scriptedClient())) {
    expect(received).toEqual({ ...message(41), eventId: '41' })
    break
  }
})

test('a stream that ends or breaks is opened again behind the last message', async () => {
  answers(stream(41, 42), 'hang up', stream(), refusal(503, 'ServiceUnavailable'), stream(43))
  expect(await numbersOf(userMessages(scriptedClient(), { lastEventId: '40' }), 3)).toEqual(['41', '42', '43'])
  const sent = scripted.of(operation).map(({ headers }) => headers['last-event-id'])
  expect(sent).toEqual(['40', '42', '42', '42', '42'])
})

test('a stream on which nothing comes ends with its signal, long after its request was forgotten', async () => {
  const { id, userName, password: own } = await newcomer(server)
  const auth = password({
    clientId: 'testAutoClient',
    clientSecret: 'testAuto.2022',
    username: userName,
    password: own,
    scope: 'openid ZMS.Basic',
  })
  const ending = new AbortController()
  const messages = userMessages(createAccountClient({ baseUrl: server.issuer, auth }), { signal: ending.signal })
  await push(server, id, '41')
  expect((await messages.next()).value?.content).toBe('41')
  const next = messages.next()
  for (let n = 0; n < 40; n += 1) {
    collectGarbage()
    await new Promise(setImmediate)
  }
  ending.abort()
  await expect(next).rejects.toThrow('aborted')
  // A collection takes half a second in a process that has run many files.
}, 120_000)

test('after 429 nobody asks before Retry-After is over', async () => {
  answers(refusal(429, 'TooManyRequests', { 'retry-after': '1' }), stream(41))
  const began = performance.now()
  expect(await numbersOf(userMessages(scriptedClient()), 1)).toEqual(['41'])
  expect(performance.now() - began).toBeGreaterThan(990)
})

test('a token that is refused is renewed, as for any call', async () => {
  answers(stream(41), refusal(401, 'Unauthorized', { 'www-authenticate': 'Bearer error="invalid_token"' }), stream(42))
  const auth = async ({ rejected }: { rejected?: string | undefined }) => (rejected ? 'new' : 'old')
  const client = createAccountClient({ baseUrl: scripted.baseUrl, auth })
  expect(await numbersOf(userMessages(client), 2)).toEqual(['41', '42'])
  expect(scripted.of(operation).map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer old',
    'Bearer new',
  ])
})

test('a refusal for good, and a sign-in that is over, end it', async () => {
  answers(stream(41))
  const messages = userMessages(scriptedClient())
  expect((await messages.next()).value).toMatchObject({ eventId: '41' })
  await expect(messages.next()).rejects.toThrow(EnvelopeError)
  const auth = async () => {
    throw new SignInRequiredError({ operation })
  }
  const client = createAccountClient({ baseUrl: scripted.baseUrl, auth })
  await expect(userMessages(client).next()).rejects.toThrow(SignInRequiredError)
})

test('an abort ends it at once, while it waits for a message and while it waits to come back', async () => {
  const [minted] = await mintTokens(server, 'openid ZMS.Basic', { users: 1 })
  const client = createAccountClient({ baseUrl: server.issuer, auth: async () => minted?.token ?? '' })
  const abort = new AbortController()
  const next = userMessages(client, { signal: abort.signal }).next()
  await expect.poll(() => openStreams(server)).toBe(1)
  abort.abort(new Error('enough'))
  await expect(next).rejects.toThrow('enough')
  await expect.poll(() => openStreams(server)).toBe(0)

  answers('hang up')
  const later = AbortSignal.timeout(50)
  await expect(userMessages(scriptedClient(), { signal: later }).next()).rejects.toThrow('timeout')
})

test('whoever leaves the loop leaves no stream open', async () => {
  const [minted] = await mintTokens(server, 'openid ZMS.Basic', { users: 1 })
  await push(server, minted?.userId ?? '', '1')
  const client = createAccountClient({ baseUrl: server.issuer, auth: async () => minted?.token ?? '' })
  expect(await numbersOf(userMessages(client), 1)).toEqual(['1'])
  await expect.poll(() => openStreams(server)).toBe(0)
})

test('a stream that falls silent is opened again', async () => {
  const [minted] = await mintTokens(server, 'openid ZMS.Basic', { users: 1 })
  let opened = 0
  const client = createAccountClient({
    baseUrl: server.issuer,
    auth: async () => minted?.token ?? '',
    fetch: (request) => {
      opened += 1
      return fetch(request)
    },
  })
  const messages = userMessages(client, { silence: 100 })
  const next = messages.next()
  await expect.poll(() => opened, { timeout: 15_000 }).toBe(2)
  await push(server, minted?.userId ?? '', '"at last"')
  expect((await next).value).toMatchObject({ content: '"at last"' })
  await messages.return()
})

test('events are read however they are cut and whatever ends their lines', async () => {
  const text = ': hello\r\nid: 1\r\ndata: 字\rdata:b\n\ndata\nretry: 7\nretry: soon\nother: x\n\n'
  const bytes = new TextEncoder().encode(text)
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
    const events = []
    for await (const one of readEvents(body, () => {})) events.push(one)
    expect([size, events]).toEqual([
      size,
      [
        { id: '1', data: '字\nb' },
        { data: '', retry: 7 },
      ],
    ])
  }
})

test.each<[string, ScriptedAnswer]>([
  ['a page', { headers: { 'content-type': 'text/html' }, body: '<p>Sign in to this network</p>' }],
  ['a message that is not JSON', { headers: { 'content-type': 'text/event-stream' }, body: 'id: 1\ndata: {\n\n' }],
])('%s is no stream of messages, and is not asked for again', async (_what, answer) => {
  answers(answer)
  await expect(userMessages(scriptedClient()).next()).rejects.toMatchObject({ name: 'AccountError', operation })
  expect(scripted.of(operation)).toHaveLength(1)
})
