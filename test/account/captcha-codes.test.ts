import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../security/support/flow.ts'
import { codeFor } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { newcomer, send } from './account-person.ts'
import { askedBy, few, solved, whyAsked } from './captcha-person.ts'

const login = '/Account/Login'

describe('pages that send codes', () => {
  let sending: TestServer
  beforeAll(async () => {
    sending = await startTestServer({
      sendLimits: { network: { ...few, suspicious: 2 }, wrong: { attempts: 60, seconds: 600, suspicious: 15 } },
    })
  })
  afterAll(() => sending.close())
  const forget = () => sending.database.pool.query("delete from rate_limits where key like 'code-%'")

  test.each([
    ['/Account/Register', 'contact'],
    ['/Account/ForgotPassword', 'contact'],
    ['/Account/LoginByCode', 'username'],
  ] as const)(
    '%s asks a network that has asked for some, keeps the number, and sends once the captcha is right',
    async (path, field) => {
      await forget()
      const person = new Person(sending.issuer)
      const to = (number: number) => `1360000${String(number).padStart(4, '0')}`
      for (const number of [1, 2]) {
        const sent = await person.submit(await person.visit(path), { [field]: to(number) })
        expect([sent.body.includes('one-time-code'), askedBy(sent)]).toEqual([true, undefined])
      }
      const kept = async () => {
        const { rows } = await sending.database.pool.query('select count(*)::int as codes from verification_codes')
        return rows[0].codes
      }
      const before = await kept()
      const asked = await person.submit(await person.visit(path), { [field]: to(3) })
      expect([asked.status, askedBy(asked)]).toEqual([200, 'slider'])
      expect([whyAsked(asked), asked.body]).toEqual([
        expect.stringContaining('one more step'),
        expect.stringContaining(to(3)),
      ])
      const wrong = await person.submit(asked, { [field]: to(3), ...(await solved(sending, asked, 6)) })
      expect([whyAsked(wrong), await kept()]).toEqual([expect.stringContaining('not the place'), before])
      const waits = await person.submit(wrong, { [field]: to(3), captchaWait: 'true' })
      expect([askedBy(waits), await kept()]).toEqual(['wait', before])
      const early = await person.submit(waits, { [field]: to(3) })
      expect([whyAsked(early), await kept()]).toEqual([expect.stringContaining('too early'), before])
      const next = await person.submit(await person.visit(path), { [field]: to(3) })
      const sent = await person.submit(next, { [field]: to(3), ...(await solved(sending, next)) })
      expect([sent.body.includes('one-time-code'), await kept()]).toEqual([true, before + 1])
    },
  )

  test('of 32 requests at once two are sent, and with one right answer one more', async () => {
    await forget()
    const person = new Person(sending.issuer)
    const page = await person.visit('/Account/ForgotPassword')
    const pages = await atOnce(32, (index) => person.submit(page, { contact: `136111100${index + 10}` }))
    expect(pages.filter((shown) => shown.body.includes('one-time-code')).length).toBe(2)
    const asked = pages.find((shown) => askedBy(shown) === 'slider') as Page
    const answer = await solved(sending, asked)
    const more = await atOnce(32, (index) => person.submit(asked, { contact: `136111200${index + 10}`, ...answer }))
    expect(more.filter((shown) => shown.body.includes('one-time-code')).length).toBe(1)
  })

  test('a change of number in the account centre asks, too', async () => {
    await forget()
    const { userName, password } = await newcomer(sending)
    const person = new Person(sending.issuer)
    await person.signIn(await person.visit(login), userName, password)
    const path = '/usercenter/security/phone'
    for (const number of [1, 2]) {
      const sent = await person.submit(await person.visit(path), { contact: `1370000000${number}`, password })
      expect(sent.body).toContain('one-time-code')
    }
    const asked = await person.submit(await person.visit(path), { contact: '13700000003', password })
    expect([asked.status, askedBy(asked)]).toEqual([200, 'slider'])
    const sent = await person.submit(asked, { contact: '13700000003', password, ...(await solved(sending, asked)) })
    expect(sent.body).toContain('one-time-code')
    const done = await person.submit(sent, { code: await codeFor(sending, '13700000003') })
    expect(done.url.search).toBe('?notice=phone-changed')
  })

  test('another code is asked for at the first page again, with the number in it', async () => {
    await forget()
    const person = new Person(sending.issuer)
    const contact = '13600000077'
    let page = await person.submit(await person.visit('/Account/Register'), { contact })
    page = await send(person, page, '/Account/Register', { contact, again: 'true' })
    expect(page.body).toContain('one-time-code')
    const asked = await send(person, page, '/Account/Register', { contact, again: 'true' })
    expect([askedBy(asked), asked.body.includes(contact)]).toEqual(['slider', true])
    const sent = await person.submit(asked, { contact, ...(await solved(sending, asked)) })
    expect(sent.body).toContain('one-time-code')
  })

  test.each([
    ['/Account/Register', '/Account/Register/Complete', 'contact', { newPassword: 'Kettle.Blue.42' }],
    ['/Account/ForgotPassword', '/Account/ResetPassword', 'contact', { newPassword: 'Kettle.Blue.42' }],
    ['/Account/LoginByCode', '/Account/LoginByCode', 'username', {}],
  ] as const)(
    '%s: who tries codes out is asked before the next one is looked at',
    async (first, second, field, more) => {
      await forget()
      const person = new Person(sending.issuer)
      const userName = `code-owner-${crypto.randomUUID()}`
      const email = `${userName}@example.com`
      if (first !== '/Account/Register')
        await sending.addUser({ userName, password: 'Kettle.Blue.42', email, emailVerified: true })
      const page = await person.submit(await person.visit(first), { [field]: email })
      const attempt = (fields: Record<string, string>) =>
        send(person, page, second, { [field]: email, ...more, ...fields })
      const elsewhere = (index: number) => attempt({ [field]: `somebody-${index}@example.com`, code: '000000' })
      for (let index = 0; index < 15; index += 1) expect(askedBy(await elsewhere(index))).toBe(undefined)
      const code = await codeFor(sending, email)
      const asked = await attempt({ code })
      expect([asked.status, askedBy(asked)]).toEqual([200, 'slider'])
      const done = await attempt({ code, ...(await solved(sending, asked)) })
      expect(done.body).not.toContain('The code is not right')
      expect(done.url.pathname).toBe(second === '/Account/ResetPassword' ? second : '/usercenter')
    },
  )
})
