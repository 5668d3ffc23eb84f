import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { sha256 } from '../../server/crypto/hash.ts'
import type { Database } from '../../server/db/schema.ts'
import { hashPassword } from '../../server/domain/passwords/hashing.ts'
import type { TestDatabase } from '../setup/database.ts'

/** What tests need of an installation, however many servers it has and wherever they run. */
export interface Installation {
  readonly issuer: string
  readonly database: TestDatabase
  /** Registers an application; what is left out is that of a confidential third-party web client with code and refresh. */
  addApplication(application: Partial<Insertable<Database['applications']>> & { secret?: string }): Promise<string>
  /** Adds a person who can sign in with that password. */
  addUser(user: Partial<Insertable<Database['users']>> & { password?: string }): Promise<string>
}

/** The installation that is reached at an address and keeps everything in a database. */
export function installation(issuer: string, database: TestDatabase): Installation {
  return {
    issuer,
    database,
    addApplication: async ({ secret: clientSecret, ...application }) => {
      const clientId = application.clientId ?? `client-${randomUUID()}`
      await database.db
        .insertInto('applications')
        .values({
          id: randomUUID(),
          name: 'Third party',
          tokenEndpointAuthMethod: clientSecret ? 'client_secret_basic' : 'none',
          redirectUris: ['http://localhost:5173/callback'],
          postLogoutRedirectUris: ['http://localhost:5173/signed-out'],
          grantTypes: ['authorization_code', 'refresh_token'],
          responseTypes: ['code'],
          scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
          firstParty: false,
          ...application,
          clientId,
          secretHash: clientSecret ? sha256(clientSecret) : null,
        })
        .execute()
      return clientId
    },
    addUser: async ({ password, ...user }) => {
      const id = user.id ?? randomUUID()
      await database.db
        .insertInto('users')
        .values({ userName: `user-${id}`, ...user, id })
        .execute()
      if (password) {
        const hash = await hashPassword(password)
        await database.db.insertInto('passwordCredentials').values({ userId: id, hash }).execute()
      }
      return id
    },
  }
}
