import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type Door, doors } from './support/doors.ts'
import { basic, clientId, post } from './support/flow.ts'

const password = 'Pässwörd.2026é１'
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  await server.addUser({ userName: 'José', password, email: 'Jose@Example.com', itc: '+86', phone: '13911112222' })
})
afterAll(() => server.close())

const grant = async (name: string, attempted = password) => (await doors.grant(server.issuer, name, attempted)).status

test.each(Object.entries(doors) as [string, Door][])('16: names are read alike at the %s', async (_name, door) => {
  for (const name of ['jose\u0301', '\u3000ＪＯＳÉ ', 'jose＠example.com', '139 1111 2222']) {
    expect([name, (await door(server.issuer, name, password)).signedIn]).toEqual([name, true])
  }
})

test.each([
  'josé',
  'JOSE\u0301',
  ' José ',
  '\u3000José\u3000',
  'Ｊｏｓé',
  'Jo\u200bsé',
  ' jose@example.com ',
  'ＪＯＳＥ＠ＥＸＡＭＰＬＥ．ＣＯＭ',
  '13911112222',
  '139-1111-2222',
  '+86 139 1111 2222',
  '8613911112222',
  '008613911112222',
  '１３９１１１１２２２２',
  '＋８６１３９１１１１２２２２',
  '\u202d13911112222\u202c',
])('16: a name finds its owner as people type it: %j', async (name) => {
  expect(await grant(name)).toBe(200)
})

test.each(['jose', 'Jos é', 'jose@example.co', '+1 13911112222', '1391111222', '139111122220'])(
  '16: what is another name finds nobody: %j',
  async (name) => {
    expect(await grant(name)).toBe(400)
  },
)

test('16: a password is the same in every encoding, and nothing of it is cut off', async () => {
  for (const typed of [password.normalize('NFD'), password.normalize('NFKC')])
    expect(await grant('josé', typed)).toBe(200)
  for (const typed of [` ${password}`, `${password} `, password.toLowerCase()])
    expect(await grant('josé', typed)).toBe(400)
})

test('16: a hash of before normalisation goes on, with the password as it was typed then', async () => {
  const typed = 'Old.１２３４５６'
  const userId = await server.addUser({ userName: 'oldHash' })
  await server.database.db
    .insertInto('passwordCredentials')
    .values({ userId, hash: await hash(typed, argon2) })
    .execute()
  expect(await grant('oldHash', typed)).toBe(200)
  expect(await grant('oldHash', 'Old.123456')).toBe(400)
})

test('16: a row that was written by hand is found', async () => {
  const id = randomUUID()
  await server.database.pool.query('insert into users (id, user_name, email) values ($1, $2, $3)', [
    id,
    'By Hand',
    'By.Hand@example.com',
  ])
  await server.database.pool.query('insert into password_credentials (user_id, hash) values ($1, $2)', [
    id,
    await hash('Abc.123456', argon2),
  ])
  expect(await grant('ｂｙ  hand', 'Abc.123456')).toBe(200)
  expect(await grant('by.hand＠EXAMPLE.com', 'Abc.123456')).toBe(200)
})

test('16: of two people of before who are one name now, each keeps theirs', async () => {
  await server.addUser({ userName: 'twins', password: 'First.2026' })
  const younger = await server.addUser({ userName: 'placeholder', password: 'Second.2026' })
  // As migration 0002 left them: the trigger would refuse such a pair today.
  const connection = await server.database.pool.connect()
  await connection.query("set session_replication_role = 'replica'")
  await connection.query("update users set user_name = 'ｔｗｉｎｓ', user_name_key = 'ｔｗｉｎｓ' where id = $1", [
    younger,
  ])
  await connection.query('reset session_replication_role')
  connection.release()
  for (const [name, attempted, status] of [
    ['Twins', 'First.2026', 200],
    ['ｔｗｉｎｓ', 'Second.2026', 200],
    ['ｔｗｉｎｓ', 'First.2026', 400],
    ['twins', 'Second.2026', 400],
  ] as const) {
    expect([name, await grant(name, attempted)]).toEqual([name, status])
  }
})

test('16: a number or an address belongs to its owner, whatever user name somebody else has', async () => {
  await server.addUser({ userName: '13933334444', password: 'Thief.2026' })
  await server.addUser({ userName: 'mine@example.com', password: 'Thief.2026' })
  await server.addUser({
    userName: 'owner',
    password: 'Owner.2026',
    email: 'mine@example.com',
    itc: '+86',
    phone: '13933334444',
  })
  for (const name of ['13933334444', '+8613933334444', 'MINE@example.com']) {
    expect([await grant(name, 'Owner.2026'), await grant(name, 'Thief.2026')]).toEqual([200, 400])
  }
})

describe('codes of devices', () => {
  test.each([
    ['as it is', (code: string) => code],
    ['in lower case with blanks', (code: string) => ` ${code.toLowerCase().replace('-', ' ')} `],
    [
      'in full width',
      (code: string) => code.replace(/[A-Z0-9-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ],
    ['with another dash', (code: string) => code.replace('-', '—')],
  ])('16: is found %s', async (_how, typed) => {
    const answer = await post(server.issuer, '/connect/deviceauthorization', { client_id: clientId, scope: 'openid' })
    const { user_code: code } = (await answer.json()) as { user_code: string }
    const person = new Person(server.issuer)
    await person.signIn(await person.visit('/Account/Login'))
    const page = await person.submit(await person.visit('/connect/device'), { user_code: typed(code) })
    expect(page.body).toContain('name="confirm"')
    expect(page.body).toContain(code)
  })
})

test('16: a limited request at the token endpoint is told as the contract has it', async () => {
  const strict = await startTestServer({ signInLimits: { accountAndAddress: { attempts: 1, seconds: 600 } } })
  try {
    const fields = { grant_type: 'password', username: 'testUserName', password: 'wrong' }
    const headers = basic('testAutoClient', 'testAuto.2022')
    await post(strict.issuer, '/connect/token', fields, headers)
    const limited = await post(strict.issuer, '/connect/token', fields, headers)
    expect([limited.status, await limited.json()]).toEqual([
      429,
      expect.objectContaining({ error: 'temporarily_unavailable' }),
    ])
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(500)
  } finally {
    await strict.close()
  }
})
