import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import {
  insertSignInState,
  type NewSignInState,
  replaceSignInState,
  type SignInState,
  takeSignInState,
} from '../../db/queries/sign-in-states.ts'
import type { Db, SignInStep } from '../../db/schema.ts'
import { refuse } from '../failure.ts'

/** How long a sign-in waits for its next step, in seconds: a captcha and an SMS come in between. */
const stateSeconds = 15 * 60

/** Where a sign-in goes on: nobody else can go on with it. */
export interface SignInPlace {
  /** The application that it is for; null for a page of ours. */
  readonly clientId: string | null
  /** The device, as its application says what it is, or the browser and what it was asked for there. */
  readonly fingerprint: string
}

/** A sign-in that waits for its next step, and the token that the step has brought. */
export interface WaitingSignIn extends SignInState {
  readonly token: string
}

/** Tokens of steps are no ids of a browser's session, whatever is put into its cookie. */
export const tokenHash = (token: string) => sha256(`app ${token}`)

/** Whose a token has to be. */
export function holderOf<Id extends string | null>(
  token: string,
  { clientId, fingerprint }: { readonly clientId: Id; readonly fingerprint: string },
): { tokenHash: Buffer; clientId: Id; deviceHash: Buffer } {
  return { tokenHash: tokenHash(token), clientId, deviceHash: sha256(fingerprint) }
}

/** Lets a sign-in wait for its next step. One statement. @returns the token that the step has to bring */
export async function letWait(db: Db, place: SignInPlace, state: NewSignInState): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await insertSignInState(db, holderOf(token, place), state, stateSeconds)
  return token
}

/** The same in place of what the person waits for there already. One statement. @returns the token that the step has to bring */
export async function letWaitAnew(db: Db, place: SignInPlace, state: NewSignInState): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await replaceSignInState(db, holderOf(token, place), state, stateSeconds)
  return token
}

/**
 * Ends the waiting within a transaction, for the one that goes on with it. One statement.
 * @throws Failure state_token_invalid when another was faster, or it waits for another step
 */
export async function takeWaiting(
  trx: Db,
  place: SignInPlace,
  { token }: WaitingSignIn,
  steps: readonly SignInStep[],
): Promise<SignInState> {
  return (await takeSignInState(trx, holderOf(token, place), steps)) ?? refuse('state_token_invalid')
}
