import createClient, { type HeadersOptions, mergeHeaders } from 'openapi-fetch'
import { AccountError } from '../errors.ts'
import { bodyFormat, formBody, isSafe, type OperationTables } from '../routes.ts'
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
  /** The language of messages for people; the server's default when left out. */
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
  readonly params?: { readonly path?: object | undefined } | undefined
  readonly parseAs?: string | undefined
  readonly redirect?: RequestRedirect | undefined
  readonly signal?: AbortSignal | undefined
}

/** What one API has of its own. */
export interface ApiDescription extends OperationTables {
  /** Sent with every call that does not set them itself. */
  readonly headers?: HeadersOptions | undefined
  readonly readFailure?: ReadFailure | undefined
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

export type Method = (typeof methods)[number]

/** What the typed clients are made of: calls whose types are the contract's business, and addresses. */
export interface Caller {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Sends a call, with its proof unless it goes to another server. */
  call(method: Method, path: string, init?: CallInit, credential?: Credential<unknown>): Promise<Outcome>
  /** Makes an address that a browser opens itself. */
  url(path: string, query?: object): string
}

type LooseCall = (method: string, path: string, init: object) => Promise<Outcome>

const defaultTimeout = 30_000

/**
 * Makes the calls of one server.
 * @throws {TypeError} `baseUrl` is not an absolute address
 */
export function createCaller(options: ClientOptions, api: ApiDescription): Caller {
  const { retry, timeout = defaultTimeout } = options
  const baseUrl = new URL(options.baseUrl).href.replace(/\/+$/, '')
  const send = createClient({ baseUrl, headers: api.headers }).request as LooseCall

  /** The steps of one call, the outermost first: proof, retries, time limit. */
  const transport = (operation: string, init: CallInit, credential: Credential<unknown> | undefined): Fetch => {
    const fetch = init.fetch ?? options.fetch ?? ((request: Request) => globalThis.fetch(request))
    const { signal } = init
    const sender = sending(fetch, { operation, timeout, signal, stream: init.parseAs === 'stream' })
    const withRetries = (next: Fetch) => retrying(next, isSafe(api, operation) ? retry : false, signal)
    return credential ? authorizing(sender, withRetries, credential, signal) : withRetries(sender)
  }

  return {
    baseUrl,

    async call(method, path, init = {}, credential) {
      const operation = `${method} ${path}`
      refuseDotSegments(operation, init.params?.path)
      const format = bodyFormat(api, operation)
      const written = format && {
        bodySerializer: format.serialize,
        ...(format.mediaType && { headers: mergeHeaders({ 'Content-Type': format.mediaType }, init.headers) }),
      }
      // A proof is for this server: a call that is sent elsewhere goes without it.
      const fetch = transport(operation, init, init.baseUrl === undefined ? credential : undefined)
      try {
        const outcome = await send(method, path, { ...init, ...written, fetch })
        const { response } = outcome
        rememberOrigin(response, { operation, readFailure: api.readFailure })
        // An empty text is no JSON (RFC 8259 section 2), and nothing is not what the types promise.
        const isEmpty = response.ok && response.status !== 204 && outcome.data === undefined
        if (isEmpty && !api.emptyAnswers?.includes(operation)) throw new SyntaxError()
        return outcome
      } catch (cause) {
        if (!(cause instanceof SyntaxError)) throw cause
        const message = `${operation}: the answer is not JSON; parseAs says how else to read it`
        throw new AccountError(message, { operation, cause })
      }
    },

    url(path, query = {}) {
      const search = formBody(query)
      return `${baseUrl}${path}${search && `?${search}`}`
    },
  }
}

/**
 * An address resolves `.` and `..` even when they are escaped: as values in the path they would lead to another operation.
 * @throws {TypeError} one of the values is such a name
 */
function refuseDotSegments(operation: string, values: object = {}): void {
  for (const [name, value] of Object.entries(values)) {
    if (/^\.\.?$/.test(value)) throw new TypeError(`${operation}: ${name} must not be '${value}'`)
  }
}

/** A typed call for each method, all made of one; what each may be called with is for its type to say. */
export function callsByMethod<Calls extends { readonly [_ in Method]?: unknown }>(
  call: (method: Method, path: string, init?: CallInit) => Promise<Outcome>,
): Calls {
  const one = (method: Method) => [method, (path: string, init?: CallInit) => call(method, path, init)] as const
  return Object.fromEntries(methods.map(one)) as Calls
}
