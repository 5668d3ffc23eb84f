import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, oemToken } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let one: Insider
let other: Insider
beforeAll(async () => {
  server = await startTestServer()
  one = await personWith(server, 'Account.UserManager', 'Account.SuperManager')
  other = await personWith(server, 'Account.UserManager', 'Account.SuperManager')
  // The administrator of the demo data stays in, and is kept out.
  await server.database.db
    .updateTable('users')
    .set({ accountState: 'Disabled' })
    .where('userName', '=', 'admin')
    .execute()
})
afterAll(() => server.close())

const deps = () => server.app.services.deps
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { kind?: string }) => error.kind ?? error,
  )

/** Every way in which somebody stops being a super administrator who can sign in, whoever calls it. */
const ways: Record<string, (id: string) => Promise<unknown>> = {
  'is disabled': (id) => deps().users.setEnabled({}, id, false),
  'closes the account': (id) => deps().closures.close({ userId: id }, id),
  'loses the role': (id) => deps().roleGroups.removeRole({}, id, 'account.supermanager'),
  'is deleted by the client that registered them': async (id) => {
    await server.database.db.updateTable('users').set({ oemClientId: 'oemDemo' }).where('id', '=', id).execute()
    const answer = await ask<{ error: string | null }>(server, 'DELETE', '/api/v1.0/oem/users/delete', {
      token: await oemToken(server),
      body: [id],
    })
    if (answer.status !== 200) {
      expect([answer.status, answer.body.error]).toEqual([422, 'LastSuperAdministrator'])
      throw { kind: 'last_super_administrator' }
    }
  },
}

/** Somebody beside `one`, with the role anew. */
async function again() {
  await server.database.db.deleteFrom('users').where('id', '=', other.id).execute()
  other = await personWith(server, 'Account.UserManager', 'Account.SuperManager')
}

test.each(Object.entries(ways))('of two one %s, the last one never', async (_, way) => {
  expect(await outcome(way(other.id))).toBe('done')
  expect(await outcome(way(one.id))).toBe('last_super_administrator')
  const token = { token: one.token }
  expect((await ask(server, 'GET', '/api/v1.0/manage/users', token)).status).toBe(200)
  await again()
})

test('of 32 at once who leave in all ways, one stays', async () => {
  const crowd = await Promise.all(Array.from({ length: 30 }, () => server.addUser({})))
  for (const id of crowd) await deps().roleGroups.addRole({}, id, 'Account.SuperManager')
  const all = [one.id, other.id, ...crowd]
  const acts = Object.values(ways).slice(0, 3)
  const seen = await Promise.all(all.map((id, index) => outcome(acts[index % acts.length]?.(id) ?? Promise.reject())))
  expect(seen.toSorted()).toEqual([...Array.from({ length: 31 }, () => 'done'), 'last_super_administrator'])
})
