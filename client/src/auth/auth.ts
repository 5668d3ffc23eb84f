import type { ClientAuthentication, Grant } from './token-request.ts'
import type { TokenSet } from './token-set.ts'

/** What a strategy is given. */
export interface AuthContext {
  /** The server the tokens are for. */
  readonly baseUrl: string
  /** An access token that the server has just refused. Answering with it again means: there is no other. */
  readonly rejected?: string | undefined
  /** Asks the server's token endpoint. */
  readonly requestToken: RequestToken
}

/**
 * Asks the token endpoint for tokens. Never repeated by itself: codes and refresh tokens work once.
 * @throws {OAuthError} the server refuses the grant or the client
 */
export type RequestToken = (
  grant: Grant,
  client: ClientAuthentication,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<TokenSet>

/**
 * Where access tokens come from: called before each request that needs one, so it has to keep the token itself.
 * The strategies of this package are such functions, and `async () => token` is one too.
 */
export type Auth = (context: AuthContext) => Promise<string>
