import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { Provider } from 'oidc-provider'
import type { Logger } from 'pino'
import { AccessTokens } from '../auth/access-tokens.ts'
import { exposedHeaders } from '../contract/policy/cross-origin.ts'
import type { TokenSigner } from '../crypto/token-signer.ts'
import { isOwnerGone } from '../db/owner-gone.ts'
import type { Database } from '../db/schema.ts'
import { type ClientSecrets, isSecretOf } from '../domain/applications/client-secrets.ts'
import type { ApplicationDirectory } from '../domain/applications/directory.ts'
import type { Entrances } from '../domain/browser-sign-in/entrances.ts'
import { Failure } from '../domain/failure.ts'
import type { KeyRing, TrustedKeys } from '../domain/keys/key-ring.ts'
import type { PasswordSignIn } from '../domain/sign-in/password-sign-in.ts'
import type { Accounts } from '../domain/users/account.ts'
import type { RequestTokens } from '../sign-on/request-tokens.ts'
import type { Leave, PostToApplication, SessionEnds } from '../sign-on/session-ends.ts'
import { auditReplays } from './audit.ts'
import { leaveTellingToSessionEnds } from './backchannel.ts'
import { engineConfiguration } from './configuration.ts'
import { tellDatabaseAway } from './database-away.ts'
import { replaceEngineForms } from './engine-forms.ts'
import { clearInteractionCookies, EngineInteractions } from './engine-interactions.ts'
import type { EngineFace } from './faces/face.ts'
import { takeStateFromForms } from './form-state.ts'
import { describeRefusedGrants, nameUnauthorizedGrants } from './grant-errors.ts'
import { passwordGrant, passwordGrantParameters } from './grants/password.ts'
import { leaveAfterSignOut } from './leave.ts'
import { logRefusals } from './log-refusals.ts'
import { tellOwnerGone } from './owner-gone.ts'
import { pageContext } from './page-context.ts'
import { demandRedirectUri } from './redirect-uri.ts'
import { deriveSuccessors } from './rotation.ts'
import { addSessionState } from './session-management.ts'
import { keepSessions } from './sessions.ts'
import { SigningKey } from './signing-key.ts'
import { acceptAssertionsOnce, storeOnce } from './stored-once.ts'
import { TooManyAttempts } from './too-many-attempts.ts'

/** What the engines of all issuers are made from: one database, one key ring, one way to sign in. */
export interface EngineSettings {
  db: Kysely<Database>
  applications: ApplicationDirectory
  accounts: Accounts
  entrances: Entrances
  keyRing: KeyRing
  /** Signs with the keys that the engine signs with. */
  signer: TokenSigner
  signIn: PasswordSignIn
  clientSecrets: ClientSecrets
  requestTokens: RequestTokens
  sessionEnds: SessionEnds
  /** Sends browsers on that have signed out. */
  leave: Leave
  /** Sends logout tokens. */
  post: PostToApplication
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
    const { keyRing, signIn, clientSecrets, rotationKey, stateKey, log, ...services } = this.#settings
    const { face, accessTokens } = this
    accessTokens.trust(keyRing.trustedKeys())
    const signingKeys = keyRing.signingKeys().map((key) => new SigningKey(key))
    this.#settings.signer.use(signingKeys)
    const provider = new Provider(face.issuer, engineConfiguration({ ...services, face, accessTokens, signingKeys }))
    // Scheme, host and address were settled before the engine is called (request.ts).
    provider.proxy = true
    useHashedSecrets(provider, clientSecrets, services.applications)
    storeOnce(provider)
    keepSessions(provider, services.db, this.#settings.sessionEnds)
    leaveTellingToSessionEnds(provider)
    if (face.redirectUriOptional) demandRedirectUri(provider)
    acceptAssertionsOnce(provider, services.db, face.statePrefix)
    clearInteractionCookies(provider)
    takeStateFromForms(provider)
    deriveSuccessors(provider, rotationKey)
    if (face.grantTypes.includes('password')) {
      provider.registerGrantType(
        'password',
        passwordGrant(provider, { ...services, signIn }, face),
        passwordGrantParameters,
      )
    }
    nameUnauthorizedGrants(provider)
    describeRefusedGrants(provider, face.refusedGrants)
    redirectWith(provider, face.redirectStatus)
    challengeClients(provider)
    exposeHeaders(provider)
    answerRevocations(provider)
    replaceEngineForms(provider, services)
    addSessionState(provider, stateKey, face)
    leaveAfterSignOut(provider, services.leave, face.paths.authorization)
    auditReplays(provider, services.db, log)
    logRefusals(provider)
    provider.on('server_error', (ctx, error) => {
      if (isOwnerGone(error)) return
      log.error({ err: error, requestId: pageContext(ctx).requestId || undefined }, 'the engine failed')
    })
    tellDatabaseAway(provider)
    tellOwnerGone(provider)
    return [provider, provider.callback() as Handle]
  }
}

async function readKeys(keyRing: KeyRing): Promise<TrustedKeys> {
  await keyRing.reload()
  return keyRing.trustedKeys()
}

/** Client secrets are random and stored as SHA-256; a comparison costs no password hash. Guesses are limited. */
function useHashedSecrets(provider: Provider, secrets: ClientSecrets, applications: ApplicationDirectory): void {
  const prototype = provider.Client.prototype as unknown as { compareClientSecret(actual: string): Promise<boolean> }
  prototype.compareClientSecret = async function compareClientSecret(this: { clientId: string }, actual: string) {
    const { clientId } = this
    const { ctx } = Provider
    // The engine has read it by now, so it is cached.
    const application = await applications.find(clientId)
    if (!application?.secretHash || !ctx) return false
    try {
      return await secrets.check(clientId, ctx.ip, () => isSecretOf(application, actual))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      throw new TooManyAttempts(ctx, error.retryAfter ?? 1)
    }
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

/** Pages of other origins read the same header fields of the engine's answers as of ours. */
function exposeHeaders(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.response.get('Access-Control-Allow-Origin')) {
      ctx.set('Access-Control-Expose-Headers', exposedHeaders.join(','))
    }
  })
}

/** RFC 7009 section 2.2 wants no content, but clients parse every answer of these endpoints as JSON: it is an empty object. */
function answerRevocations(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route === 'revocation' && ctx.status === 200) ctx.body = {}
  })
}
