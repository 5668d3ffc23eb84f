import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { sha256 } from '../../crypto/hash.ts'
import {
  type Application,
  findApplication,
  insertApplications,
  listApplications,
  lockApplication,
  updateApplication,
} from '../../db/queries/applications.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { Change, Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { conflict } from '../conflict.ts'
import { Failure, refuse } from '../failure.ts'
import type { Listed, Slice } from '../paging.ts'
import { storedLogo } from './logos.ts'
import { type Registration, RegistrationError, registrationDefaults } from './metadata.ts'
import { judgeRegistration } from './metadata-rules.ts'

export type { Application } from '../../db/queries/applications.ts'

/** An application and the secret that it has from now on, which cannot be told again; without one nothing about it changed. */
export interface Registered {
  readonly application: Application
  readonly secret?: string | undefined
}

const secretBytes = 32
const longestClientId = 128

/** RFC 6749 appendix A.1, without what Basic authentication cannot carry and what a person cannot type. */
const clientIdPattern = /^[\w.~-]+$/
const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The applications as operators manage them. Running servers hear of every change from the database. */
export class Applications {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Applications by client id. One statement, two for a page without rows. */
  list(slice: Slice): Promise<Listed<Application>> {
    return listApplications(this.#db, slice)
  }

  /** The application with that client id. One statement. @throws Failure application_not_found */
  async get(clientId: string): Promise<Application> {
    return (await findApplication(this.#db, clientId)) ?? refuse('application_not_found')
  }

  /**
   * Registers an application. Four statements.
   * @param clientId made up when there is none
   * @throws RegistrationError; Failure conflict when the client id or the SAML entity id is taken
   */
  async add(by: Actor, given: Partial<Registration>, clientId = madeUpClientId()): Promise<Registered> {
    const registration = { ...registrationDefaults, ...given }
    judgeClientId(clientId)
    judgeRegistration(registration)
    const secret = needsSecret(registration) ? newSecret() : undefined
    const row = { ...registration, id: newId(), clientId, secretHash: secret === undefined ? null : sha256(secret) }
    return transact(this.#db, async (trx) => {
      const [id] = await insertApplications(trx, [row])
      if (id === undefined) throw new Failure('conflict')
      await saveAuditEvent(trx, by, 'application.registered', { type: 'application', id })
      return { application: (await findApplication(trx, clientId)) ?? refuse('application_not_found'), secret }
    })
  }

  /**
   * Changes what is given of a registration. One that needs a secret from now on gets one, and one that does not loses it.
   * Four statements.
   * @throws RegistrationError; Failure application_not_found, conflict when the SAML entity id is taken
   */
  change(by: Actor, clientId: string, given: Partial<Registration>): Promise<Registered> {
    return this.#change(by, clientId, 'application.changed', (application) => {
      const registration = { ...application, ...given }
      judgeRegistration(registration)
      const needed = needsSecret(registration)
      const secret = needed && application.secretHash === null ? newSecret() : undefined
      return {
        change: { ...given, ...(!needed && { secretHash: null, formerSecretHash: null, formerSecretUntil: null }) },
        secret,
      }
    })
  }

  /** Lets an application in or keeps it out. Four statements. @throws Failure application_not_found */
  async setEnabled(by: Actor, clientId: string, enabled: boolean): Promise<Application> {
    const action = enabled ? 'application.enabled' : 'application.disabled'
    return (await this.#change(by, clientId, action, () => ({ change: { enabled } }))).application
  }

  /**
   * Gives an application the logo that the pages show, or takes it away. Four statements.
   * @param content a PNG, JPEG or WebP file
   * @throws Failure application_not_found, image_not_readable
   */
  async setLogo(by: Actor, clientId: string, content: Buffer | undefined): Promise<Application> {
    const change = await storedLogo(content)
    return (await this.#change(by, clientId, 'application.changed', () => ({ change }))).application
  }

  /**
   * Gives an application another secret. Four statements.
   * @param overlap for how many hours the present one is taken too; 0 ends it at once, and with it one from before
   * @throws RegistrationError of one that has no secret; Failure application_not_found
   */
  replaceSecret(by: Actor, clientId: string, overlap = 0): Promise<Registered> {
    return this.#change(by, clientId, 'application.secret_replaced', (application) => {
      const method = application.tokenEndpointAuthMethod
      if (!needsSecret(application)) throw new RegistrationError([`${clientId} has no secret, as it uses ${method}`])
      const until = overlap > 0 ? new Date(Date.now() + overlap * 3_600_000) : null
      const former = { formerSecretHash: until && application.secretHash, formerSecretUntil: until }
      return { change: former, secret: newSecret() }
    })
  }

  #change(
    by: Actor,
    clientId: string,
    action: string,
    decide: (application: Application) => { change: Change<'applications'>; secret?: string | undefined },
  ): Promise<Registered> {
    const changed = transact(this.#db, async (trx) => {
      const before = (await lockApplication(trx, clientId)) ?? refuse('application_not_found')
      const { change, secret } = decide(before)
      const all = { ...change, ...(secret !== undefined && { secretHash: sha256(secret) }) }
      const application = Object.keys(all).length > 0 ? await updateApplication(trx, clientId, all) : before
      const changed = Object.keys(all).sort()
      await saveAuditEvent(trx, by, action, { type: 'application', id: before.id }, { changed })
      return { application, secret }
    })
    return changed.catch(conflict({ applications_saml_entity_id: 'conflict' }))
  }
}

function needsSecret({ tokenEndpointAuthMethod }: Pick<Registration, 'tokenEndpointAuthMethod'>): boolean {
  return tokenEndpointAuthMethod === 'client_secret_basic' || tokenEndpointAuthMethod === 'client_secret_post'
}

function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

function madeUpClientId(): string {
  return randomBytes(16).toString('hex')
}

function judgeClientId(clientId: string): void {
  if (clientId.length > longestClientId || !clientIdPattern.test(clientId)) {
    throw new RegistrationError([`client_id must be 1 to ${longestClientId} letters, digits, . _ ~ or -`])
  }
  // A client's own token has the client as its subject, which must not look like a person's (RFC 9068 section 5).
  if (guidPattern.test(clientId)) throw new RegistrationError(['client_id must not look like a GUID'])
}
