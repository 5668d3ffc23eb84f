import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningMock, startMock } from '../../mocks/start.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')
const files = readdirSync(join(root, 'openapi/workflows'))

/** Journeys whose end depends on what happened before, which the mock does not remember; both are built on the server. */
const onServer = ['device-sign-in.arazzo.yaml', 'token-lifecycle.arazzo.yaml']

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

/**
 * Runs the journeys of a file, each answer held against the contract.
 * @throws Error with the report when one of them does not end well
 */
async function run(file: string, address: string): Promise<string> {
  const document = file.startsWith('oneaccess') ? 'oneaccess' : 'account'
  const args = [cli, 'respect', `openapi/workflows/${file}`, '--server', `${document}=${address}`]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const { stdout, stderr } = await execute(process.execPath, args, { cwd: root, env })
  return stdout + stderr
}

test.each(files.filter((file) => !onServer.includes(file)))('%s runs on the mock', async (file) => {
  expect(await run(file, mock.origin)).toMatch(/Workflows: \d+ passed, \d+ total/)
})

test.each(onServer)('%s runs on the server', async (file) => {
  expect(await run(file, server.issuer)).toMatch(/Workflows: \d+ passed, \d+ total/)
})
