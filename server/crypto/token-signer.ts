import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { JWK } from 'jose'

type Algorithm = 'RS256' | 'ES256'

interface SigningKey {
  readonly key: KeyObject
  /** Beginnings of the token: its header, encoded, by the token's type. */
  readonly headers: Map<string | undefined, string>
}

/** A signature takes a core for itself: beside it another one can go on with requests, where there is another. */
const hasCores = availableParallelism() > 1

/** Signs tokens with the keys of the moment (RFC 7515, compact serialisation). */
export class TokenSigner {
  #keys: ReadonlyMap<string, SigningKey & { readonly id: string }> = new Map()

  /** Takes up private keys; of each algorithm the first signs. */
  use(keys: readonly JWK[]): void {
    const first = new Map<string, SigningKey & { readonly id: string }>()
    for (const { alg = '', kid = '', ...jwk } of keys) {
      if (first.has(alg)) continue
      first.set(alg, { id: kid, key: createPrivateKey({ key: jwk, format: 'jwk' }), headers: new Map() })
    }
    this.#keys = first
  }

  /**
   * @param type the token's `typ`
   * @throws Error when there is no key of that algorithm
   */
  async sign(algorithm: Algorithm, type: string | undefined, claims: object): Promise<string> {
    const signing = this.#keys.get(algorithm)
    if (!signing) throw new Error(`there is no key for ${algorithm}`)
    let header = signing.headers.get(type)
    if (header === undefined) {
      header = encoded({ alg: algorithm, ...(type !== undefined && { typ: type }), kid: signing.id })
      signing.headers.set(type, header)
    }
    const text = `${header}.${encoded(claims)}`
    return `${text}.${(await signature(Buffer.from(text), signing.key)).toString('base64url')}`
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** RFC 7518 section 3.4 has the two numbers of an ES256 signature beside each other. */
function signature(text: Buffer, key: KeyObject): Promise<Buffer> | Buffer {
  const options = { key, dsaEncoding: 'ieee-p1363' } as const
  if (!hasCores) return sign('sha256', text, options)
  return new Promise((resolve, reject) => {
    sign('sha256', text, options, (error, result) => (error ? reject(error) : resolve(result)))
  })
}
