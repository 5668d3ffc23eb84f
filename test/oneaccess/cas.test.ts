import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { invalidTicket } from './cas-refusal.ts'

let server: TestServer
let site: CasSite
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  site = await CasSite.start(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(async () => {
  site.close()
  await server.close()
})

describe('a sign-in by CAS', () => {
  test('leads over the sign-in page, which names the application, back with a ticket', async () => {
    const page = await site.login(person)
    expect(page.url.pathname).toBe('/Account/Login')
    expect(page.body).toContain('Third party')
    const back = await person.signIn(page)
    expect(back).toMatchObject({ status: 302 })
    expect(back.url.href).toMatch(new RegExp(`^${site.service}\\?ticket=ST-[0-9a-f]{32}$`))
    expect(await site.validate(ticketOf(back))).toMatchObject({ authenticationSuccess: { user: 'testUserName' } })
  })

  test('needs no page in a browser that is signed in, be it by OpenID Connect', async () => {
    const account = await person.visit('/Account/Login')
    await person.signIn(account)
    const back = await site.login(person)
    expect(back.url.href).toContain(`${site.service}?ticket=ST-`)
  })

  test('of somebody who mistypes the password, or fetches the page in another language, still leads back', async () => {
    const page = await site.login(person)
    const again = await person.signIn(page, 'testUserName', 'wrong')
    expect(again.status).toBe(200)
    expect(ticketOf(await person.signIn(again))).toMatch(/^ST-/)
  })

  test('says on a page that an address is not registered, and goes there in no way', async () => {
    await person.signIn(await person.visit('/Account/Login'))
    const { port } = new URL(site.service)
    for (const service of [
      'https://app.com.evil.example',
      'https://localhost@evil.example',
      '//evil.example',
      'javascript:alert(1)',
      site.service.slice(0, -1),
      `${site.service}x`,
      site.service.toUpperCase(),
      `http://localhost:${port}/cas/?`,
      `http://127.0.0.1:${port}/cas/`,
    ]) {
      const page = await person.visit(`/api/v1/cas/login?${new URLSearchParams({ service })}`)
      expect([service, page.status]).toEqual([service, 400])
      expect(page.headers.get('location')).toBeNull()
    }
  })

  test('decodes the address once and adds the ticket to a query that is there', async () => {
    const odd = await CasSite.start(server, { path: '/cb?url=http://x/&k=aHR0cA==&p=%2541' })
    const ticket = await odd.ticket(person)
    expect((await odd.login(person)).url.href).toContain('&p=%2541&ticket=ST-')
    expect(await odd.validate(ticket)).toMatchObject({ authenticationSuccess: { user: 'testUserName' } })
    odd.close()
  })

  test('may go to an address with other characters than ASCII', async () => {
    const service = 'http://localhost:5173/单点?名=值'
    await server.addApplication({ casServices: [service] })
    await person.signIn(await person.visit('/Account/Login'))
    const page = await person.visit(`/api/v1/cas/login?${new URLSearchParams({ service })}`)
    expect(page.url.href).toContain(`${encodeURI(service)}&ticket=ST-`)
  })

  test('cannot be gone on with in another browser, nor to another address', async () => {
    const page = await site.login(person)
    const visit = page.url.searchParams.get('ReturnUrl') ?? ''
    const other = new Person(server.issuer)
    const shown = await other.visit(`/Account/Login?${new URLSearchParams({ ReturnUrl: visit })}`)
    expect((await other.signIn(shown)).url.pathname).not.toContain('/cas/')
    const forged = visit.replace('/api/v1/cas/login?', '/api/v1/cas/login?renew=true&')
    const landed = await person.signIn(
      await person.visit(`/Account/Login?${new URLSearchParams({ ReturnUrl: forged })}`),
    )
    expect(landed.url.pathname).not.toContain('/cas/')
  })

  test('ends for an application that has been disabled', async () => {
    const gone = await CasSite.start(server)
    const ticket = await gone.ticket(person)
    await server.database.db
      .updateTable('applications')
      .set({ enabled: false })
      .where('clientId', '=', gone.clientId)
      .execute()
    expect((await gone.login(person)).status).toBe(400)
    expect(await gone.validate(ticket)).toMatchObject(invalidTicket)
    gone.close()
  })

  test('passes over parameters that it does not know, which libraries copy from the page', async () => {
    const page = await site.login(person, { next: '/inbox', method: 'POST' })
    expect((await person.signIn(page)).url.href).toContain(`${site.service}?ticket=ST-`)
  })

  test('refuses what is no address and what comes twice', async () => {
    for (const query of ['', '?service=', `?service=a&service=b`, `?service=${'x'.repeat(2049)}`]) {
      expect([query, (await person.visit(`/api/v1/cas/login${query}`)).status]).toEqual([query, 400])
    }
  })
})

describe('renew and gateway', () => {
  test('renew asks whoever is signed in for the password, and keeps their session', async () => {
    const first = await site.ticket(person)
    expect(await site.validate(first)).toMatchObject({ authenticationSuccess: {} })
    const posts = site.logouts.length
    const page = await site.login(person, { renew: 'true' })
    expect(page.url.pathname).toBe('/Account/Login')
    expect(page.body).toContain('name="password"')
    const back = await person.signIn(page)
    expect(await site.validate(ticketOf(back), { renew: 'true' })).toMatchObject({
      authenticationSuccess: { attributes: { isFromNewLogin: true } },
    })
    expect(site.logouts).toHaveLength(posts)
  })

  test('a ticket that a session gave does not pass a validation with renew', async () => {
    await person.signIn(await person.visit('/Account/Login'))
    const ticket = await site.ticket(person)
    expect(await site.validate(ticket, { renew: 'true' })).toMatchObject(invalidTicket)
    expect(await site.validate(ticket)).toMatchObject(invalidTicket)
    const other = await site.ticket(person)
    expect(await site.validate(other)).toMatchObject({
      authenticationSuccess: { attributes: { isFromNewLogin: false } },
    })
  })

  test('the way back from a sign-in makes one that follows no fresher', async () => {
    const page = await site.login(person, { renew: 'true' })
    const way = page.url.searchParams.get('ReturnUrl') ?? ''
    expect(ticketOf(await person.signIn(page))).toMatch(/^ST-/)
    const renewing = await site.login(person, { renew: 'true' })
    expect(renewing.url.pathname).toBe('/Account/Login')
    const stolen = new Person(server.issuer)
    await stolen.signIn(await stolen.visit('/Account/Login'))
    expect((await stolen.visit(way)).url.pathname).toBe('/Account/Login')
  })

  test('gateway asks nobody: without a session the browser comes back without a ticket', async () => {
    const page = await site.login(person, { gateway: 'true' })
    expect(page.url.href).toBe(site.service)
    await person.signIn(await person.visit('/Account/Login'))
    expect(ticketOf(await site.login(person, { gateway: 'true' }))).toMatch(/^ST-/)
  })

  test('renew counts before gateway', async () => {
    const page = await site.login(person, { gateway: 'true', renew: 'true' })
    expect(page.url.pathname).toBe('/Account/Login')
  })
})
