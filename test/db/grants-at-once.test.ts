import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../server/crypto/hash.ts'
import { deleteEngineRecordsOfGrant, deleteGrant } from '../../server/db/queries/engine-state.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const models = ['AuthorizationCode', 'RefreshToken', 'DeviceCode']

test('a grant is ended by 32 statements at once, as a revocation does it for each model, and none is in the way of another', async () => {
  const { db, pool } = database
  // Statistics by which rows of one model are found by the key, those of a grant in the order of the table.
  await pool.query(`
    insert into engine_state (model, id_hash, payload, grant_hash, expires_at)
    select 'RefreshToken', sha256(n::text::bytea), '{}', sha256(n::text::bytea), now() from generate_series(1, 5000) n`)
  await pool.query('analyze engine_state')
  for (let round = 0; round < 8; round += 1) {
    const grant = sha256(`grant ${round}`)
    await pool.query(
      `insert into engine_state (model, id_hash, payload, grant_hash, expires_at)
      select model, sha256((model || n || $1)::bytea), '{}', $2, now()
      from generate_series(1, 100) n, unnest($3::text[]) model order by random()`,
      [round, grant, models],
    )
    await Promise.all(
      Array.from({ length: 8 }, () => [
        deleteGrant(db, grant),
        ...models.map((model) => deleteEngineRecordsOfGrant(db, model, grant)),
      ]).flat(),
    )
    const { rowCount } = await pool.query('select from engine_state where grant_hash = $1', [grant])
    expect(rowCount).toBe(0)
  }
})
