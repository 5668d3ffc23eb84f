import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Context,
  context,
  DiagLogLevel,
  defaultTextMapGetter,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type ReadableSpan, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { operations } from '../../generated/operations.ts'
import type { TracingConfig } from '../config/tracing.ts'
import type { Logger } from '../log/log.ts'
import { traceCalls } from './calls.ts'
import { samplerOf } from './sampler.ts'
import type { Tracing } from './tracing.ts'

/** How long a stop waits for the collector, in milliseconds. */
const longestGoodbye = 2_000
/** What probes ask every second. */
const untraced = /^\/(?:healthz|readyz|metrics)(?:\?|$)/

const routes = new Map(Object.entries(operations).map(([id, { path }]) => [id, path as string]))

/**
 * Traces by OpenTelemetry. Spans are made at the few places where something begins, and by no hook in the loader. They hold names
 * of operations, texts of statements, methods and statuses: no value, no address with a query, no message of an error.
 */
export function openTelemetry(config: TracingConfig & { readonly otlpEndpoint: string }, log: Logger): Tracing {
  const manager = useContexts()
  diag.setLogger(
    {
      error: (message) => log.warn({ reason: message.slice(0, 300) }, 'traces cannot be handed over'),
      warn: () => {},
      info: () => {},
      debug: () => {},
      verbose: () => {},
    },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  )
  const exporter = new OTLPTraceExporter({ url: `${config.otlpEndpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': config.serviceName })),
    sampler: samplerOf(config),
    // An event is an exception with its message, which may hold what somebody has sent.
    spanLimits: { eventCountLimit: 0 },
    spanProcessors: [withoutMessages, new BatchSpanProcessor({ exporter })],
  })
  const propagator = new W3CTraceContextPropagator()
  const tracer = provider.getTracer('openaccount')
  const stopCalls = traceCalls(tracer, propagator)
  const spans = new WeakMap<ServerResponse, Span>()

  const begin = (request: IncomingMessage): { span: Span; within: Context } => {
    const { method = 'GET', headers } = request
    const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)
    const attributes = { 'http.request.method': method }
    // Without an operation the method is all that may be said (semantic conventions for HTTP spans, "Name").
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent)
    return { span, within: trace.setSpan(parent, span) }
  }

  return {
    serve: (handle) => (request, response) => {
      if (untraced.test(request.url ?? '')) return handle(request, response)
      const { span, within } = begin(request)
      spans.set(response, span)
      // What a body brings arrives outside of everything; its listeners belong to the request.
      manager.bind(within, request)
      manager.bind(within, response)
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode)
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      context.with(within, () => handle(request, response))
    },
    name: (response, { operationId, requestId, reason }) => {
      const span = spans.get(response)
      if (!span) return
      span.setAttribute('openaccount.request_id', requestId)
      if (reason !== undefined) span.setAttribute('error.type', reason.split(':', 1)[0] ?? '')
      const route = operationId && routes.get(operationId)
      if (!route) return
      span.updateName(operationId).setAttribute('http.route', route)
    },
    statement: ({ text, ms, failed }) => {
      // What a timer does belongs to nothing.
      if (!trace.getActiveSpan()) return
      const end = Date.now()
      const operation = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement'
      const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.query.text': text }
      const span = tracer.startSpan(operation, { kind: SpanKind.CLIENT, attributes, startTime: end - ms })
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(end)
    },
    jobs: { tracerProvider: provider, propagator },
    close: async () => {
      stopCalls()
      let limit: NodeJS.Timeout | undefined
      const late = new Promise((resolve) => {
        limit = setTimeout(resolve, longestGoodbye)
      })
      await Promise.race([provider.shutdown().catch(() => {}), late])
      clearTimeout(limit)
    },
  }
}

/** Which span is active follows each request through everything it waits for: one store for the whole process. */
function useContexts(): AsyncLocalStorageContextManager {
  const manager = new AsyncLocalStorageContextManager().enable()
  context.setGlobalContextManager(manager)
  return manager
}

/** The job queue writes messages of errors beside its spans, which may name an address or a number; the log has them, masked. */
const withoutMessages: SpanProcessor = {
  onStart: () => {},
  onEnd: ({ status }: ReadableSpan) => {
    delete status.message
  },
  forceFlush: async () => {},
  shutdown: async () => {},
}
