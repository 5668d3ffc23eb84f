import { deleteMessage, findMessage } from '../../db/queries/messages.ts'
import type { Db } from '../../db/schema.ts'
import type { Logger } from '../../log/log.ts'
import { type Connector, type Connectors, DeliveryError } from './connectors.ts'
import { type Channel, openMessage } from './message.ts'
import { textOf } from './texts.ts'

/** Sends what was posted; `Messages` says when. */
export class Delivery {
  readonly #db: Db
  readonly #key: Buffer
  readonly #connectors: Connectors
  readonly #log: Logger

  constructor({ db, key, connectors, log }: { db: Db; key: Buffer; connectors: Connectors; log: Logger }) {
    this.#db = db
    this.#key = key
    this.#connectors = connectors
    this.#log = log
  }

  /**
   * Sends one message and forgets it. One that nobody wants any more, and one that will never be taken, is forgotten unsent.
   * Two statements.
   * @throws DeliveryError when it is worth another attempt
   */
  async deliver(id: string): Promise<void> {
    const row = await findMessage(this.#db, id)
    if (!row) return
    const message = openMessage(this.#key, row.sealed)
    const { channel, purpose } = message
    try {
      if (row.expired) this.#log.warn({ channel, purpose }, 'a message expired before it could be sent')
      else if (!message.silent) await this.#connector(channel).send(message, textOf(message))
    } catch (error) {
      if (!(error instanceof DeliveryError && error.permanent)) throw error
      this.#log.error({ err: error, channel, purpose }, 'a message cannot be sent')
    }
    await deleteMessage(this.#db, id)
  }

  #connector(channel: Channel): Connector {
    const connector = this.#connectors[channel]
    if (!connector) throw new DeliveryError(`there is no way to send ${channel} any more`, { permanent: true })
    return connector
  }
}
