import type { Scheme } from '../operation.ts'
import type { Call } from '../request/call.ts'

/** Longer tokens are refused unread: none of ours comes near, and headers end at 16 kB anyway. */
const MAX_TOKEN_LENGTH = 16_384

/** How a request presents a credential of a scheme: not at all, in a broken form, in two places, or well. */
export type Presentation =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'presented'; readonly credential: string }

const none: Presentation = { kind: 'none' }
const malformed: Presentation = { kind: 'malformed' }

function presented(credential: string | undefined): Presentation {
  if (credential === undefined || credential.length > MAX_TOKEN_LENGTH) return malformed
  return { kind: 'presented', credential }
}

/**
 * The Authorization header without what is said twice: programs put the scheme before a value that has it already, in any
 * case, and more than one blank behind it.
 */
export function withoutRepeatedScheme(authorization: string): string {
  return authorization.replace(/^(Basic|Bearer)(?: +\1)* +(?=\S)/i, '$1 ')
}

/**
 * Reads a bearer token, strictly: the scheme is the first word and nothing follows the token.
 * Source: RFC 6750 sections 2.1 and 2.2.
 * @param authorization the Authorization header
 * @param formToken the form field `access_token`, where the operation takes one
 */
export function readBearer(authorization: string | undefined, formToken?: unknown): Presentation {
  const inHeader = authorization !== undefined
  const inForm = typeof formToken === 'string'
  if (inHeader && inForm) return { kind: 'twice' }
  if (inForm) return presented(/^([A-Za-z0-9\-._~+/]+=*)$/.exec(formToken)?.[1])
  if (inHeader) {
    return presented(/^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(withoutRepeatedScheme(authorization))?.[1])
  }
  return none
}

/** The credential of a scheme that a request presents; for `basic` the base64 text, for an API key its value. */
export function readCredential(scheme: Scheme, { request, operation }: Call): Presentation {
  const { authorization } = request.headers
  if (scheme.type === 'apiKey') {
    const key = request.headers[(scheme.name ?? '').toLowerCase()]
    return key === undefined ? none : presented(/^([\x21-\x7e]+)$/.exec(String(key))?.[1])
  }
  if (scheme.scheme === 'basic') {
    // Another kind of credential is none of this one: it may stand beside a form that holds them.
    if (!/^Basic( |$)/i.test(authorization ?? '')) return none
    return presented(/^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(withoutRepeatedScheme(authorization ?? ''))?.[1])
  }
  return readBearer(authorization, formTokenOf(request.body, operation?.parameterLimits))
}

/** The token in the form, where the operation documents one (RFC 6750 section 2.2). */
function formTokenOf(body: unknown, documented: Readonly<Record<string, number>> = {}): unknown {
  if (!Object.hasOwn(documented, 'access_token') || typeof body !== 'object' || body === null) return undefined
  return 'access_token' in body ? body.access_token : undefined
}
