import type { AccessTokenVerifier, Principal } from './principal.ts'

/** Longer tokens are refused unread: none of ours comes near, and headers end at 16 kB anyway. */
const MAX_TOKEN_LENGTH = 16_384

/** How a request presents an access token. */
export type Presentation =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'token'; readonly token: string }

/** What came of it; `refused` stands for a token that is unknown, expired, revoked or no token at all. */
export type Verdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'accepted'; readonly principal: Principal }

/**
 * Reads the access token of a request, strictly: the scheme is the first word and nothing follows the token.
 * Source: RFC 6750 sections 2.1 and 2.2.
 * @param authorization the Authorization header
 * @param formToken the form field `access_token`, where the operation takes one
 */
export function readBearer(authorization: string | undefined, formToken?: unknown): Presentation {
  const inHeader = authorization !== undefined
  const inForm = typeof formToken === 'string'
  if (inHeader && inForm) return { kind: 'twice' }
  if (inForm) return token(/^([A-Za-z0-9\-._~+/]+=*)$/.exec(formToken)?.[1])
  if (inHeader) return token(/^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization)?.[1])
  return { kind: 'none' }
}

function token(text: string | undefined): Presentation {
  return text === undefined || text.length > MAX_TOKEN_LENGTH ? { kind: 'malformed' } : { kind: 'token', token: text }
}

/** Asks the verifier about a presented token; whatever is not accepted by it is refused. */
export async function judge(presentation: Presentation, verifier: AccessTokenVerifier): Promise<Verdict> {
  if (presentation.kind === 'malformed') return { kind: 'refused' }
  if (presentation.kind !== 'token') return presentation
  const principal = await verifier.verify(presentation.token)
  return principal ? { kind: 'accepted', principal } : { kind: 'refused' }
}

/** Whether the principal has every one of the scopes. */
export function hasScopes(principal: Principal, scopes: readonly string[]): boolean {
  return scopes.every((scope) => principal.scopes.has(scope))
}

function quoted(text: string): string {
  return `"${text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')}"`
}

/**
 * The WWW-Authenticate header of a 401 or 403 (RFC 6750 section 3).
 * @param error left out when the request presented no token: then there is nothing wrong with it yet
 */
export function challenge(realm: string, error?: { code: string; description: string }, scope?: string): string {
  const parts = [`realm=${quoted(realm)}`]
  if (error) parts.push(`error=${quoted(error.code)}`, `error_description=${quoted(error.description)}`)
  if (scope) parts.push(`scope=${quoted(scope)}`)
  return `Bearer ${parts.join(', ')}`
}
