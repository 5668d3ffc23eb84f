import pg from 'pg'

/** The longest that somebody waited for an answer, in milliseconds, and for which statement. */
export interface Wait {
  readonly ms: number
  readonly statement: string
  /** How many statements were refused, as one of two that wait for each other is. */
  readonly refused: number
}

/** Clients that ask all the time, one for each statement, so that one that waits hides no other. */
export class Waits {
  readonly #clients: pg.Client[] = []
  readonly #loops: Promise<void>[] = []
  #longest = { ms: 0, statement: '' }
  #refused = 0
  #stopped = false

  static async start(url: string, statements: readonly string[], users: number): Promise<Waits> {
    const waits = new Waits()
    for (const statement of statements) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      waits.#clients.push(client)
      waits.#loops.push(waits.#ask(client, statement, users))
    }
    return waits
  }

  /** Of those that have their answer. */
  async stop(): Promise<Wait> {
    this.#stopped = true
    await Promise.all(this.#loops)
    await Promise.all(this.#clients.map((client) => client.end()))
    return { ...this.#longest, refused: this.#refused }
  }

  async #ask(client: pg.Client, statement: string, users: number): Promise<void> {
    for (let n = 1; !this.#stopped; n = (n * 7919) % users || 1) {
      const started = performance.now()
      await client.query(statement, [n]).catch(() => {
        this.#refused += 1
      })
      const ms = performance.now() - started
      if (ms > this.#longest.ms) this.#longest = { ms, statement }
      // Some pause, so that what is measured is not the load of measuring.
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}
