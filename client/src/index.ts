export {
  type AccountClient,
  type AccountClientOptions,
  createAccountClient,
  type EndSessionOptions,
  type TokenCallOptions,
} from './account-client.ts'
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
export type { components, operations, paths } from './generated/account.ts'
export { type PagedItem, type PagedPath, type PaginateOptions, paginate } from './paginate.ts'
export type { CallOptions, ClientOptions } from './transport/caller.ts'
export type { RetryOptions } from './transport/retry.ts'
export type { Fetch } from './transport/send.ts'
export { type Outcome, type Unwrapped, unwrap } from './unwrap.ts'
