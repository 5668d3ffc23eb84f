import type { Mock, MockOptions } from './mock.ts'
import { runMock } from './running.ts'

export type { OperationId } from '../../generated/operations.ts'
export type { Controls, Mock, MockOptions, Plan, SeenRequest } from './mock.ts'
export type { Lifetimes, MockClient, MockUser } from './world.ts'

/**
 * Starts a mock of both OpenAccount APIs in this process.
 * @throws Error when it cannot listen there
 */
export function createMock(options: MockOptions = {}): Promise<Mock> {
  return runMock(options)
}
