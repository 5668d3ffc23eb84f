import { createPublicKey, type KeyObject, sign } from 'node:crypto'

const years = 20

/**
 * A certificate that a key has made for itself (RFC 5280 section 4.1): the form in which SAML passes keys on, and no more; nobody
 * looks at anything but the key. It follows from the key alone, so all nodes show the same one and none is stored.
 * @param name who it is for
 * @param id the key's, of which the serial number is made
 * @returns DER in Base64
 */
export function selfSigned(privateKey: KeyObject, name: string, id: string, from: Date): string {
  const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), element(0x05))
  const subject = sequence(element(0x31, sequence(objectId('550403'), element(0x0c, Buffer.from(name)))))
  const serial = element(0x02, Buffer.concat([Buffer.of(1), Buffer.from(id, 'base64url').subarray(0, 15)]))
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + years)
  const key = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const version3 = element(0xa0, element(0x02, Buffer.of(2)))
  const validity = sequence(time(from), time(until))
  const content = sequence(version3, serial, sha256WithRsa, subject, validity, subject, key)
  const signature = element(0x03, Buffer.of(0), sign('sha256', content, privateKey))
  return sequence(content, sha256WithRsa, signature).toString('base64')
}

/** ITU-T X.690: a tag, the length of the content, the content. */
function element(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content)
  if (body.length < 128) return Buffer.concat([Buffer.of(tag, body.length), body])
  const length = Buffer.from(body.length.toString(16).padStart(4, '0'), 'hex')
  return Buffer.concat([Buffer.of(tag, 0x80 + length.length), length, body])
}

const sequence = (...content: readonly Buffer[]) => element(0x30, ...content)
const objectId = (hexadecimal: string) => element(0x06, Buffer.from(hexadecimal, 'hex'))

/** RFC 5280 section 4.1.2.5: two digits for the year until 2049. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '')
  return date.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits))
}
