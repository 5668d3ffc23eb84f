import { fromBase64, toBase64 } from './base64.ts'
import type { components } from './generated/account.ts'
import { importPublicKey } from './public-key.ts'
import { encryptPkcs1Block, pkcs1Overhead, type RsaPublicKey } from './rsa-pkcs1.ts'

/** The paddings that the sign-in form understands (RFC 8017 sections 7.1 and 7.2). */
export type PasswordPadding = NonNullable<components['schemas']['UserLoginForm']['PasswordEncryption']>

/** How a password is encrypted. */
export interface EncryptPasswordOptions {
  /**
   * `RSA-OAEP-256` is the safe choice and must be named in the form's `PasswordEncryption`; `RSAES-PKCS1-v1_5` is what
   * the form expects when it says nothing.
   */
  readonly padding: PasswordPadding
}

/** The blocks that JSEncrypt clients cut, whatever the key's size (reference page api-42744725). */
const pkcs1BlockBytes = 117

/** What OAEP adds to a block: two SHA-256 hashes and two bytes (RFC 8017 section 7.1.1). */
const oaepOverhead = 66

/**
 * Encrypts a password, or any text, for the sign-in form (RFC 8017; reference page api-42744725): the UTF-8 bytes are
 * cut into blocks, each is encrypted by itself, and the joined result is base64.
 * @param pem the key of `/Common/Getpubkeys`, a PEM block `PUBLIC KEY`
 * @param text of any length; the server takes up to five blocks
 * @returns standard base64
 * @throws {DOMException} the key is no RSA public key
 * @throws {TypeError} the runtime has no WebCrypto; browsers have it on https and localhost only
 */
export async function encryptPassword(pem: string, text: string, { padding }: EncryptPasswordOptions): Promise<string> {
  const key = await importPublicKey(pem)
  const { n, e } = await crypto.subtle.exportKey('jwk', key)
  const publicKey = { modulus: fromBase64(n ?? ''), exponent: fromBase64(e ?? '') }
  const [blockBytes, encrypt] = padding === 'RSA-OAEP-256' ? oaep(key, publicKey) : pkcs1(publicKey)
  const bytes = new TextEncoder().encode(text)
  const blocks: Uint8Array[] = []
  for (let start = 0; start === 0 || start < bytes.length; start += blockBytes) {
    blocks.push(await encrypt(bytes.slice(start, start + blockBytes)))
  }
  return toBase64(Uint8Array.from(blocks.flatMap((block) => [...block])))
}

/** How many bytes a block may hold, and what encrypts one. */
type BlockCipher = [blockBytes: number, encrypt: (block: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>]

function oaep(key: CryptoKey, { modulus }: RsaPublicKey): BlockCipher {
  const encrypt = async (block: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.encrypt({ name: 'RSA-OAEP' }, key, block))
  return [modulus.length - oaepOverhead, encrypt]
}

function pkcs1(publicKey: RsaPublicKey): BlockCipher {
  const blockBytes = Math.min(pkcs1BlockBytes, publicKey.modulus.length - pkcs1Overhead)
  return [blockBytes, (block) => encryptPkcs1Block(publicKey, block)]
}
