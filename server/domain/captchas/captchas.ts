import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import {
  type CaptchaCheck,
  checkCaptcha,
  endCaptcha,
  findCaptchaAnswer,
  insertCaptcha,
  takeCaptchaPass,
} from '../../db/queries/captchas.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import { Guesses } from '../sign-in/guesses.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'
import { type Limit, Throttle } from '../sign-in/throttle.ts'
import { type Contact, contactKey } from '../verification-codes/recipients.ts'
import { readSliderPosition } from './answer.ts'
import type { Puzzle } from './draw.ts'
import type { PuzzlePool } from './pool.ts'

/** How many captchas one network may see, put wrong, and wait in place of. */
export interface CaptchaLimits {
  shown: Limit
  wrong: Limit
  /** Of one IPv6 site, which has 65536 networks. */
  wrongOfSite: Limit
  waits: Limit
  waitsOfSite: Limit
}

/**
 * A blind guess is right once in twenty times: thirty an hour are one or two. A wait counts whether or not it is used, so a machine that
 * waits with many at once gets no further than with one.
 */
export const defaultCaptchaLimits: CaptchaLimits = {
  shown: { attempts: 300, seconds: 10 * 60 },
  wrong: { attempts: 30, seconds: 60 * 60 },
  wrongOfSite: { attempts: 150, seconds: 60 * 60 },
  waits: { attempts: 6, seconds: 60 * 60 },
  waitsOfSite: { attempts: 30, seconds: 60 * 60 },
}

/** Which device of which application asks. */
export interface Device {
  readonly clientId: string
  /** What the application says it is; another device is not let go on with what this one was given. */
  readonly fingerprint: string
}

/** How many pixels beside its place a piece may be: a finger is no mouse. */
const tolerance = 5
/** How long a captcha may be looked at, and how long one may take to ask for the code, in seconds. */
const shownSeconds = 5 * 60
const passSeconds = 5 * 60

const newToken = () => randomBytes(24).toString('base64url')

/** Slider captchas: proof that somebody looks, before anything is sent anywhere. */
export class Captchas {
  readonly #db: Db
  readonly #pool: PuzzlePool
  readonly #shown: Throttle<'shown'>
  readonly #wrong: Guesses<'wrong' | 'wrongOfSite'>

  constructor(parts: { db: Db; pool: PuzzlePool; limits: CaptchaLimits }) {
    const { shown, wrong, wrongOfSite } = parts.limits
    this.#db = parts.db
    this.#pool = parts.pool
    this.#shown = new Throttle(parts.db, 'captcha', { shown })
    this.#wrong = new Guesses(parts.db, 'captcha', { wrong, wrongOfSite })
  }

  /** A captcha that was never shown before. Two statements. @throws Failure too_many_requests */
  async show(by: Actor, device: Device): Promise<Puzzle & { readonly token: string }> {
    const network = networkOf(by.address ?? '')
    const retryAfter = await this.#shown.count('shown', network)
    if (retryAfter > 0) throw new Failure('too_many_requests', [], { retryAfter })
    const puzzle = await this.#pool.take(network)
    const token = newToken()
    await insertCaptcha(this.#db, { ...keysOf(token, device), answer: puzzle.answer }, shownSeconds)
    return { ...puzzle, token }
  }

  /**
   * Checks where somebody has put the piece; that was the only try at this captcha. Three statements.
   * @param point JSON, see `readSliderPosition`
   * @param sender whom a code may then be sent to
   * @returns what lets one code be asked for
   * @throws Failure field_invalid, captcha_wrong, captcha_expired, captcha_invalid, too_many_requests
   */
  async check(
    by: Actor,
    device: Device,
    { token, point, sender }: { readonly token: string; readonly point: string; readonly sender: Contact },
  ): Promise<string> {
    const x = readSliderPosition(point)
    const pass = newToken()
    const given = { passHash: sha256(pass), recipientHash: recipientHash(sender), passSeconds }
    await this.#judge(by, () => checkCaptcha(this.#db, { ...keysOf(token, device), x, tolerance, ...given }))
    return pass
  }

  /**
   * The same for what is sent along with the position: nothing is given for later. Three statements.
   * @throws Failure captcha_wrong, captcha_expired, captcha_invalid, too_many_requests
   */
  solve(by: Actor, device: Device, { token, x }: { readonly token: string; readonly x: number }): Promise<void> {
    return this.#judge(by, () => endCaptcha(this.#db, { ...keysOf(token, device), x, tolerance }))
  }

  async #judge(by: Actor, look: () => Promise<CaptchaCheck | undefined>): Promise<void> {
    const address = by.address ?? ''
    const place = await this.#wrong.enter({ wrong: networkOf(address), wrongOfSite: siteOf(address) })
    if (!place.admitted) throw new Failure('too_many_requests', [], { retryAfter: place.retryAfterSeconds })
    let failed = true
    try {
      const found = await look()
      if (!found) refuse('captcha_invalid')
      if (!found.fresh) refuse('captcha_expired')
      if (!found.right) refuse('captcha_wrong')
      failed = false
    } finally {
      await place.settle({ failed })
    }
  }

  /** Uses up what `check` gave. One statement. @throws Failure captcha_expired, captcha_invalid */
  async redeem(device: Device, token: string, recipient: Contact): Promise<void> {
    const fresh = await takeCaptchaPass(this.#db, { ...keysOf(token, device), recipientHash: recipientHash(recipient) })
    if (fresh === undefined) refuse('captcha_invalid')
    if (!fresh) refuse('captcha_expired')
  }

  /** Where the piece belongs: for demo mode, whose programs have no eyes. One statement. */
  answerOf(token: string): Promise<number | undefined> {
    return findCaptchaAnswer(this.#db, sha256(token))
  }
}

function keysOf(token: string, { clientId, fingerprint }: Device) {
  return { tokenHash: sha256(token), clientId, deviceHash: sha256(fingerprint) }
}

const recipientHash = (recipient: Contact) => sha256(contactKey(recipient))
