import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptPassword, loginKey, openSignIn, submitUserLogin } from '../security/support/doors.ts'
import { atOnce } from '../security/support/flow.ts'
import { codeFor } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { newcomer, send } from './account-person.ts'
import { askedBy, captchaIn, solved, whyAsked } from './captcha-person.ts'

const login = '/Account/Login'
const few = { attempts: 6, seconds: 600 }
const signInLimits = { accountAndAddress: { ...few, suspicious: 3 } }

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signInLimits, trustProxy: 1 })
})
afterAll(() => server.close())

const open = (person = new Person(server.issuer)) => person.visit(login)

/** Half a minute goes by for who waits. */
const letPass = ({ database }: TestServer) =>
  database.pool.query("update captcha_waits set usable_from = usable_from - interval '31 seconds'")

/** A browser that has given three wrong passwords for a name, and the page it has got. */
async function suspicious(
  username: string,
  person = new Person(server.issuer),
): Promise<{ person: Person; page: Page }> {
  let page = await open(person)
  for (let time = 0; time < 3; time += 1) {
    expect(askedBy(page)).toBe(undefined)
    page = await person.signIn(page, username, 'wrong')
  }
  return { person, page }
}

const isIn = async (person: Person) => (await person.visit('/usercenter')).url.pathname === '/usercenter'

/** How often a password of that name was looked at. */
async function attemptsOf(id: string): Promise<number> {
  const { rows } = await server.database.pool.query(
    'select coalesce(sum(attempts), 0)::int as attempts from login_records where user_id = $1',
    [id],
  )
  return rows[0].attempts
}

describe('the sign-in page', () => {
  test('asks nothing of who mistypes once, and asks after the third wrong password, with the page that says so', async () => {
    const { userName, password } = await newcomer(server)
    const once = new Person(server.issuer)
    const again = await once.signIn(await open(once), userName, 'wrong')
    expect(askedBy(again)).toBe(undefined)
    expect((await once.signIn(again, userName, password)).url.pathname).toBe('/usercenter')

    const { person, page } = await suspicious(userName)
    expect([askedBy(page), whyAsked(page)]).toEqual(['slider', undefined])
    expect(page.body).toContain('The account or the password is not right')
    const done = await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(done.url.pathname).toBe('/usercenter')
  })

  test('asks who comes without an answer, keeps what was typed and no password, and counts nothing', async () => {
    const { id, userName, password } = await newcomer(server)
    await suspicious(userName)
    const before = await attemptsOf(id)
    const person = new Person(server.issuer)
    let page = await open(person)
    for (let time = 0; time < 8; time += 1) {
      expect(askedBy(await open(person))).toBe(undefined)
      page = await person.submit(page, { username: userName, password, captcha: '' })
      expect([page.status, askedBy(page), whyAsked(page)]).toEqual([
        200,
        'slider',
        expect.stringContaining('one more step'),
      ])
      expect(page.body).toContain(`value="${userName}"`)
      expect(page.body).not.toContain(password)
    }
    expect(await isIn(person)).toBe(false)
    expect(await attemptsOf(id)).toBe(before)
    await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(await isIn(person)).toBe(true)
  })

  test('tells nothing of the password before the captcha is right, nor whether anybody has the name', async () => {
    const { userName, password } = await newcomer(server)
    const shown = async (name: string, typed: string, beside: number) => {
      const { person, page } = await suspicious(name)
      const answer = await solved(server, page, beside)
      const refused = await person.submit(page, { username: name, password: typed, ...answer })
      const body = refused.body
        .replaceAll(name, '(name)')
        .replace(/name="(captcha|__RequestVerificationToken)" value="[^"]*"/g, '')
        .replace(/data:image\/png;base64,[\w+/=]+/g, '')
      return { status: refused.status, body }
    }
    const right = await shown(userName, password, 20)
    expect(right.body).toContain('That was not the place')
    const { userName: other } = await newcomer(server)
    expect(await shown(other, 'wrong', 20)).toEqual(right)
    expect(await shown('nobody-has-this-name', 'wrong', 20)).toEqual(right)
    const { userName: third } = await newcomer(server)
    expect(await shown('nobody-has-this-either', 'wrong', 0)).toEqual(await shown(third, 'wrong', 0))
  })

  test.each<[string, string, (page: Page, person: Person) => Promise<Record<string, string>>]>([
    ['put elsewhere', 'That was not the place', (page) => solved(server, page, 6)],
    [
      'put outside the picture',
      'That was not the place',
      async (page) => ({ ...(await solved(server, page)), captchaPosition: '999' }),
    ],
    ['never moved', 'one more step', async (page) => ({ captcha: captchaIn(page), captchaPosition: '0' })],
    ['without a position', 'used already', async (page) => ({ captcha: captchaIn(page) })],
    ['that nobody gave', 'used already', async () => ({ captcha: 'never-given', captchaPosition: '124' })],
    [
      'used before',
      'used already',
      async (_page, person) => {
        const username = `other-${crypto.randomUUID()}`
        const { page } = await suspicious(username, person)
        const answer = await solved(server, page)
        expect(whyAsked(await person.submit(page, { username, password: 'wrong', ...answer }))).toBe(undefined)
        return answer
      },
    ],
    [
      'of another browser',
      'used already',
      async () => {
        const { page } = await suspicious(`stranger-${crypto.randomUUID()}`)
        return solved(server, page)
      },
    ],
    [
      'of another page',
      'used already',
      async (_page, person) => {
        const other = await person.visit('/Account/ForgotPassword')
        const asked = await person.submit(other, { contact: '13912345678', captchaWait: 'true' })
        return { captcha: captchaIn(asked) }
      },
    ],
    [
      'that is too old',
      'took too long',
      async (page) => {
        const answer = await solved(server, page)
        await server.database.pool.query("update captchas set expires_at = now() - interval '1 second'")
        return answer
      },
    ],
  ])('takes no captcha %s', async (_which, reason, answer) => {
    const { userName, password } = await newcomer(server)
    const { person, page } = await suspicious(userName)
    const given = await answer(page, person)
    const refused = await person.submit(page, { username: userName, password, ...given })
    expect([refused.status, askedBy(refused)]).toEqual([200, 'slider'])
    expect(whyAsked(refused)).toContain(reason)
    expect(await isIn(person)).toBe(false)
    await person.submit(refused, { username: userName, password, ...(await solved(server, refused)) })
    expect(await isIn(person)).toBe(true)
  })

  test('of 32 forms at once with one right answer one goes on', async () => {
    const { id, userName } = await newcomer(server)
    const { person, page } = await suspicious(userName)
    const before = await attemptsOf(id)
    const answer = await solved(server, page)
    const pages = await atOnce(32, () => person.submit(page, { username: userName, password: 'wrong', ...answer }))
    expect(pages.filter(({ body }) => body.includes('The account or the password is not right')).length).toBe(1)
    expect(await attemptsOf(id)).toBe(before + 1)
  })

  test('of 32 wrong passwords at once three are looked at, all others are asked', async () => {
    const { id, userName } = await newcomer(server)
    const person = new Person(server.issuer)
    const page = await open(person)
    const pages = await atOnce(32, () => person.signIn(page, userName, 'wrong'))
    expect(pages.filter((shown) => whyAsked(shown) !== undefined).length).toBe(29)
    expect(await attemptsOf(id)).toBe(3)
  })

  test('lets 32 right passwords at once in without one', async () => {
    const { userName, password } = await newcomer(server)
    const people = await atOnce(32, async () => {
      const person = new Person(server.issuer)
      return person.signIn(await open(person), userName, password)
    })
    expect(people.map(({ url }) => url.pathname)).toEqual(people.map(() => '/usercenter'))
  })

  test('asks a network that tries many names, and everybody for a name that many networks try', async () => {
    const limits = { address: { ...few, suspicious: 3 }, account: { attempts: 50, seconds: 600, suspicious: 5 } }
    const strict = await startTestServer({ signInLimits: limits, trustProxy: 1 })
    const from = (address: string) => new Person(strict.issuer, { 'accept-language': 'en', 'x-forwarded-for': address })
    const attempt = async (address: string, name: string) => {
      const person = from(address)
      return person.signIn(await open(person), name, 'wrong')
    }
    for (const name of ['one-name', 'another-name', 'a-third-name']) await attempt('192.0.2.1', name)
    expect(whyAsked(await attempt('192.0.2.1', 'a-fourth-name'))).toContain('one more step')
    expect(whyAsked(await attempt('192.0.2.2', 'a-fourth-name'))).toBe(undefined)
    for (const host of [11, 12, 13, 14, 15]) await attempt(`192.0.2.${host}`, 'wanted-name')
    expect(whyAsked(await attempt('192.0.2.16', 'wanted-name'))).toContain('one more step')
    await strict.close()
  })

  test('is a wait for who puts it wrong too often, and says how long it takes once the waits are used up as well', async () => {
    const strict = await startTestServer({
      signInLimits,
      captchaLimits: { wrong: { attempts: 2, seconds: 600 }, waits: { attempts: 1, seconds: 600 } },
    })
    const person = new Person(strict.issuer)
    let page = await open(person)
    for (let time = 0; time < 3; time += 1) page = await person.signIn(page, 'some-name', 'wrong')
    for (let time = 0; time < 2; time += 1) {
      page = await person.submit(page, { username: 'some-name', password: 'wrong', ...(await solved(strict, page, 6)) })
      expect(whyAsked(page)).toContain('not the place')
    }
    const right = { username: 'some-name', password: 'wrong', ...(await solved(strict, page)) }
    const waits = await person.submit(page, right)
    expect([waits.status, askedBy(waits), whyAsked(waits)]).toEqual([200, 'wait', undefined])
    await letPass(strict)
    const taken = await person.submit(waits, { username: 'some-name', password: 'wrong' })
    expect([askedBy(taken), whyAsked(taken)]).toEqual(['slider', undefined])
    const over = await person.submit(page, right)
    expect([over.status, Number(over.headers.get('retry-after')) > 0]).toEqual([429, true])
    await strict.close()
  })
})

describe('the form for scripts', () => {
  test('sends its browser to the page, which asks at once', async () => {
    const { userName, password } = await newcomer(server)
    const key = await loginKey(server.issuer)
    const visitor = await openSignIn(server.issuer)
    const attempt = async (typed: string) => {
      const response = await submitUserLogin(server.issuer, visitor, {
        name: userName,
        encrypted: encryptPassword(key, typed),
      })
      return (await response.json()) as { status: number; msg: string }
    }
    for (let time = 0; time < 3; time += 1) expect(await attempt('wrong')).toMatchObject({ status: 0 })
    const answer = await attempt(password)
    expect(answer).toEqual({ status: 2, msg: '/Account/Login?ReturnUrl=&captcha=true' })
    expect(await attempt('wrong')).toEqual(answer)
    const person = new Person(server.issuer)
    await open(person)
    const page = await person.visit(answer.msg)
    expect(askedBy(page)).toBe('slider')
    await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(await isIn(person)).toBe(true)
  })
})

test('the page that is to ask at once is shown without where a network has seen too many', async () => {
  const strict = await startTestServer({ captchaLimits: { shown: { attempts: 1, seconds: 600 } } })
  const shown = []
  for (let time = 0; time < 2; time += 1) shown.push(await new Person(strict.issuer).visit(`${login}?captcha=true`))
  expect(shown.map((page) => [page.status, askedBy(page)])).toEqual([
    [200, 'slider'],
    [200, undefined],
  ])
  await strict.close()
})

describe('who cannot see the picture', () => {
  /** A browser that has chosen to wait. */
  async function waiting(username: string) {
    const { person, page } = await suspicious(username)
    return { person, page: await person.submit(page, { username, captchaWait: 'true', password: '' }) }
  }
  test('waits half a minute, and signs in', async () => {
    const { id, userName, password } = await newcomer(server)
    const { person, page } = await waiting(userName)
    expect([page.status, askedBy(page), whyAsked(page)]).toEqual([200, 'wait', undefined])
    expect(page.body).toMatch(/role="status"[^>]*>[^<]*send it in 30 seconds or later/)
    expect(page.body).toContain(`value="${userName}"`)
    const before = await attemptsOf(id)
    const early = await person.submit(page, { username: userName, password })
    expect([early.status, askedBy(early), whyAsked(early)]).toEqual([200, 'wait', expect.stringContaining('too early')])
    expect([captchaIn(early), await attemptsOf(id), await isIn(person)]).toEqual([captchaIn(page), before, false])
    await letPass(server)
    expect((await person.submit(early, { username: userName, password })).url.pathname).toBe('/usercenter')
  })

  test('waits once for each form: of 32 at once one goes on', async () => {
    const { id, userName } = await newcomer(server)
    const { person, page } = await waiting(userName)
    await letPass(server)
    const before = await attemptsOf(id)
    await atOnce(32, () => person.submit(page, { username: userName, password: 'wrong' }))
    expect(await attemptsOf(id)).toBe(before + 1)
  })

  test('waits in one browser, and not for ever', async () => {
    const { userName, password } = await newcomer(server)
    const { person, page } = await waiting(userName)
    const elsewhere = new Person(server.issuer)
    await letPass(server)
    const stranger = await elsewhere.submit(await open(elsewhere), {
      username: userName,
      password,
      captcha: captchaIn(page),
    })
    expect(whyAsked(stranger)).toContain('used already')
    await server.database.pool.query("update captcha_waits set expires_at = usable_from + interval '1 second'")
    const late = await person.submit(page, { username: userName, password })
    expect([askedBy(late), whyAsked(late)]).toEqual(['slider', expect.stringContaining('took too long')])
  })

  test('waits so often and no oftener', async () => {
    const strict = await startTestServer({
      signInLimits,
      captchaLimits: { waits: { attempts: 2, seconds: 600 } },
    })
    const person = new Person(strict.issuer)
    const page = await person.visit(login)
    const statuses = []
    for (let time = 0; time < 3; time += 1) {
      statuses.push((await person.submit(page, { username: 'a-name', password: '', captchaWait: 'true' })).status)
    }
    expect(statuses).toEqual([200, 200, 429])
    await strict.close()
  })
})

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
