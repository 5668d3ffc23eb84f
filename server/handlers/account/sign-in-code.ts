import { Failure } from '../../domain/failure.ts'
import type { CodeRefusal } from '../../domain/verification-codes/code-sign-in.ts'
import type { Contact } from '../../domain/verification-codes/recipients.ts'
import { openFormPolicy, pagePolicy } from '../../pages/content-policies.ts'
import { languageLinks } from '../../pages/language.ts'
import { type CodeSignInModel, codeSignInPage } from '../../pages/views/code-sign-in-page.ts'
import type { PendingInteraction } from '../../sign-on/interactions.ts'
import type { Context, Handler, Reply } from '../types.ts'
import { askedAfter, humanProof, refuseWait } from './captcha-form.ts'
import { browserVisitor, goOn } from './go-on.ts'
import { clientShown } from './over.ts'
import { ownPage } from './own-page.ts'

type Asked = Pick<Context<'submitCodeLogin'>, 'request' | 'deps'>

/** GET /Account/LoginByCode: asks for the number or address. */
export const showCodeLoginPage: Handler<'showCodeLoginPage'> = async ({ query, request, deps }) => {
  const interaction = await deps.interactions.find(query.ReturnUrl, request.cookies)
  return { status: 200, ...codePage({ request, deps }, query.ReturnUrl, interaction, {}) }
}

/** POST /Account/LoginByCode: sends a code, or takes it. */
export const submitCodeLogin: Handler<'submitCodeLogin'> = async (context): Promise<Reply<'submitCodeLogin'>> => {
  const { body, request, deps } = context
  const { username } = body
  const interaction = await deps.interactions.find(body.ReturnUrl, request.cookies)
  const remember = body.RememberLogin === 'true' || body.RememberLogin === 'on'
  const again = (shown: Partial<CodeSignInModel>) =>
    codePage(context, body.ReturnUrl, interaction, { username, remember, ...shown })

  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) return { status: 403, reason: fault, ...again({ error: fault }) }
  const clientId = interaction?.application?.clientId
  const human = humanProof(context)
  const sends = body.code === undefined || body.again !== undefined
  const refused = (shown: Problem, reason: string | undefined = shown.error): Reply<'submitCodeLogin'> => {
    const { retryAfterSeconds } = shown
    const page = again(shown)
    if (retryAfterSeconds === undefined) return { status: 200, reason, ...page }
    return { ...page, status: 429, reason, headers: { ...page.headers, 'Retry-After': retryAfterSeconds } }
  }
  try {
    await refuseWait(body)
    if (sends) {
      const by = { address: request.ip, clientId, requestId: request.id, human }
      await deps.codeSignIn.send(by, contactOf(username), request.locale)
      return { status: 200, ...again({ sent: true }) }
    }
    const given = { contact: contactOf(username), code: body.code ?? '', remember, human }
    const result = await deps.browserSignIn.withCode(browserVisitor(context, interaction, body.ReturnUrl), given)
    if (!result.ok) return refused({ sent: true, ...problemOf(result) })
    const { location, cookies } = await goOn(context, interaction, result.stand, body.ReturnUrl)
    return { status: 303, headers: { Location: location }, cookies }
  } catch (thrown) {
    const { error, captcha } = await askedAfter(context, thrown)
    if (captcha) return refused({ sent: !sends, captcha }, captcha.problem ?? 'captcha_wait')
    // Whoever asks too soon for another code still has the one before.
    return refused({ sent: !sends || body.again !== undefined, ...refusal(error) })
  }
}

type Problem = Pick<CodeSignInModel, 'sent' | 'error' | 'retryAfterSeconds' | 'captcha'>

/** What the page says of a code that is not taken. */
const problemOf = (result: CodeRefusal): Problem =>
  result.reason === 'limited' ? { error: 'limited', retryAfterSeconds: result.retryAfterSeconds } : { error: 'invalid' }

const contactOf = (text: string): Contact => ({ channel: text.includes('@') ? 'mail' : 'sms', text })

/** What the page says of a code that is not sent. */
function refusal(error: unknown): Problem {
  if (!(error instanceof Failure)) throw error
  switch (error.kind) {
    case 'phone_invalid':
    case 'email_invalid':
      return { error: 'recipient' }
    case 'channel_missing':
      return { error: 'unavailable' }
    case 'verification_code_too_frequent':
    case 'too_many_requests':
      return { error: 'limited', retryAfterSeconds: error.retryAfter }
    default:
      throw error
  }
}

function codePage(
  { request, deps }: Asked,
  returnUrl: string | undefined,
  interaction: PendingInteraction | undefined,
  shown: Partial<CodeSignInModel>,
) {
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const { application } = interaction ?? {}
  const body = codeSignInPage({
    locale: request.locale,
    languageLinks: languageLinks(
      `/Account/LoginByCode${returnUrl ? `?ReturnUrl=${encodeURIComponent(returnUrl)}` : ''}`,
    ),
    returnUrl: interaction?.returnTo ?? ownPage(returnUrl) ?? '',
    clientId: application?.clientId,
    ...clientShown(request.locale, application),
    requestToken: token,
    ...shown,
  })
  const policy = interaction ? openFormPolicy : pagePolicy
  return { headers: { 'Content-Security-Policy': policy }, cookies: [cookie], body }
}
