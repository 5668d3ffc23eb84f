import pg from 'pg'
import type { Logger } from '../log/log.ts'
import { applicationName } from './application-name.ts'
import { giveUp } from './watch.ts'

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 10_000
const KEEP_ALIVE_AFTER_MS = 30_000
/** How often the connection, which nothing is sent on, is tried; the answer has to be there before the next time. */
const HEARTBEAT_MS = 10_000

/** What to do with the payload of a notification, by channel. */
export type Channels = Readonly<Record<string, (payload: string) => void>>

export interface Listener {
  /** Stops listening and closes the connection. */
  close(): Promise<void>
}

/**
 * Listens for notifications (LISTEN/NOTIFY) on a connection of its own until it is closed. The promise is fulfilled when the
 * first LISTEN stands and rejected when that fails. A lost connection is made again with growing delays; then `onReconnect`
 * is called, because whatever was notified meanwhile is lost: caches must be emptied.
 */
export async function listen(url: string, channels: Channels, log: Logger, onReconnect: () => void): Promise<Listener> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: applicationName('listener'),
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    let up = false
    // 'error' comes before 'end' when the connection breaks; only 'end' always comes.
    fresh.on('error', (err) => log.warn({ err }, 'the connection for notifications was lost'))
    fresh.on('notification', ({ channel, payload }) => deliver(channels[channel], channel, payload ?? ''))
    fresh.on('end', () => {
      if (up && !closed) retry(FIRST_DELAY_MS)
    })
    try {
      await fresh.connect()
      for (const channel of Object.keys(channels)) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    if (closed) return await fresh.end()
    up = true
    client = fresh
    keepAlive(fresh)
  }

  /** A connection that was forgotten on the way would never hear of anything again, nor of its own end. */
  function keepAlive(held: pg.Client): void {
    let answered = true
    const heartbeat = setInterval(() => {
      if (!answered) return giveUp(held)
      answered = false
      held.query('select 1 /* heartbeat */').then(
        () => {
          answered = true
        },
        () => {},
      )
    }, HEARTBEAT_MS)
    held.once('end', () => clearInterval(heartbeat))
  }

  function deliver(receive: ((payload: string) => void) | undefined, channel: string, payload: string): void {
    try {
      receive?.(payload)
    } catch (err) {
      log.error({ err, channel }, 'a notification could not be handled')
    }
  }

  function retry(delay: number): void {
    timer = setTimeout(() => {
      connect().then(
        () => {
          if (closed) return
          log.info('listening for notifications again')
          onReconnect()
        },
        (err: unknown) => {
          log.warn({ err }, 'no connection for notifications')
          if (!closed) retry(Math.min(delay * 2, LONGEST_DELAY_MS))
        },
      )
    }, delay)
  }

  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
