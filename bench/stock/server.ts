import { createServer } from 'node:http'
import { type ClientAuthMethod, type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import pg from 'pg'
import { clients, ownScope, scopes } from '../peer.ts'
import { findAccount } from './accounts.ts'
import { postgresAdapter } from './adapter.ts'
import { passwordGrant, signInPage } from './sign-in.ts'

/** A stock oidc-provider to compare with; `PORT`, `DATABASE_URL` and `SIGNING_KEYS` (private JWKs) say how. */
const { PORT = '0', DATABASE_URL = '', SIGNING_KEYS = '[]' } = process.env
const issuer = `http://localhost:${PORT}`
const audience = `${issuer}/api`
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 })

/** No resource, which the types have no word for. */
const none = undefined as unknown as string

const configuration: Configuration = {
  adapter: postgresAdapter(pool),
  jwks: { keys: JSON.parse(SIGNING_KEYS) },
  scopes: [...scopes, ownScope],
  claims: { openid: ['sub'], profile: ['name'] },
  clientAuthMethods: ['client_secret_basic'] satisfies ClientAuthMethod[],
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    resourceIndicators: {
      enabled: true,
      // JWTs as ours are; without a resource the token is opaque, which userinfo and introspection demand.
      defaultResource: async (_ctx, client) => (client?.clientId === clients.opaque.id ? none : audience),
      useGrantedResource: async () => true,
      getResourceServerInfo: async (ctx) => ({
        audience,
        scope: [...scopes, ownScope].join(' '),
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: algorithmOf(ctx) } },
      }),
    },
  },
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: () => true,
  expiresWithSession: async () => false,
  findAccount: (_ctx, id) => findAccount(id),
  // Nobody is asked for consent, as for applications of the platform itself.
  loadExistingGrant: async ({ oidc }) => {
    const { session, client, provider } = oidc
    if (!session || !client) return undefined
    const known = session.grantIdFor(client.clientId)
    if (known) return await provider.Grant.find(known)
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId as string })
    grant.addOIDCScope(scopes.join(' '))
    grant.addResourceScope(audience, scopes.join(' '))
    await grant.save()
    return grant
  },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
}

function algorithmOf({ oidc }: KoaContextWithOIDC): 'RS256' | 'ES256' {
  return oidc.client?.idTokenSignedResponseAlg === 'ES256' ? 'ES256' : 'RS256'
}

const provider = new Provider(issuer, configuration)
provider.registerGrantType('password', passwordGrant(provider), ['username', 'password', 'scope'])
provider.on('server_error', (_ctx, error) => console.error(error))
const engine = provider.callback()
const server = createServer((request, response) => {
  if (!request.url?.startsWith('/interaction/')) return engine(request, response)
  signInPage(provider, request, response).catch((error: Error) => {
    response.statusCode = 500
    response.end(error.message)
  })
})
server.listen(Number(PORT), 'localhost')
process.on('SIGTERM', () => process.exit(0))
