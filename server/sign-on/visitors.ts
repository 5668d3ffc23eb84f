import { sha256 } from '../crypto/hash.ts'
import { findSignedIn, type SignedIn } from '../db/queries/user-sessions.ts'
import type { Db } from '../db/schema.ts'
import { sessionCookie } from './browser-sessions.ts'

export type { SignedIn } from '../db/queries/user-sessions.ts'

/** Who is signed in in the browsers that ask for pages. */
export class Visitors {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** The person in the browser with these cookies; undefined when nobody is, or may be. One statement, none without a cookie. */
  async find(cookies: Readonly<Record<string, string | undefined>>): Promise<SignedIn | undefined> {
    const id = cookies[sessionCookie]
    return id ? findSignedIn(this.#db, sha256(id)) : undefined
  }
}
