import { type DestinationStream, pino } from 'pino'

/** What is collected before it is written, in bytes, and how long a line waits at most, in milliseconds. */
const collected = 8_192
const longestWait = 200
/** What waits at most, in bytes, while nobody takes it. */
const mostWaiting = 8 * 1_024 * 1_024

/**
 * Standard output for the log, many lines at once. What waits is written when the process exits, also by an error that nobody
 * has caught; only a process that is killed loses its last lines. While whoever reads it stands still, 8 MiB are kept and the
 * rest is counted: a log must not fill the memory.
 */
export function standardOutput(): DestinationStream {
  const stream = pino.destination({
    fd: 1,
    sync: false,
    minLength: collected,
    periodicFlush: longestWait,
    maxLength: mostWaiting,
  })
  let dropped = 0
  stream.on('drop', () => {
    dropped += 1
  })
  stream.on('drain', () => {
    if (dropped === 0) return
    const line = { level: 'warn', time: new Date().toISOString(), lines: dropped, msg: 'lines of the log were dropped' }
    dropped = 0
    stream.write(`${JSON.stringify(line)}\n`)
  })
  return stream
}
