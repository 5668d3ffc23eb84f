import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { SAML, type SamlConfig } from '@node-saml/node-saml'
import { DOMParser } from '@xmldom/xmldom'
import type { Insertable } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import { selfSigned } from '../../server/federation/saml/certificate.ts'
import { type MessageName, toAddress } from '../../server/federation/saml/encoded-message.ts'
import { signed } from '../../server/federation/saml/signature.ts'
import type { Installation } from './installation.ts'
import { plain } from './markup.ts'
import type { Page, Person } from './person.ts'

const namespaces = {
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
}
export const declared = `xmlns:samlp="${namespaces.samlp}" xmlns:saml="${namespaces.saml}"`

/** The first element of that name, for reading what the server sent. */
export function read(xml: string, name: string): Element | undefined {
  return new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS('*', name)[0]
}

/** The outcome of an answer: the last part of each level of its status. */
export function statusOf(xml: string): (string | undefined)[] {
  const codes = read(xml, 'Status')?.getElementsByTagNameNS('*', 'StatusCode') ?? []
  return Array.from(codes).map((code) => code.getAttribute('Value')?.split(':').at(-1))
}

/** A key with its certificate, as Base64. */
export function newPair(): { privateKey: KeyObject; certificate: string; pem: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = selfSigned(privateKey, 'sp.example.com', randomBytes(32).toString('base64url'), new Date())
  return { privateKey, certificate, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** What a page of ours posts by itself. */
export interface Posted {
  readonly action: string
  readonly fields: ReadonlyMap<string, string>
  /** The message, decoded. */
  readonly xml: string
}

/** The form of a page that sends itself. @throws Error when the page has none */
export function postedBy(page: Page): Posted {
  const form = /<form[^>]*\saction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.body)
  if (!form) throw new Error(`${page.status} at ${page.url} has no form: ${page.body.slice(0, 2000)}`)
  const fields = new Map(
    [...(form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      plain(/\sname="([^"]*)"/.exec(input)?.[1] ?? ''),
      plain(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]),
  )
  const xml = Buffer.from(fields.get('SAMLResponse') ?? fields.get('SAMLRequest') ?? '', 'base64').toString()
  return { action: plain(form[1] ?? ''), fields, xml }
}

/** What an application knows of somebody who signed on. */
export interface Known {
  readonly nameId: string
  readonly sessionIndex: string
}

/** A service provider: an application here, and the keys and the strict library that it has. */
export class ServiceProvider {
  readonly server: Installation
  readonly clientId: string
  readonly entityId: string
  readonly acs: string
  readonly logoutUrl: string
  readonly pair: ReturnType<typeof newPair>

  private constructor(server: Installation, clientId: string, entityId: string, pair: ReturnType<typeof newPair>) {
    this.server = server
    this.clientId = clientId
    this.entityId = entityId
    this.acs = `${entityId}/acs`
    this.logoutUrl = `${entityId}/slo`
    this.pair = pair
  }

  static async register(
    server: Installation,
    application: Partial<Insertable<Database['applications']>> = {},
  ): Promise<ServiceProvider> {
    const entityId = application.samlEntityId ?? `https://${randomBytes(6).toString('hex')}.example.com/saml`
    const pair = newPair()
    const clientId = await server.addApplication({
      samlEntityId: entityId,
      samlAcsUrls: [`${entityId}/acs`],
      samlLogoutUrl: `${entityId}/slo`,
      samlCertificates: [pair.certificate],
      ...application,
    })
    return new ServiceProvider(server, clientId, entityId, pair)
  }

  get signOn(): string {
    return `${this.server.issuer}/api/v1/saml2/idp/sso`
  }

  get logout(): string {
    return `${this.server.issuer}/api/v1/saml2/idp/slo`
  }

  /** Goes here from the platform, by way of the sign-in page where it has to be. @returns what the application learns */
  async enter(person: Person): Promise<Known> {
    const page = await person.visit(`${this.signOn}?sp=${encodeURIComponent(this.entityId)}`)
    const { xml } = postedBy(page.url.pathname === '/Account/Login' ? await person.signIn(page) : page)
    const sessionIndex = read(xml, 'AuthnStatement')?.getAttribute('SessionIndex') ?? ''
    return { nameId: read(xml, 'NameID')?.textContent ?? '', sessionIndex }
  }

  /** The library, set up by the metadata that the server publishes. */
  async library(options: Partial<SamlConfig> = {}): Promise<SAML> {
    const answer = await fetch(`${this.server.issuer}/api/v1/saml2/idp/metadata`)
    const metadata = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} ${metadata}`)
    const certificates = [...metadata.matchAll(/<ds:X509Certificate>([^<]+)</g)].map(([, text]) => text ?? '')
    return new SAML({
      entryPoint: this.signOn,
      logoutUrl: this.logout,
      issuer: this.entityId,
      callbackUrl: this.acs,
      audience: this.entityId,
      idpIssuer: `${this.server.issuer}/api/v1/saml2/idp/metadata`,
      idpCert: certificates,
      privateKey: this.pair.pem,
      signatureAlgorithm: 'sha256',
      identifierFormat: null,
      disableRequestedAuthnContext: true,
      ...options,
    } as SamlConfig)
  }

  /** An AuthnRequest of its own. @param attributes further ones @param content what stands behind the issuer */
  request(attributes = '', content = '', id = newRequestId()): string {
    return `<samlp:AuthnRequest ${declared} ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${this.signOn}"${attributes && ` ${attributes}`}><saml:Issuer>${this.entityId}</saml:Issuer>${content}</samlp:AuthnRequest>`
  }

  /** A LogoutRequest of its own. */
  logoutRequest(nameId: string, sessionIndexes: readonly string[] = [], attributes = ''): string {
    const indexes = sessionIndexes.map((index) => `<samlp:SessionIndex>${index}</samlp:SessionIndex>`).join('')
    return `<samlp:LogoutRequest ${declared} ID="${newRequestId()}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${this.logout}"${attributes && ` ${attributes}`}><saml:Issuer>${this.entityId}</saml:Issuer>${nameId.startsWith('<') ? nameId : `<saml:NameID>${nameId}</saml:NameID>`}${indexes}</samlp:LogoutRequest>`
  }

  /** A LogoutResponse of its own. @param codes the names of its status, the first one first */
  logoutResponse(inResponseTo: string, codes: readonly string[] = ['Success']): string {
    const status = codes.reduceRight(
      (below, code) =>
        `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${code}">${below}</samlp:StatusCode>`,
      '',
    )
    return `<samlp:LogoutResponse ${declared} ID="${newRequestId()}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${this.logout}" InResponseTo="${inResponseTo}"><saml:Issuer>${this.entityId}</saml:Issuer><samlp:Status>${status}</samlp:Status></samlp:LogoutResponse>`
  }

  /** The address that carries a message for the platform's sign-out, signed. */
  signedAddress(name: MessageName, text: string, relayState?: string): string {
    return toAddress(this.logout, { name, text, relayState }, this.pair.privateKey)
  }

  /** The message with a signature inside. */
  sign(xml: string): string {
    return signed(xml, this.pair)
  }
}

export const newRequestId = () => `_${randomBytes(16).toString('hex')}`

/** The HTTP-Redirect binding without a signature. */
export function asQuery(xml: string, relayState?: string): string {
  const query = new URLSearchParams({ SAMLRequest: deflateRawSync(xml).toString('base64') })
  if (relayState !== undefined) query.set('RelayState', relayState)
  return query.toString()
}

/** The HTTP-POST binding. */
export function asForm(xml: string, relayState?: string, name: MessageName = 'SAMLRequest'): URLSearchParams {
  const form = new URLSearchParams({ [name]: Buffer.from(xml).toString('base64') })
  if (relayState !== undefined) form.set('RelayState', relayState)
  return form
}

/** The message that an address of ours carries. */
export const messageIn = (url: URL, name: MessageName = 'SAMLResponse') =>
  inflateRawSync(Buffer.from(url.searchParams.get(name) ?? '', 'base64')).toString()
