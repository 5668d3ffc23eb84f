import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { ask, auditOf, type Envelope, managementToken, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type User = components['schemas']['UserDetails']
type Failure = components['schemas']['Error']

let server: TestServer
let token: string
let demoOrganization: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
  const row = await server.database.db
    .selectFrom('organizations')
    .select('id')
    .where('code', '=', '10000')
    .executeTakeFirstOrThrow()
  demoOrganization = row.id
})
afterAll(() => server.close())

const create = (body: unknown) =>
  ask<{ user_id: string } & Failure>(server, 'POST', '/api/v2/tenant/users', { token, body })
const get = (id: string) => ask<User & Failure>(server, 'GET', `/api/v2/tenant/users/${id}`, { token })
const list = (query: string) =>
  ask<{ total: number; users: User[] } & Failure>(server, 'GET', `/api/v2/tenant/users?${query}`, { token })

let last = 13_700_000_000
const mobile = () => String(++last)
const userName = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`

/** An organization below the demo one. */
async function organization(): Promise<{ id: string; code: string }> {
  const id = crypto.randomUUID()
  const code = `org-${id.slice(0, 8)}`
  await server.database.db
    .insertInto('organizations')
    .values({ id, code, name: code, parentId: demoOrganization })
    .execute()
  return { id, code }
}

describe('a user that is created (U1)', () => {
  test('has the documented defaults: name, first root organization, a password to be changed', async () => {
    const name = userName('plain')
    const number = mobile()
    const { status, body } = await create({ user_name: name, mobile: number })
    expect([status, body]).toEqual([201, { user_id: expect.any(String) }])
    const { body: user } = await get(body.user_id)
    expect(user).toEqual({
      user_id: body.user_id,
      org_id: demoOrganization,
      user_name: name,
      name,
      mobile: number,
      email: null,
      pwd_must_modify: true,
      pwd_change_at: null,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/),
      disabled: false,
      grade: null,
      locked: null,
      extension: {},
      user_org_relation_list: [{ org_id: demoOrganization, relation_type: '1' }],
    })
  })

  test('has everything that is sent, organizations and attributes of every kind', async () => {
    const [own, attached] = [await organization(), await organization()]
    const name = userName('whole')
    const { body } = await create({
      user_name: name,
      password: 'Zhangsan.2026',
      mobile: mobile(),
      org_code: own.code,
      name: '张三',
      email: `${name}@example.com`,
      employee_id: 'E-1',
      first_name: 'San',
      middle_name: 'M',
      last_name: 'Zhang',
      pwd_must_modify: false,
      attr_gender: 'male',
      attr_birthday: '1997-01-01',
      user_org_relation_list: [
        { orgCode: own.code, relationType: 1 },
        { orgCode: attached.code, relationType: '0' },
      ],
      extension: { age: '18', snake_case: 'a', camelCase: 'b' },
    })
    expect((await get(body.user_id)).body).toMatchObject({
      org_id: own.id,
      name: '张三',
      email: `${name}@example.com`,
      pwd_must_modify: false,
      pwd_change_at: expect.any(String),
      extension: { age: '18', snake_case: 'a', camelCase: 'b' },
      user_org_relation_list: [
        { org_id: own.id, relation_type: '1' },
        { org_id: attached.id, relation_type: '0' },
      ],
    })
    const stored = await server.database.db
      .selectFrom('users')
      .select('attributes')
      .where('id', '=', body.user_id)
      .executeTakeFirst()
    expect(stored).toEqual({ attributes: { attr_gender: 'male' } })
  })

  test('signs in on the Account API, and what is changed there shows here', async () => {
    const name = userName('both')
    const password = 'Zhangsan.2026'
    const { body } = await create({ user_name: name, mobile: mobile(), password, pwd_must_modify: false })
    const scope = 'openid ZMS.UserDetails.Write'
    const person = await personToken(server, scope, name, password)
    const changed = await ask<Envelope<{ displayName: string }>>(server, 'POST', '/api/v1.0/user/details', {
      token: person,
      body: { displayName: '李四' },
    })
    expect(changed.status).toBe(200)
    expect((await get(body.user_id)).body.name).toBe('李四')
  })

  test('is written down with the application that created it', async () => {
    const { body } = await create({ user_name: userName('audited'), mobile: mobile(), password: 'Zhangsan.2026' })
    const events = await auditOf(server, body.user_id)
    expect(events).toMatchObject([{ action: 'user.created', actorClientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' }])
    expect(JSON.stringify(events)).not.toContain('Zhangsan.2026')
  })

  test('is one when 32 ask for it at once', async () => {
    const name = userName('race')
    const answers = await Promise.all(Array.from({ length: 32 }, () => create({ user_name: name, mobile: mobile() })))
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    for (const { status, body } of answers.filter(({ status: code }) => code !== 201)) {
      expect([status, body.error_code]).toEqual([400, 'USER.0029'])
    }
  })

  test('leaves nothing behind when it is refused', async () => {
    const name = userName('half')
    const number = mobile()
    const refusal = await create({ user_name: name, mobile: number, org_code: 'nowhere' })
    expect([refusal.status, refusal.body.error_code]).toEqual([400, 'ORG.0001'])
    expect((await create({ user_name: name, mobile: number })).status).toBe(201)
  })

  test.each([
    ['USER.0029', 'Username already exists.', { user_name: 'ZhangSan' }],
    ['USER.0030', 'Mobile number already exists.', { mobile: '12345678901' }],
    ['USER.0031', 'Email address already exists.', { email: 'ZHANGSAN@example.com' }],
    ['USER.0038', 'Invalid mobile number.', { mobile: '12' }],
    ['PWD.0002', 'Password length must be between 8 and 128.', { password: 'a1' }],
    ['PWD.0003', 'Password must not equal the user name.', { user_name: 'some.body1', password: 'Some.Body1' }],
    ['PWD.0005', /^Password does not meet the rules: .+\.$/, { password: 'abcdefghij' }],
    ['ORG.0001', 'Organization does not exist.', { org_code: 'nowhere' }],
    ['PARAM.0029', 'Invalid list.', { user_org_relation_list: [] }],
    [
      'PARAM.0029',
      'Invalid list.',
      { org_code: '10000', user_org_relation_list: [{ orgCode: 'another', relationType: 0 }] },
    ],
    ['COMMON.0400', /^Invalid parameter\./, { attr_birthday: 'yesterday' }],
    ['COMMON.0400', /^Invalid parameter\./, { nick: 'a' }],
    ['COMMON.0400', /^Invalid parameter\./, { name: 'ad\u200bmin' }],
    ['USER.0037', /./, { user_name: 'ad\u200bmin' }],
  ])('is refused with %s', async (code, text, changed) => {
    const { status, body } = await create({ user_name: userName('no'), mobile: mobile(), ...changed })
    expect([status, body]).toEqual([400, { error_code: code, error_msg: expect.stringMatching(text) }])
  })

  test('has a mobile number from abroad with its dialling code', async () => {
    const { body } = await create({ user_name: userName('abroad'), mobile: '+14155552671' })
    expect((await get(body.user_id)).body.mobile).toBe('+14155552671')
  })
})

describe('one user (U8)', () => {
  test('is told with the organization it belongs to', async () => {
    const { body } = await list('org_id=&offset=0&limit=100')
    const zhangsan = body.users.find(({ user_name: name }) => name === 'zhangsan')
    expect(zhangsan).toMatchObject({ org_id: demoOrganization, mobile: '12345678901', name: '张三' })
    expect((await get(zhangsan?.user_id ?? '')).body).toEqual(zhangsan)
  })

  test.each(['20220413165737132-3BA0-91FCA2CB7', '0198f2a4-0000-7000-8000-000000000000', "a'b", '..%2fadmin'])(
    'is unknown under the id %s',
    async (id) => {
      const { status, body } = await get(id)
      expect([status, body.error_code]).toEqual([400, body.error_code])
      expect(['USER.0001', 'COMMON.0400']).toContain(body.error_code)
    },
  )

  test('that is disabled is told as such', async () => {
    const { body } = await create({ user_name: userName('off'), mobile: mobile() })
    const { db } = server.database
    for (const [accountState, disabled, locked] of [
      ['Disabled', true, null],
      ['Locked', false, 'LOCKED'],
    ] as const) {
      await db.updateTable('users').set({ accountState }).where('id', '=', body.user_id).execute()
      expect((await get(body.user_id)).body).toMatchObject({ disabled, locked })
    }
  })
})

describe('a list of users (U10)', () => {
  test('has the users of one organization, not those below it, in pages from 0', async () => {
    const own = await organization()
    const names: string[] = []
    for (let n = 0; n < 23; n += 1) {
      const name = userName(`member${n}`)
      names.push(name)
      await create({ user_name: name, mobile: mobile(), org_code: own.code })
    }
    const read: string[] = []
    for (let page = 0; page < 4; page += 1) {
      const { status, body } = await list(`org_id=${own.id}&offset=${page}&limit=10`)
      expect([status, body.total]).toEqual([200, 23])
      read.push(...body.users.map(({ user_name: name }) => name))
    }
    expect(read).toEqual(names)
    const above = await list(`org_id=${demoOrganization}&offset=0&limit=100`)
    expect(above.body.users.some(({ user_name: name }) => names.includes(name))).toBe(false)
  })

  test('has everybody when no organization is named', async () => {
    const { total } = (await list('org_id=&offset=0&limit=10')).body
    const counted = await server.database.db
      .selectFrom('users')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    expect(String(total)).toBe(counted.count)
  })

  test('has those that were changed after a time', async () => {
    const { body } = await create({ user_name: userName('late'), mobile: mobile() })
    const { updated_at: updatedAt } = (await get(body.user_id)).body
    const before = new Date(`${updatedAt.replace(' ', 'T')}Z`)
    before.setMilliseconds(before.getMilliseconds() - 1)
    const after = encodeURIComponent(before.toISOString().replace('T', ' ').slice(0, 23))
    const { users } = (await list(`org_id=&offset=0&limit=100&updated_at_greater=${after}`)).body
    expect(users.map(({ user_id: id }) => id)).toContain(body.user_id)
    const { total } = (await list('org_id=&offset=0&limit=10&updated_at_greater=2099-01-01%2000:00:00')).body
    expect(total).toBe(0)
    for (const far of ['9007199254740993', '9'.repeat(400), '1e309', '-1e309', '0x1', '1e2', '%201', '1%20', '1.0'])
      expect(await list(`org_id=&offset=${far}&limit=10`)).toMatchObject({ status: 400 })
    const never = await list('org_id=&offset=0&limit=10&updated_at_greater=0000-00-00%2000:00:00')
    expect([never.status, never.body]).toMatchObject([400, { error_code: 'COMMON.0400' }])
  })

  test('is none of an organization that does not exist', async () => {
    for (const id of ['20220117125622909-9346-35755733F', '0198f2a4-0000-7000-8000-000000000000']) {
      expect(await list(`org_id=${id}&offset=0&limit=10`)).toMatchObject({
        status: 400,
        body: { error_code: 'ORG.0001' },
      })
    }
  })

  test.each(['offset=0&limit=10', 'org_id=&limit=10', 'org_id=&offset=0', 'org_id=&offset=-1&limit=10'])(
    'is refused for ?%s',
    async (query) => {
      expect(await list(query)).toMatchObject({ status: 400, body: { error_code: 'COMMON.0400' } })
    },
  )

  test.each(['org_id=&offset=0&limit=9', 'org_id=&offset=0&limit=101'])('has 10 to 100 a page: ?%s', async (query) => {
    expect((await list(query)).status).toBe(400)
  })
})

test('attributes hold any JSON values, and dates may be empty but not wrong', async () => {
  const extension = { age: 18, tags: ['a', { b: null }], member: true, note: 'x' }
  const body = { user_name: 'any-json', mobile: '13900000881', attr_birthday: '', attr_hire_date: '', extension }
  const created = await create(body)
  expect(created.status).toBe(201)
  const refused = await create({ ...body, attr_birthday: '2023-02-30' })
  expect(refused.status).toBe(400)
})
