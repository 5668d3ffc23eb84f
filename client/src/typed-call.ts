import type { Client, ClientPathsWithMethod, FetchOptions, FetchResponse, ParseAs } from 'openapi-fetch'

/** The methods of the contracts, as they are written there. */
export type Method = 'get' | 'post' | 'put' | 'delete'

/** The paths of a contract that have the method. */
export type PathsOf<Paths extends object, M extends Method> = ClientPathsWithMethod<Client<Paths>, M> & keyof Paths

type OperationOf<Paths, Path extends keyof Paths, M extends Method> = Paths[Path] extends { [_ in M]: infer Operation }
  ? Operation & Record<string | number, unknown>
  : never

/** The answer of an operation that succeeds. */
export type AnswerOf<Paths, Path extends keyof Paths, M extends Method> = NonNullable<
  FetchResponse<OperationOf<Paths, Path, M>, { parseAs: 'json' }, `${string}/${string}`>['data']
>

/** The query of an operation; never where it has none. */
export type QueryOf<Paths, Path extends keyof Paths, M extends Method = 'get'> = Paths[Path] extends {
  [_ in M]: { parameters: { query?: infer Query } }
}
  ? NonNullable<Query>
  : never

/** The body of an operation. */
export type BodyOf<Paths, Path extends keyof Paths, M extends Method> = NonNullable<
  FetchOptions<OperationOf<Paths, Path, M>>['body']
>

/** What an operation is called with: `params`, `body`, and how it is sent (`signal`, `headers`, …). */
export type InitOf<Paths, Path extends keyof Paths, M extends Method, As extends ParseAs> = Omit<
  FetchOptions<OperationOf<Paths, Path, M>>,
  'parseAs'
> & { parseAs?: As }

/** What a call gives. */
export type CallResult<Paths, Path extends keyof Paths, M extends Method, As extends ParseAs> = Promise<
  FetchResponse<OperationOf<Paths, Path, M>, { parseAs: As }, `${string}/${string}`>
>

/**
 * Calls an operation by its path. As openapi-fetch has it, but strict: a name that the contract does not have is a
 * compile error even beside right ones, where openapi-fetch lets a misspelt optional parameter pass.
 */
export type TypedCall<Paths extends object, M extends Method> = <
  Path extends PathsOf<Paths, M>,
  As extends ParseAs = 'json',
>(
  path: Path,
  ...init: Record<never, never> extends InitOf<Paths, Path, M, As>
    ? [init?: InitOf<Paths, Path, M, As>]
    : [init: InitOf<Paths, Path, M, As>]
) => CallResult<Paths, Path, M, As>
