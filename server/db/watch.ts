import type { Socket } from 'node:net'
import pg from 'pg'
import type { Logger } from '../log/log.ts'
import { applicationName } from './application-name.ts'
import { DatabaseSilent } from './away.ts'

const LOOK_EVERY_MS = 1_000
/** How many looks a connection may owe an answer without a byte before the database is asked about it. */
const LOOKS_UNTIL_ASKED = 2
const PROBE_TIMEOUT_MS = 2_000

export interface WatchOptions {
  readonly url: string
  readonly log: Logger
  /** After how many milliseconds of silence a connection is given up, even if the database works for it. */
  readonly longestAnswer?: number
  /** Told when connections were given up: others are probably dead, too. */
  readonly onSilence?: () => void
}

/** What is watched of a connection. */
interface Watched {
  /** Bytes in both directions at the last look: while they stand still, nothing comes. */
  bytes: string
  looks: number
}

/** The driver's flag: false from sending a statement until its answer is complete. The types do not know it. */
type Client = pg.Client & { readonly readyForQuery?: boolean }

/** Gives a connection up at once: whoever waits for it is told, and its pool replaces it. */
export function giveUp(client: pg.Client): void {
  client.connection.stream.destroy(new DatabaseSilent('the database does not answer on this connection'))
}

/**
 * Finds connections whose answer does not come: a firewall or a failover has forgotten them, without a word that TCP would notice
 * within minutes. A statement that is slow looks the same, so the database is asked, on a connection of its own, whom it works for.
 * Costs nothing but a look at counters while answers come.
 */
export class ConnectionWatch {
  readonly #options: WatchOptions
  readonly #watched = new Map<Client, Watched>()
  readonly #timer: NodeJS.Timeout
  #asking = false

  constructor(options: WatchOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  add(client: pg.Client): void {
    this.#watched.set(client, { bytes: '', looks: 0 })
    client.once('end', () => this.#watched.delete(client))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    const { log, longestAnswer = Number.POSITIVE_INFINITY, onSilence } = this.#options
    const suspects: Client[] = []
    const lost: Client[] = []
    for (const [client, watched] of this.#watched) {
      const bytes = bytesOf(client)
      const silent = client.readyForQuery === false && bytes === watched.bytes
      watched.looks = silent ? watched.looks + 1 : 0
      watched.bytes = bytes
      if (watched.looks * LOOK_EVERY_MS >= longestAnswer) lost.push(client)
      else if (watched.looks >= LOOKS_UNTIL_ASKED) suspects.push(client)
    }
    if (suspects.length > 0 && !this.#asking) {
      this.#asking = true
      const seen = new Map(suspects.map((client) => [client, bytesOf(client)]))
      const working = await this.#workedFor(suspects).catch(() => new Set<Client>())
      this.#asking = false
      // An answer that has come meanwhile was on its way.
      lost.push(...suspects.filter((client) => !working.has(client) && bytesOf(client) === seen.get(client)))
    }
    if (lost.length === 0) return
    log.warn({ connections: lost.length }, 'the database does not answer on some connections; they are replaced')
    for (const client of lost) giveUp(client)
    onSilence?.()
  }

  /** Those that the database works for, or may work for as far as it tells. @throws when it cannot be asked */
  async #workedFor(clients: readonly Client[]): Promise<Set<Client>> {
    const probe = new pg.Client({
      connectionString: this.#options.url,
      application_name: applicationName('probe'),
      connectionTimeoutMillis: PROBE_TIMEOUT_MS,
      query_timeout: PROBE_TIMEOUT_MS,
    })
    probe.on('error', () => {})
    try {
      await probe.connect()
      const { rows } = await probe.query<{ pid: number; state: string | null; own: number }>(
        `select pid, state, pg_backend_pid() as own from pg_stat_activity /* watch */
        where pid = any($1) or pid = pg_backend_pid()`,
        [clients.map(processOf)],
      )
      // A pooler in between makes numbers up: then nothing is known.
      if (rows[0] && rows[0].own !== processOf(probe)) return new Set(clients)
      const states = new Map(rows.map(({ pid, state }) => [pid, state]))
      return new Set(
        clients.filter((client) => {
          const state = states.get(processOf(client))
          return state === null || state === 'active' || state === 'fastpath function call'
        }),
      )
    } finally {
      // Nobody waits for its goodbye.
      void probe.end().catch(() => {})
    }
  }
}

function bytesOf(client: pg.Client): string {
  const { bytesRead, bytesWritten } = client.connection.stream as Socket
  return `${bytesRead} ${bytesWritten}`
}

/** The number of the process that serves a connection, as the server has told it. */
function processOf(client: pg.Client): number {
  return (client as pg.Client & { readonly processID: number | null }).processID ?? 0
}
