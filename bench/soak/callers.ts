import { setTimeout as delay } from 'node:timers/promises'
import { abuse } from './abuse.ts'
import type { Visit } from './visit.ts'
import { visits } from './visits.ts'

/** Everything that callers do, one kind after the other. */
const kinds: readonly (readonly [string, Visit])[] = Object.entries({ ...visits, ...abuse })

/** What has come of it so far. */
export interface Outcome {
  /** Whole visits by kind. */
  readonly visits: ReadonlyMap<string, number>
  readonly failures: readonly { readonly kind: string; readonly error: unknown }[]
  readonly requests: number
}

/** Callers that go on until they are told to end. */
export interface Callers {
  outcome(): Outcome
  /** Resolves when what is under way is over. */
  end(): Promise<void>
}

/**
 * Lets callers visit a server, each with a pause between two visits.
 * @param count how many at once
 */
export function startCallers(origin: string, count: number, pause: number): Callers {
  const ending = new AbortController()
  const done = new Map<string, number>()
  const failures: { kind: string; error: unknown }[] = []
  const counted = countRequests(origin)
  let next = 0
  const caller = async () => {
    while (!ending.signal.aborted) {
      const [kind, visit] = kinds[next++ % kinds.length] ?? kinds[0] ?? []
      if (kind === undefined || visit === undefined) return
      try {
        await visit(origin)
        done.set(kind, (done.get(kind) ?? 0) + 1)
      } catch (error) {
        failures.push({ kind, error })
      }
      await delay(pause, undefined, { signal: ending.signal }).catch(() => {})
    }
  }
  const callers = Array.from({ length: count }, caller)
  return {
    outcome: () => ({ visits: done, failures, requests: counted.requests() }),
    end: async () => {
      ending.abort()
      await Promise.all(callers)
      counted.stop()
    },
  }
}

/** Counts what this process asks of the server. */
function countRequests(origin: string): { requests(): number; stop(): void } {
  const original = globalThis.fetch
  let requests = 0
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (address.startsWith(origin) && !address.endsWith('/metrics')) requests += 1
    return original(input, init)
  }
  return {
    requests: () => requests,
    stop: () => {
      globalThis.fetch = original
    },
  }
}
