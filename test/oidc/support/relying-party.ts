import type { Insertable } from 'kysely'
import * as client from 'openid-client'
import type { Database } from '../../../server/db/schema.ts'
import { contractFetch } from '../../support/contract-fetch.ts'
import type { Page, Person } from '../../support/person.ts'
import type { TestServer } from '../../support/server.ts'

/** Address that the relying parties of these tests are answered at; nothing listens there. */
export const redirectUri = 'http://localhost:5173/callback'

/** Address people come back to after signing out. */
export const signedOutUri = 'http://localhost:5173/signed-out'

/** The secret of every confidential client of these tests. */
export const clientSecret = 'a secret of the relying party'

type Application = Partial<Insertable<Database['applications']>>

/** What one request asks for, beside what every request carries. */
export type Parameters = Record<string, string>

/** An authorization request, with what its answer is held against. */
export interface AuthorizationRequest {
  readonly url: URL
  readonly checks: client.AuthorizationCodeGrantChecks
}

/**
 * A relying party as the conformance suite plays it: a confidential third-party client whose strict library checks every
 * answer, id token signatures included.
 */
export class RelyingParty {
  readonly config: client.Configuration
  readonly clientId: string

  private constructor(config: client.Configuration, clientId: string) {
    this.config = config
    this.clientId = clientId
  }

  /** Registers an application and reads the server's configuration. */
  static async register(server: TestServer, application: Application = {}): Promise<RelyingParty> {
    const clientId = await server.addApplication({ secret: clientSecret, requirePkce: false, ...application })
    const authentication =
      application.tokenEndpointAuthMethod === 'client_secret_post'
        ? client.ClientSecretPost(clientSecret)
        : client.ClientSecretBasic(clientSecret)
    const metadata = { id_token_signed_response_alg: application.idTokenSigningAlgorithm ?? 'RS256' }
    const config = await client.discovery(new URL(server.issuer), clientId, metadata, authentication, {
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
      [client.customFetch]: contractFetch as client.CustomFetch,
    })
    return new RelyingParty(config, clientId)
  }

  /** An authorization request with state and nonce; an empty value leaves a parameter out. */
  request(parameters: Parameters = {}): AuthorizationRequest {
    const all: Parameters = {
      redirect_uri: redirectUri,
      scope: 'openid',
      state: client.randomState(),
      nonce: client.randomNonce(),
      ...parameters,
    }
    const sent: Parameters = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
    const { state, nonce, max_age: maxAge } = sent
    return {
      url: client.buildAuthorizationUrl(this.config, sent),
      checks: {
        idTokenExpected: true,
        ...(state !== undefined && { expectedState: state }),
        ...(nonce !== undefined && { expectedNonce: nonce }),
        ...(maxAge !== undefined && { maxAge: Number(maxAge) }),
      },
    }
  }

  /** Exchanges the code of an answer. @throws what the strict client finds wrong with it */
  tokens({ checks }: AuthorizationRequest, answer: Page) {
    return client.authorizationCodeGrant(this.config, answer.url, checks)
  }

  /** The whole flow: the person signs in and agrees as far as asked. */
  async authorize(person: Person, parameters: Parameters = {}) {
    const request = this.request(parameters)
    const answer = await consentTo(person, await person.visit(request.url))
    const tokens = await this.tokens(request, answer)
    return { request, answer, tokens, claims: claimsOf(tokens) }
  }

  /** Claims of the userinfo endpoint, asked with GET. */
  userInfo(accessToken: string, sub: string) {
    return client.fetchUserInfo(this.config, accessToken, sub)
  }

  /** An address of the server, as its configuration has it. */
  endpoint(name: 'userinfo_endpoint' | 'end_session_endpoint' | 'token_endpoint' | 'jwks_uri'): string {
    const address = this.config.serverMetadata()[name]
    if (address === undefined) throw new Error(`the configuration has no ${name}`)
    return address
  }
}

/** The id token's claims. */
export function claimsOf(tokens: client.TokenEndpointResponseHelpers): client.IDToken {
  const claims = tokens.claims()
  if (!claims) throw new Error('there is no id token')
  return claims
}

/** Goes on from a page, signing in and agreeing when asked, until something else comes. */
export async function consentTo(person: Person, page: Page, username?: string, password?: string): Promise<Page> {
  let current = page
  if (current.url.pathname === '/Account/Login') current = await person.signIn(current, username, password)
  if (current.url.pathname === '/Account/Consent') current = await person.submit(current, { decision: 'allow' })
  return current
}

/** What an authorization request without any page gets: `code`, or the name of an error. */
export async function silentAnswer(party: RelyingParty, person: Person): Promise<string | null> {
  const { searchParams } = (await person.visit(party.request({ prompt: 'none' }).url)).url
  return searchParams.has('code') ? 'code' : searchParams.get('error')
}
