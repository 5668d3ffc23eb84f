import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedBy, solved } from '../account/captcha-person.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/** Statements of one form each, the page that it leads to with it. A change of these figures is a decision. */
const budget: Record<string, number> = {
  'wrong password': 4,
  'wrong password, and the page asks': 6,
  'no answer': 5,
  'wrong answer': 8,
  'right answer, wrong password': 9,
  'the button for who cannot see': 2,
  'too early': 4,
  'after the wait, wrong password': 7,
}

let server: TestServer
beforeAll(async () => {
  const accountAndAddress = { attempts: 100, seconds: 600, suspicious: 2 }
  server = await startTestServer({ signInLimits: { accountAndAddress } })
  await withoutSchedule(server)
})
afterAll(() => server.close())

test('each form with a captcha keeps to its number of statements, and one without has none more', async () => {
  const counted: Record<string, number> = {}
  const person = new Person(server.issuer)
  let page = await person.visit('/Account/Login')
  async function count(name: string, fields: Record<string, string>): Promise<void> {
    const from = page
    counted[name] = await countStatements(async () => {
      page = await person.submit(from, { username: 'testUserName', password: 'wrong', ...fields })
    })
  }
  await count('wrong password', {})
  await count('wrong password, and the page asks', {})
  expect(askedBy(page)).toBe('slider')
  await count('no answer', { captchaPosition: '0' })
  await count('wrong answer', await solved(server, page, 6))
  await count('right answer, wrong password', await solved(server, page))
  await count('the button for who cannot see', { captchaWait: 'true' })
  await count('too early', {})
  await server.database.pool.query("update captcha_waits set usable_from = usable_from - interval '31 seconds'")
  await count('after the wait, wrong password', {})
  expect(counted).toEqual(budget)
})
