import type { Identity } from '../../db/queries/external-logins.ts'

export type { Identity } from '../../db/queries/external-logins.ts'

/** A login at a provider as callers describe one: by a unified id, by an application's open id, or by both. */
export interface GivenIdentity {
  readonly provider: string
  readonly appId?: string | null | undefined
  readonly appOpenId?: string | null | undefined
  readonly externalId?: string | null | undefined
}

/** Providers that are known, as they are written. */
const providers = ['WeChat', 'WeCom', 'Alipay']

/**
 * The form in which a login at a provider is stored and compared. A known provider is the same in upper and lower case, and so
 * is a member of WeCom, whose ids are case-insensitive inside of an enterprise (the manual of its contacts API). Half a
 * character cannot be stored.
 */
export function canonicalIdentity({ provider, appId, appOpenId, externalId }: GivenIdentity): Identity {
  const name = canonicalProvider(provider.toWellFormed())
  const written = (id: string | null | undefined) => id?.toWellFormed() || null
  const fold = (id: string | null | undefined) => written(name === 'WeCom' ? id?.toLowerCase() : id)
  return {
    provider: name,
    appId: written(appId),
    // An open id means nothing outside of its application.
    appOpenId: appId ? fold(appOpenId) : null,
    externalId: fold(externalId),
  }
}

/** The name of a provider as it is stored. */
export function canonicalProvider(provider: string): string {
  return providers.find((known) => known.toLowerCase() === provider.toLowerCase()) ?? provider
}

/** What two logins cannot have in common: the unified id, and the open id inside of an application. */
export function keysOf({ provider, appId, appOpenId, externalId }: Identity) {
  return {
    unified: externalId === null ? undefined : JSON.stringify([provider, externalId]),
    open: appOpenId === null ? undefined : JSON.stringify([provider, appId, appOpenId]),
  }
}
