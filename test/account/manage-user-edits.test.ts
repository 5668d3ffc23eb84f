import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { components } from '../../generated/account.ts'
import { ask, auditOf, type Envelope, personToken } from '../support/api.ts'
import { codeFor, outbox } from '../support/outbox.ts'
import { askRoles, groupName, type Insider, personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

type User = components['schemas']['UserDetails']

let server: TestServer
let manager: Insider
let superManager: Insider
beforeAll(async () => {
  server = await startTestServer()
  manager = await personWith(server, 'Account.UserManager')
  superManager = await personWith(server, 'Account.UserManager', 'Account.SuperManager')
})
afterAll(() => server.close())

const nobody = '0198f2a4-0000-7000-8000-000000000000'
const password = 'Password.of.the.test.1'
let numbers = 0
function freePhone(): string {
  numbers += 1
  return `1371234${String(numbers).padStart(4, '0')}`
}
const freeMail = () => `person-${crypto.randomUUID()}@example.com`

const edit =
  (what: 'details' | 'security' | 'unbind') =>
  (body: object, token = manager.token) =>
    ask<Envelope<User>>(server, 'POST', `/api/v1.0/manage/users/${what}`, { token, body })
const editDetails = edit('details')
const editSecurity = edit('security')
const unbind = edit('unbind')

/** A person who is signed in, with a number and an address. */
async function person(fields: { password?: string | null } = {}) {
  const [userName, phone, email] = [`person-${crypto.randomUUID()}`, freePhone(), freeMail()]
  const word = fields.password === null ? {} : { password }
  const id = await server.addUser({
    userName,
    itc: '+86',
    phone,
    email,
    phoneVerified: true,
    emailVerified: true,
    ...word,
  })
  const signIn = (word = password, name = userName) => personToken(server, 'openid ZMS.UserDetails.Write', name, word)
  return { id, userName, phone, email, signIn }
}
const rowOf = (id: string) =>
  server.database.db
    .selectFrom('users')
    .leftJoin('passwordCredentials', 'passwordCredentials.userId', 'users.id')
    .select([
      'userName',
      'itc',
      'phone',
      'phoneVerified',
      'email',
      'emailVerified',
      'accountState',
      'mustChange',
      'hash',
    ])
    .where('users.id', '=', id)
    .executeTakeFirstOrThrow()
const isLetIn = async (token: string) => (await ask(server, 'GET', '/api/v1.0/user/basic', { token })).status !== 401
const bind = (userId: string, provider: string, externalId: string = crypto.randomUUID()) =>
  server.app.services.deps.externalLogins.add({}, { userId, provider, externalId })

describe('details', () => {
  test('become what is sent, and what is not sent stays', async () => {
    const { id, phone, email, userName, signIn } = await person()
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
    expect(await isLetIn(token)).toBe(true)
  })

  test('are audited with who, what, before and after, and nothing that tells of the person', async () => {
    const { id } = await person()
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
    const { id } = await person()
    expect(await editDetails({ guid: id, ...change })).toMatchObject({ status: 400, body: { error: 'InvalidRequest' } })
    expect(await auditOf(server, id)).toEqual([])
  })

  test('are counted once each when 32 change them at once', async () => {
    const { id } = await person()
    await Promise.all(Array.from({ length: 32 }, (_, n) => editDetails({ guid: id, displayName: `Name ${n}` })))
    const counts = await server.app.services.deps.users.modificationCounts(id)
    expect(counts.get('displayName')).toBe(32)
  })
})

describe('security information', () => {
  test('becomes what is sent; the owner is told at the old and the new contact, open codes end, sessions stay', async () => {
    const one = await person()
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
    expect(await rowOf(one.id)).toMatchObject({ userName, phone, email, phoneVerified: false, emailVerified: false })
    for (const to of [one.phone, phone])
      expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'phone_changed' })
    for (const to of [one.email, email])
      expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'email_changed' })
    const proof = { identityType: 'Email', identityCode: code, type: 'Phone', phone: freePhone(), code }
    expect((await ask(server, 'POST', '/api/v1.0/user/contact', { token, body: proof })).status).toBe(422)
    expect([await isLetIn(token), await one.signIn(password, userName)]).toEqual([true, expect.any(String)])
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
    const one = await person()
    const token = await one.signIn()
    expect((await editSecurity({ guid: one.id, password: 'Another.word.2026' })).status).toBe(200)
    expect(await isLetIn(token)).toBe(false)
    await expect(one.signIn()).rejects.toThrow()
    expect(await rowOf(one.id)).toMatchObject({ mustChange: true })
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
      const one = await person()
      const userName = `renamed-${crypto.randomUUID()}`
      const answer = await editSecurity({ guid: one.id, userName, password: word })
      expect([answer.status, answer.body.error]).toEqual(word ? [422, 'PasswordTooSimple'] : [400, 'InvalidRequest'])
      expect(await rowOf(one.id)).toMatchObject({ userName: one.userName })
    },
  )

  test('does not take a password that holds the name that comes with it', async () => {
    const one = await person()
    const answer = await editSecurity({ guid: one.id, userName: 'KingFisherBird', password: 'KingFisherBird.1' })
    expect(answer).toMatchObject({ status: 422, body: { error: 'PasswordTooSimple' } })
  })

  test('says whether the password has to be changed, of those who have one', async () => {
    const one = await person()
    const token = await one.signIn()
    for (let call = 0; call < 2; call += 1) {
      expect((await editSecurity({ guid: one.id, mustChangePassword: true })).status).toBe(200)
    }
    expect([await rowOf(one.id), await isLetIn(token)]).toEqual([expect.objectContaining({ mustChange: true }), true])
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
    const { id: without } = await person({ password: null })
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
      const one = await person()
      const token = await one.signIn()
      const { body } = await editSecurity({ guid: one.id, accountState: state })
      expect(body.data).toMatchObject([{ accountState: state }])
      expect(await isLetIn(token)).toBe(false)
      await expect(one.signIn()).rejects.toThrow()
      const kept = await server.database.db
        .selectFrom('engineState')
        .select('model')
        .where('userId', '=', one.id)
        .execute()
      expect(kept).toEqual([])
      await editSecurity({ guid: one.id, accountState: 'Normal' })
      expect(await isLetIn(await one.signIn())).toBe(true)
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
    const [one, other] = [await person(), await person()]
    const token = await one.signIn()
    const all = { password: 'Another.word.2026', accountState: 'Disabled', phone: freePhone(), email: other.email }
    expect((await editSecurity({ guid: one.id, ...all })).body.error).toBe('EmailTaken')
    expect(await rowOf(one.id)).toMatchObject({ phone: one.phone, email: one.email, accountState: 'Normal' })
    expect([await isLetIn(token), await auditOf(server, one.id)]).toEqual([true, []])
  })

  test.each([
    ['nothing', {}],
    ['an unknown state', { accountState: 'Gone' }],
    ['an address that is none', { email: 'nobody' }],
    ['a number that is none', { phone: '12ab' }],
    ['a name with blanks', { userName: 'a b' }],
    ['a role', { roles: ['Account.SuperManager'] }],
    ['null', { phone: null }],
  ])('is refused with %s', async (_, change) => {
    const { id } = await person()
    expect(await editSecurity({ guid: id, ...change })).toMatchObject({
      status: 400,
      body: { error: 'InvalidRequest' },
    })
  })

  test.each([
    ['digits that are no number', { phone: '0000' }],
    ['an address whose name is too long to be sent to', { email: `${'a'.repeat(65)}@example.com` }],
  ])('is refused with %s, and nothing of it is changed', async (_, contact) => {
    const one = await person()
    const answer = await editSecurity({ guid: one.id, ...contact, accountState: 'Disabled' })
    expect(answer).toMatchObject({ status: 422, body: { error: 'ContactInvalid' } })
    expect(await rowOf(one.id)).toMatchObject({ phone: one.phone, email: one.email, accountState: 'Normal' })
  })

  test('has its address with the domain as mail is sent to it, and no other that looks like it', async () => {
    const { id, email } = await person()
    const name = `post-${crypto.randomUUID()}`
    expect((await editSecurity({ guid: id, email: `${name}@gıthub.com` })).status).toBe(400)
    expect((await rowOf(id)).email).toBe(email)
    expect((await editSecurity({ guid: id, email: `${name}@Example.COM` })).status).toBe(200)
    expect((await rowOf(id)).email).toBe(`${name}@example.com`)
  })
})

describe('what is bound', () => {
  test('is taken off: the number, then the address; a code that was sent to it is worth nothing', async () => {
    const one = await person()
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
    expect(await isLetIn(await one.signIn())).toBe(true)
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
    const one = await person()
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    for (const [provider, id] of [
      ['WeChat', first],
      ['WeChat', second],
      ['WeChat', crypto.randomUUID()],
      ['Alipay', first],
    ] as const) {
      await bind(one.id, provider, id)
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
    const { id, phone, email } = await person({ password: null })
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, n) => unbind({ guid: id, type: n % 2 ? 'Phone' : 'Email' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.some(({ status, body }) => status === 422 && body.error === 'LastSignInMethod')).toBe(true)
    const row = await rowOf(id)
    expect([row.phone, row.email].filter((contact) => contact !== null)).toEqual([row.phone === null ? email : phone])
    await bind(id, 'WeChat')
    expect((await unbind({ guid: id, type: row.phone === null ? 'Email' : 'Phone' })).status).toBe(200)
    const last = await unbind({ guid: id, type: 'External', provider: 'WeChat' })
    expect(last).toMatchObject({ status: 422, body: { error: 'LastSignInMethod' } })
  })

  test('never waits for ever: number, logins and new logins at once', async () => {
    const { id } = await person()
    await bind(id, 'WeChat')
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        if (n % 4 === 0) return bind(id, 'Alipay').then(() => 200)
        const body = n % 2 ? { type: 'External', provider: 'Alipay' } : { type: 'Phone' }
        return (await unbind({ guid: id, ...body })).status
      }),
    )
    expect(answers.filter((status) => status !== 200 && status !== 404)).toEqual([])
  })
})

describe('the authority of administrators', () => {
  const security = () => ({ email: freeMail() })
  const everyEdit = (guid: string, token: string) => [
    () => editDetails({ guid, displayName: 'Mine' }, token),
    () => editSecurity({ guid, ...security() }, token),
    () => editSecurity({ guid, password: 'Another.word.2026' }, token),
    () => unbind({ guid, type: 'Phone' }, token),
    () => unbind({ guid, type: 'External', provider: 'WeChat' }, token),
  ]

  test.each([
    ['a super administrator', ['Account.SuperManager']],
    ['somebody with a role that they lack', ['Account.CorpManager']],
    ['somebody with their role and another', ['Account.UserManager', 'Account.RoleManager']],
  ])('does not reach %s, and that it was tried is kept', async (_, roles) => {
    const { id } = await personWith(server, ...roles)
    const before = await rowOf(id)
    for (const attempt of everyEdit(id, manager.token)) {
      expect(await attempt()).toMatchObject({ status: 403, body: { error: 'RoleRequired', data: null } })
    }
    expect(await rowOf(id)).toEqual(before)
    const events = (await auditOf(server, id)).map(({ action, actorId, details }) => [action, actorId, details])
    const refused = (attempt: string) => ['user.change_refused', manager.id, { attempt, reason: 'user_outranks' }]
    expect(events).toEqual(['details', 'security', 'security', 'unbind', 'unbind'].map(refused))
  })

  test('does not reach whoever manages a role group', async () => {
    const { id } = await person()
    const admin = await personToken(server, 'openid', 'admin', 'Admin.123456')
    await askRoles(server, '/create', admin, { name: groupName(), manager: id })
    expect((await editSecurity({ guid: id, ...security() })).status).toBe(403)
    expect((await editSecurity({ guid: id, ...security() }, superManager.token)).status).toBe(200)
  })

  test('reaches their equals, and everybody where they are super administrators', async () => {
    const equal = await personWith(server, 'Account.UserManager')
    expect((await editSecurity({ guid: equal.id, ...security() })).status).toBe(200)
    const above = await personWith(server, 'Account.CorpManager', 'Account.SuperManager')
    expect((await editSecurity({ guid: above.id, accountState: 'Locked' }, superManager.token)).status).toBe(200)
    expect(await isLetIn(above.token)).toBe(false)
  })

  test('counts from the next request: a role that was given or taken meanwhile', async () => {
    const target = await personWith(server)
    const { roleGroups } = server.app.services.deps
    await roleGroups.addRole({}, target.id, 'Account.CorpManager')
    expect((await editSecurity({ guid: target.id, ...security() })).status).toBe(403)
    await roleGroups.removeRole({}, target.id, 'Account.CorpManager')
    expect((await editSecurity({ guid: target.id, ...security() })).status).toBe(200)
  })

  test('is not for their own account, where they would have to prove who they are', async () => {
    for (const self of [manager, superManager]) {
      const [, ...attempts] = everyEdit(self.id.toUpperCase(), self.token)
      for (const attempt of attempts) {
        expect(await attempt()).toMatchObject({ status: 403, body: { error: 'Forbidden' } })
      }
      expect((await auditOf(server, self.id)).at(-1)?.details).toEqual({ attempt: 'unbind', reason: 'access_denied' })
      expect((await editDetails({ guid: self.id, displayName: 'Myself' }, self.token)).status).toBe(200)
    }
  })

  test('is nothing without the role, for super administrators either', async () => {
    const { id } = await person()
    for (const { token } of [
      await personWith(server),
      await personWith(server, 'Account.SuperManager', 'ZMS.UserManager'),
    ]) {
      for (const attempt of everyEdit(id, token)) {
        expect(await attempt()).toMatchObject({ status: 403, body: { error: 'RoleRequired' } })
      }
    }
  })

  test('ends at somebody who is not there', async () => {
    for (const attempt of everyEdit(nobody, superManager.token)) {
      expect(await attempt()).toMatchObject({ status: 404, body: { error: 'UserNotFound' } })
    }
  })

  test('leaves one super administrator where two keep each other out at once', async () => {
    const { db, pool } = server.database
    const [one, other] = await Promise.all(
      Array.from({ length: 2 }, () => personWith(server, 'Account.UserManager', 'Account.SuperManager')),
    )
    if (!one || !other) throw new Error('there are not two')
    const group = await db
      .selectFrom('roleGroups')
      .select('id')
      .where('name', '=', 'Account.SuperManager')
      .executeTakeFirstOrThrow()
    await db
      .deleteFrom('roleGroupMembers')
      .where('groupId', '=', group.id)
      .where('userId', 'not in', [one.id, other.id])
      .execute()
    // Both have shown that they may before either has done it.
    const answers = await db.transaction().execute(async (trx) => {
      await trx.selectFrom('roleGroups').select('id').where('id', '=', group.id).forUpdate().execute()
      const calls = [
        editSecurity({ guid: other.id, accountState: 'Disabled' }, one.token),
        editSecurity({ guid: one.id, accountState: 'Locked' }, other.token),
      ]
      const waiting = `select count(*)::int as count from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`
      await vi.waitFor(async () => expect((await pool.query(waiting)).rows).toEqual([{ count: 2 }]), {
        timeout: 10_000,
      })
      return calls
    })
    const seen = (await Promise.all(answers)).map(({ status, body }) => [status, body.error])
    expect(seen).toContainEqual([200, null])
    expect(seen).toContainEqual([422, 'LastSuperAdministrator'])
    const left = [await rowOf(one.id), await rowOf(other.id)].map(({ accountState }) => accountState === 'Normal')
    expect(left.sort()).toEqual([false, true])
  })
})
