import type { Client, ClientPathsWithMethod, FetchOptions, FetchResponse, ParseAs } from 'openapi-fetch'
import type { paths } from './generated/account.ts'

type Method = 'get' | 'post' | 'delete'

/** The paths of the contract that have the method. */
export type PathsOf<M extends Method> = ClientPathsWithMethod<Client<paths>, M> & keyof paths

type OperationOf<Path extends keyof paths, M extends Method> = paths[Path][M] & Record<string | number, unknown>

/** The answer of an operation that succeeds. */
export type AnswerOf<Path extends keyof paths, M extends Method> = NonNullable<
  FetchResponse<OperationOf<Path, M>, { parseAs: 'json' }, `${string}/${string}`>['data']
>

/** The query of a GET operation; never where it has none. */
export type QueryOf<Path extends PathsOf<'get'>> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never

/** What an operation is called with: `params`, `body`, and how it is sent (`signal`, `headers`, …). */
type InitOf<Path extends keyof paths, M extends Method, As extends ParseAs> = Omit<
  FetchOptions<OperationOf<Path, M>>,
  'parseAs'
> & { parseAs?: As }

/**
 * Calls an operation by its path. As openapi-fetch has it, but strict: a name that the contract does not have is a
 * compile error even beside right ones, where openapi-fetch lets a misspelt optional parameter pass.
 */
export type TypedCall<M extends Method> = <Path extends PathsOf<M>, As extends ParseAs = 'json'>(
  path: Path,
  ...init: Record<never, never> extends InitOf<Path, M, As> ? [init?: InitOf<Path, M, As>] : [init: InitOf<Path, M, As>]
) => Promise<FetchResponse<OperationOf<Path, M>, { parseAs: As }, `${string}/${string}`>>
