import { attributeOf, childOf, isElement, textOf } from './parse.ts'
import { UnreadableMessage } from './unreadable.ts'

/** What every message says of itself (saml-core sections 3.2.1 and 3.2.2). */
export interface MessageHead {
  readonly id: string
  readonly issuer: string
  readonly issuedAt: Date
}

/** Whose a message says that it is, before anything is verified. @throws UnreadableMessage */
export function issuerOf(root: Element): string {
  const issuer = childOf(root, 'assertion', 'Issuer')
  const name = issuer && textOf(issuer)
  // saml-core section 8.3.6.
  if (!name || name.length > 1024) throw new UnreadableMessage('the message names no issuer')
  return name
}

/**
 * Reads what all messages have.
 * @param name the root's
 * @param address where the message is to have been sent
 * @throws UnreadableMessage
 */
export function readHead(
  root: Element,
  name: 'AuthnRequest' | 'LogoutRequest' | 'LogoutResponse',
  address: string,
): MessageHead {
  if (!isElement(root, 'protocol', name)) throw new UnreadableMessage(`the message is no ${name}`)
  if (attributeOf(root, 'Version') !== '2.0') throw new UnreadableMessage('the version is not 2.0')
  const id = attributeOf(root, 'ID')
  // An ID is a name without colon (XML Schema part 2, section 3.3.8), and nobody writes one beyond ASCII; it is echoed.
  if (!id || !/^[A-Za-z_][\w.-]{0,255}$/.test(id)) throw new UnreadableMessage('the message has no valid ID')
  const destination = attributeOf(root, 'Destination')
  if (destination !== undefined && destination !== address)
    throw new UnreadableMessage('the message is for another address')
  return { id, issuer: issuerOf(root), issuedAt: instantOf(root, 'IssueInstant') ?? missing('IssueInstant') }
}

/** A time (saml-core section 1.3.3); undefined when it is absent. @throws UnreadableMessage */
export function instantOf(element: Element, name: string): Date | undefined {
  const value = attributeOf(element, name)
  if (value === undefined) return undefined
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
  // Without a zone it is UTC all the same.
  const instant = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`)
  if (!form.test(value) || Number.isNaN(instant.getTime())) throw new UnreadableMessage(`${name} is no time`)
  return instant
}

function missing(name: string): never {
  throw new UnreadableMessage(`${name} is missing`)
}
