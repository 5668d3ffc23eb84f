import type { components } from '../../generated/account.ts'
import type { Application } from '../db/queries/applications.ts'
import type { DirectServices } from './services.ts'

export type TokenResponse = components['schemas']['TokenResponse']

/** A token request of a client that has authenticated. */
export interface TokenRequest {
  readonly application: Application
  readonly fields: Readonly<Record<string, string | undefined>>
}

/** Answers one grant type. @returns undefined where the engine is to answer */
export interface DirectGrant {
  /** The parameters that it knows, beside those that name grant and client. */
  readonly parameters: readonly string[]
  answer(request: TokenRequest, services: DirectServices): Promise<TokenResponse | undefined>
}
