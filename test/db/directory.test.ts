import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import account from '../../generated/account.json' with { type: 'json' }
import oneAccess from '../../generated/oneaccess.json' with { type: 'json' }
import { loadConfig } from '../../server/config/config.ts'
import { sha256 } from '../../server/crypto/hash.ts'
import { saveRevokedAccessToken } from '../../server/db/queries/access-tokens.ts'
import { findApplication } from '../../server/db/queries/applications.ts'
import { findCredentialCaller, findTokenCaller, type UserTokenClaims } from '../../server/db/queries/callers.ts'
import { listSubtreeIds } from '../../server/db/queries/organizations.ts'
import { purgeExpired } from '../../server/db/queries/purge.ts'
import { insertRoleGroupMember } from '../../server/db/queries/role-groups.ts'
import { findUser } from '../../server/db/queries/users.ts'
import type { Db } from '../../server/db/schema.ts'
import { AccessCredentials } from '../../server/domain/access-credentials/access-credentials.ts'
import { permissionCodes } from '../../server/domain/applications/permission-codes.ts'
import { registerApplications } from '../../server/domain/applications/registration.ts'
import { Organizations } from '../../server/domain/organizations/organizations.ts'
import { RoleGroups } from '../../server/domain/role-groups/role-groups.ts'
import { Users } from '../../server/domain/users/users.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { countStatements } from '../support/statements.ts'

let database: TestDatabase
let organizations: Organizations
let roleGroups: RoleGroups
let users: Users
beforeAll(async () => {
  database = await createTestDatabase()
  organizations = new Organizations(database.db)
  roleGroups = new RoleGroups(database.db)
  users = new Users(database.db, organizations)
})
afterAll(() => database.close())

const by = { requestId: 'a-request' }
const nobody = '018f4d3e-0000-7000-8000-00000000dead'
const refusal = (kind: string) => expect.objectContaining({ name: 'Failure', kind })
const addUser = async (userName: string) => (await users.createOne(by, { userName })).id

interface Operation {
  readonly 'x-roles'?: readonly string[]
  readonly 'x-permissions'?: readonly string[]
}
/** Every value of a key over all operations of a document. */
function declared(document: { paths: object }, key: keyof Operation): string[] {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item as Record<string, Operation>))
  return [...new Set(operations.flatMap((operation) => operation[key] ?? []))].sort()
}

describe('organizations', () => {
  test('have a code of their own and a name on their level, however they are spelled', async () => {
    const root = await organizations.create(by, { code: 'Head', name: '总部', type: 'group' })
    expect(root).toMatchObject({ parentId: null, type: 'group', enabled: true, extension: {} })
    expect(await organizations.get(root.id)).toEqual(root)
    expect(await organizations.findByCode(' ｈｅａｄ')).toEqual(root)
    const child = { code: 'child', name: '总部', parentId: root.id }
    expect(await organizations.create(by, child)).toMatchObject({ parentId: root.id, type: 'department' })
    for (const [organization, kind] of [
      [{ code: 'HEAD', name: 'x' }, 'organization_code_taken'],
      [{ code: 'x', name: '总部' }, 'organization_name_taken'],
      [{ code: 'x', name: 'x', parentId: nobody }, 'parent_organization_not_found'],
    ] as const) {
      await expect(organizations.create(by, organization)).rejects.toEqual(refusal(kind))
    }
    await expect(organizations.get(nobody)).rejects.toEqual(refusal('organization_not_found'))
  })

  test('of one code at once, spelled 32 ways: one wins', async () => {
    const spell = (index: number) =>
      [...'abcde'].map((letter, bit) => ((index >> bit) & 1 ? letter.toUpperCase() : letter)).join('')
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, (_, index) => organizations.create(by, { code: spell(index), name: `n${index}` })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('are moved with everything below them by one row, and a circle ends the reading', async () => {
    await sql`
      insert into organizations (id, parent_id, code, name)
      select md5('node' || n)::uuid, case when n > 1 then md5('node' || greatest(n / 3, 1))::uuid end, 'node' || n, 'node' || n
      from generate_series(1, 10000) n`.execute(database.db)
    await sql`analyze organizations`.execute(database.db)
    const id = async (code: string) => (await organizations.findByCode(code))?.id ?? ''
    const everything = await listSubtreeIds(database.db, await id('node1'))
    expect(new Set(everything).size).toBe(everything.length)
    expect(everything).toHaveLength(10_000)
    const move = (what: string, where: string) =>
      sql`update organizations set parent_id = ${where} where id = ${what}`.execute(database.db)
    const moved = await listSubtreeIds(database.db, await id('node3'))
    await move(await id('node3'), await id('head'))
    expect(await listSubtreeIds(database.db, await id('head'))).toEqual(expect.arrayContaining(moved))
    await move(await id('head'), await id('node3'))
    expect((await listSubtreeIds(database.db, await id('head'))).length).toBe(moved.length + 2)
  })

  test('are somebody’s primary one only if they have none', async () => {
    const [first, second] = await Promise.all(
      ['p1', 'p2'].map((code) => organizations.create(by, { code, name: code })),
    )
    const [creation] = await users.create(by, [{ userName: 'settler' }])
    const userId = creation?.user?.id ?? ''
    for (const organization of [first, second, first]) await organizations.settle(by, userId, organization?.id ?? '')
    const { items } = await users.listDirectory({ organizationId: first?.id }, { offset: 0, limit: 10 })
    expect(items[0]?.organizations).toEqual([{ organizationId: first?.id, isPrimary: true, relationType: 'belonging' }])
  })
})

describe('role groups', () => {
  test('that operations ask for are there from the start', async () => {
    const { items } = await roleGroups.list({ offset: 0, limit: 100 })
    expect(items.filter(({ isZwsoft }) => isZwsoft).map(({ name }) => name)).toEqual(declared(account, 'x-roles'))
  })

  test('have a manager who exists and a name of their own', async () => {
    const managerId = await addUser('manager')
    const group = await roleGroups.create(by, { name: 'Test.Group', managerId, description: 'D' })
    expect(group).toMatchObject({
      name: 'Test.Group',
      displayName: 'Test.Group',
      description: 'D',
      managerId,
      members: [],
    })
    await expect(roleGroups.create(by, { name: 'test.GROUP', managerId })).rejects.toEqual(
      refusal('role_group_name_taken'),
    )
    await expect(roleGroups.create(by, { name: 'X.Y', managerId: nobody })).rejects.toEqual(refusal('user_not_found'))
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, () => roleGroups.create(by, { name: 'At.Once', managerId })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const events = await database.db
      .selectFrom('auditEvents')
      .select(['action', 'subjectType', 'details', 'requestId'])
      .where('subjectId', '=', group.id)
      .execute()
    expect(events).toEqual([
      {
        action: 'role_group.created',
        subjectType: 'role_group',
        details: { name: 'Test.Group', manager: managerId },
        requestId: 'a-request',
      },
    ])
  })

  test('are listed by name with their people in the order they came, in one statement', async () => {
    const managerId = await addUser('head.of.group')
    const { id } = await roleGroups.create(by, { name: 'Listed.Group', managerId })
    const people = [await addUser('third'), await addUser('first'), await addUser('second')]
    for (const person of people) expect(await insertRoleGroupMember(database.db, person, [id])).toEqual([id])
    expect(await insertRoleGroupMember(database.db, people[0] ?? '', [id])).toEqual([])
    const { total, items } = await roleGroups.list({ offset: 0, limit: 100 })
    expect(total).toBe(items.length)
    expect(items.map(({ name }) => name)).toEqual(items.map(({ name }) => name).sort())
    expect(items.find((group) => group.id === id)).toMatchObject({
      members: people,
      memberCount: 3,
      readers: [],
      readerCount: 0,
    })
    expect(await countStatements(() => roleGroups.list({ offset: 0, limit: 2 }))).toBe(1)
    expect(await roleGroups.list({ offset: 100, limit: 2 })).toEqual({ total, items: [] })
  })
})

describe('whoever a token stands for', () => {
  const tokenHash = sha256('a token')
  const grantHash = sha256('a grant')
  const clientId = 'calling'
  let userId: string

  beforeAll(async () => {
    userId = await addUser('caller')
    await registerApplications(database.db, by, [
      { clientId, name: 'Calling', scopes: ['ZMS.Basic'], permissionCodes: ['user_read'], secret: 'a secret' },
      { clientId: 'beside', name: 'Beside', scopes: ['ZMS.Basic'], secret: 'a secret' },
    ])
    const expiresAt = new Date(Date.now() + 60_000)
    const grant = { model: 'Grant', idHash: grantHash, payload: {}, userId, clientId, expiresAt }
    await database.db.insertInto('engineState').values(grant).execute()
  })

  const find = ({ db = database.db, ...claims }: Partial<UserTokenClaims> & { db?: Db } = {}) =>
    findTokenCaller(db, { tokenHash, grantHash, userId, clientId, scopes: ['ZMS.Basic'], ...claims })

  test('is found with account and roles in one statement', async () => {
    await roleGroups.joinPlatformGroups(by, userId)
    const row = { address: { city: 'Shenzhen' }, attributes: { user_code: 'kept as it is' }, dateOfBirth: '2000-02-29' }
    await database.db.updateTable('users').set(row).where('id', '=', userId).execute()
    expect(await find()).toStrictEqual({
      user: await findUser(database.db, userId),
      roles: declared(account, 'x-roles'),
    })
    const ofClient = { tokenHash, clientId, scopes: ['ZMS.Basic'] }
    expect(await findTokenCaller(database.db, ofClient)).toEqual({ user: undefined, roles: [] })
    expect(await countStatements(() => find())).toBe(1)
  })

  test.each([
    ['the grant is gone', { grantHash: sha256('another') }],
    ['the grant is for another application', { clientId: 'beside', scopes: [] }],
    ['the user is gone', { userId: nobody }],
    ['the application is gone', { clientId: 'another' }],
    ['the application does not have the scope', { scopes: ['ZMS.Basic', 'ZMS.OEMUsers.Delete'] }],
  ])('is nobody when %s', async (_what, claims) => {
    expect(await find(claims)).toBeUndefined()
  })

  test.each([
    ['the token was revoked', (db: Db) => saveRevokedAccessToken(db, tokenHash, 60)],
    ['the user is disabled', (db: Db) => db.updateTable('users').set({ accountState: 'Disabled' }).execute()],
    ['the application is disabled', (db: Db) => db.updateTable('applications').set({ enabled: false }).execute()],
    [
      'the grant is over',
      (db: Db) =>
        db
          .updateTable('engineState')
          .set({ expiresAt: new Date(0) })
          .execute(),
    ],
  ])('is nobody when %s', async (_what, end) => {
    const undo = new Error('undo')
    const work = database.db.transaction().execute(async (trx) => {
      await end(trx)
      expect(await find({ db: trx })).toBeUndefined()
      throw undo
    })
    await expect(work).rejects.toBe(undo)
    expect(await find()).toBeDefined()
  })
})

describe('access credentials', () => {
  test('are stored as hashes, expire, and end with their application', async () => {
    await registerApplications(database.db, by, [
      { clientId: 'managing', name: 'Managing', permissionCodes: ['org_all'], managementTokenSeconds: 60, secret: 's' },
    ])
    const application = await findApplication(database.db, 'managing')
    if (!application) throw new Error('not registered')
    const credentials = new AccessCredentials(database.db)
    const { token, expiresIn } = await credentials.issue(application.clientId)
    expect([Buffer.from(token, 'base64url').length, expiresIn]).toEqual([32, 60])
    const other = await credentials.issue(application.clientId)
    expect(await credentials.holder(token)).toMatchObject({ clientId: 'managing', permissionCodes: ['org_all'] })
    expect(await credentials.holder(other.token)).toBeDefined()
    expect(await credentials.holder('another')).toBeUndefined()
    const { rows } = await database.pool.query('select t::text as row from access_credentials t')
    expect(JSON.stringify(rows)).not.toContain(token)

    await database.pool.query('update applications set enabled = false where client_id = $1', ['managing'])
    expect(await credentials.holder(token)).toBeUndefined()
    await database.pool.query('update applications set enabled = true where client_id = $1', ['managing'])
    await database.pool.query(`update access_credentials set expires_at = now() - interval '1 second'`)
    expect(await findCredentialCaller(database.db, sha256(token))).toBeUndefined()
    await purgeExpired(database.db, 100, loadConfig({}))
    expect((await database.pool.query('select from access_credentials')).rows).toHaveLength(0)
  })

  test('open what the contract knows', () => {
    expect([...permissionCodes].sort()).toEqual(declared(oneAccess, 'x-permissions'))
  })
})
