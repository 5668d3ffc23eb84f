import { ContractFailure } from '../failure.ts'

/**
 * Reads bytes as UTF-8; what is not is refused, since a replacement character would make unlike texts alike.
 * @throws ContractFailure invalid_request
 */
export function readUtf8(bytes: Buffer, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw notUtf8(place, cause)
  }
}

/** Bytes that stand percent-encoded side by side. A character outside ASCII is never cut by one that stands for itself. */
const encodedBytes = /(?:%[0-9a-f]{2})+/gi

/**
 * Looks at the percent-encoded bytes of a form or a query (RFC 6749 appendix B): whoever reads them next replaces those
 * that are not UTF-8 in silence. A percent sign that encodes nothing stands for itself (URL standard section 1.3).
 * @throws ContractFailure invalid_request
 */
export function refuseForeignBytes(encoded: string, place: string): void {
  for (const [bytes] of encoded.matchAll(encodedBytes)) {
    try {
      decodeURIComponent(bytes)
    } catch (cause) {
      throw notUtf8(place, cause)
    }
  }
}

/**
 * Looks at texts that a parser took out of a body: a replacement character that the body does not hold itself stands for
 * bytes that are not UTF-8.
 * @throws ContractFailure invalid_request
 */
export function refuseReplaced(body: Buffer, texts: readonly string[]): void {
  const foreign = texts.some((text) => text.includes('\ufffd') && !body.includes(text))
  if (foreign) throw notUtf8('body', undefined)
}

function notUtf8(place: string, cause: unknown): ContractFailure {
  return new ContractFailure('invalid_request', { description: `/${place} is not UTF-8` }, { cause })
}
