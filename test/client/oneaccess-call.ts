import type { OneAccessClient } from '../../client/src/index.ts'
import type { operations } from '../../generated/operations.ts'

type Policies = typeof operations

/** The operations that are the browser's, though they may answer a page. */
type Browsers = `/api/v1/oauth2/authorize${string}`

/** The operations below a path that a program calls: those that only redirect are for the browser. */
export type CalledOperation<Below extends string> = {
  [Id in keyof Policies]: Policies[Id] extends { api: 'oneaccess'; path: `${Below}${string}` }
    ? [Extract<Policies[Id]['responses'][number], `2${string}`>] extends [never]
      ? never
      : Policies[Id]['path'] extends Browsers
        ? never
        : Id
    : never
}[keyof Policies]

/** What some calls prove by themselves. */
export interface Proofs {
  readonly stateToken: string
  readonly accessToken: string
}

/** A call for each operation below a path. */
export type Calls<Below extends string> = {
  readonly [Id in CalledOperation<Below>]: (client: OneAccessClient, proofs: Proofs) => Promise<unknown>
}
