import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { auditOf, personToken } from '../support/api.ts'
import { freeMail } from '../support/contacts.ts'
import { askRoles, groupName, type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { editsBy, isLetIn, managedPerson, rowOf } from './managed-person.ts'

let server: TestServer
let manager: Insider
let superManager: Insider
let editDetails: ReturnType<typeof editsBy>['editDetails']
let editSecurity: ReturnType<typeof editsBy>['editSecurity']
let unbind: ReturnType<typeof editsBy>['unbind']
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  superManager = await personWith(server, 'Account.UserManager', 'Account.SuperManager')
  ;({ editDetails, editSecurity, unbind } = editsBy(server, manager))
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'

describe('the authority of administrators', () => {
  const security = () => ({ email: freeMail() })
  const everyEdit = (guid: string, token: string) => [
    () => editDetails({ guid, displayName: 'Mine' }, token),
    () => editSecurity({ guid, ...security() }, token),
    () => editSecurity({ guid, password: 'Another.word.2026' }, token),
    () => unbind({ guid, type: 'Phone' }, token),
    () => unbind({ guid, type: 'External', provider: 'WeChat' }, token),
  ]

  test.each([
    ['a super administrator', ['Account.SuperManager']],
    ['somebody with a role that they lack', ['Account.CorpManager']],
    ['somebody with their role and another', ['Account.UserManager', 'Account.RoleManager']],
  ])('does not reach %s, and that it was tried is kept', async (_, roles) => {
    const { id } = await personWith(server, ...roles)
    const before = await rowOf(server, id)
    for (const attempt of everyEdit(id, manager.token)) {
      expect(await attempt()).toMatchObject({ status: 403, body: { error: 'RoleRequired', data: null } })
    }
    expect(await rowOf(server, id)).toEqual(before)
    const events = (await auditOf(server, id)).map(({ action, actorId, details }) => [action, actorId, details])
    const refused = (attempt: string) => ['user.change_refused', manager.id, { attempt, reason: 'user_outranks' }]
    expect(events).toEqual(['details', 'security', 'security', 'unbind', 'unbind'].map(refused))
  })

  test('does not reach whoever manages a role group', async () => {
    const { id } = await managedPerson(server)
    const admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
    await askRoles(server, '/create', admin, { name: groupName(), manager: id })
    expect((await editSecurity({ guid: id, ...security() })).status).toBe(403)
    expect((await editSecurity({ guid: id, ...security() }, superManager.token)).status).toBe(200)
  })

  test('reaches their equals, and everybody where they are super administrators', async () => {
    const equal = await personWith(server, 'Account.UserManager')
    expect((await editSecurity({ guid: equal.id, ...security() })).status).toBe(200)
    const above = await personWith(server, 'Account.CorpManager', 'Account.SuperManager')
    expect((await editSecurity({ guid: above.id, accountState: 'Locked' }, superManager.token)).status).toBe(200)
    expect(await isLetIn(server, above.token)).toBe(false)
  })

  test('counts from the next request: a role that was given or taken meanwhile', async () => {
    const target = await personWith(server)
    const { roleGroups } = server.app.services.deps
    await roleGroups.addRole({}, target.id, 'Account.CorpManager')
    expect((await editSecurity({ guid: target.id, ...security() })).status).toBe(403)
    await roleGroups.removeRole({}, target.id, 'Account.CorpManager')
    expect((await editSecurity({ guid: target.id, ...security() })).status).toBe(200)
  })

  test('is not for their own account, where they would have to prove who they are', async () => {
    for (const self of [manager, superManager]) {
      const [, ...attempts] = everyEdit(self.id.toUpperCase(), self.token)
      for (const attempt of attempts) {
        expect(await attempt()).toMatchObject({ status: 403, body: { error: 'Forbidden' } })
      }
      expect((await auditOf(server, self.id)).at(-1)?.details).toEqual({ attempt: 'unbind', reason: 'access_denied' })
      expect((await editDetails({ guid: self.id, displayName: 'Myself' }, self.token)).status).toBe(200)
    }
  })

  test('is nothing without the role, for super administrators either', async () => {
    const { id } = await managedPerson(server)
    for (const { token } of [
      await personWith(server),
      await personWith(server, 'Account.SuperManager', 'ZMS.UserManager'),
    ]) {
      for (const attempt of everyEdit(id, token)) {
        expect(await attempt()).toMatchObject({ status: 403, body: { error: 'RoleRequired' } })
      }
    }
  })

  test('ends at somebody who is not there', async () => {
    for (const attempt of everyEdit(nobody, superManager.token)) {
      expect(await attempt()).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    }
  })

  test('leaves one super administrator where two keep each other out at once', async () => {
    const { db, pool } = server.database
    const [one, other] = await Promise.all(
      Array.from({ length: 2 }, () => personWith(server, 'Account.UserManager', 'Account.SuperManager')),
    )
    if (!one || !other) throw new Error('there are not two')
    const group = await db
      .selectFrom('roleGroups')
      .select('id')
      .where('name', '=', 'Account.SuperManager')
      .executeTakeFirstOrThrow()
    await db
      .deleteFrom('roleGroupMembers')
      .where('groupId', '=', group.id)
      .where('userId', 'not in', [one.id, other.id])
      .execute()
    // Both have shown that they may before either has done it.
    const answers = await db.transaction().execute(async (trx) => {
      await trx.selectFrom('roleGroups').select('id').where('id', '=', group.id).forUpdate().execute()
      const calls = [
        editSecurity({ guid: other.id, accountState: 'Disabled' }, one.token),
        editSecurity({ guid: one.id, accountState: 'Locked' }, other.token),
      ]
      const waiting = `select count(*)::int as count from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`
      await vi.waitFor(async () => expect((await pool.query(waiting)).rows).toEqual([{ count: 2 }]), {
        timeout: 10_000,
      })
      return calls
    })
    const seen = (await Promise.all(answers)).map(({ status, body }) => [status, body.error])
    expect(seen).toContainEqual([200, null])
    expect(seen).toContainEqual([422, 'LastSuperAdministrator'])
    const left = [await rowOf(server, one.id), await rowOf(server, other.id)].map(
      ({ accountState }) => accountState === 'Normal',
    )
    expect(left.sort()).toEqual([false, true])
  })
})
