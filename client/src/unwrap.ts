import { AccountError, EnvelopeError, type FailureDetails, OAuthError } from './errors.ts'
import { retryAfterSeconds } from './transport/retry-after.ts'

/** What a call of the typed client resolves to: `data` of a success, or `error` of a documented failure. */
export interface Outcome {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** The envelope of the account endpoints. */
interface Envelope {
  readonly status: number
  readonly message: string
  readonly error: string | null
  readonly data: unknown
}

/** The type of a success: what `data` of the envelope holds, or the answer itself where there is no envelope. */
export type Unwrapped<Result extends Outcome> = [NonNullable<Result['data']>] extends [never]
  ? undefined
  : NonNullable<Result['data']> extends { status: number; message: string; error: unknown; data: infer Data }
    ? Data
    : NonNullable<Result['data']>

/** Makes the typed error of an error answer; undefined when the answer has another shape than it knows. */
export type ReadFailure = (body: unknown, details: FailureDetails) => AccountError | undefined

/** Where an answer comes from. */
interface Origin {
  readonly operation: string
  /** The server's address and the path as in the contract. */
  readonly url?: string | undefined
  /** Knows the error shape that this API alone has. */
  readonly readFailure?: ReadFailure | undefined
}

const origins = new WeakMap<Response, Origin>()

/** Remembers where an answer comes from, so that errors made from it can say so. */
export function rememberOrigin(response: Response, origin: Origin): void {
  origins.set(response, origin)
}

/**
 * Takes the data out of the outcome of a call.
 * @param outcome what `client.GET(…)` and the like return, awaited or not
 * @returns the data; for an account endpoint what its envelope holds; undefined for an answer without content
 * @throws {OAuthError} the error answer of a protocol endpoint
 * @throws {EnvelopeError} the error answer of an account endpoint
 * @throws {OneAccessError} the error answer of a OneAccess endpoint below `/api/v2`
 * @throws {AccountError} an error answer in no documented shape
 */
export async function unwrap<Result extends Outcome>(outcome: Result | Promise<Result>): Promise<Unwrapped<Result>> {
  const { data, error, response } = await outcome
  if (!response.ok) throw failure(error, response)
  if (!isEnvelope(data)) return data as Unwrapped<Result>
  if (data.status !== 0) throw failure(data, response)
  return data.data as Unwrapped<Result>
}

/** Makes the typed error of an error answer: its body (parsed when it is JSON) tells the shapes apart. */
function failure(body: unknown, response: Response): AccountError {
  // An answer that no client of this package got has its address alone, and a query may hold secrets.
  const { operation, url, readFailure } = origins.get(response) ?? { operation: response.url.replace(/[?#].*$/s, '') }
  const details: FailureDetails = {
    operation,
    url,
    status: response.status,
    requestId: response.headers.get('X-Request-Id') ?? undefined,
    retryAfter: retryAfterSeconds(response.headers),
  }
  const known = readFailure?.(body, details)
  if (known) return known
  if (isEnvelope(body)) return new EnvelopeError({ ...body, error: String(body.error) }, details)
  if (isRecord(body) && typeof body.error === 'string') {
    return new OAuthError(body.error, text(body.error_description), details)
  }
  return new AccountError(`HTTP status ${response.status}`, details)
}

/**
 * Whether the JSON of a success has the form that the types promise: of an account endpoint a list in the envelope, or an
 * envelope that says what went wrong; of a protocol endpoint an object. A portal or a proxy may answer for the server.
 */
export function isAccountAnswer(path: string, body: unknown): boolean {
  if (path.startsWith('/api/v1.0/')) return isEnvelope(body) && (body.status !== 0 || Array.isArray(body.data))
  return !/^\/(connect|\.well-known)\//.test(path) || (isRecord(body) && !Array.isArray(body))
}

function isEnvelope(body: unknown): body is Envelope {
  return isRecord(body) && typeof body.status === 'number' && typeof body.message === 'string' && 'data' in body
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
