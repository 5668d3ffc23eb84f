import type { OperationId } from '../../generated/operations.ts'
import type { Lifetimes, MockClient, MockUser } from './world.ts'

/** A request that the mock was sent, and how it was answered. */
export interface SeenRequest {
  /** When it came, as ISO 8601 has it. */
  at: string
  method: string
  /** Path and query. */
  path: string
  /** Undefined where the contract has nothing. */
  operation?: OperationId
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** A JSON value, the fields of a form, or the text of any other body. */
  body?: unknown
  status: number
}

/** How the next calls of an operation are to be answered, whatever they hold. */
export interface Plan {
  /** A status that the operation has. */
  code?: number
  /** The name of an example of the contract. */
  example?: string
  /** Milliseconds to wait before the answer. */
  delay?: number
  /** How many calls are meant; one by default. */
  times?: number
}

/** What can be done with a mock while it runs. */
export interface Controls {
  /** What was asked since the start or the last reset, the latest thousand, oldest first. */
  requests(): SeenRequest[]
  /** Says how the next calls of an operation are answered. @throws Error when it has no such status or example */
  next(operation: OperationId, plan: Plan): void
  /** Moves the clock on by so many seconds: tokens, codes and sessions end by it. */
  advance(seconds: number): void
  /** Forgets what calls made, and what was planned; the clock is what it was. Tokens stay good. */
  reset(): void
}

/** What a mock is made with; everything may be left out. */
export interface MockOptions {
  /** The people who can sign in; the first one does where nobody is named. */
  users?: MockUser[]
  clients?: MockClient[]
  /** Knows these people and clients only, their passwords, secrets and addresses; the server's demo data where none are given. */
  strict?: boolean
  /** A clock of one's own, or the moment at which the mock's begins to run. */
  clock?: (() => number | Date) | Date | string | number
  /** How long tokens last, in seconds. */
  lifetimes?: Lifetimes
  /** Makes the ids of what is created repeatable, and made-up answers. */
  seed?: string
  /** Off: every call is answered with the contract's example, whatever was called before. */
  memory?: boolean
  /** Makes answers up from the schemas instead of keeping anything. */
  dynamic?: boolean
  /** A free one by default. */
  port?: number
  /** `127.0.0.1` by default. */
  host?: string
}

/** A mock that listens. */
export interface Mock extends Controls {
  /** Its address, without a slash at the end. */
  url: string
  close(): Promise<void>
}
