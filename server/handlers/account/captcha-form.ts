import type { BrowserPasswordResult } from '../../domain/browser-sign-in/browser-sign-in.ts'
import { type CaptchaAnswer, type CaptchaFault, isCaptchaFault } from '../../domain/captchas/page-captchas.ts'
import { Failure } from '../../domain/failure.ts'
import type { HumanProof } from '../../domain/sign-in/suspicion.ts'
import type { CaptchaModel } from '../../pages/views/captcha.ts'
import type { Context } from '../types.ts'

type Asked = Pick<Context<'showLoginPage'>, 'request' | 'deps'>

/** A form that a captcha may be asked for with. */
export interface CaptchaForm extends Asked {
  readonly body: CaptchaAnswer & { readonly captchaWait?: string | undefined }
}

/** The proof that a form brings along; it is used up when it is looked at. */
export const humanProof =
  ({ request, deps, body }: CaptchaForm): HumanProof =>
  () =>
    deps.pageCaptchas.demand(actorOf(request), visitOf({ request, deps }), body)

/** @throws Failure captcha_wait for a form that was sent with the button for who cannot see the picture */
export async function refuseWait({ captchaWait }: CaptchaForm['body']): Promise<void> {
  if (captchaWait !== undefined) throw new Failure('captcha_wait')
}

/**
 * What a page asks for next.
 * @param fault what was wrong with the form; absent where only the next one needs a captcha
 * @throws Failure too_many_requests
 */
export async function captchaOf({ request, deps, body }: CaptchaForm, fault?: Failure): Promise<CaptchaModel> {
  const captcha = await deps.pageCaptchas.ask(actorOf(request), visitOf({ request, deps }), body, fault)
  const problem = isCaptchaFault(fault) && fault.kind !== 'captcha_wait' ? fault.kind : undefined
  if (captcha.kind === 'wait') return { ...captcha, problem }
  const [picture, piece] = [captcha.picture.toString('base64'), captcha.piece.toString('base64')]
  return { kind: 'slider', token: captcha.token, picture, piece, problem }
}

/** A captcha for the first form of a page; none where too many were shown: whoever sends the form is asked then. */
export const captchaAhead = (form: CaptchaForm): Promise<CaptchaModel | undefined> =>
  captchaOf(form).catch((error: unknown) => {
    if (!isLimit(error)) throw error
    return undefined
  })

/** What to show after a form was refused: a captcha where one is asked for, and what was wrong, or that too many were shown. */
export async function askedAfter(
  form: CaptchaForm,
  error: unknown,
): Promise<{ error: unknown; captcha?: CaptchaModel }> {
  if (!isCaptchaFault(error)) return { error }
  return captchaOf(form, error).then(
    (captcha) => ({ error, captcha }),
    (limit: unknown) => ({ error: limit }),
  )
}

/** What comes of a form with a password: as the service says, or a captcha that is asked for first. */
type FormResult =
  | BrowserPasswordResult
  | { readonly ok: false; readonly reason: 'captcha'; readonly fault: CaptchaFault }

/** A sign-in, or that it asks for a captcha. */
export function orCaptcha(attempt: Promise<BrowserPasswordResult>): Promise<FormResult> {
  return attempt.catch((error: unknown) => {
    if (!isCaptchaFault(error)) throw error
    return { ok: false, reason: 'captcha', fault: error } as const
  })
}

/**
 * Signs in by a form of a page, which shows a captcha as soon as the next one needs it.
 * @param attempt is given the proof to look at in case
 */
export async function signInByForm(
  form: CaptchaForm,
  attempt: (human: HumanProof) => Promise<BrowserPasswordResult>,
): Promise<{ result: FormResult; captcha?: CaptchaModel }> {
  try {
    const result = await orCaptcha(refuseWait(form.body).then(() => attempt(humanProof(form))))
    if (result.ok) return { result }
    if (result.reason === 'captcha') return { result, captcha: await captchaOf(form, result.fault) }
    return result.reason === 'invalid' && result.suspicious ? { result, captcha: await captchaOf(form) } : { result }
  } catch (error) {
    // Too many captchas were shown here, or put wrong.
    if (!isLimit(error)) throw error
    return { result: { ok: false, reason: 'limited', retryAfterSeconds: error.retryAfter ?? 1 } }
  }
}

const isLimit = (error: unknown): error is Failure => error instanceof Failure && error.kind === 'too_many_requests'

const actorOf = ({ ip, id }: Asked['request']) => ({ address: ip, requestId: id })

/** The cookie that forms belong to stands for the browser. */
const visitOf = ({ request, deps }: Asked) => ({
  browser: deps.requestTokens.issue(request.cookies).cookie.value,
  page: request.url.split('?')[0] ?? '',
})
