import type { MockDocument } from '../../mocks/src/contract.ts'
import type { Mock, MockOptions } from '../../mocks/src/mock.ts'
import { runMock } from '../../mocks/src/running.ts'

/** A mock that listens on a free port, for one test file. */
export interface RunningMock extends Mock {
  origin: string
  documents: MockDocument[]
  stop(): Promise<void>
}

/** Starts a mock in this process. */
export async function startMock(options: MockOptions = {}): Promise<RunningMock> {
  const mock = await runMock(options)
  return { ...mock, origin: mock.url, stop: () => mock.close() }
}
