import type { ParseAs } from 'openapi-fetch'
import type { paths } from '../generated/oneaccess.ts'
import type { SessionOperation, StateOperation } from '../generated/oneaccess-operations.ts'
import type { CallResult, InitOf, Method, PathsOf } from '../typed-call.ts'

/** An operation whose headers the client sends by itself: a call may still set them. */
type WithOwnHeaders<Operation> = Operation extends { parameters: { header?: infer Header } & infer Parameters }
  ? Omit<Operation, 'parameters'> & {
      parameters: Omit<Parameters, 'header'> & { header?: Partial<NonNullable<Header>> }
    }
  : Operation

/** The paths of the contract as this client calls them. */
export type ClientPaths = {
  [Path in keyof paths]: { [Key in keyof paths[Path]]: WithOwnHeaders<paths[Path][Key]> }
}

/** What a call proves by itself, beside what the client proves for it. */
export interface UserProof {
  /** The user's session token, of which `X-signature` is made; the client's when left out. */
  readonly sessionToken?: string | undefined
  /** The state token of the login step before. */
  readonly stateToken?: string | undefined
  /** An access token of `/api/v1/oauth2/token`, for the user information. */
  readonly accessToken?: string | undefined
}

/** For an operation of a signed-in user. */
export type SessionTokenOption = Pick<UserProof, 'sessionToken'>

/** For an operation in the middle of a sign-in: only the state token cannot come from elsewhere. */
export interface StateTokenOption {
  readonly stateToken: string
}

/** For the user information. */
export type AccessTokenOption = Pick<UserProof, 'accessToken'>

/** The proofs that an operation takes. */
type ProofOf<Operation extends string> = Operation extends StateOperation
  ? StateTokenOption
  : Operation extends SessionOperation
    ? SessionTokenOption
    : Operation extends 'GET /api/v1/oauth2/userinfo' | 'POST /api/v1/oauth2/userinfo'
      ? AccessTokenOption
      : unknown

type OneAccessInit<Path extends keyof ClientPaths, M extends Method, As extends ParseAs> = InitOf<
  ClientPaths,
  Path,
  M,
  As
> &
  ProofOf<`${Uppercase<M>} ${Path}`>

/** Calls an operation by its path; a name that the contract does not have is a compile error. */
export type OneAccessCall<M extends Method> = <Path extends PathsOf<ClientPaths, M>, As extends ParseAs = 'json'>(
  path: Path,
  ...init: Record<never, never> extends OneAccessInit<Path, M, As>
    ? [init?: OneAccessInit<Path, M, As>]
    : [init: OneAccessInit<Path, M, As>]
) => CallResult<ClientPaths, Path, M, As>
