import fc from 'fast-check'
import type { OperationId } from '../../generated/operations.ts'
import { AnswerCheck } from './answers.ts'
import { answering, describe } from './described.ts'
import { type Knowledge, requestsOf } from './requests.ts'
import { send, type WireRequest } from './wire.ts'

/** What a run is told. */
export interface FuzzSettings {
  readonly origin: string
  readonly operations: readonly OperationId[]
  readonly calls: number
  readonly seed: number
  /** Learns what is good at the server now: what a call has used up or ended is no longer. */
  readonly learn: () => Promise<Knowledge>
}

/** An answer that is not as documented, with the smallest request that was found to get it. */
export interface FuzzFailure {
  readonly operation: OperationId
  readonly request: WireRequest
  readonly problem: string
}

/** What a run has shown. */
export interface FuzzReport {
  readonly seed: number
  readonly calls: number
  /** How often each operation answered with each status. */
  readonly statuses: ReadonlyMap<OperationId, ReadonlyMap<number, number>>
  /** The answers that took longest, the slowest first. */
  readonly slowest: readonly { readonly operation: OperationId; readonly status: number; readonly ms: number }[]
  /** One for each operation that failed. */
  readonly failures: readonly FuzzFailure[]
}

const slowestShown = 5

/** Another for each operation, or all would get the same draws; the same whatever else is called in the run. */
function seedOf(seed: number, operation: OperationId): number {
  return [...operation].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) | 0, seed)
}

/**
 * Calls the operations of a server with requests made from the contract, one operation after the other. With the first failure
 * of an operation it goes on to the next.
 */
export async function fuzz({ origin, operations, calls, seed, learn }: FuzzSettings): Promise<FuzzReport> {
  const check = new AnswerCheck()
  const { host } = new URL(origin)
  const statuses = new Map<OperationId, Map<number, number>>()
  const times: { operation: OperationId; status: number; ms: number }[] = []
  const failures: FuzzFailure[] = []
  let done = 0
  for (const [index, operation] of operations.entries()) {
    const described = describe(operation)
    const counted = new Map<number, number>()
    statuses.set(operation, counted)
    const knowledge = await learn()
    let problem = ''
    const property = fc.asyncProperty(requestsOf(described, knowledge), async (request) => {
      const start = performance.now()
      done += 1
      const answer = await send(origin, host, request).catch((error: Error) => error)
      if (answer instanceof Error) {
        problem = `gave no answer: ${answer.message}`
        return false
      }
      counted.set(answer.status, (counted.get(answer.status) ?? 0) + 1)
      times.push({ operation, status: answer.status, ms: performance.now() - start })
      const found = check.problemOf(answering(described, request.method), request.method, answer)
      problem = found ?? problem
      return found === undefined
    })
    const numRuns =
      Math.ceil((calls * (index + 1)) / operations.length) - Math.ceil((calls * index) / operations.length)
    const { failed, counterexample } = await fc.check(property, { numRuns, seed: seedOf(seed, operation) })
    if (failed && counterexample) failures.push({ operation, request: counterexample[0], problem })
  }
  const slowest = times.sort((a, b) => b.ms - a.ms).slice(0, slowestShown)
  return { seed, calls: done, statuses, slowest, failures }
}
