import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPair, postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { idOf, signedIn, sso } from './saml-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

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
    const person = await signedIn(server, 'o’neill&<x>', password)
    const posted = postedBy(await person.visit(`${sso}?sp=${encodeURIComponent(entityId)}`))
    expect(posted.action).toBe(acs)
    const library = await sp.library({ issuer: entityId, audience: entityId, callbackUrl: acs })
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile?.nameID).toBe('o’neill&<x>')
    expect(profile?.attributes).toEqual({
      id: await idOf(server, 'o’neill&<x>'),
      userName: 'o’neill&<x>',
      name: displayName.replace('\u0001', ''),
    })
  })

  test('is true from three minutes ago on and for five minutes, in UTC with Z', async () => {
    const sp = await ServiceProvider.register(server)
    const { xml } = postedBy(await (await signedIn(server)).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
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
    const posted = postedBy(await (await signedIn(server)).visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
    expect(posted.xml).toContain('EncryptedAssertion')
    expect(posted.xml).not.toContain('testUserName')
    const library = await sp.library({ decryptionPvk: pair.pem })
    const { profile } = await library.validatePostResponseAsync(Object.fromEntries(posted.fields))
    expect(profile?.userName).toBe('testUserName')
  })

  test('names a session of one application alike for as long as it lasts, and of no two applications', async () => {
    const [one, other] = [await ServiceProvider.register(server), await ServiceProvider.register(server)]
    const person = await signedIn(server)
    const indexOf = async (sp: ServiceProvider) => {
      const { xml } = postedBy(await person.visit(`${sso}?sp=${encodeURIComponent(sp.entityId)}`))
      return read(xml, 'AuthnStatement')?.getAttribute('SessionIndex')
    }
    const first = await indexOf(one)
    expect(await indexOf(one)).toBe(first)
    expect(await indexOf(other)).not.toBe(first)
  })
})
