import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '../../server/config/config.ts'
import { deriveKey } from '../../server/crypto/encryption.ts'
import { listSecretKeys, openInstallation, retireOthers, wrap } from '../../server/db/installation-secret.ts'
import { defaultKeySchedule, KeyRing } from '../../server/domain/keys/key-ring.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

const secret = Buffer.from('a secret that this database was made with')
const another = Buffer.from('a secret that was made for another one yet')
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('the first of 32 starts at once decides which secret the database belongs to', async () => {
  const starts = Array.from({ length: 32 }, (_, n) => openInstallation(database.db, n % 2 ? secret : another))
  const results = await Promise.allSettled(starts)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(16)
  expect(new Set(results.map(({ status }, n) => `${n % 2} ${status}`)).size).toBe(2)
  await database.pool.query('delete from installation; delete from secret_keys')
})

test('another secret is refused in one line that names the variable', async () => {
  await openInstallation(database.db, secret)
  await openInstallation(database.db, secret)
  const refused = await openInstallation(database.db, another).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigError)
  expect(String((refused as Error).message)).toMatch(/^SECRET_KEY is not the one .*$/)
  const { rows } = await database.pool.query('select secret_check from installation')
  expect(rows).toHaveLength(1)
  expect(rows[0].secret_check).not.toEqual(secret)
})

test('a database of an earlier version is known by its keys', async () => {
  await database.pool.query('delete from installation; delete from secret_keys')
  await KeyRing.open({
    db: database.db,
    secret: deriveKey(secret, 'keys-at-rest'),
    schedule: defaultKeySchedule,
  })
  await expect(openInstallation(database.db, another)).rejects.toThrow(ConfigError)
  await openInstallation(database.db, secret)
})

test('SECRET_KEY is changed while both open the installation, and then the old one opens nothing', async () => {
  const before = await openInstallation(database.db, secret)
  await wrap(database.db, before, another)
  expect(await openInstallation(database.db, another)).toEqual(before)
  expect(await openInstallation(database.db, secret)).toEqual(before)
  expect((await listSecretKeys(database.db, another)).map(({ current }) => current)).toEqual([false, true])

  expect(await database.db.transaction().execute((trx) => retireOthers(trx, another))).toBe(1)
  await expect(openInstallation(database.db, secret)).rejects.toThrow(ConfigError)
  expect(await openInstallation(database.db, another)).toEqual(before)
})

test('what the database keeps holds neither the secret nor a SECRET_KEY', async () => {
  const { rows } = await database.pool.query('select check_value, wrapped from secret_keys')
  for (const { check_value, wrapped } of rows) {
    for (const hidden of [secret, another]) {
      expect(wrapped.includes(hidden)).toBe(false)
      expect(check_value).not.toEqual(hidden)
    }
  }
})
