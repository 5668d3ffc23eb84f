import { type Html, html } from '../html.ts'
import { messages, type SignInError } from '../text/index.ts'
import { captchaAlternative, captchaField } from './captcha.ts'
import { layout, type PageModel } from './layout.ts'
import { alertBox, type ClientShown, clientMark, hiddenField, nameOf, returnQuery } from './parts.ts'
import { safeUrl } from './url.ts'

export interface SignInModel extends PageModel, ClientShown {
  /** Where to go afterwards; checked by whoever handles the form. */
  readonly returnUrl: string
  readonly clientId?: string | undefined
  /** Shown when the application asks for the sign-in. */
  readonly clientName?: string | undefined
  /** What was typed before, or the `login_hint`. */
  readonly username?: string | undefined
  readonly remember?: boolean | undefined
  readonly error?: SignInError | undefined
  /** Seconds until a limited visitor may try again, when known. */
  readonly retryAfterSeconds?: number | undefined
  /** Whether people may make accounts of their own. */
  readonly registration?: boolean | undefined
  readonly requestToken: string
  /** Whether codes are sent here, and one may be used instead. */
  readonly codes?: boolean | undefined
  /** The third parties that people can sign in with. */
  readonly providers?: readonly ('WeChat' | 'WeCom')[] | undefined
}

const ALERT_ID = 'sign-in-error'

/**
 * The sign-in form: POST /Account/Login, fields `username` and `password`, one submit button, complete without scripts.
 * The reader lands in the first field still to be filled; after a failure that field is described by the message.
 */
export function signInPage(model: SignInModel): Html {
  const { signIn: text, accountCentre: entry } = messages(model.locale)
  const described = model.error && html` aria-describedby="${ALERT_ID}"`
  const invalid = model.error === 'invalid' && html` aria-invalid="true"`
  const focus = html` autofocus`
  const more = returnQuery(model.returnUrl)
  return layout({
    ...model,
    title: text.title,
    scripts: ['password-toggle.js'],
    content: html`${clientMark(model)}<h1>${text.title}</h1>
<p class="lead">${model.clientName ? text.leadTo(nameOf(model.clientName)) : text.lead}</p>
${model.error && alertBox(ALERT_ID, text.errors[model.error](model.retryAfterSeconds))}
<form class="form" method="post" action="/Account/Login">
<div class="field">
<label for="username">${text.username}</label>
<input id="username" name="username" type="text" value="${model.username}" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" required${described}${invalid}${!model.username && focus}>
</div>
<div class="field">
<label for="password">${text.password}</label>
<div class="field__row"><input id="password" name="password" type="password" autocomplete="current-password" required data-password-toggle data-show-label="${text.showPassword}" data-hide-label="${text.hidePassword}"${described}${invalid}${model.username && focus}></div>
</div>
<div class="check">
<input id="remember" name="RememberLogin" type="checkbox" value="true"${model.remember && html` checked`}>
<label for="remember">${text.remember}</label>
</div>
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('ClientId', model.clientId)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${text.submit}</button>
${captchaAlternative(model)}
</form>
<p class="aside">${model.codes && html`<a href="/Account/LoginByCode${more}">${text.byCode}</a> `}<a href="/Account/ForgotPassword${more}">${entry.reset.link}</a>${model.registration && html` <a href="/Account/Register${more}">${entry.register.link}</a>`}</p>
${model.providers && model.providers.length > 0 && otherWays(model, model.providers)}`,
  })
}

/** Links, so that no policy about forms stands between the page and the provider's. */
function otherWays({ locale, returnUrl }: SignInModel, providers: readonly ('WeChat' | 'WeCom')[]): Html {
  const text = messages(locale).external
  const links = providers.map((provider) => {
    const query = new URLSearchParams({ provider, ReturnUrl: returnUrl })
    const url = `/Account/ExternalLogin?${query}`
    return html`<a class="button" href="${safeUrl(url)}">${text.signInWith(text.providers[provider])}</a>`
  })
  return html`<nav class="actions" aria-label="${text.otherWays}">${links}</nav>`
}
