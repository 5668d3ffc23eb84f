import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { captchaAlternative, captchaField } from './captcha.ts'
import { codeAgain, codeField, codeSent } from './code-fields.ts'
import { type FormState, field, formAlert } from './fields.ts'
import { layout, type PageModel } from './layout.ts'
import { hiddenField, returnQuery } from './parts.ts'

export interface ResetModel extends PageModel, FormState {
  readonly requestToken: string
  /** Where to go afterwards; checked by whoever handles the form. */
  readonly returnUrl: string
  /** What was typed before. */
  readonly contact?: string | undefined
}

/** The form for a forgotten password: POST /Account/ForgotPassword. */
export function forgottenPasswordPage(model: ResetModel): Html {
  const all = messages(model.locale)
  const { register, reset } = all.accountCentre
  return layout({
    ...model,
    title: reset.title,
    content: html`<h1>${reset.title}</h1>
<p class="lead">${reset.lead}</p>
${formAlert(model)}
<form class="form" method="post" action="/Account/ForgotPassword">
${field(model, { name: 'contact', label: register.contact, value: model.contact, autocomplete: 'username', hint: register.contactHint, maxLength: 254, first: true })}
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${register.send}</button>
${captchaAlternative(model)}
</form>
<p class="aside"><a href="/Account/Login${returnQuery(model.returnUrl)}">${all.signIn.title}</a></p>`,
  })
}

/** The form that sets another one: POST /Account/ResetPassword. */
export function resetPasswordPage(model: ResetModel & { readonly contact: string }): Html {
  const { password, reset } = messages(model.locale).accountCentre
  return layout({
    ...model,
    title: reset.codeTitle,
    scripts: ['password-toggle.js'],
    content: html`<h1>${reset.codeTitle}</h1>
${codeSent(model, model.contact)}
${formAlert(model, ['contact'])}
<form class="form" method="post" action="/Account/ResetPassword">
${hiddenField('contact', model.contact)}
${codeField(model)}
${field(model, { name: 'newPassword', label: password.newPassword, type: 'password', autocomplete: 'new-password', hint: password.hint, maxLength: 128 })}
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${reset.submit}</button>
${captchaAlternative(model)}
</form>
${codeAgain(model, {
  action: '/Account/ForgotPassword',
  other: `/Account/ForgotPassword${returnQuery(model.returnUrl)}`,
  fields: {
    contact: model.contact,
    ReturnUrl: model.returnUrl,
    __RequestVerificationToken: model.requestToken,
  },
})}`,
  })
}

/** Says that the password is set, and leads to the sign-in. */
export function passwordSetPage(model: PageModel & { readonly returnUrl: string }): Html {
  const all = messages(model.locale)
  const text = all.accountCentre.reset
  return layout({
    ...model,
    title: text.doneTitle,
    content: html`<h1>${text.doneTitle}</h1>
<p class="lead">${text.done}</p>
<div class="actions"><a class="button button--primary" href="/Account/Login${returnQuery(model.returnUrl)}">${all.signIn.submit}</a></div>`,
  })
}
