import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { outbox } from '../support/outbox.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 })
})
afterAll(() => server.close())

const password = 'Password.of.the.test.1'
let numbers = 0
async function person(languages: { preferredLanguage?: string } = {}) {
  numbers += 1
  const phone = `1394567${String(numbers).padStart(4, '0')}`
  const userName = `person-${crypto.randomUUID()}`
  const email = `${userName}@example.com`
  const id = await server.addUser({ userName, password, itc: '+86', phone, email, ...languages })
  return { id, userName, phone, email }
}

/** Signs in with a password, from somewhere. */
async function signIn(username: string, address: string): Promise<number> {
  const form = {
    grant_type: 'password',
    client_id: 'testAutoClient',
    client_secret: 'testAuto.2022',
    username,
    password,
    scope: 'openid',
  }
  const answer = await contractFetch(`${server.issuer}/connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'x-forwarded-for': address },
  })
  return answer.status
}

const purposes = async (to: string) => (await outbox(server, to)).map(({ purpose }) => purpose)

describe('an owner is told', () => {
  test('of another password, in their own language', async () => {
    const zh = await person()
    const en = await person({ preferredLanguage: 'en-GB' })
    const { users } = server.app.services.deps
    for (const { id } of [zh, en]) await users.setPassword({}, id, 'Another.password.2', false)
    expect((await outbox(server, zh.email))[0]).toMatchObject({ purpose: 'password_changed', code: null })
    expect((await outbox(server, zh.email))[0]?.text).toMatch(/密码/)
    expect((await outbox(server, en.email))[0]?.text).toMatch(/password/)
  })

  test('of another address at the old one and at the new one, and of another number likewise', async () => {
    const { id, phone, email } = await person()
    const { users } = server.app.services.deps
    const next = { email: `new-${email}`, phone: `1395678${phone.slice(-4)}` }
    await users.change({}, id, { email: next.email })
    for (const to of [email, next.email]) expect(await purposes(to)).toEqual(['email_changed'])
    expect(await purposes(phone)).toEqual([])
    await users.change({}, id, { phone: next.phone })
    for (const to of [phone, next.phone]) expect(await purposes(to)).toEqual(['phone_changed'])
  })

  test('of nothing when nothing becomes another, or the change fails', async () => {
    const { id, phone, email } = await person()
    const other = await person()
    const { users } = server.app.services.deps
    await users.change({}, id, { phone, email, displayName: 'Another name' })
    await expect(users.change({}, id, { phone: other.phone })).rejects.toThrow('phone_taken')
    expect([...(await purposes(phone)), ...(await purposes(email)), ...(await purposes(other.phone))]).toEqual([])
  })

  test('of a sign-in from a new network, but not of the first one, nor of the same network again', async () => {
    const { userName, email } = await person()
    for (const address of ['203.0.113.1', '203.0.113.1', '2001:db8:1:2::1', '2001:db8:1:2::ffff']) {
      expect(await signIn(userName, address)).toBe(200)
    }
    const told = await outbox(server, email)
    expect(told.map(({ purpose }) => purpose)).toEqual(['new_sign_in'])
    expect(told[0]?.text).toContain('2001:db8:1:2::1')
  })

  test('once, when 32 come at the same moment', async () => {
    const { userName, email } = await person()
    await signIn(userName, '203.0.113.1')
    const answers = await Promise.all(Array.from({ length: 32 }, () => signIn(userName, '203.0.113.2')))
    expect(new Set(answers)).toEqual(new Set([200]))
    expect(await purposes(email)).toEqual(['new_sign_in'])
  })
})
