import { type Html, html } from '../html.ts'
import { messages, type SignInError } from '../text/index.ts'
import { captchaAlternative, captchaField } from './captcha.ts'
import { layout, type PageModel } from './layout.ts'
import { alertBox, hiddenField, nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface ExternalBindingModel extends PageModel {
  readonly provider: 'WeChat' | 'WeCom'
  /** The nickname at the provider, where it told one. */
  readonly nickname?: string | undefined
  readonly ticket: string
  /** Where somebody without an account makes one; absent where nobody can. */
  readonly registerUrl?: string | undefined
  readonly username?: string | undefined
  readonly error?: SignInError | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly requestToken: string
}

const ALERT_ID = 'binding-error'

/** Asks somebody whom a provider vouches for, and nobody knows yet, to prove which account is theirs. */
export function externalBindingPage(model: ExternalBindingModel): Html {
  const { signIn, external } = messages(model.locale)
  const described = model.error && html` aria-describedby="${ALERT_ID}"`
  const invalid = model.error === 'invalid' && html` aria-invalid="true"`
  const focus = html` autofocus`
  const provider = external.providers[model.provider]
  return layout({
    ...model,
    title: external.bindTitle,
    scripts: ['password-toggle.js'],
    content: html`<h1>${external.bindTitle}</h1>
<p class="lead">${external.bindLead(provider, model.nickname && nameOf(model.nickname))}</p>
${model.error && alertBox(ALERT_ID, signIn.errors[model.error](model.retryAfterSeconds))}
<form class="form" method="post" action="/Account/ExternalLogin/Bind">
<div class="field">
<label for="username">${signIn.username}</label>
<input id="username" name="username" type="text" value="${model.username}" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" required${described}${invalid}${!model.username && focus}>
</div>
<div class="field">
<label for="password">${signIn.password}</label>
<div class="field__row"><input id="password" name="password" type="password" autocomplete="current-password" required data-password-toggle data-show-label="${signIn.showPassword}" data-hide-label="${signIn.hidePassword}"${described}${invalid}${model.username && focus}></div>
</div>
${captchaField(model)}
${hiddenField('ticket', model.ticket)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${external.bind}</button>
${captchaAlternative(model)}
</form>
<div class="actions">
${model.registerUrl && html`<a class="button" href="${safeUrl(model.registerUrl)}">${external.register}</a>`}
<a class="button" href="/Account/Login">${external.otherWay}</a>
</div>`,
  })
}
