import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Holds the random half of the pair; the forms carry the other. */
export const requestTokenCookie = 'oa_request'

/** Protects forms against being submitted from elsewhere: a token in the form that belongs to a cookie. */
export class RequestTokens {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** The token for a form, and the cookie's value it belongs to, which is kept while the browser has one. */
  issue(cookies: Record<string, string | undefined>): { token: string; cookie: string } {
    const kept = cookies[requestTokenCookie]
    const cookie = kept && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
    return { token: this.#tokenOf(cookie).toString('base64url'), cookie }
  }

  /** Whether the token belongs to the browser's cookie, compared in constant time. */
  verify(token: string | undefined, cookies: Record<string, string | undefined>): boolean {
    const cookie = cookies[requestTokenCookie]
    if (!cookie || !token) return false
    const given = Buffer.from(token, 'base64url')
    const expected = this.#tokenOf(cookie)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  #tokenOf(cookie: string): Buffer {
    return createHmac('sha256', this.#key).update(cookie).digest()
  }
}
