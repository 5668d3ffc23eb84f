import { readFile } from 'node:fs/promises'
import { text as wholeOf } from 'node:stream/consumers'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { type Application, Applications, type Registered } from '../server/domain/applications/applications.ts'
import { logoName } from '../server/domain/applications/logos.ts'
import { type Member, members, type Registration, RegistrationError } from '../server/domain/applications/metadata.ts'
import { readRegistration, writeRegistration } from '../server/domain/applications/metadata-json.ts'
import { Failure } from '../server/domain/failure.ts'
import { createLogger } from '../server/log/log.ts'
import { logoutPost } from '../server/logout-post.ts'
import { eventCommand, eventHelp } from './applications/events.ts'
import { runCommand, UsageError } from './command.ts'
import { output, table, withServices } from './services.ts'

const page = { limit: 500, offset: 0 }

/** `client_name#zh-CN` as `client-name-zh`, `redirect_uris` as `redirect-uris`. */
const flagOf = ({ name }: Member) => name.replace('#zh-CN', '_zh').replaceAll('_', '-')

const flags = members.map((member) => {
  const value = { text: ' <text>', list: ' <value> …', words: ' "<a b>"', flag: '', number: ' <n>', object: ' <json>' }
  return `  --${flagOf(member)}${value[member.kind]}`.padEnd(44) + member.meaning
})

const help = `Usage: npm run applications -- <command> [options]

  list                                  the registered applications
  show <client id>                      the registration of one
  add [<file>]                          register one; prints its client id and, once, its secret
  change <client id> [<file>]           change what the file or the flags name, and leave the rest
  disable <client id>                   no tokens and no sign-in for it from now on
  enable <client id>                    the contrary
  logo <client id> [<file>]             show this PNG, JPEG or WebP picture of it on the pages; without a file none
  secret <client id> [--keep-old <h>]   make another secret and print it once; the old one ends at once, or so many
                                        hours (720 at most) later, until when both are taken

${eventHelp}

The file is JSON as the guide "Client registration and changes" has it; - stands for standard input. Flags win over it:

  --client-id <text>                        for add; made up when there is none
${flags.join('\n')}

Lists are given by repeating the flag, or with "" for an empty one; yes and no as --first-party and --no-first-party.
  --json                                    print JSON
  --help                                    show this text

Works beside a running server; every node takes a change up at once.
`

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  'client-id': { type: 'string' },
  'keep-old': { type: 'string' },
  ...Object.fromEntries(
    members.map((member) => [
      flagOf(member),
      {
        type: member.kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: member.kind === 'list',
      },
    ]),
  ),
} satisfies ParseArgsConfig['options']

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The registration that the flags describe, as JSON would. */
function fromFlags(values: Values): Record<string, unknown> {
  const given = members.flatMap((member) => {
    const value = values[flagOf(member)]
    return value === undefined ? [] : [[member.name, readFlag(member, value)] as const]
  })
  return Object.fromEntries(given)
}

function readFlag({ kind, name, optional }: Member, value: string | boolean | (string | boolean)[]): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== '')
  if (value === '' && optional) return null
  if (kind === 'number') return Number(value)
  return kind === 'object' ? parseJson(String(value), `--${name}`) : value
}

async function fromFile(path: string | undefined): Promise<Record<string, unknown>> {
  if (path === undefined) return {}
  const text = path === '-' ? await wholeOf(process.stdin) : await read(path)
  const given = parseJson(text, path === '-' ? 'standard input' : path)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new UsageError('a registration is an object')
  return { ...given }
}

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(unreadable(path))
}

const unreadable = (path: string) => (error: NodeJS.ErrnoException) => {
  throw new UsageError(`${path} cannot be read (${error.code})`)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${where} is not JSON`)
  }
}

const describe = (application: Application) => ({
  client_id: application.clientId,
  application_id: application.id,
  enabled: application.enabled,
  ...(application.logoHash && { logo: `/Account/Logos/${logoName(application.logoHash)}` }),
  ...writeRegistration(application),
})

function describeRegistered({ application, secret }: Registered) {
  const { client_id, ...rest } = describe(application)
  return { client_id, ...(secret !== undefined && { client_secret: secret }), ...rest }
}

/** A registration for people: one line a member, a list one line an entry. */
function lines(described: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(described).flatMap(([name, value]) =>
    (Array.isArray(value) && value.length > 0 ? value : [value]).map((item: unknown, index) => {
      const text = typeof item === 'string' ? item : JSON.stringify(item)
      return [index === 0 ? name : '', text]
    }),
  )
  const secret = 'client_secret' in described ? '\n\nKeep the secret now: it is not shown again.' : ''
  return shown.map(([name = '', text = '']) => `${name.padEnd(36)}${text}`).join('\n') + secret
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true, allowNegative: true })
  const all: Values = values
  if (values.help) return help.trimEnd()
  const [command = '', first, ...rest] = positionals
  const { json } = values
  const run = <T>(work: (applications: Applications) => Promise<T>) =>
    withServices(loadConfig(process.env), createLogger({ level: 'warn' }), (db) => work(new Applications(db)))
  const show = (described: Record<string, unknown>) => output(json, described, () => lines(described))
  const clientId = () => first ?? wrongUse()
  if (rest.length > (command === 'change' || command === 'logo' ? 1 : 0)) wrongUse()

  switch (command) {
    case 'list': {
      if (first !== undefined) wrongUse()
      const { items } = await run((applications) => applications.list(page))
      return output(json, items.map(describe), () =>
        table(
          ['client id', 'state', 'authentication', 'grants', 'name'],
          items.map(({ clientId: id, enabled, tokenEndpointAuthMethod: method, grantTypes, name }) => [
            id,
            enabled ? 'enabled' : 'disabled',
            method,
            grantTypes.map((grant) => grant.replace(/^.*:/, '')).join(','),
            name,
          ]),
        ),
      )
    }
    case 'show':
      return show(describe(await run((applications) => applications.get(clientId()))))
    case 'add': {
      const { client_id: own, ...given } = { ...(await fromFile(first)), ...fromFlags(all) }
      const wanted = values['client-id'] ?? own
      if (wanted !== undefined && typeof wanted !== 'string') throw new UsageError('client_id must be a text')
      const registration = judged(readRegistration(given))
      return show(describeRegistered(await run((applications) => applications.add({}, registration, wanted))))
    }
    case 'change': {
      const id = clientId()
      const registration = judged(readRegistration({ ...(await fromFile(rest[0])), ...fromFlags(all) }))
      if (Object.keys(registration).length === 0) throw new UsageError('nothing is to be changed: name a file or flags')
      return show(describeRegistered(await run((applications) => applications.change({}, id, registration))))
    }
    case 'disable':
    case 'enable': {
      const id = clientId()
      return show(describe(await run((applications) => applications.setEnabled({}, id, command === 'enable'))))
    }
    case 'logo': {
      const id = clientId()
      const file = rest[0] === undefined ? undefined : await readFile(rest[0]).catch(unreadable(rest[0]))
      return show(describe(await run((applications) => applications.setLogo({}, id, file))))
    }
    case 'secret': {
      const id = clientId()
      return show(
        describeRegistered(
          await run((applications) => applications.replaceSecret({}, id, overlapOf(values['keep-old']))),
        ),
      )
    }
    default:
      return wrongUse()
  }
}

/** The registration, when every address that is told of the end of a session may be reached from here. */
function judged(registration: Partial<Registration>): Partial<Registration> {
  const post = logoutPost(loadConfig(process.env))
  const { backchannelLogoutUri: oidc, samlBackchannelLogoutUrl: saml, casServices = [] } = registration
  for (const address of [oidc, saml, ...casServices]) {
    try {
      if (address) post.judge(address)
    } catch (error) {
      throw new UsageError(`${address}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return registration
}

/** Hours, as they are given. */
function overlapOf(text: unknown): number {
  const hours = text === undefined ? 0 : Number(text)
  if (Number.isInteger(hours) && hours >= 0 && hours <= 720 && text !== '') return hours
  throw new UsageError('--keep-old is a number of hours, 720 at most')
}

function wrongUse(): never {
  throw new UsageError(help.trimEnd())
}

/** What the services refuse with is for whoever typed the command. */
function explained(error: unknown): never {
  if (error instanceof RegistrationError) throw new UsageError(error.message)
  if (error instanceof Failure && error.kind === 'conflict')
    throw new UsageError('there is an application with that client id or SAML entity id')
  if (error instanceof Failure && error.kind === 'image_not_readable')
    throw new UsageError('the file is no PNG, JPEG or WebP picture that can be read')
  if (error instanceof Failure) throw new UsageError('there is no application with that client id')
  throw error
}

await runCommand(async () => (await eventCommand(process.argv.slice(2))) ?? (await main().catch(explained)))
