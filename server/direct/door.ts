import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import { parseCookie } from 'cookie'
import type { Express, Request } from 'express'
import { addressOf } from '../contract/request/address.ts'
import { defaultBodyLimits, type Form, parseForm } from '../contract/request/body.ts'
import { engineFormLimit } from '../contract/request/engine-request.ts'
import { refuseLongHeaders, refuseNul, refuseOverlong, refuseTwoHosts } from '../contract/request/guard.ts'
import { replayBody } from '../contract/request/replay-body.ts'
import { refuseForeignBytes } from '../contract/request/utf8.ts'
import { sessionCookie } from '../sign-on/browser-sessions.ts'
import type { Answer } from './answer.ts'
import type { DirectOperation } from './operations.ts'
import type { DirectRequest } from './request.ts'

interface Settings {
  readonly operations: readonly DirectOperation[]
  /** Answers everything else. */
  readonly app: Express
  /** What every answer has. */
  readonly headers: Readonly<Record<string, string>>
  /** Notes a failure that the application is to answer the request with. */
  readonly fail: (request: IncomingMessage, error: unknown) => void
  /** Told of each answer, when its last byte has been handed over. */
  readonly observe: (
    response: ServerResponse,
    of: { url: string; requestId: string; operationId: string; ms: number },
  ) => void
}

/** Which origins a client's pages have, and how it may attest itself: that is for the engine. */
const leftToEngine = [
  'origin',
  'oauth-client-attestation',
  'oauth-client-attestation-pop',
  'content-encoding',
  'expect',
]
const formType = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i

/**
 * Stands before the application and answers the ordinary requests of the operations that many wait for. Whatever is not one
 * of these goes into the application as it came.
 */
export function directDoor({ operations, app, headers, fail, observe }: Settings): RequestListener {
  const known = new Map(operations.map((direct) => [`${direct.operation.method} ${direct.operation.path}`, direct]))
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now()
    const { url = '', method = '' } = request
    const [path = '', query = ''] = url.split(/\?(.*)/s)
    const direct = known.get(`${method.toLowerCase()} ${path}`)
    const isPlain = !leftToEngine.some((name) => request.headers[name] !== undefined)
    if (!direct || !isPlain || (method === 'POST' && query !== '')) return app(request, response)
    const raw = await formOf(request)
    if (raw === null) return
    const asked = read(request, direct, raw ?? query, app)
    // What a statement has done that failed is not known: it is not tried another way.
    const answer = asked && (await direct.answer(asked).catch((error: unknown) => fail(request, error)))
    if (!answer) {
      if (raw !== undefined) replayBody(request, raw)
      return app(request, response)
    }
    const requestId = randomUUID()
    response.once('finish', () => {
      const ms = performance.now() - began
      observe(response, { url, requestId, operationId: direct.operation.id, ms })
    })
    send(response, answer, { ...headers, 'X-Request-Id': requestId })
  }
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      fail(request, error)
      if (response.headersSent) response.destroy()
      else app(request, response)
    })
  }
}

/**
 * The body of a form that says how long it is.
 * @returns undefined where there is none that is read here, and nothing of it has been; null when it broke off
 */
function formOf(request: IncomingMessage): Promise<Buffer | undefined | null> | undefined {
  const { 'content-type': type = '', 'content-length': length } = request.headers
  if (request.method !== 'POST' || !formType.test(type) || !length || Number(length) > engineFormLimit) return undefined
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => resolve(null))
  })
}

/** Takes a request apart. @returns undefined for one that the contract layer would refuse, or look at twice */
function read(
  request: IncomingMessage,
  { operation }: DirectOperation,
  form: Buffer | string,
  app: Express,
): DirectRequest | undefined {
  const { cookie = '' } = request.headers
  if (operation.method === 'post' && typeof form === 'string') return undefined
  // Which of several session cookies counts is looked up.
  if (cookie.split(`${sessionCookie}=`, 3).length > 2) return undefined
  try {
    refuseTwoHosts(request)
    refuseLongHeaders(request)
    const fields = typeof form === 'string' ? queryOf(form) : parseForm(form, defaultBodyLimits.fields)
    refuseOverlong(operation, 'request', fields)
    // Express knows which proxies are trusted with the address.
    const known = Object.setPrototypeOf(request, app.request) as Request
    return { headers: request.headers, fields, cookies: parseCookie(cookie), address: addressOf(known) }
  } catch {
    return undefined
  }
}

function queryOf(query: string): Form {
  if (query === '') return {}
  refuseForeignBytes(query, 'query')
  const fields = { ...parse(query) }
  refuseNul(fields, 'query')
  return fields
}

function send(response: ServerResponse, { status, headers, body }: Answer, ofEvery: Answer['headers']): void {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) }
  response.writeHead(status, { ...ofEvery, ...headers, ...length } as OutgoingHttpHeaders)
  response.end(body)
}
