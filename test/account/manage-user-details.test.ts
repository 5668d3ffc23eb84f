import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../support/api.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { editsBy, isLetIn, managedPerson } from './managed-person.ts'

let server: TestServer
let manager: Insider
let editDetails: ReturnType<typeof editsBy>['editDetails']
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  ;({ editDetails } = editsBy(server, manager))
})
afterAll(() => server.close())

describe('details', () => {
  test('become what is sent, and what is not sent stays', async () => {
    const { id, phone, email, userName, signIn } = await managedPerson(server)
    const token = await signIn()
    const body = { guid: id.toUpperCase(), lastName: '张', displayName: 'Zhang San', address: { city: 'Shenzhen' } }
    const { status, body: answer } = await editDetails({ ...body, preferredLanguage: 'en-us' })
    expect([status, answer.data]).toEqual([
      200,
      [
        expect.objectContaining({
          guid: id,
          userName,
          phone,
          email,
          lastName: '张',
          firstName: null,
          displayName: 'Zhang San',
          preferredLanguage: 'en-US',
          address: expect.objectContaining({ city: 'Shenzhen', street: null }),
        }),
      ],
    ])
    await editDetails({ guid: id, lastName: null, address: { street: 'Road 1' } })
    expect((await editDetails({ guid: id })).body.data).toEqual([
      { ...answer.data[0], lastName: null, address: { ...answer.data[0]?.address, street: 'Road 1' } },
    ])
    expect(await isLetIn(server, token)).toBe(true)
  })

  test('are audited with who, what, before and after, and nothing that tells of the person', async () => {
    const { id } = await managedPerson(server)
    await editDetails({ guid: id, displayName: 'Zhang Sanfeng', preferredLanguage: 'en', dateOfBirth: '1990-05-06' })
    await editDetails({ guid: id, displayName: 'Zhang Sanfeng' })
    const events = await auditOf(server, id)
    expect(events).toEqual([
      expect.objectContaining({
        action: 'user.changed',
        actorId: manager.id,
        details: {
          changed: ['dateOfBirth', 'displayName', 'preferredLanguage'],
          before: { preferredLanguage: 'zh-CN', displayName: null },
          after: { preferredLanguage: 'en', displayName: 'Z***ng' },
        },
      }),
    ])
    expect(JSON.stringify(events)).not.toMatch(/Sanfeng|1990/)
  })

  test.each([
    ['a birthday to come', { dateOfBirth: '2999-01-01' }],
    ['a name that cannot be seen', { displayName: '\u200b' }],
    ['a country that is none', { address: { countryCode: 'XX' } }],
    ['a number', { phone: '13800000009' }],
    ['a state', { accountState: 'Normal' }],
    ['a NUL', { firstName: 'a\0b' }],
  ])('are refused with %s', async (_, change) => {
    const { id } = await managedPerson(server)
    expect(await editDetails({ guid: id, ...change })).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect(await auditOf(server, id)).toEqual([])
  })

  test('are counted once each when 32 change them at once', async () => {
    const { id } = await managedPerson(server)
    await Promise.all(Array.from({ length: 32 }, (_, n) => editDetails({ guid: id, displayName: `Name ${n}` })))
    const counts = await server.app.services.deps.users.modificationCounts(id)
    expect(counts.get('displayName')).toBe(32)
  })
})
