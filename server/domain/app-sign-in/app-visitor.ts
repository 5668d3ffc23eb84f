import type { Actor } from '../actor.ts'
import type { Device } from '../captchas/captchas.ts'

/** Who signs in with an app: on which device, from where. */
export interface AppVisitor extends Omit<Actor, 'clientId'>, Device {
  readonly address: string
  readonly requestId: string
  /** As the app names itself and its device. */
  readonly userAgent: string
}
