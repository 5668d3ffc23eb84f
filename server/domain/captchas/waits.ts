import { randomBytes } from 'node:crypto'
import { sha256 } from '../../crypto/hash.ts'
import { insertCaptchaWait, takeCaptchaWait } from '../../db/queries/captcha-waits.ts'
import type { Db } from '../../db/schema.ts'
import type { Actor } from '../actor.ts'
import { Failure, refuse } from '../failure.ts'
import { networkOf, siteOf } from '../sign-in/network.ts'
import { Throttle } from '../sign-in/throttle.ts'
import type { CaptchaLimits } from './captchas.ts'

/** How long one waits, and for how long after that the form may be sent, in seconds. */
const waitSeconds = 30
const usableSeconds = 15 * 60

/**
 * What people choose who cannot see a picture: to wait a while, once for each form, and seldom. It asks nothing that anybody may be
 * unable to do (WCAG 2.2, 3.3.8), and what it costs a machine is time.
 */
export class CaptchaWaits {
  readonly #db: Db
  readonly #throttle: Throttle<'waits' | 'waitsOfSite'>

  constructor(db: Db, { waits, waitsOfSite }: Pick<CaptchaLimits, 'waits' | 'waitsOfSite'>) {
    this.#db = db
    this.#throttle = new Throttle(db, 'captcha', { waits, waitsOfSite })
  }

  /** Begins one. Two statements, three from IPv6. @throws Failure too_many_requests */
  async begin({ address = '' }: Actor, holder: string): Promise<{ readonly token: string; readonly seconds: number }> {
    const site = siteOf(address)
    const retryAfter =
      (await this.#throttle.count('waits', networkOf(address))) ||
      (site === undefined ? 0 : await this.#throttle.count('waitsOfSite', site))
    if (retryAfter > 0) throw new Failure('too_many_requests', [], { retryAfter })
    const token = randomBytes(24).toString('base64url')
    const hashes = { tokenHash: sha256(token), holderHash: sha256(holder) }
    await insertCaptchaWait(this.#db, hashes, { seconds: waitSeconds, usableSeconds })
    return { token, seconds: waitSeconds }
  }

  /** Uses one up that is over; one that is not stays. One statement. @throws Failure captcha_early, captcha_expired, captcha_invalid */
  async redeem(holder: string, token: string): Promise<void> {
    const wait = await takeCaptchaWait(this.#db, { tokenHash: sha256(token), holderHash: sha256(holder) })
    if (!wait) return refuse('captcha_invalid')
    if (wait.left > 0) throw new Failure('captcha_early', [], { retryAfter: wait.left })
    if (!wait.fresh) refuse('captcha_expired')
  }
}
