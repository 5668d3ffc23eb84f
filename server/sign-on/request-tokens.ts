import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SetCookie } from './cookies.ts'

/** Holds the random half of the pair; the forms carry the other. */
const cookieName = 'oa_request'

/** Why a form is not taken: the browser sent no cookie to hold it against, or the page is of an earlier one. */
export type FormFault = 'cookies_missing' | 'form_expired'

type Cookies = Readonly<Record<string, string | undefined>>

/**
 * Protects forms against being submitted from elsewhere: a token in the form that belongs to a cookie. The cookie is one
 * for the whole browser, so every page that was shown stays good in every tab until the browser is closed.
 */
export class RequestTokens {
  readonly #issuer: string
  readonly #key: Buffer

  constructor(issuer: string, key: Buffer) {
    this.#issuer = issuer
    this.#key = key
  }

  /**
   * The token for a form of the hosted pages, and the cookie it belongs to; a browser keeps the one it has.
   * @param sealed what the form carries and nobody may change
   */
  issue(cookies: Cookies, sealed = ''): { token: string; cookie: SetCookie } {
    const kept = cookies[cookieName]
    const value = kept && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
    const secure = this.#issuer.startsWith('https:')
    return {
      token: this.#tokenOf(value, sealed).toString('base64url'),
      cookie: { name: cookieName, value, options: { path: '/', httpOnly: true, secure, sameSite: 'lax' } },
    }
  }

  /**
   * What is wrong with a form that was sent; undefined when it comes from a page of this browser. Compared in constant time.
   * @param sealed what it carries that must not have been changed
   */
  fault(token: string | undefined, cookies: Cookies, sealed = ''): FormFault | undefined {
    const cookie = cookies[cookieName]
    if (!cookie) return 'cookies_missing'
    const given = Buffer.from(token ?? '', 'base64url')
    const expected = this.#tokenOf(cookie, sealed)
    return given.length === expected.length && timingSafeEqual(given, expected) ? undefined : 'form_expired'
  }

  #tokenOf(cookie: string, sealed: string): Buffer {
    const hmac = createHmac('sha256', this.#key).update(cookie)
    return (sealed === '' ? hmac : hmac.update(`\n${sealed}`)).digest()
  }
}
