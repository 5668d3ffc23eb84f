import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import { insertAccessCredential } from '../../db/queries/access-credentials.ts'
import { type CallingApplication, findCredentialCaller } from '../../db/queries/callers.ts'
import type { Db } from '../../db/schema.ts'
import { refuse } from '../failure.ts'

/** A management token, in the only moment in which it is known. */
export interface IssuedCredential {
  readonly token: string
  /** Seconds. */
  readonly expiresIn: number
}

/** The tokens with which applications call OneAccess' management interfaces (M1): random, and stored as a hash. */
export class AccessCredentials {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** A new token beside those that the application has. One statement. @throws Failure application_not_found */
  async issue(clientId: string): Promise<IssuedCredential> {
    const token = randomBytes(32).toString('base64url')
    const expiresIn = await insertAccessCredential(this.#db, { tokenHash: sha256(token), clientId })
    return { token, expiresIn: expiresIn ?? refuse('application_not_found') }
  }

  /** The enabled application that holds the token; undefined when it is unknown or has expired. One statement. */
  holder(token: string): Promise<CallingApplication | undefined> {
    return findCredentialCaller(this.#db, sha256(token))
  }
}
