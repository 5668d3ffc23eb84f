import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { field, formAlert } from './fields.ts'
import { layout } from './layout.ts'
import { clientMark, returnQuery } from './parts.ts'
import { type StepModel, stepFields } from './step-frame.ts'

export interface PasswordStepModel extends StepModel {
  /** Whether it has expired; else it soon will, and the person may go on with it. */
  readonly expired: boolean
}

/** Asks for another password: POST /Account/NewPassword, complete without scripts. */
export function passwordStepPage(model: PasswordStepModel): Html {
  const { steps: text, accountCentre } = messages(model.locale)
  const { password, proof, reset } = accountCentre
  const title = model.expired ? text.expiredTitle : text.warnTitle
  return layout({
    ...model,
    title,
    scripts: ['password-toggle.js'],
    content: html`${clientMark(model)}<h1>${title}</h1>
<p class="lead">${model.expired ? text.expired : text.warn}</p>
${formAlert(model)}
<form class="form" method="post" action="/Account/NewPassword">
${field(model, { name: 'password', label: proof, type: 'password', autocomplete: 'current-password', maxLength: 256, first: true })}
${field(model, { name: 'newPassword', label: password.newPassword, type: 'password', autocomplete: 'new-password', hint: password.hint, maxLength: 128 })}
${stepFields(model)}
<button class="button button--primary" type="submit">${text.save}</button>
${!model.expired && html`<button class="button" type="submit" name="later" value="true" formnovalidate>${text.later}</button>`}
</form>
<p class="aside"><a href="/Account/ForgotPassword${returnQuery(model.returnUrl)}">${reset.link}</a></p>`,
  })
}
