import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { type Page, Person } from '../support/person.ts'
import { asForm, asQuery, newPair, newRequestId, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const sso = '/api/v1/saml2/idp/sso'
const format = (name: string) =>
  `urn:oasis:names:tc:SAML:${name === 'emailAddress' || name === 'unspecified' ? '1.1' : '2.0'}:nameid-format:${name}`
const context = (name: string) => `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`

/** Somebody who is signed in. */
async function signedIn(username = 'testUserName', password = 'Abc.123456'): Promise<Person> {
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'), username, password)
  return person
}

/** The last parts of the two levels of the outcome. */
const statusOf = (xml: string) =>
  Array.from(read(xml, 'Status')?.getElementsByTagNameNS('*', 'StatusCode') ?? []).map((code) =>
    code.getAttribute('Value')?.split(':').at(-1),
  )
const nameIdOf = (xml: string) => {
  const name = read(xml, 'NameID')
  return [name?.textContent, name?.getAttribute('Format')?.split(':').at(-1)]
}
const contextOf = (xml: string) => read(xml, 'AuthnContextClassRef')?.textContent?.split(':').at(-1)

const idOf = async (userName: string) =>
  (await server.database.db.selectFrom('users').select('id').where('userName', '=', userName).executeTakeFirstOrThrow())
    .id

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
      nameID: await idOf('testUserName'),
      nameIDFormat: format('persistent'),
      userName: 'testUserName',
      name: 'Test User',
      mail: 'test@example.com',
      mobile: '13800000001',
    })
  })

  test('answers no request, and sends no RelayState', async () => {
    const sp = await ServiceProvider.register(server)
    const posted = postedBy(await (await signedIn()).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
    expect(posted.xml).not.toContain('InResponseTo')
    expect([...posted.fields.keys()]).toEqual(['SAMLResponse'])
  })

  test('leads nowhere for an Entity ID that nobody has, or whose application is disabled', async () => {
    const off = await ServiceProvider.register(server, { enabled: false })
    for (const entityId of ['https://nobody.example.com', off.entityId, 'constructor', 'a\u0000b']) {
      const page = await (await signedIn()).visit(`${sso}?sp=${encodeURIComponent(entityId)}`)
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
    expect(profile?.nameID).toBe(await idOf('testUserName'))
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
    const posted = postedBy(await (await signedIn()).submit(crossSite, {}))
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
    const person = await signedIn()
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
    person = await signedIn()
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

describe('what a request may ask for', () => {
  let sp: ServiceProvider
  beforeAll(async () => {
    sp = await ServiceProvider.register(server)
  })
  const ask = async (person: Person, attributes: string, content = '') =>
    person.visit(`${sso}?${asQuery(sp.request(attributes, content))}`)
  const policy = (name: string, more = '') => `<samlp:NameIDPolicy Format="${name}" ${more}/>`
  const contexts = (comparison: string, ...names: string[]) =>
    `<samlp:RequestedAuthnContext Comparison="${comparison}">${names.map((name) => `<saml:AuthnContextClassRef>${name}</saml:AuthnContextClassRef>`).join('')}</samlp:RequestedAuthnContext>`

  test('ForceAuthn: whoever is signed in signs in again, and only a sign-in on the way counts', async () => {
    const person = await signedIn()
    const page = await ask(person, 'ForceAuthn="true"')
    expect(page.url.pathname).toBe('/Account/Login')
    const before = Date.now()
    // Going back without having signed in leads to the sign-in page again.
    const returnUrl = page.url.searchParams.get('ReturnUrl') ?? ''
    expect((await person.visit(returnUrl)).url.pathname).toBe('/Account/Login')
    const posted = postedBy(await person.signIn(page))
    const instant = Date.parse(read(posted.xml, 'AuthnStatement')?.getAttribute('AuthnInstant') ?? '')
    expect(instant).toBeGreaterThanOrEqual(before - 1000)
  })

  test('IsPassive: no page is shown; without a session, or with ForceAuthn, the answer is NoPassive', async () => {
    expect(statusOf(postedBy(await ask(new Person(server.issuer), 'IsPassive="true"')).xml)).toEqual([
      'Responder',
      'NoPassive',
    ])
    const person = await signedIn()
    expect(statusOf(postedBy(await ask(person, 'IsPassive="1"')).xml)).toEqual(['Success'])
    const both = postedBy(await ask(person, 'IsPassive="true" ForceAuthn="true"'))
    expect(statusOf(both.xml)).toEqual(['Responder', 'NoPassive'])
    expect(both.xml).not.toContain('Assertion')
  })

  test('NameIDPolicy: each format that the metadata lists, and InvalidNameIDPolicy for any other', async () => {
    const person = await signedIn()
    const named = async (name: string, more = '') => postedBy(await ask(person, '', policy(name, more))).xml
    expect(nameIdOf(await named(format('persistent')))).toEqual([await idOf('testUserName'), 'persistent'])
    expect(nameIdOf(await named(format('emailAddress')))).toEqual(['test@example.com', 'emailAddress'])
    expect(nameIdOf(await named(format('unspecified')))).toEqual([await idOf('testUserName'), 'persistent'])
    const [transient, kind] = nameIdOf(await named(format('transient')))
    expect(kind).toBe('transient')
    expect(transient).toMatch(/^_[0-9a-f]{32}$/)
    expect(nameIdOf(await named(format('persistent'), `SPNameQualifier="${sp.entityId}"`))[1]).toBe('persistent')
    for (const xml of [
      await named(format('kerberos')),
      await named('constructor'),
      await named(format('persistent'), 'SPNameQualifier="https://another.example.com"'),
    ]) {
      expect(statusOf(xml)).toEqual(['Requester', 'InvalidNameIDPolicy'])
    }
  })

  test('a person without a confirmed mail address has no name of that format', async () => {
    const password = 'Pwd.123456'
    await server.addUser({ userName: 'unconfirmed', email: 'unconfirmed@example.com', emailVerified: false, password })
    const person = await signedIn('unconfirmed', password)
    const { xml } = postedBy(await ask(person, '', policy(format('emailAddress'))))
    expect(statusOf(xml)).toEqual(['Requester', 'InvalidNameIDPolicy'])
  })

  test('the format of the registration stands where a request names none', async () => {
    const byName = await ServiceProvider.register(server, { samlNameIdFormat: 'unspecified' })
    const person = await signedIn()
    const { xml } = postedBy(await person.visit(`${sso}?${asQuery(byName.request())}`))
    expect(nameIdOf(xml)).toEqual(['testUserName', 'unspecified'])
  })

  test.each([
    ['exact', ['PasswordProtectedTransport'], 'PasswordProtectedTransport'],
    ['exact', ['Kerberos', 'Password'], 'Password'],
    ['minimum', ['Password'], 'PasswordProtectedTransport'],
    ['maximum', ['Password'], 'Password'],
    ['better', ['Password'], 'PasswordProtectedTransport'],
  ])('RequestedAuthnContext: %s of %s is %s', async (comparison, names, answer) => {
    const { xml } = postedBy(await ask(await signedIn(), '', contexts(comparison, ...names.map(context))))
    expect(contextOf(xml)).toBe(answer)
  })

  test.each([
    ['exact', ['Kerberos']],
    ['better', ['PasswordProtectedTransport']],
    ['minimum', ['X509']],
  ])('RequestedAuthnContext: %s of %s is what nobody can do here', async (comparison, names) => {
    const { xml } = postedBy(await ask(await signedIn(), '', contexts(comparison, ...names.map(context))))
    expect(statusOf(xml)).toEqual(['Responder', 'NoAuthnContext'])
  })

  test('what is not offered is answered with a status: another binding, a person who is named beforehand', async () => {
    const person = await signedIn()
    const artifact = await ask(person, 'ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"')
    expect(statusOf(postedBy(artifact).xml)).toEqual(['Requester', 'UnsupportedBinding'])
    const subject = await ask(person, '', '<saml:Subject><saml:NameID>somebody</saml:NameID></saml:Subject>')
    expect(statusOf(postedBy(subject).xml)).toEqual(['Requester', 'RequestUnsupported'])
  })

  test('a strict library tells an outcome that is no sign-on from one', async () => {
    const library = await sp.library({ passive: true })
    const page = await new Person(server.issuer).visit(await library.getAuthorizeUrlAsync('', undefined, {}))
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(postedBy(page).fields))
    expect(profile).toBeNull()
  })
})

describe('the assertion', () => {
  test('holds every value as it is, whatever is in it', async () => {
    const entityId = 'https://sp.example.com/saml?a=1&b="2"'
    const acs = 'https://sp.example.com/acs?x=1&y=2'
    const sp = await ServiceProvider.register(server, {
      samlEntityId: entityId,
      samlAcsUrls: [acs],
      samlNameIdFormat: 'unspecified',
    })
    const password = 'Pwd.123456'
    const displayName = 'Tom & <J> "x" </saml:AttributeValue><saml:Attribute Name="role">\u0001\t\r\n🙂'
    await server.addUser({ userName: 'o’neill&<x>', displayName, password })
    const person = await signedIn('o’neill&<x>', password)
    const posted = postedBy(await person.visit(`${sso}?sp=${encodeURIComponent(entityId)}`))
    expect(posted.action).toBe(acs)
    const library = await sp.library({ issuer: entityId, audience: entityId, callbackUrl: acs })
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile?.nameID).toBe('o’neill&<x>')
    expect(profile?.attributes).toEqual({
      id: await idOf('o’neill&<x>'),
      userName: 'o’neill&<x>',
      name: displayName.replace('\u0001', ''),
    })
  })

  test('is true from three minutes ago on and for five minutes, in UTC with Z', async () => {
    const sp = await ServiceProvider.register(server)
    const { xml } = postedBy(await (await signedIn()).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
    const conditions = read(xml, 'Conditions')
    const times = ['NotBefore', 'NotOnOrAfter'].map((name) => conditions?.getAttribute(name) ?? '')
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const [notBefore = 0, notOnOrAfter = 0] = times.map((time) => (Date.parse(time) - Date.now()) / 1000)
    expect(notBefore).toBeLessThan(-170)
    expect(notBefore).toBeGreaterThan(-200)
    expect(notOnOrAfter).toBeGreaterThan(280)
    expect(notOnOrAfter).toBeLessThanOrEqual(300)
  })

  test('is encrypted for an application that has registered a certificate for it, and a strict library reads it', async () => {
    const pair = newPair()
    const sp = await ServiceProvider.register(server, { samlEncryptionCertificate: pair.certificate })
    const posted = postedBy(await (await signedIn()).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
    expect(posted.xml).toContain('EncryptedAssertion')
    expect(posted.xml).not.toContain('testUserName')
    const library = await sp.library({ decryptionPvk: pair.pem })
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile?.userName).toBe('testUserName')
  })

  test('names a session of one application alike for as long as it lasts, and of no two applications', async () => {
    const [one, other] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const person = await signedIn()
    const indexOf = async (sp: ServiceProvider) => {
      const { xml } = postedBy(await person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
      return read(xml, 'AuthnStatement')?.getAttribute('SessionIndex')
    }
    const first = await indexOf(one)
    expect(await indexOf(one)).toBe(first)
    expect(await indexOf(other)).not.toBe(first)
  })
})

test('whoever is disabled meanwhile is taken nowhere', async () => {
  const sp = await ServiceProvider.register(server)
  const password = 'Pwd.123456'
  const id = await server.addUser({ userName: 'leaving', password })
  const person = await signedIn('leaving', password)
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
      const answer = await (await signedIn()).visit(`${sso}?request=${changed}`)
      expect(answer.status).toBe(400)
      expect(answer.body).not.toContain('SAMLResponse')
    }
  })

  test('a sign-on leaves one row behind, however often it is made', async () => {
    const sp = await ServiceProvider.register(server)
    const person = await signedIn()
    const visit = async (): Promise<Page> => person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`)
    await visit()
    await Promise.all(Array.from({ length: 32 }, visit))
    const rows = await server.database.db
      .selectFrom('sessionParties')
      .select(['protocol', 'details'])
      .where('clientId', '=', sp.clientId)
      .execute()
    expect(rows).toEqual([
      { protocol: 'saml', details: { nameId: await idOf('testUserName'), format: format('persistent') } },
    ])
  })
})

describe('the metadata', () => {
  test('names the platform, its addresses and the key that signs', async () => {
    const answer = await contractFetch(`${server.issuer}/api/v1/saml2/idp/metadata`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/samlmetadata\+xml/)
    const xml = await answer.text()
    expect(read(xml, 'EntityDescriptor')?.getAttribute('entityID')).toBe(`${server.issuer}/api/v1/saml2/idp/metadata`)
    const services = [...xml.matchAll(/<md:(\w+Service) Binding="[^"]*:(HTTP-\w+)" Location="([^"]*)"/g)]
    expect(services.map(([, name, binding, address]) => `${name} ${binding} ${address}`)).toEqual([
      `SingleLogoutService HTTP-Redirect ${server.issuer}/api/v1/saml2/idp/slo`,
      `SingleLogoutService HTTP-POST ${server.issuer}/api/v1/saml2/idp/slo`,
      `SingleSignOnService HTTP-Redirect ${server.issuer}${sso}`,
      `SingleSignOnService HTTP-POST ${server.issuer}${sso}`,
    ])
    const certificate = new X509Certificate(Buffer.from(read(xml, 'X509Certificate')?.textContent ?? '', 'base64'))
    expect(certificate.subject).toBe('CN=localhost')
    expect(certificate.verify(certificate.publicKey)).toBe(true)
  })

  test('is the same on every node, and lists the next key before it signs', async () => {
    const day = 86_400_000
    const first = await startTestServer({ keySchedule: { signs: 8 * day, announced: 7 * day, retired: 30 * day } })
    const second = await startTestServer({ beside: first })
    try {
      const at = async ({ app }: TestServer) => app.services.deps.saml.metadata()
      expect(await at(second)).toBe(await at(first))
      const certificates = async (of: TestServer) =>
        [...(await at(of)).matchAll(/<ds:X509Certificate>([^<]+)</g)].map(([, text]) => text)
      const [signing] = await certificates(first)
      await first.app.services.keyRing.rotate({}, day)
      const both = await certificates(first)
      expect(both).toHaveLength(2)
      expect(both[0]).toBe(signing)

      const sp = await ServiceProvider.register(first)
      const person = new Person(first.issuer)
      const page = await person.signIn(await person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
      const { xml, fields } = postedBy(page)
      expect(read(xml, 'X509Certificate')?.textContent).toBe(signing)
      // The library has both, as an application that has read the metadata before the change.
      const library = await sp.library()
      expect((await library.validatePostResponseAsync(Object.fromEntries(fields))).profile).not.toBeNull()
    } finally {
      await second.close()
      await first.close()
    }
  })
})
