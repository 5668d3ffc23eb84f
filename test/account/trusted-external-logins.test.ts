import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, clientToken, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Item = components['schemas']['UserExternalLoginsItem']
type Login = components['schemas']['ExternalLogin']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Write')
})
afterAll(() => server.close())

const add = (logins: unknown, headers: Record<string, string> = {}) =>
  ask<Envelope<Item>>(server, 'POST', '/api/v1.0/trusted/users/externalLogins', { token, body: logins, headers })
const query = (guids: unknown) =>
  ask<Envelope<Item>>(server, 'POST', '/api/v1.0/users/externalLogins', { token, body: guids })
const find = (logins: unknown) =>
  ask<Envelope<Login>>(server, 'POST', '/api/v1.0/users/externalLoginDetails', { token, body: logins })

const people = (count: number) => Promise.all(Array.from({ length: count }, () => server.addUser({})))
/** An id that nobody has at a provider. */
const unused = (word: string) => `${word}-${randomUUID().slice(0, 8)}`
const errors = (body: Envelope<Item>) => body.data.map(({ error }) => error?.error ?? null)
/** Every login that there is of these users, with what it is known by. */
const held = async (guids: string[]) =>
  (await query(guids)).body.data.map(({ userInfo }) =>
    userInfo?.externalLogins.map(({ appID, appOpenID, externalID }) => [appID, appOpenID, externalID]),
  )

describe('logins that a trusted client adds', () => {
  test('are answered in order, each for itself: added, taken, of nobody', async () => {
    const [guid = '', other = ''] = await people(2)
    const taken = unused('u')
    await add([{ guid: other, provider: 'WeChat', externalID: taken }])
    const login = { provider: 'WeChat', externalID: unused('u'), appID: 'wx1', appOpenID: unused('o') }
    const { status, body } = await add([
      { guid, ...login, displayName: '小明' },
      { guid, provider: 'WeChat', externalID: taken },
      { guid: randomUUID(), provider: 'WeCom', externalID: unused('u') },
    ])
    expect([status, body.status, body.error]).toEqual([200, 0, null])
    expect(body.data).toEqual([
      { error: null, userInfo: { guid, externalLogins: [{ guid, ...login, displayName: '小明' }] } },
      { error: expect.objectContaining({ status: 40904, error: 'ExternalLoginTaken' }), userInfo: null },
      { error: expect.objectContaining({ status: 40401, error: 'UserNotFound' }), userInfo: null },
    ])
    expect((await query([guid])).body.data).toEqual([body.data[0]])
  })

  test('are written down with their provider alone', async () => {
    const [guid = ''] = await people(1)
    const externalID = unused('u')
    await add([{ guid, provider: 'wechat', externalID, displayName: '小明' }])
    const events = await auditOf(server, guid)
    expect(events).toMatchObject([
      { action: 'user.external_login_added', actorClientId: 'trustedDemo', details: { provider: 'WeChat' } },
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${externalID}|小明`))
  })

  test('are one when the same list comes again, and when a list has them twice in other spellings', async () => {
    const [guid = ''] = await people(1)
    const externalID = unused('Zhang')
    const list = [
      { guid, provider: 'WeCom', externalID },
      { guid: guid.toUpperCase(), provider: 'wecom', externalID: externalID.toUpperCase() },
    ]
    for (const { body } of [await add(list), await add(list)]) {
      expect(errors(body)).toEqual([null, null])
      expect(body.data[1]?.userInfo?.externalLogins).toHaveLength(1)
    }
    expect(await auditOf(server, guid)).toHaveLength(1)
  })

  test('go to the earlier of two users of one list', async () => {
    const [first = '', second = ''] = await people(2)
    const login = { provider: 'WeChat', externalID: unused('u') }
    const { body } = await add([
      { guid: first, ...login },
      { guid: second, ...login },
    ])
    expect(errors(body)).toEqual([null, 'ExternalLoginTaken'])
    expect((await find([login])).body.data).toMatchObject([{ guid: first }])
  })

  test('with an open id alone get their unified id later, which leads from another application to the same user', async () => {
    const [guid = ''] = await people(1)
    const [o1, o2, u1] = [unused('o1'), unused('o2'), unused('u1')]
    await add([{ guid, provider: 'WeChat', appID: 'app1', appOpenID: o1 }])
    expect(await held([guid])).toEqual([[['app1', o1, null]]])
    await add([{ guid, provider: 'WeChat', appID: 'app1', appOpenID: o1, externalID: u1 }])
    expect(await held([guid])).toEqual([[['app1', o1, u1]]])
    const other = await add([{ guid, provider: 'WeChat', appID: 'app2', appOpenID: o2, externalID: u1 }])
    expect(errors(other.body)).toEqual([null])
    expect((await find([{ provider: 'WeChat', externalID: u1 }])).body.data).toMatchObject([{ guid, appID: 'app1' }])
  })

  test('with a unified id alone get the open id of an application later', async () => {
    const [guid = ''] = await people(1)
    const [o1, u1] = [unused('o1'), unused('u1')]
    await add([{ guid, provider: 'WeChat', externalID: u1 }])
    await add([{ guid, provider: 'WeChat', appID: 'app1', appOpenID: o1, externalID: u1 }])
    const alone = await add([{ guid, provider: 'WeChat', appID: 'app1', appOpenID: o1 }])
    expect([errors(alone.body), await held([guid])]).toEqual([[null], [[['app1', o1, u1]]]])
  })

  test('whose ids belong to two users are a conflict for both, and nothing is moved', async () => {
    const [a = '', z = ''] = await people(2)
    const [o1, u1] = [unused('o1'), unused('u1')]
    await add([
      { guid: a, provider: 'WeChat', appID: 'app1', appOpenID: o1 },
      { guid: z, provider: 'WeChat', externalID: u1 },
    ])
    const before = await held([a, z])
    const both = { provider: 'WeChat', appID: 'app1', appOpenID: o1, externalID: u1 }
    const { body } = await add([
      { guid: a, ...both },
      { guid: z, ...both },
    ])
    expect(errors(body)).toEqual(['ExternalLoginTaken', 'ExternalLoginTaken'])
    expect(await held([a, z])).toEqual(before)
  })

  test('whose open id has another unified id already are a conflict', async () => {
    const [guid = ''] = await people(1)
    const login = { guid, provider: 'WeChat', appID: 'app1', appOpenID: unused('o') }
    const { body } = await add([
      { ...login, externalID: unused('u') },
      { ...login, externalID: unused('u') },
    ])
    expect(errors(body)).toEqual([null, 'ExternalLoginTaken'])
  })

  test('belong to one user when 32 ask for them at once', async () => {
    const guids = await people(32)
    const login = { provider: 'WeChat', appID: 'app1', appOpenID: unused('o'), externalID: unused('u') }
    const answers = await Promise.all(guids.map((guid) => add([{ guid, ...login }])))
    const won = answers.flatMap(({ body }) => body.data).filter(({ error }) => error === null)
    expect(won).toHaveLength(1)
    expect((await find([login].map(({ provider, externalID }) => ({ provider, externalID })))).body.data).toMatchObject(
      [{ guid: won[0]?.userInfo?.guid }],
    )
  })

  test('are all answered when lists cross each other', async () => {
    const guids = await people(20)
    const list = guids.map((guid) => ({ guid, provider: 'WeChat', externalID: unused('u') }))
    const answers = await Promise.all([add(list), add(list.toReversed()), add(list)])
    for (const { status, body } of answers) expect([status, errors(body)]).toEqual([200, guids.map(() => null)])
    for (const guid of guids) expect(await auditOf(server, guid)).toHaveLength(1)
  })

  test('are 500 in one call, of which those that fail spoil no other', async () => {
    const guids = await people(20)
    const taken = unused('u')
    await add([{ guid: guids[0], provider: 'WeChat', externalID: taken }])
    const list = Array.from({ length: 500 }, (_, n) => {
      return { guid: guids[n % 20] as string, provider: 'WeChat', externalID: unused(`u${n}`) }
    })
    list[7] = { ...list[7], externalID: 'Same', provider: 'WeCom' } as (typeof list)[0]
    list[400] = { ...list[7], guid: guids[9] as string, externalID: 'same' }
    list[20] = { ...list[20], guid: guids[1] as string, externalID: taken } as (typeof list)[0]
    list[33] = { ...list[33], guid: randomUUID() } as (typeof list)[0]
    const { body } = await add(list)
    const failed = body.data.flatMap(({ error }, n) => (error ? [[n, error.error]] : []))
    expect(failed).toEqual([
      [20, 'ExternalLoginTaken'],
      [33, 'UserNotFound'],
      [400, 'ExternalLoginTaken'],
    ])
  })

  test('are a hundred of one user at most', async () => {
    const [guid = ''] = await people(1)
    const list = Array.from({ length: 102 }, () => ({ guid, provider: 'Example', externalID: unused('u') }))
    const { body } = await add(list)
    expect(errors(body)).toEqual([...Array(100).fill(null), 'Conflict', 'Conflict'])
    expect(body.data[0]?.userInfo?.externalLogins).toHaveLength(100)
  })

  test('may hold any character, and half of one is none', async () => {
    const [guid = ''] = await people(1)
    const externalID = unused('😀')
    await add([{ guid, provider: 'Example', externalID, displayName: '😀' }])
    expect((await find([{ provider: 'Example', externalID }])).body.data).toMatchObject([{ guid, displayName: '😀' }])
    const half = { provider: 'Example\ud800', externalID: unused('\ud800'), displayName: '\ud800' }
    expect((await add([{ guid, ...half }])).status).toBe(200)
    expect((await find([{ provider: half.provider, externalID: half.externalID }])).status).toBe(200)
  })

  test('are told in the language of the caller why not', async () => {
    const { body } = await add([{ guid: randomUUID(), provider: 'WeChat', externalID: 'u' }], { 'X-L': 'zh' })
    expect(body.data[0]?.error?.message).toBe('用户不存在。')
  })

  test.each([
    ['an empty list', []],
    ['a list of 501', Array.from({ length: 501 }, () => ({ guid: randomUUID(), provider: 'WeChat', externalID: 'u' }))],
    ['a user that is no GUID', [{ guid: 'a', provider: 'WeChat', externalID: 'u' }]],
    ['a login without an id', [{ guid: randomUUID(), provider: 'WeChat' }]],
    ['an open id of no application', [{ guid: randomUUID(), provider: 'WeChat', appOpenID: 'o' }]],
    ['an empty id', [{ guid: randomUUID(), provider: 'WeChat', externalID: '' }]],
    ['a field that nobody knows', [{ guid: randomUUID(), provider: 'WeChat', externalID: 'u', role: 'a' }]],
    ['null', null],
  ])('are none for %s, and the whole call is refused', async (_what, list) => {
    expect(await add(list)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})

describe('the logins of users', () => {
  test('are answered in the order of the GUIDs, also of one who has none, one that is asked for twice, and nobody', async () => {
    const [guid = '', none = ''] = await people(2)
    const nobody = randomUUID()
    await add([{ guid, provider: 'WeChat', externalID: unused('u') }])
    const { body } = await query([nobody, guid, none, guid, guid.toUpperCase()])
    expect(errors(body)).toEqual(['UserNotFound', null, null, null, null])
    expect(body.data.map(({ userInfo }) => userInfo?.externalLogins.length)).toEqual([undefined, 1, 0, 1, 1])
  })

  test('are asked for 500 users at most; a far longer list is too large as a whole', async () => {
    const guids = Array.from({ length: 500 }, () => randomUUID())
    expect((await query(guids)).body.data).toHaveLength(500)
    expect((await query([...guids, randomUUID()])).status).toBe(400)
    const most = Array.from({ length: 65_537 }, () => randomUUID())
    expect(await query(most)).toMatchObject({ status: 413, body: { error: 'PayloadTooLarge' } })
  })

  test('are told to their owner', async () => {
    const userName = unused('owner')
    const guid = await server.addUser({ userName, password: 'Abc.123456' })
    const own = () => personToken(server, 'openid ZMS.UserDetails.Read', userName, 'Abc.123456')
    const list = async () =>
      ask<Envelope<Login>>(server, 'GET', '/api/v1.0/user/externalLogins', { token: await own() })
    expect((await list()).body.data).toEqual([])
    const login = { guid, provider: 'WeChat', externalID: unused('u'), appID: 'wx1', appOpenID: unused('o') }
    await add([{ ...login, displayName: '小明' }])
    expect((await list()).body.data).toEqual([{ ...login, displayName: '小明' }])
  })
})

describe('users by their logins', () => {
  test('are found in the order of the logins, those of nobody left out', async () => {
    const [first = '', second = ''] = await people(2)
    const [one, two] = [unused('u'), unused('u')]
    await add([
      { guid: first, provider: 'WeChat', externalID: one },
      { guid: second, provider: 'WeCom', externalID: two },
    ])
    const { body } = await find([
      { provider: 'WeCom', externalID: two },
      { provider: 'WeChat', externalID: two },
      { provider: 'WeChat', externalID: one },
      { provider: 'WECHAT', externalID: one },
    ])
    expect(body.data.map(({ guid }) => guid)).toEqual([second, first, first])
  })

  test.each([
    ['an empty list', []],
    ['a list of 501', Array.from({ length: 501 }, () => ({ provider: 'WeChat', externalID: 'u' }))],
    ['a login without an id', [{ provider: 'WeChat' }]],
  ])('are not looked for with %s', async (_what, list) => {
    expect(await find(list)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})
