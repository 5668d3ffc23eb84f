/** A private key that signs. */
interface PrivateKey {
  readonly kid: string | undefined
  readonly alg: string | undefined
  sign(data: Uint8Array): Promise<Uint8Array> | Uint8Array
}

interface SigningKey {
  readonly key: PrivateKey
  /** Beginnings of tokens: the header, encoded, by the token's type. */
  readonly headers: Map<string | undefined, string>
}

/** Signs tokens with the keys of the moment (RFC 7515, compact serialisation). */
export class TokenSigner {
  #keys: ReadonlyMap<string, SigningKey> = new Map()

  /** Takes up keys; of each algorithm the first signs. */
  use(keys: readonly PrivateKey[]): void {
    this.#keys = new Map(keys.toReversed().map((key) => [key.alg ?? '', { key, headers: new Map() }]))
  }

  /**
   * @param type the token's `typ`
   * @throws Error when there is no key of that algorithm
   */
  async sign(algorithm: 'RS256' | 'ES256', type: string | undefined, claims: object): Promise<string> {
    const signing = this.#keys.get(algorithm)
    if (!signing) throw new Error(`there is no key for ${algorithm}`)
    let header = signing.headers.get(type)
    if (header === undefined) {
      header = encoded({ alg: algorithm, typ: type, kid: signing.key.kid })
      signing.headers.set(type, header)
    }
    const text = `${header}.${encoded(claims)}`
    const signature = await signing.key.sign(Buffer.from(text))
    return `${text}.${Buffer.from(signature).toString('base64url')}`
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
