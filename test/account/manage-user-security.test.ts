import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, auditOf } from '../support/api.ts'
import { freeMail, freePhone } from '../support/contacts.ts'
import { codeFor, outbox } from '../support/outbox.ts'
import { type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { editsBy, isLetIn, managedPerson, password, rowOf } from './managed-person.ts'

let server: TestServer
let manager: Insider
let editSecurity: ReturnType<typeof editsBy>['editSecurity']
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  ;({ editSecurity } = editsBy(server, manager))
})
afterAll(() => server.close())

describe('security information', () => {
  test('becomes what is sent; the owner is told at the old and the new contact, open codes end, sessions stay', async () => {
    const one = await managedPerson(server)
    const token = await one.signIn()
    await ask(server, 'POST', '/api/v1.0/user/verificationCode', {
      token,
      body: { type: 'Email', purpose: 'VerifyIdentity' },
    })
    const code = await codeFor(server, one.email)
    const [userName, phone, email] = [`renamed-${crypto.randomUUID()}`, freePhone(), freeMail()]
    const { status, body } = await editSecurity({ guid: one.id, userName, phone, email })
    expect([status, body.data]).toEqual([
      200,
      [expect.objectContaining({ guid: one.id, userName, itc: '+86', phone, email, accountState: 'Normal' })],
    ])
    // Nobody has proved the new ones.
    expect(await rowOf(server, one.id)).toMatchObject({
      userName,
      phone,
      email,
      phoneVerified: false,
      emailVerified: false,
    })
    for (const to of [one.phone, phone])
      expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'phone_changed' })
    for (const to of [one.email, email])
      expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'email_changed' })
    const proof = { identityType: 'Email', identityCode: code, type: 'Phone', phone: freePhone(), code }
    expect((await ask(server, 'POST', '/api/v1.0/user/contact', { token, body: proof })).status).toBe(422)
    expect([await isLetIn(server, token), await one.signIn(password, userName)]).toEqual([true, expect.any(String)])
    await expect(one.signIn()).rejects.toThrow()
    const changed = (await auditOf(server, one.id)).at(-1)
    expect(changed).toMatchObject({ action: 'user.changed', actorId: manager.id })
    expect(changed?.details).toMatchObject({
      changed: ['email', 'phone', 'userName'],
      before: { itc: '+86', phone: `1***${one.phone.slice(-2)}`, email: 'p***om' },
      after: { phone: `1***${phone.slice(-2)}` },
    })
  })

  test('with a password lets nobody on who knew the old one, and wants another at the next sign-in', async () => {
    const one = await managedPerson(server)
    const token = await one.signIn()
    expect((await editSecurity({ guid: one.id, password: 'Another.word.2026' })).status).toBe(200)
    expect(await isLetIn(server, token)).toBe(false)
    await expect(one.signIn()).rejects.toThrow()
    expect(await rowOf(server, one.id)).toMatchObject({ mustChange: true })
    expect((await outbox(server, one.email))[0]).toMatchObject({ purpose: 'password_changed' })
    const trail = await auditOf(server, one.id)
    expect(trail).toEqual([expect.objectContaining({ action: 'user.password_set', actorId: manager.id, details: {} })])
    expect(JSON.stringify(trail)).not.toMatch(/Another|argon2/)

    await editSecurity({ guid: one.id, password: 'Another.word.2027', mustChangePassword: false })
    expect(await one.signIn('Another.word.2027')).toEqual(expect.any(String))
  })

  test.each(['password', 'Abc.1', ''])(
    'is refused with the password %j, and nothing of it is changed',
    async (word) => {
      const one = await managedPerson(server)
      const userName = `renamed-${crypto.randomUUID()}`
      const answer = await editSecurity({ guid: one.id, userName, password: word })
      expect([answer.status, answer.body.error]).toEqual(word ? [422, 'PasswordTooSimple'] : [400, 'InvalidRequest'])
      expect(await rowOf(server, one.id)).toMatchObject({ userName: one.userName })
    },
  )

  test('does not take a password that holds the name that comes with it', async () => {
    const one = await managedPerson(server)
    const answer = await editSecurity({ guid: one.id, userName: 'KingFisherBird', password: 'KingFisherBird.1' })
    expect(answer).toMatchObject({ status: 422, body: { error: 'PasswordTooSimple' } })
  })

  test('says whether the password has to be changed, of those who have one', async () => {
    const one = await managedPerson(server)
    const token = await one.signIn()
    for (let call = 0; call < 2; call += 1) {
      expect((await editSecurity({ guid: one.id, mustChangePassword: true })).status).toBe(200)
    }
    expect([await rowOf(server, one.id), await isLetIn(server, token)]).toEqual([
      expect.objectContaining({ mustChange: true }),
      true,
    ])
    expect(await auditOf(server, one.id)).toEqual([
      expect.objectContaining({
        action: 'user.changed',
        details: {
          changed: ['mustChangePassword'],
          before: { mustChangePassword: false },
          after: { mustChangePassword: true },
        },
      }),
    ])
    const { id: without } = await managedPerson(server, { password: null })
    const refused = await editSecurity({
      guid: without,
      userName: `x-${crypto.randomUUID()}`,
      mustChangePassword: true,
    })
    expect(refused).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect(await auditOf(server, without)).toEqual([])
  })

  test.each(['Disabled', 'Locked'])(
    'with the state %s ends everything at once, and Normal lets in again',
    async (state) => {
      const one = await managedPerson(server)
      const token = await one.signIn()
      const { body } = await editSecurity({ guid: one.id, accountState: state })
      expect(body.data).toMatchObject([{ accountState: state }])
      expect(await isLetIn(server, token)).toBe(false)
      await expect(one.signIn()).rejects.toThrow()
      const kept = await server.database.db
        .selectFrom('engineState')
        .select('model')
        .where('userId', '=', one.id)
        .execute()
      expect(kept).toEqual([])
      await editSecurity({ guid: one.id, accountState: 'Normal' })
      expect(await isLetIn(server, await one.signIn())).toBe(true)
      expect((await auditOf(server, one.id)).map(({ details }) => details)).toEqual([
        { changed: ['accountState'], before: { accountState: 'Normal' }, after: { accountState: state } },
        { changed: ['accountState'], before: { accountState: state }, after: { accountState: 'Normal' } },
      ])
    },
  )

  test.each(['userName', 'phone', 'email'] as const)(
    'has no %s that another has, also when 32 ask for it at once',
    async (field) => {
      const value = { userName: `wanted-${crypto.randomUUID()}`, phone: freePhone(), email: freeMail() }[field]
      const ids = await Promise.all(Array.from({ length: 32 }, () => server.addUser({})))
      const answers = await Promise.all(ids.map((guid) => editSecurity({ guid, [field]: value })))
      const code = { userName: 'UserNameTaken', phone: 'PhoneTaken', email: 'EmailTaken' }[field]
      expect(answers.map(({ body }) => body.error).sort()).toEqual([...Array(31).fill(code), null].sort())
      for (const { status, body } of answers) expect(status).toBe(body.error === null ? 200 : 409)
    },
  )

  test('changes all of it or nothing', async () => {
    const [one, other] = [await managedPerson(server), await managedPerson(server)]
    const token = await one.signIn()
    const all = { password: 'Another.word.2026', accountState: 'Disabled', phone: freePhone(), email: other.email }
    expect((await editSecurity({ guid: one.id, ...all })).body.error).toBe('EmailTaken')
    expect(await rowOf(server, one.id)).toMatchObject({ phone: one.phone, email: one.email, accountState: 'Normal' })
    expect([await isLetIn(server, token), await auditOf(server, one.id)]).toEqual([true, []])
  })

  test.each([
    ['nothing', {}],
    ['an unknown state', { accountState: 'Gone' }],
    ['an address that is none', { email: 'nobody' }],
    ['a number that is none', { phone: '12ab' }],
    ['a dialling code without a number', { itc: '+1' }],
    ['a name with blanks', { userName: 'a b' }],
    ['a role', { roles: ['Account.SuperManager'] }],
    ['null', { phone: null }],
  ])('is refused with %s', async (_, change) => {
    const { id } = await managedPerson(server)
    expect(await editSecurity({ guid: id, ...change })).toMatchObject({
      status: 400,
      body: { error: 'InvalidRequest' },
    })
  })

  test.each([
    ['digits that are no number', { phone: '0000' }],
    ['an address whose name is too long to be sent to', { email: `${'a'.repeat(65)}@example.com` }],
  ])('is refused with %s, and nothing of it is changed', async (_, contact) => {
    const one = await managedPerson(server)
    const answer = await editSecurity({ guid: one.id, ...contact, accountState: 'Disabled' })
    expect(answer).toMatchObject({ status: 422, body: { error: 'ContactInvalid' } })
    expect(await rowOf(server, one.id)).toMatchObject({ phone: one.phone, email: one.email, accountState: 'Normal' })
  })

  test('has its address with the domain as mail is sent to it, and no other that looks like it', async () => {
    const { id, email } = await managedPerson(server)
    const name = `post-${crypto.randomUUID()}`
    expect((await editSecurity({ guid: id, email: `${name}@gıthub.com` })).status).toBe(400)
    expect((await rowOf(server, id)).email).toBe(email)
    expect((await editSecurity({ guid: id, email: `${name}@Example.COM` })).status).toBe(200)
    expect((await rowOf(server, id)).email).toBe(`${name}@example.com`)
  })
})
