import type { DatabaseConnection } from '../db/connect.ts'
import { foldRowCounts, purgeExpired, type Retention } from '../db/queries/purge.ts'
import { type CorpEvents, corpEventsQueue } from '../domain/corps/events.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import type { JobQueue } from './queue.ts'

const purgeBatch = 500

/** What the jobs work with. */
export interface JobSettings {
  readonly database: Pick<DatabaseConnection, 'db'>
  readonly keyRing: KeyRing
  readonly corpEvents: CorpEvents
  readonly retention: Retention
}

/** Starts the work of the queue: removing what has expired, announcing and retiring keys, applying what enterprises report. */
export async function startJobs(
  queue: JobQueue,
  { database: { db }, keyRing, corpEvents, retention }: JobSettings,
): Promise<void> {
  await queue.repeat('purge-expired-state', '* * * * *', async () => {
    await foldRowCounts(db)
    // Batches are small so that no lock is held for long; a backlog is worked off within one run.
    for (let batch = 0; batch < 200; batch += 1) {
      if ((await purgeExpired(db, purgeBatch, retention)) < purgeBatch) break
    }
  })
  // The other nodes hear of a change of the keys from the database.
  await queue.repeat('maintain-keys', '0 * * * *', () => keyRing.maintain())
  await queue.define(corpEventsQueue)
  await queue.workTogether<{ corpId: string }>(corpEventsQueue, { seconds: 1 }, (batch) =>
    corpEvents.applyAll(batch.map(({ corpId }) => corpId)),
  )
}
