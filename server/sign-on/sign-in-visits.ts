import { sha256 } from '../crypto/hash.ts'
import type { Application } from '../db/queries/applications.ts'
import type { SignedIn } from '../db/queries/user-sessions.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { SetCookie } from './cookies.ts'
import { type Cookies, hostedPagesPath } from './interaction-binding.ts'
import type { InteractionSource, PendingInteraction } from './interactions.ts'
import { signOnLifetimes } from './lifetimes.ts'
import type { RequestTokens } from './request-tokens.ts'
import { applicationCookie } from './way-back.ts'

/** The parameter, always the last one, that a request has when its browser comes back from the sign-in page. */
export const visitParameter = 'visit'

/** Where somebody is sent who is signed in and not let in. */
export const obstaclePages = { second_factor: 'SecondFactor', not_admitted: 'Denied' } as const

/** An address of ours, path and query, with a visit at its end. */
const form = /^(\/api\/v1\/(?:cas|saml2)\/[^#]*)[?&]visit=([\w-]{1,512})\.([\w-]{43})$/

/** What is known of a visit of the sign-in page. */
interface Visit {
  readonly clientId: string
  /** Whether whoever is signed in has to sign in again. */
  readonly renew: boolean
  /** The sign-in that stood before. */
  readonly before: string
  /** Seconds since 1970. */
  readonly expires: number
}

/** A request of a browser, as far as visits know one. */
interface BrowserRequest {
  /** Path and query. */
  readonly url: string
  readonly cookies: Cookies
}

/**
 * Sends a browser to the sign-in page and back to the address that it asked for, where CAS or SAML goes on. Nothing is stored:
 * the address says all of it, sealed, and for this browser alone.
 */
export class SignInVisits implements InteractionSource {
  readonly #tokens: RequestTokens
  readonly #applications: ApplicationDirectory

  constructor(tokens: RequestTokens, applications: ApplicationDirectory) {
    this.#tokens = tokens
    this.#applications = applications
  }

  /**
   * The sign-in page for this request.
   * @param visitor who is signed in, if anybody; with them the page asks for a new sign-in
   * @param page where the question is put
   */
  begin(
    { url, cookies }: BrowserRequest,
    { clientId }: Pick<Application, 'clientId'>,
    visitor?: SignedIn,
    page: 'Login' | 'SecondFactor' | 'Denied' = 'Login',
  ): { location: string; cookies: SetCookie[] } {
    const address = addressOf(url)
    const visit = write({
      clientId,
      renew: visitor !== undefined,
      before: markOf(visitor),
      expires: Math.floor(Date.now() / 1000) + signOnLifetimes.interaction,
    })
    const { token, cookie } = this.#tokens.issue(cookies, seal(address, visit))
    const returnUrl = `${address}${address.includes('?') ? '&' : '?'}${visitParameter}=${visit}.${token}`
    return {
      location: `${hostedPagesPath}/${page}?${new URLSearchParams({ ReturnUrl: returnUrl })}`,
      cookies: [cookie, applicationCookie(clientId, cookie.options.secure)],
    }
  }

  /** Whether this person has signed in on the visit that the browser comes back from with this request. */
  hasSignedIn({ url, cookies }: BrowserRequest, visitor: SignedIn): boolean {
    const visit = this.#read(url, cookies)
    return visit !== undefined && visit.before !== markOf(visitor)
  }

  isReturnUrl(address: string): boolean {
    return form.test(address)
  }

  /** No statement, one when the application is not cached. */
  async find(returnUrl: string, cookies: Cookies): Promise<PendingInteraction | undefined> {
    const visit = this.#read(returnUrl, cookies)
    const application = visit && (await this.#applications.find(visit.clientId))
    if (!visit || !application?.enabled) return undefined
    return {
      prompt: 'login',
      reasons: [visit.renew ? 'renew' : 'no_session'],
      returnTo: returnUrl,
      application,
      userId: undefined,
      scopes: [],
      loginHint: undefined,
      redirectUri: undefined,
    }
  }

  #read(url: string, cookies: Cookies): Visit | undefined {
    const [, address = '', visit = '', token] = form.exec(url) ?? []
    if (visit === '' || this.#tokens.fault(token, cookies, seal(address, visit))) return undefined
    const read = JSON.parse(Buffer.from(visit, 'base64url').toString()) as Visit
    return read.expires > Date.now() / 1000 ? read : undefined
  }
}

/** The address without an earlier visit. */
const addressOf = (url: string): string => form.exec(url)?.[1] ?? url

const write = (visit: Visit): string => Buffer.from(JSON.stringify(visit)).toString('base64url')

const seal = (address: string, visit: string) => JSON.stringify(['visit', address, visit])

/** Stands for one sign-in of one session and tells nothing about it. */
function markOf(visitor: SignedIn | undefined): string {
  if (!visitor) return ''
  return sha256(`${visitor.uid} ${visitor.signedInAt.getTime()}`).toString('base64url').slice(0, 22)
}
