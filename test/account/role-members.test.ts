import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
import { addPeople, askRoles, groupName, type Insider, personWith, type RoleGroup } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let root: Insider
let manager: Insider
beforeAll(async () => {
  server = await startTestServer()
  root = await personWith(server, 'Account.SuperManager', 'Account.RoleManager')
  manager = await personWith(server, 'Account.RoleManager')
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'

async function newGroup(managerId = manager.id): Promise<string> {
  const { body } = await askRoles(server, '/create', root.token, { name: groupName(), manager: managerId })
  return body.data[0]?.guid ?? ''
}

const people = (count: number) => addPeople(server, count)

async function find(guid: string): Promise<RoleGroup | undefined> {
  return (await askRoles(server, '?pageSize=200', root.token)).body.data.find((group) => group.guid === guid)
}

const kinds = [
  { what: 'members', add: '/addMembers', remove: '/removeMembers', count: 'memberCount' },
  { what: 'readers', add: '/addReaders', remove: '/removeReaders', count: 'readerCount' },
] as const

describe.each(kinds)('the $what of a role group', ({ what, add, remove, count }) => {
  const change = (operation: string, guid: string, ids: readonly string[], token = manager.token) =>
    askRoles(server, operation, token, { guid, [what]: ids })

  test('come and go, however often it is asked for and however often a GUID is sent', async () => {
    const guid = await newGroup()
    const ids = (await people(3)).sort()
    const [first = '', second = '', third = ''] = ids
    const sent = [third, first, first.toUpperCase(), second, third]
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await change(add, guid, sent)
      expect([status, body.data]).toEqual([200, [expect.objectContaining({ guid, [what]: ids, [count]: 3 })]])
      expect(await find(guid)).toEqual(body.data[0])
    }
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await change(remove, guid, [second, second, nobody])
      expect([status, body.data[0]]).toEqual([200, expect.objectContaining({ [what]: [first, third], [count]: 2 })])
      expect(await find(guid)).toEqual(body.data[0])
    }
    // What was done, and nothing of what was not.
    expect((await auditOf(server, guid)).slice(1)).toEqual([
      expect.objectContaining({
        action: `role_group.${what}_added`,
        actorId: manager.id,
        details: { added: expect.toSatisfy((added: string[]) => added.toSorted().join() === ids.join()) },
      }),
      expect.objectContaining({
        action: `role_group.${what}_removed`,
        actorId: manager.id,
        details: { removed: [second] },
      }),
    ])
  })

  test('are all added or nobody, when one of them is unknown', async () => {
    const guid = await newGroup()
    const [known = ''] = await people(1)
    expect(await change(add, guid, [known, nobody])).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    expect(await find(guid)).toMatchObject({ [what]: [], [count]: 0 })
    expect(await auditOf(server, guid)).toHaveLength(1)
  })

  test('are not changed of a group that is not there', async () => {
    for (const operation of [add, remove]) {
      expect(await change(operation, nobody, [manager.id], root.token)).toMatchObject({
        status: 404,
        body: { error: 'RoleGroupNotFound' },
      })
    }
  })

  test('are 500 in one call, and not one more', async () => {
    const guid = await newGroup()
    const ids = await people(501)
    expect((await change(add, guid, ids)).body).toMatchObject({ error: 'InvalidRequest' })
    expect((await change(add, guid, ids.slice(0, 500))).body.data[0]).toMatchObject({ [count]: 500 })
    expect((await change(remove, guid, ids.slice(0, 500))).body.data[0]).toMatchObject({ [what]: [], [count]: 0 })
  })

  test.each([
    ['nobody', []],
    ['what is no GUID', ['admin']],
    ['no list', manager],
  ])('are refused as %s', async (_, ids) => {
    const guid = await newGroup()
    for (const operation of [add, remove]) {
      const { status, body } = await askRoles(server, operation, manager.token, { guid, [what]: ids })
      expect([status, body.error]).toEqual([400, 'InvalidRequest'])
    }
  })

  test('are lost to none of 32 who add and remove at once, on two nodes', async () => {
    const beside = await startTestServer({ beside: server })
    try {
      const guid = await newGroup()
      const [stay, go] = [await people(16), await people(16)]
      await change(add, guid, go)
      const answers = await Promise.all(
        stay.flatMap((id, index) => [
          askRoles(index % 2 ? beside : server, add, manager.token, { guid, [what]: [id, stay[0]] }),
          askRoles(index % 2 ? server : beside, remove, manager.token, { guid, [what]: [go[index]] }),
        ]),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      const now = await find(guid)
      expect([now?.[what].toSorted(), now?.[count]]).toEqual([stay.toSorted(), 16])
    } finally {
      await beside.close()
    }
  })
})

describe('a role', () => {
  test('opens and closes its operations with the next request, on every node', async () => {
    const beside = await startTestServer({ beside: server })
    try {
      const group = (await server.app.services.deps.roleGroups.list({ offset: 0, limit: 200 })).items.find(
        ({ name }) => name === 'Account.RoleManager',
      )
      const person = await personWith(server)
      const body = { guid: group?.id, members: [person.id] }
      const seen: number[] = []
      const look = async () => {
        for (const node of [server, beside]) seen.push((await askRoles(node, '', person.token)).status)
      }
      await look()
      await askRoles(server, '/addMembers', root.token, body)
      await look()
      await askRoles(beside, '/removeMembers', root.token, body)
      await look()
      expect(seen).toEqual([403, 403, 200, 200, 403, 403])
    } finally {
      await beside.close()
    }
  })

  test('is not given by managers to themselves while they do not have it, and the attempt is written down', async () => {
    const guid = await newGroup()
    const [other = ''] = await people(1)
    const add = (members: string[]) => askRoles(server, '/addMembers', manager.token, { guid, members })
    for (const ids of [[manager.id], [other, manager.id.toUpperCase()]]) {
      expect(await add(ids)).toMatchObject({
        status: 403,
        body: { error: 'RoleRequired', message: 'You cannot give yourself a role that you do not have.' },
      })
    }
    expect(await find(guid)).toMatchObject({ members: [] })
    const refused = {
      action: 'role_group.change_refused',
      actorId: manager.id,
      details: { attempt: 'members_added', reason: 'role_not_held' },
    }
    expect((await auditOf(server, guid)).slice(1)).toEqual([
      expect.objectContaining(refused),
      expect.objectContaining(refused),
    ])
    // Whoever has the role may name themselves among others; nothing is given.
    await askRoles(server, '/addMembers', root.token, { guid, members: [manager.id] })
    expect((await add([manager.id, other])).body.data[0]).toMatchObject({ memberCount: 2 })
  })
})

describe('super administrators', () => {
  const superGroup = async () => {
    const { body } = await askRoles(server, '?pageSize=200', root.token)
    return body.data.find(({ name }) => name === 'Account.SuperManager')
  }

  test('are made and unmade by super administrators alone, whoever manages their group', async () => {
    const guid = (await superGroup())?.guid ?? ''
    const [other = ''] = await people(1)
    await askRoles(server, '/setManager', root.token, { guid, manager: manager.id })
    const before = await superGroup()
    for (const [operation, members] of [
      ['/addMembers', [other]],
      ['/removeMembers', [root.id]],
    ] as const) {
      const answer = await askRoles(server, operation, manager.token, { guid, members })
      expect(answer).toMatchObject({ status: 403, body: { error: 'NotRoleGroupManager' } })
    }
    expect(await superGroup()).toEqual(before)
    // What confers nothing is the manager's.
    expect((await askRoles(server, '/update', manager.token, { guid, description: 'All of it' })).status).toBe(200)
  })

  test('leave one of them, though all 32 leave at once; one who cannot sign in does not count', async () => {
    const guid = (await superGroup())?.guid ?? ''
    const { roleGroups, users } = server.app.services.deps
    // One by one: that many passwords at once would be more than the server takes.
    const many: Insider[] = []
    while (many.length < 31) many.push(await personWith(server, 'Account.SuperManager', 'Account.RoleManager'))
    const disabled = await personWith(server, 'Account.SuperManager')
    await users.setEnabled({}, disabled.id, false)
    const all = [root, ...many]
    const others = ((await superGroup())?.members ?? []).filter(
      (id) => id !== disabled.id && !all.some((person) => person.id === id),
    )
    if (others.length > 0) await askRoles(server, '/removeMembers', root.token, { guid, members: others })

    const answers = await Promise.all(
      all.map(({ id, token }) => askRoles(server, '/removeMembers', token, { guid, members: [id] })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(31)
    const kept = all[answers.findIndex(({ status }) => status !== 200)]
    expect(answers.find(({ status }) => status !== 200)).toMatchObject({
      status: 422,
      body: { error: 'LastSuperAdministrator' },
    })
    const members = (await askRoles(server, '?pageSize=200', kept?.token)).body.data.find((one) => one.guid === guid)
    expect(members?.members.toSorted()).toEqual([disabled.id, kept?.id].toSorted())
    expect((await auditOf(server, guid)).at(-1)).toMatchObject({
      action: 'role_group.change_refused',
      actorId: kept?.id,
      details: { attempt: 'members_removed', reason: 'last_super_administrator' },
    })
    // Together neither: the one who is left would be out with them.
    const both = { guid, members: [disabled.id, kept?.id] }
    expect((await askRoles(server, '/removeMembers', kept?.token, both)).status).toBe(422)
    const disabledAlone = { guid, members: [disabled.id] }
    expect((await askRoles(server, '/removeMembers', kept?.token, disabledAlone)).status).toBe(200)
    await roleGroups.addRole({}, root.id, 'Account.SuperManager')
  }, 120_000)
})
