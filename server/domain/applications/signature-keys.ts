import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { findSigningKey, findSigningPrivateKey, saveSigningKey } from '../../db/queries/applications.ts'
import type { Db, JsonObject } from '../../db/schema.ts'
import { refuse } from '../failure.ts'

/** How many private keys are kept open. */
const mostOpened = 1000

const makeKeyPair = promisify(generateKeyPair)

/**
 * The RSA key pair that each application has for `X-signature` (OneAccess, section 9.1): apps encrypt with the public half
 * (S2), the server keeps the private one, encrypted under the installation's key.
 */
export class SignatureKeys {
  readonly #db: Db
  readonly #secret: Buffer
  /** Making a pair takes up to a second: those who wait for the same one wait together. */
  readonly #making = new Map<string, Promise<JsonObject>>()
  /** Private keys that were opened, with what they are stored as. */
  readonly #opened = new Map<string, { readonly stored: Buffer; readonly key: KeyObject }>()

  /** @param secret 32 bytes, the key for keys at rest */
  constructor(db: Db, secret: Buffer) {
    this.#db = db
    this.#secret = secret
  }

  /**
   * The public key of an application as PEM (SubjectPublicKeyInfo); the pair is made when it is first asked for. One
   * statement, then three at the first time.
   * @throws Failure application_not_found
   */
  async publicKeyPem(clientId: string): Promise<string> {
    const jwk = (await findSigningKey(this.#db, clientId)) ?? (await this.#makeOnce(clientId))
    return createPublicKey({ key: jwk as never, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString()
      .trim()
  }

  /** The private half; undefined for an application that has never asked for the public one. One statement. */
  async privateKey(clientId: string): Promise<KeyObject | undefined> {
    const stored = await findSigningPrivateKey(this.#db, clientId)
    if (!stored) return undefined
    const opened = this.#opened.get(clientId)
    if (opened?.stored.equals(stored)) return opened.key
    const jwk = JSON.parse(decrypt(this.#secret, stored).toString('utf8'))
    const key = createPrivateKey({ key: jwk, format: 'jwk' })
    const [oldest] = this.#opened.keys()
    if (this.#opened.size >= mostOpened && oldest !== undefined) this.#opened.delete(oldest)
    this.#opened.set(clientId, { stored, key })
    return key
  }

  #makeOnce(clientId: string): Promise<JsonObject> {
    const making = this.#making.get(clientId) ?? this.#make(clientId).finally(() => this.#making.delete(clientId))
    this.#making.set(clientId, making)
    return making
  }

  async #make(clientId: string): Promise<JsonObject> {
    const { publicKey, privateKey } = await makeKeyPair('rsa', { modulusLength: 2048 })
    const pair = {
      signingPublicJwk: publicKey.export({ format: 'jwk' }) as JsonObject,
      signingPrivateKey: encrypt(this.#secret, Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' })))),
    }
    await saveSigningKey(this.#db, clientId, pair)
    // Another process may have been faster: whoever came first is asked for.
    return (await findSigningKey(this.#db, clientId)) ?? refuse('application_not_found')
  }
}
