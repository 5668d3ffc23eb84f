import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { loadSecretKey } from '../server/crypto/installation-key.ts'
import { decodeSecretKey, looksRandom } from '../server/crypto/secret-key.ts'
import { listSecretKeys, openInstallation, retireOthers, wrap } from '../server/db/installation-secret.ts'
import { saveAuditEvent } from '../server/db/queries/audit.ts'
import type { Db } from '../server/db/schema.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { readSecrets } from './secret-input.ts'
import { withServices } from './services.ts'

const help = `Usage: npm run secret -- <command>

  list      when each SECRET_KEY began to open this installation
  add       let a new SECRET_KEY open it too: asked for at a terminal, else read from standard input
            (npm run -s secret -- add < new.key). Make one with: openssl rand -base64 32
  retire    let no SECRET_KEY open it but the one that this command was given

All of them need a SECRET_KEY that opens it: in SECRET_KEY, or in secret.key of DATA_DIR. To change it: add the new one, give it to every
node, restart them one after the other whenever it suits, then run retire with the new one. Nothing else changes: nobody is signed out.
`

const commands: Readonly<Record<string, (db: Db, secretKey: Buffer) => Promise<string>>> = {
  list: async (db, secretKey) => {
    await openInstallation(db, secretKey)
    const keys = await listSecretKeys(db, secretKey)
    return keys.map(({ since, current }) => `${since.toISOString()}${current ? '  this one' : ''}`).join('\n')
  },
  add: async (db, secretKey) => {
    const secret = await openInstallation(db, secretKey)
    const [text = ''] = await readSecrets(['New SECRET_KEY'])
    const next = decodeSecretKey(text)
    if (!next || !looksRandom(next)) {
      throw new UsageError('the new SECRET_KEY must be at least 32 random bytes (openssl rand -base64 32)')
    }
    await db.transaction().execute(async (trx) => {
      await wrap(trx, secret, next)
      await saveAuditEvent(trx, {}, 'secret_key.added', { type: 'key', id: undefined })
    })
    return 'The new SECRET_KEY opens this installation, beside the one before.'
  },
  retire: async (db, secretKey) => {
    await openInstallation(db, secretKey)
    const gone = await db.transaction().execute(async (trx) => {
      const count = await retireOthers(trx, secretKey)
      await saveAuditEvent(trx, {}, 'secret_key.retired', { type: 'key', id: undefined }, { count })
      return count
    })
    return `${gone} SECRET_KEY${gone === 1 ? '' : 's'} retired: this one opens the installation alone.`
  },
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  const [name = '', ...rest] = positionals
  if (values.help) return help.trimEnd()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || rest.length > 0) throw new UsageError(help.trimEnd())
  const config = loadConfig(process.env)
  const secretKey = await loadSecretKey(config)
  return withServices(config, createLogger({ level: 'warn' }), (db) => command(db, secretKey))
}

await runCommand(main)
