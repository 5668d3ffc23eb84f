import type { User } from '../../db/queries/users.ts'
import type { Actor } from '../actor.ts'
import type { Failure } from '../failure.ts'

/** Whoever calls for an OEM client. */
export type OemActor = Actor & { readonly clientId: string }

/** What came of one user of a list: the user, or why not and whom it was about. */
export type OemResult =
  | { readonly failure: null; readonly user: User }
  | { readonly failure: Failure; readonly user: User | null }
