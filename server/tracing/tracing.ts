import type { RequestListener, ServerResponse } from 'node:http'
import type { TextMapPropagator, TracerProvider } from '@opentelemetry/api'

/** A statement that was answered. */
export interface StatementRun {
  readonly text: string
  readonly ms: number
  readonly failed: boolean
}

/** What a request turned out to be. */
export interface AnsweredRequest {
  readonly operationId: string | undefined
  readonly requestId: string
  readonly reason?: string | undefined
}

/** Spans of what the server does, for whoever follows a request over several programs. */
export interface Tracing {
  /** Lets each request be served in a span, which goes on where the caller's `traceparent` points to. */
  serve(handle: RequestListener): RequestListener
  /** Says which request it was, once it is answered. */
  name(response: ServerResponse, request: AnsweredRequest): void
  /** Notes a statement beneath what is being done. */
  statement(run: StatementRun): void
  /** What the job queue makes its own spans with. */
  readonly jobs: { readonly tracerProvider: TracerProvider; readonly propagator: TextMapPropagator }
  /** Hands over what is still here, for two seconds at most. */
  close(): Promise<void>
}
