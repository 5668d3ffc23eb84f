import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SetCookie } from './cookies.ts'

/** Holds the random half of the pair; the forms carry the other. */
const cookieName = 'oa_request'

/** Protects forms against being submitted from elsewhere: a token in the form that belongs to a cookie. */
export class RequestTokens {
  readonly #issuer: string
  readonly #key: Buffer

  constructor(issuer: string, key: Buffer) {
    this.#issuer = issuer
    this.#key = key
  }

  /** The token for a form of the hosted pages, and the cookie it belongs to; a browser keeps the one it has. */
  issue(cookies: Record<string, string | undefined>): { token: string; cookie: SetCookie } {
    const kept = cookies[cookieName]
    const value = kept && /^[\w-]{43}$/.test(kept) ? kept : randomBytes(32).toString('base64url')
    const secure = this.#issuer.startsWith('https:')
    return {
      token: this.#tokenOf(value).toString('base64url'),
      cookie: { name: cookieName, value, options: { path: '/Account', httpOnly: true, secure, sameSite: 'lax' } },
    }
  }

  /** Whether the token belongs to the browser's cookie, compared in constant time. */
  verify(token: string | undefined, cookies: Record<string, string | undefined>): boolean {
    const cookie = cookies[cookieName]
    if (!cookie || !token) return false
    const given = Buffer.from(token, 'base64url')
    const expected = this.#tokenOf(cookie)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  #tokenOf(cookie: string): Buffer {
    return createHmac('sha256', this.#key).update(cookie).digest()
  }
}
