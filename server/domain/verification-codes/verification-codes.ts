import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { isOwnerGone } from '../../db/owner-gone.ts'
import { saveAuditEvent } from '../../db/queries/audit.ts'
import type { User } from '../../db/queries/users.ts'
import { saveCode, takeCodes } from '../../db/queries/verification-codes.ts'
import type { Db } from '../../db/schema.ts'
import { transact } from '../../db/transact.ts'
import type { Actor } from '../actor.ts'
import { Failure, type FailureKind, refuse } from '../failure.ts'
import { storedContact } from '../messages/contacts.ts'
import type { CodePurpose, Message, MessageLocale } from '../messages/message.ts'
import type { Messages } from '../messages/messages.ts'
import { codeMinutes } from '../messages/texts.ts'
import { Guesses } from '../sign-in/guesses.ts'
import type { Suspect } from '../sign-in/suspicion.ts'
import { canonicalCode } from '../text/codes.ts'
import { canonicalPhone, parsePhone } from '../text/phones.ts'
import { opensAccount } from '../users/prove-address.ts'
import { mostAttempts, type SendLimits, type SmsCountries } from './limits.ts'
import { type Contact, contactKey, findOwner, languageFor, readContact } from './recipients.ts'
import { type CodeActor, networksOf, SendCounters } from './send-counters.ts'

/** Codes of a person who is signed in already; all others are asked for by who is not known yet. */
type OwnPurpose = Extract<CodePurpose, 'verify_identity' | 'change_phone' | 'change_email'>
type OpenPurpose = Exclude<CodePurpose, OwnPurpose>

/** A code that is asked for. */
export type CodeRequest = { readonly contact: Contact; readonly locale: MessageLocale } & (
  | { readonly purpose: OwnPurpose; readonly user: User }
  | { readonly purpose: OpenPurpose }
)

/** What the person who asked is told, whoever has that number or address. */
export interface CodeSent {
  /** Seconds until the code expires. */
  readonly expiresIn: number
  /** Seconds until another may be asked for. */
  readonly retryAfter: number
}

/** A code as somebody typed it in; of `user` alone where there is one. */
export interface CodeClaim {
  readonly purpose: CodePurpose
  readonly contact: Contact
  readonly code: string
  readonly user?: { readonly id: string } | undefined
}

const lifetime = codeMinutes * 60

/** What of a request for a code is sent, and to whom. */
interface Outgoing {
  readonly message: Message
  readonly userId: string | undefined
}

/** What verification codes are made with. */
export interface VerificationCodeSettings {
  readonly db: Db
  /** Six digits are found again from a hash without a key. */
  readonly key: Buffer
  readonly messages: Messages
  readonly limits: SendLimits
  readonly countries: SmsCountries
  /** Numbers that nobody has, in E.164, which demo mode takes all the same. */
  readonly sampleNumbers: ReadonlySet<string>
}

/** Six digits that prove that a number or mail address is somebody's. */
export class VerificationCodes {
  readonly #db: Db
  readonly #key: Buffer
  readonly #messages: Messages
  readonly #sends: SendCounters
  readonly #checks: Guesses<'network' | 'site'>
  readonly #pause: number
  readonly #samples: ReadonlySet<string>

  constructor({ db, key, messages, limits, countries, sampleNumbers }: VerificationCodeSettings) {
    this.#db = db
    this.#key = key
    this.#messages = messages
    this.#sends = new SendCounters(db, limits, countries)
    this.#checks = new Guesses(db, 'code-checked', { network: limits.wrong, site: limits.wrongOfSite })
    this.#pause = limits.pause.seconds
    this.#samples = sampleNumbers
  }

  /**
   * Sends a code in place of the one before. A person who is not signed in gets the same answer after the same work whether or not
   * anybody has that number or address: to sign in, for another password and as a second factor a code goes to an account's own stored number or address
   * alone, and to register it goes to whoever has no account, and its owner is told otherwise. Eleven statements at most.
   * @throws Failure upstream_failed where no connector is configured, phone_invalid, email_invalid,
   * verification_code_too_frequent, too_many_requests, and what `human` throws
   */
  async send(by: CodeActor, request: CodeRequest): Promise<CodeSent> {
    const { contact, purpose } = request
    const { channel } = contact
    if (!this.#messages.channels().includes(channel)) refuse('channel_missing')
    const to =
      ownContact(request) ??
      readContact(contact) ??
      this.#sample(contact) ??
      refuse(channel === 'sms' ? 'phone_invalid' : 'email_invalid')
    const place = await this.#sends.enter(by, contact, 'user' in request ? request.user.id : undefined)
    try {
      if (place.suspicious) await by.human?.()
      const code = randomInt(1_000_000).toString().padStart(6, '0')
      const { message, userId } = await this.#outgoing(request, to, code)
      await transact(this.#db, async (trx) => {
        // Of a code that nobody is sent, nobody knows the hash.
        const codeHash = message.code === undefined || message.silent ? randomBytes(32) : this.#codeHash(request, code)
        await saveCode(trx, { purpose, targetHash: this.#targetHash(contact), userId, codeHash }, lifetime)
        await this.#messages.post(trx, message, lifetime)
        await saveAuditEvent(trx, by, 'user.code_sent', { type: 'user', id: userId }, { purpose, channel })
      })
    } catch (error) {
      // Whose account is deleted at that moment is nobody, and what is told of nobody is told.
      if (!isOwnerGone(error)) {
        await place.settle({ sent: false })
        throw error
      }
    }
    await place.settle({ sent: true })
    return { expiresIn: lifetime, retryAfter: this.#pause }
  }

  /**
   * Uses up codes and does what they were for, in one transaction: when that fails, the codes are as good as before. Of several all
   * have to be right. That another has what the act is to give counts as a wrong code does. Four statements, and those of the act.
   * @param act is told whose the first code was; for one of a registration that is nobody
   * @throws Failure verification_code_wrong, too_many_requests, and whatever `human` and the act throw
   */
  async redeem<T>(
    by: Suspect,
    claims: readonly CodeClaim[],
    act: (trx: Db, userId: string | undefined) => Promise<T>,
  ): Promise<T> {
    const place = await this.#checks.enter(networksOf(by), by.human !== undefined)
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    let failed = false
    try {
      if (place.suspicious) await by.human?.()
      const claimed = claims.map((claim) => this.#claimed(claim))
      const done = await transact(this.#db, async (trx) => {
        const owners = await takeCodes(trx, claimed, mostAttempts)
        return owners && { value: await act(trx, owners[0] ?? undefined) }
      })
      failed = done === undefined
      return done ? done.value : refuse('verification_code_wrong')
    } catch (error) {
      failed ||= tellsOfOthers(error)
      throw error
    } finally {
      await place.settle({ failed })
    }
  }

  /** Uses up one code. @returns whose it was @throws Failure verification_code_wrong, too_many_requests */
  check(by: Actor, claim: CodeClaim): Promise<string | undefined> {
    return this.redeem(by, [claim], async (_trx, userId) => userId)
  }

  #sample({ channel, text, itc }: Contact): string | undefined {
    const phone = channel === 'sms' ? parsePhone(text, itc) : undefined
    const number = phone && canonicalPhone(phone)
    return number !== undefined && this.#samples.has(number) ? number : undefined
  }

  /** What goes out for a request. One statement where the person is not known yet. */
  async #outgoing(request: CodeRequest, to: string, code: string): Promise<Outgoing> {
    const { purpose, contact, locale } = request
    const { channel } = contact
    if ('user' in request) return { message: { channel, to, purpose, locale, code }, userId: request.user.id }
    const owner = await findOwner(this.#db, contact)
    const message = { channel, to, locale: languageFor(owner, locale) } as const
    if (purpose === 'register' && owner) {
      return { message: { ...message, purpose: 'account_exists' }, userId: undefined }
    }
    // To bind a number is to have an account of it or to get one.
    if (purpose === 'register' || (purpose === 'bind_phone' && !owner)) {
      return { message: { ...message, purpose, code }, userId: undefined }
    }
    const opens = owner?.accountState === 'Normal' && opensAccount(owner, channel)
    const stored = opens ? storedContact(owner, channel) : undefined
    return { message: { ...message, to: stored ?? to, purpose, code, silent: !stored }, userId: owner?.id }
  }

  #claimed({ purpose, contact, code, user }: CodeClaim) {
    const codeHash = this.#codeHash({ purpose, contact }, canonicalCode(code))
    return { purpose, targetHash: this.#targetHash(contact), codeHash, userId: user?.id }
  }

  #targetHash(contact: Contact): Buffer {
    return createHmac('sha256', this.#key)
      .update(`target\n${contactKey(contact)}`)
      .digest()
  }

  #codeHash({ purpose, contact }: Pick<CodeClaim, 'purpose' | 'contact'>, code: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(`code\n${purpose}\n${contactKey(contact)}\n${code}`)
      .digest()
  }
}

/** What somebody else has: whoever learns it with one code as often as they like goes through a list of names and addresses. */
const others: ReadonlySet<FailureKind> = new Set(['user_name_taken', 'phone_taken', 'email_taken'])
const tellsOfOthers = (error: unknown) => error instanceof Failure && others.has(error.kind)

/** The person's own number or address, if that is where the code is to go: it was taken as it is when it was stored. */
function ownContact(request: CodeRequest): string | undefined {
  if (!('user' in request)) return undefined
  const { channel } = request.contact
  const { itc, phone, email } = request.user
  const own: Contact = { channel, text: (channel === 'sms' ? phone : email) ?? '', itc: itc ?? undefined }
  return contactKey(own) === contactKey(request.contact) ? storedContact(request.user, channel) : undefined
}
