import { Gate } from '../passwords/gate.ts'
import { drawPuzzle, type Puzzle } from './draw.ts'

/** How many puzzles wait for whoever comes next. */
const ready = 24
/** One at a time, so that drawing never takes the threads that passwords need. */
const gate = new Gate({ width: 1, depth: 200, patience: 10_000, expected: 30 })

/** Puzzles that are drawn before anybody asks. Each goes to one person. */
export class PuzzlePool {
  readonly #puzzles: Puzzle[] = []
  #filling: Promise<void> | undefined

  /** Draws until enough are ready; whoever comes while that goes on waits for the same. */
  fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = undefined
    })
    return this.#filling
  }

  /**
   * One that nobody has seen.
   * @param lane who asks, for their turn when none is ready
   * @throws Overloaded when too many wait already
   */
  async take(lane: string): Promise<Puzzle> {
    const puzzle = this.#puzzles.shift() ?? (await gate.run(drawPuzzle, { lane, known: true }))
    // What cannot be drawn in advance fails where somebody waits for it.
    void this.fill().catch(() => {})
    return puzzle
  }

  async #fill(): Promise<void> {
    while (this.#puzzles.length < ready) this.#puzzles.push(await gate.run(drawPuzzle, { lane: '', known: false }))
  }
}
