import { readFile } from 'node:fs/promises'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { constraintNames } from '../../server/db/constraints.ts'
import { migrations } from '../../server/db/migrations/index.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

const SCHEMA = new URL('../../server/db/schema.ts', import.meta.url)

/** What a column type stands for, as far as the driver tells types apart. */
const TYPE_CLASSES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  date: 'string',
  inet: 'string',
  pg_lsn: 'string',
  bigint: 'string',
  integer: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'JsonObject',
  'timestamp with time zone': 'Date',
  ARRAY: 'string[]',
}

/** What objects inside jsonb columns are: any, or such with members that are known. */
const JSON_TYPES = new Set(['JsonObject', 'Readonly'])

const camelCase = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

type Tables = Record<string, Record<string, string>>

/** Every table's columns as `class` or `class | null`, with `= default` where an insert may leave the column out. */
function declaredTables(): Tables {
  const program = ts.createProgram([SCHEMA.pathname], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2024,
    types: ['node'],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(SCHEMA.pathname)
  if (!source) throw new Error('the schema cannot be read')
  const module = checker.getSymbolAtLocation(source)
  const database = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Database')
  if (!database) throw new Error('the schema exports no Database')
  const members = (type: ts.Type) =>
    type.getProperties().map((member) => [member.name, checker.getTypeOfSymbol(member)] as const)
  return Object.fromEntries(
    members(checker.getDeclaredTypeOfSymbol(database)).map(([table, type]) => [
      table,
      Object.fromEntries(members(type).map(([column, columnType]) => [column, describeType(checker, columnType)])),
    ]),
  )
}

/** kysely's ColumnType has the members __select__ and __insert__; a plain type stands for both. */
function describeType(checker: ts.TypeChecker, type: ts.Type): string {
  const part = (name: string) => {
    const member = type.getProperty(name)
    return member ? checker.getTypeOfSymbol(member) : type
  }
  const selected = part('__select__')
  const inserted = part('__insert__')
  const parts = selected.isUnion() ? selected.types : [selected]
  const isNull = (one: ts.Type) => (one.flags & ts.TypeFlags.Null) !== 0
  const classes = new Set(parts.filter((one) => !isNull(one)).map((one) => className(checker, one)))
  const mayBeOmitted =
    (inserted.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) !== 0 ||
    (inserted.isUnion() && inserted.types.some((one) => (one.flags & ts.TypeFlags.Undefined) !== 0))
  const nullable = parts.some(isNull)
  return `${[...classes].join(' ')}${nullable ? ' | null' : mayBeOmitted ? ' = default' : ''}`
}

function className(checker: ts.TypeChecker, type: ts.Type): string {
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return 'string'
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return 'number'
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return 'boolean'
  const name = checker.typeToString(type).replace(/<.*>/, '')
  return JSON_TYPES.has(name) ? 'JsonObject' : name
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

describe('server/db/schema.ts', () => {
  test('says of every table, column, type, null and default what the migrated database says', async () => {
    const { rows } = await database.pool.query<Record<'table' | 'column' | 'type' | 'nullable' | 'optional', string>>(`
      select table_name as table, column_name as column, data_type as type, is_nullable as nullable,
        case when column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' then 'YES' else 'NO' end
          as optional
      from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely_%'
      order by table_name, ordinal_position
    `)
    const migrated: Tables = {}
    for (const { table, column, type, nullable, optional } of rows) {
      const suffix = nullable === 'YES' ? ' | null' : optional === 'YES' ? ' = default' : ''
      const columns = migrated[camelCase(table)] ?? {}
      migrated[camelCase(table)] = columns
      columns[camelCase(column)] = `${TYPE_CLASSES[type] ?? `unknown ${type}`}${suffix}`
    }
    expect(declaredTables()).toEqual(migrated)
  })

  test('migrations import nothing of ours', async () => {
    for (const { name } of migrations) {
      const text = await readFile(new URL(`../../server/db/migrations/${name}.ts`, import.meta.url), 'utf8')
      expect([...text.matchAll(/^import .* from '(.+)'/gm)].map(([, source]) => source)).toEqual(['kysely'])
    }
  })
})

describe('the tables', () => {
  test('every foreign key has an index', async () => {
    const { rows } = await database.pool.query(`
      select conrelid::regclass::text as table, a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
      )
    `)
    expect(rows).toEqual([])
  })

  test('every constraint that the code knows by name is there', async () => {
    const { rows } = await database.pool.query<{ name: string }>(`
      select conname as name from pg_constraint where contype = 'f'
      union select relname from pg_index join pg_class on oid = indexrelid where indisunique`)
    const names = rows.map(({ name }) => name)
    expect(constraintNames.filter((name) => !names.includes(name))).toEqual([])
  })

  const id = '018f4d3e-0000-7000-8000-000000000001'
  const user = `insert into users (id, user_name`
  const refused: readonly [string, string][] = [
    ['an unknown state', `${user}, account_state) values ('${id}', 'a', 'Odd')`],
    ['a phone without dialling code', `${user}, phone) values ('${id}', 'a', '13800000001')`],
    ['a user name that is too long', `${user}) values ('${id}', repeat('a', 201))`],
    ['an address that is no object', `${user}, address) values ('${id}', 'a', '[]')`],
    [
      'a client whose secret is not hashed',
      `insert into applications (client_id, id, name, token_endpoint_auth_method, secret_hash)
      values ('a', '${id}', 'a', 'client_secret_basic', 'plain')`,
    ],
    [
      'a client without the secret it authenticates with',
      `insert into applications (client_id, id, name, token_endpoint_auth_method)
      values ('a', '${id}', 'a', 'client_secret_post')`,
    ],
    [
      'an unknown grant',
      `insert into applications (client_id, id, name, token_endpoint_auth_method, grant_types)
      values ('a', '${id}', 'a', 'none', '{telepathy}')`,
    ],
    ['a password that is not hashed', `insert into password_credentials (user_id, hash) values ('${id}', 'plain')`],
  ]
  test.each(refused)('refuse %s', async (_what, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '23514' })
  })

  test('names and addresses are unique whatever their case', async () => {
    const insert = (last: string, name: string, email: string) =>
      database.pool.query('insert into users (id, user_name, email) values ($1, $2, $3)', [
        id.replace(/1$/, last),
        name,
        email,
      ])
    await insert('1', 'Straße', 'A@example.com')
    await expect(insert('2', 'STRASSE', 'b@example.com')).resolves.toBeDefined()
    await expect(insert('3', 'sTRAßE', 'c@example.com')).rejects.toMatchObject({ constraint: 'users_user_name' })
    await expect(insert('3', 'c', 'a@EXAMPLE.com')).rejects.toMatchObject({ constraint: 'users_email' })
  })
})

test('every table has its place in docs/distributed-engines.md', async () => {
  const page = await readFile(new URL('../../docs/distributed-engines.md', import.meta.url), 'utf8')
  const placed = [...page.matchAll(/^\| `(\w+)` \| (?:person|tenant|spread|reference|coordinator) \|/gm)].map(
    ([, name]) => name,
  )
  const { rows } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  expect(placed.sort()).toEqual(rows.map(({ name }) => name).sort())
})
