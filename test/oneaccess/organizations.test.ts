import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { ask, auditOf, managementToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Organization = components['schemas']['ResponseOrgInfo']
type Failure = components['schemas']['Error']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const path = '/api/v2/tenant/organizations'
const create = (body: unknown) => ask<{ org_id: string } & Failure>(server, 'POST', path, { token, body })
const get = (id: string) => ask<Organization & Failure>(server, 'GET', `${path}/${id}`, { token })
const change = (id: string, body: unknown) =>
  ask<{ org_id: string } & Failure>(server, 'PUT', `${path}/${id}`, { token, body })
const remove = (id: string) => ask<Failure | undefined>(server, 'DELETE', `${path}/${id}`, { token })
const list = (query: string) =>
  ask<{ total: number; organizations: Organization[] } & Failure>(server, 'GET', `${path}?${query}`, { token })

const word = (text: string) => `${text}-${crypto.randomUUID().slice(0, 8)}`

/** A new organization's id. */
async function added(parent?: string, name = word('org')): Promise<string> {
  const { status, body } = await create({ code: word('code'), name, ...(parent && { parent_id: parent }) })
  expect(status).toBe(201)
  return body.org_id
}

/** Every page of a list. */
async function whole(query: string): Promise<string[]> {
  const ids: string[] = []
  for (let page = 0; ; page += 1) {
    const { body } = await list(`${query}&offset=${page}&limit=10`)
    ids.push(...body.organizations.map(({ org_id: id }) => id))
    if (body.organizations.length < 10) {
      expect(body.total).toBe(ids.length)
      return ids
    }
  }
}

const codes = (answers: readonly { status: number; body: unknown }[]) =>
  answers.map(({ status, body }) => (status < 300 ? status : (body as Failure).error_code))

const nobody = '0198f2a4-0000-7000-8000-000000000000'
const vendors = '20220117125622909-9346-35755733F'

describe('an organization that is created (O1)', () => {
  test('is a root without a parent, a department unless told otherwise, and is read by its id (O4)', async () => {
    const [code, name] = [word('R_D'), word('研发 R&D')]
    const { status, body } = await create({ code, name })
    expect([status, body]).toEqual([201, { org_id: expect.any(String) }])
    const whatItIs = { org_id: body.org_id, org_code: code, name, parent_id: null, category: 'department' }
    expect(await get(body.org_id)).toMatchObject({ status: 200, body: whatItIs })
    const { body: child } = await create({ code: word('c'), name, parent_id: body.org_id, category: 'company' })
    expect((await get(child.org_id)).body).toMatchObject({ parent_id: body.org_id, category: 'company' })
    const events = await auditOf(server, body.org_id)
    const actorClientId = 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm'
    expect(events).toMatchObject([{ action: 'organization.created', actorClientId }])
  })

  test.each([
    ['ORG.0010', { code: '' }],
    ['ORG.0010', { code: undefined }],
    ['ORG.0011', { name: '' }],
    ['ORG.0011', { name: undefined }],
    ['ORG.0011', { name: '   ' }],
    ['ORG.0012', { code: '10000' }],
    ['ORG.0008', { parent_id: nobody }],
    ['ORG.0008', { parent_id: vendors }],
    ['COMMON.0400', { code: 'a b' }],
    ['COMMON.0400', { code: 'a'.repeat(65) }],
    ['COMMON.0400', { name: 'a/b' }],
    ['COMMON.0400', { name: 'a'.repeat(101) }],
    ['COMMON.0400', { category: 'team' }],
    ['COMMON.0400', { nick: 'a' }],
  ])('is refused with %s for %o', async (code, changed) => {
    expect(codes([await create({ code: word('no'), name: word('no'), ...changed })])).toEqual([code])
  })

  test('has a name of its own on its level, however it is spelled', async () => {
    const parent = await added()
    const name = word('Sales')
    await added(parent, name)
    const again = await create({ code: word('c'), name: name.toUpperCase(), parent_id: parent })
    expect([again.status, again.body]).toEqual([
      400,
      { error_code: 'ORG.0013', error_msg: 'Organization name already exists.' },
    ])
    const chinese = await ask<Failure>(server, 'POST', path, {
      token,
      headers: { 'X-L': 'zh' },
      body: { code: word('c'), name, parent_id: parent },
    })
    expect(chinese.body.error_msg).toBe('组织名称已存在。')
    await added(await added(), name)
  })

  test('is one when 32 ask for its code at once', async () => {
    const code = word('Race')
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => create({ code: n % 2 ? code : code.toLowerCase(), name: word('n') })),
    )
    expect(codes(answers).sort()).toEqual([201, ...Array(31).fill('ORG.0012')])
  })
})

describe('an organization that is changed (O2)', () => {
  test('has what is given, and keeps what is empty or left out', async () => {
    const [parent, other] = [await added(), await added()]
    const id = await added(parent)
    const { body: before } = await get(id)
    const empty = await change(id, { code: '', name: '', parent_id: '', category: '' })
    expect([empty.status, empty.body]).toEqual([200, { org_id: id }])
    expect((await get(id)).body).toEqual(before)
    expect((await auditOf(server, id)).map(({ action }) => action)).toEqual(['organization.created'])
    const after = { code: word('c'), name: word('n'), category: 'unit', parent_id: other }
    expect((await change(id, after)).status).toBe(200)
    const { code: org_code, ...same } = after
    expect((await get(id)).body).toEqual({ org_id: id, org_code, ...same })
    expect((await auditOf(server, id)).at(-1)).toMatchObject({
      action: 'organization.changed',
      details: { before: { parentId: parent }, after: { parentId: other } },
    })
  })

  test('moves with everything below it, never below itself', async () => {
    const a = await added()
    const b = await added(a)
    const c = await added(b)
    for (const target of [a, b, c]) expect(codes([await change(a, { parent_id: target })])).toEqual(['ORG.0014'])
    expect(codes([await change(b, { parent_id: c.toUpperCase() })])).toEqual(['ORG.0014'])
    expect(await whole(`org_id=${a}&all_child=true`)).toEqual([a, b, c])
    const elsewhere = await added()
    expect((await change(b, { parent_id: elsewhere })).status).toBe(200)
    expect(await whole(`org_id=${a}&all_child=true`)).toEqual([a])
    expect((await whole(`org_id=${elsewhere}&all_child=true`)).sort()).toEqual([elsewhere, b, c].sort())
  })

  test('closes no circle when opposing moves meet, fifty times', async () => {
    for (let round = 0; round < 50; round += 1) {
      const [a, b] = [await added(), await added()]
      const answers = await Promise.all([change(a, { parent_id: b }), change(b, { parent_id: a })])
      expect(codes(answers).sort()).toEqual([200, 'ORG.0014'])
    }
  })

  test('closes no circle in fifty moves at once', async () => {
    const top = await added()
    const ids = await Promise.all(Array.from({ length: 10 }, () => added(top)))
    const moves = Array.from({ length: 50 }, (_, n) => [ids[n % 10] ?? '', ids[(n * 7 + 3) % 10] ?? ''] as const)
    const answers = await Promise.all(moves.map(([id, target]) => change(id, { parent_id: target })))
    for (const code of codes(answers)) expect([200, 'ORG.0014']).toContain(code)
    expect((await whole(`org_id=${top}&all_child=true`)).sort()).toEqual([top, ...ids].sort())
  })

  test('two that exchange names and codes at once are answered, and keep what they had', async () => {
    const parent = await added()
    const [a, b] = [await added(parent), await added(parent)]
    const [{ body: one }, { body: two }] = [await get(a), await get(b)]
    const answers = await Promise.all([
      change(a, { name: two.name, code: two.org_code }),
      change(b, { name: one.name, code: one.org_code }),
    ])
    for (const code of codes(answers)) expect(['ORG.0012', 'ORG.0013']).toContain(code)
    expect([(await get(a)).body, (await get(b)).body]).toEqual([one, two])
  })

  test.each([
    ['ORG.0001', nobody, { name: 'a' }],
    ['ORG.0001', vendors, { name: 'a' }],
    ['ORG.0008', '', { parent_id: nobody }],
    ['ORG.0008', '', { parent_id: vendors }],
    ['ORG.0011', '', { name: ' ' }],
    ['ORG.0012', '', { code: '10000' }],
    ['COMMON.0400', '', { name: 'a\u0000' }],
  ])('is refused with %s', async (code, id, body) => {
    expect(codes([await change(id || (await added()), body)])).toEqual([code])
  })

  test('is refused a name that its new level has', async () => {
    const [parent, name] = [await added(), word('taken')]
    await added(parent, name)
    const id = await added(undefined, name)
    expect(codes([await change(id, { parent_id: parent })])).toEqual(['ORG.0013'])
    expect((await get(id)).body.parent_id).toBeNull()
  })
})

describe('an organization that is deleted (O3)', () => {
  test('is gone, and its code starts empty when it is used again', async () => {
    const code = word('again')
    const { body } = await create({ code, name: code })
    const answer = await remove(body.org_id)
    expect([answer.status, answer.body]).toEqual([204, undefined])
    expect(codes([await get(body.org_id), await remove(body.org_id)])).toEqual(['ORG.0001', 'ORG.0001'])
    expect((await auditOf(server, body.org_id)).at(-1)).toMatchObject({ action: 'organization.deleted' })
    const again = await create({ code, name: code })
    expect(again.body.org_id).not.toBe(body.org_id)
    expect(await whole(`org_id=${again.body.org_id}&all_child=true`)).toEqual([again.body.org_id])
  })

  test('has no sub-organizations and no users', async () => {
    const parent = await added()
    const id = await added(parent)
    const { body } = await get(id)
    const user = { user_name: word('member'), mobile: '13612340001', org_code: body.org_code }
    expect((await ask(server, 'POST', '/api/v2/tenant/users', { token, body: user })).status).toBe(201)
    expect(codes([await remove(parent), await remove(id)])).toEqual(['ORG.0020', 'ORG.0022'])
    expect((await get(id)).status).toBe(200)
  })

  test('has nothing in it, whatever comes at the same moment', async () => {
    for (let round = 0; round < 16; round += 1) {
      const id = await added()
      const { org_code: code } = (await get(id)).body
      const user = { user_name: word('late'), mobile: `1361235${String(round).padStart(4, '0')}`, org_code: code }
      const [gone, child, member] = await Promise.all([
        remove(id),
        create({ code: word('c'), name: word('n'), parent_id: id }),
        ask<Failure>(server, 'POST', '/api/v2/tenant/users', { token, body: user }),
      ])
      const answers = codes([gone, child, member])
      if (answers[0] === 204) expect(answers.slice(1)).toEqual(['ORG.0008', 'ORG.0001'])
      else expect(['ORG.0020', 'ORG.0022']).toContain(answers[0])
    }
  })

  test('is deleted once when 32 ask for it', async () => {
    const id = await added()
    const answers = await Promise.all(Array.from({ length: 32 }, () => remove(id)))
    expect(codes(answers).sort()).toEqual([204, ...Array(31).fill('ORG.0001')])
  })
})

describe('a list of organizations (O5)', () => {
  test('is the four of the table', async () => {
    const root = await added()
    const children = [await added(root), await added(root)]
    const grandchild = await added(children[0])
    const roots = await whole('org_id=')
    expect(roots).toContain(root)
    expect(roots).not.toContain(children[0])
    expect(await whole('all_child=false')).toEqual(roots)
    const all = await whole('all_child=true')
    for (const id of [root, ...children, grandchild]) expect(all).toContain(id)
    expect(await whole(`org_id=${root}&all_child=true`)).toEqual([root, ...children, grandchild])
    expect(await whole(`org_id=${root}`)).toEqual([root, ...children])
  })

  test('has every row once on its pages, whatever was made in one instant, and nothing past the end', async () => {
    const root = await added()
    const createdAt = new Date()
    const rows = Array.from({ length: 230 }, (_, n) => {
      const id = crypto.randomUUID()
      return { id, code: id, name: `n${n}`, parentId: root, createdAt }
    })
    await server.database.db.insertInto('organizations').values(rows).execute()
    for (const deep of [true, false]) {
      const ids = await whole(`org_id=${root}&all_child=${deep}`)
      expect([ids.length, new Set(ids).size, ids[0]]).toEqual([231, 231, root])
      const { body } = await list(`org_id=${root}&all_child=${deep}&offset=900000&limit=100`)
      expect(body).toEqual({ total: 231, organizations: [] })
    }
    for (const query of ['', 'all_child=true&']) {
      const past = await list(`${query}offset=1000000&limit=100`)
      expect([past.status, past.body.organizations]).toEqual([200, []])
      expect(past.body.total).toBe((await list(`${query}offset=0&limit=10`)).body.total)
    }
  })

  test('ends where somebody planted a circle by hand', async () => {
    const a = await added()
    const b = await added(a)
    const { db } = server.database
    await db.updateTable('organizations').set({ parentId: b }).where('id', '=', a).execute()
    expect((await whole(`org_id=${a}&all_child=true`)).sort()).toEqual([a, b].sort())
    await db.updateTable('organizations').set({ parentId: null }).where('id', '=', a).execute()
  })

  test.each([
    ['ORG.0001', `org_id=${nobody}&offset=0&limit=10`],
    ['ORG.0001', `org_id=${nobody}&all_child=true&offset=0&limit=10`],
    ['ORG.0001', `org_id=${vendors}&all_child=true&offset=0&limit=10`],
    ['ORG.0001', `org_id=${vendors}&offset=0&limit=10`],
    ['COMMON.0400', 'limit=10'],
    ['COMMON.0400', 'offset=0'],
    ['COMMON.0400', 'offset=0&limit=9'],
    ['COMMON.0400', 'offset=0&limit=101'],
    ['COMMON.0400', 'offset=-1&limit=10'],
    ['COMMON.0400', 'offset=0&limit=10&all_child=maybe'],
  ])('is refused with %s: ?%s', async (code, query) => {
    expect(codes([await list(query)])).toEqual([code])
  })
})

test('what a provider keeps is neither moved nor deleted here, and what is linked is not deleted', async () => {
  const { db } = server.database
  const corpId = await added()
  const department = await added(corpId)
  await db.insertInto('corps').values({ id: corpId }).execute()
  await db
    .insertInto('corpDepartments')
    .values({ corpId, externalId: '7', parentExternalId: '1', organizationId: department })
    .execute()
  expect(codes([await remove(department), await change(department, { parent_id: await added() })])).toEqual([
    'ORG.0015',
    'ORG.0015',
  ])
  await db.deleteFrom('corpDepartments').where('corpId', '=', corpId).execute()
  const link = { corpId, provider: 'WeCom' as const, externalId: word('ww'), receiveId: 'a' }
  await db.insertInto('corpLinks').values(link).execute()
  expect(codes([await remove(department), await remove(corpId)])).toEqual([204, 'ORG.0015'])
  await db.deleteFrom('corpLinks').where('corpId', '=', corpId).execute()
  expect(codes([await remove(corpId)])).toEqual([204])
})
