import { type Answer, escapeHtml, json, redirect } from './answer.ts'
import { clientOf } from './client.ts'
import { CodeStore } from './codes.ts'
import { exampleOf, type MockDocument } from './contract.ts'
import { createTokenEndpoint } from './token-endpoint.ts'
import type { Tokens } from './tokens.ts'

/** What a step of the login reads of a request. */
export interface StepInput {
  /** The query of a GET, the form of a POST. */
  parameters: URLSearchParams
  /** The `Authorization` header. */
  authorization: string | undefined
  issuer: string
}

/** An operation that answers by itself, so that what it gives can be used in the next request. */
export interface Step {
  answer(input: StepInput): Answer | Promise<Answer>
  /** It checks its parameters itself, because what is wrong with them decides the error code. */
  readsItself?: boolean
}

/** Sends the answer of an authorization request the way `response_mode` says. */
function authorizationAnswer(redirectUri: string, mode: string | null, values: Record<string, string>): Answer {
  if (mode === 'form_post') {
    const fields = Object.entries(values).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
    )
    const body = `<!doctype html><html lang="en"><title>Signing in</title><body onload="document.forms[0].submit()"><form method="post" action="${escapeHtml(redirectUri)}">${fields.join('')}<button>Continue</button></form></html>`
    return { status: 200, mediaType: 'text/html', body }
  }
  const target = new URL(redirectUri)
  if (mode === 'fragment') target.hash = new URLSearchParams(values).toString()
  else for (const [name, value] of Object.entries(values)) target.searchParams.set(name, value)
  return redirect(target.href)
}

/**
 * The login that can be walked: as if the user of the contract's examples were signed in and agreed to everything.
 * Any client id, secret and password is taken; `Prefer` yields every refusal. Codes are the only thing kept.
 */
export function createLogin(account: MockDocument, tokens: Tokens): Partial<Record<string, Step>> {
  const user = String(exampleOf(account, 'getUserInfo', 200).sub)
  const codes = new CodeStore()

  const authorize: Step = {
    answer({ parameters, issuer }) {
      const redirectUri = parameters.get('redirect_uri') ?? ''
      const state = parameters.get('state')
      const answer = (values: Record<string, string>) =>
        authorizationAnswer(redirectUri, parameters.get('response_mode'), {
          ...values,
          ...(state !== null && { state }),
          iss: issuer,
        })
      if (parameters.get('response_type') !== 'code') {
        return answer({ error: 'unsupported_response_type', error_description: 'the mock gives codes only' })
      }
      const challenge = parameters.get('code_challenge')
      if (challenge === null || parameters.get('code_challenge_method') !== 'S256') {
        return answer({ error: 'invalid_request', error_description: 'code_challenge with method S256 is required' })
      }
      const code = codes.keep({
        clientId: parameters.get('client_id') ?? '',
        redirectUri,
        scope: parameters.get('scope') ?? '',
        nonce: parameters.get('nonce') ?? undefined,
        challenge,
      })
      return answer({ code })
    },
  }

  const endSession: Step = {
    answer({ parameters }) {
      const target = parameters.get('post_logout_redirect_uri')
      if (!target || !URL.canParse(target)) return redirect('/connect/endsession/success')
      const url = new URL(target)
      const state = parameters.get('state')
      if (state !== null) url.searchParams.set('state', state)
      return redirect(url.href)
    },
  }

  const introspect: Step = {
    async answer({ parameters, authorization, issuer }) {
      if (!clientOf(parameters, authorization)) {
        return json(401, { error: 'invalid_client', error_description: 'client authentication failed' })
      }
      const token = parameters.get('token') ?? ''
      const claims = (await tokens.read('at+jwt', token)) ?? (await tokens.read('rt+jwt', token))
      if (!claims) return json(200, { active: false })
      const { client_id, scope, sub, exp, iat, jti, aud } = claims
      return json(200, { active: true, client_id, scope, sub, exp, iat, jti, aud, iss: issuer, token_type: 'Bearer' })
    },
  }

  return {
    getJsonWebKeySet: {
      answer: () => ({ status: 200, mediaType: 'application/jwk-set+json', body: tokens.publicKeys }),
    },
    requestAuthorization: authorize,
    submitAuthorizationRequest: authorize,
    issueToken: createTokenEndpoint(account, tokens, codes, user),
    introspectToken: introspect,
    endSession,
    submitEndSession: endSession,
  }
}
