import { type Html, html } from '../html.ts'
import { type CodeSignInError, messages } from '../text/index.ts'
import { captchaAlternative, captchaField } from './captcha.ts'
import { layout, type PageModel } from './layout.ts'
import { alertBox, type ClientShown, clientMark, hiddenField, nameOf, returnQuery } from './parts.ts'

export interface CodeSignInModel extends PageModel, ClientShown {
  /** Where to go afterwards; checked by whoever handles the form. */
  readonly returnUrl: string
  readonly clientId?: string | undefined
  /** Shown when the application asks for the sign-in. */
  readonly clientName?: string | undefined
  /** What was typed before. */
  readonly username?: string | undefined
  readonly remember?: boolean | undefined
  /** Whether a code is on its way, if there is an account. */
  readonly sent?: boolean | undefined
  readonly error?: CodeSignInError | undefined
  /** Seconds until a limited visitor may try again, when known. */
  readonly retryAfterSeconds?: number | undefined
  readonly requestToken: string
}

const ALERT_ID = 'code-sign-in-error'

/** Sign-in by code: the number or address first, then the code. POST /Account/LoginByCode, complete without scripts. */
export function codeSignInPage(model: CodeSignInModel): Html {
  const text = messages(model.locale).codeSignIn
  const lead = model.clientName ? text.leadTo(nameOf(model.clientName)) : text.lead
  return layout({
    ...model,
    title: text.title,
    content: html`${clientMark(model)}<h1>${text.title}</h1>
<p class="lead">${model.sent ? text.sent(nameOf(model.username ?? '')) : lead}</p>
${model.error && alertBox(ALERT_ID, text.errors[model.error](model.retryAfterSeconds))}
<form class="form" method="post" action="/Account/LoginByCode">
${model.sent ? codeFields(model) : recipientField(model)}
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('ClientId', model.clientId)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${model.sent ? text.submit : text.send}</button>
${model.sent && html`<button class="button" type="submit" name="again" value="true" formnovalidate>${text.again}</button>`}
${captchaAlternative(model)}
</form>
<p class="aside">${model.sent && html`<a href="/Account/LoginByCode${returnQuery(model.returnUrl)}">${text.other}</a> · `}<a href="/Account/Login${returnQuery(model.returnUrl)}">${text.byPassword}</a></p>`,
  })
}

const faulty = ({ error }: CodeSignInModel) => error && html` aria-describedby="${ALERT_ID}"`

function recipientField(model: CodeSignInModel): Html {
  const text = messages(model.locale).codeSignIn
  return html`<div class="field">
<label for="username">${text.recipient}</label>
<input id="username" name="username" type="text" value="${model.username}" maxlength="320" autocomplete="username" autocapitalize="none" autocorrect="off" spellcheck="false" required autofocus${faulty(model)}>
</div>`
}

function codeFields(model: CodeSignInModel): Html {
  const text = messages(model.locale).codeSignIn
  return html`${hiddenField('username', model.username)}
<div class="field">
<label for="code">${text.code}</label>
<input id="code" name="code" type="text" inputmode="numeric" maxlength="32" autocomplete="one-time-code" required autofocus${faulty(model)}>
</div>
<div class="check">
<input id="remember" name="RememberLogin" type="checkbox" value="true"${model.remember && html` checked`}>
<label for="remember">${text.remember}</label>
</div>`
}
