import { Failure, refuse, valueIn } from '../../domain/failure.ts'
import type { Html } from '../../pages/html.ts'
import { languageLinks } from '../../pages/language.ts'
import { isFormError } from '../../pages/text/index.ts'
import { waitInChinese, waitInEnglish } from '../../pages/text/wait.ts'
import type { AccountPageModel, Proof } from '../../pages/views/account-centre/frame.ts'
import type { FormProblem } from '../../pages/views/form-problem.ts'
import type { SignedIn } from '../../sign-on/visitors.ts'
import type { Context } from '../types.ts'
import { askedAfter, type CaptchaForm, refuseWait } from './captcha-form.ts'
import { toSignIn } from './own-page.ts'

/** What all handlers of pages are called with. */
export type PageContext = Pick<Context<'showSessionsPage'>, 'request' | 'deps'>
type FormContext = CaptchaForm & { readonly body: { readonly __RequestVerificationToken: string } }

/** What a page is drawn from, beside what is its own. */
export type Frame = Pick<AccountPageModel, 'locale' | 'languageLinks' | 'requestToken' | 'problem' | 'captcha'>

/**
 * Answers a page of the account centre; whoever is not signed in is sent to sign in first.
 * @param draw draws it for its person
 */
export async function accountPage(
  context: PageContext,
  draw: (visitor: SignedIn, frame: Frame) => Html | Promise<Html>,
) {
  const { request, deps } = context
  const visitor = await deps.visitors.find(request.cookies)
  if (!visitor) return toSignIn(request.url)
  const { frame, cookies } = frameOf(context)
  return { status: 200, cookies, body: await draw(visitor, frame) } as const
}

/**
 * Answers a form of the account centre: does what it asks for, or shows its page again with what is wrong.
 * @param act what it asks for; throws a Failure that the pages have a text for
 * @param draw draws the page again
 */
export async function accountForm<R>(
  context: FormContext,
  act: (visitor: SignedIn) => Promise<R>,
  draw: (visitor: SignedIn, frame: Frame) => Html | Promise<Html>,
  headers: Readonly<Record<string, string>> = {},
) {
  const { request, body, deps } = context
  const visitor = await deps.visitors.find(request.cookies)
  if (!visitor) return toSignIn(request.url)
  try {
    const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
    if (fault) refuse(fault)
    await refuseWait(body)
    return await act(visitor)
  } catch (thrown) {
    const { frame, cookies, error } = await refusedFrame(context, thrown)
    // The password may have been right, and something else was not.
    const now = (await deps.visitors.find(request.cookies)) ?? visitor
    return refusal(error as Failure, { cookies, body: await draw(now, frame) }, headers)
  }
}

/**
 * Answers a form of whoever is there, signed in or not.
 * @param act what it asks for; throws a Failure that the pages have a text for
 * @param draw draws the page again
 */
export async function openForm<R>(
  context: FormContext,
  act: (frame: Frame) => Promise<R>,
  draw: (frame: Frame) => Html,
  headers: Readonly<Record<string, string>> = {},
) {
  const { request, body, deps } = context
  try {
    const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
    if (fault) refuse(fault)
    await refuseWait(body)
    return await act(frameOf(context).frame)
  } catch (thrown) {
    const { frame, cookies, error } = await refusedFrame(context, thrown)
    return refusal(error as Failure, { cookies, body: draw(frame) }, headers)
  }
}

/** What a page is drawn from after its form was refused. */
async function refusedFrame(context: FormContext, thrown: unknown) {
  const { error, captcha } = await askedAfter(context, thrown)
  const { frame, cookies } = frameOf(context, captcha ? undefined : problemOf(error, context.request.locale))
  return { frame: { ...frame, captcha }, cookies, error }
}

/** The page again, with the status that fits. */
function refusal(
  { kind, retryAfter = 1 }: Failure,
  page: { readonly cookies: ReturnType<typeof frameOf>['cookies']; readonly body: Html },
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = { ...page, reason: kind, headers } as const
  if (kind === 'form_expired' || kind === 'cookies_missing') return { ...answer, status: 403 } as const
  if (isLimit(kind)) return { ...answer, status: 429, headers: { ...headers, 'Retry-After': retryAfter } } as const
  return { ...answer, status: 200 } as const
}

const limits = ['too_many_requests', 'verification_code_too_frequent', 'sign_in_locked'] as const
const isLimit = (kind: string): kind is (typeof limits)[number] => limits.some((limit) => limit === kind)

/** What pages say of a failure. @throws what they have no text for */
export function problemOf(error: unknown, locale: 'zh' | 'en'): FormProblem {
  if (!(error instanceof Failure)) throw error
  const { kind, retryAfter, description } = error
  const values = error.values.map((value) => valueIn(locale, value))
  if (isLimit(kind)) return { kind, values: [(locale === 'zh' ? waitInChinese : waitInEnglish)(retryAfter ?? 1)] }
  const field = kind === 'field_invalid' ? /^\/body\/(\w+)/.exec(description ?? '')?.[1] : undefined
  if (field === 'dateOfBirth') return { kind: 'date_invalid', values }
  if (field === 'preferredLanguage') return { kind: 'language_invalid', values }
  if (field) return { kind: 'name_invalid', values, field }
  if (!isFormError(kind)) throw error
  return { kind, values }
}

/** How the person of a session proves that it is still them. One statement, none for a recent proof. */
export async function proofOf({ deps }: PageContext, visitor: SignedIn): Promise<Proof> {
  if (deps.proofs.isRecent(visitor)) return 'recent'
  return (await deps.proofs.canProve(visitor.user.id)) ? 'password' : 'impossible'
}

/** Who does something in the account centre. */
export const actorOf = ({ request }: PageContext, { user }: SignedIn) => ({
  userId: user.id,
  address: request.ip,
  requestId: request.id,
})

/** What a page is drawn from, and the cookie that its forms belong to. */
export function frameOf({ request, deps }: PageContext, problem?: FormProblem) {
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const frame: Frame = {
    locale: request.locale,
    languageLinks: languageLinks(request.url.split('?')[0] ?? '/'),
    requestToken: token,
    problem,
  }
  return { frame, cookies: [cookie] } as const
}
