import { v7 as newId } from 'uuid'
import { insertMessage, listMessages, trimMessages } from '../../db/queries/messages.ts'
import type { Db } from '../../db/schema.ts'
import type { Jobs } from '../jobs.ts'
import type { Connectors } from './connectors.ts'
import { type Channel, type Message, openMessage, sealMessage } from './message.ts'

/** The queues that messages are sent from: one for each channel, so that a provider who is slow holds up its own alone. */
export const messageQueues = { mail: 'messages', sms: 'messages-sms' } as const satisfies Record<Channel, string>
/** How many messages demo mode keeps. */
const mostKept = 200

/** A message that demo mode kept. */
export interface KeptMessage extends Message {
  readonly at: Date
}

/** What messages are made with. */
export interface MessageSettings {
  readonly db: Db
  /** What they are encrypted under until they are sent. */
  readonly key: Buffer
  readonly jobs: Jobs
  readonly connectors: Connectors
  /** Demo mode: messages are kept and shown, and sent nowhere. */
  readonly keep: boolean
}

/** Messages to people, by SMS and mail. */
export class Messages {
  readonly #settings: MessageSettings

  constructor(settings: MessageSettings) {
    this.#settings = settings
  }

  /** The ways in which messages reach people here. */
  channels(): readonly Channel[] {
    const { keep, connectors } = this.#settings
    return (['sms', 'mail'] as const).filter((channel) => keep || connectors[channel] !== undefined)
  }

  /**
   * Posts a message with the transaction of what it is about: it is sent by a job once that commits, and never when it does not.
   * Two statements.
   * @param seconds after which it is not sent any more
   */
  async post(trx: Db, message: Message, seconds: number): Promise<void> {
    const { key, jobs, keep } = this.#settings
    const id = newId()
    await insertMessage(trx, { id, sealed: sealMessage(key, message), seconds })
    if (keep) await trimMessages(trx, mostKept)
    else await jobs.send(trx, messageQueues[message.channel], { id })
  }

  /** What demo mode kept, the newest first. One statement. */
  async kept(): Promise<KeptMessage[]> {
    const { db, key } = this.#settings
    const rows = await listMessages(db, mostKept)
    return rows
      .map(({ sealed, createdAt }) => ({ ...openMessage(key, sealed), at: createdAt }))
      .filter(({ silent }) => !silent)
  }
}
