import { DOMParser } from '@xmldom/xmldom'
import { namespaces } from './names.ts'
import { UnreadableMessage } from './unreadable.ts'

/** No message of a service provider comes near: 100 authentication contexts are 10 KiB. */
export const longestMessage = 65_536
const mostElements = 400

/**
 * Reads a message strictly: one root, no document type, entity, comment, CDATA section or processing instruction, which
 * SAML needs none of and by which parsers and signatures have been made to see different things.
 * @throws UnreadableMessage
 */
export function parseMessage(text: string): Element {
  if (text.length > longestMessage) throw new UnreadableMessage('the message is too long')
  const body = text.replace(/^\ufeff?<\?xml\s[^<>]*\?>/, '')
  if (/<[!?]/.test(body)) throw new UnreadableMessage('the message holds more than elements and text')
  if (forbidden.test(body) || referencesForbidden(body)) throw new UnreadableMessage('the message is no XML')
  // Signatures are verified by functions that call themselves for every level, and visit every element several times.
  if (body.split(/<[^/]/).length > mostElements) throw new UnreadableMessage('the message has too many elements')
  const fail = (problem: string) => {
    throw new UnreadableMessage('the message is no XML', { cause: problem })
  }
  let read: Document | undefined
  try {
    read = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
      body.trim(),
      'text/xml',
    )
  } catch (cause) {
    if (cause instanceof UnreadableMessage) throw cause
    throw new UnreadableMessage('the message is no XML', { cause })
  }
  const root = read?.documentElement
  // More than one root, or text beside it, is no document, and this parser lets both through.
  if (!root || read.childNodes.length !== 1) throw new UnreadableMessage('the message has no single root')
  return root
}

/** What no document may hold, written out or by a reference (XML 1.0 sections 2.2 and 4.1). */
const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const referencesForbidden = (text: string) =>
  Array.from(text.matchAll(/&#(?:x([0-9a-f]+)|([0-9]+));/gi)).some(([, hexadecimal, decimal]) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0x10ffff || forbidden.test(String.fromCodePoint(code))
  })

/** Whether an element is the one with that name. */
export function isElement(node: Node | null | undefined, namespace: keyof typeof namespaces, name: string): boolean {
  if (node?.nodeType !== 1) return false
  const { namespaceURI, localName } = node as Element
  return namespaceURI === namespaces[namespace] && localName === name
}

/** The elements right below, of that name. */
export function childrenOf(parent: Element, namespace: keyof typeof namespaces, name: string): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => isElement(node, namespace, name))
}

/** The one right below, if there is one. @throws UnreadableMessage when there are several */
export function childOf(parent: Element, namespace: keyof typeof namespaces, name: string): Element | undefined {
  const found = childrenOf(parent, namespace, name)
  if (found.length > 1) throw new UnreadableMessage(`${name} stands there more than once`)
  return found[0]
}

/** The whole text of an element that holds nothing else. @throws UnreadableMessage when it does */
export function textOf(element: Element): string {
  const parts = Array.from(element.childNodes)
  if (parts.some(({ nodeType }) => nodeType !== 3)) throw new UnreadableMessage(`${element.localName} holds elements`)
  return parts
    .map((part) => part.nodeValue ?? '')
    .join('')
    .trim()
}

/** An attribute without a namespace; undefined when it is absent. */
export const attributeOf = (element: Element, name: string): string | undefined =>
  element.hasAttribute(name) ? (element.getAttribute(name) ?? '') : undefined

/** A boolean attribute (XML Schema part 2, section 3.2.2). @throws UnreadableMessage for anything else */
export function flagOf(element: Element, name: string): boolean {
  const value = attributeOf(element, name)?.trim()
  if (value === undefined || value === 'false' || value === '0') return false
  if (value === 'true' || value === '1') return true
  throw new UnreadableMessage(`${name} is no boolean`)
}
