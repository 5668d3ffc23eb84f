import { SignInRequiredError } from '../errors.ts'
import type { Auth, AuthContext } from './auth.ts'
import { isUsable, keepFresh, refresh } from './keep-fresh.ts'
import type { ClientAuthentication } from './token-request.ts'
import type { TokenSet } from './token-set.ts'

/** A user's tokens in a place of your own. */
export interface StoredTokensOptions extends ClientAuthentication {
  /** Reads the tokens; undefined when there are none. */
  readonly load: () => TokenSet | undefined | Promise<TokenSet | undefined>
  /** Keeps new tokens; the ones before are of no use any more. */
  readonly save: (tokens: TokenSet) => void | Promise<void>
}

/**
 * A user's tokens, kept by you and renewed with the refresh token. The storage is read again before each renewal, so
 * that one renewal serves all tabs or processes that share it, and new tokens are saved before they are used, so that
 * the next refresh token is never lost; should saving fail, it is tried again by the next call.
 * @throws {SignInRequiredError} from calls: there are no tokens, or they cannot be renewed
 */
export function storedTokens({ load, save, ...client }: StoredTokensOptions): Auth {
  let unsaved: TokenSet | undefined
  return keepFresh(async (context) => {
    if (!unsaved) {
      const stored = await load()
      if (stored && isUsable(stored, context)) return stored
      if (stored?.refreshToken === undefined) return lastUse(stored, context)
      unsaved = await refresh(context, client, { ...stored, refreshToken: stored.refreshToken })
    }
    const tokens = unsaved
    await save(tokens)
    unsaved = undefined
    return tokens
  })
}

/** Tokens that cannot be renewed are used until they expire. */
function lastUse(stored: TokenSet | undefined, { baseUrl }: AuthContext): TokenSet {
  if (stored && Date.now() < stored.expiresAt) return stored
  throw new SignInRequiredError({ operation: `a token for ${baseUrl}` })
}

/** A refresh token to begin with. */
export interface RefreshTokenOptions extends ClientAuthentication {
  readonly refreshToken: string
  /** Is given each new set of tokens before it is used. Without it the latest refresh token is lost with the process. */
  readonly save?: ((tokens: TokenSet) => void | Promise<void>) | undefined
}

/**
 * A user's tokens for a refresh token that you have (RFC 6749 section 6).
 * @throws {SignInRequiredError} from calls: the refresh token has ended, was used before or was withdrawn
 */
export function refreshToken({ refreshToken: first, save, ...client }: RefreshTokenOptions): Auth {
  let tokens: TokenSet = { accessToken: '', refreshToken: first, renewAt: 0, expiresAt: 0 }
  return storedTokens({
    ...client,
    load: () => tokens,
    save: async (renewed) => {
      await save?.(renewed)
      tokens = renewed
    },
  })
}
