import { parse } from 'node:querystring'
import type { Request } from 'express'
import { DomainError } from '../errors/domain-error.ts'
import { canonicaliseContentType } from './canonicalise.ts'
import { refuseNul, refuseOverlong } from './guard.ts'
import type { Operation } from './operation.ts'
import { readWhole, replayBody } from './replay-body.ts'

/** What the engine itself takes at most, in bytes. */
const FORM_LIMIT = 56 * 1024
const FIELD_LIMIT = 100

/**
 * Checks a request that the engine will answer, as far as the engine does not: media type, size, number and length of
 * parameters, NUL bytes. What the parameters mean is the engine's business.
 * @throws DomainError invalid_request, payload_too_large or unsupported_media_type
 */
export async function guardEngineRequest(request: Request, operation: Operation): Promise<void> {
  refuseNul(request.query, 'query')
  refuseOverlong(operation, 'query', request.query)
  if (!canonicaliseContentType(request, operation.requestMediaTypes)) return
  const raw = await readWhole(request, FORM_LIMIT)
  const text = raw.toString('utf8')
  if (text.split('&', FIELD_LIMIT + 1).length > FIELD_LIMIT) {
    throw new DomainError('invalid_request', { description: '/body has too many fields' })
  }
  const fields = parse(text, '&', '=', { maxKeys: FIELD_LIMIT })
  refuseNul(fields, 'body')
  refuseOverlong(operation, 'body', fields)
  replayBody(request, raw)
}
