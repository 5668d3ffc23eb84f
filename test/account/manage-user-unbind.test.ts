import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, auditOf } from '../support/api.ts'
import { outbox } from '../support/outbox.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { bind, editsBy, isLetIn, managedPerson, rowOf } from './managed-person.ts'

let server: TestServer
let manager: Insider
let editSecurity: ReturnType<typeof editsBy>['editSecurity']
let unbind: ReturnType<typeof editsBy>['unbind']
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  ;({ editSecurity, unbind } = editsBy(server, manager))
})
afterAll(() => server.close())

describe('what is bound', () => {
  test('is taken off: the number, then the address; a code that was sent to it is worth nothing', async () => {
    const one = await managedPerson(server)
    const token = await one.signIn()
    await ask(server, 'POST', '/api/v1.0/user/verificationCode', {
      token,
      body: { type: 'Phone', purpose: 'VerifyIdentity' },
    })
    const { status, body } = await unbind({ guid: one.id, type: 'Phone' })
    expect([status, body.data]).toEqual([
      200,
      [expect.objectContaining({ guid: one.id, itc: null, phone: null, email: one.email })],
    ])
    const open = await server.database.db
      .selectFrom('verificationCodes')
      .select('id')
      .where('userId', '=', one.id)
      .execute()
    expect(open).toEqual([])
    expect((await outbox(server, one.phone))[0]).toMatchObject({ purpose: 'phone_changed' })
    expect((await unbind({ guid: one.id, type: 'Email' })).body.data).toMatchObject([{ email: null }])
    expect((await outbox(server, one.email))[0]).toMatchObject({ purpose: 'email_changed' })
    expect(await isLetIn(server, await one.signIn())).toBe(true)
    // The number is free at once, and nothing old follows it.
    const next = await server.addUser({})
    expect((await editSecurity({ guid: next, phone: one.phone })).status).toBe(200)
    for (const type of ['Phone', 'Email']) {
      expect(await unbind({ guid: one.id, type })).toMatchObject({ status: 404, body: { error: 'BindingNotFound' } })
    }
    const details = (await auditOf(server, one.id)).filter(({ action }) => action === 'user.changed')
    expect(details.map(({ actorId, details: { changed, after } = {} }) => [actorId, changed, after])).toEqual([
      [manager.id, ['phone'], { itc: null, phone: null }],
      [manager.id, ['email'], { email: null }],
    ])
  })

  test('is taken off: one login at a provider, or all of it, and of no other', async () => {
    const one = await managedPerson(server)
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    for (const [provider, id] of [
      ['WeChat', first],
      ['WeChat', second],
      ['WeChat', crypto.randomUUID()],
      ['Alipay', first],
    ] as const) {
      await bind(server, one.id, provider, id)
    }
    const left = async () => (await server.app.services.deps.externalLogins.list(one.id)).length
    expect((await unbind({ guid: one.id, type: 'External', provider: 'WeChat', externalID: second })).status).toBe(200)
    expect((await outbox(server, one.email))[0]).toMatchObject({ purpose: 'login_removed' })
    expect(await left()).toBe(3)
    expect((await unbind({ guid: one.id, type: 'External', provider: 'WeChat' })).body.data).toMatchObject([
      { guid: one.id },
    ])
    expect(await left()).toBe(1)
    const again = await unbind({ guid: one.id, type: 'External', provider: 'WeChat' })
    expect(again).toMatchObject({ status: 404, body: { error: 'BindingNotFound' } })
    expect((await auditOf(server, one.id)).at(-1)).toMatchObject({
      action: 'user.external_login_removed',
      actorId: manager.id,
      details: { providers: ['WeChat'] },
    })
    expect(await unbind({ guid: one.id, type: 'External' })).toMatchObject({
      status: 400,
      body: { error: 'InvalidRequest' },
    })
    expect(await unbind({ guid: one.id, type: 'Everything' })).toMatchObject({ status: 400 })
  })

  test('leaves somebody without a password a way to get in, also when all of it is taken off at once', async () => {
    const { id, phone, email } = await managedPerson(server, { password: null })
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => unbind({ guid: id, type: n % 2 ? 'Phone' : 'Email' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.some(({ status, body }) => status === 422 && body.error === 'LastSignInMethod')).toBe(true)
    const row = await rowOf(server, id)
    expect([row.phone, row.email].filter((contact) => contact !== null)).toEqual([row.phone === null ? email : phone])
    await bind(server, id, 'WeChat')
    expect((await unbind({ guid: id, type: row.phone === null ? 'Email' : 'Phone' })).status).toBe(200)
    const last = await unbind({ guid: id, type: 'External', provider: 'WeChat' })
    expect(last).toMatchObject({ status: 422, body: { error: 'LastSignInMethod' } })
  })

  test('never waits for ever: number, logins and new logins at once', async () => {
    const { id } = await managedPerson(server)
    await bind(server, id, 'WeChat')
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        if (n % 4 === 0) return bind(server, id, 'Alipay').then(() => 200)
        const body = n % 2 ? { type: 'External', provider: 'Alipay' } : { type: 'Phone' }
        return (await unbind({ guid: id, ...body })).status
      }),
    )
    expect(answers.filter((status) => status !== 200 && status !== 404)).toEqual([])
  })
})
