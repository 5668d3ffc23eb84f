import { findApplication } from '../../db/queries/applications.ts'
import { type CallingApplication, findNamedApplication } from '../../db/queries/callers.ts'
import type { Db } from '../../db/schema.ts'
import { refuse } from '../failure.ts'
import { type ClientSecrets, isSecretOf } from './client-secrets.ts'

export type { CallingApplication } from '../../db/queries/callers.ts'

/** Applications that call for themselves. What is said of one counts from the next call: nothing here is kept. */
export class CallingApplications {
  readonly #db: Db
  readonly #secrets: ClientSecrets
  readonly #tenant: string | undefined

  /** @param tenant the id of the one tenant that there is; without one it cannot be named */
  constructor(db: Db, secrets: ClientSecrets, tenant: string | undefined) {
    this.#db = db
    this.#secrets = secrets
    this.#tenant = tenant
  }

  /** Of another tenant than the one that there is, no application is known here. @throws Failure application_not_found */
  requireTenant(tenant: string | undefined): void {
    if (tenant && tenant.toLowerCase() !== this.#tenant) refuse('application_not_found')
  }

  /** The application that a call names. One statement. @throws Failure application_not_found or application_disabled */
  async named(clientId: string): Promise<CallingApplication> {
    const found = (await findNamedApplication(this.#db, clientId)) ?? refuse('application_not_found')
    return found.enabled ? found : refuse('application_disabled')
  }

  /**
   * The application that proves itself with its secret; undefined when it is unknown, disabled, not registered for tokens of
   * its own, or the secret is wrong. One statement; two or three when it is.
   * @param address where the call comes from
   * @throws Failure too_many_requests when too many wrong ones came from there
   */
  async withSecret(clientId: string, secret: string, address: string): Promise<CallingApplication | undefined> {
    const found = await findApplication(this.#db, clientId)
    if (!found?.secretHash) return undefined
    if (!(await this.#secrets.check(clientId, address, () => isSecretOf(found, secret)))) return undefined
    return found.enabled && found.grantTypes.includes('client_credentials') ? found : undefined
  }
}
