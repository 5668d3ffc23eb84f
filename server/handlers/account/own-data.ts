import type { components } from '../../../generated/account.ts'
import type { OwnData } from '../../domain/account-centre/own-data.ts'
import { userDetails } from './shapes.ts'

/** What is kept about a person, as the file has it. */
export function ownData(data: OwnData): components['schemas']['OwnData'] {
  const { user } = data
  const { accountState: _state, ...details } = userDetails(user)
  return {
    madeAt: new Date().toISOString(),
    account: {
      ...details,
      userName: user.userName,
      middleName: user.middleName,
      phoneVerified: user.phoneVerified,
      emailVerified: user.emailVerified,
      attributes: Object.entries({ ...user.attributes, ...user.extension }).map(([name, value]) => ({
        name,
        value: JSON.stringify(value ?? null),
      })),
      createdAt: user.createdAt.toISOString(),
      updatedAt: user.updatedAt.toISOString(),
    },
    identities: data.identities.map(({ provider, externalId, displayName }) => ({ provider, externalId, displayName })),
    organizations: data.organizations.map(({ name, createdAt }) => ({ name, since: createdAt.toISOString() })),
    acceptances: data.acceptances.map(({ acceptedAt, ...accepted }) => ({
      ...accepted,
      acceptedAt: acceptedAt.toISOString(),
    })),
    sessions: data.sessions.map(({ createdAt, address, userAgent }) => ({
      signedInAt: createdAt.toISOString(),
      address,
      userAgent,
    })),
    allowedApplications: data.allowed.map(({ scopes, ...application }) => ({ ...application, scopes: [...scopes] })),
    signIns: data.signIns.map(({ createdAt, succeeded, reason, method, address, userAgent, clientId }) => ({
      at: createdAt.toISOString(),
      succeeded,
      reason,
      method,
      address,
      userAgent,
      clientId,
    })),
    events: data.events.map(({ createdAt, action, actorId }) => ({
      at: createdAt.toISOString(),
      action,
      byUser: actorId === user.id,
    })),
  }
}
