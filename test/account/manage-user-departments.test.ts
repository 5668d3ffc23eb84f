import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, type Envelope } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { word } from './managed-users.ts'

let server: TestServer
let manager: Insider
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'

describe('the department chains of a user', () => {
  const chains = (guid: string) =>
    ask<Envelope<components['schemas']['DepartmentChain']>>(
      server,
      'GET',
      `/api/v1.0/manage/users/departmentChain?guid=${guid}`,
      { token: manager.token },
    )
  /** A chain of organizations, each in the one before. */
  async function tree(...nodes: readonly (readonly ['group' | 'company' | 'department', string])[]) {
    const ids = nodes.map(() => randomUUID())
    for (const [index, [type, name]] of nodes.entries()) {
      await server.database.db
        .insertInto('organizations')
        .values({ id: ids[index] ?? '', parentId: ids[index - 1] ?? null, type, name, code: word() })
        .execute()
    }
    return ids
  }
  const join = (userId: string, organizationId: string, isPrimary = false) =>
    server.database.db.insertInto('memberships').values({ userId, organizationId, isPrimary }).execute()

  test('go from the enterprise to the user, one a membership, the primary one first', async () => {
    const name = word()
    const [, corp = '', research = '', platform = ''] = await tree(
      ['group', `${name} group`],
      ['company', `${name} corp`],
      ['department', 'Research'],
      ['department', 'Platform'],
    )
    const [top = '', part = ''] = await tree(['department', `${name} top`], ['department', 'Part'])
    const id = await server.addUser({})
    expect((await chains(id)).body.data).toEqual([])
    await join(id, corp)
    await join(id, research)
    await join(id, part)
    await join(id, platform, true)
    const { status, body } = await chains(id.toUpperCase())
    const enterprise = { corpGuid: corp, corpName: `${name} corp` }
    expect([status, body.data]).toEqual([
      200,
      [
        { ...enterprise, names: ['Research', 'Platform'], isPrimary: true },
        { ...enterprise, names: [], isPrimary: false },
        { ...enterprise, names: ['Research'], isPrimary: false },
        { corpGuid: top, corpName: `${name} top`, names: ['Part'], isPrimary: false },
      ],
    ])
  })

  test('end where a circle closes, and at fifty departments', async () => {
    const [one = '', , three = ''] = await tree(
      ...(['One', 'Two', 'Three'] as const).map((name) => ['department', `${name} ${word()}`] as const),
    )
    await server.database.db.updateTable('organizations').set({ parentId: three }).where('id', '=', one).execute()
    const id = await server.addUser({})
    await join(id, one)
    const { status, body } = await chains(id)
    expect([status, body.data.map(({ names }) => names.length)]).toEqual([200, [2]])
    expect(body.data[0]?.names.at(-1)).toMatch(/^One/)

    const deep = await tree(
      ['company', word()],
      ...Array.from({ length: 60 }, (_, n) => ['department', `Level ${n}`] as const),
    )
    const below = await server.addUser({})
    await join(below, deep.at(-1) ?? '')
    const [chain] = (await chains(below)).body.data
    expect([chain?.corpGuid, chain?.names.length, chain?.names.at(-1)]).toEqual([deep[0], 50, 'Level 59'])
  })

  test('are none of somebody who is not there', async () => {
    expect(await chains(nobody)).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    expect(await chains('x')).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})
