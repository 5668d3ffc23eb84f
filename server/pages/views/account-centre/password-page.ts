import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { field, formAlert } from '../fields.ts'
import { type AccountPageModel, accountPage, formEnd, type Proof, proofField, withoutPassword } from './frame.ts'

/** The form that changes the password: POST /usercenter/security/password. */
export function passwordPage(model: AccountPageModel & { readonly proof: Proof }): Html {
  const text = messages(model.locale).accountCentre.password
  return accountPage(model, {
    current: 'security',
    title: text.title,
    lead: text.lead,
    content:
      model.proof === 'impossible'
        ? withoutPassword(model)
        : html`${formAlert(model)}
<form class="form" method="post" action="/usercenter/security/password">
${proofField(model, model.proof)}
${field(model, {
  name: 'newPassword',
  label: text.newPassword,
  type: 'password',
  autocomplete: 'new-password',
  hint: text.hint,
  maxLength: 128,
  first: model.proof === 'recent',
})}
${formEnd(model, { submit: text.save, back: '/usercenter/security' })}
</form>`,
  })
}
