import { randomBytes } from 'node:crypto'
import type { Provider } from 'oidc-provider'
import type { Party } from '../db/queries/session-parties.ts'
import { type SetCookie, sessionCookieSite } from './cookies.ts'
import { signOnLifetimes } from './lifetimes.ts'
import type { Departure, Leave } from './session-ends.ts'
import { browserState, browserStateCookie, browserStatePath } from './session-state.ts'

export const sessionCookie = '_session'

/** Of a session's id. */
const idBytes = 32

/** Sessions as an engine keeps them. Whichever engine it is of: they are the same sessions to all of them. */
export type SessionModel = Provider['Session']

/** What a session keeps of the browser at the sign-in, for its owner to know it by. */
export interface BrowserDetails {
  readonly address: string
  readonly userAgent: string
}

/** Where a session that is about to be saved has the details of its browser, where no request of the engine tells them. */
export const signedInFrom = Symbol('signedInFrom')

/** Where a session that is about to be saved has what stands for the password that it begins with. */
export const begunWith = Symbol('begunWith')

/** Where a session that has ended has whom it had reached. */
export const reachedBy = Symbol('reachedBy')

/** A request, as far as sessions know one. */
interface BrowserRequest {
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly ip: string
  readonly userAgent: string
}

/** Somebody who has signed in. */
export interface Beginning {
  readonly userId: string
  /** Whether the session outlives the browser. */
  readonly remember: boolean
  /** How they proved who they are (RFC 8176). */
  readonly amr: readonly string[]
  /** Stands for the password that they had then. */
  readonly passwordMark: string | undefined
}

type Ended = InstanceType<SessionModel> & { [reachedBy]?: readonly Party[] }

/** The sign-on sessions of browsers, for pages that are not part of an authorization. */
export class BrowserSessions {
  readonly #model: () => SessionModel
  readonly #issuer: string
  readonly #stateKey: Buffer
  readonly #leave: Leave

  constructor(model: () => SessionModel, issuer: string, stateKey: Buffer, leave: Leave) {
    this.#model = model
    this.#issuer = issuer
    this.#stateKey = stateKey
    this.#leave = leave
  }

  /** The GUID of who is signed in in the browser with these cookies. One statement, none without a cookie. */
  async userId(cookies: Record<string, string | undefined>): Promise<string | undefined> {
    const id = cookies[sessionCookie]
    const session = id ? await this.#model().find(id) : undefined
    return session?.accountId
  }

  /**
   * Begins a session after a sign-in. The former session of the browser ends, with everything it reached; that of the same
   * person goes on. Either gets another id: one known from before must not become a signed-in one. Two statements.
   * @returns the cookies that carry it
   * @throws SessionEnded (oidc/sessions.ts) where the person has another password since
   */
  async begin(
    { cookies, ip, userAgent }: BrowserRequest,
    { userId, remember, amr, passwordMark }: Beginning,
  ): Promise<SetCookie[]> {
    const Session = this.#model()
    const former = cookies[sessionCookie] ? await Session.find(cookies[sessionCookie]) : undefined
    const goesOn = former?.accountId === userId
    if (!goesOn) await former?.destroy()
    const session: InstanceType<SessionModel> & { [signedInFrom]?: BrowserDetails; [begunWith]?: string | undefined } =
      goesOn && former ? former : new Session()
    if (goesOn) session.jti = randomBytes(idBytes).toString('base64url')
    session[signedInFrom] = { address: ip, userAgent }
    session[begunWith] = passwordMark
    session.loginAccount({ accountId: userId, transient: !remember, amr: [...amr] })
    await session.save(signOnLifetimes.session)
    const expires = remember ? new Date(Date.now() + signOnLifetimes.session * 1000) : undefined
    return this.#cookies(session.jti, browserState(this.#stateKey, session), expires)
  }

  /**
   * Ends the session of the browser with these cookies, with everything it reached. Two statements, three where somebody is
   * told of it, four where only the browser can tell somebody; none without a cookie.
   * @param location where the browser is to go on to
   * @returns where it goes, and the cookies that take the session out of it
   */
  async end(cookies: Readonly<Record<string, string | undefined>>, location: string): Promise<Departure> {
    const id = cookies[sessionCookie]
    const session: Ended | undefined = id ? await this.#model().find(id) : undefined
    await session?.destroy()
    const departure = await this.#leave(session?.[reachedBy] ?? [], location, cookies)
    return { ...departure, cookies: [...this.#cookies('', '', new Date(0)), ...departure.cookies] }
  }

  #cookies(session: string, state: string, expires: Date | undefined): SetCookie[] {
    const shared = { ...sessionCookieSite(this.#issuer), ...(expires && { expires }) }
    return [
      { name: sessionCookie, value: session, options: { ...shared, path: '/', httpOnly: true } },
      { name: browserStateCookie, value: state, options: { ...shared, path: browserStatePath, httpOnly: false } },
    ]
  }
}
