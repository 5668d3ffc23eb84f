import { findLogo } from '../../db/queries/application-logos.ts'
import {
  type Application,
  findApplication,
  findApplicationById,
  listenerOriginIsRegistered,
  returnAddressIsRegistered,
} from '../../db/queries/applications.ts'
import type { Db } from '../../db/schema.ts'
import { refuse } from '../failure.ts'
import { hashOfLogo } from './logos.ts'

export type { Application } from '../../db/queries/applications.ts'

interface Entry {
  application: Promise<Application | undefined>
  expiresAt: number
}

/** How long an application is trusted without a look at the database, should a notification be lost. */
const lifetimeMilliseconds = 30_000
/** As the table has it: what cannot be a client id is not looked for. */
const longestClientId = 128
/** Unknown client ids are remembered too, so the number of entries has to be bounded. */
const capacity = 5_000

/** The registered applications, cached; a change in the database empties the entry at once on every node. */
export class ApplicationDirectory {
  readonly #entries = new Map<string, Entry>()
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** The application with that client id. One statement, none while it is cached. */
  find(clientId: string): Promise<Application | undefined> {
    // Ids come from unverified tokens too, and PostgreSQL takes no NUL.
    if (clientId.length > longestClientId || clientId.includes('\0')) return Promise.resolve(undefined)
    const entry = this.#entries.get(clientId)
    if (entry && entry.expiresAt > Date.now()) return entry.application
    const application = findApplication(this.#db, clientId)
    // A failed look-up is not an answer: the next caller asks again.
    application.catch(() => this.forget(clientId))
    if (this.#entries.size >= capacity) this.#entries.clear()
    this.#entries.set(clientId, { application, expiresAt: Date.now() + lifetimeMilliseconds })
    return application
  }

  /**
   * The enabled application with that client id, for whom anybody may ask. One statement, none while it is cached.
   * @throws Failure application_not_found
   */
  async named(clientId: string): Promise<Application> {
    return enabled(await this.find(clientId))
  }

  /** The same by its GUID. One statement. @throws Failure application_not_found */
  async get(id: string): Promise<Application> {
    return enabled(await findApplicationById(this.#db, id))
  }

  /** Whether some enabled application has registered that origin for session checks. One statement. */
  allowsListener(origin: string): Promise<boolean> {
    return listenerOriginIsRegistered(this.#db, origin)
  }

  /** Whether some enabled application has registered that address for browsers that have signed out. One statement. */
  allowsReturnTo(address: string): Promise<boolean> {
    return returnAddressIsRegistered(this.#db, address)
  }

  /** The logo under that name, which never changes. One statement. */
  logo(name: string): Promise<Buffer | undefined> {
    return findLogo(this.#db, hashOfLogo(name))
  }

  /** Drops one application, or all of them, from the cache. */
  forget(clientId?: string): void {
    if (clientId === undefined) this.#entries.clear()
    else this.#entries.delete(clientId)
  }
}

function enabled(application: Application | undefined): Application {
  return application?.enabled ? application : refuse('application_not_found')
}
