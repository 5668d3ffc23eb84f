import { type AccountClientOptions, createAccountClient } from '../account-client.ts'
import { toBase64Url } from '../base64.ts'
import { InvalidCallbackError, OAuthError } from '../errors.ts'
import type { operations } from '../generated/account.ts'
import type { ClientAuthentication } from './token-request.ts'
import type { TokenSet } from './token-set.ts'

/** The sign-in of one client. */
export interface AuthorizationCodeOptions
  extends ClientAuthentication,
    Pick<AccountClientOptions, 'baseUrl' | 'fetch' | 'timeout'> {
  /** Where the browser comes back to; must be registered, letter by letter. */
  readonly redirectUri: string
  /** The scope to ask for, names separated by blanks; `openid` for an id token, `offline_access` for a refresh token. */
  readonly scope: string
  /** The issuer, when it is not the origin of `baseUrl`. */
  readonly issuer?: string | undefined
}

type AuthorizationParameters = operations['requestAuthorization']['parameters']['query']

/** Parameters of the authorization request that a sign-in may add (OpenID Connect Core 1.0 section 3.1.2.1). */
export type SignInParameters = Pick<
  AuthorizationParameters,
  'prompt' | 'display' | 'max_age' | 'ui_locales' | 'login_hint' | 'id_token_hint' | 'acr_values' | 'resource'
>

/** What has to be kept until the browser comes back, in a place that belongs to this browser alone. */
export interface PendingSignIn {
  /** Returned by the server unchanged; proves that the answer belongs to this request. */
  readonly state: string
  /** Returned in the id token; compare it when you verify that. */
  readonly nonce: string
  /** Proves to the token endpoint that the code was asked for here (RFC 7636). */
  readonly codeVerifier: string
}

/** A sign-in with the authorization code grant. */
export interface AuthorizationCode {
  /** Makes the address to send the browser to, and what to keep meanwhile. */
  begin(parameters?: SignInParameters): Promise<PendingSignIn & { readonly url: string }>
  /**
   * Checks the address that the browser came back to, and redeems the code in it.
   * @param callbackUrl the whole address
   * @param saved what `begin` gave
   * @throws {InvalidCallbackError} the address does not answer this sign-in (state, RFC 9207 issuer, repetitions)
   * @throws {OAuthError} the user or the server refused
   */
  finish(
    callbackUrl: string | URL,
    saved: Pick<PendingSignIn, 'state' | 'codeVerifier'>,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<TokenSet>
}

/**
 * Signs a user in with the authorization code grant: PKCE with S256, state and nonce, the issuer checked on the way
 * back (RFC 6749 section 4.1, RFC 7636, RFC 9207).
 *
 * The id token is not verified: read the user from `/connect/userinfo`, or verify it with a JOSE library.
 */
export function authorizationCode(options: AuthorizationCodeOptions): AuthorizationCode {
  const { redirectUri, scope, issuer = new URL(options.baseUrl).origin } = options
  const client = createAccountClient(options)
  return {
    async begin(parameters = {}) {
      const pending = { state: random(16), nonce: random(16), codeVerifier: random(32) }
      const request: AuthorizationParameters = {
        ...parameters,
        response_type: 'code',
        client_id: options.clientId,
        redirect_uri: redirectUri,
        scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await challenge(pending.codeVerifier),
        code_challenge_method: 'S256',
      }
      return { ...pending, url: client.url('/connect/authorize', request) }
    },

    async finish(callbackUrl, saved, { signal } = {}) {
      const answer = new URL(callbackUrl).searchParams
      if (single(answer, 'state') !== saved.state) throw invalid('state')
      if (single(answer, 'iss') !== issuer) throw invalid('iss')
      const error = single(answer, 'error')
      if (error !== undefined) {
        throw new OAuthError(error, single(answer, 'error_description'), { operation: signIn })
      }
      const code = single(answer, 'code')
      if (code === undefined) throw invalid('code')
      return client.requestToken(
        { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: saved.codeVerifier },
        options,
        { signal },
      )
    },
  }
}

const signIn = 'GET /connect/authorize'

/** A parameter must not be repeated (RFC 6749 section 3.1). */
function single(parameters: URLSearchParams, name: InvalidCallbackError['parameter']): string | undefined {
  const values = parameters.getAll(name)
  if (values.length > 1) throw invalid(name)
  return values[0]
}

function invalid(parameter: InvalidCallbackError['parameter']): InvalidCallbackError {
  return new InvalidCallbackError(parameter, { operation: signIn })
}

function random(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)))
}

async function challenge(codeVerifier: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))))
}
