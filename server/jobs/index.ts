import type { DatabaseConnection } from '../db/connect.ts'
import { foldRowCounts, purgeExpired, type Retention } from '../db/queries/purge.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import type { Logger } from '../log/log.ts'
import { JobQueue } from './queue.ts'

const purgeBatch = 500

/** What the jobs work with. */
export interface JobSettings {
  readonly database: Pick<DatabaseConnection, 'db' | 'pool'>
  readonly keyRing: KeyRing
  readonly retention: Retention
  readonly log: Logger
}

/** Starts the queue and the recurring work: removing what has expired, and announcing and retiring keys. */
export async function startJobs({ database: { db, pool }, keyRing, retention, log }: JobSettings): Promise<JobQueue> {
  const queue = await JobQueue.start({ pool, log })
  await queue.repeat('purge-expired-state', '* * * * *', async () => {
    await foldRowCounts(db)
    // Batches are small so that no lock is held for long; a backlog is worked off within one run.
    for (let batch = 0; batch < 200; batch += 1) {
      if ((await purgeExpired(db, purgeBatch, retention)) < purgeBatch) break
    }
  })
  // The other nodes hear of a change of the keys from the database.
  await queue.repeat('maintain-keys', '0 * * * *', () => keyRing.maintain())
  return queue
}
