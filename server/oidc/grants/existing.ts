import type { Grant, KoaContextWithOIDC } from 'oidc-provider'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import type { EngineFace } from '../faces/face.ts'

/**
 * The grant an authorization builds on: what the person just agreed to, else what this session agreed to before.
 * Applications of the platform itself are granted what they ask for within their registered scopes; the engine has
 * checked these before.
 */
export function existingGrants(applications: ApplicationDirectory, face: EngineFace) {
  return async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const { client, session, account, provider, result } = ctx.oidc
    if (!client || !session || !account) return undefined
    const grantId = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
    const found = grantId ? await provider.Grant.find(grantId) : undefined
    // A grant ends its refresh tokens with itself: one that cannot outlive a new one is not built upon.
    const grant = found && found.remainingTTL > face.lifetimes.refreshToken ? found : undefined

    const application = await applications.find(client.clientId)
    if (!application?.firstParty) return grant ?? undefined
    const scopes = [...ctx.oidc.requestParamScopes]
    // Another issuer may have made the grant, for the same person and application but for its own API.
    const granted = new Set(grant?.getResourceScope(face.audience).split(' '))
    if (grant && scopes.every((scope) => granted.has(scope))) return grant
    return grantScopes(
      grant ?? new provider.Grant({ accountId: account.accountId, clientId: client.clientId }),
      scopes,
      face,
    )
  }
}

/** Adds scopes to a grant, for OpenID Connect and for the issuer's API, and saves it. One statement. */
export async function grantScopes(
  grant: Grant,
  scopes: string[],
  { audience }: Pick<EngineFace, 'audience'>,
): Promise<Grant> {
  if (scopes.length > 0) {
    grant.addOIDCScope(scopes.join(' '))
    grant.addResourceScope(audience, scopes.join(' '))
  }
  await grant.save()
  return grant
}
