import { once } from 'node:events'
import { Agent, createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { finishContract, mountContract } from '../../server/contract/mount.ts'
import type { Operation } from '../../server/contract/operation.ts'
import { openCalls } from '../../server/contract/request/call.ts'
import { Streamed, type StreamSource } from '../../server/contract/stream.ts'
import { cutDocument, type OpenApiDocument } from '../../server/contract/validate/document-parts.ts'
import { failureShaper } from '../../server/errors/failure-answer.ts'
import type { Product } from '../../server/handlers/types.ts'
import { person } from './tiny-app.ts'

/** One operation that answers an event stream to a person. */
const operation: Operation = {
  id: 'getUserBasic',
  api: 'account',
  method: 'get',
  path: '/events',
  security: [{ oauth2: ['ZMS.Basic'] }],
  caller: 'user',
  roles: [],
  permissions: [],
  errorFormat: 'envelope',
  returnCodes: ['Unauthorized', 'InternalError'],
  errorCodes: [],
  missingCodes: {},
  servedBy: 'handler',
  engine: 'none',
  requestMediaTypes: [],
  requestBodyRequired: false,
  fileFields: [],
  plainText: [],
  parameterLimits: {},
  headers: [],
}
const document: OpenApiDocument = {
  openapi: '3.1.1',
  info: { title: 'Tiny', version: '1' },
  paths: {
    '/events': {
      get: {
        operationId: 'getUserBasic',
        'x-error-format': 'envelope',
        responses: {
          200: { description: 'Events.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        },
      },
    },
  },
}

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** Serves the stream; whoever holds a token of `valid` may read it. */
async function serve(
  source: StreamSource,
  valid: Set<string>,
  { takeLimit = 30_000, before = async () => {} } = {},
): Promise<number> {
  const app = express()
  const log = pino({ level: 'silent' })
  app.use(openCalls('https://accounts.example.com'))
  await mountContract<'account', Product>(app, {
    operations: [operation],
    parts: cutDocument(document, [operation]),
    handlers: {
      getUserBasic: async () => {
        await before()
        return { status: 200, body: new Streamed('text/event-stream', source) }
      },
    } as never,
    authenticate: { oauth2: async (token) => (valid.has(token) ? person(['ZMS.Basic']) : undefined) },
    identify: () => Promise.reject(new Error('nobody is named')),
    deps: {} as Product['deps'],
    engine: async () => {},
    log,
    strictResponses: true,
    isPage: () => false,
    rightInterval: 20,
    takeLimit,
  })
  finishContract(app, { shape: failureShaper(), log, strict: true })
  server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function read(port: number, method = 'GET', token = 'good', agent?: Agent): Promise<IncomingMessage> {
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    path: '/events',
    method,
    agent,
    headers: { authorization: `Bearer ${token}` },
  })
  request.on('error', () => {})
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return text
}

it('a streamed body is sent chunk by chunk, before it ends', async () => {
  let goOn = () => {}
  const asked = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const port = await serve(
    async function* () {
      yield 'data: 1\n\n'
      await asked
      yield 'data: 2\n\n'
    },
    new Set(['good']),
  )
  const response = await read(port)
  expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
  const [first] = (await once(response, 'data')) as [Buffer]
  expect(String(first)).toBe('data: 1\n\n')
  goOn()
  expect(await textOf(response)).toBe('data: 2\n\n')
})

it('a slow reader holds the source back, whatever it could give', async () => {
  let given = 0
  const chunk = 'x'.repeat(65_536)
  const port = await serve(
    async function* () {
      for (; given < 2_000; given += 1) yield chunk
    },
    new Set(['good']),
  )
  const response = await read(port)
  response.pause()
  // The source has stopped when it gives the same count twice in a row, far from its end.
  let before = -1
  await expect
    .poll(
      () => {
        const still = given === before
        before = given
        return still && given > 0
      },
      { interval: 100 },
    )
    .toBe(true)
  expect(given).toBeLessThan(1_000)
  response.destroy()
})

it('whoever takes nothing for too long is cut off, and the source is told to stop', async () => {
  let ended = () => {}
  const over = new Promise<void>((resolve) => {
    ended = resolve
  })
  const chunk = 'x'.repeat(65_536)
  const port = await serve(
    async function* (signal) {
      signal.addEventListener('abort', ended)
      for (;;) yield chunk
    },
    new Set(['good']),
    { takeLimit: 100 },
  )
  const response = await read(port)
  response.pause()
  await over
  await expect(textOf(response)).rejects.toThrow('aborted')
})

it('whoever went away before the stream began leaves nothing running', async () => {
  let left = () => {}
  const gone = new Promise<void>((resolve) => {
    left = resolve
  })
  const told: boolean[] = []
  const port = await serve(
    (signal) => {
      told.push(signal.aborted)
      return (async function* () {
        await new Promise(() => {})
        yield ''
      })()
    },
    new Set(['good']),
    { before: () => gone },
  )
  server?.once('request', (_, response) => response.once('close', left))
  const request = httpRequest({ port, host: '127.0.0.1', path: '/events', headers: { authorization: 'Bearer good' } })
  request.on('error', () => {})
  request.end()
  await once(server as Server, 'request')
  request.destroy()
  await expect.poll(() => told).toEqual([true])
})

it('a source is told to stop when its reader goes away', async () => {
  let ended: (reason: string) => void = () => {}
  const over = new Promise<string>((resolve) => {
    ended = resolve
  })
  const port = await serve(
    async function* (signal) {
      signal.addEventListener('abort', () => ended('aborted'))
      yield 'data: 1\n\n'
      await new Promise(() => {})
    },
    new Set(['good']),
  )
  const response = await read(port)
  await once(response, 'data')
  response.destroy()
  expect(await over).toBe('aborted')
})

it('a stream ends with the right of its reader', async () => {
  const valid = new Set(['good'])
  const port = await serve(async function* () {
    yield 'data: 1\n\n'
    await new Promise(() => {})
  }, valid)
  const response = await read(port)
  await once(response, 'data')
  valid.clear()
  expect(await textOf(response)).toBe('')
  expect(response.complete).toBe(true)
  expect((await read(port)).statusCode).toBe(401)
})

it('a source that fails cuts the connection, so that nobody takes half an answer for a whole one', async () => {
  const port = await serve(
    async function* () {
      yield 'data: 1\n\n'
      throw new Error('the source failed')
    },
    new Set(['good']),
  )
  const response = await read(port)
  await expect(textOf(response)).rejects.toThrow('aborted')
})

it('HEAD gets the head of a stream that has no end, and the connection is free for the next request', async () => {
  let asked = 0
  const port = await serve(
    async function* () {
      asked += 1
      yield 'data: 1\n\n'
      await new Promise(() => {})
    },
    new Set(['good']),
  )
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let n = 0; n < 2; n += 1) {
    const response = await read(port, 'HEAD', 'good', agent)
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/event-stream'])
    expect(await textOf(response)).toBe('')
  }
  expect((await read(port, 'GET', 'nobody', agent)).statusCode).toBe(401)
  expect(asked).toBe(0)
})
