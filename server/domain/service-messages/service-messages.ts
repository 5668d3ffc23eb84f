import { v7 as newId } from 'uuid'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import { insertServiceMessage, type MessageRetention } from '../../db/queries/service-messages.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { refuse } from '../failure.ts'

/** The contract says it in words. */
const retention: MessageRetention = { seconds: 7 * 24 * 60 * 60, perUser: 1_000 }

const gone = conflict({ message_counters_user_id_fkey: 'user_not_found' })

/** What is pushed to a user. */
export interface Push {
  readonly userId: string
  readonly type: string
  /** A JSON text. */
  readonly content: string
}

/** The messages that applications push to users. */
export class ServiceMessages {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * Keeps a message for a user; the database tells every server that listens to it. What it says is not written down anywhere
   * else. Four statements.
   * @returns the id of the message
   * @throws Failure user_not_found, message_content_invalid
   */
  async push(by: Actor & { readonly clientId: string }, { userId, type, content }: Push): Promise<string> {
    if (!isJson(content)) refuse('message_content_invalid')
    const id = newId()
    await transact(this.#db, async (trx) => {
      const message = { id, userId, clientId: by.clientId, type, content }
      if (!(await insertServiceMessage(trx, message, retention).catch(gone))) refuse('user_not_found')
      await saveAuditEvent(trx, by, 'message.pushed', { type: 'user', id: userId }, { message: id, type })
    })
    return id
  }
}

/** Half a surrogate pair would be kept as another character (RFC 8259 section 8.2). */
function isJson(text: string): boolean {
  if (!text.isWellFormed()) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
