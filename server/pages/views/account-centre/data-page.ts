import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { formAlert } from '../fields.ts'
import { type AccountPageModel, accountPage, formEnd, type Proof, proofField, withoutPassword } from './frame.ts'

/** The form for one's own data: POST /usercenter/data, which answers with a file. */
export function dataPage(model: AccountPageModel & { readonly proof: Proof }): Html {
  const text = messages(model.locale).accountCentre.data
  return accountPage(model, {
    current: 'security',
    title: text.title,
    lead: text.lead,
    content:
      model.proof === 'impossible'
        ? withoutPassword(model)
        : html`${formAlert(model)}
<form class="form" method="post" action="/usercenter/data">
<p class="hint">${text.note}</p>
${proofField(model, model.proof)}
${formEnd(model, { submit: text.submit, back: '/usercenter/security' })}
</form>`,
  })
}
