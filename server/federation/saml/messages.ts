import { randomBytes } from 'node:crypto'
import { namespaces, type Status, statuses } from './names.ts'
import { type Xml, xml } from './xml.ts'

/** What every message of ours begins with. */
export interface MessageHead {
  /** Made when it is written, unless it is known before. */
  readonly id?: string
  readonly issuer: string
  /** Where it is sent. */
  readonly destination: string
  /** The request that it answers; undefined for an answer that nobody asked for. */
  readonly inResponseTo: string | undefined
}

/** An id has a letter or an underscore first (XML Schema part 2, section 3.3.8). */
export const newId = () => `_${randomBytes(16).toString('hex')}`

/** UTC, to the second (saml-core section 1.3.3). */
export const instant = (date: Date) => date.toISOString().replace(/\.\d+/, '')

/** @param content what the message has beside its outcome */
export function response(head: MessageHead, outcome: Status, content?: Xml): Xml {
  return xml`<samlp:Response xmlns:samlp="${namespaces.protocol}"${attributes(head)}>${issuer(head)}${statusOf(outcome)}${content}</samlp:Response>`
}

/** The answer to a LogoutRequest (saml-core section 3.7.2). */
export function logoutResponse(head: MessageHead, outcome: Status): Xml {
  return xml`<samlp:LogoutResponse xmlns:samlp="${namespaces.protocol}"${attributes(head)}>${issuer(head)}${statusOf(outcome)}</samlp:LogoutResponse>`
}

/** Somebody, as one application knows them and the session of theirs. */
export interface NamedSession {
  readonly nameId: string
  readonly format: string
  readonly sessionIndex: string
}

/**
 * Tells a service provider that a session has ended (saml-core section 3.7.1).
 * @param audience its entity id: libraries compare the whole name, with what qualifies it in the assertion
 */
export function logoutRequest(
  head: MessageHead,
  { nameId, format, sessionIndex }: NamedSession,
  audience: string,
  until: Date,
): Xml {
  return xml`<samlp:LogoutRequest xmlns:samlp="${namespaces.protocol}"${attributes(head)} NotOnOrAfter="${instant(until)}">${issuer(head)}<saml:NameID xmlns:saml="${namespaces.assertion}" Format="${format}" SPNameQualifier="${audience}">${nameId}</saml:NameID><samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex></samlp:LogoutRequest>`
}

/** A message on its way from server to server (saml-bindings section 3.2). */
export const inEnvelope = (message: Xml) =>
  String(xml`<soap:Envelope xmlns:soap="${namespaces.soap}"><soap:Body>${message}</soap:Body></soap:Envelope>`)

function attributes({ id = newId(), destination, inResponseTo }: MessageHead): Xml {
  const answered = inResponseTo !== undefined && xml` InResponseTo="${inResponseTo}"`
  return xml` ID="${id}" Version="2.0" IssueInstant="${instant(new Date())}" Destination="${destination}"${answered}`
}

const issuer = ({ issuer }: MessageHead) =>
  xml`<saml:Issuer xmlns:saml="${namespaces.assertion}">${issuer}</saml:Issuer>`

function statusOf(outcome: Status): Xml {
  const [first, second]: readonly [string, string?] = statuses[outcome]
  const below = second !== undefined && xml`<samlp:StatusCode Value="${second}"/>`
  return xml`<samlp:Status><samlp:StatusCode Value="${first}">${below}</samlp:StatusCode></samlp:Status>`
}
