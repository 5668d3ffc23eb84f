import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { journeyFiles, journeysOnServer, runJourneys } from '../../support/journeys.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

let mock: RunningMock
let server: TestServer

beforeAll(async () => {
  mock = await startMock()
  server = await startTestServer()
})
afterAll(async () => {
  await mock.stop()
  await server.close()
})

test.each(journeyFiles.filter((file) => !journeysOnServer.includes(file)))('%s runs on the mock', async (file) => {
  expect(await runJourneys(file, mock.origin)).toMatch(/Workflows: \d+ passed, \d+ total/)
})

test.each(journeysOnServer)('%s runs on the server', async (file) => {
  expect(await runJourneys(file, server.issuer)).toMatch(/Workflows: \d+ passed, \d+ total/)
})
