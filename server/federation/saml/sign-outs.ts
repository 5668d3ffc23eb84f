import { takeSamlParties } from '../../db/queries/session-parties.ts'
import type { Db } from '../../db/schema.ts'
import type { SetCookie } from '../../sign-on/cookies.ts'
import type { Cookies } from '../../sign-on/interaction-binding.ts'
import type { SessionEnds } from '../../sign-on/session-ends.ts'
import type { BrowserSignOuts } from './browser-sign-outs.ts'
import { type EncodedMessage, fromForm, fromQuery } from './encoded-message.ts'
import type { LogoutAnswers, SignedOut } from './logout-answers.ts'
import { type LogoutRequest, readLogoutRequest } from './logout-request.ts'
import type { Addresses } from './metadata.ts'
import { parseMessage } from './parse.ts'
import { issuerOf } from './request.ts'
import { samlApplication, signedRoot } from './sign-on-requests.ts'
import { UnreadableMessage } from './unreadable.ts'

/** How far from now a request may have been made, in milliseconds: one that is not bound to a session could be sent again. */
const longestWay = 5 * 60_000

/** What a browser brings, by either binding. */
interface Brought {
  readonly SAMLRequest?: string | undefined
  readonly SAMLResponse?: string | undefined
  readonly going?: string | undefined
}

interface BrowserRequest {
  /** Path and query as they came, which a signature covers. */
  readonly url: string
  readonly cookies: Cookies
}

/** What a browser is answered, and the cookies that it keeps. */
export type SignOutAnswer = SignedOut & { readonly cookies?: readonly SetCookie[] }

interface Settings {
  readonly db: Db
  readonly sessionEnds: () => SessionEnds
  readonly addresses: Addresses
  readonly answers: LogoutAnswers
  readonly browsers: BrowserSignOuts
}

/** Sign-outs that applications ask for, and their answers to what they are told of others. */
export class SignOuts {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** What a query asks for. @throws Failure saml_message_invalid, saml_application_unknown, sign_out_over */
  async fromQuery(query: Brought, { url, cookies }: BrowserRequest): Promise<SignOutAnswer> {
    const name = only(query)
    if (name === 'going') return this.#settings.browsers.goOn(query.going ?? '', cookies)
    return this.#read(name, fromQuery(url, name), cookies)
  }

  /** What a form asks for. @throws as above */
  async fromForm(
    form: Omit<Brought, 'going'> & { RelayState?: string | undefined },
    { cookies }: BrowserRequest,
  ): Promise<SignOutAnswer> {
    const { SAMLRequest, SAMLResponse, RelayState } = form
    const name = only({ SAMLRequest, SAMLResponse })
    return this.#read(name, fromForm(SAMLRequest ?? SAMLResponse ?? '', RelayState), cookies)
  }

  #read(name: keyof Brought, message: EncodedMessage, cookies: Cookies): Promise<SignOutAnswer> {
    return name === 'SAMLRequest' ? this.#take(message, cookies) : this.#settings.browsers.take(message, cookies)
  }

  /**
   * Ends the sessions that a signed request is about, and tells everybody else whom they have reached. Two statements, those of
   * the end of each session, and one where only the browser can tell somebody.
   */
  async #take(message: EncodedMessage, cookies: Cookies): Promise<SignOutAnswer> {
    const { db, addresses, answers, browsers, sessionEnds } = this.#settings
    const application = await samlApplication(db, issuerOf(parseMessage(message.text)))
    // saml-profiles section 4.4.4.1: it must be signed.
    const root = signedRoot(message, application) ?? unsigned()
    const request = readLogoutRequest(root, addresses.logout)
    judgeAge(request)
    const { nameId, sessionIndexes } = request
    const { clientId } = application
    const asked = { inResponseTo: request.id, relayState: message.relayState }
    // Nobody has a key that could read an encrypted name: the metadata has none.
    if (nameId === undefined) return answers.to(application, asked, 'requestUnsupported')
    const sessions = await takeSamlParties(db, { clientId, nameId, sessionIndexes })
    if (sessions.length === 0) return answers.to(application, asked, 'unknownPrincipal')
    const reached = await Promise.all(sessions.map((uid) => sessionEnds().end(uid)))
    const departure = await browsers.begin(reached.flat(), { ...asked, clientId }, cookies)
    return departure ?? answers.to(application, asked, 'success')
  }
}

/** The one of them that is there. */
function only(brought: Brought): keyof Brought {
  const [name, ...more] = (['SAMLRequest', 'SAMLResponse', 'going'] as const).filter(
    (each) => brought[each] !== undefined,
  )
  if (name === undefined || more.length > 0) {
    throw new UnreadableMessage('one of SAMLRequest and SAMLResponse has to be there')
  }
  return name
}

function unsigned(): never {
  throw new UnreadableMessage('the request is not signed')
}

function judgeAge({ issuedAt, expiresAt }: LogoutRequest): void {
  const over = expiresAt !== undefined && expiresAt.getTime() + longestWay < Date.now()
  if (over || Math.abs(Date.now() - issuedAt.getTime()) > longestWay)
    throw new UnreadableMessage('the request is too old')
}
