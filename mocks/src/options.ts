import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface CommandOptions {
  host: string
  port: number
  /** A file with users, clients and lifetimes. */
  config?: string
  strict?: true
  dynamic?: true
  'no-memory'?: true
  seed?: string
  help?: true
}

export const usage = `Usage: openaccount-mock [options]        in this repository: npm run mock -- [options]

Serves every documented answer of the OpenAccount APIs, remembers what calls do, and has a login that can be walked.

  --port <number>   the port to listen on (4010; 0 picks a free one)
  --host <name>     the address to listen on (localhost)
  --config <file>   JSON with users, clients and lifetimes, as createMock takes them
  --strict          know these users and clients only, with their passwords, secrets and addresses (the demo's without --config)
  --no-memory       answer every call with the documented example, whatever was called before
  --dynamic         make up answers from the schemas instead
  --seed <text>     make ids and the answers of --dynamic repeatable
  --help            show this text

A request chooses its answer with the header Prefer: code=404, example=<name>, delay=<ms>, dynamic=true, seed=<text>.
GET /_mock tells what was asked; POST /_mock takes {"next":{"operation":"createUsers","code":503,"times":2}}, {"advance":3600}
(seconds) and {"reset":true}.
Access tokens of the Account API come from POST /connect/token, with the scopes that are asked for; those of the OneAccess
API from POST /api/v2/tenant/token, /api/v2/sdk/login and /api/v1/oauth2/token. Unless --strict is given, any client, secret,
user and password will do. The start message lists every operation; mocks/README.md says what is checked.
`

/**
 * Reads the command line.
 * @throws Error with one line for people when an option is unknown or its value cannot be used
 */
export function readOptions(args: string[]): CommandOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      config: { type: 'string' },
      strict: { type: 'boolean' },
      'no-memory': { type: 'boolean' },
      dynamic: { type: 'boolean' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const { port: given = '4010', host = 'localhost', ...others } = values
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port <= 65535)) throw new Error(`--port must be a whole number from 0 to 65535, not '${given}'`)
  return { ...(others as Omit<CommandOptions, 'host' | 'port'>), host, port }
}
