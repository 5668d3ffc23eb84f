import type { Actor } from '../actor.ts'

/**
 * Looks whether a person is there, once there is a reason to ask. It is looked at before any secret is, so that it tells nothing of
 * one.
 * @throws Failure that says what is wrong with what they gave for it
 */
export type HumanProof = () => Promise<void>

/** Whoever does something that machines like to do often. */
export interface Suspect extends Actor {
  /** Absent where nothing more is asked of whoever is suspicious. */
  readonly human?: HumanProof | undefined
}
