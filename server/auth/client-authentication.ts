import type { Application } from '../db/queries/applications.ts'
import { type ClientSecrets, isSecretOf } from '../domain/applications/client-secrets.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import { readBasic } from './http-basic.ts'

/** How a client says who it is, in a request whose fields come once each. */
export interface ClientCredentials {
  /** The header field of that name. */
  readonly authorization: string | undefined
  readonly fields: Readonly<Record<string, string | undefined>>
  /** Where it comes from. */
  readonly address: string
}

/**
 * Clients that authenticate by id and secret in HTTP Basic or in the form (RFC 6749 section 2.3.1), or that are public and say
 * their id alone (section 3.2.1). Every other method, and every failure with what it costs, is left to the engine.
 */
export class ClientAuthentication {
  readonly #applications: ApplicationDirectory
  readonly #secrets: ClientSecrets

  constructor(applications: ApplicationDirectory, secrets: ClientSecrets) {
    this.#applications = applications
    this.#secrets = secrets
  }

  /**
   * The enabled application that has authenticated. No statement while it is cached.
   * @returns undefined when it has not, or does so in another way
   */
  async authenticate({ authorization, fields, address }: ClientCredentials): Promise<Application | undefined> {
    const { client_id: named, client_secret: secretInForm } = fields
    if (fields.client_assertion !== undefined || fields.client_assertion_type !== undefined) return undefined
    const basic = authorization === undefined ? undefined : readBasic(authorization)
    // Two mechanisms at once are none (section 2.3), and neither are two names.
    if (authorization !== undefined && (!basic?.secret || secretInForm !== undefined)) return undefined
    if (basic && named !== undefined && named !== basic.id) return undefined
    const id = basic?.id ?? named
    if (!id) return undefined
    const application = await this.#applications.find(id)
    if (!application?.enabled) return undefined
    const secret = basic?.secret ?? secretInForm
    const { tokenEndpointAuthMethod: method } = application
    if (secret === undefined) return method === 'none' ? application : undefined
    if (method !== 'client_secret_basic' && method !== 'client_secret_post') return undefined
    return this.#secrets.isRight(id, address, () => isSecretOf(application, secret)) ? application : undefined
  }
}
