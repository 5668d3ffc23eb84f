import { type ProtocolServer, refusal, tokenAnswer } from './protocol-server.ts'

/** The user that userinfo is about. */
export const user = { sub: '0198f2a4-9f3c-7d1e-8a55-0c2b7b6a1f10' }

/** What a token endpoint refuses an access token with. */
export const invalidToken = { 'www-authenticate': 'Bearer realm="test", error="invalid_token"' }

/** How a server issues access tokens, and which of them it takes. */
export interface TokenScripts {
  /** Numbers the tokens it issues; the n-th answer has `access-n` and, with rotation, `refresh-n`. */
  issueTokens(options?: { rotate?: boolean; expiresIn?: number }): void
  /** The tokens that userinfo was called with, in order. */
  presented(): (string | undefined)[]
  /** Userinfo takes every token but these. */
  userInfoRefuses(...tokens: string[]): void
}

/** The scripts of one server. */
export function tokenScripts(server: ProtocolServer): TokenScripts {
  return {
    issueTokens({ rotate = false, expiresIn = 3600 } = {}) {
      let issued = 0
      server.on('POST /connect/token', () => {
        issued += 1
        return tokenAnswer(issued, { expires_in: expiresIn, ...(rotate && { refresh_token: `refresh-${issued}` }) })
      })
    },
    presented() {
      return server.of('GET /connect/userinfo').map(({ headers }) => headers.authorization?.replace('Bearer ', ''))
    },
    userInfoRefuses(...tokens) {
      server.on('GET /connect/userinfo', ({ headers }) =>
        tokens.includes(headers.authorization?.replace('Bearer ', '') ?? '')
          ? refusal(401, 'invalid_token', invalidToken)
          : { body: user },
      )
    },
  }
}
