import { EmbeddedPostgresError } from '@openaccount/embedded-postgres'
import { ConfigError } from '../server/config/config.ts'

/** A wrong use of a command; the message says what is right. */
export class UsageError extends Error {}

/** Runs a command and prints what it gives, if it has not done so itself. After a failure the exit code is 1; one that the caller can mend is printed without its stack. */
export async function runCommand(main: () => Promise<string | undefined>): Promise<void> {
  try {
    const said = await main()
    if (said !== undefined) console.log(said)
  } catch (error) {
    console.error(error instanceof Error && isForPeople(error) ? error.message : error)
    process.exitCode = 1
  }
}

function isForPeople(error: Error): boolean {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof EmbeddedPostgresError) return true
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
