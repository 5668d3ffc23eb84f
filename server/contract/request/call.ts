import { randomUUID } from 'node:crypto'
import { parseCookie } from 'cookie'
import type { Request, Response } from 'express'
import type { Verdict } from '../../auth/bearer.ts'
import type { ErrorContext } from '../../errors/middleware.ts'
import type { ErrorFormat } from '../../errors/shapes.ts'
import type { Operation } from '../operation.ts'
import type { RequestInfo, UploadedFile } from '../types.ts'
import { addressOf } from './address.ts'
import { languageCookie, localeOf } from './locale.ts'

/** What the contract layer remembers about a request while it is answered. */
export interface RequestState {
  readonly info: RequestInfo
  operation?: Operation
  /** The method that was really sent, before HEAD was read as GET. */
  readonly method: string
  /** Asked for once, however many alternatives the policy has. */
  verdict?: Promise<Verdict>
  keep: ReadonlySet<string>
  /** The files of a multipart body. */
  files?: readonly UploadedFile[]
}

const states = new WeakMap<Request, RequestState>()

function first(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Path and query of a request, also of one that names an absolute address (RFC 9112 section 3.2.2). */
function targetOf(request: Request): string {
  const query = request.url.indexOf('?')
  return request.path + (query < 0 ? '' : request.url.slice(query))
}

/** The state of a request, made on first use. */
export function stateOf(request: Request, issuer: string): RequestState {
  const known = states.get(request)
  if (known) return known
  const parsed = Object.entries(parseCookie(request.headers.cookie ?? '')).filter((entry) => entry[1] !== undefined)
  const cookies = Object.fromEntries(parsed) as Record<string, string>
  const state: RequestState = {
    info: {
      id: randomUUID(),
      ip: addressOf(request),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 512),
      locale: localeOf({
        xl: first(request.headers['x-l']),
        uiLocales: first(request.query.ui_locales),
        remembered: cookies[languageCookie],
        acceptLanguage: request.headers['accept-language'],
      }),
      cookies,
      url: targetOf(request),
      issuer,
    },
    method: request.method,
    keep: new Set(),
  }
  states.set(request, state)
  return state
}

/** The operation a request was routed to; for logs and metrics. */
export function operationIdOf(request: Request): string | undefined {
  return states.get(request)?.operation?.id
}

/** What the log and other parts may know about a request; undefined before the contract layer saw it. */
export function requestInfoOf(request: Request): RequestInfo | undefined {
  return states.get(request)?.info
}

/** From here on the headers of the response may be withdrawn by an error. */
export function keepHeaders(state: RequestState, response: Response): void {
  state.keep = new Set(response.getHeaderNames())
}

/** The shapes below the addresses that have only one, for those that no operation has. */
const families: readonly (readonly [prefix: string, format: ErrorFormat])[] = [
  ['/api/v1.0/', 'envelope'],
  ['/api/v2/', 'error-code'],
]

/** How a failure of this request is to be shaped; where neither operation nor address tell, as the caller prefers. */
export function errorContextOf(request: Request, issuer: string): ErrorContext {
  const state = stateOf(request, issuer)
  const family = families.find(([prefix]) => state.info.url.startsWith(prefix))?.[1]
  const preferred = request.accepts(['json', 'html']) === 'html' ? 'html' : 'oauth'
  return {
    format: state.operation?.errorFormat ?? family ?? preferred,
    locale: state.info.locale,
    requestId: state.info.id,
    issuer,
    url: state.info.url,
    operationId: state.operation?.id,
    keep: state.keep,
  }
}
