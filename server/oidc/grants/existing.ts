import type { Grant, KoaContextWithOIDC } from 'oidc-provider'
import type { Db } from '../../db/schema.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import { signOnLifetimes } from '../../sign-on/lifetimes.ts'
import type { EngineFace } from '../faces/face.ts'
import { type EngineSession, noteIssuer, takeGrant } from '../sessions.ts'
import { Ended } from '../stored-once.ts'

interface Services {
  db: Db
  applications: ApplicationDirectory
  face: EngineFace
}

/**
 * The grant an authorization builds on: what this session agreed to before, and what the person just agreed to.
 * Applications of the platform itself are granted what they ask for within their registered scopes; the engine has
 * checked these before. All tabs of a browser build on one grant, whoever of them is the first.
 */
export function existingGrants({ db, applications, face }: Services) {
  return async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const { client, account, provider, result } = ctx.oidc
    const session = ctx.oidc.session as EngineSession | undefined
    if (!client || !session || !account) return undefined
    const { clientId } = client
    const application = await applications.find(clientId)
    const agreed = application?.firstParty === true || result?.consent !== undefined
    const scopes = [...ctx.oidc.requestParamScopes]

    for (;;) {
      const grantId = session.grantIdFor(clientId)
      const found = grantId ? await provider.Grant.find(grantId) : undefined
      const grant = found && mayGoOn(found, scopes, face) ? found : undefined
      if (grant) noteIssuer(session, clientId, face.name)
      if (!agreed) return grant
      if (grant && (await widened(grant, scopes, face))) return grant

      const lifetime = grantSeconds(scopes, face)
      const fresh = newGrant(provider, { accountId: account.accountId, clientId }, lifetime)
      await grantScopes(fresh, scopes, face)
      noteIssuer(session, clientId, face.name)
      if (await takeGrant(db, session, clientId, fresh.jti)) return fresh
      // Another tab has one by now, which is built upon.
      await provider.Grant.adapter.destroy(fresh.jti)
    }
  }
}

/** A grant that lives as long as what may hang on it. */
export function newGrant(
  provider: KoaContextWithOIDC['oidc']['provider'],
  of: { accountId: string; clientId: string },
  seconds: number,
): Grant {
  const properties = { ...of, expiresIn: seconds }
  return new provider.Grant(properties)
}

/** How long a grant of these scopes lives: a chain of refresh tokens has its limit, everything else ends with the session. */
export function grantSeconds(scopes: readonly string[], { lifetimes }: EngineFace): number {
  return scopes.includes('offline_access')
    ? lifetimes.grant
    : signOnLifetimes.longestSession + lifetimes.userAccessToken
}

const isChain = (grant: Grant) => grant.getOIDCScope().split(' ').includes('offline_access')

/** A grant ends its refresh tokens with itself: one whose chain cannot outlive a new one is not built upon. */
function mayGoOn(grant: Grant, scopes: readonly string[], { lifetimes }: EngineFace): boolean {
  const needed = scopes.includes('offline_access') ? lifetimes.refreshToken : lifetimes.userAccessToken
  return !isChain(grant) || grant.remainingTTL > needed
}

/** Adds to a grant what it lacks of scopes and time. No statement when it lacks nothing. @returns false when it has ended */
async function widened(grant: Grant, scopes: string[], face: EngineFace): Promise<boolean> {
  const lifetime = grantSeconds(scopes, face)
  // The time of a chain is counted from its beginning, and no authorization starts it anew.
  const lacksTime = !isChain(grant) && grant.remainingTTL < lifetime / 2
  // Another issuer may have made the grant, for the same person and application but for its own API.
  const granted = new Set(grant.getResourceScope(face.audience).split(' '))
  if (!lacksTime && scopes.every((scope) => granted.has(scope))) return true
  if (!isChain(grant)) grant.exp = Math.max(grant.exp ?? 0, Math.floor(Date.now() / 1000) + lifetime)
  try {
    await grantScopes(grant, scopes, face)
    return true
  } catch (error) {
    if (error instanceof Ended) return false
    throw error
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
