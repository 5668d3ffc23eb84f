import cors from 'cors'
import type { Response } from 'express'
import { formats } from '../faces.ts'
import type { Operation } from '../operation.ts'
import type { Call } from '../request/call.ts'
import { allowedMethods, type Route } from '../routes.ts'

/** What pages of other origins may read of an answer beside its body and the simple header fields. */
export const exposedHeaders: readonly string[] = [
  'Allow',
  'Content-Disposition',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
]

/** How long a browser may remember what a preflight said, in seconds. */
const preflightSeconds = 3600

/**
 * Whether pages of other origins may read what an operation answers: JSON that a token or nothing at all protects, never
 * with the browser's cookies. Not pages, and not the sign-in form.
 */
function isShared(operation: Operation | undefined): boolean {
  return operation !== undefined && formats[operation.errorFormat].json
}

/**
 * Lets any page read this answer of a shared operation (Fetch standard, CORS check). The engine does so itself for what it
 * answers, because it knows the origins of each client; what we refuse before the client is known says nothing about it.
 */
export function shareAnswer(response: Response, operation: Operation | undefined): void {
  if (!isShared(operation)) return
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', exposedHeaders.join(','))
}

/**
 * Answers the question of a browser whether it may send a request (Fetch standard, CORS-preflight fetch). Every header
 * field that it asks for is allowed: none of them does anything by itself, and tracing adds names of its own.
 * @returns whether it was such a question about an operation that is shared
 */
export function answerPreflight({ request, response }: Call, route: Route): boolean {
  if (request.headers['access-control-request-method'] === undefined) return false
  if (![...route.operations.values()].some(isShared)) return false
  cors({ origin: '*', methods: allowedMethods(route), maxAge: preflightSeconds })(request, response, () => {})
  return true
}
