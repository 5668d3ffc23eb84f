import { type Express, type Request, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import type { Deps } from '../deps.ts'
import { DomainError } from '../errors/domain-error.ts'
import { errorMiddleware, lastResort } from '../errors/middleware.ts'
import type { ErrorPage } from '../errors/shapes.ts'
import { type AnyHandler, checkHandlers, checkPolicies, dispatcher } from './dispatch.ts'
import { type Operation, operationsOf } from './operation.ts'
import { notBuilt } from './pending.ts'
import { crossOrigin } from './policy/cross-origin.ts'
import { refusal, schemeChecks, verdictOf } from './policy/security.ts'
import type { IsHtml } from './reply.ts'
import { type BodyLimits, defaultBodyLimits, readBody, run } from './request/body.ts'
import { errorContextOf, keepHeaders, type RequestState, stateOf } from './request/call.ts'
import { guardEngineRequest } from './request/engine-request.ts'
import { checkPath, refuseNul } from './request/guard.ts'
import { canonicaliseContentType } from './request/media-type.ts'
import { readMultipart } from './request/multipart.ts'
import { rememberLanguage } from './request/remember-language.ts'
import { allowedMethods, type Route, RouteTable } from './routes.ts'
import type { Api, HandlersOf } from './types.ts'
import { cutDocument, type OpenApiDocument, prefixOf } from './validate/document-parts.ts'
import { missingField } from './validate/missing-field.ts'
import { onFirstUse, validatorOf, warmUp } from './validate/validator.ts'

export interface MountOptions<A extends Api> {
  readonly api: A
  /** The bundle, generated/<api>.json. */
  readonly document: OpenApiDocument
  readonly handlers: HandlersOf<A>
  readonly deps: Deps
  /** Answers the operations that are `x-served-by: engine`. */
  readonly engine: RequestHandler
  /** The origin that stands in tokens and links. */
  readonly issuer: string
  readonly log: Logger
  /** An answer that breaks the contract becomes a 500; else it is logged and sent. For tests and development. */
  readonly strictResponses: boolean
  /** Tells pages from texts. */
  readonly isHtml: IsHtml
  readonly bodyLimits?: BodyLimits
}

interface Mounted<A extends Api> {
  readonly options: MountOptions<A>
  readonly validators: ReadonlyMap<string, RequestHandler>
}

/**
 * Puts a document of the contract into an application: routes, policy, validation, handlers. `finishContract` comes
 * after the last one.
 * @throws Error when the document, the handlers or the policies do not fit together; then nothing must listen
 */
export async function mountContract<A extends Api>(app: Express, options: MountOptions<A>): Promise<void> {
  const operations = operationsOf(options.api)
  const handlers = options.handlers as unknown as Readonly<Record<string, AnyHandler>>
  const warmUps = new WeakSet<Request>()
  const checks = schemeChecks(options.api, {
    verifier: options.deps.accessTokens,
    issuer: options.issuer,
    isWarmUp: (request) => warmUps.has(request),
  })
  checkHandlers(operations, handlers)
  checkPolicies(operations, new Set(Object.keys(checks)), handlers)
  const dispatch = dispatcher(handlers, options)
  const validators = new Map<string, RequestHandler>()
  for (const part of cutDocument(options.document, operations)) {
    const settings = { app, checks, warmUps, strictResponses: options.strictResponses, log: options.log }
    const built = part.operations.filter(({ id }) => handlers[id] !== notBuilt)
    if (built.length === 0) {
      validators.set(
        part.prefix,
        onFirstUse(() => Router().use(...validatorOf(part, settings), dispatch)),
      )
      continue
    }
    const middlewares = validatorOf(part, settings)
    await warmUp(part, built, middlewares, settings)
    validators.set(part.prefix, Router().use(...middlewares, dispatch))
  }
  const mounted = { options, validators }
  const routes = new RouteTable(operations)
  app.use(async (request, response, next) => {
    const state = stateOf(request, options.issuer)
    response.setHeader('X-Request-Id', state.info.id)
    keepHeaders(state, response)
    checkPath(request.path)
    // Whoever comes next looks at the whole target, and must not see another path in it than we did.
    request.url = state.info.url
    request.originalUrl = state.info.url
    const route = routes.find(request.path)
    if (!route) return next()
    await answer(mounted, state, route, request, response, next)
  })
}

/** Finds the operation of a request by its method and hands it to who answers it. */
async function answer<A extends Api>(
  mounted: Mounted<A>,
  state: RequestState,
  route: Route,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<void> {
  const [fallback] = route.operations.values()
  if (fallback) state.operation = fallback
  if (request.method === 'OPTIONS') return answerOptions(mounted, route, request, response, next)
  const operation = route.operations.get(request.method === 'HEAD' ? 'get' : request.method.toLowerCase())
  if (!operation) throw new DomainError('method_not_allowed', { allow: allowedMethods(route) })
  state.operation = operation
  // The response stays that of a HEAD request: Node sends its headers and drops its body.
  if (request.method === 'HEAD') request.method = 'GET'
  const share = crossOrigin(operation)
  if (share) await run(share, request, response)
  if (operation.errorFormat === 'html') rememberLanguage(request, response, mounted.options.issuer)
  keepHeaders(state, response)
  if (operation.servedBy === 'engine') {
    await guardEngineRequest(request, operation)
    await mounted.options.engine(request, response, next)
    return
  }
  await validateAndDispatch(mounted, operation, request, response, next)
}

async function validateAndDispatch<A extends Api>(
  { options, validators }: Mounted<A>,
  operation: Operation,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<void> {
  refuseNul(request.query, 'query')
  if (canonicaliseContentType(request, operation)) {
    await takeBody(options, operation, request)
  } else if (operation.requestBodyRequired)
    throw new DomainError('invalid_request', { description: '/body is missing' })
  const validate = validators.get(prefixOf(operation.path))
  if (!validate) throw new Error(`No validator knows ${operation.path}.`)
  validate(request, response, (error?: unknown) => {
    if (!isTurnedAway(error)) return next(missingField(operation, error) ?? error)
    refusal(request, operation, { verifier: options.deps.accessTokens, issuer: options.issuer }).then(next, next)
  })
}

/** Reads the body; a large one only from a caller who is known. */
async function takeBody<A extends Api>(
  options: MountOptions<A>,
  operation: Operation,
  request: Request,
): Promise<void> {
  const limits = options.bodyLimits ?? defaultBodyLimits
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    request.body = await readBody(request, limits)
    return
  }
  const settings = { verifier: options.deps.accessTokens, issuer: options.issuer }
  if (operation.security.length > 0 && (await verdictOf(request, settings)).kind !== 'accepted')
    throw await refusal(request, operation, settings)
  const { fields, files } = await readMultipart(request, operation, limits.multipart)
  request.body = fields
  stateOf(request, options.issuer).files = files
}

/** Whether the validator's policy check failed; the reason is not in its error. */
function isTurnedAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof DomainError || !('status' in error)) return false
  return error.status === 401 || error.status === 403
}

async function answerOptions<A extends Api>(
  mounted: Mounted<A>,
  route: Route,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<void> {
  const operations = [...route.operations.values()]
  // The engine knows which origins its clients have.
  if (operations.some(({ servedBy, errorFormat }) => servedBy === 'engine' && errorFormat === 'oauth')) {
    await mounted.options.engine(request, response, next)
    return
  }
  const preflight = request.headers['access-control-request-method'] !== undefined
  const share = operations.map(crossOrigin).find((handler) => handler !== undefined)
  if (preflight && share) await share(request, response, next)
  else response.writeHead(204, { Allow: allowedMethods(route) }).end()
}

/** Ends an application: what no route answered is not found, and every failure gets its shape. */
export function finishContract(
  app: Express,
  options: { readonly issuer: string; readonly log: Logger; readonly errorPage?: ErrorPage },
): void {
  app.use(() => {
    throw new DomainError('not_found')
  })
  app.use(
    errorMiddleware({
      log: options.log,
      errorPage: options.errorPage,
      contextOf: (request) => errorContextOf(request, options.issuer),
    }),
  )
  app.use(lastResort(options.log))
}
