import { afterAll, beforeAll } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'
import { oneAccessSuite } from './oneaccess-suite.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

oneAccessSuite(() => server.issuer)
