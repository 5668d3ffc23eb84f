import type { Party } from '../../db/queries/session-parties.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import type { SamlKeys } from './keys.ts'
import { inEnvelope, logoutRequest } from './messages.ts'
import type { Addresses } from './metadata.ts'
import { signed } from './signature.ts'
import { markup } from './xml.ts'

/** How long an application has for its answer, in milliseconds. */
const longestWait = 3_000
/** For how long it may take a request to be true, in milliseconds. */
const validFor = 5 * 60_000

interface Settings {
  readonly applications: ApplicationDirectory
  readonly keys: SamlKeys
  readonly addresses: Addresses
}

/**
 * Tells an application, from server to server, that a session that it was reached by has ended (saml-profiles section 4.4, SOAP
 * binding): no browser has to come by for it. One that has registered no address for that is told nothing.
 */
export function samlTeller({ applications, keys, addresses }: Settings): (party: Party) => Promise<void> {
  return async ({ clientId, handle, details }) => {
    const application = await applications.find(clientId)
    const destination = application?.enabled && application.samlBackchannelLogoutUrl
    if (!destination) return
    const session = { nameId: String(details.nameId), format: String(details.format), sessionIndex: handle }
    const head = { issuer: addresses.entityId, destination, inResponseTo: undefined }
    const message = logoutRequest(head, session, application.samlEntityId ?? '', new Date(Date.now() + validFor))
    const answer = await fetch(destination, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'text/xml',
        soapaction: 'http://www.oasis-open.org/committees/security',
      },
      body: inEnvelope(markup(signed(String(message), keys.signing()))),
      signal: AbortSignal.timeout(longestWait),
    })
    await answer.body?.cancel()
    // An application that knows the session no more says so in an answer, which is as good; a fault has another status.
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
  }
}
