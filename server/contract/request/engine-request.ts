import type { Request } from 'express'
import type { Operation } from '../operation.ts'
import { defaultBodyLimits, parseForm } from './body.ts'
import { refuseNul, refuseOverlong } from './guard.ts'
import { canonicaliseContentType } from './media-type.ts'
import { readWhole, replayBody } from './replay-body.ts'
import { refuseForeignBytes } from './utf8.ts'

/** What the engine itself takes at most, in bytes. */
export const engineFormLimit = 56 * 1024

/**
 * Checks a request that the engine will answer, as far as the engine does not: media type, size, number and length of
 * parameters, NUL bytes, UTF-8. What the parameters mean is the engine's business.
 * @throws ContractFailure invalid_request, payload_too_large or unsupported_media_type
 */
export async function guardEngineRequest(request: Request, operation: Operation): Promise<void> {
  refuseForeignBytes(request.url, 'query')
  refuseNul(request.query, 'query')
  refuseOverlong(operation, 'query', request.query)
  if (!canonicaliseContentType(request, operation)) return
  const raw = await readWhole(request, engineFormLimit)
  const form = parseForm(raw, defaultBodyLimits.fields)
  refuseOverlong(operation, 'body', form)
  replayBody(request, raw)
}
