import cors from 'cors'
import type { RequestHandler } from 'express'
import type { Operation } from './operation.ts'

/** For answers that a token or nothing at all protects: any page may read them, never with the browser's cookies. */
const open = cors({
  origin: '*',
  methods: ['GET', 'HEAD', 'POST', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'X-L', 'Accept-Language'],
  exposedHeaders: ['WWW-Authenticate', 'Retry-After', 'X-Request-Id'],
  maxAge: 3600,
  credentials: false,
})

/** CORS for JSON that handlers answer; none for pages and for the sign-in form, and the engine sees to its own. */
export function crossOrigin(operation: Operation): RequestHandler | undefined {
  const json = operation.errorFormat === 'oauth' || operation.errorFormat === 'envelope'
  return operation.servedBy === 'handler' && json ? open : undefined
}
