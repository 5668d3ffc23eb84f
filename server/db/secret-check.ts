import { sql } from 'kysely'
import { ConfigError } from '../config/config.ts'
import { decrypt, deriveKey } from '../crypto/encryption.ts'
import { sha256 } from '../crypto/hash.ts'
import { listKeys } from './queries/keys.ts'
import type { Db } from './schema.ts'

/**
 * Holds the installation's secret against the database, which keeps a check value of it from the first start on. With another
 * one nobody could sign in, refresh or read a key, and each of these would be found out at another time.
 * Two statements, four at the first start. Throws ConfigError.
 */
export async function confirmSecret(db: Db, secret: Buffer): Promise<void> {
  const check = sha256(deriveKey(secret, 'secret-check').toString('base64'))
  const find = () => db.selectFrom('installation').select('secretCheck').executeTakeFirst()
  let known = await find()
  if (!known) {
    // A database of an earlier version has keys and no check value.
    const [key] = await listKeys(db)
    if (key && !opens(secret, key.privateKey)) throw foreign()
    await sql`insert into installation (secret_check) values (${check}) on conflict do nothing`.execute(db)
    known = await find()
  }
  if (!known?.secretCheck.equals(check)) throw foreign()
}

function opens(secret: Buffer, privateKey: Buffer): boolean {
  try {
    decrypt(deriveKey(secret, 'keys-at-rest'), privateKey)
    return true
  } catch {
    return false
  }
}

const foreign = () =>
  new ConfigError(
    'SECRET_KEY',
    'is not the one that this database was made with (when it is not set, secret.key in DATA_DIR is used): bring that one back, or use another database',
  )
