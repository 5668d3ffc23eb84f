import type { Request } from 'express'
import type { Operation } from '../operation.ts'
import { defaultBodyLimits, type Form, parseForm } from './body.ts'
import { refuseNul, refuseOverlong } from './guard.ts'
import { canonicaliseContentType } from './media-type.ts'
import { readWhole } from './replay-body.ts'
import { refuseForeignBytes } from './utf8.ts'

/** What the engine itself takes at most, in bytes. */
export const engineFormLimit = 56 * 1024

/**
 * Checks a request that the engine will answer, as far as the engine does not: media type, size, number and length of
 * parameters, NUL bytes, UTF-8. What the parameters mean is the engine's business.
 * @returns its form, read and as it came; undefined when it has none
 * @throws ContractFailure invalid_request, payload_too_large or unsupported_media_type
 */
export async function guardEngineRequest(
  request: Request,
  operation: Operation,
): Promise<{ form: Form; raw: Buffer } | undefined> {
  refuseForeignBytes(request.url, 'query')
  refuseNul(request.query, 'query')
  refuseOverlong(operation, 'query', request.query)
  if (!canonicaliseContentType(request, operation)) return undefined
  const raw = await readWhole(request, engineFormLimit)
  const form = parseForm(raw, defaultBodyLimits.fields)
  refuseOverlong(operation, 'body', form)
  return { form, raw }
}
