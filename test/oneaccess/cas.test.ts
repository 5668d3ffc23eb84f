import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { CasSite, ticketOf } from '../support/cas-site.ts'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let beside: TestServer
let site: CasSite
let person: Person

beforeAll(async () => {
  server = await startTestServer()
  beside = await startTestServer({ beside: server })
  site = await CasSite.start(server)
})
beforeEach(() => {
  person = new Person(server.issuer)
})
afterAll(async () => {
  site.close()
  await beside.close()
  await server.close()
})

const parse = (address: string) => new URL(address, server.issuer)
const invalidTicket = { authenticationFailure: { code: 'INVALID_TICKET', description: expect.any(String) } }

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

describe('a ticket', () => {
  test('works once, of 32 at once on two nodes for one', async () => {
    const ticket = await site.ticket(person)
    const query = new URLSearchParams({ service: site.service, ticket })
    const answers = await Promise.all(
      Array.from({ length: 32 }, async (_, n) => {
        const { issuer } = n % 2 === 0 ? server : beside
        return (await contractFetch(new URL(`/api/v1/cas/validate?${query}`, issuer))).text()
      }),
    )
    expect(answers.filter((answer) => answer.startsWith('yes'))).toEqual(['yes\ntestUserName\n'])
    expect(answers.filter((answer) => answer === 'no\n')).toHaveLength(31)
  })

  test('is burnt by another address', async () => {
    const other = await CasSite.start(server)
    const ticket = await site.ticket(person)
    expect(await other.validate(ticket)).toMatchObject({ authenticationFailure: { code: 'INVALID_SERVICE' } })
    expect(await site.validate(ticket)).toMatchObject(invalidTicket)
    other.close()
  })

  test('is good for 30 seconds', async () => {
    const [ticket, late] = [await site.ticket(person), await site.ticket(person)]
    const { rows } = await server.database.pool.query(
      `update cas_tickets set expires_at = expires_at - interval '31 seconds' returning expires_at`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    expect([await site.validate(ticket), await site.validate(late)]).toMatchObject([invalidTicket, invalidTicket])
  })

  test('ends with the session and with the person', async () => {
    const id = await server.addUser({ userName: 'cas.leaver', password: 'Leaver.2026' })
    const signIn = async () => {
      const browser = new Person(server.issuer)
      return [browser, ticketOf(await browser.signIn(await site.login(browser), 'cas.leaver', 'Leaver.2026'))] as const
    }
    const [browser, ticket] = await signIn()
    await browser.visit('/api/v1/cas/logout')
    expect(await site.validate(ticket)).toMatchObject(invalidTicket)
    const [, second] = await signIn()
    await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
    expect(await site.validate(second)).toMatchObject(invalidTicket)
  })

  test('is stored as a hash', async () => {
    const ticket = await site.ticket(person)
    const { rows } = await server.database.pool.query('select ticket_hash, service from cas_tickets')
    expect(JSON.stringify(rows)).not.toContain(ticket)
  })
})

describe('an answer', () => {
  test('of CAS 1.0 is text', async () => {
    const ticket = await site.ticket(person)
    const query = new URLSearchParams({ service: site.service, ticket })
    const answer = await contractFetch(parse(`/api/v1/cas/validate?${query}`))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toBe('yes\ntestUserName\n')
    expect(await site.ask('ST-unknown', {}, 'validate')).toBe('no\n')
  })

  test('of CAS 2.0 has no attributes', async () => {
    expect(await site.ask(await site.ticket(person), {}, 'serviceValidate')).toBe(
      '<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\n' +
        '  <cas:authenticationSuccess>\n    <cas:user>testUserName</cas:user>\n  </cas:authenticationSuccess>\n' +
        '</cas:serviceResponse>\n',
    )
  })

  test('of CAS 3.0 has those of the sign-in and of the mapping, as JSON too', async () => {
    const mapped = await CasSite.start(server, {
      attributeMapping: { mail: 'email', tel: 'mobile', dept: 'extension.dept' },
    })
    const expected = {
      authenticationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      longTermAuthenticationRequestTokenUsed: false,
      isFromNewLogin: true,
      mail: 'test@example.com',
      tel: '13800000001',
    }
    const { authenticationSuccess } = await mapped.validate(await mapped.ticket(person))
    expect(authenticationSuccess).toEqual({ user: 'testUserName', attributes: expected })
    const xml = await mapped.ask(await mapped.ticket(person))
    expect(xml).toContain('<cas:mail>test@example.com</cas:mail>')
    expect(xml).toContain('<cas:isFromNewLogin>false</cas:isFromNewLogin>')
    mapped.close()
  })

  test('tells of a session that outlives the browser', async () => {
    const page = await site.login(person)
    const back = await person.submit(page, { username: 'testUserName', password: 'Abc.123456', RememberLogin: 'true' })
    expect(await site.validate(ticketOf(back))).toMatchObject({
      authenticationSuccess: { attributes: { longTermAuthenticationRequestTokenUsed: true } },
    })
  })

  test('parses whatever names and values have in them', async () => {
    const value = `A&B <c> ]]> "x" \u0001\ufffe 张三`
    await server.addUser({
      userName: 'cas.<odd>&',
      displayName: value,
      password: 'Odd.2026.x',
      extension: { n: 7, o: {} },
    })
    const odd = await CasSite.start(server, {
      attributeMapping: {
        'ldap.fred@x.com': 'name',
        '1st': 'name',
        '': 'name',
        n: 'extension.n',
        o: 'extension.o',
        p: 'extension.toString',
      },
    })
    const ticket = ticketOf(await person.signIn(await odd.login(person), 'cas.<odd>&', 'Odd.2026.x'))
    const xml = await odd.ask(ticket)
    const { XMLParser, XMLValidator } = await import('fast-xml-parser')
    expect(XMLValidator.validate(xml)).toBe(true)
    const read = new XMLParser({ parseTagValue: false, htmlEntities: false }).parse(xml)
    const success = read['cas:serviceResponse']['cas:authenticationSuccess']
    expect(success['cas:user']).toBe('cas.<odd>&')
    const written = 'A&B <c> ]]> "x"  张三'
    expect(success['cas:attributes']).toMatchObject({
      'cas:ldap.fred_x.com': written,
      'cas:_1st': written,
      'cas:n': '7',
    })
    expect(Object.keys(success['cas:attributes'])).not.toContain('cas:o')
    expect(Object.keys(success['cas:attributes'])).not.toContain('cas:p')
    odd.close()
  })

  test('to what lacks something is INVALID_REQUEST, with status 200, in the form that is asked for', async () => {
    const xml = await contractFetch(parse('/api/v1/cas/serviceValidate?service=x'))
    expect([xml.status, await xml.text()]).toEqual([200, expect.stringContaining('code="INVALID_REQUEST"')])
    const json = await contractFetch(parse('/api/v1/cas/p3/serviceValidate?format=JSON&ticket=x'))
    expect([json.status, await json.json()]).toMatchObject([
      200,
      { serviceResponse: { authenticationFailure: { code: 'INVALID_REQUEST' } } },
    ])
    const text = await contractFetch(parse('/api/v1/cas/validate'))
    expect([text.status, await text.text()]).toEqual([200, 'no\n'])
  })

  test('names a ticket that it does not know as it was sent, escaped', async () => {
    const xml = await site.ask('ST-<x>&"')
    expect(xml).toContain(
      '<cas:authenticationFailure code="INVALID_TICKET">Ticket ST-&lt;x&gt;&amp;&quot; not recognized<',
    )
  })
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
    await vi.waitFor(() => expect(far.logouts).toHaveLength(1))
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
