import { createPrivateKey } from 'node:crypto'
import type { KeyRing } from '../../domain/keys/key-ring.ts'
import { selfSigned } from './certificate.ts'
import type { SigningKey } from './signature.ts'

/** The platform's RSA keys as SAML uses them: with certificates, which follow from them. */
export class SamlKeys {
  readonly #ring: KeyRing
  readonly #name: string
  #known: ReadonlyMap<string, SigningKey> = new Map()

  /** @param origin the platform's, in whose name the certificates are */
  constructor(ring: KeyRing, origin: string) {
    this.#ring = ring
    this.#name = new URL(origin).hostname
  }

  /** The key that signs at this moment. */
  signing(): SigningKey {
    const [first] = this.#current()
    if (!first) throw new Error('there is no RSA key that signs')
    return first
  }

  /** Certificates of the key that signs, and of those that will. */
  certificates(): string[] {
    return this.#current().map(({ certificate }) => certificate)
  }

  #current(): SigningKey[] {
    const keys = this.#ring.rsaKeys()
    const all = keys.map(({ id, privateJwk, createdAt }) => {
      const known = this.#known.get(id)
      if (known) return [id, known] as const
      const privateKey = createPrivateKey({ key: privateJwk, format: 'jwk' })
      return [id, { privateKey, certificate: selfSigned(privateKey, this.#name, id, createdAt) }] as const
    })
    this.#known = new Map(all)
    return all.map(([, key]) => key)
  }
}
