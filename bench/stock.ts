import { once } from 'node:events'
import { Provider } from 'oidc-provider'

/** A stock oidc-provider to compare with: `node bench/stock.ts PORT opaque|jwt`; prints an access token for userinfo. */
const [port = '0', format = 'opaque'] = process.argv.slice(2)
const issuer = `http://localhost:${port}`
const signed = format === 'jwt'

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'bench',
      client_secret: 'bench-secret',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  scopes: ['openid', 'profile', 'api'],
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: signed,
      defaultResource: async () => 'urn:bench:api',
      getResourceServerInfo: async () => ({ scope: 'api', accessTokenFormat: 'jwt' as const }),
    },
  },
  claims: { openid: ['sub'], profile: ['name'] },
  findAccount: async (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, name: 'Test User' }) }),
})

const server = provider.listen(Number(port), 'localhost')
await once(server, 'listening')
const client = await provider.Client.find('bench')
if (!client) throw new Error('the bench client is missing')
const grant = new provider.Grant({ accountId: 'somebody', clientId: 'bench' })
grant.addOIDCScope('openid profile')
await grant.save()
const token = new provider.AccessToken({
  accountId: 'somebody',
  client,
  grantId: grant.jti,
  gty: 'authorization_code',
} as never)
token.scope = 'openid profile'
console.log(`token ${await token.save()}`)
