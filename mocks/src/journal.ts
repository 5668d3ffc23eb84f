import type { OperationId } from '../../generated/operations.ts'
import type { MockOperation } from './contract.ts'
import { invalid } from './guard.ts'
import type { Plan, SeenRequest } from './mock.ts'
import { LONGEST_DELAY_MILLISECONDS, type Preference, settled } from './preference.ts'

/** So many requests are kept, the latest ones. */
const MOST_REQUESTS = 1000

/** What was asked of the mock, and what it is to answer next. */
export class Journal {
  readonly #requests: SeenRequest[] = []
  readonly #plans = new Map<OperationId, { preference: Preference; times: number }[]>()

  note(request: SeenRequest): void {
    this.#requests.push(request)
    if (this.#requests.length > MOST_REQUESTS) this.#requests.shift()
  }

  requests(): SeenRequest[] {
    return [...this.#requests]
  }

  /** @throws Refused when the operation has no such status or example, or a number is out of bounds */
  plan(operation: MockOperation, { times = 1, ...wanted }: Plan): void {
    if (!Number.isInteger(times) || times < 1) throw invalid(`times must be a whole number from 1, not ${times}`)
    const { delay = 0 } = wanted
    if (!(delay >= 0 && delay <= LONGEST_DELAY_MILLISECONDS))
      throw invalid(`delay must be milliseconds up to ${LONGEST_DELAY_MILLISECONDS}, not ${delay}`)
    const plans = this.#plans.get(operation.id) ?? []
    this.#plans.set(operation.id, [...plans, { preference: settled(operation, wanted), times }])
  }

  /** How this call is to be answered; undefined where nobody said. */
  take(id: OperationId): Preference | undefined {
    const [plan, ...others] = this.#plans.get(id) ?? []
    if (!plan) return undefined
    plan.times--
    if (plan.times === 0) this.#plans.set(id, others)
    return plan.preference
  }

  reset(): void {
    this.#requests.length = 0
    this.#plans.clear()
  }
}
