import type { Application } from '../../db/queries/applications.ts'
import { takeSamlParties } from '../../db/queries/session-parties.ts'
import type { Db } from '../../db/schema.ts'
import { type EncodedMessage, fromForm, fromQuery, toAddress } from './encoded-message.ts'
import type { SamlKeys } from './keys.ts'
import { type LogoutRequest, readLogoutRequest } from './logout-request.ts'
import { logoutResponse } from './messages.ts'
import type { Addresses } from './metadata.ts'
import type { Status } from './names.ts'
import { parseMessage } from './parse.ts'
import { issuerOf } from './request.ts'
import { samlApplication, signedRoot } from './sign-on-requests.ts'
import { UnreadableMessage } from './unreadable.ts'

/** How far from now a request may have been made, in milliseconds: one that is not bound to a session could be sent again. */
const longestWay = 5 * 60_000

/** What became of a request for a sign-out. */
export interface SignedOut {
  readonly application: Application
  /** Where the browser goes with the answer; undefined when the application has registered no address for it. */
  readonly location: string | undefined
}

/** Sign-outs that applications ask for. */
export class SignOuts {
  readonly #db: Db
  readonly #endSession: (uid: string) => Promise<void>
  readonly #keys: SamlKeys
  readonly #addresses: Addresses

  constructor(settings: { db: Db; end: (uid: string) => Promise<void>; keys: SamlKeys; addresses: Addresses }) {
    this.#db = settings.db
    this.#endSession = settings.end
    this.#keys = settings.keys
    this.#addresses = settings.addresses
  }

  /** A request in a query. @param url with the query as it came, which the signature covers */
  async takeQuery(url: string): Promise<SignedOut> {
    return this.#take(fromQuery(url))
  }

  /** A request in a form. */
  async takeForm(form: Parameters<typeof fromForm>[0]): Promise<SignedOut> {
    return this.#take(fromForm(form))
  }

  /**
   * Ends the sessions that a signed request is about, and tells everybody else whom they have reached. Two statements, and those
   * of the end of each session.
   * @throws Failure saml_message_invalid, saml_application_unknown: then nothing has ended
   */
  async #take(message: EncodedMessage): Promise<SignedOut> {
    const application = await samlApplication(this.#db, issuerOf(parseMessage(message.text)))
    // saml-profiles section 4.4.4.1: it must be signed.
    const root = signedRoot(message, application) ?? unsigned()
    const request = readLogoutRequest(root, this.#addresses.logout)
    judgeAge(request)
    const outcome = await this.#end(application.clientId, request)
    return { application, location: this.#answer(application, request, message.relayState, outcome) }
  }

  async #end(clientId: string, { nameId, sessionIndexes }: LogoutRequest): Promise<Status> {
    // Nobody has a key that could read an encrypted name: the metadata has none.
    if (nameId === undefined) return 'requestUnsupported'
    const sessions = await takeSamlParties(this.#db, { clientId, nameId, sessionIndexes })
    await Promise.all(sessions.map((uid) => this.#endSession(uid)))
    return sessions.length > 0 ? 'success' : 'unknownPrincipal'
  }

  #answer(
    { samlLogoutUrl: destination }: Application,
    { id }: LogoutRequest,
    relayState: string | undefined,
    outcome: Status,
  ): string | undefined {
    if (destination === null) return undefined
    const text = String(logoutResponse({ issuer: this.#addresses.entityId, destination, inResponseTo: id }, outcome))
    return toAddress(destination, { text, relayState }, this.#keys.signing().privateKey)
  }
}

function unsigned(): never {
  throw new UnreadableMessage('the request is not signed')
}

function judgeAge({ issuedAt, expiresAt }: LogoutRequest): void {
  const over = expiresAt !== undefined && expiresAt.getTime() + longestWay < Date.now()
  if (over || Math.abs(Date.now() - issuedAt.getTime()) > longestWay)
    throw new UnreadableMessage('the request is too old')
}
