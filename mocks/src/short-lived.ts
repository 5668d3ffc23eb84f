import { randomBytes } from 'node:crypto'

interface Limits {
  /** How many values are kept at most. */
  most: number
  lifetimeMilliseconds: number
  /** The present moment in milliseconds. */
  clock?: () => number
}

/** Values that count once and only for a short time. There is room for a fixed number; the oldest one gives way. */
export class ShortLived<Value> {
  readonly #entries = new Map<string, { value: Value; expiresAt: number }>()
  readonly #limits: Required<Limits>

  constructor({ clock = () => Date.now(), ...limits }: Limits) {
    this.#limits = { ...limits, clock }
  }

  /** How many values are kept, expired ones included. */
  get size(): number {
    return this.#entries.size
  }

  /** Keeps a value under a name that nobody can guess (192 bits), and gives that name. */
  issue(value: Value, prefix = ''): string {
    const key = prefix + randomBytes(24).toString('base64url')
    this.keep(key, value)
    return key
  }

  /** Keeps a value under this name; false when there is one already. */
  keep(key: string, value: Value): boolean {
    if (this.#find(key)) return false
    const { most, lifetimeMilliseconds, clock } = this.#limits
    for (const [oldest, { expiresAt }] of this.#entries) {
      if (this.#entries.size < most && expiresAt > clock()) break
      this.#entries.delete(oldest)
    }
    this.#entries.set(key, { value, expiresAt: clock() + lifetimeMilliseconds })
    return true
  }

  /** Takes a value out; undefined when it is unknown, used or expired. */
  take(key: string): Value | undefined {
    const entry = this.#find(key)
    this.#entries.delete(key)
    return entry?.value
  }

  /** Looks at a value and leaves it. */
  get(key: string): Value | undefined {
    return this.#find(key)?.value
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear()
  }

  #find(key: string): { value: Value } | undefined {
    const entry = this.#entries.get(key)
    return entry && entry.expiresAt > this.#limits.clock() ? entry : undefined
  }
}
