import { endSession, type Party, removeParties, takeDueParties } from '../db/queries/session-parties.ts'
import type { Db, PartyProtocol } from '../db/schema.ts'
import type { SetCookie } from './cookies.ts'
import type { Cookies } from './interaction-binding.ts'

/** Tells one application that a session has ended; rejects when it has not taken it. */
export type Teller = (party: Party) => Promise<void>

/** Posts to an address that an application has registered, if it may be reached; gives the status of the answer. */
export type PostToApplication = (
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<number>

/** Where a browser goes that has signed out, and what it keeps for its way. */
export interface Departure {
  readonly location: string
  readonly cookies: readonly SetCookie[]
}

/** Sends a browser on to a location; first to the applications of those reached that cannot be told without it. */
export type Leave = (reached: readonly Party[], location: string, cookies: Cookies) => Promise<Departure>

/** Of how many applications at a time the answers are waited for. */
const atOnce = 50
/** How often one is told before it is given up. */
const mostAttempts = 5
/** How long a person who signs out, and a node, waits for the answer of one, in milliseconds. */
const longestWait = 4_000

/**
 * Tells the applications that a session reached when it has ended: by whatever protocol they were reached, and however it
 * ended. The session is over before anybody is told. Each is told independently of the others, and again later when it did not
 * take it.
 */
export class SessionEnds {
  readonly #db: Db
  readonly #tellers: Readonly<Record<PartyProtocol, Teller>>
  readonly #failed: (party: Party, error: unknown) => void

  /** @param failed hears of an application that has not taken it */
  constructor(
    db: Db,
    tellers: Readonly<Record<PartyProtocol, Teller>>,
    failed: (party: Party, error: unknown) => void,
  ) {
    this.#db = db
    this.#tellers = tellers
    this.#failed = failed
  }

  /**
   * Ends a session, and waits a moment for whoever is told. One statement, two where there is somebody to tell.
   * @returns whom it had reached
   */
  async end(uid: string): Promise<readonly Party[]> {
    const reached = await endSession(this.#db, uid)
    await this.#tell(reached)
    return reached
  }

  /** Tells all who are due: of sessions that ended by themselves or by an act of somebody else, and those who failed. */
  async tellDue(): Promise<void> {
    for (;;) {
      const parties = await takeDueParties(this.#db, atOnce)
      await this.#tell(parties)
      if (parties.length < atOnce) return
    }
  }

  async #tell(parties: readonly Party[]): Promise<void> {
    if (parties.length === 0) return
    const told = await Promise.all(parties.map((party) => this.#tellOne(party)))
    const over = parties.filter(({ attempts }, index) => told[index] || attempts >= mostAttempts)
    if (over.length > 0)
      await removeParties(
        this.#db,
        over.map(({ id }) => id),
      )
  }

  async #tellOne(party: Party): Promise<boolean> {
    try {
      await within(longestWait, this.#tellers[party.protocol](party))
      return true
    } catch (error) {
      this.#failed(party, error)
      return false
    }
  }
}

/** @throws Error when it takes longer than that */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
