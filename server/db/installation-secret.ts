import { sql } from 'kysely'
import { ConfigError } from '../config/config.ts'
import { decrypt, deriveKey, encrypt } from '../crypto/encryption.ts'
import { sha256 } from '../crypto/hash.ts'
import { listKeys } from './queries/keys.ts'
import type { Db } from './schema.ts'

/**
 * The secret that every other key of the installation is derived from. The database keeps it under each SECRET_KEY that opens it, so
 * that SECRET_KEY can be changed without anything else (docs/decisions/0033). Of an installation's first SECRET_KEY it is the same.
 * With a SECRET_KEY that opens nothing, nobody could sign in, refresh or read a key, and each of these would be found out at another
 * time. One statement, five at the first start.
 * @throws ConfigError
 */
export async function openInstallation(db: Db, secretKey: Buffer): Promise<Buffer> {
  const known = await openWith(db, secretKey)
  if (known) return known
  await confirmFirst(db, secretKey)
  await wrap(db, secretKey, secretKey)
  return secretKey
}

/** Lets another SECRET_KEY open the installation beside those that do. One statement. @param secret what `openInstallation` gave */
export function wrap(db: Db, secret: Buffer, secretKey: Buffer): Promise<unknown> {
  const wrapped = encrypt(wrappingKey(secretKey), secret)
  return sql`insert into secret_keys (check_value, wrapped) values (${checkOf(secretKey)}, ${wrapped})
    on conflict do nothing`.execute(db)
}

/** Takes the installation from every SECRET_KEY but one. Two statements. @returns how many open it no more */
export async function retireOthers(trx: Db, secretKey: Buffer): Promise<number> {
  const kept = checkOf(secretKey)
  const gone = await trx.deleteFrom('secretKeys').where('checkValue', '<>', kept).executeTakeFirst()
  await trx.updateTable('installation').set({ secretCheck: kept }).execute()
  return Number(gone.numDeletedRows)
}

/** When each SECRET_KEY began to open the installation, the oldest first, and whether it is this one. One statement. */
export async function listSecretKeys(db: Db, secretKey: Buffer): Promise<{ since: Date; current: boolean }[]> {
  const rows = await db.selectFrom('secretKeys').select(['checkValue', 'createdAt']).orderBy('createdAt').execute()
  const check = checkOf(secretKey)
  return rows.map(({ checkValue, createdAt }) => ({ since: createdAt, current: checkValue.equals(check) }))
}

async function openWith(db: Db, secretKey: Buffer): Promise<Buffer | undefined> {
  const rows = await db.selectFrom('secretKeys').select(['checkValue', 'wrapped']).execute()
  if (rows.length === 0) return undefined
  const check = checkOf(secretKey)
  const own = rows.find(({ checkValue }) => checkValue.equals(check))
  if (!own) throw foreign()
  return decrypt(wrappingKey(secretKey), own.wrapped)
}

/** Whether this is the first SECRET_KEY of the database; the first of several that start at once is. */
async function confirmFirst(db: Db, secretKey: Buffer): Promise<void> {
  const check = checkOf(secretKey)
  const find = () => db.selectFrom('installation').select('secretCheck').executeTakeFirst()
  let known = await find()
  if (!known) {
    // A database of an earlier version has keys and no check value.
    const [key] = await listKeys(db)
    if (key && !opens(secretKey, key.privateKey)) throw foreign()
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

const checkOf = (secretKey: Buffer) => sha256(deriveKey(secretKey, 'secret-check').toString('base64'))
const wrappingKey = (secretKey: Buffer) => deriveKey(secretKey, 'installation-secret')

const foreign = () =>
  new ConfigError(
    'SECRET_KEY',
    'is not the one that this database was made with (when it is not set, secret.key in DATA_DIR is used): bring that one back, or use another database',
  )
