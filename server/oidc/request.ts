import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AccessTokens } from '../auth/access-tokens.ts'
import { readBasic } from '../auth/http-basic.ts'
import { ContractFailure } from '../contract/failure.ts'
import { type EngineFace, offersOfflineAccess } from './faces/face.ts'

/** Scheme, host name and port (RFC 6454), in characters. */
const longestOrigin = 300

/** What is known of a request before the engine sees it. */
export interface EngineRequest {
  /** Address of the caller, as the proxy settings allow to know it. */
  ip: string
  /** Whether the operation answers pages; the others answer JSON. */
  html: boolean
}

/**
 * Settles what the engine would otherwise read from headers anybody can send: scheme, host and caller's address come
 * from the configuration, and the kind of answer from the contract.
 */
export function settleHeaders(req: IncomingMessage, origin: string, request: EngineRequest): void {
  const { protocol, host } = new URL(origin)
  req.headers.host = host
  req.headers['x-forwarded-host'] = host
  req.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  req.headers['x-forwarded-for'] = request.ip
  // The engine repeats the origin in its refusal; what is longer than a host name can be is none.
  if ((req.headers.origin?.length ?? 0) > longestOrigin) delete req.headers.origin
  req.headers.accept = request.html ? 'text/html' : 'application/json'
}

/**
 * Settles how a client says who it is, where the engine is stricter or vaguer than the standard. HTTP Basic with an empty
 * secret is no secret: a public client may send it (RFC 6749 section 2.3.1), of a confidential one it is a failed
 * authentication. A client that does not say who it is, or says it in a header that cannot be read, has failed to
 * authenticate too (section 5.2).
 * @throws ContractFailure invalid_client
 */
export function settleClient(headers: IncomingHttpHeaders, form: URLSearchParams): void {
  const failed = new ContractFailure('invalid_client', { description: 'client authentication failed' })
  if (headers.authorization === undefined) {
    if (!form.get('client_id') && !form.get('client_assertion')) throw failed
    return
  }
  const basic = readBasic(headers.authorization)
  if (!basic) throw failed
  if (basic.secret) {
    headers.authorization = basic.header
    return
  }
  delete headers.authorization
  // Another id in the form is left beside it: the engine refuses two.
  if (form.get('client_id') !== basic.id) form.append('client_id', basic.id)
}

/**
 * Adds to an authorization request what its issuer takes for granted: a scope where none is named, and what offline
 * access needs.
 */
export function completeAuthorization(parameters: URLSearchParams, face: EngineFace): void {
  if (face.defaultScope && !parameters.get('scope')) parameters.set('scope', face.defaultScope)
  if (offersOfflineAccess(face)) carryOfflineAccess(parameters)
}

/**
 * An authorization request for offline access gets `prompt=consent` added, without which the engine drops the scope
 * (OpenID Connect Core section 11). The documented clients never send it; whether anybody is then asked is decided by
 * the interaction policy.
 */
function carryOfflineAccess(parameters: URLSearchParams): void {
  // What comes twice is left as it is: the engine refuses it.
  if (parameters.getAll('scope').length > 1 || parameters.getAll('prompt').length > 1) return
  const scopes = parameters.get('scope')?.split(' ') ?? []
  const prompts = (parameters.get('prompt') ?? '').split(' ').filter(Boolean)
  if (!scopes.includes('offline_access') || prompts.includes('none') || prompts.includes('consent')) return
  parameters.set('prompt', [...prompts, 'consent'].join(' '))
}

/**
 * Signed tokens are verified here and handed to the engine by reference, since it takes none itself.
 * The reference ends with the answer.
 */
export async function referToSignedToken(
  parameters: URLSearchParams,
  res: ServerResponse,
  accessTokens: AccessTokens,
): Promise<void> {
  const [token, ...others] = parameters.getAll('token')
  // What comes twice is left as it is: the engine refuses it.
  if (token?.split('.').length !== 3 || others.length > 0) return
  const reference = await accessTokens.reference(token)
  res.once('close', () => accessTokens.release(reference))
  parameters.set('token', reference)
}
