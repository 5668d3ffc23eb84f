import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Person } from '../support/person.ts'
import { asQuery, postedBy, read, ServiceProvider, statusOf } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { format, idOf, signedIn, sso } from './saml-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const context = (name: string) => `urn:oasis:names:tc:SAML:2.0:ac:classes:${name}`

const nameIdOf = (xml: string) => {
  const name = read(xml, 'NameID')
  return [name?.textContent, name?.getAttribute('Format')?.split(':').at(-1)]
}
const contextOf = (xml: string) => read(xml, 'AuthnContextClassRef')?.textContent?.split(':').at(-1)

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
    const person = await signedIn(server)
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
    const person = await signedIn(server)
    expect(statusOf(postedBy(await ask(person, 'IsPassive="1"')).xml)).toEqual(['Success'])
    const both = postedBy(await ask(person, 'IsPassive="true" ForceAuthn="true"'))
    expect(statusOf(both.xml)).toEqual(['Responder', 'NoPassive'])
    expect(both.xml).not.toContain('Assertion')
  })

  test('NameIDPolicy: each format that the metadata lists, and InvalidNameIDPolicy for any other', async () => {
    const person = await signedIn(server)
    const named = async (name: string, more = '') => postedBy(await ask(person, '', policy(name, more))).xml
    expect(nameIdOf(await named(format('persistent')))).toEqual([await idOf(server, 'testUserName'), 'persistent'])
    expect(nameIdOf(await named(format('emailAddress')))).toEqual(['test@example.com', 'emailAddress'])
    expect(nameIdOf(await named(format('unspecified')))).toEqual([await idOf(server, 'testUserName'), 'persistent'])
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
    const person = await signedIn(server, 'unconfirmed', password)
    const { xml } = postedBy(await ask(person, '', policy(format('emailAddress'))))
    expect(statusOf(xml)).toEqual(['Requester', 'InvalidNameIDPolicy'])
  })

  test('the format of the registration stands where a request names none', async () => {
    const byName = await ServiceProvider.register(server, { samlNameIdFormat: 'unspecified' })
    const person = await signedIn(server)
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
    const { xml } = postedBy(await ask(await signedIn(server), '', contexts(comparison, ...names.map(context))))
    expect(contextOf(xml)).toBe(answer)
  })

  test.each([
    ['exact', ['Kerberos']],
    ['better', ['PasswordProtectedTransport']],
    ['minimum', ['X509']],
    ['maximum', ['X509']],
    ['better', ['X509']],
  ])('RequestedAuthnContext: %s of %s is what nobody can do here', async (comparison, names) => {
    const { xml } = postedBy(await ask(await signedIn(server), '', contexts(comparison, ...names.map(context))))
    expect(statusOf(xml)).toEqual(['Responder', 'NoAuthnContext'])
  })

  test('what is not offered is answered with a status: another binding, a person who is named beforehand', async () => {
    const person = await signedIn(server)
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
