import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface MockOptions {
  host: string
  port: number
  /** Answers made from the schemas instead of the documented examples. */
  dynamic: boolean
  /** Makes the answers of `dynamic` repeatable. */
  seed?: string
  help: boolean
}

export const usage = `Usage: npm run mock -- [options]

Serves every documented answer of the OpenAccount APIs, with a login that can be walked.

  --port <number>   the port to listen on (4010; 0 picks a free one)
  --host <name>     the address to listen on (localhost)
  --dynamic         make up answers from the schemas instead of using the documented examples
  --seed <text>     make the answers of --dynamic repeatable
  --help            show this text

A request chooses its answer with the header Prefer: code=404, example=<name>, dynamic=true, seed=<text>.
Access tokens of the Account API come from POST /connect/token, with the scopes that are asked for; those of the OneAccess
API from POST /api/v2/tenant/token, /api/v2/sdk/login and /api/v1/oauth2/token. Any client, secret, user and password will do.
The start message lists every operation; mocks/README.md says what is checked.
`

/**
 * Reads the command line.
 * @throws Error with one line for people when an option is unknown or its value cannot be used
 */
export function readOptions(args: string[]): MockOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: 'localhost' },
      dynamic: { type: 'boolean', default: false },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
  if (!(port <= 65535)) throw new Error(`--port must be a whole number from 0 to 65535, not '${values.port}'`)
  return { ...values, port }
}
