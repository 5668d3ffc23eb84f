import type { Auth } from './auth.ts'
import { keepFresh } from './keep-fresh.ts'
import type { ClientAuthentication } from './token-request.ts'

/** A client that acts for itself. */
export interface ClientCredentialsOptions extends ClientAuthentication {
  /** The scope to ask for, names separated by blanks; what the client is registered for when left out. */
  readonly scope?: string | undefined
}

/**
 * Tokens for the client itself (RFC 6749 section 4.4): kept for their hour, renewed shortly before it is over.
 * @throws {OAuthError} from calls: the server refuses the client or the scope
 */
export function clientCredentials({ scope, ...client }: ClientCredentialsOptions): Auth {
  const grant = { grant_type: 'client_credentials', ...(scope !== undefined && { scope }) } as const
  return keepFresh((context) => context.requestToken(grant, client))
}
