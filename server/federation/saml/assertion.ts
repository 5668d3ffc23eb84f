import { instant, type NamedSession, newId } from './messages.ts'
import { namespaces } from './names.ts'
import { type Xml, xml } from './xml.ts'

/** What the platform says of somebody to one application. */
export interface Statement extends NamedSession {
  readonly issuer: string
  /** The application's entity id. */
  readonly audience: string
  /** Where the assertion is taken to. */
  readonly recipient: string
  readonly inResponseTo: string | undefined
  readonly signedInAt: Date
  /** After which the application is to ask again. */
  readonly sessionEnds: Date
  /** How the person proved who they are. */
  readonly context: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

/** How long it takes from here to the application at most, in milliseconds. */
const validFor = 5 * 60_000
/** By how much the clock of the application may be behind ours, in milliseconds. */
const clockSkew = 3 * 60_000

/**
 * The assertion of a sign-on in a browser (saml-profiles-2.0-os section 4.1.4.2). Every namespace is declared in it, so that it
 * stands alone once it is decrypted.
 */
export function assertion(of: Statement, now = new Date()): Xml {
  const after = (milliseconds: number) => instant(new Date(now.getTime() + milliseconds))
  const end = after(validFor)
  const answered = of.inResponseTo !== undefined && xml` InResponseTo="${of.inResponseTo}"`
  return xml`<saml:Assertion xmlns:saml="${namespaces.assertion}" ID="${newId()}" Version="2.0" IssueInstant="${instant(now)}"><saml:Issuer>${of.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${of.format}" SPNameQualifier="${of.audience}">${of.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${of.recipient}" NotOnOrAfter="${end}"${answered}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${after(-clockSkew)}" NotOnOrAfter="${end}"><saml:AudienceRestriction><saml:Audience>${of.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${instant(of.signedInAt)}" SessionIndex="${of.sessionIndex}" SessionNotOnOrAfter="${instant(of.sessionEnds)}"><saml:AuthnContext><saml:AuthnContextClassRef>${of.context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${attributes(of.attributes)}</saml:Assertion>`
}

function attributes(of: Statement['attributes']): Xml | undefined {
  if (of.length === 0) return undefined
  const each = of.map(
    ([name, value]) =>
      xml`<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`,
  )
  return xml`<saml:AttributeStatement>${each}</saml:AttributeStatement>`
}
