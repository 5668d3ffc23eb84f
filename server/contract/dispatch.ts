import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Principal } from '../auth/principal.ts'
import type { Deps } from '../deps.ts'
import type { Operation } from './operation.ts'
import { notBuilt } from './pending.ts'
import { isVerified, verdictOf } from './policy/security.ts'
import { type AnyReply, type IsHtml, writeReply } from './reply.ts'
import { stateOf } from './request/call.ts'
import { routeOf } from './validate/validated-route.ts'

/** A handler without its types: they were checked where it was put into the map. */
export type AnyHandler = (context: unknown) => AnyReply | Promise<AnyReply>

interface Settings {
  readonly deps: Deps
  readonly issuer: string
  readonly log: Logger
  readonly isHtml: IsHtml
}

/**
 * Holds the map of handlers against the contract.
 * @throws Error that names every operation without a handler, and every handler without an operation
 */
export function checkHandlers(operations: readonly Operation[], handlers: Readonly<Record<string, unknown>>): void {
  const wanted = new Set<string>(operations.filter(({ servedBy }) => servedBy === 'handler').map(({ id }) => id))
  const missing = [...wanted].filter((id) => typeof handlers[id] !== 'function')
  const extra = Object.keys(handlers).filter((id) => !wanted.has(id))
  if (missing.length > 0) throw new Error(`Operations without a handler: ${missing.join(', ')}`)
  if (extra.length > 0) throw new Error(`Handlers without an operation: ${extra.join(', ')}`)
}

/**
 * @throws Error when an operation has no policy, or names a scheme that nothing checks, or is built and asks for what
 * nothing verifies yet: other credentials than access tokens, roles, permissions
 */
export function checkPolicies(
  operations: readonly Operation[],
  schemes: ReadonlySet<string>,
  handlers: Readonly<Record<string, unknown>>,
): void {
  for (const { id, api, security, roles, permissions, servedBy } of operations) {
    if (!Array.isArray(security)) throw new Error(`The operation ${id} has no policy.`)
    if (servedBy !== 'handler') continue
    const names = security.flatMap((alternative) => Object.keys(alternative))
    const unknown = names.find((name) => !schemes.has(name))
    if (unknown) throw new Error(`The operation ${id} names the scheme ${unknown}, which nothing checks.`)
    if (handlers[id] === notBuilt) continue
    const unverified = names.find((name) => !isVerified(api, name))
    if (unverified) throw new Error(`The operation ${id} takes the scheme ${unverified}, which nothing verifies.`)
    if (roles.length > 0) throw new Error(`The operation ${id} asks for roles, which nothing checks.`)
    if (permissions.length > 0) throw new Error(`The operation ${id} asks for permissions, which nothing checks.`)
  }
}

async function principalOf(
  request: Request,
  operation: Operation,
  { deps, issuer }: Settings,
): Promise<Principal | undefined> {
  const names = operation.security.flatMap((alternative) => Object.keys(alternative))
  if (!names.some((name) => isVerified(operation.api, name))) return undefined
  const verdict = await verdictOf(request, { verifier: deps.accessTokens, issuer })
  return verdict.kind === 'accepted' ? verdict.principal : undefined
}

/** Calls the handler of the operation that a request was routed to. Comes after the validator. */
export function dispatcher(handlers: Readonly<Record<string, AnyHandler>>, settings: Settings): RequestHandler {
  return async (request, response) => {
    const { operation, info } = stateOf(request, settings.issuer)
    // The validator routes on its own; if it ever came to another operation, its policy would be the wrong one.
    const route = routeOf(request)
    if (!operation || route?.operationId !== operation.id) throw new Error('The validator took another route.')
    const handler = handlers[operation.id]
    if (!handler) throw new Error(`${operation.id} has no handler.`)
    const reply = await handler({
      params: route.pathParams,
      query: request.query,
      body: request.body,
      files: stateOf(request, settings.issuer).files,
      principal: await principalOf(request, operation, settings),
      request: info,
      deps: settings.deps,
      log: settings.log.child({ requestId: info.id, operationId: operation.id }),
    })
    writeReply(response, reply, { isHtml: settings.isHtml, plainText: operation.plainText })
  }
}
