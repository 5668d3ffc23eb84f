import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '../../server/domain/passwords/hashing.ts'
import { passwordFault } from '../../server/domain/passwords/rules.ts'
import { canonicalName } from '../../server/domain/text/names.ts'
import { normalizePassword } from '../../server/domain/text/passwords.ts'
import { canonicalPhone, parsePhone } from '../../server/domain/text/phones.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

/** Each line is one name in many spellings. */
const sameNames: readonly (readonly string[])[] = [
  [
    'admin',
    'Admin',
    'ADMIN',
    ' admin ',
    'admin\u200b',
    'ad\u200bmin',
    'ad\u00admin',
    'ａｄｍｉｎ',
    '\u3000admin',
    '\u202eadmin\u202c',
  ],
  ['josé', 'jose\u0301', 'JOSÉ', 'JOSE\u0301'],
  ['straße', 'STRAßE', 'STRAẞE'],
  ['office', 'oﬃce', 'OFFICE'],
  ['张 伟', '张\u3000伟', '张  伟', ' 张\t伟 '],
  ['σας', 'ΣΑΣ', 'σασ'],
  ['i̇stanbul', 'İstanbul', 'İSTANBUL'],
  ['kelvin', '\u212aelvin'],
  ['user12', 'user１２', 'user①②'],
  ['test@example.com', 'Test＠Example.COM', 'test@example.com\u200d'],
  ['👨👩', '👨\u200d👩'],
]
const otherNames: readonly (readonly [string, string])[] = [
  ['john@github.com', 'john@gıthub.com'],
  ['i', 'ı'],
  ['straße', 'strasse'],
  ['admin', 'аdmin'],
  ['o', 'ø'],
  ['user_1', 'userx1'],
]

describe('names are compared', () => {
  test.each(sameNames)('as one: %s', (first, ...others) => {
    expect(others.map(canonicalName)).toEqual(others.map(() => canonicalName(first)))
    expect(canonicalName(canonicalName(first))).toBe(canonicalName(first))
  })

  test.each(otherNames)('as two: %s and %s', (one, other) => {
    expect(canonicalName(one)).not.toBe(canonicalName(other))
  })

  test('as nothing when nothing of them is seen', () => {
    expect(['\u200b\u200b\u200b', ' \u3000', '\u2060', '\u{e0041}'].map(canonicalName)).toEqual(['', '', '', ''])
  })

  test('by the tables as by the code', async () => {
    const texts = [
      ...sameNames.flat(),
      ...otherNames.flat(),
      'ᾳ',
      'ǰ',
      'ŉ',
      'ﷺ',
      '\u0085x',
      'x\u00a0y',
      'ﾊﾟ',
      '각',
      '㎏',
      'Ⅷ',
    ]
    const { rows } = await database.pool.query<{ canonical: string }>(
      'select canonical_name(text) as canonical from unnest($1::text[]) with ordinality as given(text, number) order by number',
      [texts],
    )
    expect(rows.map(({ canonical }) => canonical)).toEqual(texts.map(canonicalName))
  })

  test('by the tables as by the code, letter by letter, for every letter that both know', async () => {
    const { rows } = await database.pool.query<{ code: number; canonical: string }>(`
      select code, canonical_name('a' || chr(code) || 'b') as canonical from generate_series(1, 65535) as code
      where code not between 55296 and 57343`)
    const different = rows.filter(
      ({ code, canonical }) => canonicalName(`a${String.fromCodePoint(code)}b`) !== canonical,
    )
    // What Unicode gained since version 10 of 2017, which the embedded database knows, has case to the one and none to the other.
    const newer = /[\u1c89-\u1cbf\u2c2f\ua7b8-\ua7ff]/
    const old = different.filter(({ code }) => !newer.test(String.fromCodePoint(code)))
    expect(old).toEqual([])
  })
})

describe('phone numbers', () => {
  test.each([
    '13800000001',
    '138 0000 0001',
    '138-0000-0001',
    '+8613800000001',
    '+86 138 0000 0001',
    '8613800000001',
    '008613800000001',
    '+86 013800000001',
    '１３８００００００01',
    '１３８ ００００ ０００１',
    '＋８６ 138 0000 0001',
    '\u202d13800000001\u202c',
    ' 13800000001 ',
  ])('are one however they are written: %s', (text) => {
    expect(parsePhone(text)).toEqual({ itc: '+86', phone: '13800000001' })
  })

  test.each([
    ['12345678901', undefined, '+8612345678901'],
    ['19945009001', undefined, '+8619945009001'],
    ['4155550100', '+1', '+14155550100'],
    ['0612345678', '+33', '+33612345678'],
    ['+39 06 1234 5678', '+86', '+390612345678'],
    ['123456', '+999', '+999123456'],
  ])('keep the country they are from: %s with %s', (text, itc, canonical) => {
    const phone = parsePhone(text, itc)
    expect(phone && canonicalPhone(phone)).toBe(canonical)
  })

  test.each([
    '',
    'abc',
    '+8613800138000abc',
    '+8613800138000 ext 5',
    '12',
    '1'.repeat(21),
    '138000\u00000001',
    '+',
    '+86',
  ])('are none: %j', (text) => {
    expect(parsePhone(text)).toBeUndefined()
  })

  test('have the same key in the tables', async () => {
    const phone = parsePhone('+86 138 0000 0009')
    const { rows } = await database.pool.query<{ key: string }>(
      `insert into users (id, user_name, itc, phone) values (gen_random_uuid(), 'phone', $1, $2) returning phone_key as key`,
      [phone?.itc, phone?.phone],
    )
    expect(rows[0]?.key).toBe(phone && canonicalPhone(phone))
  })
})

describe('passwords', () => {
  const somebody = { userName: 'some.body1', phone: '13900001234', email: 'bodymail@example.com', displayName: null }

  test('are one however a keyboard encodes them, and nothing is cut off', () => {
    expect(normalizePassword('Pa\u0308sswo\u0308rd１２３')).toBe('Pässwörd123')
    expect(normalizePassword(' Abc.123456 ')).toBe(' Abc.123456 ')
  })

  test('open an account in each encoding', async () => {
    const stored = await hashPassword('密码１２３Abc.')
    expect(await verifyPassword(stored, '密码123Abc.')).toBe(true)
    expect(await verifyPassword(stored, '密码１２３Abc.')).toBe(true)
    expect(await verifyPassword(stored, '密码123Abc. ')).toBe(false)
  })

  test.each([
    ['Abc.123456', undefined],
    ['Admin.123456', undefined],
    ['密码密码密码12', undefined],
    ['123456', 'password_length'],
    ['x1'.repeat(65), 'password_length'],
    ['👨1a'.repeat(2), 'password_length'],
    ['12345678', 'password_breaks_rule'],
    ['abcdefgh', 'password_breaks_rule'],
    ['Some.Body1', 'password_is_user_name'],
    ['ｓｏｍｅ.body1', 'password_is_user_name'],
    ['some.body1.99', 'password_holds_name'],
    ['13900001234a', 'password_holds_name'],
    ['BodyMail1234', 'password_holds_name'],
    ['OpenAccount1', 'password_holds_name'],
    ['Somebody2026!', undefined],
    ['Password1', 'password_too_common'],
    ['１Qaz２Wsx', 'password_too_common'],
  ])('are judged: %s is %s', (password, kind) => {
    expect(passwordFault(password, somebody)?.kind).toBe(kind)
  })
})
