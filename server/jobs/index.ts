import type { DatabaseConnection } from '../db/connect.ts'
import { foldRowCounts, purgeExpired, type Retention } from '../db/queries/purge.ts'
import type { AccountClosures } from '../domain/account-centre/closures.ts'
import { type CorpEvents, corpEventsQueue } from '../domain/corps/events.ts'
import type { EventDispatcher } from '../domain/events/dispatcher.ts'
import { type ExportMaking, exportQueue } from '../domain/exports/making.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import type { Delivery } from '../domain/messages/delivery.ts'
import { messageQueues } from '../domain/messages/messages.ts'
import type { ProfileImages } from '../domain/profile-images/profile-images.ts'
import type { SessionEnds } from '../sign-on/session-ends.ts'
import type { JobQueue } from './queue.ts'

const purgeBatch = 500
const countBatch = 1_000
const closureBatch = 50

/** A message is tried for as long as anybody may want it, after 5 seconds, 10, 20, … and at last once in half an hour. */
const messages = {
  retryLimit: 48,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 30 * 60,
  // A node that dies with a message leaves it to another.
  expireInSeconds: 2 * 60,
  retentionSeconds: 24 * 60 * 60,
  deleteAfterSeconds: 60 * 60,
}

/**
 * A file of millions of users takes minutes; a node that dies with one leaves it to another. It is tried as often as the database counts,
 * see `ExportMaking`.
 */
const userExports = {
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 5 * 60,
  expireInSeconds: 60 * 60,
  heartbeatSeconds: 30,
  retentionSeconds: 7 * 24 * 60 * 60,
  deleteAfterSeconds: 24 * 60 * 60,
}

/** What the jobs work with. */
export interface JobSettings {
  readonly database: Pick<DatabaseConnection, 'db'>
  readonly keyRing: KeyRing
  readonly closures: AccountClosures
  readonly corpEvents: CorpEvents
  readonly delivery: Delivery
  readonly events: EventDispatcher
  readonly exportMaking: ExportMaking
  readonly profileImages: ProfileImages
  readonly sessionEnds: SessionEnds
  readonly retention: Retention
}

/**
 * Starts the work of the queue: removing what has expired, announcing and retiring keys, applying what enterprises report, sending
 * messages.
 */
export async function startJobs(
  queue: JobQueue,
  {
    database: { db },
    keyRing,
    closures,
    corpEvents,
    delivery,
    events,
    exportMaking,
    profileImages,
    sessionEnds,
    retention,
  }: JobSettings,
): Promise<void> {
  await queue.repeat('purge-expired-state', '* * * * *', async () => {
    // A large import leaves a number for each organization that it touched, many times over.
    while ((await foldRowCounts(db, countBatch)) === countBatch);
    // Batches are small so that no lock is held for long; a backlog is worked off within one run.
    for (let batch = 0; batch < 200; batch += 1) {
      if ((await purgeExpired(db, purgeBatch, retention)) < purgeBatch) break
    }
  })
  await queue.repeat('remove-profile-images', '*/10 * * * *', () => profileImages.collect())
  await queue.repeat('end-user-exports', '*/10 * * * *', () => exportMaking.collect())
  // Within the hour, as the page says.
  await queue.repeat('erase-closed-accounts', '*/10 * * * *', async () => {
    while ((await closures.eraseDue(closureBatch)) === closureBatch);
  })
  // At once when they end; here those that did not take it, and what was notified to nobody.
  await queue.repeat('tell-of-ended-sessions', '* * * * *', () => sessionEnds.tellDue())
  // Notifications call at once; what a node took that died since is found here.
  await queue.repeat('send-events', '* * * * *', () => events.look())
  // The other nodes hear of a change of the keys from the database.
  await queue.repeat('maintain-keys', '0 * * * *', () => keyRing.maintain())
  await queue.define(corpEventsQueue)
  await queue.workTogether<{ corpId: string }>(corpEventsQueue, { seconds: 1 }, (batch) =>
    corpEvents.applyAll(batch.map(({ corpId }) => corpId)),
  )
  await queue.define(exportQueue, userExports)
  await queue.work<{ id: string }>(exportQueue, { seconds: 1 }, ({ id }) => exportMaking.make(id))
  for (const name of Object.values(messageQueues)) {
    await queue.define(name, messages)
    await queue.work<{ id: string }>(name, { seconds: 1 }, ({ id }) => delivery.deliver(id), 4)
  }
}
