import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, clientToken, type Envelope } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type Item = components['schemas']['UserDetailsItem']

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await clientToken(server, 'ZMS.Users.Read ZMS.Users.Write')
})
afterAll(() => server.close())

const edit = (edits: unknown) =>
  ask<Envelope<Item>>(server, 'POST', '/api/v1.0/trusted/users/details', { token, body: edits })
const details = async (guids: string[]) =>
  (await ask<Envelope<Item>>(server, 'POST', '/api/v1.0/users/details', { token, body: guids })).body.data
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => server.addUser({ displayName: `Person ${n}` })))
const errors = (body: Envelope<Item>) => body.data.map(({ error }) => error?.error ?? null)
const counts = async (guid = '') =>
  Object.fromEntries(
    (
      await server.database.db
        .selectFrom('userModifications')
        .select(['field', 'count'])
        .where('userId', '=', guid)
        .execute()
    ).map(({ field, count }) => [field, count]),
  )

const whole = {
  firstName: 'San',
  lastName: 'Zhang',
  displayName: '张三',
  preferredLanguage: 'en-US',
  dateOfBirth: '1997-01-01',
  address: { street: 'Binhai Road 1', city: 'Guangzhou', countryCode: 'CN' },
  jobInfo: { company: 'Example Ltd.', title: 'Engineer' },
  isPhoneReceiveInfo: true,
  isEmailReceiveInfo: false,
}

describe('users whom a trusted client edits', () => {
  test('are answered in order, each for itself: changed in part, unknown, with a field that cannot be', async () => {
    const [one = '', two = '', three = ''] = await people(3)
    const { status, body } = await edit([
      { guid: one, ...whole },
      { guid: randomUUID(), displayName: 'Nobody' },
      { guid: two, displayName: 'Two' },
      { guid: three, displayName: 'Three', address: { countryCode: 'XX' } },
    ])
    expect([status, body.status, body.error]).toEqual([200, 0, null])
    expect(errors(body)).toEqual([null, 'UserNotFound', null, 'UpdateUserFailed'])
    expect(body.data[0]?.userInfo).toMatchObject({ guid: one, ...whole })
    expect(body.data[2]?.userInfo).toMatchObject({ displayName: 'Two', firstName: null, preferredLanguage: 'zh-CN' })
    expect(body.data[3]).toMatchObject({ error: { status: 50002 }, userInfo: null })
    expect(body.data[3]?.error?.message).toContain('/address/countryCode')
    const now = await details([one, two, three])
    expect(now.slice(0, 2)).toEqual([body.data[0], body.data[2]])
    expect(now[2]?.userInfo?.displayName).toBe('Person 2')
  })

  test('lose what is sent as null, and keep what is not sent, also inside of address and job', async () => {
    const [guid = ''] = await people(1)
    await edit([{ guid, ...whole }])
    const { body } = await edit([
      {
        guid,
        firstName: null,
        preferredLanguage: null,
        dateOfBirth: null,
        address: { city: null, postalCode: '510000' },
        jobInfo: { company: null, title: null },
        isPhoneReceiveInfo: null,
      },
    ])
    expect(body.data[0]?.userInfo).toMatchObject({
      firstName: null,
      lastName: 'Zhang',
      preferredLanguage: 'zh-CN',
      dateOfBirth: null,
      address: { street: 'Binhai Road 1', city: null, postalCode: '510000', countryCode: 'CN' },
      jobInfo: { company: null, title: null },
      isPhoneReceiveInfo: null,
      isEmailReceiveInfo: false,
    })
  })

  test('are counted by field when something is another than before, and written down once without the values', async () => {
    const [one = '', two = ''] = await people(2)
    await edit([
      { guid: one, firstName: 'San', displayName: 'Person 0' },
      { guid: two, displayName: 'Person 1' },
    ])
    await edit([{ guid: one, firstName: 'Si', address: { city: 'Guangzhou' } }])
    expect([await counts(one), await counts(two)]).toEqual([{ firstName: 2, address: 1 }, {}])
    const events = await auditOf(server, one)
    expect(events).toMatchObject([
      { action: 'user.changed', actorClientId: 'trustedDemo', details: { changed: ['firstName'] } },
      { action: 'user.changed', details: { changed: ['address', 'firstName'] } },
    ])
    expect(JSON.stringify(events)).not.toMatch(/Guangzhou|"Si"/)
    expect(await auditOf(server, two)).toEqual([])
  })

  test('are changed by both edits when a list has them twice, and the same list again changes nothing', async () => {
    const [guid = ''] = await people(1)
    const list = [
      { guid, firstName: 'San', lastName: 'Zhang', address: { city: 'Guangzhou', street: 'A' } },
      { guid: guid.toUpperCase(), firstName: 'Si', address: { city: 'Shenzhen' } },
      { guid, dateOfBirth: '2999-01-01' },
    ]
    const first = await edit(list)
    expect(errors(first.body)).toEqual([null, null, 'UpdateUserFailed'])
    const expected = { firstName: 'Si', lastName: 'Zhang', address: { city: 'Shenzhen', street: 'A' } }
    for (const item of first.body.data.slice(0, 2)) expect(item.userInfo).toMatchObject({ guid, ...expected })
    expect((await edit(list)).body).toEqual(first.body)
    expect(await counts(guid)).toEqual({ firstName: 1, lastName: 1, address: 1 })
  })

  test('are 500 in one call, of which those that fail spoil no other', async () => {
    const guids = await people(500)
    const list: unknown[] = guids.map((guid, n) => ({ guid, displayName: `Edited ${n}` }))
    list[20] = { guid: randomUUID(), displayName: 'Nobody' }
    list[33] = { guid: guids[33], preferredLanguage: 'no language' }
    list[34] = { guid: guids[34], jobInfo: { company: 'half a character: \ud800' } }
    const { body } = await edit(list)
    expect(body.data.flatMap(({ error }, n) => (error ? [[n, error.error]] : []))).toEqual([
      [20, 'UserNotFound'],
      [33, 'UpdateUserFailed'],
      [34, 'UpdateUserFailed'],
    ])
    expect(body.data[499]?.userInfo).toMatchObject({ guid: guids[499], displayName: 'Edited 499' })
    expect((await edit([...list, { guid: guids[0] }])).status).toBe(400)
  })

  test('are all counted when 32 calls cross each other', async () => {
    const guids = await people(20)
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => {
        const list = guids.map((guid) => ({ guid, firstName: `Name ${n}` }))
        return edit(n % 2 ? list : list.toReversed())
      }),
    )
    for (const { status, body } of answers) expect([status, new Set(errors(body))]).toEqual([200, new Set([null])])
    for (const guid of guids) expect(await counts(guid)).toEqual({ firstName: 32 })
  })

  test.each([
    ['an empty list', []],
    ['nobody', [{ displayName: 'A' }]],
    ['a user that is no GUID', [{ guid: 'a', displayName: 'A' }]],
    ['what cannot be changed here', [{ guid: randomUUID(), userName: 'a' }]],
    ['a text where a yes or no belongs', [{ guid: randomUUID(), isEmailReceiveInfo: 'true' }]],
    ['a day that does not exist', [{ guid: randomUUID(), dateOfBirth: '2026-02-30' }]],
    ['a NUL character', [{ guid: randomUUID(), displayName: 'a\0b' }]],
    ['null', null],
  ])('are none for %s, and the whole call is refused', async (_what, list) => {
    expect(await edit(list)).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
  })
})
