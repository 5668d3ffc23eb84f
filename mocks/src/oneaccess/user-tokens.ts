import { randomUUID } from 'node:crypto'
import { exampleOf, type MockDocument } from '../contract.ts'
import type { Tokens } from '../tokens.ts'
import { type Lifetimes, lifetimeOf, type World } from '../world.ts'
import { type People, withoutNulls } from './people.ts'

const HOUR_SECONDS = 60 * 60
const REFRESH_TOKEN_SECONDS = 30 * 24 * HOUR_SECONDS
export const ACCESS_TOKEN_SECONDS = 2 * HOUR_SECONDS

/** For whom tokens are made. */
export interface Grant {
  /** The user. */
  sub: string
  /** The address of the mock. */
  origin: string
  clientId: string
  scope: string
  nonce?: string
  authTime?: number
  /** Left out where it is new. */
  grantId?: string
}

/** Makes the tokens of users. */
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

/** The tokens of users, signed with the mock's key (RS256). */
export function createUserTokens(document: MockDocument, tokens: Tokens, people: People, world: World): UserTokens {
  const documented = exampleOf(document, 'getOauth2UserInfo', 200, 'oidc')
  const claims = ({ sub, origin, clientId, scope, grantId = randomUUID() }: Grant) => ({
    iss: issuerOf(origin),
    sub,
    aud: issuerOf(origin),
    client_id: clientId,
    scope,
    grant_id: grantId,
  })
  const signIn = ({ nonce, authTime }: Pick<Grant, 'nonce' | 'authTime'>) => ({
    ...(nonce && { nonce }),
    ...(authTime && { auth_time: authTime }),
  })
  const seconds = ({ clientId }: { clientId: string }, kind: keyof Lifetimes, usual: number) =>
    lifetimeOf(world, clientId, kind, usual)
  const made: UserTokens = {
    access: (grant) =>
      tokens.sign('oneaccessAccess', claims(grant), seconds(grant, 'accessToken', ACCESS_TOKEN_SECONDS)),
    refresh: (grant) =>
      tokens.sign(
        'oneaccessRefresh',
        { ...claims(grant), ...signIn(grant) },
        seconds(grant, 'refreshToken', REFRESH_TOKEN_SECONDS),
      ),
    identity({ sub, origin, clientId, ...grant }) {
      const user = withoutNulls(people.shown(documented, sub))
      const identity = { iss: issuerOf(origin), aud: clientId, ...signIn(grant), ...user, sub }
      return tokens.sign('identity', identity, seconds({ clientId }, 'idToken', ACCESS_TOKEN_SECONDS))
    },
    all: async ({ grantId = randomUUID(), ...others }) => {
      const grant = { ...others, grantId }
      return {
        access_token: await made.access(grant),
        token_type: 'Bearer',
        expires_in: seconds(grant, 'accessToken', ACCESS_TOKEN_SECONDS),
        scope: grant.scope,
        refresh_token: await made.refresh(grant),
        ...(grant.scope.split(' ').includes('openid') && { id_token: await made.identity(grant) }),
      }
    },
  }
  return made
}
