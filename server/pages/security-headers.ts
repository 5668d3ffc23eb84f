import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { pagePolicy } from './content-policies.ts'

/**
 * Headers of every answer. Framing is governed by `frame-ancestors` alone, since the session frames must be framed;
 * windows keep their opener, since applications open the sign-in page in pop-ups and wait for them.
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
