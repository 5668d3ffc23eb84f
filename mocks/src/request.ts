import type { IncomingMessage } from 'node:http'
import type { Body } from './body.ts'
import type { MockOperation } from './contract.ts'
import type { PrismRequest } from './prism.ts'

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
  // Without a prototype, because a parameter may have any name.
  const found: Record<string, string | string[]> = Object.create(null)
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    found[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return found
}

/** A request in Prism's terms. */
export function prismRequest(
  operation: MockOperation,
  request: IncomingMessage,
  url: URL,
  { value: body, mediaType }: Body,
): PrismRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  const accept = acceptOf(operation, request, url.searchParams)
  const contentType = request.headers['content-type'] ?? mediaType
  return {
    method: operation.policy.method,
    url: { path: url.pathname, query: valuesByName(url.searchParams) },
    headers: { ...Object.fromEntries(headers), accept, ...(contentType && { 'content-type': contentType }) },
    body,
  }
}

/** The address under which the caller reached the mock; it is the issuer of the tokens he gets. */
export function originOf({ headers }: IncomingMessage): string {
  const address = `http://${headers.host ?? 'localhost'}`
  const origin = URL.canParse(address) ? new URL(address).origin : ''
  // An address may hold quotation marks and more, which would end the headers and texts it is put into.
  return /^http:\/\/[\w.:[\]-]+$/.test(origin) ? origin : 'http://localhost'
}

/** The address of a request, also of one that names an absolute one (RFC 9112 section 3.2.2). */
export function targetOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(/^https?:\/\//i.test(url) ? url : `http://localhost${url}`)
}

/** The values in a path that was matched with that of its operation. */
export function paramsOf({ policy }: MockOperation, { pathname }: URL): Record<string, string> {
  const values = pathname.split('/')
  const parts = policy.path.split('/').map((part, index) => [part, decodeURIComponent(values[index] ?? '')] as const)
  return Object.fromEntries(
    parts.flatMap(([part, value]) => (part.startsWith('{') ? [[part.slice(1, -1), value]] : [])),
  )
}
