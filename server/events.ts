import { EventPost } from './connectors/events/post.ts'
import { deriveKey } from './crypto/encryption.ts'
import type { Db } from './db/schema.ts'
import { Callbacks, CallbackVault } from './domain/events/callbacks.ts'
import { Deliveries } from './domain/events/deliveries.ts'
import { EventDispatcher } from './domain/events/dispatcher.ts'
import type { Logger } from './log/log.ts'

/** What the events of applications are made from. */
export interface EventSettings {
  readonly db: Db
  /** The installation's secret. */
  readonly secret: Buffer
  readonly log: Logger
  /** Where events may be sent beside public addresses. */
  readonly networks: readonly string[]
  /** How long an application may take to answer, in milliseconds. */
  readonly patience?: number | undefined
}

/** Tells applications of changes. The server and the command that sets it up have the same. */
export interface Events {
  readonly callbacks: Callbacks
  readonly deliveries: Deliveries
  readonly dispatcher: EventDispatcher
}

/** Makes what tells applications of changes; nothing is sent before the dispatcher is told to look. */
export function createEvents({ db, secret, log, networks, patience }: EventSettings): Events {
  const vault = new CallbackVault(deriveKey(secret, 'event-callbacks'))
  const transport = new EventPost(networks, patience)
  return {
    callbacks: new Callbacks({ db, vault, transport }),
    deliveries: new Deliveries(db),
    dispatcher: new EventDispatcher({ db, vault, transport, log }),
  }
}
