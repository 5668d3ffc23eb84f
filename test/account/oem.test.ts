import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, clientToken, type Envelope, oemToken, personToken } from '../support/api.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Item = components['schemas']['UserBasicItem']
type User = components['schemas']['UserBasic']

let server: TestServer
let token: string
let stranger: string
beforeAll(async () => {
  server = await startTestServer()
  token = await oemToken(server)
  stranger = await oemToken(server, await oemClient('another-oem'), 'another.Secret.2026')
})
afterAll(() => server.close())

const oemClient = (clientId: string) =>
  server.addApplication({
    clientId,
    secret: 'another.Secret.2026',
    tokenEndpointAuthMethod: 'client_secret_post',
    grantTypes: ['client_credentials'],
    scopes: ['ZMS.OEMUsers.Read', 'ZMS.OEMUsers.Create', 'ZMS.OEMUsers.Delete'],
  })

const call = (method: string, path: string, body: unknown, as = token, headers: Record<string, string> = {}) =>
  ask<Envelope<Item>>(server, method, `/api/v1.0/oem/users${path}`, { token: as, body, headers })
const register = (users: unknown, as = token) => call('POST', '/registration', users, as)
const update = (users: unknown, as = token) => call('POST', '/update', users, as)
const remove = (guids: unknown, as = token) => call('DELETE', '/delete', guids, as)
const list = (pageNum: number, pageSize: number, as = token) =>
  ask<Envelope<User>>(server, 'GET', `/api/v1.0/oem/users?pageNum=${pageNum}&pageSize=${pageSize}`, { token: as })
const errors = (body: Envelope<Item>) => body.data.map(({ error }) => error?.error ?? null)

/** A registered user. */
async function one(user: Record<string, unknown> = {}, as = token): Promise<User> {
  const { body } = await register([user], as)
  return body.data[0]?.userInfo as User
}
const password = 'Oem.123456.reading'
const signsIn = ({ userName }: User, word = password) =>
  personToken(server, 'openid', userName ?? '', word).then(
    () => true,
    () => false,
  )

describe('users that an OEM client registers', () => {
  test('get a made-up name of ten characters, in order, each for itself', async () => {
    const { status, body } = await register([
      { displayName: 'Reading room 1', password, preferredLanguage: 'en-us' },
      { password: '12345678' },
      {},
      { displayName: null, preferredLanguage: null },
      { preferredLanguage: 'no language' },
      { displayName: '\u200b' },
    ])
    expect([status, body.status, body.error]).toEqual([200, 0, null])
    const failed = 'CreateUserFailed'
    expect(errors(body)).toEqual([null, failed, null, null, failed, failed])
    expect(body.data[0]?.userInfo).toEqual({
      guid: expect.any(String),
      userName: expect.stringMatching(/^[a-z0-9]{10}$/),
      firstName: '-',
      lastName: '-',
      displayName: 'Reading room 1',
      profileImage: null,
      preferredLanguage: 'en-US',
      itc: null,
      phone: null,
      email: null,
      accountState: 'Normal',
    })
    expect(body.data[1]).toMatchObject({ error: { status: 50001 }, userInfo: null })
    expect(body.data[1]?.error?.message).toMatch(/password/i)
    for (const item of body.data.slice(2, 4)) {
      expect(item.userInfo).toMatchObject({ preferredLanguage: 'zh-CN', displayName: item.userInfo?.userName })
    }
  })

  test('are a hundred at most, all with names of their own, also when 32 lists come at once', async () => {
    const lists = await Promise.all(Array.from({ length: 32 }, () => register(Array(30).fill({}))))
    const names = lists.flatMap(({ body }) => body.data.map(({ userInfo }) => userInfo?.userName))
    expect([names.length, new Set(names).size]).toEqual([960, 960])
    expect((await register(Array(100).fill({}))).body.data).toHaveLength(100)
    expect((await register(Array(101).fill({}))).status).toBe(400)
  })

  test('are written down without their passwords', async () => {
    const { guid } = await one({ password })
    const events = await auditOf(server, guid)
    expect(events).toMatchObject([{ action: 'user.created', actorClientId: 'oemDemo', actorId: null }])
    expect(JSON.stringify(events)).not.toContain(password)
  })

  test.each([
    ['a password of seven characters', [{ password: 'Abc.123' }]],
    ['a password of 33 characters', [{ password: `Abc.1${'x'.repeat(28)}` }]],
    ['a user name', [{ userName: 'mine' }]],
    ['a phone number', [{ phone: '13800000009' }]],
    ['nobody', []],
    ['null', null],
  ])('are none for %s, and the whole call is refused', async (_what, users) => {
    expect(await register(users)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })

  test('have passwords of 8 and of 32 characters', async () => {
    for (const word of ['q7.Vexil', `q7.Vexil${'-w4'.repeat(8)}`]) {
      expect(await signsIn(await one({ password: word }), word)).toBe(true)
    }
  })
})

describe('an OEM user', () => {
  test('signs in like everybody: on the page of another client, and with the password grant', async () => {
    const user = await one({ password })
    const person = new Person(server.issuer)
    const query = new URLSearchParams({
      client_id: 'thirdPartyDemo',
      response_type: 'code',
      redirect_uri: 'http://localhost:5173/login/callback/',
      scope: 'openid',
    })
    const page = await person.visit(`/connect/authorize?${query}`)
    const { url, body } = await person.signIn(page, user.userName ?? '', password)
    expect([url.pathname, body]).toEqual([expect.stringMatching(/consent/i), expect.stringContaining('<form')])
    expect(await signsIn(user)).toBe(true)
  })

  test('without a password cannot sign in yet', async () => {
    const user = await one()
    expect(await signsIn(user, 'anything.1')).toBe(false)
    await update([{ guid: user.guid, password }])
    expect(await signsIn(user)).toBe(true)
  })
})

describe('the list of an OEM client', () => {
  test('has its own users, page by page, the oldest first, each once', async () => {
    const client = await oemToken(server, await oemClient('lists'), 'another.Secret.2026')
    expect((await list(1, 50, client)).body).toMatchObject({ totalNum: 0, data: [] })
    const registered = (await register(Array(11).fill({}), client)).body.data.map(({ userInfo }) => userInfo?.guid)
    const read: string[] = []
    for (let page = 1; page <= 4; page += 1) {
      const { status, body } = await list(page, 3, client)
      expect([status, body.totalNum, body.pageNum, body.pageSize]).toEqual([200, 11, page, 3])
      read.push(...body.data.map(({ guid }) => guid))
    }
    expect([read.length, new Set(read)]).toEqual([11, new Set(registered)])
    expect((await list(1_000_000, 200, client)).body.data).toEqual([])
  })

  test('has nobody of others, and none whom nobody registered as an OEM user', async () => {
    const user = await one()
    const { body } = await list(1, 200, stranger)
    expect(body.data.map(({ guid }) => guid)).not.toContain(user.guid)
    expect(body.data.map(({ userName }) => userName)).not.toContain('testUserName')
  })
})

describe('OEM users that are changed', () => {
  test('are answered in order, each for itself: changed in part, unknown, of another client, with a bad password', async () => {
    const [changed, simple] = [await one({ displayName: 'Before', password }), await one({ displayName: 'Simple' })]
    const foreign = await one({}, stranger)
    const { status, body } = await update([
      { guid: changed.guid, displayName: 'After' },
      { guid: randomUUID(), displayName: 'Nobody' },
      { guid: foreign.guid, displayName: 'Mine now', password },
      { guid: simple.guid, displayName: 'Half', password: '12345678' },
    ])
    expect([status, errors(body)]).toEqual([200, [null, 'UserNotFound', 'UserNotFound', 'UpdateUserFailed']])
    expect(body.data[0]?.userInfo).toEqual({ ...changed, displayName: 'After' })
    expect(body.data.slice(1, 3).map(({ userInfo }) => userInfo)).toEqual([null, null])
    expect(body.data[3]).toMatchObject({ error: { status: 50002 }, userInfo: simple })
    expect(await signsIn(changed)).toBe(true)
    const [now] = (await update([{ guid: foreign.guid }], stranger)).body.data
    expect(now?.userInfo).toEqual(foreign)
  })

  test('get the user name back for a display name of null, and the default language', async () => {
    const user = await one({ displayName: 'Before', preferredLanguage: 'en-US' })
    const { body } = await update([{ guid: user.guid, displayName: null, preferredLanguage: null }])
    expect(body.data[0]?.userInfo).toMatchObject({ displayName: user.userName, preferredLanguage: 'zh-CN' })
  })

  test('are signed out everywhere by another password, which is counted and written down without it', async () => {
    const user = await one({ password })
    const access = await personToken(server, 'openid ZMS.Basic', user.userName ?? '', password)
    const basic = () => ask(server, 'GET', '/api/v1.0/user/basic', { token: access })
    expect((await basic()).status).toBe(200)
    const next = 'Another.77.word'
    await update([{ guid: user.guid, password: next }])
    expect((await basic()).status).toBe(401)
    expect([await signsIn(user), await signsIn(user, next)]).toEqual([false, true])
    const events = await auditOf(server, user.guid)
    expect(events.map(({ action }) => action)).toEqual(['user.created', 'user.password_set'])
    expect(JSON.stringify(events)).not.toContain(next)
    const counted = await server.database.db
      .selectFrom('userModifications')
      .select(['field', 'count'])
      .where('userId', '=', user.guid)
      .execute()
    expect(counted).toEqual([{ field: 'password', count: 1 }])
  })

  test('are changed by both edits when a list has them twice', async () => {
    const user = await one({ password })
    const { body } = await update([
      { guid: user.guid, displayName: 'First', preferredLanguage: 'en-US' },
      { guid: user.guid.toUpperCase(), displayName: 'Second' },
    ])
    for (const { userInfo } of body.data) {
      expect(userInfo).toMatchObject({ displayName: 'Second', preferredLanguage: 'en-US' })
    }
  })

  test('are all answered when lists cross each other 32 times, with passwords too', async () => {
    const users = (await register(Array(6).fill({ password }))).body.data.map(({ userInfo }) => userInfo as User)
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => {
        const edits = users.map(({ guid }) => ({ guid, displayName: `Name ${n}`, ...(n < 4 && { password }) }))
        return update(n % 2 ? edits : edits.toReversed())
      }),
    )
    for (const { status, body } of answers) expect([status, new Set(errors(body))]).toEqual([200, new Set([null])])
  })

  test.each([
    ['nobody', []],
    ['a list of 101', Array.from({ length: 101 }, () => ({ guid: randomUUID() }))],
    ['a user without a GUID', [{ displayName: 'A' }]],
    ['a password of 33 characters', [{ guid: randomUUID(), password: `Abc.1${'x'.repeat(28)}` }]],
    ['what cannot be changed', [{ guid: randomUUID(), userName: 'a' }]],
  ])('are none for %s, and the whole call is refused', async (_what, users) => {
    expect(await update(users)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})

describe('OEM users that are deleted', () => {
  test('are answered in order as they were, each for itself; the second time and to others they are unknown', async () => {
    const [user, twice, foreign] = [await one({ displayName: 'Room' }), await one(), await one({}, stranger)]
    const guids = [user.guid, twice.guid, randomUUID(), foreign.guid, twice.guid.toUpperCase()]
    const { status, body } = await remove(guids)
    const unknown = { error: expect.objectContaining({ status: 40401, error: 'UserNotFound' }), userInfo: null }
    expect([status, body.data]).toEqual([
      200,
      [{ error: null, userInfo: user }, { error: null, userInfo: twice }, unknown, unknown, unknown],
    ])
    expect(errors((await remove(guids)).body)).toEqual(Array(5).fill('UserNotFound'))
    expect(errors((await remove([foreign.guid], stranger)).body)).toEqual([null])
  })

  test('are signed out at once, by session, access token and refresh token', async () => {
    const user = await one({ password })
    const form = {
      grant_type: 'password',
      scope: 'openid offline_access ZMS.Basic',
      username: user.userName ?? '',
      password,
      client_id: 'testAutoClient',
      client_secret: 'testAuto.2022',
    }
    const request = (fields: Record<string, string>) =>
      contractFetch(`${server.issuer}/connect/token`, { method: 'POST', body: new URLSearchParams(fields) })
    const tokens = (await (await request(form)).json()) as { access_token: string; refresh_token: string }
    const person = new Person(server.issuer)
    const signedIn = await person.signIn(await person.visit('/Account/Login'), user.userName ?? '', password)
    expect(signedIn.status).toBe(200)
    const center = () => person.visit('/usercenter')
    expect((await center()).body).not.toContain('name="password"')

    await remove([user.guid])
    expect((await ask(server, 'GET', '/api/v1.0/user/basic', { token: tokens.access_token })).status).toBe(401)
    const { client_id, client_secret } = form
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, client_id, client_secret }
    expect(await (await request(refresh)).json()).toMatchObject({ error: 'invalid_grant' })
    expect((await center()).body).toContain('name="password"')
    expect(await signsIn(user)).toBe(false)
  })

  test('leave nothing: whoever gets the name later is another, without roles, logins or sign-ins of before', async () => {
    const user = await one({ password })
    await signsIn(user)
    const { db } = server.database
    const group = await db.selectFrom('roleGroups').select('id').limit(1).executeTakeFirstOrThrow()
    await db.insertInto('roleGroupMembers').values({ groupId: group.id, userId: user.guid }).execute()
    const trusted = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Write ZMS.Users.Create ZMS.Users.Statistics')
    const login = { provider: 'WeChat', externalID: randomUUID() }
    await ask(server, 'POST', '/api/v1.0/trusted/users/externalLogins', {
      token: trusted,
      body: [{ guid: user.guid, ...login }],
    })
    await remove([user.guid])
    const created = await ask<Envelope<Item>>(server, 'POST', '/api/v1.0/users/inviteUsers', {
      token: trusted,
      body: [{ userName: user.userName, password }],
    })
    const again = created.body.data[0]?.userInfo as User
    expect(again.userName).toBe(user.userName)
    expect(again.guid).not.toBe(user.guid)
    const found = await ask<Envelope<unknown>>(server, 'POST', '/api/v1.0/users/externalLoginDetails', {
      token: trusted,
      body: [login],
    })
    expect(found.body.data).toEqual([])
    for (const guid of [user.guid, again.guid]) {
      const path = `/api/v1.0/trusted/users/loginRecords?guid=${guid}`
      expect((await ask<Envelope<unknown>>(server, 'GET', path, { token: trusted })).body.data).toEqual([])
      const roles = await db.selectFrom('roleGroupMembers').select('groupId').where('userId', '=', guid).execute()
      expect(roles).toEqual([])
    }
  })

  test('stay in the audit by their GUID, without where they were', async () => {
    const user = await one({ password, displayName: 'Room' })
    const access = await personToken(server, 'openid ZMS.UserDetails.Write', user.userName ?? '', password)
    await ask(server, 'POST', '/api/v1.0/user/details', { token: access, body: { firstName: 'San' } })
    await remove([user.guid])
    const events = await auditOf(server, user.guid)
    expect(events.map(({ action, actorId, address }) => [action, actorId, address === null])).toEqual([
      ['user.created', null, false],
      ['user.changed', user.guid, true],
      ['user.deleted', null, false],
    ])
    expect(JSON.stringify(events)).not.toMatch(/Room|San/)
  })

  test('are deleted once when 32 ask for it at once, in lists that cross each other', async () => {
    const guids = (await register(Array(10).fill({}))).body.data.map(({ userInfo }) => userInfo?.guid ?? '')
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => remove(n % 2 ? guids : guids.toReversed())))
    const gone = answers.flatMap(({ body }) => body.data.flatMap(({ userInfo }) => userInfo?.guid ?? []))
    expect([gone.length, new Set(gone)]).toEqual([10, new Set(guids)])
  })

  test('end cleanly while they refresh, sign in and are changed', async () => {
    const user = await one({ password })
    const form = { client_id: 'testAutoClient', client_secret: 'testAuto.2022' }
    const post = (fields: Record<string, string>) =>
      contractFetch(`${server.issuer}/connect/token`, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, ...form }),
      })
    const grant = { grant_type: 'password', scope: 'openid offline_access', username: user.userName ?? '', password }
    const refreshes = await Promise.all(
      Array.from({ length: 10 }, async () => (await (await post(grant)).json()) as { refresh_token: string }),
    )
    const answers = await Promise.all([
      ...refreshes.map(({ refresh_token }) => post({ grant_type: 'refresh_token', refresh_token })),
      ...Array.from({ length: 10 }, () => post(grant)),
      ...Array.from({ length: 6 }, () => update([{ guid: user.guid, displayName: 'Changed' }])),
      ...Array.from({ length: 6 }, () => remove([user.guid])),
    ])
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(errors((await remove([user.guid])).body)).toEqual(['UserNotFound'])
  })

  test.each([[[]], [['a']], [[null]], [{}], [Array.from({ length: 501 }, () => randomUUID())]])(
    'are none for %j, and the whole call is refused',
    async (guids) => {
      expect(await remove(guids)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    },
  )
})
