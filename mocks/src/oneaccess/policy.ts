import { bearerChallenge, bearerToken } from '../bearer.ts'
import type { Call } from '../face.ts'
import type { Failure } from '../failure.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import type { People } from './people.ts'
import type { SessionTokens } from './session-tokens.ts'
import type { SignatureKey } from './signature.ts'
import { issuerOf } from './user-tokens.ts'

/** Holds a request to the operation's `security`: why it is refused, or undefined when it may pass. Notes whose it is. */
export type Policy = (call: Call) => Promise<Failure | undefined>

/** What the policies look into. */
export interface Sources {
  tokens: Tokens
  key: SignatureKey
  sessions: SessionTokens
  people: People
  world: World
  /** The tenant that there is. */
  tenant: string
}

/**
 * The policies of the security schemes. The application of the mock has every permission code, so a token of
 * `issueAccessCredential` opens all that needs one.
 */
export function createPolicy({ tokens, key, sessions, people, world, tenant }: Sources): Policy {
  const claimsOf = async (kind: 'management' | 'state', token: string | undefined) =>
    token === undefined ? undefined : tokens.read(kind, token)

  async function managementToken({ headers, origin }: Call): Promise<Failure | undefined> {
    const presented = bearerToken(headers.authorization)
    if (await claimsOf('management', presented)) return undefined
    return {
      status: 401,
      message: "the access token is missing, expired or not from this mock's /api/v2/tenant/token",
      headers: bearerChallenge(origin, presented === undefined ? {} : { error: 'invalid_token' }),
    }
  }

  async function sessionSignature(call: Call): Promise<Failure | undefined> {
    const signature = call.headers['x-signature']?.toString()
    const reason = key.reasonAgainst(signature)
    if (reason !== undefined) return { status: 400, errorCode: 'PARAM.0030', message: reason }
    call.subject = sessions.ownerOf(key.sessionIn(signature))
    if (!people.wasRemoved(call.subject)) return undefined
    return { status: 400, errorCode: 'PARAM.0030', message: 'the user of the session was deleted' }
  }

  async function stateToken(call: Call): Promise<Failure | undefined> {
    const claims = await claimsOf('state', call.headers['x-state-token']?.toString())
    call.subject = claims?.sub
    if (claims) return undefined
    const message = "X-state-token is missing, expired or not from a login at this mock's start"
    return { status: 400, errorCode: 'PARAM.0014', message }
  }

  async function accessToken(call: Call): Promise<Failure | undefined> {
    const { operation, headers, form, origin } = call
    const presented = bearerToken(headers.authorization) ?? form.get('access_token') ?? undefined
    const claims = presented === undefined ? undefined : await tokens.read('oneaccessAccess', presented)
    const realm = issuerOf(origin)
    call.subject = claims?.sub
    if (!claims || people.wasRemoved(claims.sub)) {
      return {
        status: 401,
        oauthError: 'unauthorized',
        message: 'Full authentication is required to access this resource',
        headers: bearerChallenge(realm, presented === undefined ? {} : { error: 'invalid_token' }),
      }
    }
    call.clientId = claims.client_id
    call.scopes = claims.scope?.split(' ') ?? []
    const granted = new Set(call.scopes)
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
    const client = call.headers['x-client-id']?.toString()
    if (world.strict && client && !world.clients.some(({ clientId }) => clientId === client))
      return { status: 400, errorCode: 'APP.0001', message: `there is no application ${client}` }
    const [first] = call.operation.policy.security.flatMap((alternative) => Object.keys(alternative))
    return first === undefined ? undefined : policies[first]?.(call)
  }
}
