import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { sha256 } from '../../crypto/hash.ts'
import {
  type ExternalSignInRow,
  findExternalSignIn,
  insertExternalSignIn,
  takeExternalSignIn,
} from '../../db/queries/external-sign-ins.ts'
import { saveLoginRecord } from '../../db/queries/login-records.ts'
import { findUser } from '../../db/queries/users.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Logger } from '../../log/log.ts'
import type { Actor } from '../actor.ts'
import type { ExternalLogins } from '../external-logins/external-logins.ts'
import { Failure } from '../failure.ts'
import type { IdentityProvider, ProvenIdentity, SignInProvider } from '../providers/identity-provider.ts'
import { CodeRefused, ProviderError } from '../providers/provider-error.ts'
import { Guesses } from '../sign-in/guesses.ts'
import type { SignInLimits } from '../sign-in/limits.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'

/** How long a person may take at the provider, in seconds. */
const stay = 10 * 60
/** How long somebody whom nobody knows yet may take to say which account is theirs, in seconds. */
const decision = 20 * 60

/** Who comes back from a provider. */
export interface Visitor {
  readonly address: string
  readonly userAgent: string | undefined
  readonly requestId: string
  /** Who is signed in in this browser. */
  readonly userId: string | undefined
  /** Under which somebody unknown goes on. */
  readonly newId: string
  /** Which application they sign in for, by what they go on with. */
  clientOf(returnUrl: string): Promise<string | undefined>
}

/** What came of a sign-in at a provider. */
export type ExternalSignInResult =
  /** Whose it is, by what it is called in their records. */
  | { readonly kind: 'known'; readonly userId: string; readonly method: string; readonly returnUrl: string | undefined }
  | { readonly kind: 'bound' }
  /** Nobody has this login yet: it waits under the new id. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  | { readonly kind: ExternalRefusal | 'disabled' }

/** Why nothing came of it. */
export type ExternalRefusal =
  /** Used already, expired, or begun in another browser. */
  | 'external_over'
  /** The person did not agree. */
  | 'external_cancelled'
  /** The provider does not take the code, or does not vouch for the person. */
  | 'external_refused'
  /** The provider does not answer. */
  | 'external_unavailable'
  /** The login is another account's. */
  | 'external_taken'

/** Somebody whom a provider has vouched for and nobody knows yet. */
export interface PendingIdentity {
  readonly identity: ProvenIdentity
  readonly returnUrl: string | undefined
}

/** Sign-in at third parties, with the limits and records of a sign-in with a password. */
export class ExternalSignIn {
  readonly #db: Db
  readonly #key: Buffer
  readonly #providers: ReadonlyMap<string, IdentityProvider>
  readonly #logins: ExternalLogins
  readonly #callbackUrl: string
  readonly #log: Logger
  readonly #guesses: Guesses<'address' | 'site'>

  constructor(parts: {
    db: Db
    /** Where providers send people back to. */
    callbackUrl: string
    /** What identities are kept under. */
    key: Buffer
    providers: readonly IdentityProvider[]
    logins: ExternalLogins
    limits: SignInLimits
    log: Logger
  }) {
    this.#db = parts.db
    this.#key = parts.key
    this.#providers = new Map(parts.providers.map((provider) => [provider.name, provider]))
    this.#logins = parts.logins
    this.#callbackUrl = parts.callbackUrl
    this.#log = parts.log
    // The same counters as for passwords: who has used them up on one way finds them used up on the other.
    const { address, site } = parts.limits
    this.#guesses = new Guesses(parts.db, 'sign-in', { address, site })
  }

  /** The providers that are configured. */
  get names(): SignInProvider[] {
    return [...this.#providers.values()].map(({ name }) => name)
  }

  /**
   * Begins a sign-in at a provider. One statement.
   * @param id what the browser carries to the provider and back
   * @param userId whose account is to get the login; left out where somebody signs in
   * @returns the provider's page; undefined when it is not configured
   */
  async begin(
    id: string,
    asked: { provider: string; userId?: string | undefined; returnUrl?: string | undefined },
    page: { state: string; locale: 'zh' | 'en' },
  ): Promise<string | undefined> {
    const { provider, userId = null, returnUrl = null } = asked
    const found = this.#providers.get(provider)
    if (!found) return undefined
    await insertExternalSignIn(this.#db, { idHash: sha256(id), provider, userId, returnUrl }, stay)
    return found.pageUrl({ redirectUri: this.#callbackUrl, ...page })
  }

  /**
   * Takes up what a person brings back from a provider, once. At most fifteen statements.
   */
  async finish(id: string, code: string | undefined, visitor: Visitor): Promise<ExternalSignInResult> {
    const begun = await takeExternalSignIn(this.#db, sha256(id))
    const provider = begun && this.#providers.get(begun.provider)
    // Whoever began a binding has to be the one who is signed in still.
    if (!begun || !provider || begun.identity || (begun.userId && begun.userId !== visitor.userId))
      return { kind: 'external_over' }
    if (code === undefined) return { kind: 'external_cancelled' }
    const network = networkOf(visitor.address)
    const place = await this.#guesses.enter({ address: network, site: siteOf(visitor.address) })
    if (!place.admitted) {
      await this.#record(attemptOf(begun.provider, visitor), undefined, 'limited')
      return { kind: 'limited', retryAfterSeconds: place.retryAfterSeconds }
    }
    const identity = await this.#identify(provider, code)
    await place.settle({ failed: identity === 'external_refused' })
    if (typeof identity === 'string') {
      if (identity === 'external_refused') {
        await this.#record(attemptOf(begun.provider, visitor), undefined, 'invalid')
      }
      return { kind: identity }
    }
    return this.#signIn(begun, identity, visitor)
  }

  /** Somebody whom nobody knows yet, as long as the decision waits. One statement. */
  async pending(id: string): Promise<PendingIdentity | undefined> {
    return this.#open(await findExternalSignIn(this.#db, sha256(id)))
  }

  /**
   * Gives an account the login that waits under that id, once. Ten statements, and two for the message; nine for a new account.
   * @param account whether it was made just now, so that there is nobody else to tell
   * @returns why not, if so
   */
  async bind(by: Actor, id: string, userId: string, account: 'new' | 'known'): Promise<ExternalRefusal | undefined> {
    const waiting = this.#open(await takeExternalSignIn(this.#db, sha256(id)))
    return waiting ? this.#add(by, userId, waiting.identity, account) : 'external_over'
  }

  async #signIn(
    { userId: binder, provider, returnUrl }: ExternalSignInRow,
    identity: ProvenIdentity,
    visitor: Visitor,
  ): Promise<ExternalSignInResult> {
    const by = { userId: binder ?? undefined, address: visitor.address, requestId: visitor.requestId }
    if (binder) {
      const fault = await this.#add(by, binder, identity, 'known')
      return { kind: fault ?? 'bound' }
    }
    const login = await this.#logins.findByIdentity(identity, by).catch(clash)
    if (login === 'external_taken') return { kind: login }
    if (!login) {
      const sealed = encrypt(this.#key, Buffer.from(JSON.stringify(identity)))
      const idHash = sha256(visitor.newId)
      await insertExternalSignIn(this.#db, { idHash, provider, returnUrl, identity: sealed }, decision)
      return { kind: 'unknown' }
    }
    const user = await findUser(this.#db, login.userId)
    const { method } = attemptOf(provider, visitor)
    if (user?.accountState !== 'Normal') {
      const clientId = returnUrl === null ? undefined : await visitor.clientOf(returnUrl)
      await this.#record(attemptOf(provider, visitor, clientId), login.userId, 'disabled')
      return { kind: 'disabled' }
    }
    return { kind: 'known', userId: login.userId, method, returnUrl: returnUrl ?? undefined }
  }

  async #identify(provider: IdentityProvider, code: string): Promise<ProvenIdentity | ExternalRefusal> {
    try {
      return (await provider.identify(code)) ?? 'external_refused'
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      this.#log.warn({ err: error, provider: provider.name }, 'a provider did not say who somebody is')
      return error instanceof CodeRefused ? 'external_refused' : 'external_unavailable'
    }
  }

  async #add(
    by: Actor,
    userId: string,
    identity: ProvenIdentity,
    account: 'new' | 'known',
  ): Promise<ExternalRefusal | undefined> {
    const displayName = identity.displayName?.replaceAll('\0', '').slice(0, 200)
    const login = { ...identity, displayName, userId }
    const added =
      account === 'new' ? this.#logins.add(by, login) : transact(this.#db, (trx) => this.#logins.link(trx, by, login))
    return added.then(() => undefined, clash)
  }

  #open(row: ExternalSignInRow | undefined): PendingIdentity | undefined {
    if (!row?.identity) return undefined
    const identity = JSON.parse(decrypt(this.#key, row.identity).toString('utf8')) as ProvenIdentity
    return { identity, returnUrl: row.returnUrl ?? undefined }
  }

  #record(attempt: Attempt, userId: string | undefined, reason: 'limited' | 'invalid' | 'disabled') {
    return saveLoginRecord(this.#db, { ...attempt, userId: userId ?? null, succeeded: false, reason })
  }
}

type Attempt = ReturnType<typeof attemptOf>

function attemptOf(provider: string, { address, userAgent }: Visitor, clientId?: string) {
  return { clientId: clientId ?? null, address, userAgent: userAgent ?? null, method: provider.toLowerCase() }
}

/** The login is somebody else's. */
function clash(error: unknown): 'external_taken' {
  if (error instanceof Failure && error.kind === 'external_login_taken') return 'external_taken'
  throw error
}
