import { Provider } from 'oidc-provider'
import type { Party } from '../db/queries/session-parties.ts'
import type { EngineName } from './faces/face.ts'

/** The engine's way to send a logout token, under a name of ours. */
const send = Symbol('send')

/** What sends as each of the issuers. */
type Providers = Readonly<Record<EngineName, { provider(): Provider }>>

interface LogoutClient {
  backchannelLogoutUri?: string
  backchannelLogout(sub: string, sid: string): Promise<void>
  [send](sub: string, sid: string): Promise<void>
}

/**
 * The engine would tell the applications of a session before it ends it. It is ended first, and then all are told that were
 * reached by any protocol (sign-on/session-ends.ts). What ends for one application alone is still the engine's to tell.
 */
export function leaveTellingToSessionEnds(provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as LogoutClient
  prototype[send] = prototype.backchannelLogout
  prototype.backchannelLogout = async function tellUnlessTheSessionEnds(sub, sid) {
    if (!Provider.ctx?.oidc.params?.logout) await this[send](sub, sid)
  }
}

/**
 * Tells an application by a logout token that a session has ended (OpenID Connect Back-Channel Logout 1.0 section 2.5): as each
 * issuer by which the session reached it, since it takes none of another (section 2.6). One that has given up its address
 * meanwhile, or is no more, is told nothing.
 */
export async function sendLogoutTokens(engines: Providers, { clientId, handle, details }: Party): Promise<void> {
  // Sessions from before issuers were noted have none, and are the Account issuer's.
  const issuers = Object.keys(details.issuers ?? { account: true }) as EngineName[]
  await Promise.all(
    issuers.map(async (name) => {
      const client = (await engines[name].provider().Client.find(clientId)) as unknown as LogoutClient | undefined
      if (client?.backchannelLogoutUri) await client[send](String(details.sub), handle)
    }),
  )
}
