import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type RoleGroup = components['schemas']['RoleGroup']

let server: TestServer
let admin: string
let adminId: string
beforeAll(async () => {
  server = await startTestServer()
  admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
  const row = await server.database.db
    .selectFrom('users')
    .select('id')
    .where('userName', '=', 'admin')
    .executeTakeFirstOrThrow()
  adminId = row.id
})
afterAll(() => server.close())

const list = (query = '', token = admin) =>
  ask<Envelope<RoleGroup>>(server, 'GET', `/api/v1.0/roles${query}`, { token })
const create = (body: unknown, token = admin) =>
  ask<Envelope<RoleGroup>>(server, 'POST', '/api/v1.0/roles/create', { token, body })
const groupName = () => `Test.Group${crypto.randomUUID().replace(/[^a-z]/g, '')}`

describe('role groups', () => {
  test('of the platform are there from the beginning, with the administrator of the demo data in each', async () => {
    const { status, body } = await list()
    expect(status).toBe(200)
    const names = body.data.map(({ name }) => name)
    expect(names).toEqual([...names].sort())
    for (const role of [
      'Account.CorpManager',
      'Account.RoleManager',
      'Account.SuperManager',
      'Account.UserManager',
      'ZMS.UserManager',
    ]) {
      expect(body.data.find(({ name }) => name === role)).toMatchObject({
        isZWSOFT: true,
        members: [adminId],
        memberCount: 1,
        readers: [],
        readerCount: 0,
      })
    }
  })

  test('have pages, in the order of their names', async () => {
    const all = (await list('?pageSize=200')).body
    const read: string[] = []
    for (let page = 1; page <= Math.ceil((all.totalNum ?? 0) / 2); page += 1) {
      read.push(...(await list(`?pageSize=2&pageNum=${page}`)).body.data.map(({ guid }) => guid))
    }
    expect(read).toEqual(all.data.map(({ guid }) => guid))
  })

  test('are closed from the next call on to whoever is taken out of the group that opens them', async () => {
    const password = 'Password.of.the.test.1'
    const userId = await server.addUser({ userName: 'role-manager', password })
    const token = await personToken(server, 'openid', 'role-manager', password)
    expect((await list('', token)).body).toMatchObject({ error: 'RoleRequired' })
    const { db } = server.database
    const group = await db
      .selectFrom('roleGroups')
      .select('id')
      .where('name', '=', 'Account.RoleManager')
      .executeTakeFirstOrThrow()
    await db.insertInto('roleGroupMembers').values({ groupId: group.id, userId }).execute()
    expect((await list('', token)).status).toBe(200)
    expect((await create({ name: groupName(), manager: userId }, token)).body).toMatchObject({ error: 'RoleRequired' })
    await db.deleteFrom('roleGroupMembers').where('userId', '=', userId).execute()
    expect((await list('', token)).status).toBe(403)
  })
})

describe('a new role group', () => {
  test('has its manager and nobody else, and is written down', async () => {
    const name = groupName()
    const { status, body } = await create({ name, manager: adminId, description: 'For a test' })
    expect([status, body.data]).toEqual([
      200,
      [
        {
          guid: expect.any(String),
          name,
          displayName: name,
          description: 'For a test',
          isZWSOFT: false,
          members: [],
          memberCount: 0,
          readers: [],
          readerCount: 0,
          manager: adminId,
        },
      ],
    ])
    const guid = body.data[0]?.guid ?? ''
    expect((await list('?pageSize=200')).body.data.find((group) => group.guid === guid)).toEqual(body.data[0])
    expect(await auditOf(server, guid)).toMatchObject([{ action: 'role_group.created', actorId: adminId }])
  })

  test('has a name that no other has, in whatever case, also when 32 ask for it at once', async () => {
    const name = groupName()
    const answers = await Promise.all(Array.from({ length: 32 }, () => create({ name, manager: adminId })))
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    for (const { status, body } of answers.filter(({ status: code }) => code !== 200)) {
      expect([status, body.error]).toEqual([409, 'RoleGroupNameTaken'])
    }
    expect((await create({ name: name.toUpperCase(), manager: adminId })).body.error).toBe('RoleGroupNameTaken')
  })

  test('needs a manager who is there', async () => {
    const name = groupName()
    const nobody = '0198f2a4-0000-7000-8000-000000000000'
    expect(await create({ name, manager: nobody })).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    expect((await list('?pageSize=200')).body.data.some((group) => group.name === name)).toBe(false)
  })

  test.each([
    ['no name', { manager: '0198f2a4-0000-7000-8000-000000000000' }],
    ['a name of one word', { name: 'Managers', manager: '0198f2a4-0000-7000-8000-000000000000' }],
    ['no manager', { name: 'Test.Group' }],
    ['a manager who is no GUID', { name: 'Test.Group', manager: 'admin' }],
  ])('is refused with %s', async (_what, body) => {
    expect(await create(body)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})
