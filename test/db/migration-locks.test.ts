import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const folder = new URL('../../server/db/migrations/', import.meta.url)

/** Up to here the schema grew before the first release: nobody has big tables of it. */
const firstRelease = '0033'

/**
 * What holds a lock on a table that exists for as long as reading or writing all of it takes, and what does the same without.
 * A migration is one transaction, in which `create index concurrently` cannot be, and which holds all tables from its beginning.
 */
const longLocks: readonly (readonly [statement: RegExp, instead: string])[] = [
  [
    /\bcreate (?:unique )?index (?!concurrently)[\s\S]*?\bon (?:only )?(\w+)/,
    'make the index beside the servers, concurrently',
  ],
  [
    /\balter table (\w+)[\s\S]*?\badd (?:constraint \w+ )?(?:check|foreign key)\b(?![\s\S]*\bnot valid\b)/,
    'add it not valid, validate it later',
  ],
  [
    /\balter table (\w+)[\s\S]*?\badd (?:constraint \w+ )?(?:unique|primary key|exclude)\b(?![\s\S]*\busing index\b)/,
    'using index, made concurrently',
  ],
  [
    /\balter table (\w+)[\s\S]*?\balter (?:column )?\w+ (?:set data )?type\b/,
    'add another column, and fill it in batches',
  ],
  [/\balter table (\w+)[\s\S]*?\balter (?:column )?\w+ set not null\b/, 'a check that is not valid first'],
  [
    /\balter table (\w+)[\s\S]*?\badd column [\s\S]*?\bdefault (?!null|true|false|now\(\)|'[^']*'|-?\d)/,
    'no default that differs from row to row',
  ],
  [/\balter table (\w+)[\s\S]*?\bgenerated always as\b/, 'a column that is filled in batches'],
  [/\bupdate (\w+)\s+set\b/, 'batches, in a job'],
  [/\bdelete from (\w+)\b/, 'batches, in a job'],
  [/\binsert into \w+[\s\S]*?\bselect\b[\s\S]*?\bfrom (\w+)\b(?! *\()/, 'batches, in a job'],
  [/\b(?:vacuum full|cluster|reindex) (\w+)/, 'nothing: not in a migration'],
]

interface Finding {
  readonly table: string
  readonly instead: string
}

/** The statements of a migration that lock a table which it did not make itself. */
function findings(source: string): Finding[] {
  const sql = source.replace(/^\s*--.*$/gm, '').toLowerCase()
  const own = new Set([...sql.matchAll(/\bcreate table (?:if not exists )?(\w+)/g)].map(([, table]) => table))
  return sql.split(';').flatMap((statement) =>
    longLocks.flatMap(([pattern, instead]) => {
      // A function's body is text, which the migration does not run.
      const table = pattern.exec(statement.replace(/\$\$[\s\S]*/, ''))?.[1]
      return table === undefined || own.has(table) ? [] : [{ table, instead }]
    }),
  )
}

test('no migration since the first release holds a lock on a table for longer than the rows that it changes need', async () => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_/.test(name) && name.slice(0, 4) > firstRelease)
  const found = await Promise.all(
    names.map(async (name) =>
      findings(await readFile(new URL(name, folder), 'utf8')).map((finding) => ({ name, ...finding })),
    ),
  )
  expect(found.flat()).toEqual([])
})

test.each([
  ['create index on users (phone)', 'users'],
  ['create unique index users_phone on users (phone) where phone is not null', 'users'],
  ['alter table users add constraint phone check (phone > 0)', 'users'],
  ['alter table users add check (phone > 0)', 'users'],
  ['alter table users add constraint one unique (phone)', 'users'],
  ['alter table users alter column phone type text', 'users'],
  ['alter table users alter phone set not null', 'users'],
  ['alter table users add column token uuid default gen_random_uuid()', 'users'],
  ['alter table users add column search text generated always as (lower(name)) stored', 'users'],
  ['update users set phone = null', 'users'],
  ['delete from users where phone is null', 'users'],
  ["insert into row_counts (name, delta) select 'users', count(*) from users", 'users'],
])('%s is found', (statement, table) => {
  expect(findings(statement)).toContainEqual(expect.objectContaining({ table }))
})

test.each([
  "create table notes (id int primary key, text text check (text <> '')); create index on notes (text)",
  'alter table users add column note text',
  "alter table users add column note text not null default ''",
  'alter table users add column noted_at timestamptz default now()',
  'alter table users add constraint phone check (phone > 0) not valid',
  'drop index users_phone',
  "insert into role_groups (id, name) select gen_random_uuid(), name from unnest(array['a']) as name",
])('%s is not', (statement) => {
  expect(findings(statement)).toEqual([])
})
