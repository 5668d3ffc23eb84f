import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findApplication } from '../../server/db/queries/applications.ts'
import { listUsers } from '../../server/db/queries/user-lists.ts'
import { permissionCodes } from '../../server/domain/applications/permission-codes.ts'
import { RoleGroups } from '../../server/domain/role-groups/role-groups.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { createTestDatabase, type TestDatabase } from '../setup/database.ts'
import { countStatements } from '../support/statements.ts'

const hashing = vi.hoisted(() => ({ count: 0 }))
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return {
    ...argon2,
    hash: (...args: Parameters<typeof argon2.hash>) => {
      hashing.count += 1
      return argon2.hash(...args)
    },
  }
})

const oneAccess = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

async function expectComplete(): Promise<void> {
  const { items } = await listUsers(database.db, {}, { offset: 0, limit: 100 })
  const people = Object.fromEntries(items.map((user) => [user.userName, user]))
  expect(Object.keys(people).sort()).toEqual(['admin', 'testUserName', 'zhangsan'])
  expect(people.zhangsan?.organizations).toMatchObject([{ isPrimary: true, relationType: 'belonging' }])
  expect(people.testUserName).toMatchObject({ organizations: [], phoneVerified: true, mustChangePassword: false })
  const groups = await new RoleGroups(database.db).list({ offset: 0, limit: 100 })
  expect(groups.items.map(({ members }) => members)).toEqual(groups.items.map(() => [people.admin?.id]))
  expect((await findApplication(database.db, oneAccess))?.permissionCodes).toEqual([...permissionCodes].sort())
}

test('the demo data is put in once, by any number of nodes, and costs no hash when it is there', async () => {
  await Promise.all([seedDemo(database.db), seedDemo(database.db), seedDemo(database.db)])
  await expectComplete()
  hashing.count = 0
  const audited = () => database.pool.query('select id from audit_events order by id').then(({ rows }) => rows)
  const before = await audited()
  expect(await countStatements(() => seedDemo(database.db))).toBeLessThanOrEqual(20)
  expect(hashing.count).toBe(0)
  expect(await audited()).toEqual(before)
})

test('what a former version has not made is added, and what was changed stays', async () => {
  await seedDemo(database.db)
  await database.pool.query(`
    delete from memberships; delete from organizations; delete from role_group_members;
    update applications set permission_codes = '{}', name = 'Renamed' where client_id = '${oneAccess}';
    update users set display_name = 'Renamed' where user_name = 'zhangsan'`)
  await seedDemo(database.db)
  await expectComplete()
  const { rows } = await database.pool.query(`select (select name from applications where client_id = '${oneAccess}'),
    (select display_name from users where user_name = 'zhangsan')`)
  expect(rows).toEqual([{ name: 'Renamed', display_name: 'Renamed' }])
})
