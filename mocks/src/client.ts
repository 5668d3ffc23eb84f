import { decodeJwt } from 'jose'

/** The client that a request names, and whether it brought credentials. */
export interface Client {
  id: string
  authenticated: boolean
}

function fromBasic(header: string): Client | undefined {
  // Some programs put the scheme before a value that has it already.
  const encoded = /^(?:Basic +)+(\S+)$/i.exec(header)?.[1]
  const [id, ...secret] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':')
  if (!id) return undefined
  try {
    // Both halves are form-urlencoded first, and an empty secret is none (RFC 6749 section 2.3.1).
    return { id: decodeURIComponent(id.replaceAll('+', ' ')), authenticated: secret.join(':') !== '' }
  } catch {
    return undefined
  }
}

function fromAssertion(assertion: string): Client | undefined {
  try {
    const { sub } = decodeJwt(assertion)
    return sub ? { id: sub, authenticated: true } : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the client from HTTP Basic, an assertion or the form (RFC 6749 section 2.3, RFC 7523 section 2.2). Every client
 * exists here and every secret is right; undefined when none is named or its credentials are malformed.
 */
export function clientOf(form: URLSearchParams, authorization: string | undefined): Client | undefined {
  if (authorization !== undefined) return fromBasic(authorization)
  const assertion = form.get('client_assertion')
  if (assertion !== null) return fromAssertion(assertion)
  const id = form.get('client_id')
  return id ? { id, authenticated: Boolean(form.get('client_secret')) } : undefined
}
