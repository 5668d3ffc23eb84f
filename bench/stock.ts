import { generateKeyPairSync } from 'node:crypto'
import pg from 'pg'
import { freePort } from '../test/support/process.ts'
import { startServer } from './machine.ts'
import { clients, ownScope, type Peer, type PeerSettings, redirectUri, scopes } from './peer.ts'
import { schema, upsertText } from './stock/adapter.ts'

/** Addresses of a stock provider. */
const stockPaths: Peer['paths'] = {
  authorize: '/auth',
  token: '/token',
  userinfo: '/me',
  introspect: '/token/introspection',
}

/** Puts the table and the clients in, once a run. */
export async function fillStock(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(schema)
  const put = (model: string, id: string, payload: object) =>
    client.query(upsertText, [model, id, payload, null, null, null, null])
  for (const { id, secret, algorithm } of Object.values(clients)) {
    await put('Client', id, {
      client_id: id,
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials', 'password'],
      response_types: ['code'],
      scope: [...scopes, ownScope].join(' '),
      id_token_signed_response_alg: algorithm,
    })
  }
  await client.end()
}

const signingKeys = [
  { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256' },
  { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), alg: 'ES256' },
]

/** A stock oidc-provider in a process of its own. */
export async function startStock({ databaseUrl, directory }: PeerSettings): Promise<Peer> {
  const server = await startServer('stock', ['bench/stock/server.ts'], {
    directory,
    port: await freePort(),
    ready: '/.well-known/openid-configuration',
    env: { DATABASE_URL: databaseUrl, SIGNING_KEYS: JSON.stringify(signingKeys) },
  })
  return { ...server, paths: stockPaths }
}
