import type { Actor } from '../actor.ts'
import { Failure, type FailureKind, refuse } from '../failure.ts'
import type { Captchas } from './captchas.ts'
import { pictureWidth } from './draw.ts'
import type { CaptchaWaits } from './waits.ts'

/** The browser that a hosted page is shown in, and the page: what is shown on one is good for no other. */
export interface PageVisit {
  readonly browser: string
  readonly page: string
}

/** What a form brings along. */
export interface CaptchaAnswer {
  readonly captcha?: string | undefined
  readonly captchaPosition?: string | undefined
}

/** What a page asks for. */
export type PageCaptcha =
  | { readonly kind: 'slider'; readonly token: string; readonly picture: Buffer; readonly piece: Buffer }
  | { readonly kind: 'wait'; readonly token: string; readonly seconds: number }

const kinds = [
  'captcha_missing',
  'captcha_wait',
  'captcha_early',
  'captcha_wrong',
  'captcha_expired',
  'captcha_invalid',
] as const satisfies readonly FailureKind[]

/** Why a form is not taken until somebody has shown that they are a person. */
export type CaptchaFault = Failure & { readonly kind: (typeof kinds)[number] }

/** Whether a failure is one that a captcha is asked for after. */
export const isCaptchaFault = (error: unknown): error is CaptchaFault =>
  error instanceof Error && 'kind' in error && (kinds as readonly unknown[]).includes(error.kind)

/** The captchas of the hosted pages: a slider, or a wait in its place. */
export class PageCaptchas {
  readonly #captchas: Captchas
  readonly #waits: CaptchaWaits

  constructor(captchas: Captchas, waits: CaptchaWaits) {
    this.#captchas = captchas
    this.#waits = waits
  }

  /**
   * What to ask for after a form was refused: a new captcha, a wait for who chose that, the same wait for who was too early.
   * @throws Failure too_many_requests
   */
  async ask(by: Actor, visit: PageVisit, answer: CaptchaAnswer, fault?: Failure): Promise<PageCaptcha> {
    if (fault?.kind === 'captcha_early') {
      return { kind: 'wait', token: answer.captcha ?? '', seconds: fault.retryAfter ?? 1 }
    }
    if (fault?.kind === 'captcha_wait') return { kind: 'wait', ...(await this.#waits.begin(by, holderOf(visit))) }
    const { token, picture, piece } = await this.#captchas.show(by, deviceOf(visit))
    return { kind: 'slider', token, picture, piece }
  }

  /**
   * Uses up what a form brings along. At most three statements.
   * @throws CaptchaFault; who was wrong too often is told to wait in its place
   */
  async demand(by: Actor, visit: PageVisit, { captcha, captchaPosition }: CaptchaAnswer): Promise<void> {
    if (!captcha) refuse('captcha_missing')
    if (captchaPosition === undefined) return this.#waits.redeem(holderOf(visit), captcha)
    const x = Number(captchaPosition)
    // Nobody has moved it: that is no wrong answer, and no piece belongs there.
    if (x === 0) refuse('captcha_missing')
    if (!(x <= pictureWidth)) refuse('captcha_wrong')
    await this.#captchas.solve(by, deviceOf(visit), { token: captcha, x }).catch((error: unknown) => {
      throw error instanceof Failure && error.kind === 'too_many_requests' ? new Failure('captcha_wait') : error
    })
  }
}

/** Stands where the captchas of apps have their application. */
const hostedPages = 'hosted pages'

const holderOf = ({ browser, page }: PageVisit) => JSON.stringify([page, browser])
const deviceOf = (visit: PageVisit) => ({ clientId: hostedPages, fingerprint: holderOf(visit) })
