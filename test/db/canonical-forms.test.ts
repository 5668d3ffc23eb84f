import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createLogger } from '../../server/log/log.ts'
import { createEmptyDatabase } from '../setup/database.ts'

const log = createLogger({ level: 'silent' })
let database: Awaited<ReturnType<typeof createEmptyDatabase>>
let client: pg.Client

beforeEach(async () => {
  database = await createEmptyDatabase()
  await migrate({ url: database.url, log, known: migrations.slice(0, 1) })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

/** As somebody who knows the columns of the first migration alone. */
async function insert(
  userName: string,
  email: string | null = null,
  itc: string | null = null,
  phone: string | null = null,
) {
  await client.query(
    'insert into users (id, user_name, email, itc, phone) values (gen_random_uuid(), $1, $2, $3, $4)',
    [userName, email, itc, phone],
  )
}

async function keys(): Promise<Record<string, (string | null)[]>> {
  const { rows } = await client.query('select user_name, user_name_key, email_key, phone_key from users')
  return Object.fromEntries(rows.map((row) => [row.user_name, [row.user_name_key, row.email_key, row.phone_key]]))
}

test('people of before get their keys, and of two that are one now, both stay', async () => {
  await insert('ａｄｍｉｎ', 'Ｔ@example.com')
  await insert('ad\u200bmin')
  await insert('Admin', 't@example.com')
  await insert('\u200b')
  await insert('first', null, '+1', '2345678')
  await insert('second', null, '+12', '345678')
  const before = await client.query('select id, updated_at from users order by id')
  await migrate({ url: database.url, log })
  expect(await keys()).toEqual({
    Admin: ['admin', 't@example.com', null],
    ａｄｍｉｎ: ['ａｄｍｉｎ', expect.stringMatching(/^[Ｔｔ]@example.com$/), null],
    'ad\u200bmin': ['ad\u200bmin', null, null],
    '\u200b': ['\u200b', null, null],
    first: ['first', null, '+12345678'],
    second: ['second', null, '+12 345678'],
  })
  expect((await client.query('select id, updated_at from users order by id')).rows).toEqual(before.rows)
})

test('a row that is written by hand is found, and is no second one', async () => {
  await migrate({ url: database.url, log })
  await insert('José ', ' Ｊose@Example.com', '+86', '13800000001')
  expect(await keys()).toEqual({ 'José ': ['josé', 'jose@example.com', '+8613800000001'] })
  await expect(insert('jose\u0301')).rejects.toMatchObject({ constraint: 'users_user_name_key' })
  await expect(insert('other', 'jose@example.com')).rejects.toMatchObject({ constraint: 'users_email_key' })
  await expect(insert('other', null, '+86', '13800000001')).rejects.toMatchObject({ code: '23505' })
})

test('keys follow every change that is made by hand', async () => {
  await migrate({ url: database.url, log })
  await insert('Before', 'before@example.com', '+86', '13800000001')
  await client.query(`update users set user_name = 'ＡＦＴＥＲ', email = null, phone = '13800000002'`)
  expect(await keys()).toEqual({ ＡＦＴＥＲ: ['after', null, '+8613800000002'] })
})
