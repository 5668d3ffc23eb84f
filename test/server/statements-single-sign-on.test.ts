import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../support/api.ts'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { countStatements, withoutSchedule } from '../support/statements.ts'

/** Statements of one request each, with a warm cache of applications. A change of these figures is a decision. */
const budget = {
  'to the sign-in page': 1,
  'back with a ticket': 3,
  'a session gives a ticket': 3,
  'gateway without a session': 1,
  validation: 2,
  'validation of a spent ticket': 1,
  'validation of what is no ticket': 0,
  'sign-out with an application to tell': 4,
  'global sign-out with an application to tell': 4,
  'global sign-out of nobody': 1,
  'userinfo of OneAccess': 1,
}

let server: TestServer
let site: CasSite
const counted: Record<string, number> = {}

beforeAll(async () => {
  server = await startTestServer()
  await withoutSchedule(server)
  site = await CasSite.start(server)
})
afterAll(async () => {
  site.close()
  await server.close()
})

test('what single sign-on costs the database stays within its budget', async () => {
  const count = async (name: keyof typeof budget, work: () => Promise<unknown>) => {
    counted[name] = await countStatements(work)
  }
  /** One hop alone: the browser follows none. */
  const hop = (person: Person, path: string) =>
    fetch(new URL(path, server.issuer), {
      headers: { cookie: ['_session', 'oa_request'].map((name) => `${name}=${person.cookie(name)}`).join('; ') },
      redirect: 'manual',
    })
  const nobody = new Person(server.issuer)
  const person = new Person(server.issuer)
  await site.validate(await site.ticket(person))

  await count('to the sign-in page', () => fetch(new URL(site.loginAddress(), server.issuer), { redirect: 'manual' }))
  await count('gateway without a session', () =>
    fetch(new URL(site.loginAddress({ gateway: 'true' }), server.issuer), { redirect: 'manual' }),
  )
  const page = await site.login(person, { renew: 'true' })
  const way = page.url.searchParams.get('ReturnUrl') ?? ''
  expect(ticketOf(await person.signIn(page))).toMatch(/^ST-/)
  await count('back with a ticket', () => hop(person, way))
  await count('a session gives a ticket', () => hop(person, site.loginAddress()))

  const ticket = await site.ticket(person)
  await count('validation', () => site.validate(ticket))
  await count('validation of a spent ticket', () => site.validate(ticket))
  await count('validation of what is no ticket', () => site.validate('ST-what?'))
  await server.database.db.deleteFrom('sessionParties').execute()

  await site.validate(await site.ticket(person))
  const service = new URLSearchParams({ service: site.service })
  await count('sign-out with an application to tell', () => hop(person, `/api/v1/cas/logout?${service}`))

  await site.validate(await site.ticket(nobody))
  const redirectUrl = new URLSearchParams({ redirect_url: site.service })
  await count('global sign-out with an application to tell', () => hop(nobody, `/api/v1/logout?${redirectUrl}`))
  await count('global sign-out of nobody', () =>
    fetch(new URL(`/api/v1/logout?${redirectUrl}`, server.issuer), { redirect: 'manual' }),
  )

  const token = await accessToken()
  await ask(server, 'GET', '/api/v1/oauth2/userinfo', { token })
  await count('userinfo of OneAccess', () => ask(server, 'GET', '/api/v1/oauth2/userinfo', { token }))

  expect(counted).toEqual(budget)
})

async function accessToken(): Promise<string> {
  const client = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
  const query = new URLSearchParams({ response_type: 'code', client_id: client.client_id })
  const person = new Person(server.issuer)
  const back = await person.signIn(await person.visit(`/api/v1/oauth2/authorize?${query}`))
  const form = { grant_type: 'authorization_code', code: back.url.searchParams.get('code') ?? '', ...client }
  const answer = await fetch(`${server.issuer}/api/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}
