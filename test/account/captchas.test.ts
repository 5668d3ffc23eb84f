import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptPassword, loginKey, openSignIn, submitUserLogin } from '../security/support/doors.ts'
import { atOnce } from '../security/support/flow.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { newcomer } from './account-person.ts'
import {
  askedBy,
  attemptsOf,
  captchaIn,
  few,
  letPass,
  signInLimits,
  solved,
  suspicious,
  whyAsked,
} from './captcha-person.ts'

const login = '/Account/Login'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signInLimits, trustProxy: 1 })
})
afterAll(() => server.close())

describe('the sign-in page', () => {
  test('asks nothing of who mistypes once, and asks after the third wrong password, with the page that says so', async () => {
    const { userName, password } = await newcomer(server)
    const once = new Person(server.issuer)
    const again = await once.signIn(await once.visit(login), userName, 'wrong')
    expect(askedBy(again)).toBe(undefined)
    expect((await once.signIn(again, userName, password)).url.pathname).toBe('/usercenter')

    const { person, page } = await suspicious(server, userName)
    expect([askedBy(page), whyAsked(page)]).toEqual(['slider', undefined])
    expect(page.body).toContain('The account or the password is not right')
    const done = await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(done.url.pathname).toBe('/usercenter')
  })

  test('asks who comes without an answer, keeps what was typed and no password, and counts nothing', async () => {
    const { id, userName, password } = await newcomer(server)
    await suspicious(server, userName)
    const before = await attemptsOf(server, id)
    const person = new Person(server.issuer)
    let page = await person.visit(login)
    for (let time = 0; time < 8; time += 1) {
      expect(askedBy(await person.visit(login))).toBe(undefined)
      page = await person.submit(page, { username: userName, password, captcha: '' })
      expect([page.status, askedBy(page), whyAsked(page)]).toEqual([
        200,
        'slider',
        expect.stringContaining('one more step'),
      ])
      expect(page.body).toContain(`value="${userName}"`)
      expect(page.body).not.toContain(password)
    }
    expect(await person.isSignedIn()).toBe(false)
    expect(await attemptsOf(server, id)).toBe(before)
    await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(await person.isSignedIn()).toBe(true)
  })

  test('tells nothing of the password before the captcha is right, nor whether anybody has the name', async () => {
    const { userName, password } = await newcomer(server)
    const shown = async (name: string, typed: string, beside: number) => {
      const { person, page } = await suspicious(server, name)
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
        const { page } = await suspicious(server, username, person)
        const answer = await solved(server, page)
        expect(whyAsked(await person.submit(page, { username, password: 'wrong', ...answer }))).toBe(undefined)
        return answer
      },
    ],
    [
      'of another browser',
      'used already',
      async () => {
        const { page } = await suspicious(server, `stranger-${crypto.randomUUID()}`)
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
    const { person, page } = await suspicious(server, userName)
    const given = await answer(page, person)
    const refused = await person.submit(page, { username: userName, password, ...given })
    expect([refused.status, askedBy(refused)]).toEqual([200, 'slider'])
    expect(whyAsked(refused)).toContain(reason)
    expect(await person.isSignedIn()).toBe(false)
    await person.submit(refused, { username: userName, password, ...(await solved(server, refused)) })
    expect(await person.isSignedIn()).toBe(true)
  })

  test('of 32 forms at once with one right answer one goes on', async () => {
    const { id, userName } = await newcomer(server)
    const { person, page } = await suspicious(server, userName)
    const before = await attemptsOf(server, id)
    const answer = await solved(server, page)
    const pages = await atOnce(32, () => person.submit(page, { username: userName, password: 'wrong', ...answer }))
    expect(pages.filter(({ body }) => body.includes('The account or the password is not right')).length).toBe(1)
    expect(await attemptsOf(server, id)).toBe(before + 1)
  })

  test('of 32 wrong passwords at once three are looked at, all others are asked', async () => {
    const { id, userName } = await newcomer(server)
    const person = new Person(server.issuer)
    const page = await person.visit(login)
    const pages = await atOnce(32, () => person.signIn(page, userName, 'wrong'))
    expect(pages.filter((shown) => whyAsked(shown) !== undefined).length).toBe(29)
    expect(await attemptsOf(server, id)).toBe(3)
  })

  test('lets 32 right passwords at once in without one', async () => {
    const { userName, password } = await newcomer(server)
    const people = await atOnce(32, async () => {
      const person = new Person(server.issuer)
      return person.signIn(await person.visit(login), userName, password)
    })
    expect(people.map(({ url }) => url.pathname)).toEqual(people.map(() => '/usercenter'))
  })

  test('asks a network that tries many names, and everybody for a name that many networks try', async () => {
    const limits = { address: { ...few, suspicious: 3 }, account: { attempts: 50, seconds: 600, suspicious: 5 } }
    const strict = await startTestServer({ signInLimits: limits, trustProxy: 1 })
    const from = (address: string) => new Person(strict.issuer, { 'accept-language': 'en', 'x-forwarded-for': address })
    const attempt = async (address: string, name: string) => {
      const person = from(address)
      return person.signIn(await person.visit(login), name, 'wrong')
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
    let page = await person.visit(login)
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
    await person.visit(login)
    const page = await person.visit(answer.msg)
    expect(askedBy(page)).toBe('slider')
    await person.submit(page, { username: userName, password, ...(await solved(server, page)) })
    expect(await person.isSignedIn()).toBe(true)
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
