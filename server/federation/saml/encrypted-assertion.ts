import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'
import { namespaces } from './names.ts'
import { type Xml, xml } from './xml.ts'

/**
 * An assertion that the holder of a certificate's key alone can read (saml-core section 2.3.4): AES-256-GCM, its key under
 * RSA-OAEP. `rsa-oaep-mgf1p` is SHA-1 in both places where nothing else is said (XML Encryption 1.1 section 5.5.2), which is all
 * that every library reads; nothing depends here on collisions.
 * @param assertion a document of its own: whoever decrypts it finds every namespace declared in it
 * @param certificate DER in Base64
 */
export function encryptedAssertion(assertion: string, certificate: string): Xml {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const content = Buffer.concat([nonce, cipher.update(assertion, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, key)
  return xml`<saml:EncryptedAssertion xmlns:saml="${namespaces.assertion}"><xenc:EncryptedData xmlns:xenc="${namespaces.encryption}" Type="${namespaces.encryption}Element"><xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/><ds:KeyInfo xmlns:ds="${namespaces.signature}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${namespaces.encryption}rsa-oaep-mgf1p"><ds:DigestMethod Algorithm="${namespaces.signature}sha1"/></xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>${content.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>`
}
