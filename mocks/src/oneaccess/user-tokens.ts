import { exampleOf, type MockDocument } from '../contract.ts'
import type { Tokens } from '../tokens.ts'

const HOUR_SECONDS = 60 * 60
const REFRESH_TOKEN_SECONDS = 30 * 24 * HOUR_SECONDS
export const ACCESS_TOKEN_SECONDS = 2 * HOUR_SECONDS

/** For whom tokens are made. */
export interface Grant {
  /** The address of the mock. */
  origin: string
  clientId: string
  scope: string
  nonce?: string
}

/** Makes the tokens of the one user that the mock knows, the one of the contract's examples. */
export interface UserTokens {
  access(grant: Grant): Promise<string>
  refresh(grant: Grant): Promise<string>
  identity(grant: Omit<Grant, 'scope'>): Promise<string>
  /** The whole answer of the token endpoint: with `openid` there is an id token. */
  all(grant: Grant): Promise<Record<string, unknown>>
}

/** The issuer of OneAccess below an address; the other API's is the address itself. */
export function issuerOf(origin: string): string {
  return `${origin}/api/v1/oauth2`
}

/** The tokens of the user, signed with the mock's key (RS256). */
export function createUserTokens(document: MockDocument, tokens: Tokens): UserTokens {
  const { sub, ...user } = exampleOf(document, 'getOauth2UserInfo', 200, 'oidc')
  const subject = String(sub)
  const claims = ({ origin, clientId, scope }: Grant) => ({
    iss: issuerOf(origin),
    sub: subject,
    aud: issuerOf(origin),
    client_id: clientId,
    scope,
  })
  const made: UserTokens = {
    access: (grant) => tokens.sign('oneaccess-at+jwt', claims(grant), ACCESS_TOKEN_SECONDS),
    refresh: (grant) => tokens.sign('oneaccess-rt+jwt', claims(grant), REFRESH_TOKEN_SECONDS),
    identity({ origin, clientId, nonce }) {
      const identity = { iss: issuerOf(origin), sub: subject, aud: clientId, ...(nonce && { nonce }), ...user }
      return tokens.sign('JWT', identity, ACCESS_TOKEN_SECONDS)
    },
    all: async (grant) => ({
      access_token: await made.access(grant),
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      scope: grant.scope,
      refresh_token: await made.refresh(grant),
      ...(grant.scope.split(' ').includes('openid') && { id_token: await made.identity(grant) }),
    }),
  }
  return made
}
