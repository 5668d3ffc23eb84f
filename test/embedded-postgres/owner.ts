// A process that owns an embedded database, for the tests that kill it: `node owner.ts <data directory> [<uid>]`. Started
// by root it becomes that user once its programs are loaded, which may lie where only root can read them.
// Prints one JSON line when it is ready or has failed; stops in order on SIGTERM.
import { writeSync } from 'node:fs'
import { startEmbeddedPostgres } from '@openaccount/embedded-postgres'
import { createLogger } from '../../server/log/log.ts'

const [dataDir = '', uid] = process.argv.slice(2)
const log = createLogger({ level: 'warn', destination: { write: (line) => void writeSync(2, line) } })

try {
  if (uid !== undefined) {
    process.setgroups?.([])
    process.setgid?.(Number(uid))
    process.setuid?.(Number(uid))
  }
  const { url, pid, stop } = await startEmbeddedPostgres({ dataDir, log, fast: true })
  process.once('SIGTERM', () => {
    void stop().then(() => process.exit(0))
  })
  writeSync(1, `${JSON.stringify({ url, pid })}\n`)
} catch (error) {
  writeSync(1, `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`)
  process.exit(1)
}
