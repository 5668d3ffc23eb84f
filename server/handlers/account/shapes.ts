import type { components } from '../../../generated/account.ts'
import type { Locale } from '../../contract/request/locale.ts'
import type { Application } from '../../domain/applications/directory.ts'
import type { CorpLink, CorpWithLinks } from '../../domain/corps/corps.ts'
import type { ExternalLogin } from '../../domain/external-logins/external-logins.ts'
import type { ListedLoginRecord } from '../../domain/login-records/login-records.ts'
import type { UserDepartments } from '../../domain/organizations/department-chains.ts'
import type { RoleGroup } from '../../domain/role-groups/role-groups.ts'
import type { ServiceMessage } from '../../domain/service-messages/message-stream.ts'
import type { ManagedUser } from '../../domain/users/managed-users.ts'
import type { User } from '../../domain/users/users.ts'

type Schemas = components['schemas']

/** A user as every application sees one. */
export function userBasic(user: User): Schemas['UserBasic'] {
  return {
    guid: user.id,
    userName: user.userName,
    firstName: user.firstName,
    lastName: user.lastName,
    displayName: user.displayName,
    profileImage: user.profileImage,
    preferredLanguage: user.preferredLanguage,
    itc: user.itc,
    phone: user.phone,
    email: user.email,
    accountState: user.accountState,
  }
}

/** A user with all that is known; who told nothing of address and job has their members all the same. */
export function userDetails(user: User): Schemas['UserDetails'] {
  return {
    ...userBasic(user),
    dateOfBirth: user.dateOfBirth,
    address: { ...noAddress, ...user.address },
    jobInfo: { ...noJob, ...user.jobInfo },
    isPhoneReceiveInfo: user.isPhoneReceiveInfo,
    isEmailReceiveInfo: user.isEmailReceiveInfo,
  }
}

const noAddress: Schemas['Address'] = {
  street: null,
  postalCode: null,
  city: null,
  provinceName: null,
  countryName: null,
  countryCode: null,
}
const noJob: Schemas['JobInfo'] = { company: null, industry: null, department: null, title: null }

/** A user as the back office lists them. */
export function managedUser(user: ManagedUser): Schemas['ManagedUser'] {
  return {
    ...userBasic(user),
    createTime: user.createdAt.toISOString(),
    updateTime: user.updatedAt.toISOString(),
    lastLoginTime: user.lastSignInAt?.toISOString() ?? null,
  }
}

/** The departments above a user in one enterprise. */
export function departmentChain({ enterprise, departments, isPrimary }: UserDepartments): Schemas['DepartmentChain'] {
  return { corpGuid: enterprise.id, corpName: enterprise.name, names: [...departments], isPrimary }
}

/** A role group with its people. */
export function roleGroup(group: RoleGroup): Schemas['RoleGroup'] {
  return {
    guid: group.id,
    name: group.name,
    displayName: group.displayName,
    description: group.description,
    isZWSOFT: group.isZwsoft,
    members: [...group.members],
    memberCount: group.memberCount,
    readers: [...group.readers],
    readerCount: group.readerCount,
    manager: group.managerId,
  }
}

/** An enterprise with its links. */
export function corp(corp: CorpWithLinks): Schemas['Corp'] {
  return {
    guid: corp.id,
    name: corp.name,
    displayName: corp.displayName,
    description: corp.description,
    createTime: corp.createdAt.toISOString(),
    updateTime: corp.updatedAt.toISOString(),
    externalLinks: corp.links.map(corpLink),
  }
}

/** An enterprise's link to a provider, without its secrets. */
export function corpLink(link: CorpLink): Schemas['CorpExternalLink'] {
  return {
    guid: link.corpId,
    provider: link.provider,
    externalID: link.externalId,
    appID: link.appId,
    createTime: link.createdAt.toISOString(),
    updateTime: link.updatedAt.toISOString(),
  }
}

/** A login at a provider with whose it is. */
export function externalLogin(login: ExternalLogin): Schemas['ExternalLogin'] {
  return {
    guid: login.userId,
    appID: login.appId,
    appOpenID: login.appOpenId,
    provider: login.provider,
    displayName: login.displayName,
    // Members of WeCom are known by their id inside of the enterprise.
    externalID: login.externalId ?? (login.provider === 'WeCom' ? login.appOpenId : null),
  }
}

/** What everybody may know of an application. */
export function clientConfiguration(application: Application, locale: Locale): Schemas['ClientConfiguration'] {
  return {
    guid: application.id,
    clientId: application.clientId,
    displayName: (locale === 'zh' ? application.nameZh : null) ?? application.name,
    isZWSOFT: application.firstParty,
    scopes: application.scopes,
    grantTypes: application.grantTypes,
    requirePkce: application.requirePkce,
  }
}

/** How often each piece of an account was changed; what never was is 0. */
export function modificationCounts(counts: ReadonlyMap<string, number>): Schemas['ModificationCounts'] {
  const of = (field: string) => counts.get(field) ?? 0
  return {
    userName: of('userName'),
    displayName: of('displayName'),
    profileImage: of('profileImage'),
    phone: of('phone'),
    email: of('email'),
    password: of('password'),
  }
}

/** Doors at which a password was asked for; any other way to sign in has its own name. */
const passwordDoors: ReadonlySet<string> = new Set(['page', 'form', 'password_grant', 'app_password'])

/** One attempt to sign in. */
export function loginRecord(record: ListedLoginRecord): Schemas['LoginRecord'] {
  return {
    guid: record.userId,
    clientId: record.clientId,
    loginTime: record.createdAt.toISOString(),
    loginType: passwordDoors.has(record.method) ? 'Pwd' : record.method,
    ip: record.address,
    userAgent: record.userAgent,
    isSucceeded: record.succeeded,
  }
}

/** A service message as the user's clients receive it. */
export function userMessage(message: ServiceMessage): Schemas['UserMessage'] {
  return {
    id: message.id,
    types: message.type,
    content: message.content,
    createTime: message.createdAt.toISOString(),
    expireTime: message.expiresAt.toISOString(),
  }
}
