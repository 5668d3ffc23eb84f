import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { pagePolicy } from './content-policies.ts'

/**
 * Headers of every answer. Who may frame a page is said by `frame-ancestors` alone, because `X-Frame-Options` cannot let
 * other sites frame the session frames. There is no `Cross-Origin-Opener-Policy`, because applications open the sign-in
 * page in a pop-up and wait for it.
 * @param secure whether the server is reached over https
 */
export function securityHeaders({ secure }: { secure: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      crossOriginOpenerPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      frameguard: false,
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    }),
    (_req, res, next) => {
      res.setHeader('Content-Security-Policy', pagePolicy)
      next()
    },
  ]
}
