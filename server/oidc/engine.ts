import type { IncomingMessage, ServerResponse } from 'node:http'
import { type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Logger } from 'pino'
import { matchesHash } from '../crypto/hash.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import type { PasswordSignIn } from '../domain/sign-in/password-sign-in.ts'
import { browserState, browserStateCookie, browserStatePath, sessionState } from '../sign-on/session-state.ts'
import { auditReplays } from './audit.ts'
import { type EngineServices, engineConfiguration } from './configuration.ts'
import { nameUnauthorizedGrants } from './grant-errors.ts'
import { passwordGrant, passwordGrantParameters } from './grants/password.ts'
import { deriveSuccessors } from './rotation.ts'

interface Settings extends Omit<EngineServices, 'signingKeys'> {
  keyRing: KeyRing
  signIn: PasswordSignIn
  /** Makes refresh token successors. */
  rotationKey: Buffer
  /** Makes the browser state of session management. */
  stateKey: Buffer
  log: Logger
}

/** Browsers' timers hold 31 bits of milliseconds, and so do Node's. */
const longestTimer = 2_147_483_647

/**
 * The OpenID engine. It reads its keys once, when it is made; so when keys change another one takes its place,
 * while requests under way end on the one they began on. Everything that lasts is in the database.
 */
export class Engine {
  readonly #settings: Settings
  #provider: Provider
  #handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  #timer: NodeJS.Timeout | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    ;[this.#provider, this.#handle] = this.#build()
  }

  /** The engine of the moment: not to be kept across an await of something long. */
  readonly provider = (): Provider => this.#provider

  /** Answers one request of an operation that the contract marks `x-served-by: engine`. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    return this.#handle(req, res)
  }

  /** Takes up the key ring's keys: at once, and again when an announced key begins to sign. */
  useCurrentKeys(): void {
    ;[this.#provider, this.#handle] = this.#build()
  }

  /** Ends the timers. */
  close(): void {
    clearTimeout(this.#timer)
  }

  #build(): [Provider, (req: IncomingMessage, res: ServerResponse) => Promise<void>] {
    const { keyRing, signIn, rotationKey, stateKey, log, ...services } = this.#settings
    services.accessTokens.trust(keyRing.publicKeys())
    const provider = new Provider(
      services.issuer,
      engineConfiguration({ ...services, signingKeys: keyRing.signingKeys() }),
    )
    // Scheme, host and address were settled before the engine is called (request.ts).
    provider.proxy = true
    useHashedSecrets(provider)
    dropUnsavedSessions(provider)
    deriveSuccessors(provider, rotationKey)
    provider.registerGrantType('password', passwordGrant(provider, signIn), passwordGrantParameters)
    nameUnauthorizedGrants(provider)
    addSessionState(provider, stateKey)
    auditReplays(provider, services.db, log)
    provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the engine failed'))
    provider.on('backchannel.error', (_ctx, error, client) =>
      log.warn({ err: error, clientId: client.clientId }, 'back-channel logout was not taken'),
    )

    clearTimeout(this.#timer)
    const wait = keyRing.nextChange()
    if (wait !== undefined) {
      this.#timer = setTimeout(() => this.useCurrentKeys(), Math.min(wait + 50, longestTimer)).unref()
    }
    return [provider, provider.callback() as (req: IncomingMessage, res: ServerResponse) => Promise<void>]
  }
}

/** Client secrets are random and stored as SHA-256; a comparison costs no password hash. */
function useHashedSecrets(provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as { compareClientSecret(actual: string): boolean }
  prototype.compareClientSecret = function compareClientSecret(this: { clientSecret?: string }, actual: string) {
    return this.clientSecret !== undefined && matchesHash(actual, Buffer.from(this.clientSecret, 'hex'))
  }
}

/**
 * The page for a device sign-in that is over touches a session after it could still be saved, and the engine fails on
 * that; nothing is lost with it but the page's own token.
 */
function dropUnsavedSessions(provider: Provider): void {
  const prototype = provider.Session.prototype as unknown as { exp?: number; persist(): Promise<unknown> }
  const { persist } = prototype
  prototype.persist = async function persistSaved(this: typeof prototype) {
    return this.exp === undefined ? undefined : persist.call(this)
  }
}

/** OpenID Connect Session Management 1.0, which the engine does not have: `session_state` and the browser state. */
function addSessionState(provider: Provider, key: Buffer): void {
  provider.on('authorization.success', (ctx, out) => {
    const { client, session, params } = ctx.oidc
    if (!client || !session || !out) return
    const state = browserState(key, session)
    setBrowserState(ctx, state, session.transient ? undefined : session.exp)
    const { redirect_uri: redirectUri, scope } = params as Record<string, string | undefined>
    if (redirectUri && scope?.split(' ').includes('openid')) {
      Object.assign(out, { session_state: sessionState(client.clientId, redirectUri, state) })
    }
  })
  provider.on('end_session.success', (ctx) => {
    // The event also tells of a person who chose to stay signed in.
    if (ctx.oidc.params?.logout) setBrowserState(ctx, null)
  })
}

function setBrowserState(ctx: KoaContextWithOIDC, value: string | null, expires?: number): void {
  ctx.cookies.set(browserStateCookie, value, {
    path: browserStatePath,
    httpOnly: false,
    sameSite: ctx.secure ? 'none' : 'lax',
    secure: ctx.secure,
    ...(expires !== undefined && { expires: new Date(expires * 1000) }),
  })
}
