import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../security/support/flow.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { newcomer } from './account-person.ts'
import { askedBy, attemptsOf, captchaIn, letPass, signInLimits, suspicious, whyAsked } from './captcha-person.ts'

const login = '/Account/Login'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signInLimits, trustProxy: 1 })
})
afterAll(() => server.close())

describe('who cannot see the picture', () => {
  /** A browser that has chosen to wait. */
  async function waiting(username: string) {
    const { person, page } = await suspicious(server, username)
    return { person, page: await person.submit(page, { username, captchaWait: 'true', password: '' }) }
  }
  test('waits half a minute, and signs in', async () => {
    const { id, userName, password } = await newcomer(server)
    const { person, page } = await waiting(userName)
    expect([page.status, askedBy(page), whyAsked(page)]).toEqual([200, 'wait', undefined])
    expect(page.body).toMatch(/role="status"[^>]*>[^<]*send it in 30 seconds or later/)
    expect(page.body).toContain(`value="${userName}"`)
    const before = await attemptsOf(server, id)
    const early = await person.submit(page, { username: userName, password })
    expect([early.status, askedBy(early), whyAsked(early)]).toEqual([200, 'wait', expect.stringContaining('too early')])
    expect([captchaIn(early), await attemptsOf(server, id), await person.isSignedIn()]).toEqual([
      captchaIn(page),
      before,
      false,
    ])
    await letPass(server)
    expect((await person.submit(early, { username: userName, password })).url.pathname).toBe('/usercenter')
  })

  test('waits once for each form: of 32 at once one goes on', async () => {
    const { id, userName } = await newcomer(server)
    const { person, page } = await waiting(userName)
    await letPass(server)
    const before = await attemptsOf(server, id)
    await atOnce(32, () => person.submit(page, { username: userName, password: 'wrong' }))
    expect(await attemptsOf(server, id)).toBe(before + 1)
  })

  test('waits in one browser, and not for ever', async () => {
    const { userName, password } = await newcomer(server)
    const { person, page } = await waiting(userName)
    const elsewhere = new Person(server.issuer)
    await letPass(server)
    const stranger = await elsewhere.submit(await elsewhere.visit(login), {
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
