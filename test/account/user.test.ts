import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type UserBasic = components['schemas']['UserBasic']

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/api/v1.0/user/basic'
const password = 'Password.of.the.test.1'

/** A person of their own, so that tests leave each other alone. */
async function person() {
  const userName = `person-${crypto.randomUUID().slice(0, 8)}`
  const id = await server.addUser({ userName, password, displayName: 'A Person' })
  const token = await personToken(server, 'openid ZMS.Basic ZMS.UserBasic.Write', userName, password)
  const counts = '/api/v1.0/user/modifyCounts'
  return {
    id,
    userName,
    read: async () => (await ask<Envelope<UserBasic>>(server, 'GET', path, { token })).body.data[0],
    change: (body: unknown) => ask<Envelope<UserBasic>>(server, 'POST', path, { token, body }),
    counts: async () => (await ask<Envelope<Record<string, number>>>(server, 'GET', counts, { token })).body.data[0],
  }
}

describe('the basic information of the signed-in user', () => {
  test('is told as it is', async () => {
    const { id, userName, read } = await person()
    expect(await read()).toEqual({
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
    })
  })

  test('is changed where something is sent, and answered as it is then', async () => {
    const { change, read } = await person()
    const { status, body } = await change({ firstName: '三', lastName: '张', preferredLanguage: 'en-us' })
    expect([status, body.data[0]]).toMatchObject([
      200,
      { firstName: '三', lastName: '张', displayName: 'A Person', preferredLanguage: 'en-US' },
    ])
    expect(await read()).toEqual(body.data[0])
    expect((await change({ lastName: null, preferredLanguage: null })).body.data[0]).toMatchObject({
      firstName: '三',
      lastName: null,
      preferredLanguage: 'zh-CN',
    })
  })

  test('is counted field by field and written down without the values', async () => {
    const { id, change, counts } = await person()
    await change({ firstName: 'San', displayName: 'Zhang San' })
    await change({ firstName: 'San', displayName: 'Zhang Si' })
    expect(await counts()).toMatchObject({ displayName: 2, userName: 0 })
    const events = await auditOf(server, id)
    expect(events.map(({ details }) => details)).toEqual([
      { changed: ['displayName', 'firstName'] },
      { changed: ['displayName'] },
    ])
    expect(events[0]).toMatchObject({ action: 'user.changed', actorId: id, actorClientId: 'testAutoClient' })
  })
})

describe('a user name', () => {
  const refused = { status: 422, body: { status: 42202, error: 'ModificationLimitReached', data: null } }

  test('may be changed three times by its owner, and signs in at once', async () => {
    const { userName, change, counts } = await person()
    for (const n of [1, 2, 3]) expect((await change({ userName: `${userName}-${n}` })).status).toBe(200)
    expect(await change({ userName: `${userName}-4`, displayName: 'Not this either' })).toMatchObject(refused)
    // The same name again is no change.
    expect((await change({ userName: `${userName}-3` })).body.data[0]?.displayName).toBe('A Person')
    expect(await counts()).toMatchObject({ userName: 3, displayName: 0 })
    expect(await personToken(server, 'openid', `${userName}-3`, password)).toMatch(/\./)
    await expect(personToken(server, 'openid', userName, password)).rejects.toThrow()
  })

  test('is changed three times of 32 at once', async () => {
    const { userName, change, counts } = await person()
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => change({ userName: `${userName}-${n}` })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ status }) => status !== 200)).toEqual(
      Array(29).fill(expect.objectContaining({ status: 422 })),
    )
    expect(await counts()).toMatchObject({ userName: 3 })
  })

  test('that somebody has is refused however it is written, and of 32 who want the same one gets it', async () => {
    const [one, other] = [await person(), await person()]
    expect(await one.change({ userName: other.userName.toUpperCase() })).toMatchObject({
      status: 409,
      body: { status: 40901, error: 'UserNameTaken', data: null },
    })
    const wanted = `wanted-${crypto.randomUUID().slice(0, 8)}`
    const people = await Promise.all(Array.from({ length: 32 }, person))
    const answers = await Promise.all(people.map(({ change }) => change({ userName: wanted })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(31).fill(409)])
  })
})

describe('an edit', () => {
  test.each([
    ['a display name with nothing to see', { displayName: '\u200b\u200b\u200b' }, '/displayName'],
    ['a display name of blanks', { displayName: ' \u3000' }, '/displayName'],
    ['an empty name', { firstName: '' }, '/firstName'],
    ['a name with something invisible in it', { displayName: 'ad\u200bmin' }, '/displayName'],
    ['a name that turns its direction', { lastName: 'a\u202eb' }, '/lastName'],
    ['a name on two lines', { displayName: 'a\nb' }, '/displayName'],
    ['half a character', { displayName: 'a\ud83d' }, '/displayName'],
    ['a language that nobody speaks', { preferredLanguage: 'english' }, '/preferredLanguage'],
    ['a language that is none', { preferredLanguage: 'zh_CN' }, '/preferredLanguage'],
    ['a user name with blanks', { userName: 'a b' }, '/userName'],
    ['nothing', {}, ''],
    ['what cannot be changed', { accountState: 'Normal' }, ''],
  ])('with %s is refused, names the field and changes nothing', async (_what, body, field) => {
    const { change, read, counts } = await person()
    const before = await read()
    const answer = await change(body)
    expect(answer).toMatchObject({ status: 400, body: { status: 40000, error: 'InvalidRequest', data: null } })
    expect(answer.body.message).toContain(field)
    expect(await read()).toEqual(before)
    expect(Object.values((await counts()) ?? {})).toEqual([0, 0, 0, 0, 0, 0])
  })

  test.each([
    ['👨‍👩‍👧', 'emoji that are joined'],
    ['🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}', 'the flag of Scotland'],
    ['❤️ 1️⃣ 👍🏽', 'emoji with a choice of form'],
    ['می‌خواهم', 'Persian with its non-joiner'],
    ['क्‍ष', 'Devanagari with its joiner'],
    ['葛\u{E0100}城', 'a variant of a Han character'],
    ['O\'Brien-José <b> \\ % "', 'signs that mean something elsewhere'],
    ['欧阳娜娜·买买提', 'Han with a dot'],
  ])('takes %s: %s', async (displayName) => {
    const { change } = await person()
    expect((await change({ displayName })).body.data[0]?.displayName).toBe(displayName)
  })
})
