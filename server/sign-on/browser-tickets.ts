import { randomBytes } from 'node:crypto'
import type { SetCookie } from './cookies.ts'
import type { Cookies } from './interaction-binding.ts'
import type { RequestTokens } from './request-tokens.ts'

/** An id in hexadecimal digits and, behind it, what ties it to the browser: providers take letters and digits alone. */
const form = /^([0-9a-f]{32})([0-9a-f]{64})$/

/**
 * Ids that work in the browser alone that they were made for. Whoever is lured to an address with somebody else's ticket cannot
 * go on with it, so nobody is signed in as the one who began.
 */
export class BrowserTickets {
  readonly #requestTokens: RequestTokens

  constructor(requestTokens: RequestTokens) {
    this.#requestTokens = requestTokens
  }

  /** @param purpose a word of the code; a ticket is good for no other */
  issue(cookies: Cookies, purpose: string): { id: string; ticket: string; cookie: SetCookie } {
    const id = randomBytes(16).toString('hex')
    const { token, cookie } = this.#requestTokens.issue(cookies, seal(purpose, id))
    return { id, ticket: id + Buffer.from(token, 'base64url').toString('hex'), cookie }
  }

  /** The id; undefined when it was made for another browser or purpose. */
  read(ticket: string | undefined, cookies: Cookies, purpose: string): string | undefined {
    const [, id = '', tie = ''] = form.exec(ticket ?? '') ?? []
    const token = Buffer.from(tie, 'hex').toString('base64url')
    return id !== '' && !this.#requestTokens.fault(token, cookies, seal(purpose, id)) ? id : undefined
  }
}

const seal = (purpose: string, id: string) => JSON.stringify([purpose, id])
