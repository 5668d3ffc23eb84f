import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** SQLSTATE invalid_password. */
const wrongPassword = '28P01'
/** How long it is tried again, and how often, in milliseconds. */
const patience = 5_000
const pause = 250

type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error) => void) => void

/**
 * A pool that tries again for some seconds when the password is refused. With the password in the file of PGPASSFILE, which the driver
 * reads for each connection, the password of the role and the file are changed one after the other: whoever needs a connection in between
 * waits.
 */
export class PatientPool extends pg.Pool {
  /** For a promise or with a callback, as the driver's own; its signatures say what comes back. */
  override connect(...[callback]: readonly unknown[]): never {
    const client = super.connect().catch((error: unknown) => this.#again(error, performance.now() + patience))
    if (callback === undefined) return client as never
    const done = callback as Callback
    client.then(
      (got) => done(undefined, got, got.release),
      (error: Error) => done(error, undefined, () => {}),
    )
    return undefined as never
  }

  async #again(error: unknown, until: number): Promise<pg.PoolClient> {
    if (!isWrongPassword(error) || performance.now() > until) throw error
    await delay(pause)
    return super.connect().catch((next: unknown) => this.#again(next, until))
  }
}

const isWrongPassword = (error: unknown) => error instanceof Error && 'code' in error && error.code === wrongPassword
