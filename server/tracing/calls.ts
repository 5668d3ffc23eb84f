import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'
import {
  context,
  defaultTextMapSetter,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapPropagator,
  type Tracer,
  trace,
} from '@opentelemetry/api'

/** A request of `fetch`, as undici tells of it. */
interface FetchRequest {
  readonly method: string
  readonly origin: string
  addHeader(name: string, value: string): void
}

/**
 * Makes a span of each call to another server, and hands `traceparent` on to it. Node tells of such calls by itself, those of `fetch`
 * and of `node:http` on channels of their own; of their addresses no more than the host is written.
 * @returns ends that
 */
export function traceCalls(tracer: Tracer, propagator: TextMapPropagator): () => void {
  const open = new WeakMap<object, Span>()
  const begin = (call: object, method: string, origin: string, give: (name: string, value: string) => void) => {
    // What a timer does belongs to nothing.
    if (!trace.getActiveSpan()) return
    const { hostname, port, protocol } = new URL(origin)
    const attributes = {
      'http.request.method': method,
      'server.address': hostname,
      'server.port': Number(port) || (protocol === 'http:' ? 80 : 443),
    }
    const span = tracer.startSpan(method, { kind: SpanKind.CLIENT, attributes })
    // A call that hands traces over is none.
    if (!span.isRecording()) return
    open.set(call, span)
    const carrier: Record<string, string> = {}
    propagator.inject(trace.setSpan(context.active(), span), carrier, defaultTextMapSetter)
    for (const [name, value] of Object.entries(carrier)) give(name, value)
  }
  const answered = (call: object, status: number | undefined) => {
    const span = open.get(call)
    if (status === undefined || !span) return
    span.setAttribute('http.response.status_code', status)
    if (status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
  }
  const end = (call: object, failed: boolean) => {
    const span = open.get(call)
    if (failed) span?.setStatus({ code: SpanStatusCode.ERROR })
    span?.end()
    open.delete(call)
  }

  const listeners: readonly (readonly [string, (message: never) => void])[] = [
    [
      'undici:request:create',
      ({ request }: { request: FetchRequest }) =>
        begin(request, request.method, request.origin, (name, value) => request.addHeader(name, value)),
    ],
    [
      'undici:request:headers',
      ({ request, response }: { request: FetchRequest; response: { statusCode: number } }) =>
        answered(request, response.statusCode),
    ],
    ['undici:request:trailers', ({ request }: { request: FetchRequest }) => end(request, false)],
    ['undici:request:error', ({ request }: { request: FetchRequest }) => end(request, true)],
    [
      'http.client.request.created',
      ({ request }: { request: ClientRequest }) =>
        begin(request, request.method, `${request.protocol}//${request.host}`, (name, value) => {
          if (!request.headersSent) request.setHeader(name, value)
        }),
    ],
    [
      'http.client.response.finish',
      ({ request, response }: { request: ClientRequest; response: IncomingMessage }) => {
        answered(request, response.statusCode)
        end(request, false)
      },
    ],
    ['http.client.request.error', ({ request }: { request: ClientRequest }) => end(request, true)],
  ]
  for (const [name, listener] of listeners) subscribe(name, listener as (message: unknown) => void)
  return () => {
    for (const [name, listener] of listeners) unsubscribe(name, listener as (message: unknown) => void)
  }
}
