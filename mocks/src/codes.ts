import { randomBytes } from 'node:crypto'

const MOST_CODES = 1000
const LIFETIME_MILLISECONDS = 60_000

/** What an authorization code stands for. */
export interface CodeRecord {
  clientId: string
  redirectUri: string
  scope: string
  nonce?: string
  /** The PKCE challenge, method S256 (RFC 7636 section 4.2). */
  challenge: string
}

/** Authorization codes between the redirect and their one redemption: at most 1000, for a minute each. */
export class CodeStore {
  readonly #codes = new Map<string, CodeRecord & { expiresAt: number }>()

  /** Keeps a record; the oldest one gives way when there are too many. */
  keep(record: CodeRecord): string {
    for (const [oldest, { expiresAt }] of this.#codes) {
      if (this.#codes.size < MOST_CODES && expiresAt > Date.now()) break
      this.#codes.delete(oldest)
    }
    const code = randomBytes(32).toString('base64url')
    this.#codes.set(code, { ...record, expiresAt: Date.now() + LIFETIME_MILLISECONDS })
    return code
  }

  /** Takes a code out; undefined when it is unknown, used or expired. */
  take(code: string): CodeRecord | undefined {
    const record = this.#codes.get(code)
    this.#codes.delete(code)
    return record && record.expiresAt > Date.now() ? record : undefined
  }
}
