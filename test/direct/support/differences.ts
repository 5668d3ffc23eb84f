import { createHash } from 'node:crypto'
import type { Json, Row } from './rows.ts'

/** What is long enough to be random: an id, a secret, a hash. */
const word = /[A-Za-z0-9_-]{16,}/g
const isoTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/
/** By how much the clock may have gone on between one server and the other, in milliseconds. */
const tolerance = 2_000

/**
 * Compares what two servers said and stored. Random values may differ, as long as each of one server stands wherever its
 * counterpart stands at the other, in the clear and hashed; times may differ by two seconds; nothing else may.
 */
export class Comparison {
  readonly found: string[] = []
  /** Words of the first server and what stands for them at the second, and the other way round. */
  readonly #counterparts = new Map<string, string>()
  readonly #origins = new Map<string, string>()
  readonly #known: (text: string) => boolean

  /** @param known whether both servers were told a word: such a one is never random */
  constructor(known: (text: string) => boolean) {
    this.#known = known
  }

  /** Another one that knows as much and goes on by itself. */
  copy(): Comparison {
    const copy = new Comparison(this.#known)
    copy.found.push(...this.found)
    for (const [first, second] of this.#counterparts) copy.#pair(first, second)
    return copy
  }

  /** Notes every difference below a place. */
  compare(place: string, first: Json | undefined, second: Json | undefined): void {
    if (first === second) return
    if (Array.isArray(first) && Array.isArray(second)) {
      if (first.length !== second.length) this.#note(place, first, second)
      else for (const [index, value] of first.entries()) this.compare(`${place}[${index}]`, value, second[index])
    } else if (isObject(first) && isObject(second)) {
      for (const name of new Set([...Object.keys(first), ...Object.keys(second)]))
        this.compare(`${place}.${name}`, first[name], second[name])
    } else if (typeof first === 'number' && typeof second === 'number') {
      if (!sameMoment(first, second)) this.#note(place, first, second)
    } else if (typeof first === 'string' && typeof second === 'string') {
      if (!this.#sameText(first, second)) this.#note(place, first, second)
    } else this.#note(place, first, second)
  }

  /** Compares rows that have no order. */
  compareRows(table: string, first: readonly Row[], second: readonly Row[]): void {
    const ofFirst = this.#sorted(first, (text) => this.#counterparts.get(text))
    const ofSecond = this.#sorted(second, (text) => (this.#origins.has(text) ? text : undefined))
    const rest = (rows: typeof ofFirst, others: typeof ofFirst): Json =>
      rows.filter(({ key }) => !others.some((other) => other.key === key)).map(({ row }) => row)
    if (first.length !== second.length) this.#note(table, rest(ofFirst, ofSecond), rest(ofSecond, ofFirst))
    else for (const [index, { row }] of ofFirst.entries()) this.compare(`${table}[${index}]`, row, ofSecond[index]?.row)
  }

  /** Rows in the order of their keys: times left out, and words that stand for nothing at the other server. */
  #sorted(rows: readonly Row[], nameOf: (text: string) => string | undefined): { row: Row; key: string }[] {
    const keyOf = (row: Row) =>
      JSON.stringify(row)
        .replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '#')
        .replaceAll(/\b1\d{9}(?:\d{3})?\b/g, '#')
        .replaceAll(word, (text) => nameOf(text) ?? (this.#known(text) ? text : '#'))
    return rows.map((row) => ({ row, key: keyOf(row) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  #note(place: string, first: Json | undefined, second: Json | undefined): void {
    this.found.push(`${place}: ${shown(first)} at the engine, ${shown(second)} at the other`)
  }

  #sameText(first: string, second: string): boolean {
    if (isoTime.test(first) && isoTime.test(second))
      return Math.abs(Date.parse(first) - Date.parse(second)) <= tolerance
    if (first.replaceAll(word, '#') !== second.replaceAll(word, '#')) return false
    const others = second.match(word) ?? []
    return (first.match(word) ?? []).every((text, index) => this.#stands(text, others[index] ?? ''))
  }

  /** Whether one word may stand for the other, from now on and in all that came before. */
  #stands(first: string, second: string): boolean {
    if (first === second) return true
    if (first.length !== second.length || this.#known(first) || this.#known(second)) return false
    const [counterpart, origin] = [this.#counterparts.get(first), this.#origins.get(second)]
    if (counterpart !== undefined || origin !== undefined) return counterpart === second
    this.#pair(first, second)
    this.#pair(hashOf(first), hashOf(second))
    return true
  }

  #pair(first: string, second: string): void {
    this.#counterparts.set(first, second)
    this.#origins.set(second, first)
  }
}

/** Seconds or milliseconds since 1970 that are near each other. */
function sameMoment(first: number, second: number): boolean {
  const unit = Math.min(first, second) > 1e12 ? 1 : 1000
  return Math.min(first, second) > 1e9 && Math.abs(first - second) * unit <= tolerance
}

/** As the database shows the hash of a text. */
const hashOf = (text: string) => `x${createHash('sha256').update(text).digest('hex')}`

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 600 ? `${text.slice(0, 600)}…` : text
}
