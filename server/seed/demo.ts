import { findApplication } from '../db/queries/applications.ts'
import type { Db } from '../db/schema.ts'
import type { Actor } from '../domain/actor.ts'
import { permissionCodes } from '../domain/applications/permission-codes.ts'
import { grantPermissions, type NewApplication, registerApplications } from '../domain/applications/registration.ts'
import { accountScopes, oneAccessScopes, openidScopes } from '../domain/applications/scopes.ts'
import { Failure } from '../domain/failure.ts'
import { Organizations } from '../domain/organizations/organizations.ts'
import { RoleGroups } from '../domain/role-groups/role-groups.ts'
import type { NewUser } from '../domain/users/draft.ts'
import { Users } from '../domain/users/users.ts'

/** A person of the demo data; the passwords are published in the README. */
export interface DemoUser {
  userName: string
  password: string
  displayName: string
  /** An administrator is in every role group of the platform, so a super administrator, too. */
  role: 'user' | 'administrator'
  /** Whether the demo organization is theirs. */
  organized: boolean
  phone: string | null
  email: string | null
}

export const demoUsers: readonly DemoUser[] = [
  {
    userName: 'testUserName',
    password: 'Abc.123456',
    displayName: 'Test User',
    role: 'user',
    organized: false,
    phone: '13800000001',
    email: 'test@example.com',
  },
  {
    userName: 'admin',
    password: 'Admin.123456',
    displayName: 'Administrator',
    role: 'administrator',
    organized: false,
    phone: null,
    email: 'admin@example.com',
  },
  {
    userName: 'zhangsan',
    password: 'Zhangsan.2026',
    displayName: '张三',
    role: 'user',
    organized: true,
    phone: '12345678901',
    email: 'zhangsan@example.com',
  },
]

/** The numbers of the demo data, in E.164: nobody has them, whatever the numbering plans say. */
export const demoNumbers: readonly string[] = demoUsers.flatMap(({ phone }) => (phone ? [`+86${phone}`] : []))

const demoOrganization = { code: '10000', name: 'Demo Group', type: 'group' } as const

const codeGrants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code']
const userScopes = [
  ...openidScopes,
  ...accountScopes.filter((scope) => /^ZMS\.(Basic|UserBasic|UserDetails)/.test(scope)),
]
const oneAccessClientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
const callback = 'http://localhost:5173/login/callback/'
const afterLogout = 'http://localhost:5173/logout/callback/'

/** The id of that application where this version has made it: what calls its interfaces can be written down. */
export const demoApplicationId = '0198f2a5-3d10-7c4e-9b21-6f5e4d3c2b1a'

/** An application of the demo data; without a secret it is a public client. */
export interface DemoApplication {
  id?: string
  clientId: string
  secret?: string
  name: string
  nameZh: string
  grantTypes: string[]
  scopes: string[]
  interactive: boolean
  /** Whether it may look at the tokens of other applications. */
  introspectsAllTokens?: boolean
  /** Whether a code is given only together with PKCE; the documented calls of OneAccess (I8, I12) have none. */
  requirePkce: boolean
  /** Custom attributes that its accounts have in OneAccess. */
  accountAttributes?: string[]
  /** An application of somebody else's: people are asked for consent. */
  thirdParty?: boolean
  /** Where people come to by CAS. */
  casServices?: string[]
  /** What it is told of them beside their name. */
  attributeMapping?: Record<string, string>
  samlEntityId?: string
  samlAcsUrls?: string[]
}

export const demoApplications: readonly DemoApplication[] = [
  {
    clientId: 'TestClient',
    name: 'Demo site',
    nameZh: '演示站点',
    grantTypes: codeGrants,
    scopes: userScopes,
    interactive: true,
    requirePkce: true,
  },
  {
    clientId: 'testAutoClient',
    secret: 'testAuto.2022',
    name: 'Demo automation',
    nameZh: '演示自动化服务',
    grantTypes: ['password', 'refresh_token'],
    scopes: userScopes,
    interactive: false,
    requirePkce: true,
  },
  {
    clientId: 'trustedDemo',
    secret: 'trusted.Demo.2026',
    name: 'Demo trusted back-end',
    nameZh: '演示受信客户端',
    grantTypes: ['client_credentials'],
    scopes: accountScopes.filter((scope) => scope.startsWith('ZMS.Users.') || scope === 'ZMS.MNS.Send'),
    interactive: false,
    introspectsAllTokens: true,
    requirePkce: true,
  },
  {
    clientId: 'oemDemo',
    secret: 'oem.Demo.2026',
    name: 'Demo OEM back-end',
    nameZh: '演示OEM客户端',
    grantTypes: ['client_credentials'],
    scopes: accountScopes.filter((scope) => scope.startsWith('ZMS.OEMUsers.')),
    interactive: false,
    requirePkce: true,
  },
  {
    clientId: 'thirdPartyDemo',
    secret: 'thirdParty.Demo.2026',
    name: 'Demo third party',
    nameZh: '演示第三方应用',
    grantTypes: ['authorization_code', 'refresh_token'],
    scopes: [...openidScopes],
    interactive: true,
    requirePkce: false,
    thirdParty: true,
  },
  {
    clientId: oneAccessClientId,
    id: demoApplicationId,
    secret: 'oneaccess.Demo.2026',
    name: 'Demo OneAccess application',
    nameZh: '演示OneAccess应用',
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes: [...openidScopes, ...oneAccessScopes.filter((scope) => scope !== 'openid')],
    interactive: true,
    requirePkce: false,
    // Those of the contract's examples.
    accountAttributes: ['age', 'nickname'],
    casServices: ['http://localhost:5173/cas/'],
    attributeMapping: { mobile: 'mobile', email: 'email' },
    samlEntityId: 'http://localhost:5173/saml/metadata',
    samlAcsUrls: ['http://localhost:5173/saml/acs'],
  },
]

/** Another node that starts at the same moment may be faster. */
const unlessThere = (error: unknown) => {
  if (!(error instanceof Failure) || error.kind !== 'organization_code_taken') throw error
}

/**
 * Puts the demo data in, through the services; what is there already stays as it is, and what a former version has not made is
 * added. Some fifteen statements and no hash when all is there.
 * @returns the id that the OneAccess application has: an older version gave it another
 */
export async function seedDemo(db: Db): Promise<string> {
  const by: Actor = {}
  const organizations = new Organizations(db)
  const users = new Users(db, organizations)
  await registerApplications(db, by, demoApplications.map(registration))
  await grantPermissions(db, by, oneAccessClientId, permissionCodes)
  if (!(await organizations.findByCode(demoOrganization.code))) {
    await organizations.create(by, demoOrganization).catch(unlessThere)
  }
  const organization = await organizations.findByCode(demoOrganization.code)
  const people = await users.create(by, demoUsers.map(newUser))
  for (const [index, { role, organized }] of demoUsers.entries()) {
    const userId = people[index]?.user?.id
    if (!userId) continue
    if (role === 'administrator') await new RoleGroups(db).joinPlatformGroups(by, userId)
    if (organized && organization) await organizations.settle(by, userId, organization.id)
  }
  return (await findApplication(db, oneAccessClientId))?.id ?? demoApplicationId
}

function newUser({ userName, password, displayName, phone, email }: DemoUser): NewUser {
  return { userName, password, displayName, phone, phoneVerified: phone !== null, email, emailVerified: email !== null }
}

function registration({ interactive, thirdParty = false, ...application }: DemoApplication): NewApplication {
  return {
    ...application,
    redirectUris: interactive ? [callback] : [],
    postLogoutRedirectUris: interactive ? [afterLogout] : [],
    listenerOrigins: interactive ? [new URL(callback).origin] : [],
    responseTypes: interactive ? ['code'] : [],
    firstParty: !thirdParty,
  }
}
