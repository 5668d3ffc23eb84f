import { connectDatabase } from '../../../server/db/connect.ts'
import { JobQueue } from '../../../server/jobs/queue.ts'
import { createLogger } from '../../../server/log/log.ts'

// A server's queue, with jobs that are poison: one always throws, one takes its whole process along.

const log = createLogger({ level: 'info' })
const database = await connectDatabase({ url: process.env.DATABASE_URL ?? '', poolSize: 4, log })
const queue = await JobQueue.start({ pool: database.pool, log })
await queue.define('poison', {
  retryLimit: Number(process.env.RETRIES),
  retryDelay: 1,
  retryBackoff: false,
  expireInSeconds: 5,
})
// Before any is done: the first ends this process.
if (process.argv.includes('--send')) {
  for (const does of ['kill', 'throw', 'good 1', 'good 2']) await queue.send(database.db, 'poison', { does })
}
await queue.work<{ does: string }>('poison', { seconds: 1 }, async ({ does }) => {
  if (does === 'kill') process.kill(process.pid, 'SIGKILL')
  if (does === 'throw') throw new Error('poison')
  console.log(`did ${does}`)
})
console.log('working')
