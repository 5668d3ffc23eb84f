import { answerExamples, type MockDocument } from '../contract.ts'

/** What is kept of one thing: the fields of all answers that show it, and some that none shows. A row is never changed. */
export type Row = Readonly<Record<string, unknown>>

/** There is room for so many things of one kind; the oldest gives way. */
const MOST_ROWS = 10_000

/** The things of one kind, oldest first: those of the contract's examples, and what calls made of them. */
export class Collection {
  readonly #id: string
  readonly #examples: readonly Row[]
  readonly #rows = new Map<string, Row>()
  readonly #removed = new Set<string>()

  /** @param id the name of the field by which one is found */
  constructor(id: string, examples: readonly Row[]) {
    this.#id = id
    this.#examples = examples
    this.reset()
  }

  /** Forgets what calls made. */
  reset(): void {
    this.#rows.clear()
    this.#removed.clear()
    for (const row of this.#examples) this.#rows.set(keyOf(row[this.#id]), row)
  }

  get(id: unknown): Row | undefined {
    return typeof id === 'string' ? this.#rows.get(keyOf(id)) : undefined
  }

  all(): Row[] {
    return [...this.#rows.values()]
  }

  find(fits: (row: Row) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (fits(row)) return row
    return undefined
  }

  /** Whether it is as the contract's example has it: such things are in nobody's way. */
  isExample(row: Row): boolean {
    return this.#examples.includes(row)
  }

  /** Adds a thing, or what became of it. */
  put(row: Row): Row {
    this.#rows.set(keyOf(row[this.#id]), row)
    const [oldest] = this.#rows.keys()
    if (this.#rows.size > MOST_ROWS && oldest !== undefined) this.#rows.delete(oldest)
    return row
  }

  remove(row: Row): void {
    const id = keyOf(row[this.#id])
    this.#rows.delete(id)
    this.#removed.add(id)
    const [oldest] = this.#removed
    if (this.#removed.size > MOST_ROWS && oldest !== undefined) this.#removed.delete(oldest)
  }

  /** Whether a call has removed it. */
  wasRemoved(id: unknown): boolean {
    return typeof id === 'string' && this.#removed.has(keyOf(id))
  }
}

/** What a thing is kept under: a GUID is the same in upper and lower case (RFC 9562 section 4). */
function keyOf(id: unknown): string {
  const text = String(id)
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : text
}

/** Whether two names or addresses are one: case and width make no difference, as on the server. */
export function isSame(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' ? folded(one) === folded(other) : one === other
}

/** A text without what makes no difference. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The fields of a row that an answer shows. */
export function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

/** The rows that examples of these answers show: whole bodies, or the items of the list in them. What two say is put together. */
export function exampleRows(document: MockDocument, id: string, operations: readonly string[]): Row[] {
  const found = new Map<string, Row>()
  for (const operation of document.operations.filter((one) => operations.includes(one.id))) {
    for (const { status, value } of answerExamples(operation)) {
      if (status >= 300 || typeof value !== 'object' || value === null) continue
      const lists = Object.values(value).filter(Array.isArray)
      const rows = id in value ? [value] : (lists[0] ?? [])
      for (const row of rows as Row[]) {
        const key = String(row[id])
        found.set(key, { ...row, ...found.get(key) })
      }
    }
  }
  return [...found.values()]
}
