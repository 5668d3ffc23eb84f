import { accountPaging } from './account-pages.ts'
import type { Auth, RequestToken } from './auth/auth.ts'
import { type DeviceSignIn, deviceSignIn } from './auth/device.ts'
import { authenticateClient, type ClientAuthentication } from './auth/token-request.ts'
import { toTokenSet } from './auth/token-set.ts'
import { placeOf } from './errors.ts'
import type { components, operations, paths } from './generated/account.ts'
import type { AccountMethods } from './generated/account-methods.ts'
import { operationTable, otherMediaTypes } from './generated/account-operations.ts'
import { namedMethods } from './named-call.ts'
import type { Paging } from './pages.ts'
import { readRoutes } from './routes.ts'
import { bearer } from './transport/authorize.ts'
import {
  type Call,
  type CallOptions,
  type ClientOptions,
  callsByMethod,
  createCaller,
  type MiddlewareHost,
} from './transport/caller.ts'
import type { PathsOf, QueryOf, TypedCall } from './typed-call.ts'
import { isAccountAnswer, unwrap } from './unwrap.ts'

/** The server and how it is talked to. */
export interface AccountClientOptions extends ClientOptions {
  /** Where access tokens come from; without it only public operations and those with a client's own proof work. */
  readonly auth?: Auth | undefined
}

/** Which token, and which client asks. */
export interface TokenCallOptions extends ClientAuthentication, CallOptions {
  readonly token: string
  /** What kind of token it probably is. */
  readonly tokenTypeHint?: 'access_token' | 'refresh_token' | undefined
}

/** A sign-out (RP-Initiated Logout 1.0). */
export interface EndSessionOptions {
  /** The id token of the user who signs out; without it the page asks first. */
  readonly idTokenHint?: string | undefined
  /** Where the browser goes afterwards; must be registered. */
  readonly postLogoutRedirectUri?: string | undefined
  /** Returned to that address unchanged. */
  readonly state?: string | undefined
  /** The client, when there is no id token at hand. */
  readonly clientId?: string | undefined
}

type EndSessionQuery = NonNullable<operations['endSession']['parameters']['query']>

/**
 * The Account API: one typed call per operation, by its name (`client.users.create`) and by method and path
 * (`client.POST('/api/v1.0/users/inviteUsers')`), and helpers for the protocol endpoints.
 */
export interface AccountClient extends AccountMethods, MiddlewareHost {
  /** Calls a GET operation of the contract. */
  readonly GET: TypedCall<paths, 'get'>
  /** Calls a POST operation of the contract. */
  readonly POST: TypedCall<paths, 'post'>
  /** Calls a DELETE operation of the contract. */
  readonly DELETE: TypedCall<paths, 'delete'>
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** How this API gives its lists in pages. */
  readonly paging: Paging
  /** Makes the address of an operation that a browser opens itself. */
  url<Path extends PathsOf<paths, 'get'>>(path: Path, query?: QueryOf<paths, Path>): string
  /** Reads the provider's metadata. Read it once and keep it. */
  discovery(options?: CallOptions): Promise<components['schemas']['ServiceConfiguration']>
  /** Asks the token endpoint for tokens. */
  readonly requestToken: RequestToken
  /**
   * Reads the state of a token (RFC 7662).
   * @throws {OAuthError} the client could not be authenticated
   */
  introspect(options: TokenCallOptions): Promise<components['schemas']['Introspection']>
  /**
   * Ends a token (RFC 7009): a refresh token with everything issued from it. An unknown token is no failure.
   * @throws {OAuthError} the client could not be authenticated
   */
  revoke(options: TokenCallOptions): Promise<void>
  /**
   * Starts a sign-in on a device without keyboard or browser (RFC 8628).
   * @throws {OAuthError} the client is unknown or may not do this
   */
  deviceAuthorization(
    options: ClientAuthentication & CallOptions & { readonly scope?: string | undefined },
  ): Promise<DeviceSignIn>
  /** Makes the address that signs the user out in the browser that opens it. */
  endSessionUrl(options?: EndSessionOptions): string
}

/**
 * Makes a client of the Account API.
 *
 * Named methods resolve to the data or throw a typed error. Calls by path resolve to `{ data, error, response }` as
 * openapi-fetch has it; `unwrap` turns that into the same.
 * @throws {ConnectionError} from calls: no answer
 * @throws {TimeoutError} from calls: no answer in time
 * @throws {TypeError} `baseUrl` is not the address of a server
 */
export function createAccountClient(options: AccountClientOptions): AccountClient {
  const { auth, language = 'en' } = options
  const { baseUrl, url, use, eject, ...caller } = createCaller(options, {
    operations: operationTable,
    mediaTypes: otherMediaTypes,
    headers: { 'Accept-Language': language },
    keepsPromise: isAccountAnswer,
  })
  const routes = readRoutes(operationTable)

  const call: Call = (method, path, init) => {
    const takesToken = routes.get(`${method} ${path}`)?.has('t')
    const token = auth && takesToken ? bearer((rejected) => auth({ baseUrl, requestToken, rejected })) : undefined
    return caller.call(method, path, init, token)
  }

  const client = callsByMethod<Pick<AccountClient, 'GET' | 'POST' | 'DELETE'>>(call)

  /** What a form is sent with that carries the client's own proof. */
  const proved = async <Form extends object>(application: ClientAuthentication, form: Form, signal?: AbortSignal) => {
    const { fields, headers } = await authenticateClient(application)
    return { body: { ...form, ...fields }, headers, redirect, signal }
  }

  const requestToken: RequestToken = async (grant, application, { signal } = {}) =>
    toTokenSet(
      await unwrap(client.POST('/connect/token', await proved(application, grant, signal))),
      placeOf(baseUrl, 'POST /connect/token'),
    )

  const tokenCall = ({ token, tokenTypeHint, signal, ...application }: TokenCallOptions) =>
    proved(application, { token, token_type_hint: tokenTypeHint }, signal)

  return {
    ...client,
    ...namedMethods<AccountMethods>(operationTable, { call, url, paging: accountPaging }),
    baseUrl,
    paging: accountPaging,
    url,
    use,
    eject,
    requestToken,
    discovery: ({ signal } = {}) => unwrap(client.GET('/.well-known/openid-configuration', { signal })),
    introspect: async (request) => unwrap(client.POST('/connect/introspect', await tokenCall(request))),
    async revoke(request) {
      await unwrap(client.POST('/connect/revocation', await tokenCall(request)))
    },
    async deviceAuthorization({ scope, signal, ...application }) {
      const request = await proved(application, { scope }, signal)
      const answer = await unwrap(client.POST('/connect/deviceauthorization', request))
      return deviceSignIn(answer, { requestToken, client: application })
    },
    endSessionUrl({ idTokenHint, postLogoutRedirectUri, state, clientId } = {}) {
      const query: EndSessionQuery = {
        id_token_hint: idTokenHint,
        post_logout_redirect_uri: postLogoutRedirectUri,
        state,
        client_id: clientId,
      }
      return url('/connect/endsession', query)
    },
  }
}

/** Secrets are not sent on to wherever a redirect points; an edge runtime knows no `error` mode. */
const redirect: RequestRedirect = 'manual'
