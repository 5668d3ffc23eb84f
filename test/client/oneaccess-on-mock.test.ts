import { afterAll, beforeAll } from 'vitest'
import { type RunningMock, startMock } from '../mocks/start.ts'
import { oneAccessSuite } from './oneaccess-suite.ts'

let mock: RunningMock
beforeAll(async () => {
  mock = await startMock()
})
afterAll(() => mock.stop())

oneAccessSuite(() => mock.origin)
