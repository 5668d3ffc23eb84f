import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')

/** The files of the contract's journeys (Arazzo). */
export const journeyFiles = readdirSync(join(root, 'openapi/workflows'))

/**
 * Journeys that the server can be asked for; some of them end as they do because of what happened before. The sign-in of OneAccess is
 * none: where the piece of a captcha belongs, and which code was sent, stands in no answer of the contract. What demo mode tells of
 * both (`/dev/captcha`, `/dev/outbox`) is no operation that a journey can name; the guide "SMS chain" takes that way on the server.
 */
export const journeysOnServer = [
  'device-sign-in.arazzo.yaml',
  'token-lifecycle.arazzo.yaml',
  'oem-users.arazzo.yaml',
  'trusted-client.arazzo.yaml',
  'oneaccess-provisioning.arazzo.yaml',
]

/** The document whose operations a file of journeys calls. */
export function apiOfJourney(file: string): 'account' | 'oneaccess' {
  return file.startsWith('oneaccess') ? 'oneaccess' : 'account'
}

/**
 * Runs the journeys of a file, each answer held against the contract.
 * @param har where to write what was asked and answered
 * @param checkout where the project is, when it is another version of it
 * @throws Error with the report when one of them does not end well
 */
export async function runJourneys(file: string, address: string, har?: string, checkout = root): Promise<string> {
  const record = har === undefined ? [] : ['--har-output', har]
  const args = [cli, 'respect', `openapi/workflows/${file}`, '--server', `${apiOfJourney(file)}=${address}`, ...record]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const { stdout, stderr } = await execute(process.execPath, args, { cwd: checkout, env })
  return stdout + stderr
}
