import type { Express, Request, RequestHandler, Response } from 'express'
import { middleware } from 'express-openapi-validator'
import type { Logger } from 'pino'
import type { Operation } from '../operation.ts'
import type { SchemeCheck } from '../policy/security.ts'
import type { DocumentPart } from './document-parts.ts'
import { routeOf } from './validated-route.ts'

type ValidatorOptions = Parameters<typeof middleware>[0]

interface Settings {
  readonly app: Express
  readonly checks: Readonly<Record<string, SchemeCheck>>
  /** An answer that breaks the contract is an error; else it is logged and sent. */
  readonly strictResponses: boolean
  readonly log: Logger
  /** Requests that only compile the schemas. */
  readonly warmUps: WeakSet<Request>
}

/** The validator's middlewares for one part of the document. */
export function validatorOf(part: DocumentPart, settings: Settings): RequestHandler[] {
  const onError = (error: Error, _body: unknown, request: Request) => {
    settings.log.error({ err: error, path: request.path, method: request.method }, 'an answer breaks the contract')
  }
  const options: ValidatorOptions = {
    apiSpec: part.document as unknown as Exclude<ValidatorOptions['apiSpec'], string>,
    validateApiSpec: true,
    validateRequests: { allowUnknownQueryParameters: false, coerceTypes: false },
    validateResponses: settings.strictResponses ? true : { onError },
    validateSecurity: { handlers: { ...settings.checks } },
    validateFormats: true,
    ajvFormats: { mode: 'full' },
    fileUploader: false,
  }
  return middleware(options) as unknown as RequestHandler[]
}

/** Runs one middleware; the error it gives, if any. */
function outcome(handler: RequestHandler, request: Request, response: Response): Promise<unknown> {
  return new Promise((done) => {
    try {
      const result: unknown = handler(request, response, done)
      if (result instanceof Promise) result.catch(done)
    } catch (error) {
      done(error)
    }
  })
}

/**
 * A part of which nothing is built yet: its validator is made when somebody asks for it, not at the start
 * (docs/decisions/0006).
 */
export function onFirstUse(make: () => RequestHandler): RequestHandler {
  let made: RequestHandler | undefined
  return (request, response, next) => {
    made ??= make()
    return made(request, response, next)
  }
}

/**
 * Compiles the schemas of the operations that are built before the first caller comes: the validator would do it during
 * their first requests, and would answer 500 for ever when the document is not valid.
 * @throws Error when the document is refused
 */
export async function warmUp(
  part: DocumentPart,
  built: readonly Operation[],
  handlers: readonly RequestHandler[],
  settings: Settings,
): Promise<void> {
  for (const { id, method, path, requestMediaTypes } of built) {
    for (const mediaType of [undefined, ...requestMediaTypes]) {
      const { request, response } = imitation(settings.app, method, path, mediaType)
      settings.warmUps.add(request)
      for (const handler of handlers) {
        const error = await outcome(handler, request, response)
        const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
        if (error && status !== 400 && status !== 415) {
          throw new Error(`The contract cannot be mounted at ${part.prefix}: ${String(error)}`, { cause: error })
        }
      }
      if (routeOf(request)?.operationId !== id) throw new Error(`The validator does not know ${method} ${path}.`)
      // Answering compiles the schemas of the answers; whether this one fits them does not matter.
      response.json({})
    }
  }
}

/** As much of a request and a response as the validator touches. */
function imitation(app: Express, method: string, path: string, mediaType: string | undefined) {
  const concrete = path.replace(/\{[^}]+\}/g, 'x')
  const request = {
    app,
    method: method.toUpperCase(),
    url: concrete,
    originalUrl: concrete,
    path: concrete,
    baseUrl: '',
    headers: mediaType === undefined ? {} : { 'content-type': mediaType },
    get: (name: string) => (name.toLowerCase() === 'content-type' ? mediaType : undefined),
    query: {},
    params: {},
    cookies: {},
    body: mediaType === undefined ? undefined : {},
  } as unknown as Request
  const response = {
    statusCode: 200,
    headersSent: false,
    getHeaders: () => ({}),
    json() {
      return this
    },
  } as unknown as Response
  return { request, response }
}
