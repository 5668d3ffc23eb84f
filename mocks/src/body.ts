import type { IncomingMessage } from 'node:http'
import type { MockOperation } from './contract.ts'
import { type Failure, Refused } from './failure.ts'
import { invalid, refuseForeignBytes, refuseNul, refuseOverlong, refuseUnkeepable } from './guard.ts'

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'
const MOST_FIELDS = 100

/** The bytes that a body may have by its media type, as on the server; what the OpenID engine reads has a limit of its own. */
const mostBytes = new Map([
  ['application/json', 1_048_576],
  [FORM, 65_536],
  ['text/xml', 65_536],
  [MULTIPART, 5_373_952],
])
const MOST_BYTES_OF_ENGINE = 56 * 1024

/** A body that was read. */
export interface Body {
  mediaType?: string
  /** A JSON value, or the text of any other body; undefined without a body. */
  value: unknown
  /** The fields of a form; none for any other body. */
  form: URLSearchParams
}

/** Whether a request announces a body (RFC 9112 section 6.3). */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Whether a `Content-Type` declares no charset, or UTF-8 (RFC 9110 section 8.3.2). */
function isUtf8(contentType: string): boolean {
  const declared = contentType.matchAll(/;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/gi)
  return [...declared].every(([, quoted, plain]) => /^utf-?8$/i.test((quoted ?? plain ?? '').trim()))
}

/** The media type of a body that the operation takes; JSON below /api/v2 where it does not say. @throws Refused */
function mediaTypeOf({ policy }: MockOperation, { headers }: IncomingMessage): string {
  const accepted: readonly string[] = policy.requestMediaTypes
  const isUnsaid = policy.errorFormat === 'error-code' && accepted.includes('application/json')
  const given = headers['content-type'] ?? (isUnsaid ? 'application/json' : '')
  const mediaType = given.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const isCompressed = !['identity', undefined].includes(headers['content-encoding']?.toLowerCase())
  if (accepted.includes(mediaType) && isUtf8(given) && !isCompressed) return mediaType
  const encoded = isCompressed ? ', not compressed' : ''
  throw new Refused({ status: 415, message: `the body must be ${accepted.join(' or ')} in UTF-8${encoded}` })
}

function tooLarge(message: string): Refused {
  // The unread rest would be taken for the next request.
  return new Refused({ status: 413, message, headers: { connection: 'close' } })
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const refused = tooLarge(`the body is larger than ${limit} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > limit) throw refused
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw refused
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function textOf(bytes: Buffer, ignoreBOM: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes)
  } catch {
    throw invalid('the body is not UTF-8')
  }
}

/** Integers that JavaScript rounds are refused, as on the server (RFC 8259 section 6). @throws Refused */
function refuseRounding(_name: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? ''))
    throw invalid('the body contains an integer beyond 2^53 - 1')
  return value
}

function jsonIn(bytes: Buffer): unknown {
  const text = textOf(bytes, false)
  try {
    const value: unknown = JSON.parse(text, refuseRounding)
    refuseNul(value, 'body')
    // Of a list each item is judged by itself.
    if (!Array.isArray(value)) refuseUnkeepable(value, 'body')
    return value
  } catch (error) {
    // Also when it is nested more deeply than can be looked at.
    throw error instanceof Refused ? error : invalid('the body is not valid JSON')
  }
}

function formIn(bytes: Buffer, operation: MockOperation): URLSearchParams {
  const text = textOf(bytes, true)
  refuseForeignBytes(text, 'body')
  if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw invalid('the body has too many fields')
  const form = new URLSearchParams(text)
  refuseNul([...form].flat(), 'body')
  if (operation.policy.servedBy === 'engine') refuseOverlong(operation, form)
  return form
}

/** Looks at the parts of a multipart body (RFC 7578); what they must be is for Prism to say. */
async function checkParts(bytes: Buffer, contentType: string, { policy }: MockOperation): Promise<void> {
  const sent = new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
  const parts = await sent.formData().catch(() => {
    throw invalid('the body is not a multipart form')
  })
  const limits: Readonly<Record<string, number>> = policy.parameterLimits
  for (const [name, value] of parts) {
    const isFile = typeof value !== 'string'
    if (isFile !== (policy.fileFields as readonly string[]).includes(name))
      throw invalid(isFile ? 'the body has a file that is not documented' : 'the body has a text where a file belongs')
    if (isFile && value.size > (limits[name] ?? 0)) throw tooLarge(`the file ${name} is too large`)
    refuseNul([name, isFile ? value.name : value], 'body')
  }
}

/** @throws Refused for a body that is too large, of another media type, not UTF-8, or not what it says that it is */
async function read(operation: MockOperation, request: IncomingMessage): Promise<Body> {
  const nothing = { value: undefined, form: new URLSearchParams() }
  const { requestMediaTypes, servedBy } = operation.policy
  if (requestMediaTypes.length === 0 || !hasBody(request)) return nothing
  const mediaType = mediaTypeOf(operation, request)
  const limit = servedBy === 'engine' ? MOST_BYTES_OF_ENGINE : (mostBytes.get(mediaType) ?? MOST_BYTES_OF_ENGINE)
  const bytes = await readBytes(request, limit)
  if (mediaType === 'application/json') return { ...nothing, mediaType, value: jsonIn(bytes) }
  if (mediaType === FORM) {
    const form = formIn(bytes, operation)
    // Written anew, because Prism fails on a percent sign that encodes nothing.
    return { mediaType, value: form.toString(), form }
  }
  if (mediaType === MULTIPART) {
    await checkParts(bytes, request.headers['content-type'] ?? '', operation)
    return { ...nothing, mediaType, value: bytes.toString('utf8') }
  }
  const text = textOf(bytes, true)
  refuseNul(text, 'body')
  return { ...nothing, mediaType, value: text }
}

/** The body of a request, or why it is refused: who calls is asked before, but may be said in the body. */
export async function readBody(operation: MockOperation, request: IncomingMessage): Promise<Body | Failure> {
  try {
    return await read(operation, request)
  } catch (error) {
    if (error instanceof Refused) return error.failure
    throw error
  }
}
