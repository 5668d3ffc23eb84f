import { decrypt, encrypt } from '../../crypto/encryption.ts'
import type { StoredCorpLink } from '../../db/queries/corp-links.ts'

/** The secrets of an enterprise's link; those that are left out stay as they are. */
export interface LinkSecrets {
  readonly appSecret?: string | undefined
  readonly callbackToken?: string | undefined
  /** The `EncodingAESKey`. */
  readonly callbackKey?: string | undefined
}

const secretNames = ['appSecret', 'callbackToken', 'callbackKey'] as const satisfies readonly (keyof LinkSecrets)[]

/** A link to an enterprise of which nothing is known yet, neither its secrets nor its departments. */
export const nothingKnown = {
  appSecret: null,
  callbackToken: null,
  callbackKey: null,
  refreshStartedAt: null,
  refreshedAt: null,
} as const

/** What the secrets of links are kept under. */
export class LinkVault {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** The columns of what is given. */
  seal({ appSecret, callbackToken, callbackKey }: LinkSecrets): Partial<Record<keyof LinkSecrets, Buffer>> {
    return {
      ...(appSecret !== undefined && { appSecret: this.sealText(appSecret) }),
      ...(callbackToken !== undefined && { callbackToken: this.sealText(callbackToken) }),
      ...(callbackKey !== undefined && { callbackKey: this.sealText(callbackKey) }),
    }
  }

  /** The secrets of a link. */
  open({ appSecret, callbackToken, callbackKey }: StoredCorpLink): LinkSecrets {
    return {
      appSecret: appSecret ? this.openText(appSecret) : undefined,
      callbackToken: callbackToken ? this.openText(callbackToken) : undefined,
      callbackKey: callbackKey ? this.openText(callbackKey) : undefined,
    }
  }

  /** The names of the secrets that a change makes different. */
  difference(link: StoredCorpLink | undefined, change: LinkSecrets): (keyof LinkSecrets)[] {
    const former: LinkSecrets = link ? this.open(link) : {}
    return secretNames.filter((name) => change[name] !== undefined && change[name] !== former[name])
  }

  sealText(text: string): Buffer {
    return encrypt(this.#key, Buffer.from(text))
  }

  openText(sealed: Buffer): string {
    return decrypt(this.#key, sealed).toString('utf8')
  }
}
