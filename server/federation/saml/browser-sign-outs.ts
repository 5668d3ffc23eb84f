import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import { advanceSamlSignOut, findSamlSignOut, insertSamlSignOut } from '../../db/queries/saml-sign-outs.ts'
import type { Party } from '../../db/queries/session-parties.ts'
import type { Db } from '../../db/schema.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import { refuse } from '../../domain/failure.ts'
import { type SetCookie, sessionCookieSite } from '../../sign-on/cookies.ts'
import type { Cookies } from '../../sign-on/interaction-binding.ts'
import type { Departure } from '../../sign-on/session-ends.ts'
import type { EncodedMessage } from './encoded-message.ts'
import { saysDone } from './judge-logout-response.ts'
import type { SamlKeys } from './keys.ts'
import type { AnsweredRequest, LogoutAnswers, SignedOut } from './logout-answers.ts'
import { deliver, type LogoutAddress } from './logout-delivery.ts'
import { logoutRequest, type NamedSession, newId } from './messages.ts'
import type { Addresses } from './metadata.ts'

/** How long a browser has for its way through all of them, in seconds. */
const waitsFor = 10 * 60
/** To how many a browser is sent at most. */
const mostStops = 16

/** Holds what ties a sign-out to its browser. */
const cookieName = 'oa_sign_out'

/** The reference of a sign-out and the place of who answers: short enough for a RelayState of 80 bytes (saml-bindings 3.4.3). */
const stateForm = /^([\w-]{22})\.(\d{1,2})$/

/** An application that a browser is sent to, with what it knows the session by. */
interface Stop extends NamedSession, LogoutAddress {
  readonly clientId: string
  /** Its entity id. */
  readonly audience: string
  readonly requestId: string
}

/** Where a sign-out ends: at an address, or with the answer to the application that has asked for it. */
export type Goal = { readonly location: string } | (AnsweredRequest & { readonly clientId: string })

interface Content {
  readonly stops: readonly Stop[]
  /** How many there were to tell: the browser is not sent to all of very many. */
  readonly wanted: number
  readonly goal: Goal
}

interface Settings {
  readonly db: Db
  readonly applications: ApplicationDirectory
  readonly keys: SamlKeys
  readonly addresses: Addresses
  readonly answers: LogoutAnswers
}

/**
 * Sign-outs that lead a browser through the applications that only it can tell, one after the other, and then to where it was
 * going (saml-profiles section 4.4, front-channel bindings). The session is over before it sets out, so one that never sends it
 * back keeps nobody signed in here.
 */
export class BrowserSignOuts {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /**
   * Where a browser goes whose sessions have ended. One statement, none when there is nobody whom only it can tell.
   * @returns undefined then
   */
  async begin(reached: readonly Party[], goal: Goal, cookies: Cookies): Promise<Departure | undefined> {
    const stops = (await Promise.all(reached.map((party) => this.#stopAt(party)))).flatMap((stop) => stop ?? [])
    if (stops.length === 0) return undefined
    const reference = randomBytes(16).toString('base64url')
    const { browser, cookie } = this.#bind(cookies)
    const content: Content = { stops: stops.slice(0, mostStops), wanted: stops.length, goal }
    const row = { referenceHash: sha256(reference), browserHash: sha256(browser), content: { ...content } }
    await insertSamlSignOut(this.#settings.db, row, waitsFor)
    return { location: `${new URL(this.#settings.addresses.logout).pathname}?going=${reference}`, cookies: [cookie] }
  }

  /** Sends a browser to the application whose turn it is. One statement. @throws Failure sign_out_over */
  async goOn(reference: string, cookies: Cookies): Promise<SignedOut> {
    const { content, position } = await this.#find(reference, cookies)
    return this.#request(reference, content, position) ?? refuse('sign_out_over')
  }

  /**
   * Takes the answer of the application that a browser comes back from, once, and sends it on. Two statements; one more where an
   * application is not cached.
   * @throws Failure sign_out_over, saml_message_invalid: then nothing has changed
   */
  async take(message: EncodedMessage, cookies: Cookies): Promise<SignedOut> {
    const { db, applications, addresses } = this.#settings
    const [, reference = '', place] = stateForm.exec(message.relayState ?? '') ?? []
    const { content, position } = await this.#find(reference, cookies)
    const stop = Number(place) === position ? content.stops[position] : undefined
    const application = stop && (await applications.find(stop.clientId))
    if (!application) return refuse('sign_out_over')
    const said = saysDone(message, application, stop.requestId, addresses.logout)
    const done = (await advanceSamlSignOut(db, sha256(reference), position, said)) ?? refuse('sign_out_over')
    return this.#request(reference, content, position + 1) ?? this.#end(content, done)
  }

  async #stopAt({ protocol, clientId, handle, details }: Party): Promise<Stop | undefined> {
    if (protocol !== 'saml') return undefined
    const application = await this.#settings.applications.find(clientId)
    // Who can be told from server to server is told so.
    if (!application?.enabled || !application.samlLogoutUrl || application.samlBackchannelLogoutUrl) return undefined
    const { samlLogoutUrl: address, samlLogoutBinding: binding, samlEntityId } = application
    const session = { nameId: String(details.nameId), format: String(details.format), sessionIndex: handle }
    return { ...session, clientId, audience: samlEntityId ?? '', address, binding, requestId: newId() }
  }

  #bind(cookies: Cookies): { browser: string; cookie: SetCookie } {
    const kept = cookies[cookieName]
    const browser = kept && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
    // Forms of other sites come with it too, as the answers of applications are.
    const site = sessionCookieSite(this.#settings.addresses.logout)
    const expires = new Date(Date.now() + waitsFor * 1000)
    return {
      browser,
      cookie: { name: cookieName, value: browser, options: { ...site, path: '/', httpOnly: true, expires } },
    }
  }

  async #find(reference: string, cookies: Cookies): Promise<{ content: Content; position: number }> {
    const browser = cookies[cookieName]
    const found =
      reference && browser ? await findSamlSignOut(this.#settings.db, sha256(reference), sha256(browser)) : undefined
    if (!found) return refuse('sign_out_over')
    return { content: found.content as unknown as Content, position: found.position }
  }

  /** Undefined when there is nobody at that place. */
  #request(reference: string, { stops }: Content, place: number): SignedOut | undefined {
    const { addresses, keys } = this.#settings
    const stop = stops[place]
    if (!stop) return undefined
    const until = new Date(Date.now() + waitsFor * 1000)
    const head = { id: stop.requestId, issuer: addresses.entityId, destination: stop.address, inResponseTo: undefined }
    const content = logoutRequest(head, stop, stop.audience, until)
    return deliver(stop, { name: 'SAMLRequest', content, relayState: `${reference}.${place}` }, keys.signing())
  }

  async #end({ goal, wanted }: Content, done: number): Promise<SignedOut> {
    if ('location' in goal) return goal
    const application = await this.#settings.applications.find(goal.clientId)
    if (!application?.enabled) return refuse('sign_out_over')
    return this.#settings.answers.to(application, goal, done < wanted ? 'partialLogout' : 'success')
  }
}
