import { decrypt, encrypt } from '../../crypto/encryption.ts'
import {
  findProviderToken,
  lockProviderToken,
  type ProviderToken,
  replaceProviderToken,
} from '../../db/queries/provider-tokens.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import { TokenRefused } from './provider-error.ts'

/** A token is replaced this long before its time is over, in seconds: a call with it takes a while. */
const early = 60

/** Fetches another token from the provider. */
export type FetchToken = () => Promise<{ token: string; seconds: number }>

/**
 * The access tokens that providers' interfaces are called with, one for all processes: whoever fetches another makes the former
 * one useless, so two processes with one each would take them from each other.
 */
export class ProviderTokens {
  readonly #db: Db
  readonly #key: Buffer
  /** Replacements under way on this process: any number of calls wait for one, and hold no connection. */
  readonly #underWay = new Map<string, Promise<string>>()

  constructor(db: Db, key: Buffer) {
    this.#db = db
    this.#key = key
  }

  /**
   * Does something with the token, and once more with another one if the provider refuses it. One statement; six when a token has
   * to be fetched.
   * @param id whose token it is, without its secret
   * @throws ProviderError
   */
  async use<T>(id: string, fetch: FetchToken, work: (token: string) => Promise<T>): Promise<T> {
    const token = this.#read(await findProviderToken(this.#db, id)) ?? (await this.#replace(id, undefined, fetch))
    try {
      return await work(token)
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error
      return work(await this.#replace(id, token, fetch))
    }
  }

  #replace(id: string, refused: string | undefined, fetch: FetchToken): Promise<string> {
    const waiting = this.#underWay.get(id)
    if (waiting) return waiting
    const replacement = this.#replaceOnce(id, refused, fetch).finally(() => this.#underWay.delete(id))
    this.#underWay.set(id, replacement)
    return replacement
  }

  /** Another process may have been faster: what is stored is read again, under the lock, before anything is fetched. */
  #replaceOnce(id: string, refused: string | undefined, fetch: FetchToken): Promise<string> {
    return transact(this.#db, async (trx) => {
      const stored = this.#read(await lockProviderToken(trx, id))
      if (stored !== undefined && stored !== refused) return stored
      const { token, seconds } = await fetch()
      await replaceProviderToken(trx, id, encrypt(this.#key, Buffer.from(token)), seconds)
      return token
    })
  }

  #read(row: ProviderToken | undefined): string | undefined {
    if (!row?.token || row.left === null || row.left < early) return undefined
    return decrypt(this.#key, row.token).toString('utf8')
  }
}
