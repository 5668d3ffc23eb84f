import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { journeyFiles, runJourneys } from '../../support/journeys.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

/**
 * Journeys that the server can be asked for; some of them end as they do because of what happened before. The sign-in of OneAccess is
 * none: where the piece of a captcha belongs, and which code was sent, stands in no answer of the contract. What demo mode tells of
 * both (`/dev/captcha`, `/dev/outbox`) is no operation that a journey can name; the guide "SMS chain" takes that way on the server.
 */
const onServer = [
  'device-sign-in.arazzo.yaml',
  'token-lifecycle.arazzo.yaml',
  'oem-users.arazzo.yaml',
  'trusted-client.arazzo.yaml',
  'oneaccess-provisioning.arazzo.yaml',
]

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

test.each(journeyFiles.filter((file) => !onServer.includes(file)))('%s runs on the mock', async (file) => {
  expect(await runJourneys(file, mock.origin)).toMatch(/Workflows: \d+ passed, \d+ total/)
})

test.each(onServer)('%s runs on the server', async (file) => {
  expect(await runJourneys(file, server.issuer)).toMatch(/Workflows: \d+ passed, \d+ total/)
})
