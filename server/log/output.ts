import { constants, fstatSync, openSync, write, writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'

/** What is collected before it is written, in bytes, and how long a line waits at most, in milliseconds. */
const collected = 8_192
const longestWait = 200
/** What waits at most, in bytes, while nobody takes it. */
const mostWaiting = 8 * 1_024 * 1_024
/** How soon what was not taken is tried again, in milliseconds: a full pipe, and anything else such as a full disk. */
const retryAfter = { full: 20, failed: 500 }
/** How long an exit tries to get rid of what waits, in milliseconds. */
const patienceAtExit = 1_000

/**
 * Standard output for the log, many lines at once. What waits is written when the process exits, also by an error that nobody
 * has caught; only a process that is killed loses its last lines. While whoever takes it stands still, or has a full disk, 8 MiB
 * are kept and the rest is counted: a log must neither fill the memory nor end or hold up the process that writes it.
 */
export function standardOutput(): DestinationStream {
  if (!output) {
    const only = new Output()
    process.on('exit', () => only.flushSync())
    output = only
  }
  return output
}

/** There is one, however many loggers write to it (docs/decisions/0036). */
let output: DestinationStream | undefined

class Output implements DestinationStream {
  readonly #fd = openOutput()
  #lines: string[] = []
  /** Bytes that are not taken yet. */
  #waiting = 0
  /** What is being written. */
  #part: Buffer | undefined
  /** Since when, as `performance.now` has it. */
  #since = 0
  #timer: NodeJS.Timeout | undefined
  #dropped = 0
  /** Whoever read it is gone, and will not come back. */
  #closed = false

  write(line: string): void {
    const bytes = Buffer.byteLength(line)
    if (this.#closed) return
    if (this.#waiting + bytes > mostWaiting) {
      this.#dropped += 1
      return
    }
    this.#lines.push(line)
    this.#waiting += bytes
    if (this.#part) return
    if (this.#waiting >= collected) this.#begin()
    else this.#timer ??= setTimeout(() => this.#begin(), longestWait).unref()
  }

  /** For exits, and for what pino calls fatal: as much as is taken at once. */
  flushSync(): void {
    // What has been waiting there for so long would make the exit wait, too.
    if (this.#part && performance.now() - this.#since > patienceAtExit) return
    let rest = Buffer.from(this.#lines.splice(0).join(''))
    const until = performance.now() + patienceAtExit
    while (rest.length > 0 && performance.now() < until) {
      try {
        rest = rest.subarray(writeSync(this.#fd, rest))
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') break
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      }
    }
    this.#waiting = this.#part?.length ?? 0
  }

  #begin(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#part || this.#lines.length === 0) return
    this.#part = Buffer.from(this.#lines.splice(0).join(''))
    this.#since = performance.now()
    this.#send(this.#part)
  }

  #send(part: Buffer): void {
    write(this.#fd, part, (error, taken) => {
      if (codeOf(error) === 'EPIPE') return this.#close()
      // Another attempt is all that can be done: nobody could be told of it but the log.
      if (error) {
        setTimeout(() => this.#send(part), codeOf(error) === 'EAGAIN' ? retryAfter.full : retryAfter.failed).unref()
        return
      }
      this.#waiting -= taken
      const rest = part.subarray(taken)
      this.#part = rest.length > 0 ? rest : undefined
      if (this.#part) return this.#send(this.#part)
      this.#tellOfDropped()
      this.#begin()
    })
  }

  #tellOfDropped(): void {
    if (this.#dropped === 0) return
    const line = {
      level: 'warn',
      time: new Date().toISOString(),
      lines: this.#dropped,
      msg: 'lines of the log were dropped',
    }
    this.#dropped = 0
    this.write(`${JSON.stringify(line)}\n`)
  }

  #close(): void {
    this.#closed = true
    this.#lines = []
    this.#part = undefined
    this.#waiting = 0
  }
}

/** A pipe is written without ever waiting in it: a thread that waits there would hold up the exit for as long as nobody reads. */
function openOutput(): number {
  try {
    if (fstatSync(1).isFIFO()) return openSync('/proc/self/fd/1', constants.O_WRONLY | constants.O_NONBLOCK)
  } catch {
    // A system that has no such way.
  }
  return 1
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
