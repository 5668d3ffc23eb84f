import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryDirectory } from '../setup/temporary.ts'
import { Person } from '../support/person.ts'
import { freePort } from '../support/process.ts'
import { newPair, postedBy, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { startApache } from './support/apache.ts'

const run = promisify(execFile)

let server: TestServer
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  ;[server, directory] = await Promise.all([startTestServer(), temporaryDirectory()])
})
afterAll(async () => {
  await server.close()
  await directory.remove()
})

const pem = (certificate: string) =>
  `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
/** Writes a file beside the test. */
async function file(name: string, content: string): Promise<string> {
  await writeFile(`${directory.path}/${name}`, content, { mode: 0o644 })
  return `${directory.path}/${name}`
}

test('mod_auth_mellon signs a person in by SAML, and out from either side', async () => {
  const address = `http://localhost:${await freePort()}`
  const pair = newPair()
  await server.addApplication({
    samlEntityId: `${address}/mellon/metadata`,
    samlAcsUrls: [`${address}/mellon/postResponse`],
    samlLogoutUrl: `${address}/mellon/logout`,
    samlBackchannelLogoutUrl: `${address}/mellon/logout`,
    samlCertificates: [pair.certificate],
  })
  const metadata = await (await fetch(`${server.issuer}/api/v1/saml2/idp/metadata`)).text()
  const settings = {
    SITE: address,
    KEY_FILE: await file('sp.key', pair.pem),
    CERTIFICATE_FILE: await file('sp.pem', pem(pair.certificate)),
    METADATA_FILE: await file('idp.xml', metadata),
  }
  const site = await startApache(settings, `http://localhost:${await freePort()}`, 'mellon')
  try {
    const atSite = new Person(address)
    const atPlatform = new Person(server.issuer)
    /** To the platform with the site's request, and back with its answer. */
    const signOn = async () => {
      const asked = await atSite.visit('/')
      const page = await atPlatform.visit(asked.url)
      const answer = postedBy(page.url.pathname === '/Account/Login' ? await atPlatform.signIn(page) : page)
      const body = new URLSearchParams([...answer.fields])
      return atSite.visit(answer.action, { method: 'POST', body })
    }
    expect(JSON.parse((await signOn()).body).user).toBe('testUserName')
    // The platform's sign-out ends the session of the site, which is told by a request from server to server.
    await atPlatform.visit('/api/v1/logout')
    expect((await atSite.visit('/')).url.origin).toBe(server.issuer)
    expect(JSON.parse((await signOn()).body).user).toBe('testUserName')
    // The site's own sign-out ends the session of the platform too.
    const leaving = await atSite.visit(`/mellon/logout?ReturnTo=${encodeURIComponent(`${address}/signed-out`)}`)
    const left = await atPlatform.visit(leaving.url)
    expect((await atSite.visit(left.url)).url.pathname).toBe('/signed-out')
    expect((await atPlatform.visit('/usercenter')).url.pathname).toBe('/Account/Login')
    expect((await atSite.visit('/')).url.origin).toBe(server.issuer)
  } finally {
    await site.stop()
  }
})

test('xmlsec1 verifies response and assertion, and an assertion that it has decrypted alone', async () => {
  const encryption = newPair()
  const certificate = /<ds:X509Certificate>([^<]+)</.exec(
    await (await fetch(`${server.issuer}/api/v1/saml2/idp/metadata`)).text(),
  )?.[1]
  const idp = await file('idp.pem', pem(certificate ?? ''))
  const key = await file('decryption.key', encryption.pem)
  const ids = ['protocol:Response', 'assertion:Assertion'].flatMap((name) => [
    '--id-attr:ID',
    `urn:oasis:names:tc:SAML:2.0:${name}`,
  ])
  const person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'))
  const answered = async (sp: ServiceProvider) =>
    postedBy(await person.visit(`${sp.signOn}?sp=${encodeURIComponent(sp.entityId)}`)).xml
  const verify = (path: string, node: string) =>
    run('xmlsec1', [
      '--verify',
      '--pubkey-cert-pem',
      idp,
      '--enabled-key-data',
      'rsa',
      ...ids,
      '--node-xpath',
      node,
      path,
    ])
  const signatureIn = (name: string) => `//*[local-name()='${name}']/*[local-name()='Signature']`

  const plain = await file('plain.xml', await answered(await ServiceProvider.register(server)))
  await verify(plain, signatureIn('Response'))
  await verify(plain, signatureIn('Assertion'))

  const sp = await ServiceProvider.register(server, { samlEncryptionCertificate: encryption.certificate })
  const encrypted = await file('encrypted.xml', await answered(sp))
  await verify(encrypted, signatureIn('Response'))
  const { stdout } = await run('xmlsec1', ['--decrypt', '--privkey-pem', key, encrypted])
  const alone = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(stdout)?.[0] ?? ''
  await verify(await file('alone.xml', alone), signatureIn('Assertion'))
})
