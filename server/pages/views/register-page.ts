import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { captchaAlternative, captchaField } from './captcha.ts'
import { codeAgain, codeField, codeSent } from './code-fields.ts'
import { type FormState, field, formAlert } from './fields.ts'
import { fieldOf } from './form-problem.ts'
import { layout, type PageModel } from './layout.ts'
import { hiddenField, returnQuery } from './parts.ts'
import { safeUrl } from './url.ts'

export interface RegisterModel extends PageModel, FormState {
  readonly requestToken: string
  /** Where to go afterwards; checked by whoever handles the form. */
  readonly returnUrl: string
  /** The login at a provider that the account is to be linked with. */
  readonly external?: { readonly provider: 'WeChat' | 'WeCom'; readonly ticket: string } | undefined
  /** The operator's texts; none, and nothing is asked. */
  readonly documents: readonly { readonly document: 'terms' | 'privacy'; readonly address: string }[]
  readonly accepted: boolean
  /** What was typed before. */
  readonly contact?: string | undefined
}

/** The form that begins a registration: POST /Account/Register. */
export function registerPage(model: RegisterModel): Html {
  const text = messages(model.locale).accountCentre.register
  return layout({
    ...model,
    title: text.title,
    content: html`<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${willLink(model)}
${formAlert(model)}
<form class="form" method="post" action="/Account/Register">
${field(model, { name: 'contact', label: text.contact, value: model.contact, autocomplete: 'username', hint: text.contactHint, maxLength: 254, first: true })}
${model.documents.length > 0 && agreement(model)}
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${model.external && hiddenField('ticket', model.external.ticket)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${text.send}</button>
${captchaAlternative(model)}
</form>
<p class="aside"><a href="/Account/Login${returnQuery(model.returnUrl)}">${text.signIn}</a></p>`,
  })
}

/** The form that completes it: POST /Account/Register/Complete. */
export function registerCodePage(model: RegisterModel & { readonly contact: string }): Html {
  const all = messages(model.locale).accountCentre
  const text = all.register
  const ticket = model.external?.ticket ?? ''
  const agreed = model.accepted && model.documents.length > 0 ? 'true' : ''
  return layout({
    ...model,
    title: text.codeTitle,
    scripts: ['password-toggle.js'],
    content: html`<h1>${text.codeTitle}</h1>
${codeSent(model, model.contact)}
${willLink(model)}
${formAlert(model, ['contact', 'Agreement'])}
<form class="form" method="post" action="/Account/Register/Complete">
${hiddenField('contact', model.contact)}
${agreed !== '' && hiddenField('Agreement', agreed)}
${codeField(model)}
${field(model, { name: 'newPassword', label: text.password, type: 'password', autocomplete: 'new-password', hint: all.password.hint, maxLength: 128 })}
${captchaField(model)}
${hiddenField('ReturnUrl', model.returnUrl)}
${model.external && hiddenField('ticket', model.external.ticket)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button button--primary" type="submit">${text.submit}</button>
${captchaAlternative(model)}
</form>
${codeAgain(model, {
  action: '/Account/Register',
  other: `/Account/Register${returnQuery(model.returnUrl, ticket)}`,
  fields: {
    contact: model.contact,
    Agreement: agreed,
    ReturnUrl: model.returnUrl,
    ticket,
    __RequestVerificationToken: model.requestToken,
  },
})}`,
  })
}

function willLink({ locale, external }: RegisterModel): Html | undefined {
  const all = messages(locale)
  return external && html`<p>${all.accountCentre.register.willLink(all.external.providers[external.provider])}</p>`
}

function agreement(model: RegisterModel): Html {
  const text = messages(model.locale).accountCentre
  const links = model.documents.map(
    ({ document, address }, index) =>
      html`${index > 0 && text.register.and}<a href="${safeUrl(address)}" target="_blank" rel="noopener">${text.register.documents[document]}</a>`,
  )
  const wrong = model.problem !== undefined && fieldOf(model.problem) === 'Agreement'
  return html`<div class="check">
<input id="Agreement" name="Agreement" type="checkbox" value="true" required${model.accepted && html` checked`}${wrong && html` aria-invalid="true" aria-describedby="Agreement-error" autofocus`}>
<label for="Agreement">${text.register.agree(links)}</label>
</div>
${wrong && html`<p class="field__error" id="Agreement-error" role="alert">${text.errors.terms_not_accepted()}</p>`}`
}
