import { createHash } from 'node:crypto'
import pg from 'pg'

/** Most statements that one connection keeps prepared; each costs the server some tens of kilobytes. */
const mostNames = 300
/** Longer texts are lists, of another length each time. */
const longestText = 5_000
/**
 * A prepared statement that gives all columns of a table fails for good on its connection once a column is added (SQLSTATE
 * 0A000, "cached plan must not change result type"). Ours name their columns; those of libraries may not.
 */
const givesAllColumns = /(?:\bselect|\bdistinct|\breturning|[.,])\s*\*/i

/**
 * Begins a statement whose best plan depends on its values, such as one that looks for part of a name: it is planned with them each
 * time. The server plans a prepared one for values that it does not know, from the sixth time on.
 */
export const plannedAnew = '/* planned anew */'

/** A statement as the driver describes it, or something else that it submits by itself, such as a cursor. */
interface Statement {
  readonly text?: string
  readonly values?: readonly unknown[]
  readonly submit?: unknown
}

/**
 * The driver's client as the pool uses it, without prepared statements: those that a library names by itself lose their names.
 * For poolers that hand a connection to somebody else between two statements and know nothing of names.
 */
export class UnpreparedClient extends pg.Client {
  /**
   * Whatever way of calling it the driver knows: with text or a description, with values or without, and for a promise or with a
   * callback, which is how the pool learns that the connection is free again. The driver's signatures say what comes back.
   */
  override query(...given: readonly unknown[]): never {
    const [first, second, ...rest] = given
    const described = (typeof first === 'string' ? { text: first } : first) as Statement | null | undefined
    const values = Array.isArray(second) ? second : described?.values
    // Without values the driver sends a text at once, several statements in it or not; and a cursor is none of ours.
    if (!described?.text || !values?.length || described.submit) return this.#send(given)
    const named = { ...described, name: this.nameOf(described.text), values: values.map(written) }
    return this.#send([named, ...(Array.isArray(second) ? rest : [second, ...rest])])
  }

  /** The name that a statement is prepared under, undefined when it is not. */
  protected nameOf(_text: string): string | undefined {
    return undefined
  }

  #send(given: readonly unknown[]): never {
    return Reflect.apply(super.query, this, given) as never
  }
}

/**
 * The same with prepared statements: the server parses and plans a text once a connection. The name is a hash of the text, so
 * that it means the same on every connection; a pooler that knows names keeps one for all.
 */
export class PreparingClient extends UnpreparedClient {
  readonly #names = new Map<string, string>()

  protected override nameOf(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known) return known
    if (this.#names.size >= mostNames || text.length > longestText) return undefined
    if (givesAllColumns.test(text) || text.startsWith(plannedAnew)) return undefined
    const name = createHash('sha256').update(text).digest('base64url')
    this.#names.set(text, name)
    return name
  }
}

/**
 * Objects as JSON, which the driver would make of them anyway. One that has none, such as a circle, has to fail here: the
 * driver would take a statement for prepared that it has closed again.
 */
function written(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value)) return value
  return Array.isArray(value) ? value.map(written) : JSON.stringify(value)
}
