import type { KeyObject } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { namespaces } from './names.ts'
import { childOf, parseMessage } from './parse.ts'
import { UnreadableMessage } from './unreadable.ts'

/** SHA-1 is not among them (RFC 9155 for the like): a collision of it costs little. */
export const signatureAlgorithms = {
  sha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  sha512: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
} as const
const digestAlgorithms = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/** A private key of the platform with its certificate. */
export interface SigningKey {
  readonly privateKey: KeyObject
  /** DER in Base64. */
  readonly certificate: string
}

/**
 * Signs the root of a document, behind its Issuer (saml-core section 5.4).
 * @returns the document as text
 */
export function signed(text: string, { privateKey, certificate }: SigningKey): string {
  const signature = new SignedXml({
    privateKey,
    signatureAlgorithm: signatureAlgorithms.sha256,
    canonicalizationAlgorithm: exclusive,
    getKeyInfoContent: () => `<ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data>`,
  })
  signature.addReference({
    xpath: '/*',
    transforms: [enveloped, exclusive],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  })
  signature.computeSignature(text, {
    prefix: 'ds',
    location: { reference: "/*/*[local-name()='Issuer']", action: 'after' },
  })
  return signature.getSignedXml()
}

/**
 * The root of a message as one of these keys has signed it: read anew from the very bytes that the signature covers, so that
 * nothing of the document around them is ever seen.
 * @returns undefined when nobody has signed it
 * @throws UnreadableMessage when there is a signature that is not the root's own and right
 */
export function verifiedRoot(text: string, keys: readonly KeyObject[]): Element | undefined {
  const root = parseMessage(text)
  const all = Array.from(root.getElementsByTagNameNS('*', 'Signature'))
  if (all.length === 0) return undefined
  const own = childOf(root, 'signature', 'Signature')
  // saml-core section 5.4: one signature, of the root, by its id.
  if (!own || all.length > 1) throw new UnreadableMessage('a signature stands where none belongs')
  // Every transform of every reference is work that is done before anybody has proven anything.
  const count = (name: string) => own.getElementsByTagNameNS(namespaces.signature, name).length
  if (count('Reference') !== 1 || count('Transform') > 2) throw new UnreadableMessage('the signature covers too much')
  if (keys.length === 0)
    throw new UnreadableMessage('the application has no certificate that could verify the signature')
  for (const key of keys) {
    const covered = coveredBy(text, own, `#${root.getAttribute('ID')}`, key)
    if (covered === undefined) continue
    const seen = parseMessage(covered)
    const same = seen.namespaceURI === root.namespaceURI && seen.localName === root.localName
    if (!same || seen.getAttribute('ID') !== root.getAttribute('ID')) break
    return seen
  }
  throw new UnreadableMessage('the signature is wrong')
}

/** The canonical text that a signature covers, when that is the one element it is to cover and the key has made it. */
function coveredBy(text: string, signature: Element, uri: string, key: KeyObject): string | undefined {
  const check = new SignedXml({ publicCert: key })
  check.idAttributes = ['ID']
  check.SignatureAlgorithms = only(check.SignatureAlgorithms, Object.values(signatureAlgorithms))
  check.HashAlgorithms = only(check.HashAlgorithms, digestAlgorithms)
  check.CanonicalizationAlgorithms = only(check.CanonicalizationAlgorithms, [enveloped, exclusive])
  try {
    check.loadSignature(signature)
    if (!check.checkSignature(text)) return undefined
  } catch (cause) {
    // What is wrong with it is told by throwing plain errors.
    if (cause instanceof Error) return undefined
    throw cause
  }
  const [reference, ...more] = check.getReferences()
  return reference?.uri === uri && more.length === 0 ? check.getSignedReferences()[0] : undefined
}

/** Those algorithms alone, in an object that has nothing else, not even what every object has. */
function only<T>(known: Record<string, T>, names: readonly string[]): Record<string, T> {
  const kept = names.map((name) => [name, known[name]] as const).filter((pair): pair is [string, T] => !!pair[1])
  return Object.assign(Object.create(null), Object.fromEntries(kept))
}
