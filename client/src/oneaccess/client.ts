import { mergeHeaders } from 'openapi-fetch'
import type { OneAccessMethods } from '../generated/oneaccess-methods.ts'
import { operationTable, otherMediaTypes } from '../generated/oneaccess-operations.ts'
import { namedMethods } from '../named-call.ts'
import type { Paging } from '../pages.ts'
import { type Method, readRoutes } from '../routes.ts'
import type { Credential } from '../transport/authorize.ts'
import {
  type CallInit,
  type ClientOptions,
  callsByMethod,
  createCaller,
  type MiddlewareHost,
} from '../transport/caller.ts'
import type { PathsOf, QueryOf } from '../typed-call.ts'
import { unwrap } from '../unwrap.ts'
import { readOneAccessFailure } from './error.ts'
import { type Application, type Device, headersFor, headersOf } from './headers.ts'
import { type ManagementCredentials, managementToken } from './management-token.ts'
import { oneAccessPaging } from './pages.ts'
import { type SessionTokenSource, sessionSignature } from './session-signature.ts'
import type { ClientPaths, OneAccessCall, UserProof } from './types.ts'

/** The server, who calls it, and how it is talked to. */
export interface OneAccessClientOptions extends ClientOptions {
  /** For the management interfaces (`/api/v2/tenant`): the client asks for their access token by itself. */
  readonly management?: ManagementCredentials | undefined
  /** For the user interfaces (`/api/v2/sdk`): which application calls. */
  readonly application?: Application | undefined
  /** For the user interfaces: the user's device. A call for another device sets the headers itself. */
  readonly device?: Device | undefined
  /** The session token of the signed-in user, or what gives it: asked before each call that has to be signed. */
  readonly sessionToken?: string | SessionTokenSource | undefined
}

/**
 * The OneAccess API: one typed call per operation, by its name (`client.users.create`) and by method and path
 * (`client.POST('/api/v2/tenant/users')`).
 */
export interface OneAccessClient extends OneAccessMethods, MiddlewareHost {
  /** Calls a GET operation of the contract. */
  readonly GET: OneAccessCall<'get'>
  /** Calls a POST operation of the contract. */
  readonly POST: OneAccessCall<'post'>
  /** Calls a PUT operation of the contract. */
  readonly PUT: OneAccessCall<'put'>
  /** Calls a DELETE operation of the contract. */
  readonly DELETE: OneAccessCall<'delete'>
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** How this API gives its lists in pages. */
  readonly paging: Paging
  /** Makes the address of an operation that a browser opens itself: CAS, SAML, OAuth, logout. */
  url<Path extends PathsOf<ClientPaths, 'get'>>(path: Path, query?: QueryOf<ClientPaths, Path>): string
}

/**
 * Reads that use something up: sent again, they would fail although the first one was heard. The contract has no word
 * for it; a test holds the list to the operations' names.
 */
const unsafeReads = [
  '/api/v1/cas/validate',
  '/api/v1/cas/serviceValidate',
  '/api/v1/cas/p3/serviceValidate',
  '/api/v2/sdk/logout',
  '/api/v2/sdk/pwd/skip-update',
] as const satisfies readonly PathsOf<ClientPaths, 'get'>[]

const api = {
  operations: operationTable,
  mediaTypes: otherMediaTypes,
  unsafeReads: unsafeReads.map((path) => `GET ${path}`),
  readFailure: readOneAccessFailure,
}

const tokenPath = '/api/v2/tenant/token'

/**
 * Makes a client of the OneAccess API.
 *
 * Named methods resolve to the data or throw a typed error. Calls by path resolve to `{ data, error, response }` as
 * openapi-fetch has it; `unwrap` turns that into the same.
 * @throws {SignInRequiredError} from calls: the operation needs a session token and there is none
 * @throws {ConnectionError} from calls: no answer
 * @throws {TimeoutError} from calls: no answer in time
 * @throws {TypeError} `baseUrl` is not the address of a server
 */
export function createOneAccessClient(options: OneAccessClientOptions): OneAccessClient {
  const { management, language = 'en' } = options
  const { baseUrl, url, use, eject, ...caller } = createCaller(options, api)
  const routes = readRoutes(operationTable)

  const call = async (method: Method, path: string, init: CallInit & UserProof = {}) => {
    const { sessionToken, accessToken, stateToken, ...rest } = init
    const headers = mergeHeaders(
      headersFor(path, { ...options, language }),
      { 'X-state-token': stateToken, Authorization: accessToken && `Bearer ${accessToken}` },
      init.headers,
    )
    // What these operations are told is for this server alone; what redirects is opened by a browser (`url`).
    const { redirect = 'manual' } = init
    return caller.call(method, path, { ...rest, redirect, headers }, credential(method, path, sessionToken))
  }

  const client = callsByMethod<Pick<OneAccessClient, 'GET' | 'POST' | 'PUT' | 'DELETE'>>(call)

  const ownToken =
    management &&
    managementToken(baseUrl, () =>
      unwrap(
        client.POST(tokenPath, {
          body: {
            grant_type: 'client_credentials',
            client_id: management.clientId,
            client_secret: management.clientSecret,
          },
        }),
      ),
    )

  const sign = sessionSignature({
    headersOf,
    serverTime: async (headers) => (await unwrap(client.GET('/api/v2/sdk/server-date', { headers }))).timestamp,
    publicKey: async (headers) => (await unwrap(client.GET('/api/v2/sdk/public-key', { headers }))).public_key,
  })
  const ownSession: SessionTokenSource = () =>
    typeof options.sessionToken === 'function' ? options.sessionToken() : options.sessionToken

  /** What proves who asks, where an operation wants that. */
  const credential = (
    method: Method,
    path: string,
    sessionToken: string | undefined,
  ): Credential<unknown> | undefined => {
    const operation = `${method} ${path}`
    if (routes.get(operation)?.has('s')) {
      return sign({ operation, url: baseUrl + path }, sessionToken === undefined ? ownSession : () => sessionToken)
    }
    const isManagement = path.startsWith('/api/v2/tenant/') && operation !== `POST ${tokenPath}`
    return isManagement ? ownToken : undefined
  }

  return {
    ...client,
    ...namedMethods<OneAccessMethods>(operationTable, { call, url, paging: oneAccessPaging }),
    baseUrl,
    paging: oneAccessPaging,
    url,
    use,
    eject,
  }
}
