import { OAuthError, SignInRequiredError } from '../errors.ts'
import type { AuthContext } from './auth.ts'
import type { ClientAuthentication } from './token-request.ts'
import type { TokenSet } from './token-set.ts'

/** For which server a token is asked. */
type TokenContext = Pick<AuthContext, 'baseUrl' | 'rejected'>

/** Gives the next tokens. `current` are the ones in memory, undefined at first. */
export type Renew<Context> = (context: Context, current: TokenSet | undefined) => Promise<TokenSet>

/**
 * Keeps the tokens of one server in memory and renews them when they near their end or are refused. There is one
 * renewal at a time: whoever asks meanwhile waits for the same one.
 * @throws {TypeError} when it is asked for another server's token: tokens must not travel from one to the other
 */
export function keepFresh<Context extends TokenContext>(renew: Renew<Context>): (context: Context) => Promise<string> {
  let server: string | undefined
  let current: TokenSet | undefined
  let renewal: Promise<TokenSet> | undefined
  return async (context) => {
    server ??= context.baseUrl
    if (server !== context.baseUrl) throw new TypeError('An auth strategy serves one base URL; make one for each')
    if (!renewal && current && isUsable(current, context)) return current.accessToken
    renewal ??= renew(context, current)
      .then((tokens) => {
        current = tokens
        return tokens
      })
      .finally(() => {
        renewal = undefined
      })
    return (await renewal).accessToken
  }
}

/** Whether tokens need no renewal yet. */
export function isUsable(tokens: TokenSet, { rejected }: TokenContext): boolean {
  return tokens.accessToken !== rejected && Date.now() < tokens.renewAt
}

/**
 * Redeems a refresh token (RFC 6749 section 6). What the answer leaves out stays: the refresh token when it is not
 * replaced, and the id token of the sign-in.
 * @throws {SignInRequiredError} the refresh token has ended, was used before or was withdrawn
 */
export async function refresh(
  context: AuthContext,
  client: ClientAuthentication,
  previous: Partial<TokenSet> & { readonly refreshToken: string },
): Promise<TokenSet> {
  const grant = { grant_type: 'refresh_token', refresh_token: previous.refreshToken } as const
  try {
    return { ...previous, ...(await context.requestToken(grant, client)) }
  } catch (cause) {
    if (!(cause instanceof OAuthError) || cause.error !== 'invalid_grant') throw cause
    throw new SignInRequiredError({ operation: cause.operation, url: cause.url, status: cause.status, cause })
  }
}
