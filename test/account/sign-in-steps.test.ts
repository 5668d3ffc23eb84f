import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptPassword, loginKey } from '../security/support/doors.ts'
import { codeFor, outbox, wrongCode } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
/** What demands a second factor, lets passwords be 90 days old and warns 10 days before, or lets in only those with an account. */
let strict: string
let aging: string
let closed: string
beforeAll(async () => {
  // One code a minute for a number, as everywhere.
  server = await startTestServer({ trustProxy: 1, sendLimits: { pause: { attempts: 1, seconds: 60 } } })
  const open = { secret: 'a secret', requirePkce: false, firstParty: true, scopes: ['openid'] }
  strict = await server.addApplication({ ...open, secondFactor: 'sms' })
  aging = await server.addApplication({ ...open, passwordMaxDays: 90, passwordWarnDays: 10 })
  closed = await server.addApplication({ ...open, applicationAccountRequired: true })
})
afterAll(() => server.close())

const password = 'Steps.Here.2026'
const redirectUri = 'http://localhost:5173/callback'
let last = 13_700_500_000

/** A browser in a network of its own: wrong codes of others are none of this one. */
const atHome = () =>
  new Person(server.issuer, {
    'accept-language': 'en',
    'x-forwarded-for': `10.0.${Math.floor(++last / 250) % 250}.${last % 250}`,
  })

async function person({ withPhone = true, oldDays = 0, mustChange = false } = {}) {
  const userName = `step-${crypto.randomUUID().slice(0, 12)}`
  const phone = String(++last)
  const id = await server.addUser({ userName, password, ...(withPhone && { itc: '+86', phone, phoneVerified: true }) })
  const changedAt = new Date(Date.now() - oldDays * 86_400_000)
  const change = server.database.db.updateTable('passwordCredentials').set({ changedAt, mustChange })
  await change.where('userId', '=', id).execute()
  return { id, userName, phone, browser: atHome() }
}
type Someone = Awaited<ReturnType<typeof person>>

const address = (clientId: string, more: Record<string, string> = {}) =>
  `/connect/authorize?${new URLSearchParams({ response_type: 'code', client_id: clientId, scope: 'openid', redirect_uri: redirectUri, ...more })}`
const toPassword = async ({ browser, userName }: Someone, clientId: string) =>
  browser.signIn(await browser.visit(address(clientId)), userName, password)
const isIn = ({ url }: Page) => url.origin === new URL(redirectUri).origin && url.searchParams.has('code')
const sessionsOf = async ({ id }: Someone) =>
  (await server.database.db.selectFrom('sessions').select('uid').where('userId', '=', id).execute()).length
const recordsOf = ({ id }: Someone) =>
  server.database.db
    .selectFrom('loginRecords')
    .select(['method', 'succeeded', 'reason', 'clientId'])
    .where('userId', '=', id)
    .execute()

/** Asks for a code on the page of the second factor. */
async function withCode({ browser, phone }: Someone, page: Page) {
  const sent = await browser.submit(page, { send: 'true' })
  return { sent, code: await codeFor(server, phone) }
}
const disable = ({ id }: Someone) =>
  server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
/** Sends a form with all that a page has, from any browser. */
const over = (page: Page) => [page.status, page.body.includes('interaction_over')]

/** As an input method may write it: the same password (NIST SP 800-63B section 3.1.1.2). */
const inFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

describe('the second factor', () => {
  test('comes between the password and the application', async () => {
    const one = await person()
    const page = await toPassword(one, strict)
    expect([page.url.pathname, page.status]).toEqual(['/Account/SecondFactor', 200])
    expect(page.body).toContain(`${one.phone.slice(0, 3)}****${one.phone.slice(-4)}`)
    expect(page.body).not.toContain(one.phone)
    expect([await sessionsOf(one), await recordsOf(one), one.browser.cookie('_session')]).toEqual([0, [], undefined])
    const { sent, code } = await withCode(one, page)
    expect(isIn(await one.browser.submit(sent, { code }))).toBe(true)
    expect(await recordsOf(one)).toEqual([{ method: 'page', succeeded: true, reason: null, clientId: strict }])
  })
  test('is asked for again where the code is wrong, and lets in with the right one', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    const again = await one.browser.submit(sent, { code: wrongCode(code) })
    expect([again.status, again.url.pathname, again.body.includes('The code is not right')]).toEqual([
      200,
      '/Account/SecondFactor',
      true,
    ])
    expect(isIn(await one.browser.submit(again, { code }))).toBe(true)
  })

  test('takes no code after five wrong ones', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    for (let times = 0; times < 5; times += 1) await one.browser.submit(sent, { code: wrongCode(code) })
    const page = await one.browser.submit(sent, { code })
    expect([page.status, isIn(page), await sessionsOf(one)]).toEqual([200, false, 0])
  })

  test('sends no second code at once, and says when', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    const soon = await one.browser.submit(sent, { send: 'true' })
    expect([soon.status, Number(soon.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await outbox(server, one.phone)).filter(({ code: sentCode }) => sentCode !== null).length).toBe(1)
    expect(isIn(await one.browser.submit(soon, { code }))).toBe(true)
  })

  test('lets one in of 32 with the same code at once', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    const pages = await Promise.all(Array.from({ length: 32 }, () => one.browser.submit(sent, { code })))
    expect(pages.filter(isIn).length).toBe(1)
    expect([await sessionsOf(one), (await recordsOf(one)).length]).toEqual([1, 1])
  })

  test('is over once it was given: the form that is sent again, and the page that is opened again, say so', async () => {
    const one = await person()
    const page = await toPassword(one, strict)
    const { sent, code } = await withCode(one, page)
    await one.browser.submit(sent, { code })
    expect(over(await one.browser.submit(sent, { code }))).toEqual([400, true])
    expect(over(await one.browser.visit(page.url))).toEqual([400, true])
  })

  test('goes on in no other browser, for no other application, and at no other step', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    const other = atHome()
    const theirs = await other.visit(address(strict))
    const token = /__RequestVerificationToken" value="([^"]+)"/.exec(theirs.body)?.[1] ?? ''
    const stolen = { ticket: sent.body.match(/name="ticket" value="([^"]+)"/)?.[1] ?? '', code }
    const ReturnUrl =
      new URLSearchParams(sent.url.search).get('ReturnUrl') ??
      sent.body.match(/name="ReturnUrl" value="([^"]+)"/)?.[1] ??
      ''
    const own = theirs.url.searchParams.get('ReturnUrl') ?? ''
    for (const returnUrl of [ReturnUrl, own]) {
      const body = new URLSearchParams({ ...stolen, ReturnUrl: returnUrl, __RequestVerificationToken: token })
      expect(over(await other.visit('/Account/SecondFactor', { method: 'POST', body }))).toEqual([400, true])
    }
    const elsewhere = await one.browser.visit(address(aging))
    const aside = elsewhere.url.searchParams.get('ReturnUrl') ?? ''
    expect(over(await one.browser.submit(sent, { code, ReturnUrl: aside }))).toEqual([400, true])
    const query = new URLSearchParams({ ticket: stolen.ticket, ReturnUrl })
    expect(over(await one.browser.visit(`/Account/NewPassword?${query}`))).toEqual([400, true])
    expect(await sessionsOf(one)).toBe(0)
  })

  test('is over for somebody who is disabled meanwhile, or whose cookies are gone', async () => {
    const [one, forgetful] = [await person(), await person()]
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    await disable(one)
    expect(over(await one.browser.submit(sent, { code }))).toEqual([400, true])
    const theirs = await withCode(forgetful, await toPassword(forgetful, strict))
    forgetful.browser.forget('oa_request')
    expect(over(await forgetful.browser.submit(theirs.sent, { code: theirs.code }))).toEqual([400, true])
    expect([await sessionsOf(one), await sessionsOf(forgetful)]).toEqual([0, 0])
  })

  test('leads nowhere but back to what asked for the sign-in', async () => {
    const one = await person()
    const { sent, code } = await withCode(one, await toPassword(one, strict))
    for (const ReturnUrl of ['https://evil.example/', '//evil.example', '/connect/authorize/somebodyelses12345']) {
      const page = await one.browser.submit(sent, { code, ReturnUrl })
      expect([page.url.origin, ...over(page)]).toEqual([server.issuer, 400, true])
    }
  })

  test('that somebody does not have keeps them out, and the page says why', async () => {
    const one = await person({ withPhone: false })
    const page = await toPassword(one, strict)
    expect([page.url.pathname, page.status, page.body.includes('no phone number')]).toEqual([
      '/Account/Denied',
      200,
      true,
    ])
    expect(await sessionsOf(one)).toBe(0)
    expect(await recordsOf(one)).toEqual([{ method: 'page', succeeded: false, reason: 'denied', clientId: strict }])
  })

  test('is what somebody has given who came in with a code to their number', async () => {
    const { browser, phone } = await person()
    const page = await browser.visit((await browser.visit(address(strict))).url.href.replace('Login?', 'LoginByCode?'))
    const sent = await browser.submit(page, { username: phone })
    expect(isIn(await browser.submit(sent, { code: await codeFor(server, phone) }))).toBe(true)
    expect(isIn(await browser.visit(address(strict)))).toBe(true)
  })

  test('is asked for once in a session, also where that is there already', async () => {
    const one = await person()
    expect(
      (await one.browser.signIn(await one.browser.visit('/Account/Login'), one.userName, password)).url.pathname,
    ).toBe('/usercenter')
    const page = await one.browser.visit(address(strict))
    expect(page.url.pathname).toBe('/Account/SecondFactor')
    const { sent, code } = await withCode(one, page)
    expect(isIn(await one.browser.submit(sent, { code }))).toBe(true)
    expect([isIn(await one.browser.visit(address(strict))), await sessionsOf(one)]).toEqual([true, 1])
    expect((await recordsOf(one)).map(({ method }) => method).sort()).toEqual(['page', 'session'])
  })

  test('that is not to be asked for is an error of the application, where nobody is to be asked', async () => {
    const one = await person()
    await one.browser.signIn(await one.browser.visit('/Account/Login'), one.userName, password)
    const { url } = await one.browser.visit(address(strict, { prompt: 'none' }))
    expect([url.origin, url.searchParams.get('error')]).toEqual([new URL(redirectUri).origin, 'interaction_required'])
  })

  test('is what the form of scripts is sent on to', async () => {
    const one = await person()
    const login = await one.browser.visit(address(strict))
    const body = new URLSearchParams({
      Username: one.userName,
      Password: encryptPassword(await loginKey(server.issuer), password),
      ReturnUrl: login.url.searchParams.get('ReturnUrl') ?? '',
      __RequestVerificationToken: /__RequestVerificationToken" value="([^"]+)"/.exec(login.body)?.[1] ?? '',
    })
    const answer = JSON.parse((await one.browser.visit('/Account/UserLogin', { method: 'POST', body })).body)
    expect(answer).toEqual({ status: 2, msg: expect.stringMatching(/^\/Account\/SecondFactor\?ticket=/) })
    expect([await sessionsOf(one), one.browser.cookie('_session')]).toEqual([0, undefined])
    const { sent, code } = await withCode(one, await one.browser.visit(answer.msg))
    expect(isIn(await one.browser.submit(sent, { code }))).toBe(true)
  })
})

describe('a password', () => {
  const old = { password, newPassword: 'Another.Word.2027' }

  test('that is too old for the application has to be changed first', async () => {
    const one = await person({ oldDays: 91 })
    const page = await toPassword(one, aging)
    expect([page.url.pathname, page.body.includes('name="later"'), await sessionsOf(one)]).toEqual([
      '/Account/NewPassword',
      false,
      0,
    ])
    expect(isIn(await one.browser.submit(page, old))).toBe(true)
    expect((await recordsOf(one)).map(({ succeeded }) => succeeded)).toEqual([true])
    const again = atHome()
    expect(isIn(await again.signIn(await again.visit(address(aging)), one.userName, old.newPassword))).toBe(true)
  })

  test('is not skipped where it has expired', async () => {
    const one = await person({ oldDays: 91 })
    const page = await toPassword(one, aging)
    expect(over(await one.browser.submit(page, { later: 'true' }))).toEqual([400, true])
    expect([await sessionsOf(one), isIn(await one.browser.submit(page, old))]).toEqual([0, true])
  })

  test('is refused where it breaks a rule, is the old one, or the old one is wrong', async () => {
    const one = await person({ oldDays: 91 })
    const page = await toPassword(one, aging)
    const refused = [
      [{ ...old, newPassword: 'short1' }, 'needs 8 to 128 characters'],
      [{ ...old, newPassword: password }, 'You had this password before'],
      [{ ...old, newPassword: inFullWidth(password) }, 'You had this password before'],
      [{ ...old, password: 'Wrong.Word.2026' }, 'The password is not right'],
    ] as const
    for (const [fields, reason] of refused) {
      const again = await one.browser.submit(page, fields)
      expect([again.status, again.body.includes(reason)]).toEqual([200, true])
    }
    expect([await sessionsOf(one), isIn(await one.browser.submit(page, old))]).toEqual([0, true])
  })

  test('is guessed at ten times and no more', async () => {
    const one = await person({ oldDays: 91 })
    const page = await toPassword(one, aging)
    for (let times = 0; times < 10; times += 1) await one.browser.submit(page, { ...old, password: `Wrong.${times}` })
    const locked = await one.browser.submit(page, old)
    expect([locked.status, Number(locked.headers.get('retry-after')) > 0, isIn(locked)]).toEqual([429, true, false])
  })

  test('that ends soon may be changed, or later', async () => {
    const [changes, waits] = [await person({ oldDays: 85 }), await person({ oldDays: 85 })]
    const page = await toPassword(changes, aging)
    expect([page.url.pathname, page.body.includes('name="later"')]).toEqual(['/Account/NewPassword', true])
    expect(isIn(await changes.browser.submit(page, old))).toBe(true)
    expect(isIn(await waits.browser.submit(await toPassword(waits, aging), { later: 'true' }))).toBe(true)
  })

  test('that an administrator wants changed is changed on the way to the account, too', async () => {
    const one = await person({ mustChange: true })
    const page = await one.browser.signIn(await one.browser.visit('/Account/Login'), one.userName, password)
    expect([page.url.pathname, await sessionsOf(one)]).toEqual(['/Account/NewPassword', 0])
    expect((await one.browser.submit(page, old)).url.pathname).toBe('/usercenter')
  })

  test('is set once, by one of 8 at once', async () => {
    const one = await person({ oldDays: 91 })
    const page = await toPassword(one, aging)
    const pages = await Promise.all(Array.from({ length: 8 }, () => one.browser.submit(page, old)))
    expect([pages.filter(isIn).length, await sessionsOf(one)]).toEqual([1, 1])
  })

  test('comes after the second factor where both are asked for', async () => {
    const settings = {
      secondFactor: 'sms',
      passwordMaxDays: 90,
      secret: 'a secret',
      requirePkce: false,
      firstParty: true,
    } as const
    const both = await server.addApplication({ ...settings, scopes: ['openid'] })
    const one = await person({ oldDays: 91 })
    const { sent, code } = await withCode(one, await toPassword(one, both))
    const page = await one.browser.submit(sent, { code })
    expect([page.url.pathname, await sessionsOf(one)]).toEqual(['/Account/NewPassword', 0])
    expect(isIn(await one.browser.submit(page, old))).toBe(true)
    expect(isIn(await one.browser.visit(address(both)))).toBe(true)
  })
})

describe('an application that lets in only those with an account of it', () => {
  const admit = async ({ id: userId, userName }: Someone, clientId: string) => {
    const { db } = server.database
    const { id: applicationId } = await db
      .selectFrom('applications')
      .select('id')
      .where('clientId', '=', clientId)
      .executeTakeFirstOrThrow()
    const account = { applicationId, id: crypto.randomUUID(), userId, accountName: userName, name: userName }
    await db.insertInto('applicationAccounts').values(account).execute()
  }

  test('keeps others out, and offers to sign in as somebody else', async () => {
    const [stranger, member] = [await person(), await person()]
    await admit(member, closed)
    const page = await toPassword(stranger, closed)
    expect([page.url.pathname, await sessionsOf(stranger)]).toEqual(['/Account/Denied', 0])
    const other = /href="([^"]*Account\/Login[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(isIn(await stranger.browser.signIn(await stranger.browser.visit(other), member.userName, password))).toBe(
      true,
    )
  })

  test('keeps them out who are signed in already', async () => {
    const [stranger, member] = [await person(), await person()]
    await admit(member, closed)
    await stranger.browser.signIn(await stranger.browser.visit('/Account/Login'), stranger.userName, password)
    const page = await stranger.browser.visit(address(closed))
    expect(page.url.pathname).toBe('/Account/Denied')
    const { url } = await stranger.browser.visit(address(closed, { prompt: 'none' }))
    expect(url.searchParams.get('error')).toBe('access_denied')
    await member.browser.signIn(await member.browser.visit('/Account/Login'), member.userName, password)
    expect(isIn(await member.browser.visit(address(closed)))).toBe(true)
  })
})
