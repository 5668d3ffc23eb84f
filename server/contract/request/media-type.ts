import type { IncomingMessage } from 'node:http'
import { faces } from '../faces.ts'
import { ContractFailure } from '../failure.ts'
import type { Operation } from '../operation.ts'

/** Whether a message announces a body (RFC 9112 section 6.3). */
export function hasBody(request: IncomingMessage): boolean {
  if (request.headers['transfer-encoding'] !== undefined) return true
  return Number(request.headers['content-length'] ?? 0) > 0
}

function boundaryOf(contentType: string): string | undefined {
  return /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)?.slice(1).find(Boolean)
}

/** Whether a Content-Type declares no charset, or UTF-8 (RFC 9110 section 8.3.2; browsers know it as utf8, too). */
function isUtf8(contentType: string): boolean {
  const declared = contentType.matchAll(/;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/gi)
  return [...declared].every(([, quoted, plain]) => /^utf-?8$/i.test((quoted ?? plain ?? '').trim()))
}

/**
 * Reduces the Content-Type to what matters, before the validator sees it: its cache has one entry, with compiled
 * schemas, per spelling, and a caller chooses the spelling. No body, no type; else the media type alone, with the
 * boundary of a multipart body.
 * @returns whether there is a body to read
 * @throws ContractFailure unsupported_media_type when there is a body of another type, or its charset is not UTF-8
 */
export function canonicaliseContentType(
  request: IncomingMessage,
  { api, requestMediaTypes: accepted }: Pick<Operation, 'api' | 'requestMediaTypes'>,
): boolean {
  const json = 'application/json'
  const unsaid = faces[api].readsUntypedJson && accepted.includes(json) ? json : ''
  const given = request.headers['content-type'] ?? unsaid
  if (accepted.length === 0 || !hasBody(request)) {
    delete request.headers['content-type']
    return false
  }
  const mediaType = (given.split(';', 1)[0] ?? '').trim().toLowerCase()
  const encoding = request.headers['content-encoding']
  const compressed = encoding !== undefined && encoding.toLowerCase() !== 'identity'
  if (!accepted.includes(mediaType) || compressed || !isUtf8(given)) throw new ContractFailure('unsupported_media_type')
  const boundary = mediaType === 'multipart/form-data' ? boundaryOf(given) : undefined
  request.headers['content-type'] = boundary === undefined ? mediaType : `${mediaType}; boundary=${boundary}`
  return true
}
