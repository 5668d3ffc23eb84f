/** Thrown when more work waits than can be done in a reasonable time. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

/** Lets a fixed number of tasks run at once; the others wait in order, up to a limit. */
export class Gate {
  readonly #waiting: (() => void)[] = []
  #running = 0
  readonly #width: number
  readonly #depth: number

  /**
   * @param width how many tasks run at once
   * @param depth how many may wait
   */
  constructor(width: number, depth: number) {
    this.#width = width
    this.#depth = depth
  }

  /**
   * Runs the task when its turn comes.
   * @throws Overloaded when `depth` tasks wait already; whatever the task throws
   */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#width) {
      if (this.#waiting.length >= this.#depth) throw new Overloaded('too much work waits')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else {
      this.#running += 1
    }
    try {
      return await task()
    } finally {
      // The place passes straight to the next in line, so a newcomer cannot overtake it.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
