import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { auditOf } from '../support/api.ts'
import { atOnce, type ManagingApplication, managingApplication, refused } from '../support/application-side.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Organization = components['schemas']['ApplicationOrganization']
type Page = components['schemas']['ApplicationOrganizationPage']

let server: TestServer
let application: ManagingApplication
beforeAll(async () => {
  server = await startTestServer()
  application = await managingApplication(server)
})
afterAll(() => server.close())

const create = (body: unknown, by = application) => by.side<{ org_id: string }>('POST', '/organizations', body)
const get = (id: string, by = application) => by.side<Organization>('GET', `/organizations/${id}`)
const update = (id: string, body: unknown, by = application) =>
  by.side<{ org_id: string }>('PUT', `/organizations/${id}`, body)
const remove = (id: string, by = application) => by.side<unknown>('DELETE', `/organizations/${id}`)
const list = (query: string, by = application) => by.side<Page>('GET', `/organizations?${query}`)

const code = () => `org-${randomUUID().slice(0, 8)}`
/** The ids of new organizations, each below the one before. */
async function chain(length: number, by = application): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < length; n += 1) {
    const body = { org_code: code(), name: `level ${n}`, ...(n > 0 && { parent_id: ids[n - 1] }) }
    ids.push((await create(body, by)).body.org_id)
  }
  return ids
}

describe('an application organization', () => {
  test('is made at the top or below another, and told (AO1, AO4)', async () => {
    const own = await managingApplication(server)
    const root = await create({ org_code: '10000', name: 'headquarter' }, own)
    expect([root.status, root.body]).toEqual([201, { org_id: expect.any(String) }])
    const below = await create({ org_code: '设计-1', name: 'Design & Test', parent_id: root.body.org_id }, own)
    const empty = await create({ org_code: 'second', name: 'second root', parent_id: '' }, own)
    expect((await get(root.body.org_id, own)).body).toEqual({
      org_id: root.body.org_id,
      org_code: '10000',
      name: 'headquarter',
      parent_id: null,
    })
    expect((await get(below.body.org_id, own)).body).toMatchObject({
      name: 'Design & Test',
      parent_id: root.body.org_id,
    })
    expect((await get(empty.body.org_id, own)).body.parent_id).toBeNull()
    expect(await auditOf(server, root.body.org_id)).toMatchObject([
      { action: 'application_organization.created', actorClientId: own.clientId },
    ])
  })

  test('gets another name or parent; what is empty or left out stays (AO2)', async () => {
    const [top = '', below = ''] = await chain(2)
    const renamed = await update(below, { name: 'renamed', parent_id: '' })
    expect([renamed.status, renamed.body]).toEqual([200, { org_id: below }])
    expect((await get(below)).body).toMatchObject({ name: 'renamed', parent_id: top })
    const [other = ''] = await chain(1)
    expect((await update(below, { name: '', parent_id: other })).status).toBe(200)
    expect((await get(below)).body).toMatchObject({ name: 'renamed', parent_id: other })
    expect((await update(below, {})).status).toBe(200)
    const events = await auditOf(server, below)
    expect(events.map(({ action }) => action)).toEqual([
      'application_organization.created',
      'application_organization.changed',
      'application_organization.changed',
    ])
    expect(events.at(-1)?.details).toEqual({ before: { parentId: top }, after: { parentId: other } })
  })

  test('goes when nothing is below it (AO3)', async () => {
    const [top = '', below = ''] = await chain(2)
    expect(await remove(top)).toMatchObject(refused('APP_ORG.0007'))
    expect(await remove(below)).toMatchObject({ status: 204, body: undefined })
    expect((await remove(top)).status).toBe(204)
    expect(await get(top)).toMatchObject(refused('APP_ORG.0001'))
    expect((await auditOf(server, top)).map(({ action }) => action)).toEqual([
      'application_organization.created',
      'application_organization.deleted',
    ])
  })

  test('does not go while it has accounts, and its code that is used again starts empty', async () => {
    const orgCode = code()
    const { org_id: id } = (await create({ org_code: orgCode, name: 'used' })).body
    const account = { user_id: await server.addUser({}), org_code: orgCode }
    const made = await application.side<{ account_id: string }>('POST', '/accounts/basic-account', account)
    expect(await remove(id)).toMatchObject(refused('APP_ORG.0007'))
    await application.side('DELETE', `/accounts/${made.body.account_id}`)
    expect((await remove(id)).status).toBe(204)
    const again = await create({ org_code: orgCode, name: 'used' })
    expect(again.body.org_id).not.toBe(id)
    expect((await remove(again.body.org_id)).status).toBe(204)
  })

  test.each([
    ['APP_ORG.0008', { name: 'a' }],
    ['APP_ORG.0008', { org_code: '', name: 'a' }],
    ['APP_ORG.0004', { org_code: 'x', name: 'a', parent_id: '20220209171503408-7F15-4CDA55F43' }],
    ['APP_ORG.0004', { org_code: 'x', name: 'a', parent_id: '0198f2a4-0000-7000-8000-000000000000' }],
    ['COMMON.0400', { org_code: 'x', name: ' ' }],
    ['COMMON.0400', { org_code: 'x', name: 'a/b' }],
    ['COMMON.0400', { org_code: 'a b', name: 'a' }],
    ['COMMON.0400', { org_code: 'x', name: 'a', category: 'group' }],
  ])('is refused with %s: %j', async (errorCode, body) => {
    expect(await create(body)).toMatchObject(refused(errorCode))
  })

  test('has a code of its own, however it is spelled, and in its application alone', async () => {
    const orgCode = code()
    expect((await create({ org_code: orgCode, name: 'a' })).status).toBe(201)
    expect(await create({ org_code: orgCode.toUpperCase(), name: 'b' })).toMatchObject(refused('APP_ORG.0003'))
    expect((await create({ org_code: orgCode, name: 'a' }, await managingApplication(server))).status).toBe(201)
  })

  test('is one when 32 ask for its code at once', async () => {
    const orgCode = code()
    const answers = await atOnce(32, () => create({ org_code: orgCode, name: 'race' }))
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject(refused('APP_ORG.0003'))
    }
  })

  test.each(['20220209171503408-7F15-4CDA55F43', '0198f2a4-0000-7000-8000-000000000000'])(
    'is unknown under the id %s',
    async (id) => {
      for (const answer of [await get(id), await update(id, { name: 'a' }), await remove(id)]) {
        expect(answer).toMatchObject(refused('APP_ORG.0001'))
      }
    },
  )
})

describe('the tree of application organizations', () => {
  test('has no circle: nothing moves below itself or what is below it', async () => {
    const [a = '', b = '', c = ''] = await chain(3)
    for (const parent of [a, b, c]) {
      expect(await update(a, { parent_id: parent })).toMatchObject(refused('APP_ORG.0006'))
    }
    expect((await get(a)).body.parent_id).toBeNull()
    expect(await update(c, { parent_id: '0198f2a4-0000-7000-8000-000000000000' })).toMatchObject(
      refused('APP_ORG.0004'),
    )
    expect((await update(c, { parent_id: a.toUpperCase() })).status).toBe(200)
  })

  test('has no circle when two move below each other at once, 50 times', async () => {
    for (let n = 0; n < 50; n += 1) {
      const [root = '', a = ''] = await chain(2)
      const { org_id: b } = (await create({ org_code: code(), name: 'b', parent_id: root })).body
      const answers = await Promise.all([update(a, { parent_id: b }), update(b, { parent_id: a })])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      const parents = [(await get(a)).body.parent_id, (await get(b)).body.parent_id]
      expect(parents).toContain(root)
    }
  })

  test('keeps what is used: of a delete and 32 that come in below at once, either all or nothing is refused', async () => {
    const [root = ''] = await chain(1)
    const [gone, ...below] = await Promise.all([
      remove(root),
      ...Array.from({ length: 32 }, () => create({ org_code: code(), name: 'below', parent_id: root })),
    ])
    const made = below.filter(({ status }) => status === 201).length
    expect(gone?.status === 204 ? made : 0).toBe(0)
    for (const answer of below.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject(refused('APP_ORG.0004'))
    }
  })
})

describe('a list of application organizations (AO5)', () => {
  test('has each once, the oldest first, in pages from 0; a page past the end is empty', async () => {
    const own = await managingApplication(server)
    const ids = await chain(23, own)
    const read: string[] = []
    for (let page = 0; page < 4; page += 1) {
      const { status, body } = await list(`offset=${page}&limit=10`, own)
      expect([status, body.total]).toEqual([200, 23])
      read.push(...body.organizations.map(({ org_id: id }) => id))
    }
    expect(read).toEqual(ids)
    await remove(ids.at(-1) ?? '', own)
    expect((await list('offset=9&limit=100', own)).body).toEqual({ total: 22, organizations: [] })
  })

  test.each(['offset=0', 'limit=10', 'offset=-1&limit=10', 'offset=0&limit=9', 'offset=0&limit=101'])(
    'is refused for ?%s',
    async (query) => {
      expect(await list(query)).toMatchObject(refused('COMMON.0400'))
    },
  )
})

test('without the object model of organizations, none of the five operations does anything', async () => {
  const own = await managingApplication(server, { organizationModel: false })
  const [id = ''] = await chain(1)
  for (const answer of [
    await create({ org_code: code(), name: 'a' }, own),
    await update(id, { name: 'a' }, own),
    await remove(id, own),
    await get(id, own),
    await list('offset=0&limit=10', own),
  ]) {
    expect(answer).toMatchObject(refused('APP_ORG.0002'))
  }
})

test('another application is unknown, and so is what it has', async () => {
  const [id = ''] = await chain(1)
  const other = await managingApplication(server)
  const path = `/applications/${application.id}/organizations`
  for (const answer of [
    await other.tenant('GET', `${path}?offset=0&limit=10`),
    await other.tenant('POST', path, { org_code: code(), name: 'a' }),
    await other.tenant('GET', `${path}/${id}`),
    await other.tenant('PUT', `${path}/${id}`, { name: 'a' }),
    await other.tenant('DELETE', `${path}/${id}`),
  ]) {
    expect(answer).toMatchObject(refused('APP.0001'))
  }
  for (const answer of [await get(id, other), await update(id, { name: 'a' }, other), await remove(id, other)]) {
    expect(answer).toMatchObject(refused('APP_ORG.0001'))
  }
  expect(await create({ org_code: code(), name: 'a', parent_id: id }, other)).toMatchObject(refused('APP_ORG.0004'))
  expect((await get(id)).body.name).toBe('level 0')
})
