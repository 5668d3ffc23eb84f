/** Attributes of a cookie (RFC 6265 section 4.1), as the `cookie` package names them. */
export interface CookieOptions {
  path: string
  httpOnly: boolean
  secure: boolean
  sameSite: 'lax' | 'none'
  expires?: Date
}

/** A cookie to set. */
export interface SetCookie {
  name: string
  value: string
  options: CookieOptions
}

/**
 * Whether and how cookies of the sign-on session are sent to frames in other sites' pages. Browsers demand Secure for
 * SameSite=None, so over http (loopback alone) they are Lax, which reaches other ports of the same host.
 */
export function sessionCookieSite(issuer: string): Pick<CookieOptions, 'secure' | 'sameSite'> {
  const secure = issuer.startsWith('https:')
  return { secure, sameSite: secure ? 'none' : 'lax' }
}
