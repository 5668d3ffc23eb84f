import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { type Page, Person } from '../support/person.ts'
import { asForm, asQuery, newRequestId, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { format, idOf, signedIn, sso } from './saml-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('a sign-on that begins here', () => {
  test('takes a person to the application after the sign-in, with an assertion that a strict library takes', async () => {
    const sp = await ServiceProvider.register(server, { attributeMapping: { mail: 'email', mobile: 'mobile' } })
    const person = new Person(server.issuer)
    const page = await person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`)
    expect(page.url.pathname).toBe('/Account/Login')
    const posted = postedBy(await person.signIn(page))
    expect(posted.action).toBe(sp.acs)
    const { profile } = await (await sp.library()).validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile).toMatchObject({
      nameID: await idOf(server, 'testUserName'),
      nameIDFormat: format('persistent'),
      userName: 'testUserName',
      name: 'Test User',
      mail: 'test@example.com',
      mobile: '13800000001',
    })
  })

  test('answers no request, and sends no RelayState', async () => {
    const sp = await ServiceProvider.register(server)
    const posted = postedBy(await (await signedIn(server)).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
    expect(posted.xml).not.toContain('InResponseTo')
    expect([...posted.fields.keys()]).toEqual(['SAMLResponse'])
  })

  test('leads nowhere for an Entity ID that nobody has, or whose application is disabled', async () => {
    const off = await ServiceProvider.register(server, { enabled: false })
    for (const entityId of ['https://nobody.example.com', off.entityId, 'constructor', 'a\u0000b']) {
      const page = await (await signedIn(server)).visit(`${sso}?sp=${encodeURIComponent(entityId)}`)
      expect(page.status, entityId).toBe(400)
      expect(page.body).not.toContain('SAMLResponse')
    }
  })

  test('is one thing: sp and SAMLRequest do not go together, and one has to be there', async () => {
    const sp = await ServiceProvider.register(server)
    for (const query of ['', `sp=${encodeURIComponent(sp.entityId)}&${asQuery(sp.request())}`]) {
      expect((await contractFetch(`${server.issuer}${sso}?${query}`)).status, query).toBe(400)
    }
  })
})

describe('a sign-on that begins at the application', () => {
  test('answers its request, signed in the query, and a strict library takes the answer', async () => {
    const sp = await ServiceProvider.register(server, { samlAuthnRequestsSigned: true })
    const library = await sp.library()
    const person = new Person(server.issuer)
    const page = await person.visit(await library.getAuthorizeUrlAsync('/orders?tab=a&b=c', undefined, {}))
    expect(page.url.pathname).toBe('/Account/Login')
    const posted = postedBy(await person.signIn(page))
    expect(posted.fields.get('RelayState')).toBe('/orders?tab=a&b=c')
    expect(posted.xml).toMatch(/InResponseTo="_[0-9a-f]+"/)
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile?.nameID).toBe(await idOf(server, 'testUserName'))
  })

  test('answers the same request by form, signed inside, after the form was sent again by a page of ours', async () => {
    const sp = await ServiceProvider.register(server, { samlAuthnRequestsSigned: true })
    const person = new Person(server.issuer)
    const again = await person.visit(sso, { method: 'POST', body: asForm(sp.sign(sp.request()), 'state') })
    const repeated = postedBy(again)
    expect(new URL(repeated.action, server.issuer).href).toBe(sp.signOn)
    const page = await person.submit(again, {})
    expect(page.url.pathname).toBe('/Account/Login')
    const posted = postedBy(await person.signIn(page))
    expect(posted.action).toBe(sp.acs)
    expect(posted.fields.get('RelayState')).toBe('state')
  })

  test('a form of another site that comes without cookies is sent again once, with the session, and there is no loop', async () => {
    const sp = await ServiceProvider.register(server)
    const headers = { 'sec-fetch-site': 'cross-site' }
    const crossSite = await new Person(server.issuer).visit(sso, {
      method: 'POST',
      body: asForm(sp.request()),
      headers,
    })
    expect(crossSite.status).toBe(200)
    expect(crossSite.body).toContain('data-auto-submit')
    const posted = postedBy(await (await signedIn(server)).submit(crossSite, {}))
    expect(posted.action).toBe(sp.acs)
    const stillWithout = await new Person(server.issuer).submit(crossSite, {})
    expect(stillWithout.url.pathname).toBe('/Account/Login')
  })

  test.each([
    ['300 bytes of all kinds', `${'&"‹é<>\'=+ %'.repeat(23)}xyz`],
    ['a kibibyte', 'x'.repeat(1024)],
  ])('RelayState comes back as it was sent: %s', async (_kind, relayState) => {
    const sp = await ServiceProvider.register(server)
    const person = new Person(server.issuer)
    const page = await person.visit(`${sso}?${asQuery(sp.request(), relayState)}`)
    const posted = postedBy(await person.signIn(page))
    expect(posted.fields.get('RelayState')).toBe(relayState)
    expect(Buffer.byteLength(posted.fields.get('RelayState') ?? '')).toBeGreaterThan(299)
  })

  test('the longest that is taken comes back from the sign-in page too', async () => {
    const acs = `https://sp.example.com/${'a'.repeat(2000)}`
    const sp = await ServiceProvider.register(server, { samlAcsUrls: [acs] })
    const person = new Person(server.issuer)
    const xml = sp.request('', '', `_${'x'.repeat(255)}`)
    const relayState = '\u0001"\\‹'.repeat(170)
    const page = await person.visit(`${sso}?${asQuery(xml, relayState)}`)
    const posted = postedBy(await person.signIn(page))
    expect(posted.action).toBe(acs)
    expect(posted.fields.get('RelayState')).toBe(relayState)
  })

  test('RelayState beyond its cap is refused, and one that is absent or empty stays absent', async () => {
    const sp = await ServiceProvider.register(server)
    const person = await signedIn(server)
    expect((await person.visit(`${sso}?${asQuery(sp.request(), 'é'.repeat(513))}`)).status).toBe(400)
    for (const query of [asQuery(sp.request()), asQuery(sp.request(), '')]) {
      expect(postedBy(await person.visit(`${sso}?${query}`)).fields.has('RelayState')).toBe(false)
    }
  })
})

describe('where the answer goes', () => {
  const third = 'https://third.example.com/acs?a=1&b=2'
  let sp: ServiceProvider
  let person: Person
  beforeAll(async () => {
    const urls = ['https://first.example.com/acs', 'https://second.example.com/acs', third]
    sp = await ServiceProvider.register(server, { samlAcsUrls: urls })
    person = await signedIn(server)
  })
  const answerTo = async (attributes: string) => person.visit(`${sso}?${asQuery(sp.request(attributes))}`)

  test.each([
    [
      'an address that is registered, whichever it is',
      `AssertionConsumerServiceURL="${third.replace('&', '&amp;')}"`,
      third,
    ],
    ['the one at a place', 'AssertionConsumerServiceIndex="1"', 'https://second.example.com/acs'],
    ['the first by default', '', 'https://first.example.com/acs'],
  ])('%s', async (_name, attributes, address) => {
    const posted = postedBy(await answerTo(attributes))
    expect(posted.action).toBe(address)
    expect(read(posted.xml, 'Response')?.getAttribute('Destination')).toBe(address)
    expect(read(posted.xml, 'SubjectConfirmationData')?.getAttribute('Recipient')).toBe(address)
  })

  test.each([
    ['another address', 'AssertionConsumerServiceURL="https://evil.example.com/acs"'],
    ['one that begins like a registered one', 'AssertionConsumerServiceURL="https://first.example.com/acs/../evil"'],
    ['one of another case', 'AssertionConsumerServiceURL="https://FIRST.example.com/acs"'],
    ['an empty one', 'AssertionConsumerServiceURL=""'],
    ['a script', 'AssertionConsumerServiceURL="javascript:alert(1)"'],
    ['a place that is none', 'AssertionConsumerServiceIndex="3"'],
    ['a place that is no number', 'AssertionConsumerServiceIndex="length"'],
    ['both', `AssertionConsumerServiceURL="https://first.example.com/acs" AssertionConsumerServiceIndex="0"`],
  ])('is never %s: a page says so, and nothing is posted', async (_name, attributes) => {
    const page = await answerTo(attributes)
    expect(page.status).toBe(400)
    expect(page.body).not.toContain('SAMLResponse')
    expect(page.body).not.toContain('<form')
  })
})

test('whoever is disabled meanwhile is taken nowhere', async () => {
  const sp = await ServiceProvider.register(server)
  const password = 'Pwd.123456'
  const id = await server.addUser({ userName: 'leaving', password })
  const person = await signedIn(server, 'leaving', password)
  const address = `${sso}?sp=${encodeURIComponent(sp.entityId)}`
  expect(postedBy(await person.visit(address)).action).toBe(sp.acs)
  await server.database.db.updateTable('users').set({ accountState: 'Disabled' }).where('id', '=', id).execute()
  const page = await person.visit(address)
  expect(page.url.pathname).toBe('/Account/Login')
  expect((await person.signIn(page, 'leaving', password)).body).not.toContain('SAMLResponse')
})

describe('what stays', () => {
  test('a request waits on the sign-in page for this browser, and cannot be changed', async () => {
    const sp = await ServiceProvider.register(server)
    const person = new Person(server.issuer)
    const page = await person.visit(`${sso}?${asQuery(sp.request())}`)
    const returnUrl = new URL(page.url.searchParams.get('ReturnUrl') ?? '', server.issuer)
    const sealed = returnUrl.searchParams.get('request') ?? ''
    for (const changed of [`${sealed.slice(0, -4)}AAAA`, 'AAAA', newRequestId()]) {
      const answer = await (await signedIn(server)).visit(`${sso}?request=${changed}`)
      expect(answer.status).toBe(400)
      expect(answer.body).not.toContain('SAMLResponse')
    }
  })

  test('a sign-on leaves one row behind, however often it is made', async () => {
    const sp = await ServiceProvider.register(server)
    const person = await signedIn(server)
    const visit = async (): Promise<Page> => person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`)
    await visit()
    await Promise.all(Array.from({ length: 32 }, visit))
    const rows = await server.database.db
      .selectFrom('sessionParties')
      .select(['protocol', 'details'])
      .where('clientId', '=', sp.clientId)
      .execute()
    expect(rows).toEqual([
      { protocol: 'saml', details: { nameId: await idOf(server, 'testUserName'), format: format('persistent') } },
    ])
  })
})
