import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../support/contract-fetch.ts'
import { Person } from '../support/person.ts'
import { postedBy, read, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { sso } from './saml-person.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

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
