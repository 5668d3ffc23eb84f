import { sha256 } from '../../crypto/hash.ts'
import type { AppSessionHolder } from '../../db/queries/app-sessions.ts'
import type { Actor } from '../actor.ts'
import type { Device } from '../captchas/captchas.ts'

/** Who signs in with an app: on which device, from where. */
export interface AppVisitor extends Omit<Actor, 'clientId'>, Device {
  readonly address: string
  readonly requestId: string
  /** As the app names itself and its device. */
  readonly userAgent: string
}

/** Whose a token has to be. */
export function holderOf(token: string, { clientId, fingerprint }: Device): AppSessionHolder {
  return { tokenHash: tokenHash(token), clientId, deviceHash: sha256(fingerprint) }
}

/** Tokens of apps are no ids of a browser's session, whatever is put into its cookie. */
export const tokenHash = (token: string) => sha256(`app ${token}`)
