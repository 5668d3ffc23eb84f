import cors from 'cors'
import type { RequestHandler } from 'express'
import { type Api, faces, formats } from '../faces.ts'
import { type Operation, operationsOf, schemesOf } from '../operation.ts'

/** The header fields that a document's operations take, beside those of every request. */
function headersOf(api: Api): string[] {
  const parameters = operationsOf(api).flatMap(({ headers }) => headers)
  const keys = Object.values(schemesOf(api)).flatMap(({ name }) => name ?? [])
  return [...new Set(['Authorization', 'Content-Type', 'X-L', 'Accept-Language', ...parameters, ...keys])]
}

/** The methods of a document's operations. */
function methodsOf(api: Api): string[] {
  return [...new Set(['HEAD', ...operationsOf(api).map(({ method }) => method.toUpperCase())])]
}

/** For answers that a token or nothing at all protects: any page may read them, never with the browser's cookies. */
const open = (api: Api) =>
  cors({
    origin: '*',
    methods: methodsOf(api),
    allowedHeaders: headersOf(api),
    exposedHeaders: ['WWW-Authenticate', 'Retry-After', 'X-Request-Id'],
    maxAge: 3600,
    credentials: false,
  })

const openFor = new Map<Api, RequestHandler>(
  Object.keys(faces).map((name) => {
    const api = name as Api
    return [api, open(api)]
  }),
)

/** CORS for JSON that handlers answer; none for pages and for the sign-in form, and the engine sees to its own. */
export function crossOrigin({ api, servedBy, errorFormat }: Operation): RequestHandler | undefined {
  return servedBy === 'handler' && formats[errorFormat].json ? openFor.get(api) : undefined
}
