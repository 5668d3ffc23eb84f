import { fromBase64 } from './base64.ts'

/**
 * Reads an RSA public key for RSA-OAEP with SHA-256 (RFC 8017 section 7.1; MGF1 with the same hash).
 * @param pem a PEM block `PUBLIC KEY` (SubjectPublicKeyInfo); its line breaks may be written as `\n`
 * @returns a key that can be exported again, for paddings that WebCrypto does not have
 * @throws {DOMException} the text is no RSA public key
 */
export function importPublicKey(pem: string): Promise<CryptoKey> {
  const der = fromBase64(pem.replace(/-----(BEGIN|END) PUBLIC KEY-----|\\n|\s/g, ''))
  return crypto.subtle.importKey('spki', der, { name: 'RSA-OAEP', hash: 'SHA-256' }, true, ['encrypt'])
}
