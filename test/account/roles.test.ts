import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { askRoles, groupName, type Insider, personWith } from '../support/role-groups.ts'
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
    [
      'a description with half a character',
      { name: 'Test.Half', manager: '0198f2a4-0000-7000-8000-000000000000', description: '\ud800' },
    ],
    ['a manager who is no GUID', { name: 'Test.Group', manager: 'admin' }],
  ])('is refused with %s', async (_what, body) => {
    expect(await create(body)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})

const nobodyId = '0198f2a4-0000-7000-8000-000000000000'

async function newGroup(manager = adminId): Promise<RoleGroup> {
  const [group] = (await create({ name: groupName(), manager })).body.data
  if (!group) throw new Error('there is no group')
  return group
}

describe('a role group is changed', () => {
  const update = (body: object) => askRoles(server, '/update', admin, body)

  test('in what is sent and in nothing else, and what it was and is is written down once', async () => {
    const group = await newGroup()
    const change = { guid: group.guid, description: 'Keeps the clients' }
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await update(change)
      expect([status, body.data]).toEqual([200, [{ ...group, description: 'Keeps the clients' }]])
    }
    await update({ guid: group.guid, displayName: '客户端管理员', description: '' })
    expect((await list('?pageSize=200')).body.data.find(({ guid }) => guid === group.guid)).toEqual({
      ...group,
      displayName: '客户端管理员',
    })
    expect((await auditOf(server, group.guid)).slice(1)).toMatchObject([
      {
        action: 'role_group.changed',
        actorId: adminId,
        details: { before: { description: '' }, after: { description: 'Keeps the clients' } },
      },
      {
        details: {
          before: { displayName: group.name, description: 'Keeps the clients' },
          after: { displayName: '客户端管理员', description: '' },
        },
      },
    ])
  })

  test('by 32 at once without losing the half of anybody', async () => {
    const { guid } = await newGroup()
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        update({ guid, ...(index % 2 ? { displayName: `Name ${index}` } : { description: `Text ${index}` }) }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const now = (await list('?pageSize=200')).body.data.find((group) => group.guid === guid)
    expect([now?.displayName, now?.description]).toEqual([
      expect.stringMatching(/^Name \d+$/),
      expect.stringMatching(/^Text \d+$/),
    ])
  })

  test.each([
    ['nothing', {}],
    ['another name', { name: 'Account.SuperManager' }],
    ['a display name that cannot be seen', { displayName: '\u200b\u200b' }],
    ['a display name on two lines', { displayName: 'a\nb' }],
    ['a NUL', { description: 'a\0b' }],
    ['half a character', { description: '\ud800' }],
    ['members', { members: [] }],
  ])('never to %s', async (_, change) => {
    const group = await newGroup()
    const answer = await update({ guid: group.guid, ...change })
    expect(answer).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect((await list('?pageSize=200')).body.data.find(({ guid }) => guid === group.guid)).toEqual(group)
  })

  test('only when it is there', async () => {
    const answer = await update({ guid: nobodyId, description: 'x' })
    expect(answer).toMatchObject({ status: 404, body: { error: 'RoleGroupNotFound' } })
  })
})

describe('another manager', () => {
  const setManager = (body: object) => askRoles(server, '/setManager', admin, body)

  test('has the group from the next request on, and the former one no more', async () => {
    const [former, next] = [
      await personWith(server, 'Account.RoleManager'),
      await personWith(server, 'Account.RoleManager'),
    ]
    const group = await newGroup(former.id)
    const edit = (by: Insider) => askRoles(server, '/update', by.token, { guid: group.guid, description: by.id })
    expect([(await edit(former)).status, (await edit(next)).status]).toEqual([200, 403])
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await setManager({ guid: group.guid, manager: next.id.toUpperCase() })
      expect([status, body.data[0]]).toEqual([200, { ...group, description: former.id, manager: next.id }])
    }
    expect([(await edit(former)).status, (await edit(next)).status]).toEqual([403, 200])
    expect(
      (await auditOf(server, group.guid)).filter(({ action }) => action === 'role_group.manager_set'),
    ).toMatchObject([
      { actorId: adminId, details: { before: { managerId: former.id }, after: { managerId: next.id } } },
    ])
  })

  test('must be there, and so must the group', async () => {
    const { guid } = await newGroup()
    expect((await setManager({ guid, manager: nobodyId })).body).toMatchObject({ error: 'UserNotFound' })
    expect((await setManager({ guid: nobodyId, manager: adminId })).body).toMatchObject({ error: 'RoleGroupNotFound' })
    expect((await list('?pageSize=200')).body.data.find((group) => group.guid === guid)?.manager).toBe(adminId)
  })
})

describe('what each may do with a role group', () => {
  const callers = [
    'nobody',
    'user',
    'reader',
    'member',
    'manager',
    'manager without the role',
    'manager of another',
    'Account.CorpManager',
    'Account.RoleManager',
    'Account.SuperManager',
    'Account.UserManager',
    'ZMS.UserManager',
    'super administrator',
  ] as const
  type Caller = (typeof callers)[number]
  const people = new Map<Caller, Insider>()
  let group: RoleGroup
  let other: string

  beforeAll(async () => {
    const roles = (caller: Caller) => {
      if (caller === 'user' || caller === 'manager without the role') return []
      if (caller === 'super administrator') return ['Account.SuperManager', 'Account.RoleManager']
      return [caller.includes('.') ? caller : 'Account.RoleManager']
    }
    for (const caller of callers) {
      if (caller !== 'nobody') people.set(caller, await personWith(server, ...roles(caller)))
    }
    const idOf = (caller: Caller) => people.get(caller)?.id ?? ''
    other = await server.addUser({})
    group = await newGroup(idOf('manager'))
    await newGroup(idOf('manager of another'))
    await askRoles(server, '/addMembers', admin, { guid: group.guid, members: [idOf('member')] })
    await askRoles(server, '/addReaders', admin, { guid: group.guid, readers: [idOf('reader')] })
  })

  const withRole: readonly Caller[] = [
    'reader',
    'member',
    'manager',
    'manager of another',
    'Account.RoleManager',
    'super administrator',
  ]
  const readers: readonly Caller[] = ['reader', 'member', 'manager', 'super administrator']
  const supers: readonly Caller[] = ['Account.SuperManager', 'super administrator']

  const now = async () => (await list('?pageSize=200')).body.data.find(({ guid }) => guid === group.guid)

  test.each(callers)('%s reads it or does not', async (caller) => {
    const { body } = await askRoles(server, '?pageSize=200', people.get(caller)?.token)
    if (!withRole.includes(caller)) {
      expect(body).toMatchObject({ error: caller === 'nobody' ? 'Unauthorized' : 'RoleRequired', data: null })
      return
    }
    expect(body.data.some(({ guid }) => guid === group.guid)).toBe(readers.includes(caller))
    expect(body.totalNum).toBe(body.data.length)
  })

  test.each(callers)('%s makes another one or does not', async (caller) => {
    const name = groupName()
    const { body } = await askRoles(server, '/create', people.get(caller)?.token, { name, manager: other })
    const refused = caller === 'nobody' ? 'Unauthorized' : 'RoleRequired'
    expect(body.error).toBe(supers.includes(caller) ? null : refused)
    expect((await list('?pageSize=200')).body.data.some((one) => one.name === name)).toBe(supers.includes(caller))
  })

  const changes = [
    ['/update', () => ({ description: crypto.randomUUID() })],
    ['/addMembers', () => ({ members: [other] })],
    ['/removeMembers', () => ({ members: [other] })],
    ['/addReaders', () => ({ readers: [other] })],
    ['/removeReaders', () => ({ readers: [other] })],
    ['/setManager', () => ({ manager: people.get('manager')?.id })],
  ] as const
  const cases = callers.flatMap((caller) => changes.map(([operation, body]) => [caller, operation, body] as const))

  test.each(cases)('%s calls %s as far as they may', async (caller, operation, body) => {
    const before = await now()
    const answer = await askRoles(server, operation, people.get(caller)?.token, { guid: group.guid, ...body() })
    const may: readonly Caller[] = operation === '/setManager' ? supers : ['manager', 'super administrator']
    if (may.includes(caller)) {
      expect([answer.status, answer.body.data]).toEqual([200, [await now()]])
      return
    }
    const knowsNothing = operation === '/setManager' || !withRole.includes(caller)
    const refused = knowsNothing ? 'RoleRequired' : 'NotRoleGroupManager'
    expect(answer.body.error).toBe(caller === 'nobody' ? 'Unauthorized' : refused)
    expect(await now()).toEqual(before)
    if (refused !== 'NotRoleGroupManager') return
    expect((await auditOf(server, group.guid)).at(-1)).toMatchObject({
      action: 'role_group.change_refused',
      actorId: people.get(caller)?.id,
      details: { reason: 'not_role_group_manager' },
    })
  })
})
