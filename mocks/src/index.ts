import { type Mock, type MockOptions, runMock } from './running.ts'

export type { OperationId } from '../../generated/operations.ts'
export type { Controls } from './control.ts'
export type { Plan, SeenRequest } from './journal.ts'
export type { Mock, MockOptions } from './running.ts'
export type { Lifetimes, MockClient, MockUser } from './world.ts'

/**
 * Starts a mock of both OpenAccount APIs in this process.
 * @throws Error when it cannot listen there
 */
export function createMock(options: MockOptions = {}): Promise<Mock> {
  return runMock(options)
}
