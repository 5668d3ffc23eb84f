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
    console.error(error instanceof Error ? (forPeople(error) ?? error) : error)
    process.exitCode = 1
  }
}

function forPeople(error: Error): string | undefined {
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof EmbeddedPostgresError)
    return error.message
  if (!('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) return undefined
  // Behind its first sentence Node speaks of arguments that begin with a dash.
  const [what] = error.message.split(/\. To |\n/)
  return `${what?.replace(/\.$/, '')}; --help shows what there is`
}
