import { type ParseArgsConfig, parseArgs } from 'node:util'
import { loadConfig } from '../../server/config/config.ts'
import { loadSecretKey } from '../../server/crypto/installation-key.ts'
import { openInstallation } from '../../server/db/installation-secret.ts'
import { type Callback, CallbackError } from '../../server/domain/events/callbacks.ts'
import type { DeliveryRecord } from '../../server/domain/events/deliveries.ts'
import { createEvents, type Events } from '../../server/events.ts'
import { createLogger } from '../../server/log/log.ts'
import { UsageError } from '../command.ts'
import { readSecrets } from '../secret-input.ts'
import { output, table, withServices } from '../services.ts'

/** What the help of `npm run applications` says of these commands. */
export const eventHelp = `  callback <client id>                  where it is told of changes of users and organizations
  callback <client id> <address>        tell it there, once the address has answered CHECK_URL; asks for the security
                                        token, the encryption key and the signature key, or reads them from standard
                                        input, one a line. An empty line leaves what is there
      --no-encryption, --no-signature       take a key away
  callback-pause <client id>            keep its events; callback-resume lets them go
  callback-remove <client id>           tell it nothing any more, and forget its events
  deliveries [<client id>]              the latest events and what came of them
      --state <state>                       waiting, sending, delivered, dead or dropped
      --limit <n>                           100 at first
  resend <client id> [<delivery id>]    send a dead letter again, or all of them
  drop <client id> <delivery id>        give a dead letter up, so that what waits behind it goes on; --all for all`

const states = ['waiting', 'sending', 'delivered', 'dead', 'dropped'] as const
const secretNames = ['Security token', 'Encryption key', 'Signature key'] as const

const options = {
  json: { type: 'boolean' },
  encryption: { type: 'boolean' },
  signature: { type: 'boolean' },
  state: { type: 'string' },
  limit: { type: 'string' },
  all: { type: 'boolean' },
} satisfies ParseArgsConfig['options']

interface Call {
  readonly what: string | undefined
  readonly which: string | undefined
  readonly values: ReturnType<typeof readArguments>['values']
}

const readArguments = (args: string[]) => parseArgs({ args, options, allowPositionals: true, allowNegative: true })

const commands: ReadonlyMap<string, (call: Call) => Promise<string>> = new Map([
  ['callback', callback],
  ['callback-pause', (call: Call) => changed(call, (events, id) => events.callbacks.pause({}, id))],
  ['callback-resume', (call: Call) => changed(call, (events, id) => events.callbacks.resume({}, id))],
  ['callback-remove', removed],
  ['deliveries', deliveries],
  ['resend', (call: Call) => settled(call, 'resend')],
  ['drop', (call: Call) => settled(call, 'drop')],
])

/** Does a command about the events of applications; undefined when it is none. */
export async function eventCommand(args: string[]): Promise<string | undefined> {
  const command = commands.get(args[0] ?? '')
  if (!command || args.includes('--help') || args.includes('-h')) return undefined
  const { values, positionals } = readArguments(args.slice(1))
  const [what, which, ...rest] = positionals
  if (rest.length > 0) throw wrongUse()
  return await command({ what, which, values }).catch((error: unknown) => {
    throw error instanceof CallbackError ? new UsageError(error.message) : error
  })
}

async function callback({ what: clientId, which: address, values }: Call): Promise<string> {
  if (clientId === undefined) throw wrongUse()
  if (address === undefined) {
    const found = await withEvents(({ callbacks }) => callbacks.find(clientId))
    if (!found) throw new UsageError('that application has no callback')
    return show(values.json, found)
  }
  const [token, encryptionKey, signatureKey] = await readSecrets(secretNames)
  const change = {
    address,
    token,
    encryptionKey: values.encryption === false ? null : encryptionKey,
    signatureKey: values.signature === false ? null : signatureKey,
  }
  return show(values.json, await withEvents(({ callbacks }) => callbacks.save({}, clientId, change)))
}

async function changed(
  { what: clientId, which, values }: Call,
  change: (events: Events, clientId: string) => Promise<Callback>,
): Promise<string> {
  if (clientId === undefined || which !== undefined) throw wrongUse()
  return show(values.json, await withEvents((events) => change(events, clientId)))
}

async function removed({ what: clientId, which, values }: Call): Promise<string> {
  if (clientId === undefined || which !== undefined) throw wrongUse()
  await withEvents(({ callbacks }) => callbacks.remove({}, clientId))
  return output(values.json, { removed: clientId }, () => `${clientId} is told nothing any more`)
}

async function deliveries({ what: clientId, which, values }: Call): Promise<string> {
  const state = states.find((known) => known === values.state)
  const limit = Number(values.limit ?? 100)
  if (which !== undefined || (values.state !== undefined && !state)) throw wrongUse()
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 10_000)) throw new UsageError('--limit is from 1 to 10000')
  const found = await withEvents((events) => events.deliveries.list({ clientId, state }, limit))
  return output(values.json, found.map(described), () =>
    table(
      ['id', 'made at', 'client id', 'event', 'object', 'state', 'attempts', 'answer'],
      found.map((record) => [
        record.id,
        record.createdAt.toISOString(),
        record.clientId,
        eventTypeOf(record),
        record.subjectId,
        record.state,
        String(record.attempts),
        [record.code, record.message].filter(Boolean).join(' '),
      ]),
    ),
  )
}

async function settled({ what: clientId, which: id, values }: Call, act: 'resend' | 'drop'): Promise<string> {
  if (clientId === undefined || (act === 'drop' && (id === undefined) !== (values.all === true))) throw wrongUse()
  if (id !== undefined && !/^\d{1,18}$/.test(id)) throw new UsageError(`${id} is no id of a delivery`)
  const count = await withEvents((events) => events.deliveries[act]({}, { clientId, id }))
  if (count === 0) throw new UsageError('there is no such dead letter')
  const done = act === 'resend' ? 'sent again' : 'given up'
  return output(values.json, { count }, () => `${count} dead ${count === 1 ? 'letter is' : 'letters are'} ${done}`)
}

const eventTypeOf = ({ kind, subjectType }: DeliveryRecord) => `${kind}_${subjectType.toUpperCase()}`

function described(record: DeliveryRecord) {
  const { id, clientId, subjectId, state, attempts, code, message, createdAt, attemptedAt, dueAt, finishedAt } = record
  return {
    id,
    client_id: clientId,
    event_type: eventTypeOf(record),
    object_id: subjectId,
    state,
    attempts,
    code,
    message,
    created_at: createdAt,
    attempted_at: attemptedAt,
    next_attempt_at: state === 'waiting' ? dueAt : null,
    finished_at: finishedAt,
  }
}

function show(json: boolean | undefined, callback: Callback): string {
  const described = {
    client_id: callback.clientId,
    address: callback.address,
    encrypted: callback.encrypted,
    signed: callback.signed,
    paused_at: callback.pausedAt,
    updated_at: callback.updatedAt,
  }
  return output(json, described, () =>
    Object.entries(described)
      .map(([name, value]) => `${name.padEnd(16)}${value instanceof Date ? value.toISOString() : (value ?? 'no')}`)
      .join('\n'),
  )
}

function withEvents<T>(work: (events: Events) => Promise<T>): Promise<T> {
  const config = loadConfig(process.env)
  const log = createLogger({ level: 'warn' })
  return withServices(config, log, async (db) => {
    const secret = await openInstallation(db, await loadSecretKey(config))
    return work(createEvents({ db, secret, log, networks: config.eventCallbackNetworks }))
  })
}

const wrongUse = () => new UsageError('see npm run applications -- --help')
