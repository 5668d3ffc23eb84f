import { sign } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Page, Person } from '../support/person.ts'
import { asForm, asQuery, declared, newPair, newRequestId, postedBy, ServiceProvider } from '../support/saml.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
let server: TestServer
/** Takes signed requests alone. */
let sp: ServiceProvider
let person: Person
beforeAll(async () => {
  server = await startTestServer()
  sp = await ServiceProvider.register(server, { samlAuthnRequestsSigned: true })
  person = new Person(server.issuer)
  await person.signIn(await person.visit('/Account/Login'))
})
afterAll(() => server.close())

const post = (xml: string) => person.visit('/api/v1/saml2/idp/sso', { method: 'POST', body: asForm(xml) })
const postLogout = (xml: string) => person.visit('/api/v1/saml2/idp/slo', { method: 'POST', body: asForm(xml) })

/** Nothing was taken, and nothing of it is on the page. */
function expectRefused(page: Page) {
  expect([400, 413]).toContain(page.status)
  expect(page.url.pathname).toMatch(/^\/api\/v1\/saml2\/idp\//)
  expect(page.body).not.toContain('SAMLResponse')
}

const evilId = newRequestId()
/** The attacker's own request, with something inside. */
const evil = (inside: string, root = 'AuthnRequest') =>
  `<samlp:${root} ${declared} ID="${evilId}" Version="2.0" IssueInstant="${new Date().toISOString()}"><saml:Issuer>${sp.entityId}</saml:Issuer>${inside}</samlp:${root}>`
const signatureOf = (xml: string) => /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)?.[0] ?? ''

describe('a signed form', () => {
  test('is taken as it is, and with line breaks in its Base64', async () => {
    const xml = sp.sign(sp.request())
    expect(postedBy(await post(xml)).action).toBe(sp.acs)
    const form = asForm(xml)
    form.set('SAMLRequest', (form.get('SAMLRequest') ?? '').replace(/.{76}/g, '$&\r\n'))
    expect(postedBy(await person.visit('/api/v1/saml2/idp/sso', { method: 'POST', body: form })).action).toBe(sp.acs)
  })

  test.each<[string, () => string]>([
    ['that nobody has signed', () => sp.request()],
    [
      'that somebody else has signed',
      () => {
        const other = newPair()
        return Object.assign(Object.create(sp), { pair: other, sign: sp.sign }).sign(sp.request())
      },
    ],
    ['that was changed', () => sp.sign(sp.request()).replace('Version="2.0"', 'Version="2.0" ForceAuthn="false"')],
    ['whose signature lost a digit', () => sp.sign(sp.request()).replace(/(<ds:SignatureValue>)./, '$1')],
    ['with an honest request beside the forged one', () => evil(sp.sign(sp.request()))],
    [
      'with an honest request in Extensions',
      () => evil(`<samlp:Extensions>${sp.sign(sp.request())}</samlp:Extensions>`),
    ],
    [
      'with an honest assertion inside',
      () =>
        evil(
          sp.sign(
            `<saml:Assertion ${declared} ID="_cap" Version="2.0"><saml:Issuer>${sp.entityId}</saml:Issuer></saml:Assertion>`,
          ),
        ),
    ],
    [
      'with the signature of an honest request that stands inside it',
      () => {
        const honest = sp.sign(sp.request())
        const signature = signatureOf(honest)
        const bare = honest.replace(signature, '')
        return evil(`${signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`)}`)
      },
    ],
    [
      'with the signature of an honest request that stands beside it',
      () => {
        const honest = sp.sign(sp.request())
        return evil(
          `${signatureOf(honest)}<samlp:Extensions>${honest.replace(signatureOf(honest), '')}</samlp:Extensions>`,
        )
      },
    ],
    [
      'with the id of an honest request twice',
      () => {
        const honest = sp.sign(sp.request())
        const id = /ID="([^"]+)"/.exec(honest)?.[1] ?? ''
        return evil(
          `${signatureOf(honest)}<samlp:Extensions>${honest.replace(signatureOf(honest), '')}</samlp:Extensions>`,
        ).replace(evilId, id)
      },
    ],
    [
      'with two signatures',
      () => {
        const honest = sp.sign(sp.request())
        return honest.replace('</samlp:AuthnRequest>', `${signatureOf(honest)}</samlp:AuthnRequest>`)
      },
    ],
    [
      'whose signature covers the whole document and no id',
      () => sp.sign(sp.request()).replace(/URI="#[^"]+"/, 'URI=""'),
    ],
    [
      'whose signature has many references',
      () => {
        const honest = sp.sign(sp.request())
        const reference = /<ds:Reference[\s\S]*<\/ds:Reference>/.exec(honest)?.[0] ?? ''
        return honest.replace(reference, reference.repeat(9))
      },
    ],
    [
      'whose signature has many transforms',
      () =>
        sp
          .sign(sp.request())
          .replace(
            '<ds:Transforms>',
            `<ds:Transforms>${'<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'.repeat(300)}`,
          ),
    ],
    [
      'whose signature has another transform',
      () =>
        sp
          .sign(sp.request())
          .replace(
            'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
            'http://www.w3.org/TR/1999/REC-xslt-19991116',
          ),
    ],
    [
      'that is signed with a method that every object has',
      () => sp.sign(sp.request()).replace(rsaSha256, 'constructor'),
    ],
    [
      'that is signed with SHA-1',
      () => sp.sign(sp.request()).replace(rsaSha256, 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
    ],
    [
      'that is signed with the public key as a secret',
      () => sp.sign(sp.request()).replace(rsaSha256, 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
    ],
  ])('%s is refused', async (_name, forged) => {
    expectRefused(await post(forged()))
  })

  test('brings its own certificate in vain', async () => {
    const stranger = await ServiceProvider.register(server)
    const forged = stranger.sign(stranger.request().replace(stranger.entityId, sp.entityId))
    expect(forged).toContain(stranger.pair.certificate)
    expectRefused(await post(forged))
  })

  test('is verified with any certificate that is registered', async () => {
    const [old, next] = [newPair(), newPair()]
    const rolling = await ServiceProvider.register(server, {
      samlAuthnRequestsSigned: true,
      samlCertificates: [
        old.certificate,
        `-----BEGIN CERTIFICATE-----\n${next.certificate}\n-----END CERTIFICATE-----\n`,
      ],
    })
    for (const pair of [old, next]) {
      const xml = ServiceProvider.prototype.sign.call({ pair }, rolling.request())
      expect(postedBy(await post(xml)).action).toBe(rolling.acs)
    }
    expectRefused(await post(rolling.sign(rolling.request())))
  })
})

describe('a signed query', () => {
  /** A query as an application writes it. @param encode how it writes values */
  function signedQuery(
    xml: string,
    relayState?: string,
    encode: (text: string) => string = encodeURIComponent,
    pair = sp.pair,
  ): string {
    const parts = [
      `SAMLRequest=${encode(deflateRawSync(xml).toString('base64'))}`,
      ...(relayState === undefined ? [] : [`RelayState=${encode(relayState)}`]),
      `SigAlg=${encode(rsaSha256)}`,
    ].join('&')
    return `${parts}&Signature=${encode(sign('sha256', Buffer.from(parts), pair.privateKey).toString('base64'))}`
  }
  const get = (query: string) => person.visit(`${sp.signOn}?${query}`)

  test.each([
    ['as JavaScript encodes', encodeURIComponent],
    [
      'with escapes in lower case',
      (text: string) => encodeURIComponent(text).replace(/%../g, (written) => written.toLowerCase()),
    ],
    [
      'with more escapes than are needed',
      (text: string) => encodeURIComponent(text).replace(/[g-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    ],
  ])('is verified as it came: %s', async (_name, encode) => {
    const posted = postedBy(await get(signedQuery(sp.request(), 'a b', encode)))
    expect(posted.action).toBe(sp.acs)
    expect(posted.fields.get('RelayState')).toBe('a b')
  })

  test.each<[string, () => string]>([
    ['without a signature', () => asQuery(sp.request())],
    [
      'with the signature of another application',
      () => signedQuery(sp.request(), undefined, encodeURIComponent, newPair()),
    ],
    ['with another RelayState', () => signedQuery(sp.request(), 'a').replace('RelayState=a', 'RelayState=b')],
    ['with a RelayState that was not signed', () => `${signedQuery(sp.request())}&RelayState=b`],
    ['without its RelayState', () => signedQuery(sp.request(), 'a').replace('RelayState=a&', '')],
    ['with another request', () => signedQuery(sp.request()).replace(/SAMLRequest=[^&]+/, asQuery(sp.request()))],
    ['with two requests', () => `${asQuery(sp.request())}&${signedQuery(sp.request())}`],
    ['with two requests, the forged one last', () => `${signedQuery(sp.request())}&${asQuery(sp.request())}`],
    [
      'with the second name written in escapes',
      () => `${signedQuery(sp.request())}&SAML%52equest=${asQuery(sp.request()).slice(12)}`,
    ],
    ['with two signatures', () => `${signedQuery(sp.request())}&Signature=AAAA`],
    ['without the name of the algorithm', () => signedQuery(sp.request()).replace(/&SigAlg=[^&]+/, '')],
    ['with SHA-1', () => signedQuery(sp.request()).replace('rsa-sha256', 'rsa-sha1')],
    [
      'with an algorithm that every object has',
      () => signedQuery(sp.request()).replace(encodeURIComponent(rsaSha256), 'constructor'),
    ],
    ['with a signature that is no Base64', () => signedQuery(sp.request()).replace(/Signature=.*/, 'Signature=*')],
    ['in another encoding', () => `${signedQuery(sp.request())}&SAMLEncoding=urn%3Aanother`],
  ])('%s is refused', async (_name, forged) => {
    expectRefused(await get(forged()))
  })
})

describe('a message that is none', () => {
  let open: ServiceProvider
  beforeAll(async () => {
    open = await ServiceProvider.register(server)
  })

  test.each<[string, (xml: string) => string]>([
    ['a document type', (xml) => `<!DOCTYPE a>${xml}`],
    [
      'an entity of its own',
      (xml) => `<!DOCTYPE a [<!ENTITY e "x">]>${xml.replace('</saml:Issuer>', '&e;</saml:Issuer>')}`,
    ],
    [
      'an entity that reads a file',
      (xml) =>
        `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml.replace('</saml:Issuer>', '&e;</saml:Issuer>')}`,
    ],
    [
      'entities that grow',
      (xml) =>
        `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>${xml.replace('</saml:Issuer>', '&c;</saml:Issuer>')}`,
    ],
    ['an entity that nobody declares', (xml) => xml.replace('</saml:Issuer>', '&e;</saml:Issuer>')],
    ['a processing instruction', (xml) => xml.replace('<saml:Issuer>', '<saml:Issuer><?p x?>')],
    ['a processing instruction in front', (xml) => `<?xml-stylesheet href="x"?>${xml}`],
    ['a comment in a name', (xml) => xml.replace('</saml:Issuer>', '<!---->.evil</saml:Issuer>')],
    ['a CDATA section', (xml) => xml.replace('<saml:Issuer>', '<saml:Issuer><![CDATA[]]>')],
    ['two roots', (xml) => xml + xml],
    ['text behind the root', (xml) => `${xml}text`],
    ['no end', (xml) => xml.slice(0, -5)],
    ['no root', () => 'text'],
    ['a character that XML has not', (xml) => xml.replace('</saml:Issuer>', '\u0000</saml:Issuer>')],
    ['a reference to one', (xml) => xml.replace('</saml:Issuer>', '&#0;</saml:Issuer>')],
    ['two issuers', (xml) => xml.replace('</saml:Issuer>', `</saml:Issuer><saml:Issuer>${'x'}</saml:Issuer>`)],
    ['elements in the issuer', (xml) => xml.replace('</saml:Issuer>', '<x/></saml:Issuer>')],
    ['no issuer', (xml) => xml.replace(/<saml:Issuer>.*<\/saml:Issuer>/, '')],
    ['another version', (xml) => xml.replace('Version="2.0"', 'Version="1.1"')],
    ['no id', (xml) => xml.replace(/ID="[^"]*"/, '')],
    ['an id that is none', (xml) => xml.replace(/ID="[^"]*"/, 'ID="&lt;x&gt;"')],
    ['no time', (xml) => xml.replace(/IssueInstant="[^"]*"/, '')],
    ['a time that is none', (xml) => xml.replace(/IssueInstant="[^"]*"/, 'IssueInstant="yesterday"')],
    ['another address', (xml) => xml.replace(/Destination="[^"]*"/, 'Destination="https://evil.example.com/sso"')],
    ['another root', (xml) => xml.replaceAll('AuthnRequest', 'LogoutRequest')],
    [
      'a root of another namespace',
      (xml) => xml.replace('xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"', 'xmlns:samlp="urn:x"'),
    ],
    ['a flag that is none', (xml) => xml.replace('Version', 'ForceAuthn="perhaps" Version')],
    [
      'thousands of elements',
      (xml) => xml.replace('</samlp:AuthnRequest>', `${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}</samlp:AuthnRequest>`),
    ],
    ['much text', (xml) => xml.replace('</samlp:AuthnRequest>', `<x>${'x'.repeat(66_000)}</x></samlp:AuthnRequest>`)],
  ])('%s: a page says so, in either binding, signed or not', async (_name, change) => {
    const xml = change(open.request())
    expectRefused(await post(xml))
    expectRefused(await person.visit(`${open.signOn}?${asQuery(xml)}`))
  })

  test('a name keeps to what was signed: a comment or an instruction put in later is refused', async () => {
    const signedMessage = open.sign(open.logoutRequest('admin.evil'))
    for (const inside of ['admin<!---->.evil', '<?p admin?>.evil', 'admin<![CDATA[.evil]]>']) {
      expectRefused(await postLogout(signedMessage.replace('admin.evil', inside)))
    }
  })

  test.each([
    ['no Base64', 'SAMLRequest=%3Cx%2F%3E'],
    ['Base64 of another alphabet', 'SAMLRequest=_-_-'],
    ['not deflated', `SAMLRequest=${encodeURIComponent(Buffer.from('<x/>').toString('base64'))}`],
    ['no UTF-8', `SAMLRequest=${encodeURIComponent(deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64'))}`],
    [
      'a mebibyte of zeros, deflated',
      `SAMLRequest=${encodeURIComponent(deflateRawSync(Buffer.alloc(8 * 1024 * 1024)).toString('base64'))}`,
    ],
    ['half an escape', 'SAMLRequest=%4'],
    ['empty', 'SAMLRequest='],
  ])('%s is refused', async (_name, query) => {
    expectRefused(await person.visit(`${open.signOn}?${query}`))
    expectRefused(await person.visit(`${open.logout}?${query}`))
  })

  test('what takes long to verify is not begun: a hundred costly forgeries take a moment', async () => {
    const honest = open.sign(open.request())
    const transform = '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
    const costly = honest.replace('<ds:Transforms>', `<ds:Transforms>${transform.repeat(300)}`)
    const start = performance.now()
    await Promise.all(Array.from({ length: 100 }, async () => expectRefused(await post(costly))))
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

test('a form is sent again by our page alone, and its fields are no markup', async () => {
  const open = await ServiceProvider.register(server, { name: '<script>alert(1)</script>' })
  const page = await new Person(server.issuer).visit('/api/v1/saml2/idp/sso', {
    method: 'POST',
    body: asForm(open.request(), '"><script>alert(1)</script>'),
  })
  expect(page.body).toContain('data-auto-submit')
  expect(page.body).not.toContain('<script>alert')
})
