import type { IncomingMessage } from 'node:http'
import type { MockOperation } from './contract.ts'
import type { Failure } from './failure.ts'
import type { PrismRequest } from './prism.ts'

const LARGEST_BODY_BYTES = 10 * 1024 * 1024

/** The media type of a `Content-Type`, without its parameters, in lower case. */
export function mediaTypeOf(header: string | undefined): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase() || undefined
}

/** The body as text. An oversized one is a failure with status 413. */
export async function readBody(request: IncomingMessage): Promise<string | Failure> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= LARGEST_BODY_BYTES) parts.push(part)
  }
  if (size > LARGEST_BODY_BYTES) return { status: 413, message: `the body is larger than ${LARGEST_BODY_BYTES} bytes` }
  return Buffer.concat(parts).toString('utf8')
}

/** The media type of a body; one that does not say is JSON below /api/v2, whose printed samples leave it out. */
function bodyType({ policy }: MockOperation, header: string | undefined): string | undefined {
  const named = mediaTypeOf(header)
  const accepted: readonly string[] = policy.requestMediaTypes
  if (named !== undefined || policy.errorFormat !== 'error-code') return named
  return accepted.find((mediaType) => mediaType === 'application/json')
}

/** The media ranges of `Accept` (RFC 9110 section 12.5.1) with their weights; on what is none, Prism would fail. */
function mediaRanges(accept = ''): string {
  const ranges = accept.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim())
    const weight = parameters.find((parameter) => /^q=[01](\.\d*)?$/i.test(parameter))
    return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+$/.test(range) ? [weight ? `${range};${weight}` : range] : []
  })
  return ranges.join(', ') || '*/*'
}

/** What a CAS validation answers is said by the query, not by `Accept`. */
function acceptOf({ policy }: MockOperation, { headers }: IncomingMessage, query: URLSearchParams): string {
  if (policy.errorFormat !== 'cas') return mediaRanges(headers.accept)
  return query.get('format') === 'JSON' ? 'application/json' : 'application/xml'
}

function valuesByName(parameters: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {}
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    found[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return found
}

/**
 * A request in Prism's terms; a failure when its body has a media type that is not documented or is not JSON where it
 * says so.
 */
export function prismRequest(
  operation: MockOperation,
  request: IncomingMessage,
  url: URL,
  text: string,
): PrismRequest | Failure {
  const accepted: readonly string[] = operation.policy.requestMediaTypes
  const mediaType = bodyType(operation, request.headers['content-type'])
  if (text !== '' && accepted.length > 0 && !accepted.includes(mediaType ?? '')) {
    return { status: 415, message: `the body must be ${accepted.join(' or ')}` }
  }
  let body: unknown = text === '' || accepted.length === 0 ? undefined : text
  if (body !== undefined && /[/+]json$/.test(mediaType ?? '')) {
    try {
      body = JSON.parse(text)
    } catch {
      return { status: 400, message: 'the body is not valid JSON' }
    }
  }
  // Prism fails on a percent sign that encodes nothing; here it is one (URL standard section 1.3), as on the server.
  if (mediaType === 'application/x-www-form-urlencoded' && body !== undefined)
    body = new URLSearchParams(text).toString()
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  const accept = acceptOf(operation, request, url.searchParams)
  const contentType = request.headers['content-type'] ?? (body === undefined ? undefined : mediaType)
  return {
    method: operation.policy.method,
    url: { path: url.pathname, query: valuesByName(url.searchParams) },
    headers: { ...Object.fromEntries(headers), accept, ...(contentType && { 'content-type': contentType }) },
    body,
  }
}
