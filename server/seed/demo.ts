import type { Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { sha256 } from '../crypto/hash.ts'
import type { Database } from '../db/schema.ts'
import { accountScopes, openidScopes } from '../domain/applications/scopes.ts'
import { hashPassword } from '../domain/passwords/hashing.ts'

/** A person of the demo data; the passwords are published in the README. */
export interface DemoUser {
  userName: string
  password: string
  displayName: string
  role: 'user' | 'administrator'
  phone: string | null
  email: string | null
}

export const demoUsers: readonly DemoUser[] = [
  {
    userName: 'testUserName',
    password: 'Abc.123456',
    displayName: 'Test User',
    role: 'user',
    phone: '13800000001',
    email: 'test@example.com',
  },
  {
    userName: 'admin',
    password: 'Admin.123456',
    displayName: 'Administrator',
    role: 'administrator',
    phone: null,
    email: 'admin@example.com',
  },
  {
    userName: 'zhangsan',
    password: 'Zhangsan.2026',
    displayName: '张三',
    role: 'user',
    phone: '12345678901',
    email: 'zhangsan@example.com',
  },
]

const codeGrants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code']
const userScopes = [
  ...openidScopes,
  ...accountScopes.filter((scope) => /^ZMS\.(Basic|UserBasic|UserDetails)/.test(scope)),
]
const callback = 'http://localhost:5173/login/callback/'
const afterLogout = 'http://localhost:5173/logout/callback/'

/** An application of the demo data; without a secret it is a public client. */
export interface DemoApplication {
  clientId: string
  secret?: string
  name: string
  nameZh: string
  grantTypes: string[]
  scopes: string[]
  interactive: boolean
}

export const demoApplications: readonly DemoApplication[] = [
  {
    clientId: 'TestClient',
    name: 'Demo site',
    nameZh: '演示站点',
    grantTypes: codeGrants,
    scopes: userScopes,
    interactive: true,
  },
  {
    clientId: 'testAutoClient',
    secret: 'testAuto.2022',
    name: 'Demo automation',
    nameZh: '演示自动化服务',
    grantTypes: ['password', 'refresh_token'],
    scopes: userScopes,
    interactive: false,
  },
  {
    clientId: 'trustedDemo',
    secret: 'trusted.Demo.2026',
    name: 'Demo trusted back-end',
    nameZh: '演示受信客户端',
    grantTypes: ['client_credentials'],
    scopes: accountScopes.filter((scope) => scope.startsWith('ZMS.Users.') || scope === 'ZMS.MNS.Send'),
    interactive: false,
  },
  {
    clientId: 'oemDemo',
    secret: 'oem.Demo.2026',
    name: 'Demo OEM back-end',
    nameZh: '演示OEM客户端',
    grantTypes: ['client_credentials'],
    scopes: accountScopes.filter((scope) => scope.startsWith('ZMS.OEMUsers.')),
    interactive: false,
  },
  {
    clientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm',
    secret: 'oneaccess.Demo.2026',
    name: 'Demo OneAccess application',
    nameZh: '演示OneAccess应用',
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes: [...openidScopes],
    interactive: true,
  },
]

/** Puts the demo data in; what is there already stays as it is. One transaction. */
export async function seedDemo(db: Kysely<Database>): Promise<void> {
  const hashes = await Promise.all(demoUsers.map((user) => hashPassword(user.password)))
  await db.transaction().execute(async (trx) => {
    for (const [index, user] of demoUsers.entries()) {
      const inserted = await trx
        .insertInto('users')
        .values({
          id: newId(),
          user_name: user.userName,
          display_name: user.displayName,
          itc: user.phone && '+86',
          phone: user.phone,
          phone_verified: user.phone !== null,
          email: user.email,
          email_verified: user.email !== null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      const hash = hashes[index]
      if (!inserted || !hash) continue
      await trx.insertInto('password_credentials').values({ user_id: inserted.id, hash }).execute()
    }
    await trx
      .insertInto('applications')
      .values(
        demoApplications.map((application) => ({
          client_id: application.clientId,
          id: newId(),
          name: application.name,
          name_zh: application.nameZh,
          secret_hash: application.secret ? sha256(application.secret) : null,
          token_endpoint_auth_method: application.secret ? ('client_secret_basic' as const) : ('none' as const),
          redirect_uris: application.interactive ? [callback] : [],
          post_logout_redirect_uris: application.interactive ? [afterLogout] : [],
          listener_origins: application.interactive ? [new URL(callback).origin] : [],
          grant_types: application.grantTypes,
          response_types: application.interactive ? ['code'] : [],
          scopes: application.scopes,
          first_party: true,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
