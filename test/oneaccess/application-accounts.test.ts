import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { auditOf } from '../support/api.ts'
import { atOnce, type ManagingApplication, managingApplication, refused } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Account = components['schemas']['AccountDetail']
type Page = components['schemas']['ApplicationAccountPage']

let server: TestServer
let application: ManagingApplication
let user: string
beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
  user = await server.addUser({ userName: 'owner', displayName: '张三' })
})
afterAll(() => server.close())

const create = (body: unknown, by = application) =>
  by.side<{ account_id: string }>('POST', '/accounts/basic-account', body)
const get = (id: string, by = application) => by.side<Account>('GET', `/accounts/${id}`)
const update = (id: string, body: unknown, by = application) =>
  by.side<{ account_id: string }>('PUT', `/accounts/${id}`, body)
const remove = (id: string, by = application) => by.side<unknown>('DELETE', `/accounts/${id}`)
const list = (query: string, by = application) => by.side<Page>('GET', `/accounts?${query}`)
const name = () => `account-${randomUUID().slice(0, 8)}`
const unknownId = '0198f2a4-0000-7000-8000-000000000000'

async function account(fields: object = {}, by = application): Promise<string> {
  return (await create({ user_id: user, account_name: name(), ...fields }, by)).body.account_id
}

async function organization(by = application): Promise<{ id: string; code: string }> {
  const code = name()
  const { body } = await by.side<{ org_id: string }>('POST', '/organizations', { org_code: code, name: 'one' })
  return { id: body.org_id, code }
}

describe('an application account that is made (AA1)', () => {
  test('is named after its user, and has the documented defaults (AA4)', async () => {
    const owner = await server.addUser({ userName: 'named-after', displayName: '李四' })
    const { status, body } = await create({ user_id: owner.toUpperCase() })
    expect([status, body]).toEqual([201, { account_id: expect.any(String) }])
    expect((await get(body.account_id)).body).toEqual({
      id: body.account_id,
      account_name: 'named-after',
      account_type: 'BASIC_ACCOUNT',
      name: '李四',
      disabled: false,
      org_id: null,
      roles: [],
      extension: {},
    })
    expect(await auditOf(server, body.account_id)).toMatchObject([
      { action: 'application_account.created', actorClientId: application.clientId, details: { user: owner } },
    ])
  })

  test('is named as its user when that has no display name', async () => {
    const owner = await server.addUser({ userName: 'without-display-name' })
    const { body } = await create({ user_id: owner })
    expect((await get(body.account_id)).body).toMatchObject({ name: 'without-display-name' })
  })

  test('has everything that is sent; its password is kept as a hash and shown nowhere', async () => {
    const { id, code } = await organization()
    const accountName = name()
    const { body } = await create({
      user_id: user,
      account_name: accountName,
      name: 'Zhang San',
      org_code: code.toUpperCase(),
      password: 'Abc.123456',
      disabled: true,
      extension: { age: '18', nickname: null },
    })
    const { body: told } = await get(body.account_id)
    expect(told).toMatchObject({ account_name: accountName, name: 'Zhang San', org_id: id, disabled: true })
    expect(told.extension).toEqual({ age: '18', nickname: null })
    const { rows } = await server.database.pool.query('select * from application_accounts where id = $1', [
      body.account_id,
    ])
    expect(rows).toMatchObject([{ password_hash: expect.stringMatching(/^\$argon2id\$/) }])
    expect(JSON.stringify([told, rows, await auditOf(server, body.account_id)])).not.toContain('Abc.123456')
  })

  test.each([
    ['USER.0001', { user_id: unknownId }],
    ['USER.0001', { user_id: '20220413165737132-3BA0-91FCA2CB7' }],
    ['APP_ACCOUNT.0007', { extension: { age: 1, shoe_size: 44 } }],
    ['APP_ACCOUNT.0007', { extension: { constructor: 1 } }],
    ['APP_ACCOUNT.0007', JSON.parse('{ "extension": { "__proto__": 1 } }')],
    ['APP_ACCOUNT.0008', { name: '' }],
    ['APP_ACCOUNT.0035', { account_name: '' }],
    ['APP_ACCOUNT.0036', { account_name: ' ' }],
    ['APP_ACCOUNT.0036', { account_name: 'ad\u200bmin' }],
    ['APP_ACCOUNT.0036', { account_name: 'a\nb' }],
    ['APP_ORG.0001', { org_code: 'nowhere' }],
    ['COMMON.0400', { user_id: undefined }],
    ['COMMON.0400', { name: '\u200b' }],
    ['COMMON.0400', { account_name: 'x'.repeat(101) }],
    ['COMMON.0400', { extension: { age: '\0' } }],
    ['COMMON.0400', { shoe_size: 44 }],
  ])('is refused with %s: %j', async (code, changed) => {
    expect(await create({ user_id: user, account_name: name(), ...changed })).toMatchObject(refused(code))
  })

  test('has a name of its own, however it is spelled, and in its application alone', async () => {
    const accountName = name()
    const id = await account({ account_name: accountName })
    const again = { user_id: await server.addUser({}), account_name: accountName.toUpperCase() }
    expect(await create(again)).toMatchObject(refused('APP_ACCOUNT.0002'))
    expect((await create(again, await managingApplication(server))).status).toBe(201)
    await remove(id)
    expect((await create(again)).status).toBe(201)
  })

  test('is one when 32 ask for it at once', async () => {
    const owner = await server.addUser({})
    const answers = await atOnce(32, () => create({ user_id: owner }))
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject(refused('APP_ACCOUNT.0002'))
    }
  })

  test('is of no organization where the application has none', async () => {
    const own = await managingApplication(server, { organizationModel: false })
    const refusal = await create({ user_id: user, org_code: '10000' }, own)
    expect(refusal).toMatchObject(refused('APP_ORG.0002'))
    expect((await create({ user_id: user, org_code: '' }, own)).status).toBe(201)
  })

  test('is refused with APP.0003 when its application is disabled meanwhile', async () => {
    const own = await managingApplication(server)
    const client = await server.database.pool.connect()
    try {
      await client.query('begin')
      await client.query('update applications set enabled = false where id = $1', [own.id])
      const answer = create({ user_id: user, account_name: name() }, own)
      await vi.waitFor(async () => {
        const { rows } = await server.database.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        expect(rows.length).toBe(1)
      }, 10_000)
      await client.query('commit')
      expect(await answer).toMatchObject(refused('APP.0003'))
    } finally {
      client.release()
    }
  })
})

describe('an application account that is changed (AA2, AA6, AA7)', () => {
  test('has what is given; the rest stays, attributes one by one', async () => {
    const { id: orgId, code } = await organization()
    const id = await account({ name: 'before', extension: { age: '18', nickname: 'z' } })
    const accountName = name()
    const changed = await update(id, { account_name: accountName, org_code: code, extension: { age: '19' } })
    expect([changed.status, changed.body]).toEqual([200, { account_id: id }])
    expect((await get(id)).body).toMatchObject({
      account_name: accountName,
      name: 'before',
      org_id: orgId,
      extension: { age: '19', nickname: 'z' },
    })
    expect(
      (await update(id, { name: 'after', org_code: '', disabled: true, extension: { nickname: null } })).status,
    ).toBe(200)
    const { body } = await get(id)
    expect(body).toMatchObject({ name: 'after', org_id: orgId, disabled: true })
    expect(body.extension).toEqual({ age: '19' })
    expect((await update(id, {})).status).toBe(200)
    const password = 'Abc.654321'
    expect((await update(id, { password })).status).toBe(200)
    const events = await auditOf(server, id)
    expect(events.map(({ details }) => details)).toEqual([
      { user },
      { changed: ['accountName', 'extension', 'organizationId'] },
      { changed: ['disabled', 'extension', 'name'] },
      { changed: ['password'] },
    ])
    expect(JSON.stringify(events)).not.toContain(password)
  })

  test('is disabled and enabled; one that is stays as it is', async () => {
    const id = await account()
    for (const [word, disabled] of [
      ['disable', true],
      ['disable', true],
      ['enable', false],
      ['enable', false],
    ] as const) {
      const { status, body } = await application.side('PUT', `/accounts/${id}/${word}`)
      expect([status, body]).toEqual([200, { account_id: id }])
      expect((await get(id)).body.disabled).toBe(disabled)
    }
    expect((await auditOf(server, id)).length).toBe(3)
  })

  test.each([
    ['APP_ACCOUNT.0002', { account_name: 'taken by another' }],
    ['APP_ACCOUNT.0007', { extension: { shoe_size: 44 } }],
    ['APP_ACCOUNT.0008', { name: '' }],
    ['APP_ACCOUNT.0035', { account_name: '' }],
    ['APP_ACCOUNT.0036', { account_name: '\u200b' }],
    ['APP_ORG.0001', { org_code: 'nowhere' }],
    ['COMMON.0400', { name: 'a\u2028b' }],
    ['COMMON.0400', { user_id: 'a' }],
  ])('is refused with %s and stays as it is: %j', async (code, change) => {
    await create({ user_id: user, account_name: 'Taken by another' })
    const id = await account({ name: 'before' })
    expect(await update(id, { ...change, disabled: true })).toMatchObject(refused(code))
    expect((await get(id)).body).toMatchObject({ name: 'before', disabled: false, extension: {} })
  })

  test('is of no organization where the application has none', async () => {
    const own = await managingApplication(server, { organizationModel: false })
    const id = await account({}, own)
    expect(await update(id, { org_code: '10000' }, own)).toMatchObject(refused('APP_ORG.0002'))
  })

  test('loses no attribute when 32 change it at once, and one of 32 gets a name', async () => {
    const own = await managingApplication(server, { accountAttributes: Array.from({ length: 32 }, (_, n) => `a${n}`) })
    const id = await account({}, own)
    await atOnce(32, (n) => update(id, { extension: { [`a${n}`]: n } }, own))
    expect(Object.keys((await get(id, own)).body.extension).length).toBe(32)
    const ids = await atOnce(32, () => account({}, own))
    const accountName = name()
    const answers = await Promise.all(ids.map((one) => update(one, { account_name: accountName }, own)))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  })
})

describe('an application account that goes (AA3)', () => {
  test('takes nothing of its user along', async () => {
    const id = await account()
    expect(await remove(id)).toMatchObject({ status: 204, body: undefined })
    expect(await get(id)).toMatchObject(refused('APP_ACCOUNT.0001'))
    const users = await server.database.pool.query('select from users where id = $1', [user])
    expect(users.rowCount).toBe(1)
    expect((await auditOf(server, id)).map(({ action }) => action)).toEqual([
      'application_account.created',
      'application_account.deleted',
    ])
  })

  test('goes once when 32 delete it at once', async () => {
    const id = await account()
    const answers = await atOnce(32, () => remove(id))
    expect(answers.filter(({ status }) => status === 204).length).toBe(1)
  })

  test('goes with its user; who is created again has no accounts and no roles', async () => {
    const person = { userName: `gone-${randomUUID().slice(0, 8)}` }
    const owner = await server.addUser(person)
    const { body } = await create({ user_id: owner })
    const role = await application.side<{ role_id: string }>('POST', '/role', { code: name() })
    const members = { role_id: role.body.role_id, account_Ids: [body.account_id] }
    await application.side('POST', '/role-member', members)
    await server.database.pool.query('delete from users where id = $1', [owner])
    expect(await get(body.account_id)).toMatchObject(refused('APP_ACCOUNT.0001'))
    const listed = await application.side<{ total: number }>(
      'GET',
      `/role-member-list/${role.body.role_id}?offset=0&limit=10`,
    )
    expect(listed.body).toMatchObject({ total: 0, role_members: [] })
    const again = await server.addUser(person)
    expect((await application.tenant('GET', `/users/${again}/accounts`)).body).toEqual({ total: 0, accounts: [] })
  })

  test.each(['20210621095931341-4CB3-122995C0A', unknownId])('is unknown under the id %s', async (id) => {
    for (const answer of [
      await get(id),
      await update(id, { name: 'a' }),
      await remove(id),
      await application.side('PUT', `/accounts/${id}/enable`),
      await application.side('PUT', `/accounts/${id}/disable`),
    ]) {
      expect(answer).toMatchObject(refused('APP_ACCOUNT.0001'))
    }
  })
})

describe('a list of application accounts (AA5)', () => {
  test('has each once, the oldest first, without roles; 230 of one instant too', async () => {
    const own = await managingApplication(server)
    await server.database.pool.query(
      `insert into application_accounts (application_id, id, user_id, account_name, name, created_at)
       select $1, gen_random_uuid(), $2, 'of one instant ' || n, 'x', now() from generate_series(1, 230) n`,
      [own.id, user],
    )
    const read = new Set<string>()
    for (let page = 0; page < 6; page += 1) {
      const { status, body } = await list(`account_type=BASIC_ACCOUNT&offset=${page}&limit=50`, own)
      expect([status, body.total]).toEqual([200, 230])
      for (const { id, roles } of body.accounts) {
        expect(roles).toBeUndefined()
        read.add(id)
      }
    }
    expect(read.size).toBe(230)
    expect((await list('offset=900&limit=100', own)).body).toEqual({ total: 230, accounts: [] })
  })

  test('has accounts of the kind that is asked for, and there is the ordinary one only', async () => {
    const own = await managingApplication(server)
    const id = await account({}, own)
    expect((await list('offset=0&limit=10', own)).body.accounts.map((one) => one.id)).toEqual([id])
    for (const kind of ['ORPHAN_ACCOUNT', 'PUBLIC_ACCOUNT']) {
      expect((await list(`account_type=${kind}&offset=0&limit=10`, own)).body).toEqual({ total: 0, accounts: [] })
    }
    expect(await list('account_type=1&offset=0&limit=10', own)).toMatchObject(refused('APP_ACCOUNT.0003'))
  })
})

test('another application is unknown, and so is what it has', async () => {
  const id = await account()
  const other = await managingApplication(server)
  const path = `/applications/${application.id}/accounts`
  for (const answer of [
    await other.tenant('GET', `${path}?offset=0&limit=10`),
    await other.tenant('GET', `${path}?offset=0&limit=10&account_type=PUBLIC_ACCOUNT`),
    await other.tenant('POST', `${path}/basic-account`, { user_id: user }),
    await other.tenant('GET', `${path}/${id}`),
    await other.tenant('PUT', `${path}/${id}`, { name: 'a' }),
    await other.tenant('DELETE', `${path}/${id}`),
    await other.tenant('PUT', `${path}/${id}/enable`),
    await other.tenant('PUT', `${path}/${id}/disable`),
  ]) {
    expect(answer).toMatchObject(refused('APP.0001'))
  }
  for (const answer of [await get(id, other), await update(id, { name: 'a' }, other), await remove(id, other)]) {
    expect(answer).toMatchObject(refused('APP_ACCOUNT.0001'))
  }
  const { code } = await organization()
  expect(await create({ user_id: user, org_code: code }, other)).toMatchObject(refused('APP_ORG.0001'))
})
