import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { obtainTokens, redirectUri, refresh, userInfoStatus } from '../security/support/flow.ts'
import { auditOf } from '../support/api.ts'
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
