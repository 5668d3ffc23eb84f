import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, clientToken, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Item = components['schemas']['UserBasicItem']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.Users.Create')
})
afterAll(() => server.close())

const create = (users: unknown, headers?: Record<string, string>) =>
  ask<Envelope<Item>>(server, 'POST', '/api/v1.0/users/inviteUsers', {
    token,
    body: users,
    ...(headers && { headers }),
  })

/** Numbers that nobody has. */
let last = 13_900_000_000
const number = () => String(++last)
const name = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`

describe('users that a trusted client creates', () => {
  test('are answered in order, each for itself: made, known already, refused', async () => {
    const phone = number()
    const userName = name('new')
    const { status, body } = await create([
      { phone, email: `${userName}@example.com`, password: 'Abc.123456', ITC: '+86', userName, displayName: '张三' },
      { phone: '13800000001', email: 'another@example.com', password: 'Abc.123456', ITC: '+86' },
      { phone: number(), email: 'simple@example.com', password: '123456', ITC: '+86' },
      { email: 'TEST@example.com' },
      { userName: 'TESTUSERNAME' },
    ])
    expect([status, body.status, body.error]).toEqual([200, 0, null])
    const [made, phoneTaken, simple, emailTaken, nameTaken] = body.data
    expect(made).toMatchObject({
      error: null,
      userInfo: {
        userName,
        phone,
        itc: '+86',
        displayName: '张三',
        accountState: 'Normal',
        preferredLanguage: 'zh-CN',
      },
    })
    for (const [item, reason] of [
      [phoneTaken, /phone/i],
      [emailTaken, /mail/i],
      [nameTaken, /user name/i],
    ] as const) {
      expect(item?.error).toMatchObject({ status: 50001, error: 'CreateUserFailed', data: null })
      expect(item?.error?.message).toMatch(reason)
      expect(item?.userInfo).toMatchObject({ userName: 'testUserName', phone: '13800000001' })
    }
    expect(simple).toMatchObject({ error: { status: 50001, error: 'CreateUserFailed' }, userInfo: null })
    expect(simple?.error?.message).toMatch(/password/i)
  })

  test('sign in with the password they were given, and are written down without it', async () => {
    const userName = name('signs-in')
    const { body } = await create([{ userName, password: 'Abc.123456' }])
    expect(await personToken(server, 'openid', userName, 'Abc.123456')).toBeTruthy()
    const events = await auditOf(server, body.data[0]?.userInfo?.guid ?? '')
    expect(events).toMatchObject([{ action: 'user.created', actorClientId: 'trustedDemo', actorId: null }])
    expect(JSON.stringify(events)).not.toContain('Abc.123456')
  })

  test('get a name when they have none', async () => {
    const { body } = await create([{ phone: number() }])
    expect(body.data[0]?.userInfo?.userName).toMatch(/^[a-z0-9]{8,}$/)
  })

  test('are one when the same list comes again', async () => {
    const list = Array.from({ length: 5 }, () => ({ userName: name('again'), phone: number() }))
    const first = await create(list)
    const second = await create(list)
    expect(first.body.data.map(({ error }) => error)).toEqual([null, null, null, null, null])
    expect(second.body.data.map(({ userInfo }) => userInfo?.guid)).toEqual(
      first.body.data.map(({ userInfo }) => userInfo?.guid),
    )
    for (const { error } of second.body.data) expect(error?.error).toBe('CreateUserFailed')
  })

  test('are one when a list has somebody twice: the earlier is made', async () => {
    const phone = number()
    const { body } = await create([{ phone }, { phone }, { phone: `${phone}` }])
    expect(body.data.map(({ error }) => error === null)).toEqual([true, false, false])
    expect(new Set(body.data.map(({ userInfo }) => userInfo?.guid)).size).toBe(1)
  })

  test('are one when 32 ask for the same at once', async () => {
    const userName = name('race')
    const phone = number()
    const answers = await Promise.all(Array.from({ length: 32 }, () => create([{ userName, phone }])))
    const items = answers.flatMap(({ body }) => body.data)
    expect(items.filter(({ error }) => error === null).length).toBe(1)
    expect(new Set(items.map(({ userInfo }) => userInfo?.guid)).size).toBe(1)
  })

  test('are all answered when lists cross each other', async () => {
    const people = Array.from({ length: 20 }, () => ({ userName: name('cross'), phone: number() }))
    const [there, back] = await Promise.all([create(people), create(people.toReversed())])
    expect([there.status, back.status]).toEqual([200, 200])
    const made = [...there.body.data, ...back.body.data].filter(({ error }) => error === null)
    expect(made.length).toBe(20)
  })

  test('are 100 in one call, of which those that fail spoil no other, also when it comes again', async () => {
    const list: Record<string, string>[] = Array.from({ length: 100 }, (_, n) => ({ userName: name(`many-${n}`) }))
    const address = `${name('Shared')}@example.com`
    list[7] = { ...list[7], email: address }
    list[20] = { userName: 'testUserName' }
    list[33] = { ...list[33], displayName: 'half a character: \ud800' }
    list[34] = { ...list[34], preferredLanguage: 'no language' }
    list[80] = { ...list[80], email: address.toUpperCase() }
    const first = await create(list)
    expect(first.body.data.flatMap(({ error }, n) => (error ? [n] : []))).toEqual([20, 33, 34, 80])
    expect(first.body.data[80]?.userInfo?.guid).toBe(first.body.data[7]?.userInfo?.guid)
    const again = await create(list)
    expect(again.body.data.map(({ userInfo }) => userInfo?.guid)).toEqual(
      first.body.data.map(({ userInfo }) => userInfo?.guid),
    )
  })

  test('are not waited for by who signs in while their passwords are hashed', async () => {
    const lists = Array.from({ length: 2 }, () =>
      Array.from({ length: 100 }, () => ({ userName: name('hashed'), password: 'Abc.123456' })),
    )
    let finished = 0
    const creating = lists.map((list) => create(list).finally(() => finished++))
    for (let n = 0; n < 5; n += 1) expect(await personToken(server, 'openid')).toBeTruthy()
    expect(finished).toBe(0)
    for (const { body } of await Promise.all(creating)) {
      expect(body.data.every(({ error }) => error === null)).toBe(true)
    }
  })

  test('are held against the rules that hold for edits, each for itself and with the name of the field', async () => {
    const { body } = await create([
      { userName: name('seen'), displayName: 'ad\u200bmin' },
      { userName: name('spoken'), preferredLanguage: 'english' },
      { userName: name('fine'), displayName: '👨‍👩‍👧', preferredLanguage: 'en-us' },
    ])
    expect(body.data.slice(0, 2).map(({ error, userInfo }) => [error?.error, userInfo])).toEqual(
      Array(2).fill(['CreateUserFailed', null]),
    )
    expect(body.data[0]?.error?.message).toContain('/displayName')
    expect(body.data[1]?.error?.message).toContain('/preferredLanguage')
    expect(body.data[2]?.userInfo).toMatchObject({ displayName: '👨‍👩‍👧', preferredLanguage: 'en-US' })
  })

  test('are told in the language of the caller what is wrong', async () => {
    const { body } = await create([{ userName: 'testUserName' }], { 'X-L': 'zh' })
    expect(body.data[0]?.error?.message).toBe('用户名已被使用。')
  })

  test('are refused in the words of the page, as programs have nothing else to tell reasons apart by (api-8257731)', async () => {
    const { body } = await create([
      { email: 'TEST@example.com' },
      { phone: '13800000001' },
      { userName: 'testUserName' },
      { userName: name('simple'), password: '123456' },
    ])
    expect(body.data.map(({ error }) => error?.message)).toEqual([
      'Email Already Exist',
      'Phone Already Exist',
      'User Name Already Exist',
      'Password Too Simple',
    ])
  })

  test.each([
    ['an empty list', []],
    ['a list of 101', Array.from({ length: 101 }, () => ({ userName: 'a' }))],
    ['an object', { userName: 'a' }],
    ['a user of nothing', [{}]],
    ['a field that nobody knows', [{ userName: 'a', role: 'admin' }]],
    ['a phone number of letters', [{ phone: 'abc' }]],
    ['null', null],
  ])('are none for %s, and the whole call is refused', async (_what, list) => {
    expect(await create(list)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })

  test('have names of 200 characters, as the contract says, and no longer ones', async () => {
    const long = name('n').padEnd(200, 'x')
    expect((await create([{ userName: long }])).body.data[0]?.userInfo?.userName).toBe(long)
    expect((await create([{ userName: `${long}x` }])).status).toBe(400)
  })
})
