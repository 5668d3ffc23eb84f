import type { Operation } from '../contract/operation.ts'
import { shareAnswer } from '../contract/policy/cross-origin.ts'
import type { Call } from '../contract/request/call.ts'

/** Sends JSON as the engine does: not to be kept (RFC 6749 section 5.1), to be read by pages of any origin. */
export function sendJson({ response }: Call, operation: Operation, body: object): void {
  const text = Buffer.from(JSON.stringify(body))
  shareAnswer(response, operation)
  response.setHeader('Vary', 'Origin')
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Content-Length', text.length)
  response.end(text)
}
