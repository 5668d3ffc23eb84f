import type { Application } from '../../db/queries/applications.ts'
import type { SamlKeys } from './keys.ts'
import { deliver, type LogoutDelivery } from './logout-delivery.ts'
import { logoutResponse } from './messages.ts'
import type { Addresses } from './metadata.ts'
import type { Status } from './names.ts'

/** What became of a sign-out in the browser: it goes on, or a page says that it is over. */
export type SignedOut = LogoutDelivery | { readonly over: Application }

/** A request for a sign-out, as far as its answer needs it. */
export interface AnsweredRequest {
  readonly inResponseTo: string
  readonly relayState?: string | undefined
}

/** Answers a request for a sign-out: where the application has registered no address for it, there is none. */
export class LogoutAnswers {
  readonly #keys: SamlKeys
  readonly #addresses: Addresses

  constructor(keys: SamlKeys, addresses: Addresses) {
    this.#keys = keys
    this.#addresses = addresses
  }

  to(application: Application, { inResponseTo, relayState }: AnsweredRequest, outcome: Status): SignedOut {
    const { samlLogoutUrl: address, samlLogoutBinding: binding } = application
    if (address === null) return { over: application }
    const content = logoutResponse({ issuer: this.#addresses.entityId, destination: address, inResponseTo }, outcome)
    return deliver({ address, binding }, { name: 'SAMLResponse', content, relayState }, this.#keys.signing())
  }
}
