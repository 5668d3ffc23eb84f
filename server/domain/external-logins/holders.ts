import type { ExternalLogin } from '../../db/queries/external-logins.ts'
import { type Identity, keysOf } from './identity.ts'

/** Whose a login at a provider is: nobody's, one user's, or that of two at once. */
export type Holder = { readonly state: 'free' } | { readonly state: 'clash' } | Held

/** A login that is known; `completed` when it tells something that was not known of it. */
export interface Held {
  readonly state: 'held'
  readonly login: ExternalLogin
  readonly completed: ExternalLogin | undefined
}

/** Logins by what they are known by. */
export class Holders {
  readonly #byKey = new Map<string, ExternalLogin>()

  constructor(logins: readonly ExternalLogin[]) {
    for (const login of logins) this.keep(login)
  }

  keep(login: ExternalLogin): void {
    for (const key of Object.values(keysOf(login))) if (key !== undefined) this.#byKey.set(key, login)
  }

  /**
   * Whose a login is. The unified id decides where it is known; else the open id does, and a unified id that comes later is
   * added to it. Ids that lead to two users, or to a login that has another unified id, are a clash: nobody is merged.
   */
  of(identity: Identity): Holder {
    const { unified, open } = keysOf(identity)
    const byUnified = unified === undefined ? undefined : this.#byKey.get(unified)
    const byOpen = open === undefined ? undefined : this.#byKey.get(open)
    const login = byUnified ?? byOpen
    if (!login) return { state: 'free' }
    if (byUnified && byOpen && byUnified.userId !== byOpen.userId) return { state: 'clash' }
    if (!byUnified && login.externalId !== null && identity.externalId !== null) return { state: 'clash' }
    return { state: 'held', login, completed: byUnified && byOpen ? undefined : completedBy(login, identity) }
  }
}

/** What a login is with what was not known of it; undefined when everything was. */
function completedBy(login: ExternalLogin, { externalId, appId, appOpenId }: Identity): ExternalLogin | undefined {
  if (login.externalId === null && externalId !== null) return { ...login, externalId }
  if (login.appOpenId === null && appOpenId !== null) return { ...login, appId, appOpenId }
  return undefined
}
