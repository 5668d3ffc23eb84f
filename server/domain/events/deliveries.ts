import { saveAuditEvent } from '../../db/queries/audit.ts'
import {
  callWaitingEvents,
  type DeadLetters,
  type DeliveryFilter,
  type DeliveryRecord,
  dropDeadLetters,
  listDeliveries,
  reviveDeadLetters,
} from '../../db/queries/event-delivery-lists.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'

export type { DeadLetters, DeliveryFilter, DeliveryRecord } from '../../db/queries/event-delivery-lists.ts'

/** The records of what applications were sent: the application's synchronisation record (section 9.4). */
export class Deliveries {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** The latest events, whatever became of them. One statement. */
  list(filter: DeliveryFilter, limit: number): Promise<DeliveryRecord[]> {
    return listDeliveries(this.#db, filter, limit)
  }

  /** Sends dead letters again, in their order, and hurries what waits to be tried again. Six statements. @returns how many */
  resend(by: Actor, letters: DeadLetters): Promise<number> {
    return this.#settle(by, 'event_delivery.resent', letters, reviveDeadLetters)
  }

  /** Gives dead letters up, so that what waits behind them goes on. Six statements. @returns how many */
  drop(by: Actor, letters: DeadLetters): Promise<number> {
    return this.#settle(by, 'event_delivery.dropped', letters, dropDeadLetters)
  }

  #settle(
    by: Actor,
    action: string,
    letters: DeadLetters,
    settle: (trx: Db, letters: DeadLetters) => Promise<number>,
  ): Promise<number> {
    const { clientId, id } = letters
    return transact(this.#db, async (trx) => {
      const count = await settle(trx, letters)
      if (count > 0) {
        await saveAuditEvent(trx, by, action, { type: 'application', id: clientId }, { delivery: id, count })
        await callWaitingEvents(trx, clientId)
      }
      return count
    })
  }
}
