import { decrypt, encrypt } from '../../crypto/encryption.ts'
import { sha256 } from '../../crypto/hash.ts'
import { spendProof } from '../../db/queries/app-sessions.ts'
import { findUnknownSocialRule, type SignInState } from '../../db/queries/sign-in-states.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Logger } from '../../log/log.ts'
import type { ExternalLogins } from '../external-logins/external-logins.ts'
import { Failure, refuse } from '../failure.ts'
import type { CodeVerifier, ProvenIdentity, SocialProvider } from '../providers/identity-provider.ts'
import { CodeRefused, ProviderError } from '../providers/provider-error.ts'
import { Guesses } from '../sign-in/guesses.ts'
import type { SignInLimits } from '../sign-in/limits.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'
import type { WaitingSignIn } from '../sign-in-steps/waiting.ts'
import { proveAddress } from '../users/prove-address.ts'
import { type Contact, findOwner } from '../verification-codes/recipients.ts'
import type { VerificationCodes } from '../verification-codes/verification-codes.ts'
import { createForNumber, entered, justProved } from './app-registration.ts'
import type { AppSignIn } from './app-sign-in.ts'
import type { AppVisitor } from './app-visitor.ts'
import type { SignedInStand, SignInStand } from './steps.ts'

/** The steps that may follow a social account. */
type SocialStep = 'MFA_AUTH' | 'SOCIAL_BIND' | 'USER_REGISTER'

/** How long a code of a provider may be good for, in seconds: those of WeChat are so for five minutes, those of Alipay for a day. */
const codeSeconds = 24 * 60 * 60

/** Whose a social account becomes; who has just been made is told nothing. */
interface SocialOwner {
  readonly userId: string
  readonly isNew: boolean
}

/** What signing in with social accounts is made with. */
export interface SocialSignInParts {
  readonly db: Db
  /** What identities are kept under. */
  readonly key: Buffer
  readonly signIn: AppSignIn
  readonly logins: ExternalLogins
  readonly codes: VerificationCodes
  readonly providers: readonly CodeVerifier[]
  readonly limits: SignInLimits
  readonly log: Logger
}

/** Sign-in with a code that the app of a social platform gave to the calling app, and what follows for accounts that nobody has. */
export class SocialSignIn {
  readonly #parts: SocialSignInParts
  readonly #providers: ReadonlyMap<string, CodeVerifier>
  readonly #guesses: Guesses<'address' | 'site'>

  constructor(parts: SocialSignInParts) {
    this.#parts = parts
    this.#providers = new Map(parts.providers.map((provider) => [provider.name, provider]))
    // The same counters as for passwords: who has used them up on one way finds them used up on the other.
    const { address, site } = parts.limits
    this.#guesses = new Guesses(parts.db, 'sign-in', { address, site })
  }

  /**
   * Signs in whoever the social account belongs to. A code is asked about once, however often it comes.
   * @throws Failure social_code_invalid, too_many_requests, upstream_failed
   */
  async signIn(visitor: AppVisitor, provider: 'WeChat' | 'Alipay', code: string): Promise<SignInStand<SocialStep>> {
    const { db, logins, signIn, key } = this.#parts
    const identity = await this.#identify(visitor, provider, code)
    // Ids that belong to two users are nobody's.
    const login = await logins.findByIdentity(identity, visitor).catch(unclear)
    if (login) {
      const proved = { secondFactor: false, passwordAge: true } as const
      return transact(db, (trx) => signIn.goOn(trx, visitor, login.userId, provider, proved))
    }
    const rule = await findUnknownSocialRule(db, visitor.clientId)
    const step = rule === 'bind' ? 'SOCIAL_BIND' : 'USER_REGISTER'
    const sealed = encrypt(key, Buffer.from(JSON.stringify(identity)))
    const state = { step, method: provider, userId: null, identity: sealed } as const
    return { status: step, stateToken: await signIn.wait(db, visitor, state) }
  }

  /**
   * Gives the social account to the user of a number that a code proves, and signs them in.
   * @throws Failure state_token_invalid, verification_code_wrong, phone_not_verified when nobody has the number, access_denied
   */
  bind(visitor: AppVisitor, waiting: WaitingSignIn, mobile: string, code: string): Promise<SignedInStand> {
    const contact = { channel: 'sms', text: mobile } as const
    return this.#parts.codes.redeem(visitor, [{ purpose: 'bind_phone', contact, code }], async (trx, owner) => {
      const state = await this.#parts.signIn.take(trx, visitor, waiting, ['SOCIAL_BIND'])
      return this.#enter(trx, visitor, { userId: owner ?? refuse('phone_not_verified'), isNew: false }, state)
    })
  }

  /**
   * The same, with a new user where nobody has the number; the code may be one to register or one to bind.
   * @throws Failure state_token_invalid, verification_code_wrong, access_denied
   */
  async register(visitor: AppVisitor, waiting: WaitingSignIn, mobile: string, code: string): Promise<SignedInStand> {
    if (waiting.step !== 'USER_REGISTER') refuse('state_token_invalid')
    const contact = { channel: 'sms', text: mobile } as const
    const redeem = (purpose: 'bind_phone' | 'register') =>
      this.#parts.codes.redeem(visitor, [{ purpose, contact, code }], async (trx) => {
        const state = await this.#parts.signIn.take(trx, visitor, waiting, ['USER_REGISTER'])
        return this.#enter(trx, visitor, await this.#ownerOrNew(trx, visitor, contact), state)
      })
    return redeem('bind_phone').catch((error: unknown) => {
      if (error instanceof Failure && error.kind === 'verification_code_wrong') return redeem('register')
      throw error
    })
  }

  async #ownerOrNew(trx: Db, visitor: AppVisitor, contact: Contact): Promise<SocialOwner> {
    const owner = await findOwner(trx, contact)
    if (owner) return { userId: owner.id, isNew: false }
    return { userId: await createForNumber(trx, visitor, contact.text, {}), isNew: true }
  }

  async #enter(
    trx: Db,
    visitor: AppVisitor,
    { userId, isNew }: SocialOwner,
    state: SignInState,
  ): Promise<SignedInStand> {
    const { key, logins, signIn } = this.#parts
    if (!state.identity) return refuse('state_token_invalid')
    const identity = JSON.parse(decrypt(key, state.identity).toString('utf8')) as ProvenIdentity<SocialProvider>
    const by = { ...visitor, userId }
    await proveAddress(trx, by, userId, 'sms')
    const displayName = identity.displayName?.replaceAll('\0', '').slice(0, 200)
    const login = { ...identity, displayName, userId }
    await (isNew ? logins.addWithin(trx, by, login) : logins.link(trx, by, login))
    return entered(await signIn.goOn(trx, visitor, userId, state.method, justProved))
  }

  async #identify(visitor: AppVisitor, name: string, code: string): Promise<ProvenIdentity<SocialProvider>> {
    const provider = this.#providers.get(name) ?? refuse('social_code_invalid')
    const place = await this.#guesses.enter({ address: networkOf(visitor.address), site: siteOf(visitor.address) })
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    let refused = true
    try {
      const first =
        provider.isRepeatable?.(code) || (await spendProof(this.#parts.db, sha256(`${name} ${code}`), codeSeconds))
      const identity = first ? await provider.identify(code) : undefined
      refused = identity === undefined
      return identity ?? refuse('social_code_invalid')
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      this.#parts.log.warn({ err: error, provider: name }, 'a provider did not say who somebody is')
      refused = error instanceof CodeRefused
      return refuse(refused ? 'social_code_invalid' : 'upstream_failed')
    } finally {
      await place.settle({ failed: refused })
    }
  }
}

function unclear(error: unknown): never {
  if (error instanceof Failure && error.kind === 'external_login_taken') refuse('social_code_invalid')
  throw error
}
