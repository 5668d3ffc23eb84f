import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertUsers } from '../../server/db/queries/users.ts'
import { draftOf } from '../../server/domain/users/draft.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const nested = { attr_nick_name: 'a', camelCase: { inner_key: [{ deep_key: 1 }] }, _odd__Key: null }

test('keys inside of jsonb come back as they were written', async () => {
  const { db } = database
  const idHash = Buffer.alloc(32, 1)
  await db
    .insertInto('engineState')
    .values({ model: 'Session', idHash, payload: nested, expiresAt: new Date() })
    .execute()
  const stored = await db.selectFrom('engineState').select('payload').executeTakeFirstOrThrow()
  expect(stored.payload).toEqual(nested)
  const draft = draftOf({ userName: 'nested', extension: nested, attributes: nested })
  if (draft instanceof Error) throw draft
  const [user] = await insertUsers(db, [draft.row])
  expect(user).toMatchObject({ userName: 'nested', extension: nested, attributes: nested })
})

test('arrays, bytes and times come back as what they are', async () => {
  const { rows } = await sql`
    select array['a_b'] as some_texts, '\\x01'::bytea as some_bytes, now() as some_time, '[{"a_b":1}]'::jsonb as some_list
  `.execute(database.db)
  expect(rows).toEqual([
    { someTexts: ['a_b'], someBytes: Buffer.of(1), someTime: expect.any(Date), someList: [{ a_b: 1 }] },
  ])
})

test('statements of others are left as they are', async () => {
  const { rows } = await sql`select 1 as some_name`.execute(database.db.withoutPlugins())
  expect(rows).toEqual([{ some_name: 1 }])
})
