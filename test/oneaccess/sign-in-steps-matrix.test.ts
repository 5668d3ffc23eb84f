import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeFor } from '../support/outbox.ts'
import { type Page, Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { type Application, type Protocol, protocols } from '../support/single-sign-on.ts'

const password = 'By.Every.Door.1'
const names = Object.keys(protocols) as Protocol[]
let last = 13_700_700_000

let server: TestServer
/** Applications that demand a second factor, and such that let in only those who have an account of them. */
let strict: Record<Protocol, Application>
let closed: Record<Protocol, Application>

async function applications(settings: { secondFactor: 'sms' } | { applicationAccountRequired: true }) {
  const made = await Promise.all(names.map(async (name) => [name, await protocols[name](server)] as const))
  const ids = made.map(([, { clientId }]) => clientId)
  await server.database.db.updateTable('applications').set(settings).where('clientId', 'in', ids).execute()
  return Object.fromEntries(made) as Record<Protocol, Application>
}
beforeAll(async () => {
  server = await startTestServer()
  strict = await applications({ secondFactor: 'sms' })
  closed = await applications({ applicationAccountRequired: true })
})
afterAll(async () => {
  for (const application of [strict, closed].flatMap((all) => Object.values(all ?? {}))) application.close()
  await server.close()
})

async function person() {
  const [userName, phone] = [`door-${crypto.randomUUID()}`, String(++last)]
  const id = await server.addUser({ userName, password, itc: '+86', phone, phoneVerified: true })
  return { id, userName, phone, browser: new Person(server.issuer) }
}
type Someone = Awaited<ReturnType<typeof person>>

const signIn = ({ browser, userName }: Someone, page: Page) => browser.signIn(page, userName, password)
async function giveCode({ browser, phone }: Someone, page: Page) {
  expect(page.url.pathname).toBe('/Account/SecondFactor')
  const sent = await browser.submit(page, { send: 'true' })
  return browser.submit(sent, { code: await codeFor(server, phone) })
}
const enter = (name: Protocol, back: Page, { browser }: Someone) => strict[name].enter(back, browser, server.issuer)

describe.each(names)('by %s', (name) => {
  test('the second factor comes before the first entry', async () => {
    const one = await person()
    const page = await signIn(one, await one.browser.visit(strict[name].address()))
    await enter(name, await giveCode(one, page), one)
  })

  test('the second factor comes before an entry from elsewhere, once in a session', async () => {
    const one = await person()
    await signIn(one, await one.browser.visit('/Account/Login'))
    await enter(name, await giveCode(one, await one.browser.visit(strict[name].address())), one)
    await enter(name, await one.browser.visit(strict[name].address()), one)
  })

  test('who has no account of the application does not enter, signed in or not', async () => {
    const [fresh, signedIn] = [await person(), await person()]
    const page = await signIn(fresh, await fresh.browser.visit(closed[name].address()))
    await signIn(signedIn, await signedIn.browser.visit('/Account/Login'))
    const other = await signedIn.browser.visit(closed[name].address())
    expect([page.url.pathname, other.url.pathname]).toEqual(['/Account/Denied', '/Account/Denied'])
  })
})
