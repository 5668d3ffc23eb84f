import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../server/db/migrate.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { findUserBySignInName } from '../../server/db/queries/users.ts'
import { ApplicationDirectory } from '../../server/domain/applications/directory.ts'
import { readSignInName } from '../../server/domain/sign-in/sign-in-name.ts'
import { createLogger } from '../../server/log/log.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../setup/database.ts'

/** Scripts outside of the project write rows with the columns that they know: those of whatever version they were made for. */
interface Column {
  readonly type: string
  /** Whether an insert may leave it out. */
  readonly optional: boolean
  readonly nullable: boolean
}
/** By `table.column`. */
type Columns = ReadonlyMap<string, Column>

const log = createLogger({ level: 'silent' })
/** The columns after each migration. */
const versions: { readonly name: string; readonly columns: Columns }[] = []
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const growing = await createEmptyDatabase()
  const client = new pg.Client({ connectionString: growing.url })
  await client.connect()
  for (const [index, { name }] of migrations.entries()) {
    await migrate({ url: growing.url, log, known: migrations.slice(0, index + 1) })
    versions.push({ name, columns: await columnsOf(client) })
  }
  await client.end()
  await growing.drop()
}, 120_000)
afterAll(() => database.close())

async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ name: string } & Column>(`
    select table_name || '.' || column_name as name, udt_name as type, is_nullable = 'YES' as nullable,
      is_nullable = 'YES' or column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as optional
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely_%'`)
  return new Map(rows.map(({ name, ...column }) => [name, column]))
}

const tableOf = (column: string) => column.split('.')[0]

test('no later version takes a column away, makes another type of it or demands more of it', () => {
  const now = versions.at(-1)?.columns ?? new Map<string, Column>()
  for (const { name: version, columns } of versions) {
    for (const [name, { type, optional, nullable }] of columns) {
      const kept = { type, optional: optional || expect.any(Boolean), nullable: nullable || expect.any(Boolean) }
      expect(now.get(name), `${name} of ${version}`).toEqual(kept)
    }
  }
})

test('nobody has to name a column that a later version added to a table', () => {
  const added = versions.slice(1).flatMap(({ columns }, index) => {
    const before: Columns = versions[index]?.columns ?? new Map()
    const tables = new Set([...before.keys()].map(tableOf))
    return [...columns].filter(([name]) => !before.has(name) && tables.has(tableOf(name)))
  })
  expect(added.length).toBeGreaterThan(10)
  expect(added.filter(([, { optional }]) => !optional).map(([name]) => name)).toEqual([])
})

const id = '018f4d3e-0000-7000-8000-000000000001'
const bytes = `decode(repeat('ab', 32), 'hex')`
const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g'
/** A row of every table of the first version, with nothing but columns of that version. */
const rows = {
  users: `(id, user_name, itc, phone, email, first_name, address, extension)
    values ('${id}', 'ByHand', '+86', '13800000001', 'By.Hand@example.com', 'By', '{"city":"Shenzhen"}', '{"a_b":1}')`,
  password_credentials: `(user_id, hash) values ('${id}', '${hash}')`,
  password_history: `(user_id, hash) values ('${id}', '${hash}')`,
  external_logins: `(id, user_id, provider, app_id, app_open_id, external_id) values ('${id}', '${id}', 'wechat', 'a', 'o', 'u')`,
  applications: `(client_id, id, name, token_endpoint_auth_method, secret_hash, redirect_uris, grant_types, response_types, scopes)
    values ('by-hand', '${id}', 'By hand', 'client_secret_basic', ${bytes}, '{https://example.com/}', '{authorization_code}',
      '{code}', '{openid}')`,
  sessions: `(id_hash, uid, user_id, payload, expires_at) values (${bytes}, 'u', '${id}', '{}', now() + interval '1 hour')`,
  engine_state: `(model, id_hash, payload, expires_at) values ('Grant', ${bytes}, '{}', now() + interval '1 hour')`,
  revoked_access_tokens: `(token_hash, expires_at) values (${bytes}, now() + interval '1 hour')`,
  rate_limits: `(key, points, expire) values ('by-hand', 1, 1)`,
  keys: `(id, purpose, algorithm, public_jwk, private_key, signs_at) values ('by-hand', 'signing', 'RS256', '{}', '', now())`,
  login_records: `(id, user_id, client_id, address, user_agent, method, succeeded)
    values ('${id}', '${id}', 'by-hand', '192.0.2.1', 'a', 'password', true)`,
  audit_events: `(id, actor_id, action, subject_type, subject_id) values ('${id}', '${id}', 'user.changed', 'user', '${id}')`,
}

test('a row of the first version is taken by every table, and is found', async () => {
  const [first] = versions
  expect(new Set([...(first?.columns.keys() ?? [])].map(tableOf))).toEqual(new Set(Object.keys(rows)))
  for (const [table, row] of Object.entries(rows)) {
    const { rowCount } = await database.pool.query(`insert into ${table} ${row}`)
    expect([table, rowCount]).toEqual([table, 1])
  }
  for (const name of ['byhand', 'BY.HAND@example.com', '138 0000 0001', '+86 13800000001']) {
    const found = await findUserBySignInName(database.db, readSignInName(name), '198.51.100.0/24')
    expect([name, found?.id, found?.passwordHash]).toEqual([name, id, hash])
  }
  const application = await new ApplicationDirectory(database.db).find('by-hand')
  expect(application).toMatchObject({ enabled: true, redirectUris: ['https://example.com/'], scopes: ['openid'] })
})
