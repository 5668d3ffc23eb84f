import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ErrorCodeName } from '../../generated/error-codes.ts'
import type { ReturnCodeName } from '../../generated/return-codes.ts'
import { undocumentedCode } from './documented-codes.ts'
import type { ErrorFormat } from './faces.ts'
import { ContractFailure } from './failure.ts'
import { endLingering } from './linger.ts'
import { shareAnswer } from './policy/cross-origin.ts'
import { type Call, callOf, formatOf, type RequestInfo } from './request/call.ts'
import { requestFailure } from './validate/validator-failure.ts'

/** A failure, ready to be sent. */
export interface FailureAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** The code of the contract's tables that it shows, in the shapes that have such codes. */
  readonly code?: ReturnCodeName | ErrorCodeName | undefined
  /** What went wrong, for the log: the kind, and the place in the request where there is one. */
  readonly reason?: string
}

/** Makes a failure an answer in that shape; what is no failure of the design is shaped as a fault of the server. */
export type ShapeFailure = (failure: unknown, format: ErrorFormat, request: RequestInfo) => FailureAnswer

interface Settings {
  readonly shape: ShapeFailure
  readonly log: Logger
  /** A code that the operation does not document is a fault of the server; else it is logged and sent. */
  readonly strict: boolean
}

/** The one place where a failure becomes an answer. Faults of the server are logged and hidden behind the request id. */
export function failureMiddleware({ shape, log, strict }: Settings): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const call = callOf(response)
    const about = { requestId: call.info.id, operationId: call.operation?.id }
    const failure = requestFailure(error, call.operation) ?? error
    let answer = shape(failure, formatOf(call), call.info)
    const description = call.operation && undocumentedCode(call.operation, answer.code)
    if (description !== undefined) {
      const fault = new ContractFailure('internal_error', { description }, { cause: error })
      log.error({ err: fault, ...about }, 'an answer breaks the contract')
      if (strict) answer = shape(fault, formatOf(call), call.info)
    } else if (answer.status >= 500) {
      log.error({ err: causeOf(failure), ...about }, 'unexpected failure')
    }
    call.reason = answer.reason
    if (response.headersSent) response.destroy()
    else send(call, answer)
  }
}

function causeOf(failure: unknown): unknown {
  return failure instanceof Error && failure.cause !== undefined ? failure.cause : failure
}

/** Sends a failure around every hook on the response, so that no validator can fail a second time. */
function send(
  { request, response, keep, info, operation }: Call,
  { status, contentType, headers, body }: FailureAnswer,
): void {
  for (const name of response.getHeaderNames()) if (!keep.has(name)) response.removeHeader(name)
  shareAnswer(response, operation)
  response.statusCode = status
  response.setHeader('Content-Type', contentType)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Request-Id', info.id)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  // The unread rest of a refused body would be taken for the next request; who sends too long headers will do so again.
  if (status === 413 || status === 431) response.setHeader('Connection', 'close')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  if (status === 413 && !request.readableEnded) endLingering(request, response, body)
  else response.end(body)
}

/** What answers when a failure cannot even be shaped: plain, and without any of the parts above. */
export function lastResort(log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    log.fatal({ err: error }, 'a failure could not be answered')
    if (response.headersSent) {
      response.destroy()
      return
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.statusCode = 500
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.setHeader('Cache-Control', 'no-store')
    response.end('{"error":"server_error"}')
  }
}
