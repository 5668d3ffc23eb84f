import { allScopes } from '../../../server/domain/applications/scopes.ts'
import type { Person } from '../../support/person.ts'
import type { TestServer } from '../../support/server.ts'
import { basic, obtainTokens, post, redirectUri, tokensOf } from './flow.ts'

/** Access tokens of one application that may ask for every scope: of the demo user, or of the application itself. */
export interface ScopedTokens {
  /** The demo user's token with these scopes. */
  user(scopes: readonly string[], person?: Person): Promise<string>
  /** The application's own token with these scopes. */
  client(scopes: readonly string[]): Promise<string>
}

/** Registers the application. */
export async function scopedTokens(server: TestServer): Promise<ScopedTokens> {
  const common = { scopes: [...allScopes], firstParty: true }
  const client_id = await server.addApplication({ ...common, redirectUris: [redirectUri] })
  const secret = 'a secret of the test application'
  const trusted = await server.addApplication({
    ...common,
    secret,
    redirectUris: [],
    responseTypes: [],
    grantTypes: ['client_credentials'],
  })
  return {
    user: async (scopes, person) =>
      (await obtainTokens(server.issuer, { client_id, redirect_uri: redirectUri, scope: scopes.join(' ') }, person))
        .access_token,
    client: async (scopes) => {
      const fields = { grant_type: 'client_credentials', scope: scopes.join(' ') }
      return (await tokensOf(await post(server.issuer, '/connect/token', fields, basic(trusted, secret)))).access_token
    },
  }
}
