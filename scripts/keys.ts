import { parseArgs } from 'node:util'
import { loadConfig } from '../server/config/config.ts'
import { deriveKey } from '../server/crypto/encryption.ts'
import { loadSecretKey } from '../server/crypto/installation-key.ts'
import { connectDatabase } from '../server/db/connect.ts'
import { openInstallation } from '../server/db/installation-secret.ts'
import { migrate } from '../server/db/migrate.ts'
import { defaultKeySchedule, KeyRing } from '../server/domain/keys/key-ring.ts'
import { createLogger } from '../server/log/log.ts'
import { runCommand, UsageError } from './command.ts'
import { withSharedDatabase } from './database.ts'

const help = `Usage: npm run keys -- <command>

  list            the keys and where each stands: announced, signing or retired
  rotate          announce new signing keys that sign from tomorrow on, when everybody has read them
  rotate --now    let new signing keys sign at once: for a key that must not sign any longer. Who keeps the
                  published keys (15 minutes at most) refuses new tokens until they are read again
  revoke <kid>    end the trust in a key and in everything it has signed: for a key that has leaked. One that signs
                  is replaced at once. Others trust it until they read the published keys again (15 minutes at most)

Works beside a running server, which takes the change up by itself, on every node.
`
const day = 86_400_000

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, now: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [command = '', ...rest] = positionals
  if (values.help) return help.trimEnd()
  const words = command === 'revoke' ? 1 : 0
  if (
    !['list', 'rotate', 'revoke'].includes(command) ||
    rest.length !== words ||
    (values.now && command !== 'rotate')
  ) {
    throw new UsageError(help.trimEnd())
  }
  const [keyId = ''] = rest
  const config = loadConfig(process.env)
  const log = createLogger({ level: 'warn' })
  return await withSharedDatabase(config, log, async (url) => {
    await migrate({ url, log })
    const { db, close } = await connectDatabase({ url, poolSize: 2, log })
    try {
      const secret = await openInstallation(db, await loadSecretKey(config))
      const ring = await KeyRing.open({ db, secret: deriveKey(secret, 'keys-at-rest'), schedule: defaultKeySchedule })
      if (command === 'rotate') await ring.rotate({}, values.now ? 0 : day)
      if (command === 'revoke' && !(await ring.revoke({}, keyId))) {
        throw new UsageError(`there is no signing key ${keyId}: see npm run keys -- list`)
      }
      return table(ring)
    } finally {
      await close()
    }
  })
}

function table(ring: KeyRing): string {
  const rows = ring
    .list()
    .map(({ id, purpose, algorithm, state, signsAt }) => [state, purpose, algorithm, signsAt.toISOString(), id])
  return [['state', 'purpose', 'algorithm', 'signs from', 'key id'], ...rows]
    .map(
      ([state = '', purpose = '', algorithm = '', signsAt = '', id = '']) =>
        `${state.padEnd(10)}${purpose.padEnd(9)}${algorithm.padEnd(10)}${signsAt.padEnd(26)}${id}`,
    )
    .join('\n')
}

await runCommand(main)
