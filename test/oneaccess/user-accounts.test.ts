import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { ask, auditOf, oemToken } from '../support/api.ts'
import { atOnce, type ManagingApplication, managingApplication, refused } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Accounts = components['schemas']['UserAccounts']

let server: TestServer
let application: ManagingApplication
beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
})
afterAll(() => server.close())

const authorize = (user: string, body?: unknown, by = application, id = by.id) =>
  by.tenant<{ account_id: string }>('POST', `/users/${user}/applications/${id}/accounts`, body)
const list = (user: string, by = application) => by.tenant<Accounts>('GET', `/users/${user}/accounts`)
const unknown = ['20220413165737132-3BA0-91FCA2CB7', '0198f2a4-0000-7000-8000-000000000000']

describe('a user who is given an account (U11)', () => {
  test.each([undefined, {}, { account_name: '' }])('is its name, unless told otherwise: %j', async (body) => {
    const userName = `user-${randomUUID().slice(0, 8)}`
    const user = await server.addUser({ userName, displayName: '王五' })
    const given = await authorize(user, body)
    expect([given.status, given.body]).toEqual([200, { account_id: expect.any(String) }])
    expect((await list(user)).body).toEqual({
      total: 1,
      accounts: [
        {
          id: given.body.account_id,
          application_id: application.id,
          account_name: userName,
          account_type: 'BASIC_ACCOUNT',
          name: '王五',
          extension: {},
        },
      ],
    })
    expect(await auditOf(server, given.body.account_id)).toMatchObject([
      { action: 'application_account.created', actorClientId: application.clientId, details: { user } },
    ])
  })

  test('has the same account in the lists of the application', async () => {
    const user = await server.addUser({})
    const { body } = await authorize(user, { account_name: 'Test01' })
    const told = await application.side('GET', `/accounts/${body.account_id}`)
    expect(told.body).toMatchObject({ account_name: 'Test01', disabled: false, roles: [] })
  })

  test('has one when 32 give it at once', async () => {
    const user = await server.addUser({})
    const answers = await atOnce(32, () => authorize(user))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      expect(answer).toMatchObject(refused('APP_ACCOUNT.0002'))
    }
    expect((await list(user)).body.total).toBe(1)
  })

  test.each([
    ['APP_ACCOUNT.0036', { account_name: '\u200b' }],
    ['COMMON.0400', { account_name: 'x'.repeat(101) }],
    ['COMMON.0400', { name: 'a' }],
  ])('is refused with %s: %j', async (code, body) => {
    expect(await authorize(await server.addUser({}), body)).toMatchObject(refused(code))
  })

  test('is unknown where there is no such user or application, another application among them', async () => {
    const user = await server.addUser({})
    for (const id of unknown) {
      expect(await authorize(id)).toMatchObject(refused('USER.0001'))
      expect(await list(id)).toMatchObject(refused('USER.0001'))
      expect(await authorize(user, {}, application, id)).toMatchObject(refused('APP.0001'))
    }
    const other = await managingApplication(server)
    expect(await authorize(user, {}, other, application.id)).toMatchObject(refused('APP.0001'))
  })
})

describe('the accounts of a user (U12)', () => {
  test('are those in every application, the oldest first', async () => {
    const user = await server.addUser({})
    const other = await managingApplication(server)
    const own = await application.side<{ account_id: string }>('POST', '/accounts/basic-account', {
      user_id: user,
      extension: { age: '18' },
    })
    const second = await authorize(user, {}, other)
    const { body } = await list(user)
    expect(body.total).toBe(2)
    expect(body.accounts).toMatchObject([
      { id: own.body.account_id, application_id: application.id, extension: { age: '18' } },
      { id: second.body.account_id, application_id: other.id, extension: {} },
    ])
    expect((await list(user, other)).body).toEqual(body)
  })

  test('are gone with the user; who comes again under the same name has none', async () => {
    const token = await oemToken(server)
    const userName = `oem-${randomUUID().slice(0, 8)}`
    const make = () => server.addUser({ userName, oemClientId: 'oemDemo' })
    const user = await make()
    const { body } = await authorize(user)
    const role = await application.side<{ role_id: string }>('POST', '/role', { code: userName })
    const members = { role_id: role.body.role_id, account_Ids: [body.account_id] }
    expect((await application.side('POST', '/role-member', members)).body).toMatchObject({ fail_list: [] })
    const erased = await ask(server, 'DELETE', '/api/v1.0/oem/users/delete', { token, body: [user] })
    expect(erased.status).toBe(200)
    expect(await application.side('GET', `/accounts/${body.account_id}`)).toMatchObject(refused('APP_ACCOUNT.0001'))
    const again = await make()
    expect(again).not.toBe(user)
    expect((await list(again)).body).toEqual({ total: 0, accounts: [] })
    const list10 = `/role-member-list/${role.body.role_id}?offset=0&limit=10`
    expect((await application.side('GET', list10)).body).toMatchObject({ total: 0, role_members: [] })
    expect((await authorize(again)).status).toBe(200)
  })
})
