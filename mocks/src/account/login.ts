import { type Answer, json, redirect } from '../answer.ts'
import { authTimeOf } from '../auth-time.ts'
import { authorizationAnswer } from '../authorization-answer.ts'
import { clientOf, mayReturn } from '../client.ts'
import type { MockDocument } from '../contract.ts'
import type { Call, Step } from '../face.ts'
import { Refused } from '../failure.ts'
import { ShortLived } from '../short-lived.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import { knownScopes } from './scopes.ts'
import { type CodeRecord, clientRefused, createTokenEndpoint } from './token-endpoint.ts'
import type { Users } from './users.ts'

/** The parameters of a request: the query of a GET, the form of a POST. */
function parametersOf({ operation, query, form }: Call): URLSearchParams {
  return operation.policy.method === 'post' ? form : query
}

/**
 * The login that can be walked: as if the user whom `login_hint` names, else that of the contract's examples, were signed in
 * and agreed to everything. Any client id, secret and password is taken, unless the mock is strict; `Prefer` yields every refusal.
 */
export function createLogin(
  account: MockDocument,
  tokens: Tokens,
  users: Users,
  world: World,
): Partial<Record<string, Step>> {
  const { clock } = world
  const codes = new ShortLived<CodeRecord>({ most: 1000, lifetimeMilliseconds: 60_000, clock })

  const authorize: Step = {
    answer(call) {
      const parameters = parametersOf(call)
      const redirectUri = parameters.get('redirect_uri') ?? ''
      const clientId = parameters.get('client_id') ?? ''
      if (!mayReturn(world, clientId, redirectUri))
        throw new Refused({
          status: 400,
          message: 'there is no such client, or redirect_uri is not one of its addresses',
        })
      const state = parameters.get('state')
      const destination = { redirectUri, mode: parameters.get('response_mode'), status: 303 } as const
      const answer = (values: Record<string, string>): Answer =>
        authorizationAnswer(destination, { ...values, ...(state !== null && { state }), iss: call.origin })
      if (parameters.get('response_type') !== 'code') {
        return answer({ error: 'unsupported_response_type', error_description: 'the mock gives codes only' })
      }
      const challenge = parameters.get('code_challenge')
      if (challenge === null || parameters.get('code_challenge_method') !== 'S256') {
        return answer({ error: 'invalid_request', error_description: 'code_challenge with method S256 is required' })
      }
      const hint = parameters.get('login_hint')
      const code = codes.issue({
        sub: String((hint ? users.named(hint)?.guid : undefined) ?? users.example),
        clientId,
        redirectUri,
        scope: knownScopes(account, parameters.get('scope') ?? '').known.join(' '),
        nonce: parameters.get('nonce') ?? undefined,
        authTime: authTimeOf(parameters, clock),
        challenge,
      })
      return answer({ code })
    },
  }

  const endSession: Step = {
    answer(call) {
      const parameters = parametersOf(call)
      const target = parameters.get('post_logout_redirect_uri')
      if (!target || !URL.canParse(target)) return redirect('/connect/endsession/success')
      const url = new URL(target)
      const state = parameters.get('state')
      if (state !== null) url.searchParams.set('state', state)
      return redirect(url.href)
    },
  }

  const introspect: Step = {
    async answer({ form, headers, origin }) {
      if (!clientOf(form, headers.authorization, world)) throw clientRefused(origin)
      const token = form.get('token') ?? ''
      const claims = (await tokens.read('access', token)) ?? (await tokens.read('refresh', token))
      if (!claims) return json(200, { active: false })
      const { client_id, scope, sub, exp, iat, jti, aud } = claims
      return json(200, { active: true, client_id, scope, sub, exp, iat, jti, aud, iss: origin, token_type: 'Bearer' })
    },
  }

  // RFC 7009 section 2.2: what is unknown, or another client's, is answered alike.
  const revoke: Step = {
    async answer({ form, headers, origin }) {
      const client = clientOf(form, headers.authorization, world)
      if (!client) throw clientRefused(origin)
      const token = form.get('token') ?? ''
      const access = await tokens.read('access', token)
      if (access?.jti && access.client_id === client.id) tokens.end(access.jti)
      const refresh = await tokens.read('refresh', token)
      if (refresh?.grant_id && refresh.client_id === client.id) tokens.end(refresh.grant_id)
      return json(200, {})
    },
  }

  return {
    getJsonWebKeySet: {
      answer: () => ({ status: 200, mediaType: 'application/jwk-set+json', body: tokens.publicKeys }),
    },
    requestAuthorization: authorize,
    submitAuthorizationRequest: authorize,
    issueToken: createTokenEndpoint(account, tokens, codes, users, world),
    introspectToken: introspect,
    revokeToken: revoke,
    endSession,
    submitEndSession: endSession,
  }
}
