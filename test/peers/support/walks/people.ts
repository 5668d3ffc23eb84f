import { expect } from 'vitest'
import { newcomer, send, signedIn } from '../../../account/account-person.ts'
import { obtainTokens, redirectUri, refresh, userInfoStatus } from '../../../security/support/flow.ts'
import { codeFor } from '../../../support/outbox.ts'
import { Person } from '../../../support/person.ts'
import type { Walks } from './walk.ts'

const otherPassword = 'Another.Kettle.43'
const callback = 'http://localhost:5173/callback'
let last = 13_710_000_000
const newPhone = () => String(++last)

/** What people do in browsers. */
export const people = {
  'signs in with a second factor and a password that has to be changed': async (at) => {
    const clientId = await at.addApplication({
      secret: 'a secret',
      firstParty: true,
      requirePkce: false,
      secondFactor: 'sms',
    })
    const phone = newPhone()
    const someone = await newcomer(at, { itc: '+86', phone, phoneVerified: true })
    const { db } = at.database
    await db.updateTable('passwordCredentials').set({ mustChange: true }).where('userId', '=', someone.id).execute()
    const browser = new Person(at.issuer)
    const query = { response_type: 'code', client_id: clientId, scope: 'openid', redirect_uri: callback }
    const login = await browser.visit(`/connect/authorize?${new URLSearchParams(query)}`)
    const factor = await browser.signIn(login, someone.userName, someone.password)
    expect(factor.url.pathname).toBe('/Account/SecondFactor')
    const sent = await browser.submit(factor, { send: 'true' })
    const change = await browser.submit(sent, { code: await codeFor(at, phone) })
    const back = await browser.submit(change, { password: someone.password, newPassword: otherPassword })
    expect([back.url.origin, back.url.searchParams.has('code')], back.body.slice(0, 2_000)).toEqual([
      new URL(callback).origin,
      true,
    ])
  },

  'registers with a code, and looks after the account': async (at) => {
    const contact = newPhone()
    const browser = new Person(at.issuer)
    const coded = await send(browser, await browser.visit('/Account/Register'), '/Account/Register', { contact })
    const code = await codeFor(at, contact)
    const there = await send(browser, coded, '/Account/Register/Complete', {
      contact,
      code,
      newPassword: otherPassword,
    })
    expect([there.status, there.url.pathname]).toEqual([200, '/usercenter'])
    const profile = await browser.visit('/usercenter/profile')
    const saved = await send(browser, profile, '/usercenter/profile', { displayName: 'Kettle Keeper' })
    expect(saved.body).toContain('Your changes are saved.')
    for (const page of ['security', 'sessions', 'signins', 'data'])
      expect([page, (await browser.visit(`/usercenter/${page}`)).status]).toEqual([page, 200])
  },

  'changes a password, which ends what is open elsewhere': async (at) => {
    const someone = await newcomer(at)
    const [browser, elsewhere] = [await signedIn(at, someone), await signedIn(at, someone)]
    const page = await browser.visit('/usercenter/security/password')
    const fields = { password: someone.password, newPassword: otherPassword }
    expect((await send(browser, page, '/usercenter/security/password', fields)).status).toBe(200)
    expect((await browser.visit('/usercenter')).url.pathname).toBe('/usercenter')
    expect((await elsewhere.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    const again = await signedIn(at, { ...someone, password: otherPassword })
    expect((await again.visit('/usercenter')).url.pathname).toBe('/usercenter')
  },

  'has forgotten a password, and sets another with a code': async (at) => {
    const email = `${crypto.randomUUID()}@example.com`
    const someone = await newcomer(at, { email, emailVerified: true })
    const clientId = await at.addApplication({ redirectUris: [redirectUri] })
    const before = await signedIn(at, someone)
    const tokens = await obtainTokens(at.issuer, { client_id: clientId, scope: 'openid offline_access' }, before)
    const browser = new Person(at.issuer)
    const address = '/Account/ForgotPassword'
    const page = await send(browser, await browser.visit(address), address, { contact: email })
    const fields = { contact: email, newPassword: otherPassword, code: await codeFor(at, email) }
    expect((await send(browser, page, '/Account/ResetPassword', fields)).body).toContain('Your password is set')
    expect((await before.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect(await userInfoStatus(at.issuer, tokens.access_token)).toBe(401)
    expect((await refresh(at.issuer, tokens.refresh_token, { client_id: clientId })).status).toBe(400)
  },

  'signs in with a code alone': async (at) => {
    const phone = newPhone()
    await newcomer(at, { itc: '+86', phone, phoneVerified: true })
    const browser = new Person(at.issuer)
    const asked = await browser.submit(await browser.visit('/Account/LoginByCode'), { username: phone })
    const done = await browser.submit(asked, { code: await codeFor(at, phone) })
    expect(done.url.pathname).toBe('/usercenter')
  },

  'mistypes a password and gets in': async (at) => {
    const someone = await newcomer(at)
    const browser = new Person(at.issuer)
    const again = await browser.signIn(await browser.visit('/Account/Login'), someone.userName, 'wrong')
    expect(again.status).toBe(200)
    const there = await browser.signIn(again, someone.userName, someone.password)
    expect(there.url.pathname).toBe('/usercenter')
  },
} as const satisfies Walks
