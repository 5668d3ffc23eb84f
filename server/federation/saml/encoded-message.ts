import { isUtf8 } from 'node:buffer'
import { type KeyObject, sign, verify } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { longestMessage } from './parse.ts'
import { signatureAlgorithms } from './signature.ts'
import { UnreadableMessage } from './unreadable.ts'

/** A message as it came, with what stands beside it. */
export interface EncodedMessage {
  /** @throws UnreadableMessage when it cannot be decoded */
  readonly text: string
  /** Echoed as it came; absent stays absent (saml-bindings section 3.4.3). */
  readonly relayState: string | undefined
  /** Whether one of these keys has signed it outside of its XML; undefined when nobody says so. @throws UnreadableMessage when none has */
  isSignedBy(keys: readonly KeyObject[]): boolean
}

/** The longest RelayState that is taken, in bytes of UTF-8; the standard has 80, and applications send more. */
export const longestRelayState = 1024

const names = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'] as const
/** What a message is called on its way. */
export type MessageName = 'SAMLRequest' | 'SAMLResponse'
const deflate = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE'
const digests: ReadonlyMap<string, string> = new Map([
  [signatureAlgorithms.sha256, 'sha256'],
  [signatureAlgorithms.sha512, 'sha512'],
])

/**
 * Reads the HTTP-Redirect binding (saml-bindings section 3.4.4). The signature covers the parameters as they were encoded by
 * whoever signed them, so the query is read as it came.
 * @throws UnreadableMessage
 */
export function fromQuery(url: string, message: MessageName = 'SAMLRequest'): EncodedMessage {
  const raw = new Map<string, string>()
  for (const pair of (url.split('?', 2)[1] ?? '').split('&')) {
    const [written = '', value = ''] = pair.split(/=(.*)/s)
    const name = names.find((known) => known === decoded(written))
    // What some part of the server reads under the name, and the signature does not cover under it.
    if (name !== undefined && name !== written) throw new UnreadableMessage('a parameter has an encoded name')
    if (raw.has(written) && name) throw new UnreadableMessage(`${name} stands there more than once`)
    raw.set(written, value)
  }
  const value = (name: (typeof names)[number]) => {
    const written = raw.get(name)
    return written === undefined ? undefined : decoded(written)
  }
  if ((value('SAMLEncoding') ?? deflate) !== deflate) throw new UnreadableMessage('the encoding is not known')
  return {
    get text() {
      return utf8(inflated(base64(value(message) ?? '')))
    },
    relayState: relayState(value('RelayState')),
    isSignedBy(keys) {
      const [algorithm, signature] = [value('SigAlg'), value('Signature')]
      if (algorithm === undefined && signature === undefined) return false
      const digest = digests.get(algorithm ?? '')
      const covered = ([message, 'RelayState', 'SigAlg'] as const)
        .filter((name) => raw.has(name))
        .map((name) => `${name}=${raw.get(name)}`)
        .join('&')
      const bytes = base64(signature ?? '')
      if (!digest || !keys.some((key) => verify(digest, Buffer.from(covered), key, bytes))) {
        throw new UnreadableMessage('the signature is wrong')
      }
      return true
    },
  }
}

/** Reads the HTTP-POST binding (saml-bindings section 3.5.4): signatures stand in the XML. @throws UnreadableMessage */
export function fromForm(message: string, state?: string): EncodedMessage {
  return {
    get text() {
      return utf8(base64(message))
    },
    relayState: relayState(state),
    isSignedBy: () => false,
  }
}

/** The address with a message of ours and its signature (saml-bindings section 3.4.4.1). */
export function toAddress(
  address: string,
  message: { readonly name: MessageName; readonly text: string; readonly relayState: string | undefined },
  privateKey: KeyObject,
): string {
  const parameters: [string, string | undefined][] = [
    [message.name, deflateRawSync(message.text).toString('base64')],
    ['RelayState', message.relayState],
    ['SigAlg', signatureAlgorithms.sha256],
  ]
  const covered = parameters
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
  const signature = sign('sha256', Buffer.from(covered), privateKey).toString('base64')
  return `${address}${address.includes('?') ? '&' : '?'}${covered}&Signature=${encodeURIComponent(signature)}`
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '))
  } catch (cause) {
    throw new UnreadableMessage('a parameter is not encoded well', { cause })
  }
}

/** Base64 with line breaks or without (RFC 2045 section 6.8). */
function base64(text: string): Buffer {
  const digits = text.replace(/\s/g, '')
  if (digits === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(digits)) throw new UnreadableMessage('the message is no Base64')
  return Buffer.from(digits, 'base64')
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: longestMessage })
  } catch (cause) {
    throw new UnreadableMessage('the message is not deflated, or too long', { cause })
  }
}

function utf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new UnreadableMessage('the message is no UTF-8')
  return bytes.toString('utf8')
}

function relayState(given: string | undefined): string | undefined {
  if (given !== undefined && Buffer.byteLength(given) > longestRelayState) {
    throw new UnreadableMessage(`RelayState has more than ${longestRelayState} bytes`)
  }
  return given === '' ? undefined : given
}
