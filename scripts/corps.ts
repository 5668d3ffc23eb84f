import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { deriveKey } from '../server/crypto/encryption.ts'
import { loadSecretKey } from '../server/crypto/installation-key.ts'
import { openInstallation } from '../server/db/installation-secret.ts'
import { Corps } from '../server/domain/corps/corps.ts'
import { LinkVault } from '../server/domain/corps/links.ts'
import { isGuid } from '../server/domain/guid.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { explaining, type Reasons } from './refusals.ts'
import { readSecrets } from './secret-input.ts'
import { output, withServices } from './services.ts'

const help = `Usage: npm run corps -- <command>

  add <name>               make an enterprise
  show <guid>              an enterprise and its link
  link <guid> <corp id>    link it to WeCom, or change the link; asks for what WeCom's administration shows, or reads
                           it from standard input, one a line: the application's secret, the call-back token, the
                           EncodingAESKey. An empty line leaves what is there

For add:

  --display-name <text>    the name that people see
  --description <text>

For link:

  --agent <id>             the application inside the enterprise
  --receive-id <id>        whom call-backs are for, where a service provider's suite receives them

  --json                   print JSON
  --help                   show this text

Secrets are never taken from the command line, kept encrypted and never shown. Works beside a running server.
`

/** What the services refuse with, for whoever typed the command. */
const reasons: Reasons = {
  corp_not_found: 'there is no enterprise with that GUID',
  corp_name_taken: 'there is an enterprise of that name',
  corp_link_taken: 'that enterprise of WeCom is linked to another one here',
}

const secretNames = ['Secret of the application', 'Call-back token', 'EncodingAESKey'] as const

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      'display-name': { type: 'string' },
      description: { type: 'string' },
      agent: { type: 'string' },
      'receive-id': { type: 'string' },
    },
    allowPositionals: true,
  })
  if (values.help) return help.trimEnd()
  const [command = '', what, externalId, ...rest] = positionals
  if (what === undefined || rest.length > 0 || (externalId !== undefined) !== (command === 'link')) wrongUse()
  if (command !== 'add' && !isGuid(what)) throw new UsageError(`${what} is no GUID`)
  const show = (thing: object) => output(values.json, thing, () => text(thing))
  switch (command) {
    case 'add': {
      const { 'display-name': displayName, description } = values
      return show(await withCorps((corps) => corps.create({}, { name: what, displayName, description })))
    }
    case 'show':
      return show(await withCorps((corps) => corps.get(what)))
    case 'link': {
      const [appSecret, callbackToken, callbackKey] = await readSecrets(secretNames)
      if (callbackKey !== undefined && !/^[A-Za-z0-9]{43}$/.test(callbackKey)) {
        throw new UsageError('the EncodingAESKey has 43 letters and digits')
      }
      const secrets = { appSecret, callbackToken, callbackKey }
      const link = { provider: 'WeCom', externalId: externalId ?? '', appId: values.agent } as const
      const receiveId = values['receive-id']
      return show(await withCorps((corps) => corps.saveLink({}, what, { ...link, receiveId, ...secrets })))
    }
    default:
      return wrongUse()
  }
}

function withCorps<T>(work: (corps: Corps) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env)
  return withServices(config, createLogger({ level: 'warn' }), async (db) => {
    const secret = await openInstallation(db, await loadSecretKey(config))
    return work(new Corps(db, new LinkVault(deriveKey(secret, 'provider-secrets'))))
  })
}

function text(thing: object): string {
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.entries(thing)
    .map(([name, value]) => `${name}: ${shown(value)}`)
    .join('\n')
}

function wrongUse(): never {
  throw new UsageError(help.trimEnd())
}

await runCommand(() => main().catch(explaining(reasons)))
