import { type DestinationStream, type Logger, pino, symbols } from 'pino'
import { standardOutput } from './output.ts'
import { censor, maskText, REDACTED, SECRET_KEYS } from './redact.ts'

export type { Logger } from 'pino'

/** How a logger is made: the least level to write, and where to (standard output unless told). */
export interface LogOptions {
  readonly level: string
  readonly destination?: DestinationStream
}

/**
 * A logger of JSON lines that cannot write secrets or personal data: `redact.ts` says what counts as such.
 * Errors are written with type, message, code and stack, without the values a database driver puts into them.
 */
export function createLogger({ level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: censor },
      // Fields of child loggers do not pass through formatters.log.
      redact: { paths: [...SECRET_KEYS], censor: REDACTED },
      // Takes the place of pino's own description, which would add every property of the error.
      serializers: { err: (value: unknown) => (value instanceof Error ? censor({ value }).value : value) },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = withMessage(given).map((part) => (typeof part === 'string' ? maskText(part) : part))
          method.apply(this, [first as object, ...(rest as [string?])])
        },
      },
    },
    destination ?? standardOutput(),
  )
}

/** Names the error's message where pino would take it, unmasked, for want of another. */
function withMessage(given: readonly unknown[]): readonly unknown[] {
  const [first, message] = given
  if (message !== undefined || typeof first !== 'object' || first === null) return given
  const error = first instanceof Error ? first : 'err' in first ? first.err : undefined
  return error instanceof Error ? [first, error.message] : given
}

/** What is worth knowing about an answered request; `url` may have a query string, which is not written. */
export interface RequestSummary {
  readonly method: string
  readonly url: string
  readonly status: number
  /** Time from the first byte read to the last written, in milliseconds. */
  readonly ms: number
  readonly requestId: string
  readonly operationId?: string | undefined
  /** Why it failed, if it did; never anything that was sent. */
  readonly reason?: string | undefined
}

/**
 * Writes one line per answered request: `error` where the server failed, else `info`. These lines are most of the log, and of one
 * shape: they go around what makes others safe. Only path and reason can hold what somebody has sent; they are masked.
 */
export function logRequest(log: Logger, { url, reason, ms, ...rest }: RequestSummary): void {
  const path = url.split('?', 1)[0] ?? ''
  // Readiness answers 503 when there is a reason; that is no failure.
  const failed = rest.status >= 500 && path !== '/readyz'
  const level = failed ? 'error' : 'info'
  if (!log.isLevelEnabled(level)) return
  const line = {
    level,
    time: new Date().toISOString(),
    ...rest,
    reason: reason && maskText(reason),
    path: maskText(path),
    ms: Math.round(ms * 10) / 10,
    msg: failed ? 'request failed' : 'request',
  }
  destinationOf(log).write(`${JSON.stringify(line)}\n`)
}

function destinationOf(log: Logger): DestinationStream {
  return (log as unknown as Record<symbol, DestinationStream>)[symbols.streamSym] as DestinationStream
}
