import { scopesOf } from './fields.ts'
import type { DirectGrant } from './grant.ts'
import { accessToken } from './tokens.ts'

/** The client credentials grant (RFC 6749 section 4.4): a token of the client's own. No statement. */
export const clientCredentials: DirectGrant = {
  parameters: ['scope'],
  async answer({ application, fields }, services) {
    const { clientId, tokenEndpointAuthMethod, scopes: registered } = application
    const { face } = services
    const lifetime = face.lifetimes.clientAccessToken
    // Section 4.4: confidential clients only.
    if (tokenEndpointAuthMethod === 'none' || !lifetime || !fields.scope) return undefined
    const allowed = registered.filter((scope) => face.scopes.includes(scope))
    const scopes = scopesOf(fields.scope, allowed)
    if (!scopes) return undefined
    const scope = scopes.join(' ')
    const access_token = await accessToken(services, application, { subject: clientId, scope, lifetime })
    return { access_token, expires_in: lifetime, scope, token_type: 'Bearer' }
  },
}
