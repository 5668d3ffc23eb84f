import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { obtainTokens, redirectUri, refresh, userInfoStatus } from '../security/support/flow.ts'
import { auditOf } from '../support/api.ts'
import { freeMail } from '../support/contacts.ts'
import { codeFor, outbox } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { errorAt, newcomer, send, signedIn } from './account-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const address = '/usercenter/security/password'
const newPassword = 'Another.Kettle.43'

describe('a changed password', () => {
  test('signs in, the old one does not; this session stays, all others and their tokens end', async () => {
    const someone = await newcomer(server)
    const client_id = await server.addApplication({ redirectUris: [redirectUri] })
    const other = await signedIn(server, someone)
    const tokens = await obtainTokens(server.issuer, { client_id, scope: 'openid profile offline_access' }, other)
    const person = await signedIn(server, someone)
    const fields = { password: someone.password, newPassword }
    const changed = await send(person, await person.visit(address), address, fields)
    expect(changed.url.pathname).toBe('/usercenter/security')
    expect(changed.body).toContain('Your password is changed.')
    expect((await other.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect(await userInfoStatus(server.issuer, tokens.access_token)).toBe(401)
    expect((await refresh(server.issuer, tokens.refresh_token, { client_id })).status).toBe(400)
    const old = new Person(server.issuer)
    const refused = await old.signIn(await old.visit('/Account/Login'), someone.userName, someone.password)
    expect(refused.body).toContain('is not right')
    expect((await (await signedIn(server, { ...someone, password: newPassword })).visit('/usercenter')).status).toBe(
      200,
    )
    expect((await auditOf(server, someone.id)).map(({ action }) => action)).toEqual(['user.password_set'])
    expect(JSON.stringify(await auditOf(server, someone.id))).not.toContain('Kettle')
  })

  test('is another one than the present', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const fields = { password: someone.password, newPassword: someone.password }
    const same = await send(person, await person.visit(address), address, fields)
    expect(errorAt(same, 'newPassword')).toContain('You had this password before')
    expect((await person.visit('/usercenter')).status).toBe(200)
    expect(await auditOf(server, someone.id)).toEqual([])
  })

  test('may be changed again within five minutes without being asked for, in that session alone', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const other = await signedIn(server, someone)
    const wrong = await send(person, await person.visit(address), address, {
      password: someone.password,
      newPassword: 'Password1',
    })
    expect(errorAt(wrong, 'newPassword')).toContain('Many people use this password')
    expect(wrong.body).not.toContain('id="password"')
    expect((await other.visit(address)).body).toContain('id="password"')
    const { db } = server.database
    const longAgo = new Date(Date.now() - 5 * 60_000 - 1000)
    await db.updateTable('sessions').set({ provedAt: longAgo }).where('userId', '=', someone.id).execute()
    const again = await send(person, wrong, address, { newPassword })
    expect(errorAt(again, 'password')).toBe('Enter your current password.')
  })

  test.each([
    ['short1', 'The password needs 8 to 128 characters.'],
    ['onlyletters', 'The password needs a letter and a digit.'],
    ['1q2w3e4r', 'Many people use this password, so it is guessed first. Think of something else.'],
    ['own.name1', 'The password is made of your own name, number or address. Think of something else.'],
    ['13911112222x', 'The password is made of your own name, number or address. Think of something else.'],
    ['Kettle-Maker1', 'The password is made of your own name, number or address. Think of something else.'],
  ])('is not %s', async (chosen, message) => {
    const someone = await newcomer(server, {
      userName: 'own.name',
      itc: '+86',
      phone: '13911112222',
      email: 'kettle-maker@example.com',
    })
    const person = await signedIn(server, someone)
    const fields = { password: someone.password, newPassword: chosen }
    const again = await send(person, await person.visit(address), address, fields)
    expect([again.status, errorAt(again, 'newPassword')]).toEqual([200, message])
    expect(again.body).not.toContain(chosen)
    const { db } = server.database
    await db.deleteFrom('users').where('id', '=', someone.id).execute()
  })

  test('needs the present one, of which only so many are tried in one session', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const page = await person.visit(address)
    const statuses = new Set<number>()
    await Promise.all(
      Array.from({ length: 32 }, async (_, index) => {
        const again = await send(person, page, address, { password: `wrong ${index}`, newPassword })
        statuses.add(again.status)
        if (again.status === 429) expect(again.headers.get('retry-after')).toMatch(/^\d+$/)
      }),
    )
    expect(statuses).toEqual(new Set([200, 429]))
    const right = await send(person, page, address, { password: someone.password, newPassword })
    expect([right.status, right.body.includes('Too many attempts.')]).toEqual([429, true])
    // Whoever guesses in an open session does not keep its owner from signing in.
    expect((await (await signedIn(server, someone)).visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('of 32 at once one is the password in the end', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const page = await person.visit(address)
    const passwords = Array.from({ length: 32 }, (_, index) => `Kettle.Number.${index}`)
    await Promise.all(
      passwords.map((chosen) => send(person, page, address, { password: someone.password, newPassword: chosen })),
    )
    const { db } = server.database
    const rows = await db.selectFrom('passwordCredentials').select('hash').where('userId', '=', someone.id).execute()
    expect(rows).toHaveLength(1)
    expect((await person.visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('is not asked of who has none: the page says how to get one', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const { db } = server.database
    await db.deleteFrom('passwordCredentials').where('userId', '=', someone.id).execute()
    const page = await person.visit(address)
    expect(page.body).toContain('href="/Account/ForgotPassword"')
    expect(page.body).not.toContain('id="newPassword"')
  })
})

describe('another number or address', () => {
  const way = '/usercenter/security/email'

  async function changing(person: Person, contact: string, password: string) {
    const coded = await send(person, await person.visit(way), way, { contact, password })
    return (code: string) => send(person, coded, `${way}/code`, { contact, code })
  }
  const emailOf = async (id: string) => {
    const { db } = server.database
    const row = await db.selectFrom('users').select(['email', 'emailVerified']).where('id', '=', id).executeTakeFirst()
    return [row?.email, row?.emailVerified]
  }

  test('is taken over with the password and the code that went there; the old and the new one are told', async () => {
    const [old, next] = [freeMail(), freeMail()]
    const someone = await newcomer(server, { email: old, emailVerified: true })
    const person = await signedIn(server, someone)
    const confirm = await changing(person, next, someone.password)
    const done = await confirm(await codeFor(server, next))
    expect([done.url.pathname, done.body.includes('Your email address is changed.')]).toEqual([
      '/usercenter/security',
      true,
    ])
    expect(await emailOf(someone.id)).toEqual([next, true])
    for (const to of [old, next]) expect((await outbox(server, to))[0]).toMatchObject({ purpose: 'email_changed' })
  })

  test('of the phone works alike', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const address = '/usercenter/security/phone'
    const fields = { contact: '137 0000 0001', password: someone.password }
    const coded = await send(person, await person.visit(address), address, fields)
    const code = await codeFor(server, '13700000001')
    const done = await send(person, coded, `${address}/code`, { contact: '137 0000 0001', code })
    expect(done.body).toContain('Your phone number is changed.')
    expect((await person.visit('/usercenter/security')).body).toContain('137****0001')
  })

  test('a code for one does not prove another, and dies when another is asked for', async () => {
    const someone = await newcomer(server, { email: freeMail(), emailVerified: true })
    const person = await signedIn(server, someone)
    const [one, two] = [freeMail(), freeMail()]
    const confirmOne = await changing(person, one, someone.password)
    const first = await codeFor(server, one)
    const confirmTwo = await changing(person, two, someone.password)
    expect(errorAt(await confirmOne(first), 'code')).toContain('not right')
    expect(errorAt(await confirmTwo(first), 'code')).toContain('not right')
    expect((await confirmTwo(await codeFor(server, two))).body).toContain('is changed')
    expect((await emailOf(someone.id))[0]).toBe(two)
  })

  test('that two ask for is that of who enters the code', async () => {
    const contact = freeMail()
    const [first, second] = [await newcomer(server), await newcomer(server)]
    const [a, b] = [await signedIn(server, first), await signedIn(server, second)]
    const confirmFirst = await changing(a, contact, first.password)
    const confirm = await changing(b, contact, second.password)
    const code = await codeFor(server, contact)
    expect(errorAt(await confirmFirst(code), 'code')).toContain('not right')
    await confirm(code)
    expect([await emailOf(first.id), await emailOf(second.id)]).toEqual([
      [null, false],
      [contact, true],
    ])
  })

  test('is not asked for without the password, and what was typed is kept', async () => {
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const contact = freeMail()
    const again = await send(person, await person.visit(way), way, { contact, password: 'wrong' })
    expect([errorAt(again, 'password'), again.body.includes(`value="${contact}"`)]).toEqual([
      'The password is not right.',
      true,
    ])
    expect(await outbox(server, contact)).toEqual([])
  })

  test('that has an account meanwhile is not taken from it', async () => {
    const contact = freeMail()
    const someone = await newcomer(server)
    const person = await signedIn(server, someone)
    const confirm = await changing(person, contact, someone.password)
    await newcomer(server, { email: contact, emailVerified: true })
    const refused = await confirm(await codeFor(server, contact))
    expect([refused.status, refused.body.includes('has this address already')]).toEqual([200, true])
  })
})

test('of the last passwords none may be set again where that is configured', async () => {
  const remembering = await startTestServer({ config: { passwordHistory: 3 } })
  try {
    const someone = await newcomer(remembering)
    const person = await signedIn(remembering, someone)
    const change = async (chosen: string) =>
      send(person, await person.visit(address), address, { password: someone.password, newPassword: chosen })
    for (const chosen of ['Second.Kettle.2', 'Third.Kettle.3'])
      expect((await change(chosen)).body).toContain('is changed')
    for (const former of [someone.password, 'Second.Kettle.2', 'Third.Kettle.3']) {
      expect(errorAt(await change(former), 'newPassword')).toBe('You had this password before. Think of a new one.')
    }
    expect((await change('Fourth.Kettle.4')).body).toContain('is changed')
    expect((await change(someone.password)).body).toContain('is changed')
  } finally {
    await remembering.close()
  }
})
