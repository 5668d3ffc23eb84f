import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JSONWebKeySet } from 'jose'
import type { Kysely } from 'kysely'
import { Provider } from 'oidc-provider'
import type { Logger } from 'pino'
import { AccessTokens } from '../auth/access-tokens.ts'
import { matchesHash } from '../crypto/hash.ts'
import type { Database } from '../db/schema.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { KeyRing } from '../domain/keys/key-ring.ts'
import type { PasswordSignIn } from '../domain/sign-in/password-sign-in.ts'
import type { Accounts } from '../domain/users/account.ts'
import { auditReplays } from './audit.ts'
import { engineConfiguration } from './configuration.ts'
import { tellDatabaseAway } from './database-away.ts'
import { EngineInteractions } from './engine-interactions.ts'
import type { EngineFace } from './faces/face.ts'
import { describeRefusedGrants, nameUnauthorizedGrants } from './grant-errors.ts'
import { passwordGrant, passwordGrantParameters } from './grants/password.ts'
import { deriveSuccessors } from './rotation.ts'
import { addSessionState } from './session-management.ts'

/** What the engines of all issuers are made from: one database, one key ring, one way to sign in. */
export interface EngineSettings {
  db: Kysely<Database>
  applications: ApplicationDirectory
  accounts: Accounts
  keyRing: KeyRing
  signIn: PasswordSignIn
  /** Makes refresh token successors. */
  rotationKey: Buffer
  /** Makes the browser state of session management. */
  stateKey: Buffer
  log: Logger
}

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * The OpenID engine of one issuer. It reads its keys once, when it is made; so when keys change another one takes its
 * place, while requests under way end on the one they began on. Everything that lasts is in the database.
 */
export class Engine {
  readonly face: EngineFace
  readonly accessTokens: AccessTokens
  readonly interactions: EngineInteractions
  readonly #settings: EngineSettings
  #provider: Provider
  #handle: Handle

  constructor(face: EngineFace, settings: EngineSettings) {
    const { db, applications, keyRing } = settings
    this.face = face
    this.#settings = settings
    this.accessTokens = new AccessTokens({ db, face, readKeys: () => readKeys(keyRing) })
    this.interactions = new EngineInteractions(face, this.provider, applications)
    ;[this.#provider, this.#handle] = this.#build()
  }

  /** The engine of the moment: not to be kept across an await of something long. */
  readonly provider = (): Provider => this.#provider

  /** Answers one request of an operation that the contract marks `x-served-by: engine`. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    return this.#handle(req, res)
  }

  /** Takes up the key ring's keys. */
  useCurrentKeys(): void {
    ;[this.#provider, this.#handle] = this.#build()
  }

  #build(): [Provider, Handle] {
    const { keyRing, signIn, rotationKey, stateKey, log, ...services } = this.#settings
    const { face, accessTokens } = this
    accessTokens.trust(keyRing.publicKeys())
    const provider = new Provider(
      face.issuer,
      engineConfiguration({ ...services, face, accessTokens, signingKeys: keyRing.signingKeys() }),
    )
    // Scheme, host and address were settled before the engine is called (request.ts).
    provider.proxy = true
    useHashedSecrets(provider)
    dropUnsavedSessions(provider)
    deriveSuccessors(provider, rotationKey)
    if (face.grantTypes.includes('password')) {
      provider.registerGrantType('password', passwordGrant(provider, signIn, face), passwordGrantParameters)
    }
    nameUnauthorizedGrants(provider)
    describeRefusedGrants(provider, face.refusedGrants)
    redirectWith(provider, face.redirectStatus)
    challengeClients(provider)
    addSessionState(provider, stateKey, face)
    auditReplays(provider, services.db, log)
    provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the engine failed'))
    tellDatabaseAway(provider)
    provider.on('backchannel.error', (_ctx, error, client) =>
      log.warn({ err: error, clientId: client.clientId }, 'back-channel logout was not taken'),
    )
    return [provider, provider.callback() as Handle]
  }
}

async function readKeys(keyRing: KeyRing): Promise<JSONWebKeySet> {
  await keyRing.reload()
  return keyRing.publicKeys()
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

/** The engine redirects with 303. Where another status is documented, it is as safe: these requests are GETs. */
function redirectWith(provider: Provider, status: EngineFace['redirectStatus']): void {
  if (status === 303) return
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.status === 303) ctx.status = status
  })
}

/** Every 401 says how to authenticate (RFC 9110 section 15.5.2); the engine says it only to clients that used Basic. */
function challengeClients(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.status === 401 && !ctx.response.get('WWW-Authenticate')) {
      ctx.set('WWW-Authenticate', `Basic realm="${provider.issuer}"`)
    }
  })
}
