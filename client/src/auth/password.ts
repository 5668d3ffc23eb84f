import { SignInRequiredError } from '../errors.ts'
import type { Auth } from './auth.ts'
import { keepFresh, refresh } from './keep-fresh.ts'
import type { ClientAuthentication } from './token-request.ts'

/** A user's name and password, and the back-end service that is allowed to use them. */
export interface PasswordOptions extends ClientAuthentication {
  /** User name, e-mail address or phone number. */
  readonly username: string
  readonly password: string
  /** The scope to ask for, names separated by blanks. */
  readonly scope?: string | undefined
}

/**
 * A user's tokens for their name and password (RFC 6749 section 4.3), for back-end services that are marked for it.
 * Renewed with the refresh token where there is one (scope `offline_access`), else with the password again.
 * @throws {OAuthError} from calls: the server refuses the client, the user or the scope
 */
export function password({ username, password: secret, scope, ...client }: PasswordOptions): Auth {
  const grant = { grant_type: 'password', username, password: secret, ...(scope !== undefined && { scope }) } as const
  return keepFresh(async (context, current) => {
    if (current?.refreshToken === undefined) return context.requestToken(grant, client)
    try {
      return await refresh(context, client, { ...current, refreshToken: current.refreshToken })
    } catch (error) {
      if (!(error instanceof SignInRequiredError)) throw error
      return context.requestToken(grant, client)
    }
  })
}
