import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofLimits } from '../../server/domain/account-centre/proofs.ts'
import { freeMail } from '../support/contacts.ts'
import { outbox } from '../support/outbox.ts'
import { Person } from '../support/person.ts'
import type { TestServer } from '../support/server.ts'
import { backFrom, startThirdParties, type ThirdParties } from '../support/third-parties.ts'
import { errorAt } from './account-person.ts'

let all: ThirdParties
let server: TestServer
beforeAll(async () => {
  all = await startThirdParties()
  server = all.server
})
afterAll(() => all.close())

const password = 'Correct.Horse.2026'

async function signedIn(facts: { email?: string } = {}): Promise<{ id: string; person: Person }> {
  const userName = `p-${randomUUID().slice(0, 8)}`
  const id = await server.addUser({ userName, password, ...facts })
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), userName, password)
  return { id, person }
}

const loginsOf = (userId: string) => server.app.services.deps.externalLogins.list(userId)
const bindAddress = '/usercenter/externalLogins/bind?provider=WeChat'

/** To the provider's page, with the password where it is asked for. */
async function toProvider(person: Person) {
  const page = await person.visit(bindAddress)
  return page.status === 200 ? person.submit(page, { password }) : page
}

/** Sends the form of the account page. */
async function unbind(person: Person, login: string, fields: Record<string, string> = {}) {
  const given = server.app.services.deps.requestTokens.issue({ oa_request: person.cookie('oa_request') }).token
  const body = new URLSearchParams({ login, __RequestVerificationToken: given, ...fields })
  return person.visit('/usercenter/externalLogins/unbind', { method: 'POST', body })
}

test('a login is linked to the account that is signed in, and taken off again', async () => {
  const email = freeMail()
  const { id, person } = await signedIn({ email })
  const known = { openid: `o-${randomUUID()}`, nickname: '小明' }
  const told = async () => (await outbox(server, email)).filter(({ purpose }) => purpose === 'login_added').length
  const end = await person.visit(backFrom(await toProvider(person), { code: all.weChat.agree(known) }))
  expect(end.url.pathname).toBe('/usercenter')
  const [login] = await loginsOf(id)
  expect(login).toMatchObject({ provider: 'WeChat', appOpenId: known.openid, displayName: '小明' })
  expect(await told()).toBe(1)
  // What is there already is no news.
  await person.visit(backFrom(await toProvider(person), { code: all.weChat.agree(known) }))
  expect(await told()).toBe(1)
  expect((await unbind(person, login?.id ?? '')).url.pathname).toBe('/usercenter/security')
  expect(await loginsOf(id)).toEqual([])
})

test('whoever finds a browser open links and takes off nothing without the password', async () => {
  const { id, person } = await signedIn()
  const page = await person.visit(bindAddress)
  expect([page.status, page.body]).toEqual([200, expect.stringContaining('What you sign in with changes')])
  const wrong = await person.submit(page, { password: 'Wrong.Horse.2026' })
  expect([wrong.status, errorAt(wrong, 'password')]).toEqual([200, expect.stringContaining('password')])
  const known = { openid: `o-${randomUUID()}` }
  await person.visit(backFrom(await person.submit(wrong, { password }), { code: all.weChat.agree(known) }))
  const [login] = await loginsOf(id)
  expect(login).toMatchObject({ appOpenId: known.openid })

  await server.database.db.updateTable('sessions').set({ provedAt: null }).where('userId', '=', id).execute()
  const asked = await unbind(person, login?.id ?? '')
  expect([asked.status, errorAt(asked, 'password')]).toEqual([200, 'Enter your current password.'])
  expect(await loginsOf(id)).toHaveLength(1)
  expect((await person.submit(asked, { password })).url.href).toContain('notice=unbound')
  expect(await loginsOf(id)).toEqual([])
})

test('passwords are guessed here no more often than elsewhere', async () => {
  const { id, person } = await signedIn()
  const page = await person.visit(bindAddress)
  const { attempts } = proofLimits.session
  for (let guess = 0; guess < attempts; guess += 1) await person.submit(page, { password: `Wrong.Horse.${guess}` })
  expect((await person.submit(page, { password })).status).toBe(429)
  expect((await unbind(person, randomUUID(), { password })).status).toBe(429)
  expect(await loginsOf(id)).toEqual([])
})

test('a login of another account stays there', async () => {
  const [owner, other] = [await signedIn(), await signedIn()]
  const known = { openid: `o-${randomUUID()}` }
  await owner.person.visit(backFrom(await toProvider(owner.person), { code: all.weChat.agree(known) }))
  const page = await other.person.visit(backFrom(await toProvider(other.person), { code: all.weChat.agree(known) }))
  expect([page.status, page.body]).toEqual([400, expect.stringContaining('external_taken')])
  expect(await loginsOf(owner.id)).toHaveLength(1)
  expect(await loginsOf(other.id)).toEqual([])
  // Nor can somebody else take it off.
  const [login] = await loginsOf(owner.id)
  expect((await unbind(other.person, login?.id ?? '')).body).toContain('external_login_not_found')
  expect(await loginsOf(owner.id)).toHaveLength(1)
})

test('whoever is signed in when the browser comes back must be the one who left', async () => {
  const { id, person } = await signedIn()
  const provider = await toProvider(person)
  person.forget('_session')
  const known = { openid: `o-${randomUUID()}` }
  const page = await person.visit(backFrom(provider, { code: all.weChat.agree(known) }))
  expect([page.status, page.body]).toEqual([400, expect.stringContaining('external_over')])
  expect(await loginsOf(id)).toEqual([])
})

test('nobody who is not signed in gets anywhere', async () => {
  const person = new Person(server.issuer)
  expect((await person.visit(bindAddress)).url.pathname).toBe('/Account/Login')
})

test('the last way to sign in is not taken away, and a forged form takes nothing', async () => {
  const { id, person } = await signedIn()
  const known = { openid: `o-${randomUUID()}` }
  await person.visit(backFrom(await toProvider(person), { code: all.weChat.agree(known) }))
  const [login] = await loginsOf(id)
  expect((await unbind(person, login?.id ?? '', { __RequestVerificationToken: 'forged' })).status).toBe(403)
  await server.database.db.deleteFrom('passwordCredentials').where('userId', '=', id).execute()
  const page = await unbind(person, login?.id ?? '')
  expect([page.status, page.body]).toEqual([400, expect.stringContaining('last_sign_in_method')])
  expect(await loginsOf(id)).toHaveLength(1)
})
