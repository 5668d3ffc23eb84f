import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { User } from '../../server/db/queries/users.ts'
import { Failure } from '../../server/domain/failure.ts'
import { Organizations } from '../../server/domain/organizations/organizations.ts'
import { verifyPassword } from '../../server/domain/passwords/hashing.ts'
import { Users } from '../../server/domain/users/users.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { countStatements } from '../support/statements.ts'

let database: TestDatabase
let users: Users
let organizations: Organizations
beforeAll(async () => {
  database = await createTestDatabase()
  organizations = new Organizations(database.db)
  users = new Users(database.db, organizations)
})
afterAll(() => database.close())

const by = { clientId: 'a-client', address: '203.0.113.7', requestId: 'a-request' }
const nobody = '018f4d3e-0000-7000-8000-00000000dead'
const kindOf = (failure: Failure | null | undefined) => failure?.kind ?? null
const refusal = (kind: string) => expect.objectContaining({ name: 'Failure', kind })

async function add(userName: string): Promise<User> {
  const [creation] = await users.create(by, [{ userName }])
  if (!creation?.user) throw new Error('not created')
  return creation.user
}

async function audited(subjectId: string) {
  return await database.db
    .selectFrom('auditEvents')
    .select(['actorId', 'actorClientId', 'action', 'subjectType', 'details', 'address', 'requestId'])
    .where('subjectId', '=', subjectId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

describe('a user is changed', () => {
  test('field by field, and what is left out stays', async () => {
    const { id } = await add('changed')
    await users.change(by, id, { firstName: 'A', lastName: 'B', isPhoneReceiveInfo: true, dateOfBirth: '2000-02-29' })
    const changed = await users.change(by, id, { firstName: null, lastName: undefined, preferredLanguage: 'en-US' })
    expect(changed).toMatchObject({
      firstName: null,
      lastName: 'B',
      isPhoneReceiveInfo: true,
      dateOfBirth: '2000-02-29',
    })
    expect(changed).not.toHaveProperty('changed')
    expect(await users.get(id)).toEqual(changed)
    expect(await users.change(by, id, { preferredLanguage: null })).toMatchObject({ preferredLanguage: 'zh-CN' })
    expect(await users.change(by, id, {})).toMatchObject({ lastName: 'B' })
  })

  test('member by member where it holds an object', async () => {
    const { id } = await add('merged')
    await users.change(by, id, { address: { city: 'Guangzhou', street: 'Long Road' }, jobInfo: { title: 'Engineer' } })
    expect(await users.change(by, id, { address: { street: null, countryCode: 'CN' } })).toMatchObject({
      address: { city: 'Guangzhou', countryCode: 'CN' },
      jobInfo: { title: 'Engineer' },
    })
    expect(await users.change(by, id, { address: null, jobInfo: { title: null } })).toMatchObject({
      address: null,
      jobInfo: null,
    })
  })

  test('and counted by what is another than before', async () => {
    const { id } = await add('counted')
    await users.change(by, id, { displayName: 'One', firstName: 'F' })
    await users.change(by, id, { displayName: 'Two', firstName: 'F' })
    await users.change(by, id, { phone: '138 0000 0002' })
    await users.change(by, id, { phone: '+8613800000002', address: {} })
    expect(Object.fromEntries(await users.modificationCounts(id))).toEqual({ displayName: 2, firstName: 1, phone: 1 })
    expect((await audited(id)).map(({ action, details }) => [action, details])).toEqual([
      ['user.created', {}],
      ['user.changed', { changed: ['displayName', 'firstName'] }],
      ['user.changed', { changed: ['displayName'] }],
      ['user.changed', { changed: ['phone'] }],
    ])
  })

  test('by somebody, whom the audit event names', async () => {
    const { id } = await add('watched')
    await users.change({ ...by, userId: id }, id, { displayName: 'X' })
    expect((await audited(id))[1]).toEqual({
      actorId: id,
      actorClientId: 'a-client',
      action: 'user.changed',
      subjectType: 'user',
      details: { changed: ['displayName'] },
      address: '203.0.113.7',
      requestId: 'a-request',
    })
  })

  test('and a contact that becomes another is proven no longer', async () => {
    const [creation] = await users.create(by, [
      {
        userName: 'proven',
        phone: '13800000003',
        phoneVerified: true,
        email: 'proven@example.com',
        emailVerified: true,
      },
    ])
    const id = creation?.user?.id ?? ''
    expect(await users.change(by, id, { phone: '138-0000-0003', email: 'proven@example.com' })).toMatchObject({
      phoneVerified: true,
      emailVerified: true,
    })
    expect(await users.change(by, id, { phone: null, email: 'new@example.com' })).toMatchObject({
      itc: null,
      phone: null,
      phoneVerified: false,
      emailVerified: false,
    })
  })

  test('not at all when the change cannot be', async () => {
    const { id } = await add('refused')
    await add('Taken')
    await expect(users.change(by, nobody, { firstName: 'A' })).rejects.toEqual(refusal('user_not_found'))
    await expect(users.get(nobody)).rejects.toEqual(refusal('user_not_found'))
    await expect(users.change(by, id, { userName: 'ＴＡＫＥＮ', firstName: 'A' })).rejects.toEqual(
      refusal('user_name_taken'),
    )
    await expect(users.change(by, id, { userName: '\u200b' })).rejects.toEqual(refusal('name_invalid'))
    await expect(users.change(by, id, { phone: 'none' })).rejects.toEqual(refusal('phone_invalid'))
    expect(await users.get(id)).toMatchObject({ userName: 'refused', firstName: null })
    expect(await audited(id)).toHaveLength(1)
  })

  test('32 times at once, without losing a member or a count', async () => {
    const { id } = await add('busy')
    const members = ['street', 'postalCode', 'city', 'provinceName', 'countryName', 'a', 'b', 'c'] as const
    await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        users.change(by, id, { displayName: `Name ${index}`, address: { [members[index % 8] ?? '']: `${index % 8}` } }),
      ),
    )
    const user = await users.get(id)
    expect(Object.keys(user.address ?? {}).sort()).toEqual([...members].sort())
    expect(Object.fromEntries(await users.modificationCounts(id))).toEqual({ displayName: 32, address: 8 })
  })

  test('with four statements', async () => {
    const { id } = await add('cheap')
    expect(await countStatements(() => users.change(by, id, { displayName: 'X', address: { city: 'Y' } }))).toBe(4)
  })
})

describe('many users are created', () => {
  test('each for itself, in their order', async () => {
    await users.create(by, [{ userName: 'there', phone: '13900000001', email: 'there@example.com' }])
    const list = [
      { userName: 'new.one', email: 'one@example.com', password: 'Abc.123456' },
      { email: 'THERE@example.com' },
      { phone: '+86 139 0000 0001' },
      { userName: 'ＴＨＥＲＥ' },
      { userName: 'new.two', email: 'One@Example.com' },
      { userName: 'weak', password: '123456' },
      { userName: 'bad.number', phone: 'none' },
      { phone: '13900000002' },
      {},
    ]
    const creations = await users.create(by, list)
    expect(creations.map(({ failure, user }) => [kindOf(failure), user?.userName ?? null])).toEqual([
      [null, 'new.one'],
      ['email_taken', 'there'],
      ['phone_taken', 'there'],
      ['user_name_taken', 'there'],
      ['email_taken', 'new.one'],
      ['password_length', null],
      ['phone_invalid', null],
      [null, expect.stringMatching(/^[a-z0-9]{12}$/)],
      [null, expect.stringMatching(/^[a-z0-9]{12}$/)],
    ])
    const { id = '' } = creations[0]?.user ?? {}
    const { hash } = await database.db
      .selectFrom('passwordCredentials')
      .select('hash')
      .where('userId', '=', id)
      .executeTakeFirstOrThrow()
    expect(await verifyPassword(hash, 'Abc.123456')).toBe(true)
    expect(JSON.stringify(await audited(id))).not.toMatch(/argon2|Abc\.123456/)
  })

  test('and an earlier one that fails leaves its number to a later one', async () => {
    await add('occupied')
    const creations = await users.create(by, [
      { userName: 'occupied', phone: '13900000010' },
      { userName: 'later', phone: '13900000010' },
    ])
    expect(creations.map(({ failure }) => kindOf(failure))).toEqual(['user_name_taken', null])
  })

  test('with seven statements, however many, and one when all are there', async () => {
    const list = Array.from({ length: 100 }, (_, index) => ({
      userName: `many${index}`,
      email: `m${index}@example.com`,
    }))
    list[3] = { ...list[3], password: 'Abc.123456' } as (typeof list)[number]
    expect(await countStatements(() => users.create(by, list))).toBe(7)
    expect(await countStatements(() => users.create(by, list))).toBe(1)
  })

  test('32 times at once with one name: one wins, the others are told who', async () => {
    const results = await Promise.all(Array.from({ length: 32 }, () => users.create(by, [{ userName: 'Wanted' }])))
    const creations = results.flat()
    expect(creations.filter(({ failure }) => failure === null)).toHaveLength(1)
    expect(new Set(creations.map(({ user }) => user?.id)).size).toBe(1)
    expect(creations.filter(({ failure }) => kindOf(failure) === 'user_name_taken')).toHaveLength(31)
  })

  test('32 times at once as lists in every order: each once, and nobody waits for ever', async () => {
    const list = Array.from({ length: 20 }, (_, index) => ({ userName: `crossed${index}` }))
    const rotated = (by: number) => [...list.slice(by), ...list.slice(0, by)]
    const results = await Promise.all(Array.from({ length: 32 }, (_, index) => users.create(by, rotated(index % 20))))
    expect(results.flat().filter(({ failure }) => failure === null)).toHaveLength(20)
  })
})

describe('one user is created in the directory', () => {
  test('in the first root organization, under its user name, with a password to be changed', async () => {
    const root = await organizations.create(by, { code: 'root', name: 'Root', type: 'group' })
    await organizations.create(by, { code: 'later-root', name: 'Later' })
    const user = await users.createOne(by, { userName: 'plain', phone: '12345678901', password: 'Abc.123456' })
    expect(user).toMatchObject({ displayName: 'plain', itc: '+86', phone: '12345678901' })
    const { items } = await users.listDirectory({ organizationId: root.id }, { offset: 0, limit: 10 })
    expect(items).toEqual([
      {
        ...user,
        mustChangePassword: true,
        passwordChangedAt: expect.any(Date),
        organizations: [{ organizationId: root.id, isPrimary: true, relationType: 'belonging' }],
      },
    ])
  })

  test('in the organizations that are named', async () => {
    const [a, b] = await Promise.all(['dept-a', 'dept-b'].map((code) => organizations.create(by, { code, name: code })))
    const { id } = await users.createOne(
      by,
      { userName: 'placed', mustChangePassword: false },
      {
        primaryCode: 'DEPT-B',
        relations: [
          { code: 'dept-a', relationType: 'belonging' },
          { code: 'dept-b', relationType: 'attached' },
        ],
      },
    )
    const { items } = await users.listDirectory({ organizationId: b?.id }, { offset: 0, limit: 10 })
    expect(items.map((user) => [user.id, user.organizations])).toEqual([
      [
        id,
        [
          { organizationId: b?.id, isPrimary: true, relationType: 'attached' },
          { organizationId: a?.id, isPrimary: false, relationType: 'belonging' },
        ],
      ],
    ])
  })

  const belonging = 'belonging' as const
  test.each([
    ['a missing organization', { primaryCode: 'missing' }, 'organization_not_found'],
    [
      'a missing one in the list',
      { relations: [{ code: 'missing', relationType: belonging }] },
      'organization_not_found',
    ],
    [
      'a list without its primary',
      { primaryCode: 'root', relations: [{ code: 'dept-a', relationType: belonging }] },
      'list_invalid',
    ],
    [
      'a list without any primary',
      { relations: [{ code: 'root', relationType: 'attached' as const }] },
      'list_invalid',
    ],
    [
      'one organization twice',
      {
        relations: [
          { code: 'root', relationType: belonging },
          { code: 'ROOT', relationType: 'attached' as const },
        ],
      },
      'list_invalid',
    ],
    [
      'two to belong to',
      {
        relations: [
          { code: 'root', relationType: belonging },
          { code: 'dept-a', relationType: belonging },
        ],
      },
      'list_invalid',
    ],
  ])('not with %s', async (_what, placement, kind) => {
    await expect(users.createOne(by, { userName: 'misplaced' }, placement)).rejects.toEqual(refusal(kind))
  })

  test('not over another, and then nothing of it is left', async () => {
    await expect(users.createOne(by, { userName: 'PLAIN', phone: '13900000077' })).rejects.toEqual(
      refusal('user_name_taken'),
    )
    await expect(users.createOne(by, { userName: 'x', phone: '+86 12345678901' })).rejects.toEqual(
      refusal('phone_taken'),
    )
    await expect(users.createOne(by, { userName: 'x', password: 'short' })).rejects.toBeInstanceOf(Failure)
    await users.createOne(by, { userName: 'free', phone: '13900000077' })
  })

  test('32 times at once: one wins', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, (_, index) =>
        users.createOne(by, { userName: `racer${index}`, email: 'race@example.com' }),
      ),
    )
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(31)
    expect(lost.map(({ reason }) => kindOf(reason))).toEqual(lost.map(() => 'email_taken'))
  })

  test('with eight statements at most', async () => {
    const statements = await countStatements(() => users.createOne(by, { userName: 'eight', password: 'Abc.123456' }))
    expect(statements).toBeLessThanOrEqual(8)
  })
})

describe('users are listed', () => {
  test('in one order, each once, with the total on every page', async () => {
    const at = new Date('2030-01-01')
    await database.db
      .insertInto('users')
      .values(
        Array.from({ length: 230 }, (_, index) => ({
          id: crypto.randomUUID(),
          userName: `one.instant${index}`,
          createdAt: at,
        })),
      )
      .execute()
    const { total } = await users.list({ offset: 0, limit: 1 })
    const ids = new Set<string>()
    for (let offset = 0; offset < total; offset += 50) {
      const page = await users.list({ offset, limit: 50 })
      expect(page.total).toBe(total)
      for (const id of page.items) ids.add(id)
    }
    expect(ids.size).toBe(total)
    expect(await users.list({ offset: total, limit: 50 })).toEqual({ total, items: [] })
    const page = await users.listDirectory({}, { offset: 50, limit: 50 })
    expect(page.items.map(({ id }) => id)).toEqual((await users.list({ offset: 50, limit: 50 })).items)
  })

  test('since a moment', async () => {
    const { id } = await add('just.changed')
    const { updatedAt } = await users.get(id)
    const slice = { offset: 0, limit: 10 }
    await users.change(by, id, { displayName: 'X' })
    const later = await users.listDirectory({ changedAfter: updatedAt }, slice)
    expect([later.total, later.items.map((user) => user.id)]).toEqual([1, [id]])
    expect(await users.listDirectory({ changedAfter: new Date() }, slice)).toEqual({ total: 0, items: [] })
  })
})
