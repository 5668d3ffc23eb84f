import { Failure } from '../failure.ts'

/** Thrown when more work waits than can be done in a reasonable time; by then much of it is done. */
export class Overloaded extends Failure {
  static readonly retryAfterSeconds = 5

  constructor() {
    super('too_many_requests', [], { retryAfter: Overloaded.retryAfterSeconds })
  }
}

/** Whose turn a task waits for. */
export interface Turn {
  /** Who asks: everybody who waits gets one turn after the other, however much each of them has. */
  readonly lane: string
  /** Goes before strangers, who keep every fourth turn. */
  readonly known: boolean
}

interface Waiting {
  readonly since: number
  readonly lane: string
  go(): void
  refuse(error: Overloaded): void
}

/** Tasks by lane; lanes take turns. */
class Lanes {
  readonly #lanes = new Map<string, Waiting[]>()
  size = 0

  add(waiting: Waiting): void {
    const lane = this.#lanes.get(waiting.lane)
    if (lane) lane.push(waiting)
    else this.#lanes.set(waiting.lane, [waiting])
    this.size += 1
  }

  /** Takes the first of the lane whose turn it is. */
  next(): Waiting | undefined {
    const [first] = this.#lanes
    if (!first) return undefined
    const [name, lane] = first
    const waiting = lane.shift()
    this.#lanes.delete(name)
    if (lane.length > 0) this.#lanes.set(name, lane)
    this.size -= 1
    return waiting
  }

  /** How many turns come before that of a newcomer. */
  ahead(name: string): number {
    const own = this.#lanes.get(name)?.length ?? 0
    let turns = own
    for (const [other, { length }] of this.#lanes) if (other !== name) turns += Math.min(length, own + 1)
    return turns
  }

  /** Takes the newest of the longest lane, if that is longer than a newcomer's would be. */
  displace(name: string): Waiting | undefined {
    const longest = [...this.#lanes.values()].reduce((one, other) => (other.length > one.length ? other : one), [])
    if (longest.length <= (this.#lanes.get(name)?.length ?? 0) + 1) return undefined
    this.size -= 1
    return longest.pop()
  }
}

/** Of so many turns one belongs to strangers, when somebody known waits for each. */
const strangersTurn = 4
/** How much the newest task tells about the length of the next. */
const weightOfNewest = 0.1

export interface GateOptions {
  /** How many tasks run at once. */
  readonly width: number
  /** How many may wait. */
  readonly depth: number
  /** How long one may wait, in milliseconds. */
  readonly patience: number
  /** How long a task takes as far as anybody knows, in milliseconds; measured from the first one on. */
  readonly expected: number
}

/**
 * Lets a fixed number of tasks run at once. The others wait for their turn: those of known callers first, among them and
 * among strangers one of each lane after the other, so that a flood from one network holds up that network alone. Who would
 * wait too long is refused at once, and who has waited too long when the turn comes, too.
 */
export class Gate {
  readonly #options: GateOptions
  readonly #known = new Lanes()
  readonly #strangers = new Lanes()
  #running = 0
  #turns = 0
  #taskMilliseconds: number

  constructor(options: GateOptions) {
    this.#options = options
    this.#taskMilliseconds = options.expected
  }

  /**
   * Runs the task when its turn comes.
   * @throws Overloaded when too much waits already; whatever the task throws
   */
  async run<T>(task: () => Promise<T>, turn: Turn): Promise<T> {
    if (this.#running < this.#options.width) this.#running += 1
    else await this.#wait(turn)
    const start = performance.now()
    try {
      return await task()
    } finally {
      this.#taskMilliseconds += (performance.now() - start - this.#taskMilliseconds) * weightOfNewest
      this.#goOn()
    }
  }

  #wait({ lane, known }: Turn): Promise<void> {
    const { depth, width, patience } = this.#options
    const lanes = known ? this.#known : this.#strangers
    const wait = (this.#ahead(lane, known) / width) * this.#taskMilliseconds
    if (wait > patience) throw new Overloaded()
    if (this.#known.size + this.#strangers.size >= depth) {
      const displaced = this.#strangers.displace(lane) ?? (known ? this.#known.displace(lane) : undefined)
      if (!displaced) throw new Overloaded()
      displaced.refuse(new Overloaded())
    }
    return new Promise((go, refuse) => lanes.add({ since: performance.now(), lane, go, refuse }))
  }

  /** How many turns come before that of a newcomer, with those of the other kind that fall between. */
  #ahead(lane: string, known: boolean): number {
    if (known) {
      const turns = this.#known.ahead(lane)
      return turns + Math.min(this.#strangers.size, Math.ceil(turns / (strangersTurn - 1)))
    }
    const turns = this.#strangers.ahead(lane)
    return turns + Math.min(this.#known.size, (turns + 1) * (strangersTurn - 1))
  }

  /** Passes the place straight to the next in line, so that a newcomer cannot overtake it. */
  #goOn(): void {
    for (;;) {
      this.#turns += 1
      const strangersFirst = this.#turns % strangersTurn === 0
      const [first, second] = strangersFirst ? [this.#strangers, this.#known] : [this.#known, this.#strangers]
      const next = first.next() ?? second.next()
      if (!next) {
        this.#running -= 1
        return
      }
      if (performance.now() - next.since <= this.#options.patience) {
        next.go()
        return
      }
      next.refuse(new Overloaded())
    }
  }
}
