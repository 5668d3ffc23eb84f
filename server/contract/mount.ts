import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { type AnyHandler, checkHandlers, type DispatchSettings, dispatch, type Perform } from './dispatch.ts'
import { ContractFailure } from './failure.ts'
import type { Operation } from './operation.ts'
import type { Authenticators } from './policy/authenticate.ts'
import { checkPolicies, type PolicySettings } from './policy/authorize.ts'
import { answerPreflight, shareAnswer } from './policy/cross-origin.ts'
import type { IsPage } from './reply.ts'
import { type BodyLimits, defaultBodyLimits } from './request/body.ts'
import { type Call, callOf, keepHeaders } from './request/call.ts'
import { guardEngineRequest } from './request/engine-request.ts'
import { checkPath, refuseLongHeaders } from './request/guard.ts'
import { rememberLanguage } from './request/remember-language.ts'
import { allowedMethods, type Route, RouteTable } from './routes.ts'
import { failureMiddleware, lastResort, type ShapeFailure } from './send-failure.ts'
import type { Api, AuthenticatorsOf, HandlersOf, Product } from './types.ts'
import { type DocumentPart, prefixOf } from './validate/document-parts.ts'
import { Validator } from './validate/validator.ts'

/** Answers the operations that are `x-served-by: engine`. */
export type EngineHandler = (call: Call, operation: Operation) => Promise<void>

export interface MountOptions<A extends Api, P extends Product> {
  /** The operations of the document, as the generated table has them. */
  readonly operations: readonly Operation[]
  /** The bundle, generated/<api>.json, cut. Applications that are given the same parts share what is compiled of them. */
  readonly parts: readonly DocumentPart[]
  readonly handlers: HandlersOf<A, P>
  readonly authenticate: AuthenticatorsOf<A, P['callers'][A]>
  /** The application of operations that a header names it for (`x-caller: named-application`). */
  readonly identify: PolicySettings['identify']
  readonly deps: P['deps']
  /** Absent: every operation is answered with `deps`. */
  readonly perform?: Perform | undefined
  readonly engine: EngineHandler
  readonly log: Logger
  /** An answer that breaks the contract becomes a 500; else it is logged and sent. For tests and development. */
  readonly strictResponses: boolean
  /** The share of JSON answers that is held against the contract, from 0 to 1; all by default. */
  readonly checkedAnswers?: number
  /** Tells pages from texts. */
  readonly isPage: IsPage
  readonly bodyLimits?: BodyLimits
  /** Milliseconds after which the caller of a stream is looked at again; 30 s by default. */
  readonly rightInterval?: number
  /** Milliseconds that the reader of a stream may take nothing; 30 s by default. */
  readonly takeLimit?: number
}

/** A mounted document. */
export interface MountedContract {
  /**
   * Compiles what the operations that are built need, one after the other, so that no first caller waits for it.
   * Requests are answered meanwhile.
   * @throws Error when the document is refused
   */
  warmUp(): Promise<void>
}

interface Mounted {
  readonly handlers: Readonly<Record<string, AnyHandler>>
  readonly validators: ReadonlyMap<string, Validator>
  readonly engine: EngineHandler
  readonly dispatching: DispatchSettings
}

/**
 * Puts a document of the contract into an application: routes, policy, validation, handlers. `openCalls` comes before
 * the first one, `finishContract` after the last.
 * @throws Error when the document, the handlers or the policies do not fit together; then nothing must listen
 */
export async function mountContract<A extends Api, P extends Product>(
  app: Express,
  options: MountOptions<A, P>,
): Promise<MountedContract> {
  const { operations } = options
  const handlers = options.handlers as unknown as Readonly<Record<string, AnyHandler>>
  const authenticate = options.authenticate as unknown as Authenticators
  checkHandlers(operations, handlers)
  checkPolicies(operations, (name) => authenticate[name] !== undefined)

  const { strictResponses, checkedAnswers = 1, log, parts } = options
  const validators = new Map(
    parts.map((part) => [part.prefix, new Validator(part, { app, strictResponses, checkedAnswers, log })]),
  )
  const described = parts.flatMap((part) => part.operations)
  // A document that is not valid is found by the first operation of each part, before anything listens.
  const firsts = new Map(described.toReversed().map((operation) => [prefixOf(operation.path), operation]))
  for (const [prefix, operation] of firsts) await validators.get(prefix)?.compile(operation)

  const mounted: Mounted = {
    handlers,
    validators,
    engine: options.engine,
    dispatching: {
      policy: { authenticate, identify: options.identify },
      deps: options.deps,
      perform: options.perform,
      log,
      isPage: options.isPage,
      bodyLimits: options.bodyLimits ?? defaultBodyLimits,
      strictResponses,
      rightInterval: options.rightInterval ?? 30_000,
      takeLimit: options.takeLimit ?? 30_000,
    },
  }
  const routes = new RouteTable(operations)
  app.use(async (request, response, next) => {
    const call = callOf(response)
    checkPath(request.path)
    // Whoever comes next looks at the whole target, and must not see another path in it than we did.
    request.url = call.info.url
    request.originalUrl = call.info.url
    const route = routes.find(request.path)
    if (!route) return next()
    await answer(mounted, call, route, next)
  })
  return {
    warmUp: async () => {
      for (const operation of described) {
        await validators.get(prefixOf(operation.path))?.compile(operation)
        await nextTurn()
      }
    },
  }
}

/** Finds the operation of a request by its method and hands it to who answers it. */
async function answer(mounted: Mounted, call: Call, route: Route, fail: (error: unknown) => void): Promise<void> {
  const { request } = call
  const [fallback] = route.operations.values()
  if (fallback) call.operation = fallback
  refuseLongHeaders(request)
  if (request.method === 'OPTIONS') return answerOptions(call, route)
  const operation = route.operations.get(call.headOnly ? 'get' : request.method.toLowerCase())
  if (!operation) throw new ContractFailure('method_not_allowed', { allow: allowedMethods(route) })
  call.operation = operation
  // The response stays that of a HEAD request: Node sends its headers and drops its body.
  if (call.headOnly) request.method = 'GET'
  if (operation.servedBy === 'handler') shareAnswer(call.response, operation)
  if (operation.errorFormat === 'html') rememberLanguage(call)
  keepHeaders(call)
  if (operation.servedBy === 'engine') {
    await guardEngineRequest(request, operation)
    await mounted.engine(call, operation)
    return
  }
  const handler = mounted.handlers[operation.id]
  const validator = mounted.validators.get(prefixOf(operation.path))
  if (!handler || !validator) throw new Error(`${operation.id} has no handler or no validator.`)
  await dispatch(call, operation, handler, validator, mounted.dispatching, fail)
}

/** Answers OPTIONS of a path: a browser's preflight, or what may be asked there (RFC 9110 section 9.3.7). */
function answerOptions(call: Call, route: Route): void {
  if (!answerPreflight(call, route)) call.response.writeHead(204, { Allow: allowedMethods(route) }).end()
}

/** Ends an application: what no route answered is not found, and every failure gets its shape. */
export function finishContract(
  app: Express,
  options: { readonly shape: ShapeFailure; readonly log: Logger; readonly strict: boolean },
): void {
  const notFound: RequestHandler = (_request: Request, _response: Response) => {
    throw new ContractFailure('not_found')
  }
  app.use(notFound)
  app.use(failureMiddleware(options))
  app.use(lastResort(options.log))
}
