import { randomBytes, randomUUID } from 'node:crypto'
import packageJson from '../package.json' with { type: 'json' }
import { sha256 } from '../server/crypto/hash.ts'
import { connectDatabase } from '../server/db/connect.ts'
import { migrate } from '../server/db/migrate.ts'
import { hashPassword } from '../server/domain/passwords/hashing.ts'
import { createLogger } from '../server/log/log.ts'
import { freePort } from '../test/support/process.ts'
import { startServer } from './machine.ts'
import { clients, ownScope, type Peer, type PeerSettings, password, people, redirectUri, scopes } from './peer.ts'

/** Our paths of the Account API's issuer. */
export const ourPaths: Peer['paths'] = {
  authorize: '/connect/authorize',
  token: '/connect/token',
  userinfo: '/connect/userinfo',
  introspect: '/connect/introspect',
}

/** The installation's secret of every server of ours in a run. */
export const secretKey = randomBytes(32).toString('base64')

/** Puts the schema, the clients and the people in, once a run. */
export async function fillOurs(databaseUrl: string): Promise<void> {
  const log = createLogger({ level: 'warn' })
  await migrate({ url: databaseUrl, log })
  const { db, close } = await connectDatabase({ url: databaseUrl, poolSize: 1, log })
  await db
    .insertInto('applications')
    .values(
      Object.values(clients).map(({ id, secret, algorithm }) => ({
        id: randomUUID(),
        clientId: id,
        secretHash: sha256(secret),
        name: 'Bench',
        tokenEndpointAuthMethod: 'client_secret_basic' as const,
        redirectUris: [redirectUri],
        postLogoutRedirectUris: [],
        grantTypes: ['authorization_code', 'refresh_token', 'client_credentials', 'password'],
        responseTypes: ['code'],
        scopes: [...scopes, ownScope, 'ZMS.UserDetails.Read'],
        firstParty: true,
        idTokenSigningAlgorithm: algorithm,
      })),
    )
    .execute()
  const users = people.map((userName) => ({ userName, id: randomUUID(), displayName: 'Bench' }))
  await db.insertInto('users').values(users).execute()
  const hash = await hashPassword(password)
  await db
    .insertInto('passwordCredentials')
    .values(users.map(({ id }) => ({ userId: id, hash })))
    .execute()
  await close()
}

/** What `npm start` starts Node with; the docs are none of a server that is measured. */
export const shipped = packageJson.scripts.start.split(' ').slice(2, -1)

/** Our server as `npm start` runs it on a database of one's own: with its log, and answers held against the contract. */
export async function startOurs({
  databaseUrl,
  directory,
  name = 'ours',
  secret = secretKey,
  env = {},
}: PeerSettings & {
  readonly name?: string
  readonly secret?: string
  /** Further variables. */
  readonly env?: Readonly<Record<string, string>>
}): Promise<Peer> {
  const server = await startServer(name, shipped, {
    directory,
    port: await freePort(),
    ready: '/readyz',
    env: { DATABASE_URL: databaseUrl, SECRET_KEY: secret, DRAIN_SECONDS: '0', ...env },
  })
  return { ...server, paths: ourPaths }
}
