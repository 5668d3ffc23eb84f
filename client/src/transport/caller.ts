import createClient, { type HeadersOptions, type Middleware, mergeHeaders } from 'openapi-fetch'
import { checkedBaseUrl } from '../base-url.ts'
import { AccountError } from '../errors.ts'
import { bodyFormat, formBody, type Method, methods, type OperationTable, readRoutes } from '../routes.ts'
import { type Outcome, type ReadFailure, rememberOrigin } from '../unwrap.ts'
import { authorizing, type Credential } from './authorize.ts'
import { type RetryOptions, retrying } from './retry.ts'
import { type Fetch, sending } from './send.ts'

/** The server and how it is talked to: what every client takes. */
export interface ClientOptions {
  /** Address of the server, for example `https://accounts.example.com`. */
  readonly baseUrl: string
  /** Used instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined
  /** When safe calls are tried again; `false` for never. */
  readonly retry?: RetryOptions | false | undefined
  /** Milliseconds that one attempt may take; 30 000 when left out. */
  readonly timeout?: number | undefined
  /** The language of messages for people; English when left out. */
  readonly language?: 'zh' | 'en' | undefined
}

/** What every helper takes. */
export interface CallOptions {
  /** Ends the call, also while it waits for a token or for its next attempt. */
  readonly signal?: AbortSignal | undefined
}

/** The part of a call's options that concerns the transport. */
export interface CallInit {
  readonly baseUrl?: string | undefined
  readonly fetch?: Fetch | undefined
  readonly headers?: HeadersOptions | undefined
  readonly params?: { readonly path?: object | undefined; readonly query?: object | undefined } | undefined
  readonly body?: unknown
  readonly parseAs?: string | undefined
  readonly redirect?: RequestRedirect | undefined
  readonly signal?: AbortSignal | undefined
}

/** What one API has of its own. */
export interface ApiDescription {
  readonly operations: OperationTable
  /** The media type of the request body, where it is neither a form nor JSON. */
  readonly mediaTypes: Readonly<Record<string, string>>
  /** The GET operations that change something, beside those of the table. */
  readonly unsafeReads?: readonly string[] | undefined
  /** Sent with every call that does not set them itself. */
  readonly headers?: HeadersOptions | undefined
  readonly readFailure?: ReadFailure | undefined
  /** Whether the JSON of a success is what the types promise, as far as that is looked at. */
  readonly keepsPromise?: ((path: string, data: unknown) => boolean) | undefined
}

/** Sends a call by its method and path; what it may be called with is for the contract's types to say. */
export type Call = (method: Method, path: string, init?: CallInit) => Promise<Outcome>

/** What can be put around every call, as openapi-fetch has it. */
export interface MiddlewareHost {
  /**
   * Puts middleware around every call from now on: `onRequest`, `onResponse` and `onError` of openapi-fetch. It stands
   * outside of tokens and repetitions: it sees a call once, without the access token, and the answer that counts.
   */
  use(...middleware: Middleware[]): void
  /** Takes middleware away again. */
  eject(...middleware: Middleware[]): void
}

/** What the typed clients are made of: calls whose types are the contract's business, and addresses. */
export interface Caller extends MiddlewareHost {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Sends a call, with its proof unless it goes to another server. */
  call(method: Method, path: string, init?: CallInit, credential?: Credential<unknown>): Promise<Outcome>
  /** Makes an address that a browser opens itself. */
  url(path: string, query?: object, place?: Readonly<Record<string, string>>): string
}

type LooseCall = (method: string, path: string, init: object) => Promise<Outcome>

const defaultTimeout = 30_000

/**
 * Makes the calls of one server.
 * @throws {TypeError} `baseUrl` is not the address of a server
 */
export function createCaller(options: ClientOptions, api: ApiDescription): Caller {
  const { retry, timeout = defaultTimeout } = options
  const baseUrl = checkedBaseUrl(options.baseUrl)
  const routes = readRoutes(api.operations)
  const { request, use, eject } = createClient({ baseUrl, headers: api.headers })
  const send = request as LooseCall

  /** Whether sending an operation twice changes no more than sending it once (RFC 9110 section 9.2.1). */
  const isSafe = (operation: string) =>
    operation.startsWith('GET ') && !routes.get(operation)?.has('u') && !api.unsafeReads?.includes(operation)

  /** The steps of one call, the outermost first: proof, retries, time limit. */
  const transport = (place: CallPlace, init: CallInit, credential: Credential<unknown> | undefined): Fetch => {
    const fetch = init.fetch ?? options.fetch ?? ((request: Request) => globalThis.fetch(request))
    const { signal } = init
    const sender = sending(fetch, { ...place, timeout, signal, stream: init.parseAs === 'stream' })
    const withRetries = (next: Fetch) => retrying(next, isSafe(place.operation) ? retry : false, signal)
    return credential ? authorizing(sender, withRetries, credential, signal) : withRetries(sender)
  }

  return {
    baseUrl,
    use,
    eject,

    async call(method, path, init = {}, credential) {
      const operation = `${method} ${path}`
      checkPathValues(operation, init.params?.path)
      const server = init.baseUrl === undefined ? baseUrl : checkedBaseUrl(init.baseUrl)
      const place = { operation, url: `${server}${path}` }
      const route = routes.get(operation)
      const format = bodyFormat(route?.has('f'), api.mediaTypes[operation])
      const written = format && {
        bodySerializer: format.serialize,
        ...(format.mediaType && { headers: mergeHeaders({ 'Content-Type': format.mediaType }, init.headers) }),
      }
      // A proof is for this server: a call that is sent elsewhere goes without it.
      const fetch = transport(place, init, init.baseUrl === undefined ? credential : undefined)
      try {
        const outcome = await send(method, path, { ...init, ...written, fetch })
        const { response } = outcome
        rememberOrigin(response, { ...place, readFailure: api.readFailure })
        // An empty text is no JSON (RFC 8259 section 2), and nothing is not what the types promise.
        const isEmpty = response.ok && response.status !== 204 && (outcome.data ?? undefined) === undefined
        if (isEmpty && !route?.has('e')) throw new SyntaxError()
        const isJson = response.ok && (init.parseAs ?? 'json') === 'json'
        if (isJson && api.keepsPromise?.(path, outcome.data) === false) {
          throw new AccountError('the answer is not what the contract has', { ...place, status: response.status })
        }
        return outcome
      } catch (cause) {
        if (!(cause instanceof SyntaxError)) throw cause
        throw new AccountError('the answer is not JSON; parseAs says how else to read it', { ...place, cause })
      }
    },

    url(path, query = {}, place = {}) {
      checkPathValues(path, place)
      const filled = path.replace(/\{(\w+)\}/g, (all: string, name: string) =>
        place[name] === undefined ? all : encodeURIComponent(place[name]),
      )
      const search = formBody(query)
      return `${baseUrl}${filled}${search && `?${search}`}`
    },
  }
}

/** Where a call goes, as errors name it. */
type CallPlace = Pick<AccountError, 'operation' | 'url'>

/**
 * An address resolves `.` and `..` even when they are escaped, and without a value it is another one: in each of these
 * cases the call would reach another operation.
 * @throws {TypeError} one of the values is missing or such a name
 */
function checkPathValues(operation: string, values: object = {}): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') throw new TypeError(`${operation}: ${name} is missing`)
    if (/^\.\.?$/.test(value)) throw new TypeError(`${operation}: ${name} must not be '${value}'`)
  }
}

/** A typed call for each method, all made of one; what each may be called with is for its type to say. */
export function callsByMethod<Calls extends { readonly [_ in Method]?: unknown }>(call: Call): Calls {
  const one = (method: Method) => [method, (path: string, init?: CallInit) => call(method, path, init)] as const
  return Object.fromEntries(methods.map(one)) as Calls
}
