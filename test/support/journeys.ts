import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js')

/** The files of the contract's journeys (Arazzo). */
export const journeyFiles = readdirSync(join(root, 'openapi/workflows'))

/** The document whose operations a file of journeys calls. */
export function apiOfJourney(file: string): 'account' | 'oneaccess' {
  return file.startsWith('oneaccess') ? 'oneaccess' : 'account'
}

/**
 * Runs the journeys of a file, each answer held against the contract.
 * @param har where to write what was asked and answered
 * @throws Error with the report when one of them does not end well
 */
export async function runJourneys(file: string, address: string, har?: string): Promise<string> {
  const record = har === undefined ? [] : ['--har-output', har]
  const args = [cli, 'respect', `openapi/workflows/${file}`, '--server', `${apiOfJourney(file)}=${address}`, ...record]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
  const { stdout, stderr } = await execute(process.execPath, args, { cwd: root, env })
  return stdout + stderr
}
