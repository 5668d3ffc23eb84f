import { bearerChallenge, bearerToken } from '../bearer.ts'
import type { Call } from '../face.ts'
import type { Failure } from '../failure.ts'
import type { Tokens } from '../tokens.ts'
import type { Users } from './users.ts'

/**
 * Holds a request to the operation's `security`: an access token of this mock, with the scopes of one alternative, and
 * the token of a user where the operation asks for a role. The users of the mock have every role. Notes who calls.
 * @returns why the request is refused (RFC 6750 section 3.1), or undefined when it may pass
 */
export async function refusal(call: Call, tokens: Tokens, users: Users): Promise<Failure | undefined> {
  const { operation, headers, form, origin } = call
  const { policy } = operation
  const alternatives: readonly Record<string, readonly string[]>[] = policy.security
  const wanted = alternatives.map((alternative) => alternative.oauth2)
  if (alternatives.length === 0 || wanted.includes(undefined)) return undefined
  const presented = bearerToken(headers.authorization) ?? form.get('access_token') ?? undefined
  const claims = presented === undefined ? undefined : await tokens.read('access', presented)
  const isPerson = claims?.sub !== claims?.client_id
  // Whose account was deleted or disabled has no tokens either.
  if (!claims || (isPerson && users.isOut(claims.sub))) {
    // Without credentials no error code stands in the header (RFC 6750 section 3.1).
    const parameters: Record<string, string> = presented === undefined ? {} : { error: 'invalid_token' }
    return {
      status: 401,
      message: "the access token is missing, expired or not from this mock's /connect/token",
      headers: bearerChallenge(origin, parameters),
    }
  }
  call.clientId = claims.client_id
  call.subject = isPerson ? claims.sub : undefined
  call.scopes = claims.scope?.split(' ') ?? []
  const granted = new Set(call.scopes)
  if (wanted.some((scopes) => scopes?.every((scope) => granted.has(scope)))) {
    if (policy.roles.length === 0 || isPerson) return undefined
    const roles = policy.roles.join(' or ')
    return { status: 403, code: 'RoleRequired', message: `a client's own token has no role; needed: ${roles}` }
  }
  const needed = wanted.map((scopes) => scopes?.join(' ')).join(' or ')
  return {
    status: 403,
    message: `the access token lacks a required scope: ${needed}`,
    headers: bearerChallenge(origin, { error: 'insufficient_scope', scope: wanted[0]?.join(' ') ?? '' }),
  }
}
