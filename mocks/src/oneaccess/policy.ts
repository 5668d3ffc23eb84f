import { bearerChallenge, bearerToken } from '../bearer.ts'
import type { Call } from '../face.ts'
import type { Failure } from '../failure.ts'
import type { Tokens } from '../tokens.ts'
import type { SignatureKey } from './signature.ts'
import { issuerOf } from './user-tokens.ts'

/** Holds a request to the operation's `security`: why it is refused, or undefined when it may pass. */
export type Policy = (call: Call) => Promise<Failure | undefined>

/**
 * The policies of the security schemes. The application of the mock has every permission code, so a token of
 * `issueAccessCredential` opens all that needs one.
 * @param tenant the one that there is
 */
export function createPolicy(tokens: Tokens, key: SignatureKey, tenant: string): Policy {
  const isLive = async (kind: 'management' | 'state', token: string | undefined) =>
    token !== undefined && (await tokens.read(kind, token)) !== undefined

  async function managementToken({ headers, origin }: Call): Promise<Failure | undefined> {
    const presented = bearerToken(headers.authorization)
    if (await isLive('management', presented)) return undefined
    return {
      status: 401,
      message: "the access token is missing, expired or not from this mock's /api/v2/tenant/token",
      headers: bearerChallenge(origin, presented === undefined ? {} : { error: 'invalid_token' }),
    }
  }

  async function sessionSignature({ headers }: Call): Promise<Failure | undefined> {
    const reason = key.reasonAgainst(headers['x-signature']?.toString())
    return reason === undefined ? undefined : { status: 400, errorCode: 'PARAM.0030', message: reason }
  }

  async function stateToken({ headers }: Call): Promise<Failure | undefined> {
    const presented = headers['x-state-token']?.toString()
    if (await isLive('state', presented)) return undefined
    const message = "X-state-token is missing, expired or not from a login at this mock's start"
    return { status: 400, errorCode: 'PARAM.0014', message }
  }

  async function accessToken({ operation, headers, origin }: Call): Promise<Failure | undefined> {
    const presented = bearerToken(headers.authorization)
    const claims = presented === undefined ? undefined : await tokens.read('oneaccessAccess', presented)
    const realm = issuerOf(origin)
    if (!claims) {
      return {
        status: 401,
        oauthError: 'unauthorized',
        message: 'Full authentication is required to access this resource',
        headers: bearerChallenge(realm, presented === undefined ? {} : { error: 'invalid_token' }),
      }
    }
    const granted = new Set(claims.scope?.split(' '))
    const alternatives: readonly Record<string, readonly string[]>[] = operation.policy.security
    const scopes = alternatives.flatMap((alternative) => alternative.accessToken ?? [])
    if (scopes.some((scope) => granted.has(scope))) return undefined
    return {
      status: 403,
      message: `the access token lacks a required scope: ${scopes.join(' or ')}`,
      headers: bearerChallenge(realm, { error: 'insufficient_scope', scope: scopes[0] ?? '' }),
    }
  }

  const policies: Partial<Record<string, Policy>> = { managementToken, sessionSignature, stateToken, accessToken }
  return async (call) => {
    const headers: readonly string[] = call.operation.policy.headers
    const named = headers.includes('X-tenant-id') ? call.headers['x-tenant-id']?.toString().toLowerCase() : undefined
    if (named && named !== tenant) {
      return { status: 400, errorCode: 'APP.0001', message: `the tenant of this mock is ${tenant}` }
    }
    const [first] = call.operation.policy.security.flatMap((alternative) => Object.keys(alternative))
    return first === undefined ? undefined : policies[first]?.(call)
  }
}
