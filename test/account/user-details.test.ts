import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type UserDetails = components['schemas']['UserDetails']

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/api/v1.0/user/details'
const password = 'Password.of.the.test.1'

/** A person of their own, so that tests leave each other alone. */
async function person() {
  const userName = `person-${crypto.randomUUID().slice(0, 8)}`
  const id = await server.addUser({ userName, password, displayName: 'A Person' })
  const token = await personToken(server, 'openid ZMS.UserDetails.Read ZMS.UserDetails.Write', userName, password)
  return {
    id,
    userName,
    read: () => ask<Envelope<UserDetails>>(server, 'GET', path, { token }),
    change: (body: unknown) => ask<Envelope<UserDetails>>(server, 'POST', path, { token, body }),
    counts: async () =>
      Object.fromEntries(
        (
          await server.database.db
            .selectFrom('userModifications')
            .select(['field', 'count'])
            .where('userId', '=', id)
            .execute()
        ).map(({ field, count }) => [field, count]),
      ),
  }
}

describe('the details of the signed-in user', () => {
  test('are all told, members of address and job too where nothing is known', async () => {
    const { id, userName, read } = await person()
    const { status, body } = await read()
    expect([status, body]).toEqual([
      200,
      {
        status: 0,
        message: 'success',
        error: null,
        data: [
          {
            guid: id,
            userName,
            firstName: null,
            lastName: null,
            displayName: 'A Person',
            profileImage: null,
            preferredLanguage: 'zh-CN',
            itc: null,
            phone: null,
            email: null,
            accountState: 'Normal',
            dateOfBirth: null,
            address: {
              street: null,
              postalCode: null,
              city: null,
              provinceName: null,
              countryName: null,
              countryCode: null,
            },
            jobInfo: { company: null, industry: null, department: null, title: null },
            isPhoneReceiveInfo: null,
            isEmailReceiveInfo: null,
          },
        ],
      },
    ])
  })
})

describe('a change', () => {
  test('is of what is sent alone, single members of address and job among it, and is answered with the user', async () => {
    const { change, read } = await person()
    await change({ firstName: 'San', address: { city: 'Guangzhou', countryCode: 'CN' }, dateOfBirth: '1997-01-01' })
    const { status, body } = await change({ address: { city: 'Shenzhen' }, jobInfo: { title: 'Engineer' } })
    expect(status).toBe(200)
    expect(body.data[0]).toMatchObject({
      firstName: 'San',
      displayName: 'A Person',
      dateOfBirth: '1997-01-01',
      address: { city: 'Shenzhen', countryCode: 'CN', street: null },
      jobInfo: { title: 'Engineer', company: null },
    })
    expect((await read()).body.data).toEqual(body.data)
  })

  test('takes away what is sent as null', async () => {
    const { change } = await person()
    await change({
      firstName: 'San',
      address: { city: 'Guangzhou', street: 'Binhai Road 1' },
      isPhoneReceiveInfo: true,
    })
    const { body } = await change({ firstName: null, address: { city: null }, isPhoneReceiveInfo: null })
    expect(body.data[0]).toMatchObject({
      firstName: null,
      address: { city: null, street: 'Binhai Road 1' },
      isPhoneReceiveInfo: null,
    })
  })

  test('is counted by field when it changes something, and written down without the values', async () => {
    const { id, change, counts } = await person()
    await change({ firstName: 'San', displayName: 'A Person' })
    await change({ firstName: 'Si', address: { city: 'Guangzhou' } })
    expect(await counts()).toEqual({ firstName: 2, address: 1 })
    const events = await auditOf(server, id)
    expect(events.map(({ action }) => action)).toEqual(['user.changed', 'user.changed'])
    expect(events[0]).toMatchObject({ actorId: id, actorClientId: 'testAutoClient', requestId: expect.any(String) })
    expect(events[0]?.address).toMatch(/^(127\.0\.0\.1|::1)/)
    expect(JSON.stringify(events)).not.toMatch(/Si"|Guangzhou/)
  })

  test('is counted rightly when 32 come at once', async () => {
    const { change, counts, read } = await person()
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => change({ firstName: `Name ${n}` })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await counts()).firstName).toBe(32)
    expect((await read()).body.data[0]?.firstName).toMatch(/^Name \d+$/)
  })

  test.each([
    ['nothing', {}],
    ['a field that nobody knows', { nickName: 'a' }],
    ['a name that is too long', { firstName: 'x'.repeat(101) }],
    ['a day that does not exist', { dateOfBirth: '2026-02-30' }],
    ['a day to come', { dateOfBirth: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10) }],
    ['a day of another age', { dateOfBirth: '0000-01-01' }],
    ['a day that nobody alive was born on', { dateOfBirth: '1899-12-31' }],
    ['a country that is no code', { address: { countryCode: 'China' } }],
    ['a country that does not exist', { address: { countryCode: 'ZZ' } }],
    ['a code that is reserved and no country', { address: { countryCode: 'EU' } }],
    ['a language that nobody knows', { preferredLanguage: 'xx' }],
    ['a display name with nothing to see', { displayName: '\u200b\u200b\u200b' }],
    ['a street on two lines', { address: { street: 'a\r\nb' } }],
    ['a control character in the job', { jobInfo: { title: 'a\u0007b' } }],
    ['what cannot be changed here', { userName: 'another' }],
    ['a text where a yes or no belongs', { isEmailReceiveInfo: 'true' }],
    ['a NUL character', { firstName: 'a\0b' }],
  ])('of %s is refused, and changes nothing', async (_what, body) => {
    const { change, counts } = await person()
    expect(await change(body)).toMatchObject({
      status: 400,
      body: { error: 'InvalidRequest', status: 40000, data: null },
    })
    expect(await counts()).toEqual({})
  })

  test.each([
    ['dateOfBirth', [{ dateOfBirth: 'yesterday' }, { dateOfBirth: '1800-01-01' }]],
    ['address/countryCode', [{ address: { countryCode: 'cn' } }, { address: { countryCode: 'ZZ' } }]],
  ])('names the place %s alike, whichever rule is broken there', async (place, bodies) => {
    const { change } = await person()
    for (const body of bodies) {
      const { body: refused } = await change(body)
      expect(refused.message).toContain(` (/body/${place} must `)
    }
  })

  test.each(['HK', 'TW', 'MO', 'AQ', 'GB'])('takes the country %s', async (countryCode) => {
    const { change } = await person()
    expect((await change({ address: { countryCode } })).body.data[0]?.address).toMatchObject({ countryCode })
  })

  test('takes text of every kind as it is', async () => {
    const { change } = await person()
    const displayName = '张三 🙂 \' " \\ <b> --'
    expect((await change({ displayName })).body.data[0]?.displayName).toBe(displayName)
  })
})

test('a person who is disabled neither reads nor changes anything from the next call on', async () => {
  const { id, read, change } = await person()
  expect((await read()).status).toBe(200)
  await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
  expect((await read()).status).toBe(401)
  expect((await change({ firstName: 'San' })).status).toBe(401)
})
