export type { Middleware } from 'openapi-fetch'
export {
  type AccountClient,
  type AccountClientOptions,
  createAccountClient,
  type EndSessionOptions,
  type TokenCallOptions,
} from './account-client.ts'
export type { PagedItem, PagedPath } from './account-pages.ts'
export type { Auth, AuthContext, RequestToken } from './auth/auth.ts'
export {
  type AuthorizationCode,
  type AuthorizationCodeOptions,
  authorizationCode,
  type PendingSignIn,
  type SignInParameters,
} from './auth/authorization-code.ts'
export { type ClientCredentialsOptions, clientCredentials } from './auth/client-credentials.ts'
export type { DeviceSignIn } from './auth/device.ts'
export { type PasswordOptions, password } from './auth/password.ts'
export { type RefreshTokenOptions, refreshToken, type StoredTokensOptions, storedTokens } from './auth/stored-tokens.ts'
export type { ClientAuthentication, Grant } from './auth/token-request.ts'
export type { TokenSet } from './auth/token-set.ts'
export { type BulkItem, type ItemFailure, type ItemSuccess, splitItems } from './bulk.ts'
export { type EncryptPasswordOptions, encryptPassword, type PasswordPadding } from './encrypt-password.ts'
export {
  AccountError,
  ConnectionError,
  EnvelopeError,
  type FailureDetails,
  InvalidCallbackError,
  OAuthError,
  type OAuthErrorCode,
  type ReturnCode,
  type ReturnCodeSymbol,
  SignInRequiredError,
  TimeoutError,
} from './errors.ts'
export { EventError, type EventErrorCode } from './events/event-error.ts'
export type { EventContext, EventHandlers, EventMessages, EventResult, EventType } from './events/messages.ts'
export { createEventReceiver, type EventReceiver, type EventReceiverOptions } from './events/receiver.ts'
export type { components, operations, paths } from './generated/account.ts'
export type { AccountMethods } from './generated/account-methods.ts'
export type {
  components as OneAccessComponents,
  operations as OneAccessOperations,
  paths as OneAccessPaths,
} from './generated/oneaccess.ts'
export type { OneAccessMethods } from './generated/oneaccess-methods.ts'
export type { NamedOptions } from './named-call.ts'
export { createOneAccessClient, type OneAccessClient, type OneAccessClientOptions } from './oneaccess/client.ts'
export { OneAccessError, type OneAccessErrorCode } from './oneaccess/error.ts'
export type { Application, Device } from './oneaccess/headers.ts'
export type { ManagementCredentials } from './oneaccess/management-token.ts'
export type { OneAccessPagedItem, OneAccessPagedPath } from './oneaccess/pages.ts'
export type { SessionTokenSource } from './oneaccess/session-signature.ts'
export { type SignSessionTokenOptions, signSessionToken } from './oneaccess/sign-session-token.ts'
export type { Page, PageQuery, Pages, Paging } from './pages.ts'
export { type OneAccessPaginateOptions, type PaginateOptions, paginate, paginateOneAccess } from './paginate.ts'
export type { CallOptions, ClientOptions, MiddlewareHost } from './transport/caller.ts'
export type { RetryOptions } from './transport/retry.ts'
export type { Fetch } from './transport/send.ts'
export { type Outcome, type Unwrapped, unwrap } from './unwrap.ts'
export { type UserMessage, type UserMessagesOptions, userMessages } from './user-messages.ts'
