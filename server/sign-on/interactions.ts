import type { Application } from '../db/queries/applications.ts'
import type { Cookies } from './interaction-binding.ts'

/** A question that a protocol waits for an answer to before it lets a person into an application. */
export interface PendingInteraction {
  /** What is asked: `login`, `consent` or `select_account`. */
  prompt: string
  /** Why it is asked, in the words of who asks; `no_session` is that nobody was signed in. */
  reasons: readonly string[]
  /** Path that goes on once it is answered. */
  returnTo: string
  application: Application | undefined
  /** Who is signed in, if anybody. */
  userId: string | undefined
  /** Scopes the application asks for. */
  scopes: string[]
  loginHint: string | undefined
  /** Where the person is sent in the end. */
  redirectUri: string | undefined
  /**
   * Hands an answer to who asked. Absent where nothing waits for one: whoever has signed in opens `returnTo` again.
   * @returns the path that goes on; undefined when the question is over by now
   */
  answer?(answer: InteractionAnswer): Promise<string | undefined>
}

/** What a person did about it; `remember` is whether the session outlives the browser, `amr` how they proved who they are (RFC 8176). */
export type InteractionAnswer =
  | {
      readonly kind: 'signed-in'
      readonly userId: string
      readonly remember: boolean
      readonly amr: readonly string[]
      /** Stands for the password that they have: the session begins while that is so. */
      readonly passwordMark: string | undefined
    }
  /** The person whose session it is goes on. */
  | { readonly kind: 'continued' }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied' }

/** Whatever asks people something in the course of a sign-on: an issuer of OpenID Connect, for one. */
export interface InteractionSource {
  /** Whether its sign-ons go on at such an address, be it of one that is over. */
  isReturnUrl(address: string): boolean
  /** The interaction that goes on there; undefined when it is over, unknown, or began in another browser. */
  find(returnUrl: string, cookies: Cookies): Promise<PendingInteraction | undefined>
}

/** Finds interactions for the hosted pages, whichever protocol and issuer they belong to. */
export class Interactions {
  readonly #sources: readonly InteractionSource[]

  constructor(sources: readonly InteractionSource[]) {
    this.#sources = sources
  }

  /** The interaction a ReturnUrl stands for; undefined when it is over, unknown, or began in another browser. */
  async find(returnUrl: string | undefined, cookies: Cookies): Promise<PendingInteraction | undefined> {
    return returnUrl ? this.#sourceOf(returnUrl)?.find(returnUrl, cookies) : undefined
  }

  /** Whether an address is one that some sign-on goes on at, be it over or not. */
  isReturnUrl(address: string | undefined): boolean {
    return address !== undefined && this.#sourceOf(address) !== undefined
  }

  /** Nothing but the sources' own addresses is ever followed. */
  #sourceOf(returnUrl: string): InteractionSource | undefined {
    return this.#sources.find((source) => source.isReturnUrl(returnUrl))
  }
}
