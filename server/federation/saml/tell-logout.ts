import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import type { PostToApplication, Teller } from '../../sign-on/session-ends.ts'
import type { SamlKeys } from './keys.ts'
import { inEnvelope, logoutRequest } from './messages.ts'
import type { Addresses } from './metadata.ts'
import { signed } from './signature.ts'
import { markup } from './xml.ts'

/** For how long it may take a request to be true, in milliseconds. */
const validFor = 5 * 60_000

interface Settings {
  readonly applications: ApplicationDirectory
  readonly keys: SamlKeys
  readonly addresses: Addresses
  readonly post: PostToApplication
}

/**
 * Tells an application, from server to server, that a session that it was reached by has ended (saml-profiles section 4.4, SOAP
 * binding): no browser has to come by for it. One that has registered no address for that is told nothing.
 */
export function samlTeller({ applications, keys, addresses, post }: Settings): Teller {
  return async ({ clientId, handle, details }) => {
    const application = await applications.find(clientId)
    const destination = application?.enabled && application.samlBackchannelLogoutUrl
    if (!destination) return
    const session = { nameId: String(details.nameId), format: String(details.format), sessionIndex: handle }
    const head = { issuer: addresses.entityId, destination, inResponseTo: undefined }
    const message = logoutRequest(head, session, application.samlEntityId ?? '', new Date(Date.now() + validFor))
    const headers = { 'content-type': 'text/xml', soapaction: 'http://www.oasis-open.org/committees/security' }
    const status = await post(destination, headers, inEnvelope(markup(signed(String(message), keys.signing()))))
    // An application that knows the session no more says so in an answer, which is as good; a fault has another status.
    if (status < 200 || status >= 300) throw new Error(`answered ${status}`)
  }
}
