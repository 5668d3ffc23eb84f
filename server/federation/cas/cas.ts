import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import { findCasApplication } from '../../db/queries/applications.ts'
import { insertCasTicket, type SpentTicket, spendCasTicket } from '../../db/queries/cas-tickets.ts'
import { addParty } from '../../db/queries/session-parties.ts'
import type { Db } from '../../db/schema.ts'
import type { ApplicationDirectory } from '../../domain/applications/directory.ts'
import type { Entrances, Obstacle } from '../../domain/browser-sign-in/entrances.ts'
import { refuse } from '../../domain/failure.ts'
import { mappedAttributes } from '../../domain/users/person-attributes.ts'
import type { BrowserSessions } from '../../sign-on/browser-sessions.ts'
import type { SetCookie } from '../../sign-on/cookies.ts'
import { inHeader } from '../../sign-on/in-header.ts'
import { obstaclePages, type SignInVisits } from '../../sign-on/sign-in-visits.ts'
import type { SignedIn, Visitors } from '../../sign-on/visitors.ts'

/** How long a site has to ask about a ticket, in seconds. */
const ticketSeconds = 30
const ticketForm = /^ST-[0-9a-f]{32}$/

/** What a site wants of a sign-on. */
export interface CasLogin {
  readonly service: string
  /** Whether whoever is signed in has to sign in again. */
  readonly renew: boolean
  /** Whether nobody is to be asked. */
  readonly gateway: boolean
}

/** A ticket as a site brings it. */
export interface CasValidation {
  readonly service: string
  readonly ticket: string
  /** Whether only a sign-in for this very ticket will do. */
  readonly renew: boolean
}

/** Where a browser goes on, and what it keeps. */
export interface CasRedirect {
  readonly location: string
  readonly cookies: readonly SetCookie[]
}

/** What a site is told about a ticket, in the codes of CAS Protocol 3.0 section 2.5.3. */
export type CasOutcome =
  | { readonly ok: true; readonly ticket: SpentTicket }
  | { readonly ok: false; readonly code: 'INVALID_TICKET' | 'INVALID_SERVICE'; readonly description: string }

interface BrowserRequest {
  readonly url: string
  readonly cookies: Readonly<Record<string, string | undefined>>
}

interface CasParts {
  readonly db: Db
  readonly applications: ApplicationDirectory
  readonly entrances: Entrances
  readonly visitors: Visitors
  readonly visits: SignInVisits
  readonly sessions: BrowserSessions
}

/** Single sign-on by CAS (CAS Protocol 3.0; I1 to I5), on the session that all protocols share. */
export class Cas {
  readonly #db: Db
  readonly #applications: ApplicationDirectory
  readonly #entrances: Entrances
  readonly #visitors: Visitors
  readonly #visits: SignInVisits
  readonly #sessions: BrowserSessions

  constructor({ db, applications, entrances, visitors, visits, sessions }: CasParts) {
    this.#db = db
    this.#applications = applications
    this.#entrances = entrances
    this.#visitors = visitors
    this.#visits = visits
    this.#sessions = sessions
  }

  /**
   * Takes a browser to a site with a ticket, or to the sign-in page first (section 2.1). Three statements, two without a session.
   * @throws Failure service_not_registered
   */
  async login({ service, renew, gateway }: CasLogin, request: BrowserRequest): Promise<CasRedirect> {
    const application = (await findCasApplication(this.#db, service)) ?? refuse('service_not_registered')
    const visitor = await this.#visitors.find(request.cookies)
    const fresh = visitor !== undefined && this.#visits.hasSignedIn(request, visitor)
    const obstacle = visitor && (await this.#obstacle(application.clientId, visitor))
    if (visitor && !obstacle && (fresh || !renew)) {
      const ticket = `ST-${randomBytes(16).toString('hex')}`
      const { uid: sessionUid } = visitor
      const { clientId } = application
      const kept = { ticketHash: sha256(ticket), sessionUid, clientId, service, fresh }
      await insertCasTicket(this.#db, kept, ticketSeconds)
      const location = `${service}${service.includes('?') ? '&' : '?'}ticket=${ticket}`
      return { location: inHeader(location), cookies: [] }
    }
    if (gateway && !renew) return { location: inHeader(service), cookies: [] }
    const page = obstacle && (fresh || !renew) ? obstaclePages[obstacle] : 'Login'
    return this.#visits.begin(request, application, visitor, page)
  }

  async #obstacle(clientId: string, { user, amr }: SignedIn): Promise<Obstacle | undefined> {
    const application = await this.#applications.find(clientId)
    return application && this.#entrances.obstacle(application, { userId: user.id, amr })
  }

  /** Whose ticket it is (section 2.5). It is good for nothing afterwards, whatever the answer. Two statements, one for a wrong one. */
  async validate({ service, ticket, renew }: CasValidation): Promise<CasOutcome> {
    const spent = ticketForm.test(ticket) ? await spendCasTicket(this.#db, sha256(ticket)) : undefined
    if (!spent) return refused('INVALID_TICKET', `Ticket ${ticket} not recognized`)
    if (spent.service !== service) return refused('INVALID_SERVICE', 'The ticket was issued for another service')
    if (renew && !spent.fresh) return refused('INVALID_TICKET', `Ticket ${ticket} does not come from a new sign-in`)
    const { sessionUid, clientId, user } = spent
    const details = { service, user: user.userName }
    const reached = await addParty(this.#db, { sessionUid, protocol: 'cas', clientId, handle: ticket, details })
    return reached ? { ok: true, ticket: spent } : refused('INVALID_TICKET', `Ticket ${ticket} not recognized`)
  }

  /** Ends the session of the browser and everything it reached (section 2.3). Four statements, five where only the browser can tell somebody. */
  async logout(service: string | undefined, { cookies }: BrowserRequest): Promise<CasRedirect> {
    const application = service === undefined ? undefined : await findCasApplication(this.#db, service)
    return this.#sessions.end(cookies, application && service ? inHeader(service) : '/Account/Login')
  }
}

/** The attributes of a sign-on (I4; CAS Protocol 3.0 section 4.1.3), and beside them what the application's mapping names. */
export function casAttributes({ user, attributeMapping, fresh, signedInAt, remembered }: SpentTicket) {
  const signOn = {
    authenticationDate: signedInAt.toISOString(),
    longTermAuthenticationRequestTokenUsed: remembered,
    isFromNewLogin: fresh,
  }
  // First, as the vendor prints them, and under no name of the mapping.
  return { ...signOn, ...mappedAttributes(attributeMapping, user), ...signOn }
}

const refused = (code: 'INVALID_TICKET' | 'INVALID_SERVICE', description: string) =>
  ({ ok: false, code, description }) as const
