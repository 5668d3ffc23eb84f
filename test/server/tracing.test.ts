import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loadConfig } from '../../server/config/config.ts'
import { createLogger } from '../../server/log/log.ts'
import { startTracing } from '../../server/tracing/start.ts'
import type { Tracing } from '../../server/tracing/tracing.ts'
import { ask } from '../support/api.ts'
import { exporter } from '../support/exports.ts'
import { type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
const log = createLogger({ level: 'silent' })

let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>
let tracing: Tracing
let server: TestServer
beforeAll(async () => {
  receiver = await startOtlpReceiver()
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SERVICE_NAME: 'accounts' }
  tracing = (await startTracing(loadConfig(env), log)) as Tracing
  server = await startTestServer({ tracing })
})
afterAll(async () => {
  await server.close()
  await tracing.close()
  await receiver.close()
})

const basic = `Basic ${btoa('trustedDemo:trusted.Demo.2026')}`
const token = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${server.issuer}/connect/token`, {
    method: 'POST',
    headers: { authorization: basic, ...headers },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
  })
/** The spans that fit, once there are as many. */
const received = (fits: (span: ReceivedSpan) => boolean, count = 1) =>
  vi.waitFor(
    () => {
      const found = receiver.spans.filter(fits)
      expect(found.length).toBeGreaterThanOrEqual(count)
      return found
    },
    { timeout: 15_000 },
  )

test('a request goes on in the trace of its caller, with its statements beneath it', async () => {
  const { access_token: accessToken } = await (await token({ scope: 'ZMS.Users.Read' })).json()
  const path = '/api/v1.0/users/details'
  const answer = await fetch(`${server.issuer}${path}?secret=querystring`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, traceparent, 'content-type': 'application/json' },
    body: JSON.stringify([{ email: 'somebody@example.com' }]),
  })
  const [span] = await received((one) => one.traceId === traceId && one.kind === 2)
  expect(span).toMatchObject({
    parentSpanId: '00f067aa0ba902b7',
    service: 'accounts',
    attributes: {
      'http.request.method': 'POST',
      'http.route': path,
      'http.response.status_code': answer.status,
      'openaccount.request_id': answer.headers.get('x-request-id'),
    },
  })
  expect(span?.name).toMatch(/^[a-z][A-Za-z]+$/)
  const statements = await received((one) => one.parentSpanId === span?.spanId)
  expect(statements[0]).toMatchObject({
    name: 'select',
    kind: 3,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': expect.stringContaining('$1') },
  })
})

test('what is answered without the engine is traced alike, a form with its statements too', async () => {
  const id = '5bf92f3577b34da6a3ce929d0e0e4736'
  const { access_token: accessToken } = await (await token({ scope: 'ZMS.Users.Read' })).json()
  await fetch(`${server.issuer}/connect/introspect`, {
    method: 'POST',
    headers: { authorization: basic, traceparent: `00-${id}-00f067aa0ba902b7-01` },
    body: new URLSearchParams({ token: accessToken }),
  })
  const [span] = await received((one) => one.traceId === id && one.kind === 2)
  expect(span).toMatchObject({ name: 'introspectToken', attributes: { 'http.route': '/connect/introspect' } })
  await received((one) => one.parentSpanId === span?.spanId && one.attributes['db.operation.name'] !== undefined)
})

test('a caller who does not sample is not traced, and neither are probes', async () => {
  const id = '6bf92f3577b34da6a3ce929d0e0e4736'
  await token({ scope: 'ZMS.Users.Read' }, { traceparent: `00-${id}-00f067aa0ba902b7-00` })
  await fetch(`${server.issuer}/readyz`)
  await token({ scope: 'Nobody.Has' }, { traceparent: `00-7${id.slice(1)}-00f067aa0ba902b7-01` })
  const [refused] = await received((one) => one.traceId === `7${id.slice(1)}` && one.kind === 2)
  expect(refused?.attributes['http.response.status_code']).toBe(400)
  expect(receiver.spans.filter((one) => one.traceId === id)).toEqual([])
  expect(receiver.spans.filter(({ name }) => name === 'GET')).toEqual([])
})

test('a job belongs to the request that sent it', async () => {
  const id = '8bf92f3577b34da6a3ce929d0e0e4736'
  const by = await exporter(server)
  await ask(server, 'POST', '/api/v1.0/manage/users/export', {
    token: by.token,
    body: { reason: 'For a test', filter: {} },
    headers: { traceparent: `00-${id}-00f067aa0ba902b7-01` },
  })
  const [send] = await received((one) => one.traceId === id && one.kind === 4)
  const [work] = await received((one) => one.traceId === id && one.kind === 5)
  expect(work).toMatchObject({ parentSpanId: send?.spanId })
  expect(work?.name).toMatch(/^process .*export/)
})

test('a call to another server is a span, and hands the trace on', async () => {
  const headers: (string | undefined)[] = []
  const other = createServer((request, response) => {
    headers.push(request.headers.traceparent as string | undefined)
    response.end('{}')
  }).listen(0, 'localhost')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const handle = tracing.serve(async (_request, response) => {
    await fetch(`http://localhost:${port}/token?secret=querystring`)
    response.end()
  })
  const front = createServer(handle).listen(0, 'localhost')
  await once(front, 'listening')
  const id = '9bf92f3577b34da6a3ce929d0e0e4736'
  await fetch(`http://localhost:${(front.address() as AddressInfo).port}/`, {
    headers: { traceparent: `00-${id}-00f067aa0ba902b7-01` },
  })
  const [call] = await received((one) => one.traceId === id && one.kind === 3)
  expect(call).toMatchObject({ attributes: { 'server.address': 'localhost', 'server.port': port } })
  expect(headers).toEqual([`00-${id}-${call?.spanId}-01`])
  front.close()
  other.close()
})

test('no span holds a value, a query, an address of a person or the message of an error', async () => {
  expect(receiver.spans.length).toBeGreaterThan(10)
  const all = JSON.stringify(receiver.spans)
  for (const secret of ['somebody@example.com', 'test@example.com', 'querystring', 'trusted.Demo.2026', '127.0.0.1']) {
    expect(all).not.toContain(secret)
  }
  expect(receiver.spans.filter(({ events, status }) => events.length > 0 || status.message)).toEqual([])
})

test('a collector that is away costs nobody anything, and a stop does not wait for it', async () => {
  const away = (await startTracing(loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:9' }), log)) as Tracing
  const other = await startTestServer({ tracing: away })
  const answer = await fetch(`${other.issuer}/.well-known/openid-configuration`)
  expect(answer.status).toBe(200)
  await other.close()
  const began = performance.now()
  await away.close()
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('without an endpoint nobody is traced; a sampler that nobody knows stops the start', async () => {
  expect(await startTracing(loadConfig({}), log)).toBeUndefined()
  expect(() => loadConfig({ OTEL_TRACES_SAMPLER: 'sometimes' })).toThrow('OTEL_TRACES_SAMPLER must be')
  expect(() => loadConfig({ OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('OTEL_TRACES_SAMPLER_ARG must be')
})
