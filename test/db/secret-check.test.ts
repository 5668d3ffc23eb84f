import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '../../server/config/config.ts'
import { deriveKey } from '../../server/crypto/encryption.ts'
import { confirmSecret } from '../../server/db/secret-check.ts'
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
  const starts = Array.from({ length: 32 }, (_, n) => confirmSecret(database.db, n % 2 ? secret : another))
  const results = await Promise.allSettled(starts)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(16)
  expect(new Set(results.map(({ status }, n) => `${n % 2} ${status}`)).size).toBe(2)
  await database.pool.query('delete from installation')
})

test('another secret is refused in one line that names the variable', async () => {
  await confirmSecret(database.db, secret)
  await confirmSecret(database.db, secret)
  const refused = await confirmSecret(database.db, another).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigError)
  expect(String((refused as Error).message)).toMatch(/^SECRET_KEY is not the one .*$/)
  const { rows } = await database.pool.query('select secret_check from installation')
  expect(rows).toHaveLength(1)
  expect(rows[0].secret_check).not.toEqual(secret)
})

test('a database of an earlier version is known by its keys', async () => {
  await database.pool.query('delete from installation')
  await KeyRing.open({
    db: database.db,
    secret: deriveKey(secret, 'keys-at-rest'),
    schedule: defaultKeySchedule,
  })
  await expect(confirmSecret(database.db, another)).rejects.toThrow(ConfigError)
  await confirmSecret(database.db, secret)
})
