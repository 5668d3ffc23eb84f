import type { Cookie } from '../../contract/types.ts'
import { refuse } from '../../domain/failure.ts'
import { openFormPolicy, pagePolicy } from '../../pages/content-policies.ts'
import type { Html } from '../../pages/html.ts'
import { languageLinks } from '../../pages/language.ts'
import { messages } from '../../pages/text/index.ts'
import { type SignInModel, signInPage } from '../../pages/views/sign-in-page.ts'
import type { PendingInteraction } from '../../sign-on/interactions.ts'
import type { Context, Handler, Reply } from '../types.ts'
import { captchaAhead, orCaptcha, signInByForm } from './captcha-form.ts'
import { browserVisitor, goOn } from './go-on.ts'
import { clientShown, overPage } from './over.ts'
import { ownPage, pageAfterSignIn } from './own-page.ts'

/**
 * GET /Account/Login: the sign-in page. Whoever has signed in meanwhile, in another tab, goes on: to the application when
 * nothing else was to be asked, else to their account.
 */
export const showLoginPage: Handler<'showLoginPage'> = async (context): Promise<Reply<'showLoginPage'>> => {
  const { query, request, deps } = context
  const interaction = await deps.interactions.find(query.ReturnUrl, request.cookies)
  const settled = !interaction || interaction.reasons.every((reason) => reason === 'no_session')
  if (settled && (await deps.browserSessions.userId(request.cookies))) {
    if (interaction) return { status: 303, headers: { Location: interaction.returnTo } }
    if (deps.interactions.isReturnUrl(query.ReturnUrl)) return overPage(context, request.url)
    return { status: 303, headers: { Location: pageAfterSignIn(query.ReturnUrl) } }
  }
  const asked = query.captcha === undefined ? undefined : await captchaAhead({ request, deps, body: {} })
  const page = await loginPage({ request, deps }, query.ReturnUrl, interaction, { captcha: asked })
  return { status: 200, ...page }
}

/** POST /Account/Login: the page's form, without scripts. */
export const submitLoginForm: Handler<'submitLoginForm'> = async (context): Promise<Reply<'submitLoginForm'>> => {
  const { body, request, deps } = context
  const returnUrl = body.ReturnUrl
  const interaction = await deps.interactions.find(returnUrl, request.cookies)
  const again = async (shown: Partial<SignInModel>) =>
    loginPage(context, returnUrl, interaction, { username: body.username, ...shown })

  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) return { status: 403, reason: fault, ...(await again({ error: fault })) }
  const visitor = browserVisitor(context, interaction, returnUrl)
  const { username: name, password } = body
  const remember = body.RememberLogin === 'true' || body.RememberLogin === 'on'
  const { result, captcha } = await signInByForm(context, (human) =>
    deps.browserSignIn.withPassword(visitor, { name, password, method: 'page', remember, human }),
  )
  if (!result.ok) {
    const { reason } = result
    if (reason === 'captcha') return { status: 200, reason: result.fault.kind, ...(await again({ captcha })) }
    if (reason !== 'limited') return { status: 200, reason, ...(await again({ error: reason, captcha })) }
    const { retryAfterSeconds } = result
    const page = await again({ error: 'limited', retryAfterSeconds })
    return { ...page, status: 429, reason, headers: { ...page.headers, 'Retry-After': retryAfterSeconds } }
  }
  const next = await goOn(context, interaction, result.stand, returnUrl)
  // The page was of an application whose request is over: its own address says so, now that somebody is signed in.
  const over =
    result.stand.kind === 'signed-in' &&
    !interaction &&
    body.ClientId !== '' &&
    deps.interactions.isReturnUrl(returnUrl)
  const location = over ? `/Account/Login?${new URLSearchParams({ ReturnUrl: returnUrl ?? '' })}` : next.location
  return { status: 303, headers: { Location: location }, cookies: next.cookies }
}

/** POST /Account/UserLogin: the form of scripts, with an encrypted password; answers what to do next. */
export const submitUserLogin: Handler<'submitUserLogin'> = async (context) => {
  const { body, request, deps } = context
  const text = messages(request.locale).signIn.errors
  const fault = deps.requestTokens.fault(body.__RequestVerificationToken, request.cookies)
  if (fault) return { status: 403, reason: fault, body: { status: 0, msg: text[fault]() } }
  const interaction = await deps.interactions.find(body.ReturnUrl, request.cookies)
  const result = await orCaptcha(
    deps.browserSignIn.withPassword(browserVisitor(context, interaction, body.ReturnUrl), {
      name: body.Username,
      password: deps.loginEncryption.decrypt(body.Password, body.PasswordEncryption ?? 'RSAES-PKCS1-v1_5'),
      method: 'form',
      remember: body.RememberLogin === 'true',
      // A script shows no captcha: the page does.
      human: async () => refuse('captcha_missing'),
    }),
  )
  if (!result.ok) {
    if (result.reason === 'captcha') {
      const query = { ReturnUrl: interaction?.returnTo ?? ownPage(body.ReturnUrl) ?? '', captcha: 'true' }
      return { status: 200, body: { status: 2, msg: `/Account/Login?${new URLSearchParams(query)}` } }
    }
    if (result.reason === 'limited') {
      const { retryAfterSeconds } = result
      return {
        status: 429,
        headers: { 'Retry-After': retryAfterSeconds },
        body: { status: 0, msg: text.limited(retryAfterSeconds) },
      }
    }
    return { status: 200, body: { status: 0, msg: text[result.reason]() } }
  }
  const { location, cookies } = await goOn(context, interaction, result.stand, body.ReturnUrl)
  // Not signed in yet, or not to be: a page of ours says what is missing.
  if (result.stand.kind !== 'signed-in') return { status: 200, body: { status: 2, msg: location } }
  // The observed clients decode the address twice.
  return { status: 200, cookies, body: { status: 1, msg: encodeURIComponent(encodeURIComponent(location)) } }
}

type Asked = Pick<Context<'showLoginPage'>, 'request' | 'deps'>

async function loginPage(
  { request, deps }: Asked,
  returnUrl: string | undefined,
  interaction: PendingInteraction | undefined,
  shown: Partial<SignInModel>,
): Promise<{ headers: { 'Content-Security-Policy': string }; cookies: Cookie[]; body: Html }> {
  const { token, cookie } = deps.requestTokens.issue(request.cookies)
  const { application } = interaction ?? {}
  const body = signInPage({
    locale: request.locale,
    languageLinks: languageLinks(`/Account/Login${returnUrl ? `?ReturnUrl=${encodeURIComponent(returnUrl)}` : ''}`),
    returnUrl: interaction?.returnTo ?? ownPage(returnUrl) ?? '',
    clientId: application?.clientId,
    ...clientShown(request.locale, application),
    username: interaction?.loginHint,
    registration: deps.registrations.rules.enabled,
    requestToken: token,
    codes: deps.messages.channels().length > 0,
    providers: deps.externalSignIn.names,
    ...shown,
  })
  return {
    headers: { 'Content-Security-Policy': interaction ? openFormPolicy : pagePolicy },
    cookies: [cookie],
    body,
  }
}
