import type { Message } from './message.ts'
import type { MessageText } from './texts.ts'

/** Hands messages of one channel to whoever carries them. */
export interface Connector {
  /** @throws DeliveryError */
  send(message: Message, text: MessageText): Promise<void>
}

/** The connectors of an installation; what is absent is not configured. */
export interface Connectors {
  readonly mail?: Connector | undefined
  readonly sms?: Connector | undefined
}

/** A message that was not taken. It is logged and kept with the job, so it names neither the recipient nor the text. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  /** Whether another attempt would fail as well. */
  readonly permanent: boolean

  constructor(message: string, { permanent }: { permanent: boolean }) {
    super(message)
    this.permanent = permanent
  }
}
