import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

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

describe('a sign-out by CAS', () => {
  test('ends the session and goes to the registered address, to the sign-in page otherwise', async () => {
    await person.signIn(await person.visit('/Account/Login'))
    const page = await person.visit(`/api/v1/cas/logout?${new URLSearchParams({ service: site.service })}`)
    expect(page.url.href).toBe(site.service)
    expect(person.cookie('_session')).toBeUndefined()
    expect((await site.login(person)).url.pathname).toBe('/Account/Login')
    for (const service of [
      'https://app.com.evil.example',
      'https://localhost@evil.example',
      '//evil.example',
      `${site.service}x`,
    ]) {
      const away = await person.visit(`/api/v1/cas/logout?${new URLSearchParams({ service })}`)
      expect([service, away.url.pathname, away.status]).toEqual([service, '/Account/Login', 200])
    }
  })

  test('tells each ticket of each site once, by the ticket and the user', async () => {
    const [one, two] = [await CasSite.start(server), await CasSite.start(server)]
    const tickets = [await one.ticket(person), await one.ticket(person), await two.ticket(person)]
    for (const [index, ticket] of tickets.entries()) await (index < 2 ? one : two).validate(ticket)
    const unused = await two.ticket(person)
    await person.visit('/api/v1/cas/logout')
    const index = (request: string) => /<samlp:SessionIndex>(.*)<\/samlp:SessionIndex>/.exec(request)?.[1]
    expect(one.logouts.map(index).sort()).toEqual(tickets.slice(0, 2).sort())
    expect(two.logouts.map(index)).toEqual(tickets.slice(2))
    expect(two.logouts.join()).not.toContain(unused)
    for (const request of [...one.logouts, ...two.logouts]) {
      expect(request).toMatch(/^<samlp:LogoutRequest .*ID="LR-[\w-]+" Version="2.0" IssueInstant="[\dT:.-]+Z">/)
      expect(request).toContain('>testUserName</saml:NameID>')
    }
    const { rows } = await server.database.pool.query('select id from session_parties where client_id = $1', [
      one.clientId,
    ])
    expect(rows).toEqual([])
    one.close()
    two.close()
  })

  test('is told to a site whose session ends otherwise: by the owner elsewhere, by an administrator', async () => {
    const id = await server.addUser({ userName: 'cas.elsewhere', password: 'Elsewhere.2026' })
    const far = await CasSite.start(server)
    await far.validate(ticketOf(await person.signIn(await far.login(person), 'cas.elsewhere', 'Elsewhere.2026')))
    await server.database.db.deleteFrom('sessions').where('userId', '=', id).execute()
    await vi.waitFor(() => expect(far.logouts).toHaveLength(1), 10_000)
    far.close()
  })

  test('is told again to a site that did not take it, for as long as that has a point', async () => {
    const failing = await CasSite.start(server, { answer: 500 })
    await failing.validate(await failing.ticket(person))
    await person.visit('/api/v1/cas/logout')
    expect(failing.logouts).toHaveLength(1)
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await server.database.pool.query('update session_parties set due_at = now() where client_id = $1', [
        failing.clientId,
      ])
      await server.app.services.deps.sessionEnds.tellDue()
      expect(failing.logouts).toHaveLength(attempt)
    }
    const { rows } = await server.database.pool.query('select id from session_parties where client_id = $1', [
      failing.clientId,
    ])
    expect(rows).toEqual([])
    failing.close()
  })

  test('of one who signs in as somebody else ends what the former reached', async () => {
    await server.addUser({ userName: 'cas.other', password: 'Other.2026.x' })
    const former = await CasSite.start(server)
    await former.validate(await former.ticket(person))
    const page = await former.login(person, { renew: 'true' })
    const back = await person.signIn(page, 'cas.other', 'Other.2026.x')
    expect(former.logouts).toHaveLength(1)
    expect(await former.validate(ticketOf(back))).toMatchObject({ authenticationSuccess: { user: 'cas.other' } })
    former.close()
  })

  test('beside 32 validations leaves no site that was let in and is not told', async () => {
    const busy = await CasSite.start(server)
    const tickets = [await busy.ticket(person)]
    while (tickets.length < 32) tickets.push(await busy.ticket(person))
    const answers = await Promise.all([
      ...tickets.map(async (ticket) => ((await busy.validate(ticket)).authenticationSuccess ? [ticket] : [])),
      person.visit('/api/v1/cas/logout').then(() => []),
    ])
    const letIn = answers.flat()
    await vi.waitFor(() => expect(busy.logouts).toHaveLength(letIn.length), { timeout: 10_000 })
    for (const ticket of letIn) expect(busy.logouts.join()).toContain(ticket)
    busy.close()
  })
})
