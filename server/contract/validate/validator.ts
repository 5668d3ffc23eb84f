import type { Express, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Operation } from '../operation.ts'
import type { Call } from '../request/call.ts'
import type { DocumentPart } from './document-parts.ts'
import { installPart } from './install.ts'

interface Settings {
  readonly app: Express
  /** An answer that breaks the contract is an error; else it is logged and sent. */
  readonly strictResponses: boolean
  /** The share of JSON answers that is looked at, from 0 to 1. */
  readonly checkedAnswers: number
  readonly log: Logger
}

/** The validator as its middleware: what looks at the request, and what makes it look at the answer. */
interface Middleware {
  readonly request: readonly RequestHandler[]
  readonly answer: readonly RequestHandler[]
}

/** Where the validator routed a request to. */
interface ValidatedRoute {
  readonly operationId: string | undefined
  /** In their documented types. */
  readonly pathParams: Readonly<Record<string, unknown>>
}

/** What the validator notes on a request; undefined when it knew no route for it, and so checked nothing. */
function routeOf(request: Request): ValidatedRoute | undefined {
  const { openapi } = request as {
    openapi?: { schema?: { operationId?: string }; pathParams?: Record<string, unknown> }
  }
  return openapi && { operationId: openapi.schema?.operationId, pathParams: openapi.pathParams ?? {} }
}

/**
 * Runs one middleware to its end; rejects with the error it gives.
 * @param late takes an error that it gives after that
 */
export function run(
  handler: RequestHandler,
  { request, response }: Pick<Call, 'request' | 'response'>,
  late: (error: unknown) => void = () => {},
): Promise<void> {
  return new Promise((done, fail) => {
    let ended = false
    const next = (error?: unknown) => {
      if (ended && error) late(error)
      ended = true
      if (error) fail(error)
      else done()
    }
    try {
      const result: unknown = handler(request, response, next)
      if (result instanceof Promise) result.catch(fail)
    } catch (error) {
      fail(error)
    }
  })
}

/** What was made of each part. Nothing in it belongs to one application, so those of a process share it (docs/decisions/0041). */
const made = { strict: new WeakMap<DocumentPart, Middleware>(), lenient: new WeakMap<DocumentPart, Middleware>() }

/** Who is told that the answer of a request breaks the contract. Of requests that nobody made it is no news. */
const logs = new WeakMap<Request, Logger>()

/**
 * The validator of one part of a document: holds requests against the contract, and sees to it that JSON answers are.
 * It is made when it is first needed (docs/decisions/0006).
 */
export class Validator {
  readonly #part: DocumentPart
  readonly #settings: Settings

  constructor(part: DocumentPart, settings: Settings) {
    this.#part = part
    this.#settings = settings
  }

  /**
   * Checks a request.
   * @param broken takes the error of an answer that breaks the contract, which comes when it is written
   * @returns the path parameters in their documented types
   * @throws the validator's error for what breaks the contract; Error when it knows the request as another operation
   */
  async check(
    call: Call,
    { id }: Operation,
    broken: (error: unknown) => void,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { request, answer } = this.#middleware()
    logs.set(call.request, this.#settings.log)
    const looksAtAnswer = Math.random() < this.#settings.checkedAnswers
    for (const handler of looksAtAnswer ? [...request, ...answer] : request) await run(handler, call, broken)
    // The validator routes on its own; if it ever came to another operation, it would have checked the wrong one.
    const route = routeOf(call.request)
    if (route?.operationId !== id) throw new Error(`The validator took ${route?.operationId} for ${id}.`)
    return route.pathParams
  }

  /**
   * Compiles the schemas of one operation before its first caller comes: the validator would do it during the first
   * request.
   * @throws Error when the document is refused
   */
  async compile({ id, method, path, requestMediaTypes }: Operation): Promise<void> {
    const { app } = this.#settings
    for (const mediaType of [undefined, ...requestMediaTypes]) {
      const { request, response } = imitation(app, method, path, mediaType)
      const middleware = this.#middleware()
      for (const handler of [...middleware.request, ...middleware.answer]) {
        await run(handler, { request, response }).catch((error: unknown) => {
          const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
          if (status === 400 || status === 415) return
          throw new Error(`The contract cannot be mounted at ${this.#part.prefix}: ${String(error)}`, { cause: error })
        })
      }
      if (routeOf(request)?.operationId !== id) throw new Error(`The validator does not know ${method} ${path}.`)
      // Answering compiles the schemas of the answers; whether this one fits them does not matter.
      response.json({})
    }
  }

  #middleware(): Middleware {
    const { strictResponses } = this.#settings
    const known = strictResponses ? made.strict : made.lenient
    const middleware = known.get(this.#part) ?? makeMiddleware(this.#part, strictResponses)
    known.set(this.#part, middleware)
    return middleware
  }
}

function makeMiddleware(part: DocumentPart, strictResponses: boolean): Middleware {
  const onError = (error: Error, _body: unknown, request: Request) => {
    const { path, method } = request
    logs.get(request)?.error({ err: error, path, method }, 'an answer breaks the contract')
  }
  const handlers = installPart(part, {
    validateRequests: { allowUnknownQueryParameters: false, coerceTypes: false },
    validateResponses: strictResponses ? true : { onError },
    validateSecurity: false,
    validateFormats: true,
    ajvFormats: { mode: 'full' },
    fileUploader: false,
  })
  // The last one waits for the answer: it takes the place of response.json.
  return { request: handlers.slice(0, -1), answer: handlers.slice(-1) }
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
