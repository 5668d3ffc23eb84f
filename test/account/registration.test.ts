import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeUrl, redirectUri } from '../security/support/flow.ts'
import { ask, auditOf } from '../support/api.ts'
import { freePhone } from '../support/contacts.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { personWith } from '../support/role-groups.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { errorAt, newcomer, send, signedIn } from './account-person.ts'

const documents = {
  termsUrl: 'https://www.example.com/terms',
  privacyUrl: 'https://www.example.com/privacy',
  termsVersion: '7',
}

let server: TestServer
let asking: TestServer
let closed: TestServer
let pausing: TestServer
beforeAll(async () => {
  server = await startTestServer()
  asking = await startTestServer({ config: documents })
  closed = await startTestServer({ config: { registration: false } })
  pausing = await startTestServer({ sendLimits: { pause: { attempts: 1, seconds: 60 } } })
})
afterAll(async () => {
  await server.close()
  await asking.close()
  await closed.close()
  await pausing.close()
})

const address = '/Account/Register'
const newPassword = 'Kettle.Blue.42'

function begin(person: Person, page: Page, contact: string, more: Record<string, string> = {}) {
  return send(person, page, address, { contact, ...more })
}
function complete(person: Person, page: Page, fields: Record<string, string>) {
  return send(person, page, `${address}/Complete`, { newPassword, ...fields })
}
const usersWith = (where: TestServer, column: 'phone' | 'email', value: string) =>
  where.database.db
    .selectFrom('users')
    .select(['id', 'phoneVerified', 'emailVerified', 'preferredLanguage'])
    .where(column, '=', value)
    .execute()

describe('registration', () => {
  test.each([
    ['phone', freePhone()],
    ['email', 'kettle-owner@example.com'],
  ] as const)('with a proven %s makes an account that is signed in, and signs in again', async (column, contact) => {
    const person = new Person(server.issuer)
    const coded = await begin(person, await person.visit(address), contact)
    expect([coded.status, coded.body.includes('autocomplete="one-time-code"')]).toEqual([200, true])
    const there = await complete(person, coded, { contact, code: await codeFor(server, contact) })
    expect(there.url.pathname).toBe('/usercenter')
    const [user, ...others] = await usersWith(server, column, contact)
    expect(others).toEqual([])
    expect(user).toMatchObject({ [`${column}Verified`]: true, preferredLanguage: 'en' })
    expect((await auditOf(server, user?.id ?? '')).map(({ action }) => action)).toContain('user.created')
    expect((await person.visit('/usercenter/signins')).body).toContain('Signed in')
    const again = await signedIn(server, { userName: contact, password: newPassword })
    expect((await again.visit('/usercenter')).url.pathname).toBe('/usercenter')
  })

  test('with an address whose domain is not ASCII makes one account, which every way of typing it finds', async () => {
    const person = new Person(server.issuer)
    const [typed, sentTo] = ['Kettle@例子.example', 'Kettle@xn--fsqu00a.example']
    const coded = await begin(person, await person.visit(address), typed)
    const code = await codeFor(server, sentTo)
    expect((await complete(person, coded, { contact: typed, code })).url.pathname).toBe('/usercenter')
    expect(await usersWith(server, 'email', sentTo)).toHaveLength(1)

    for (const userName of [typed, sentTo, 'kettle＠例子。EXAMPLE', ` ${typed} `]) {
      const again = await signedIn(server, { userName, password: newPassword })
      expect([userName, (await again.visit('/usercenter')).url.pathname]).toEqual([userName, '/usercenter'])
    }
    for (const contact of [typed, sentTo]) {
      const stranger = new Person(server.issuer)
      await begin(stranger, await stranger.visit(address), contact)
      expect((await outbox(server, sentTo))[0]).toMatchObject({ purpose: 'account_exists', code: null })
    }
    const forgetful = new Person(server.issuer)
    await send(forgetful, await forgetful.visit('/Account/ForgotPassword'), '/Account/ForgotPassword', {
      contact: typed,
    })
    expect((await outbox(server, sentTo))[0]).toMatchObject({ purpose: 'reset_password' })
    const { token } = await personWith(server, 'Account.UserManager')
    for (const query of [{ email: typed }, { email: sentTo }]) {
      const listed = await ask(server, 'GET', `/api/v1.0/manage/users?${new URLSearchParams(query)}`, { token })
      expect(listed.body).toMatchObject({ totalNum: 1, data: [{ email: sentTo }] })
    }
    const found = await ask(server, 'GET', `/api/v1.0/manage/users/search?${new URLSearchParams({ keyword: typed })}`, {
      token,
    })
    expect(found.body).toMatchObject({ totalNum: 1, data: [{ email: sentTo }] })
  })

  test('leads back into the authorization that was interrupted by it', async () => {
    const client_id = await server.addApplication({ redirectUris: [redirectUri], firstParty: true })
    const person = new Person(server.issuer)
    const login = await person.visit(authorizeUrl(server.issuer, { client_id }))
    const link = /href="(\/Account\/Register\?[^"]*)"/.exec(login.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const contact = freePhone()
    const coded = await begin(person, await person.visit(link), contact, returnOf(await person.visit(link)))
    const there = await complete(person, coded, { contact, code: await codeFor(server, contact), ...returnOf(coded) })
    expect(there.url.origin + there.url.pathname).toBe(redirectUri)
    expect(there.url.searchParams.get('code')).not.toBeNull()
  })
  const returnOf = ({ body }: Page) => ({ ReturnUrl: /name="ReturnUrl" value="([^"]*)"/.exec(body)?.[1] ?? '' })

  test('answers the same for a number that has an account, whose owner is told, and no code works', async () => {
    const phone = freePhone()
    await newcomer(server, { itc: '+86', phone, phoneVerified: true })
    const person = new Person(server.issuer)
    const page = await person.visit(address)
    const free = freePhone()
    const [taken, open] = [await begin(person, page, phone), await begin(person, page, free)]
    expect(taken.body.replaceAll(phone, '')).toBe(open.body.replaceAll(free, ''))
    expect((await outbox(server, phone))[0]).toMatchObject({ purpose: 'account_exists', code: null })
    const refused = await complete(person, taken, { contact: phone, code: '123456' })
    expect(errorAt(refused, 'code')).toBe('The code is not right, or it has expired.')
    expect(await usersWith(server, 'phone', phone)).toHaveLength(1)
  })

  test('keeps the code for another try when the password is refused; what was typed is kept', async () => {
    const person = new Person(server.issuer)
    const contact = freePhone()
    const coded = await begin(person, await person.visit(address), contact)
    const code = await codeFor(server, contact)
    for (const [chosen, message] of [
      ['Password1', 'Many people use this password'],
      [`${contact}a`, 'made of your own name, number or address'],
    ] as const) {
      const again = await complete(person, coded, { contact, code, newPassword: chosen })
      expect(errorAt(again, 'newPassword')).toContain(message)
      expect(again.body).toContain(`value="${contact}"`)
      expect(again.body).not.toContain(`value="${chosen}"`)
    }
    expect((await complete(person, coded, { contact, code })).url.pathname).toBe('/usercenter')
  })

  test('of 32 at once with one code makes one account', async () => {
    const contact = 'thirty-two@example.com'
    const person = new Person(server.issuer)
    const coded = await begin(person, await person.visit(address), contact)
    const code = await codeFor(server, contact)
    const answers = await Promise.all(Array.from({ length: 32 }, () => complete(person, coded, { contact, code })))
    expect(await usersWith(server, 'email', contact)).toHaveLength(1)
    expect(answers.filter(({ url }) => url.pathname === '/usercenter').length).toBeGreaterThanOrEqual(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  test.each(['', 'nobody', '1380013800', '010 1234 5678', 'a@b', 'x'.repeat(254)])(
    'is refused beside the field for %j',
    async (contact) => {
      const person = new Person(server.issuer)
      const again = await begin(person, await person.visit(address), contact)
      expect([again.status, errorAt(again, 'contact')]).toEqual([200, expect.stringMatching(/^This is no /)])
    },
  )

  test('sends one code to a number that is asked for ten times at once', async () => {
    const contact = freePhone()
    const person = new Person(pausing.issuer)
    const page = await person.visit(address)
    const answers = await Promise.all(Array.from({ length: 10 }, () => begin(person, page, contact)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [refused] = answers.filter(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(refused?.body).toContain('A code was sent just now.')
    expect(await outbox(pausing, contact)).toHaveLength(1)
  })

  test('makes nothing with a wrong code', async () => {
    const contact = freePhone()
    const person = new Person(server.issuer)
    const coded = await begin(person, await person.visit(address), contact)
    const refused = await complete(person, coded, { contact, code: wrongCode(await codeFor(server, contact)) })
    expect(errorAt(refused, 'code')).toBe('The code is not right, or it has expired.')
    expect(await usersWith(server, 'phone', contact)).toEqual([])
  })
})

describe('the operator’s texts', () => {
  test('are not spoken of where none are configured', async () => {
    expect((await new Person(server.issuer).visit(address)).body).not.toContain('Agreement')
  })

  test('have to be accepted, which is kept with address, version and time', async () => {
    const person = new Person(asking.issuer)
    const page = await person.visit(address)
    for (const url of [documents.termsUrl, documents.privacyUrl]) expect(page.body).toContain(`href="${url}"`)
    const contact = 'accepts@example.com'
    const refused = await begin(person, page, contact)
    expect(errorAt(refused, 'Agreement')).toBe('An account needs your agreement.')
    const coded = await begin(person, page, contact, { Agreement: 'true' })
    const code = await codeFor(asking, contact)
    const without = await complete(person, coded, { contact, code })
    expect(without.status).toBe(200)
    await complete(person, coded, { contact, code, Agreement: 'true' })
    const [user] = await usersWith(asking, 'email', contact)
    const { db } = asking.database
    const rows = await db
      .selectFrom('acceptances')
      .select(['document', 'address', 'version', 'acceptedAt'])
      .where('userId', '=', user?.id ?? '')
      .orderBy('document')
      .execute()
    expect(rows).toEqual([
      { document: 'privacy', address: documents.privacyUrl, version: '7', acceptedAt: expect.any(Date) },
      { document: 'terms', address: documents.termsUrl, version: '7', acceptedAt: expect.any(Date) },
    ])
  })
})

test('registration that is switched off is not there, and not linked to', async () => {
  const person = new Person(closed.issuer)
  expect((await person.visit(address)).status).toBe(404)
  const login = await person.visit('/Account/Login')
  expect(login.body).not.toContain('/Account/Register')
  expect((await begin(person, login, 'nobody@example.com')).status).toBe(404)
  expect((await complete(person, login, { contact: 'nobody@example.com', code: '123456' })).status).toBe(404)
})
