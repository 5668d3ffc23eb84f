import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/oneaccess.ts'
import { ask, auditOf, managementToken, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type User = components['schemas']['UserDetails']
type Failure = components['schemas']['Error']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await managementToken(server)
})
afterAll(() => server.close())

const path = '/api/v2/tenant/users'
const call = <Body = { user_id: string }>(method: string, address: string, body?: unknown) =>
  ask<Body & Failure>(server, method, address, { token, ...(body !== undefined && { body }) })
const get = (id: string) => call<User>('GET', `${path}/${id}`)
const change = (id: string, body: unknown) => call('PUT', `${path}/${id}`, body)
const remove = (id: string) => call<object | undefined>('DELETE', `${path}/${id}`)
const codes = (answers: readonly { status: number; body: unknown }[]) =>
  answers.map(({ status, body }) => (status < 300 ? status : (body as Failure).error_code))

let last = 13_500_000_000
const mobile = () => String(++last)
const word = (text: string) => `${text}-${crypto.randomUUID().slice(0, 8)}`
const password = 'Wangwu.2026'

/** A new user's id. */
async function added(more: object = {}): Promise<string> {
  const { status, body } = await call('POST', path, { user_name: word('user'), mobile: mobile(), ...more })
  expect(status).toBe(201)
  return body.user_id
}

/** An organization at the root. */
async function organization(): Promise<{ id: string; code: string }> {
  const code = word('org')
  const { body } = await call<{ org_id: string }>('POST', '/api/v2/tenant/organizations', { code, name: code })
  return { id: body.org_id, code }
}

const adminId = async () => (await call<User>('POST', `${path}/user-by-username`, { user_name: 'admin' })).body.user_id

const nobody = '0198f2a4-0000-7000-8000-000000000000'
const vendors = '20220413165737132-3BA0-91FCA2CB7'

describe('a user by user name (U9)', () => {
  test('is the one of U8, however the name is spelled', async () => {
    const name = word('Élodie')
    const id = await added({ user_name: name })
    const one = await get(id)
    expect(one.body.user_name).toBe(name)
    for (const spelling of [name, name.toUpperCase(), ` ${name} `]) {
      const found = await call<User>('POST', `${path}/user-by-username`, { user_name: spelling })
      expect([found.status, found.body]).toEqual([200, one.body])
    }
  })

  test('is nobody by a number, an address or a pattern', async () => {
    await added({ user_name: 'test1one', mobile: '13499990001', email: 'by-name@example.com' })
    for (const text of ['13499990001', 'by-name@example.com', 'test_one', 'test%', '%', '_', ' ']) {
      const found = await call('POST', `${path}/user-by-username`, { user_name: text })
      expect([found.status, found.body]).toEqual([400, { error_code: 'USER.0001', error_msg: 'User does not exist.' }])
    }
  })

  test.each([{}, { user_name: '' }, { user_name: 7 }])('is refused for %o', async (body) => {
    expect(codes([await call('POST', `${path}/user-by-username`, body)])).toEqual(['COMMON.0400'])
  })
})

describe('a user that is changed (U2)', () => {
  test('has everything that is sent, and keeps what is left out', async () => {
    const extension = { age: '18', kept: { a: null }, gone: 1 }
    const id = await added({ attr_gender: 'male', attr_city: 'Shanghai', email: `${word('a')}@example.com`, extension })
    const given = {
      user_name: word('other'),
      mobile: mobile(),
      name: '李四',
      email: `${word('b')}@example.com`,
      employee_id: 'E-2',
      first_name: 'Si',
      middle_name: 'M',
      last_name: 'Li',
      attr_gender: 'unknow',
      attr_birthday: '1997-01-01',
      extension: { age: '19', gone: null },
    }
    const answer = await change(id, given)
    expect([answer.status, answer.body]).toEqual([200, { user_id: id }])
    const { user_name, mobile: number, name, email } = given
    const told = { user_name, mobile: number, name, email, extension: { age: '19', kept: { a: null } } }
    expect((await get(id)).body).toMatchObject(told)
    expect((await get(id)).body.extension).toEqual(told.extension)
    const { rows } = await server.database.pool.query(
      'select first_name, middle_name, last_name, employee_id, date_of_birth::text, attributes from users where id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        first_name: 'Si',
        middle_name: 'M',
        last_name: 'Li',
        employee_id: 'E-2',
        date_of_birth: '1997-01-01',
        attributes: { attr_gender: 'unknown', attr_city: 'Shanghai' },
      },
    ])
    const before = (await get(id)).body
    expect((await change(id, {})).status).toBe(200)
    expect((await get(id)).body).toEqual({ ...before, updated_at: expect.any(String) })
  })

  test('loses what is sent empty', async () => {
    const name = word('emptied')
    const email = `${name}@example.com`
    const id = await added({ user_name: name, name: 'A', email, attr_city: 'B', attr_birthday: '1997-01-01' })
    const empty = { name: '', email: '', attr_city: '', attr_birthday: '' }
    expect((await change(id, empty)).status).toBe(200)
    expect((await get(id)).body).toMatchObject({ name, email: null })
    await added({ email })
  })

  test('is written down without anything personal', async () => {
    const id = await added()
    const email = `${word('secret')}@example.com`
    await change(id, { email, extension: { card: 'A-77' } })
    const events = await auditOf(server, id)
    expect(events.at(-1)).toMatchObject({ action: 'user.changed', actorClientId: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm' })
    expect(JSON.stringify(events)).not.toMatch(/A-77|secret/)
  })

  test('moves to another primary organization and stays attached to the others', async () => {
    const [first, second, attached] = [await organization(), await organization(), await organization()]
    const relations = [
      { orgCode: first.code, relationType: 1 },
      { orgCode: attached.code, relationType: 0 },
    ]
    const id = await added({ org_code: first.code, user_org_relation_list: relations })
    expect((await change(id, { org_code: second.code })).status).toBe(200)
    expect((await get(id)).body).toMatchObject({
      org_id: second.id,
      user_org_relation_list: [
        { org_id: second.id, relation_type: '1' },
        { org_id: attached.id, relation_type: '0' },
      ],
    })
    expect((await change(id, { org_code: attached.code })).status).toBe(200)
    expect((await get(id)).body).toMatchObject({
      org_id: attached.id,
      user_org_relation_list: [{ org_id: attached.id, relation_type: '1' }],
    })
    for (const { id: organizationId, code } of [first, second]) {
      const members = await call<{ total: number }>('GET', `${path}?org_id=${organizationId}&offset=0&limit=10`)
      expect([code, members.body.total]).toEqual([code, 0])
    }
    expect((await change(id, { org_code: '' })).status).toBe(200)
    expect((await get(id)).body.org_id).toBe(attached.id)
  })

  test('has the organizations of a list, and no others', async () => {
    const [a, b, c] = [await organization(), await organization(), await organization()]
    const id = await added({ org_code: a.code })
    const list = (primary: typeof a, other: typeof a) => [
      { orgCode: primary.code, relationType: '1' },
      { orgCode: other.code, relationType: 0 },
    ]
    for (const [primary, other] of [
      [b, a],
      [a, b],
      [c, b],
    ] as const) {
      const answer = await change(id, { org_code: primary.code, user_org_relation_list: list(primary, other) })
      expect(answer.status).toBe(200)
      const { body } = await get(id)
      expect(body.org_id).toBe(primary.id)
      expect(body.user_org_relation_list).toEqual([
        { org_id: primary.id, relation_type: '1' },
        { org_id: other.id, relation_type: '0' },
      ])
    }
    expect((await auditOf(server, id)).at(-1)?.details).toEqual({ changed: ['organizations'] })
  })

  test('belongs to one primary organization when 32 move it at once', async () => {
    const places = [await organization(), await organization()]
    const id = await added()
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => change(id, { org_code: places[n % 2]?.code })),
    )
    expect(codes(answers)).toEqual(Array(32).fill(200))
    const { body } = await get(id)
    expect(body.user_org_relation_list).toEqual([{ org_id: body.org_id, relation_type: '1' }])
    expect(places.map((place) => place.id)).toContain(body.org_id)
  })

  test('has to choose another password at the next sign-in, or no longer', async () => {
    const id = await added({ password, pwd_must_modify: false })
    for (const flag of [true, false]) {
      expect((await change(id, { pwd_must_modify: flag })).status).toBe(200)
      expect((await get(id)).body.pwd_must_modify).toBe(flag)
      expect((await change(id, { name: 'a' })).status).toBe(200)
      expect((await get(id)).body.pwd_must_modify).toBe(flag)
    }
  })

  test.each([
    ['USER.0029', { user_name: 'ZhangSan' }],
    ['USER.0030', { mobile: '+8612345678901' }],
    ['USER.0031', { email: 'ZHANGSAN@example.com' }],
    ['USER.0037', { user_name: 'ad\u200bmin' }],
    ['USER.0038', { mobile: '12' }],
    ['ORG.0001', { org_code: 'nowhere' }],
    [
      'ORG.0001',
      {
        org_code: '10000',
        user_org_relation_list: [
          { orgCode: '10000', relationType: 1 },
          { orgCode: 'nowhere', relationType: 0 },
        ],
      },
    ],
    ['PARAM.0029', { user_org_relation_list: [] }],
    ['PARAM.0029', { user_org_relation_list: [{ orgCode: '10000', relationType: 0 }] }],
    ['PARAM.0029', { org_code: 'another', user_org_relation_list: [{ orgCode: '10000', relationType: 1 }] }],
    ['PARAM.0029', { user_org_relation_list: Array(2).fill({ orgCode: '10000', relationType: 1 }) }],
    ['COMMON.0400', { name: 'ad\u200bmin' }],
    ['COMMON.0400', { email: 'nobody' }],
    ['COMMON.0400', { email: 'a' }],
    ['COMMON.0400', { attr_birthday: '2023-02-30' }],
    ['COMMON.0400', { password: 'Zhangsan.2027' }],
    ['COMMON.0400', { extension: { a: '\u0000' } }],
  ])('is refused with %s and stays as it was', async (code, body) => {
    const id = await added()
    const before = (await get(id)).body
    expect(codes([await change(id, { attr_city: 'Half', ...body })])).toEqual([code])
    expect((await get(id)).body).toEqual(before)
  })

  test('two that exchange their numbers at once are answered, and keep what they had', async () => {
    const [a, b] = [await added(), await added()]
    const [one, two] = [(await get(a)).body.mobile, (await get(b)).body.mobile]
    const answers = await Promise.all([change(a, { mobile: two }), change(b, { mobile: one })])
    expect(codes(answers)).toEqual(['USER.0030', 'USER.0030'])
    expect([(await get(a)).body.mobile, (await get(b)).body.mobile]).toEqual([one, two])
  })

  test('is one of 32 who want the same name', async () => {
    const ids = await Promise.all(Array.from({ length: 32 }, () => added()))
    const name = word('wanted')
    const answers = await Promise.all(ids.map((id) => change(id, { user_name: name })))
    expect(codes(answers).sort()).toEqual([200, ...Array(31).fill('USER.0029')])
  })
})

test('a new user has a mail address that mail can be sent to', async () => {
  for (const email of ['a', 'nobody', 'a@b', 'a b@example.com', '@example.com']) {
    const answer = await call('POST', path, { user_name: word('no'), mobile: mobile(), email })
    expect([email, ...codes([answer])]).toEqual([email, 'COMMON.0400'])
  }
})

describe('a user that is disabled (U5)', () => {
  test('is out at once and in again when enabled (U4)', async () => {
    const name = word('out')
    const id = await added({ user_name: name, password, pwd_must_modify: false })
    const person = await personToken(server, 'openid ZMS.UserDetails.Read', name, password)
    const details = () => ask(server, 'GET', '/api/v1.0/user/details', { token: person })
    expect((await details()).status).toBe(200)
    const answer = await call('PUT', `${path}/${id}/disable`)
    expect([answer.status, answer.body]).toEqual([200, { user_id: id }])
    expect((await details()).status).toBe(401)
    await expect(personToken(server, 'openid', name, password)).rejects.toThrow('no token')
    expect((await get(id)).body.disabled).toBe(true)
    const before = (await get(id)).body
    expect((await call('PUT', `${path}/${id}/disable`)).status).toBe(200)
    expect((await get(id)).body).toEqual(before)
    expect((await call('PUT', `${path}/${id}/enable`)).status).toBe(200)
    expect((await call('PUT', `${path}/${id}/enable`)).status).toBe(200)
    expect((await get(id)).body.disabled).toBe(false)
    expect((await details()).status).toBe(401)
    await personToken(server, 'openid', name, password)
    const actions = (await auditOf(server, id)).map(({ action }) => action)
    expect(actions).toEqual(['user.created', 'user.disabled', 'user.enabled'])
  })
})

describe('a user that is deleted (U3)', () => {
  test('is gone with tokens and memberships, and a new one of that name has nothing of it', async () => {
    const name = word('deleted')
    const own = await organization()
    const one = { user_name: name, mobile: mobile(), password, pwd_must_modify: false, org_code: own.code }
    const id = await added({ ...one, extension: { a: 1 } })
    const person = await personToken(server, 'openid ZMS.UserDetails.Read', name, password)
    const answer = await remove(id)
    expect([answer.status, answer.body]).toEqual([204, undefined])
    expect((await ask(server, 'GET', '/api/v1.0/user/details', { token: person })).status).toBe(401)
    expect(codes([await get(id), await remove(id)])).toEqual(['USER.0001', 'USER.0001'])
    const members = await call<{ total: number }>('GET', `${path}?org_id=${own.id}&offset=0&limit=10`)
    expect(members.body.total).toBe(0)
    const again = await added({ user_name: name, mobile: one.mobile })
    expect(again).not.toBe(id)
    expect((await get(again)).body).toMatchObject({ extension: {}, pwd_change_at: null })
    expect((await auditOf(server, id)).at(-1)).toMatchObject({ action: 'user.deleted' })
  })

  test('is deleted once when 32 ask for it', async () => {
    const id = await added()
    const answers = await Promise.all(Array.from({ length: 32 }, () => remove(id)))
    expect(codes(answers).sort()).toEqual([204, ...Array(31).fill('USER.0001')])
  })
})

test('a user who has a role in the back office signs in as they decide, not an application', async () => {
  const id = await adminId()
  const before = (await get(id)).body
  const answers = [
    await remove(id),
    await call('PUT', `${path}/${id}/disable`),
    await call('PUT', `${path}/${id}/enable`),
    await call('PUT', `${path}/${id}/change-password`, { password: 'Zhangsan.2027' }),
    await change(id, { user_name: word('a') }),
    await change(id, { mobile: mobile() }),
    await change(id, { email: '' }),
    await change(id, { pwd_must_modify: true }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(403))
  expect((await get(id)).body).toEqual(before)
  expect((await change(id, { extension: { desk: 'B2' } })).status).toBe(200)
})

test.each([nobody, vendors])('nobody has the id %s', async (id) => {
  const answers = [
    await change(id, { name: 'a' }),
    await remove(id),
    await call('PUT', `${path}/${id}/enable`),
    await call('PUT', `${path}/${id}/disable`),
    await call('PUT', `${path}/${id}/change-password`, { password: 'Zhangsan.2027' }),
    await call('PUT', `${path}/${id}/change-password-verify`, { password: 'Zhangsan.2027', old_password: 'a' }),
  ]
  expect(codes(answers)).toEqual(Array(6).fill('USER.0001'))
})

describe('lists of users (U10)', () => {
  test('have everybody of one instant once, and nothing past the end', async () => {
    const { db } = server.database
    const own = await organization()
    const createdAt = new Date()
    const users = Array.from({ length: 230 }, () => ({ id: crypto.randomUUID(), userName: word('instant'), createdAt }))
    await db.insertInto('users').values(users).execute()
    const memberships = users.map(({ id: userId }) => ({ userId, organizationId: own.id, isPrimary: true, createdAt }))
    await db.insertInto('memberships').values(memberships).execute()
    for (const changed of ['', '&updated_at_greater=2020-01-01%2000:00:00']) {
      const ids: string[] = []
      for (let page = 0; page < 6; page += 1) {
        const { body } = await call<{ total: number; users: User[] }>(
          'GET',
          `${path}?org_id=${own.id}&offset=${page}&limit=50${changed}`,
        )
        expect(body.total).toBe(230)
        ids.push(...body.users.map(({ user_id: id }) => id))
      }
      expect([ids.length, new Set(ids).size]).toEqual([230, 230])
    }
  })

  test('are as long as there are users when these come and go', async () => {
    const own = await organization()
    const total = async () =>
      (await call<{ total: number }>('GET', `${path}?org_id=${own.id}&offset=0&limit=10`)).body.total
    const ids = await Promise.all(Array.from({ length: 12 }, () => added({ org_code: own.code })))
    expect(await total()).toBe(12)
    await Promise.all(ids.slice(0, 5).map((id) => remove(id)))
    await Promise.all(ids.slice(5, 7).map((id) => change(id, { org_code: '10000' })))
    expect(await total()).toBe(5)
  })
})
