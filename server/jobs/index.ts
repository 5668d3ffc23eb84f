import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { purgeExpired } from '../db/queries/purge.ts'
import type { Database } from '../db/schema.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import { type PeriodicJob, repeat } from './periodic.ts'

const minute = 60_000
const purgeBatch = 500

/** Starts the recurring work of a node: removing what has expired, and announcing and retiring keys. */
export function startJobs({ db, keyRing, log }: { db: Kysely<Database>; keyRing: KeyRing; log: Logger }): PeriodicJob {
  const jobs = [
    repeat('purge expired state', minute, log, async () => {
      // Batches are small so that no lock is held for long; a backlog is worked off within one run.
      for (let batch = 0; batch < 200; batch += 1) {
        if ((await purgeExpired(db, purgeBatch)) < purgeBatch) break
      }
    }),
    repeat('maintain keys', 60 * minute, log, () => keyRing.maintain()),
  ]
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) }
}
