import { authTimeOf } from '../auth-time.ts'
import { authorizationAnswer } from '../authorization-answer.ts'
import { mayReturn } from '../client.ts'
import { type MockDocument, parameterExample } from '../contract.ts'
import type { Step } from '../face.ts'
import { Refused } from '../failure.ts'
import type { ShortLived } from '../short-lived.ts'
import type { World } from '../world.ts'
import type { People } from './people.ts'
import { issuerOf, type UserTokens } from './user-tokens.ts'

/** What an authorization code stands for. */
export interface CodeRecord {
  /** The user. */
  sub: string
  clientId: string
  /** As the authorization request had it, if it had one. */
  redirectUri?: string
  scope: string
  nonce?: string
  authTime?: number
  /** The PKCE challenge, method S256 (RFC 7636 section 4.2), if there was one. */
  challenge?: string
}

/**
 * `GET /api/v1/oauth2/authorize`: goes straight back to the application, as if the user were signed in: the one that
 * `login_hint` names, else that of the examples. Any client is taken, with any address.
 */
export function createAuthorize(
  document: MockDocument,
  users: UserTokens,
  codes: ShortLived<CodeRecord>,
  { people, world }: { people: People; world: World },
): Step {
  const registered = parameterExample(document, 'requestOauth2Authorization', 'redirect_uri')
  return {
    async answer({ operation, query: asked, form, origin }) {
      const query = operation.policy.method === 'post' ? form : asked
      const responseType = query.get('response_type')
      const destination = {
        redirectUri: query.get('redirect_uri') ?? registered,
        mode: responseType === 'code' ? 'query' : 'fragment',
        status: 302,
      } as const
      const state = query.get('state')
      const answer = (values: Record<string, string>) =>
        authorizationAnswer(destination, { ...values, ...(state !== null && { state }) })
      const refuse = (error: string, error_description: string) =>
        answer({ error, error_description, iss: issuerOf(origin) })
      if (!URL.canParse(destination.redirectUri)) {
        throw new Refused({ status: 400, message: 'redirect_uri is not an address' })
      }
      const clientId = query.get('client_id') ?? ''
      if (!mayReturn(world, clientId, destination.redirectUri))
        throw new Refused({
          status: 400,
          message: 'there is no such client, or redirect_uri is not one of its addresses',
        })
      const scope = query.get('scope') ?? 'get_user_info'
      const nonce = query.get('nonce') ?? undefined
      const challenge = query.get('code_challenge') ?? undefined
      const authTime = authTimeOf(query, world.clock)
      const hint = query.get('login_hint')
      const sub = hint ? people.named('user_name', hint) : people.example
      if (responseType === 'id_token') {
        if (scope !== 'openid') return refuse('invalid_scope', 'id_token needs the scope openid')
        if (!nonce) return refuse('invalid_request', 'id_token needs a nonce')
        return answer({ id_token: await users.identity({ sub, origin, clientId, nonce, authTime }) })
      }
      if (responseType !== 'code') {
        return refuse('unsupported_response_type', 'access tokens do not travel in addresses (RFC 9700 section 2.1.2)')
      }
      if (challenge && query.get('code_challenge_method') !== 'S256') {
        return refuse('invalid_request', 'code_challenge_method must be S256')
      }
      const redirectUri = query.get('redirect_uri') ?? undefined
      const code = codes.issue({ sub, clientId, redirectUri, scope, nonce, authTime, challenge })
      return answer({ code, iss: issuerOf(origin) })
    },
  }
}
