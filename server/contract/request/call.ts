import { randomUUID } from 'node:crypto'
import { parseCookie } from 'cookie'
import type { Request, RequestHandler, Response } from 'express'
import { type ErrorFormat, formatOfAddress } from '../faces.ts'
import type { Operation } from '../operation.ts'
import { addressOf } from './address.ts'
import { refuseTwoHosts } from './guard.ts'
import { type Locale, languageCookie, localeOf } from './locale.ts'

/** What a handler may know about the request itself. */
export interface RequestInfo {
  /** Given to the caller as `X-Request-Id` and written to the log. */
  readonly id: string
  /** The caller's address; behind a trusted proxy, the one it names. */
  readonly ip: string
  readonly userAgent: string
  readonly locale: Locale
  readonly cookies: Readonly<Record<string, string>>
  /** Path and query. */
  readonly url: string
  /** The origin that stands in tokens and links. */
  readonly issuer: string
}

/** One request and its answer, from the door to the log: made once, passed on. */
export interface Call {
  readonly request: Request
  readonly response: Response
  readonly info: RequestInfo
  /** Whether it asks for the head of the answer alone. It is answered as a GET: Node drops the body. */
  readonly headOnly: boolean
  /** The operation it was routed to. */
  operation?: Operation
  /** Why it failed, for the log. */
  reason?: string
  /** Headers of the response that an error leaves in place; the others are withdrawn. */
  keep: ReadonlySet<string>
}

/** Path and query of a request, also of one that names an absolute address (RFC 9112 section 3.2.2). */
function targetOf(request: Request): string {
  const query = request.url.indexOf('?')
  return request.path + (query < 0 ? '' : request.url.slice(query))
}

function infoOf(request: Request, issuer: string): RequestInfo {
  const parsed = Object.entries(parseCookie(request.headers.cookie ?? '')).filter((entry) => entry[1] !== undefined)
  const cookies = Object.fromEntries(parsed) as Record<string, string>
  return {
    id: randomUUID(),
    ip: addressOf(request),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 512),
    locale: localeOf(request, cookies[languageCookie]),
    cookies,
    url: targetOf(request),
    issuer,
  }
}

/**
 * The door: makes the call of every request. Comes before everything that answers.
 * @param issuer the origin that stands in tokens and links
 */
export function openCalls(issuer: string): RequestHandler {
  return (request, response, next) => {
    const headOnly = request.method === 'HEAD'
    const call: Call = { request, response, info: infoOf(request, issuer), headOnly, keep: new Set() }
    response.locals.call = call
    response.setHeader('X-Request-Id', call.info.id)
    keepHeaders(call)
    refuseTwoHosts(request)
    next()
  }
}

/**
 * The call that an answer belongs to.
 * @throws Error when the request did not come through the door
 */
export function callOf(response: Response): Call {
  const { call } = response.locals as { call?: Call }
  if (!call) throw new Error('the request has not come through openCalls')
  return call
}

/** What is set from here on is withdrawn when the request fails. */
export function keepHeaders(call: Call): void {
  call.keep = new Set(call.response.getHeaderNames())
}

/** How a failure of this request is shaped; where neither operation nor address tell, as the caller prefers. */
export function formatOf({ operation, info, request }: Call): ErrorFormat {
  const preferred = request.accepts(['json', 'html']) === 'html' ? 'html' : 'oauth'
  return operation?.errorFormat ?? formatOfAddress(info.url) ?? preferred
}
