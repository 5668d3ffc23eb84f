import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { formAlert } from '../fields.ts'
import { layout, type PageModel } from '../layout.ts'
import { day } from '../moment.ts'
import { type AccountPageModel, accountPage, formEnd, type Proof, proofField, withoutPassword } from './frame.ts'

/** The form that closes the account: POST /usercenter/close. */
export function closePage(model: AccountPageModel & { readonly proof: Proof; readonly graceDays: number }): Html {
  const text = messages(model.locale).accountCentre.close
  return accountPage(model, {
    current: 'security',
    title: text.title,
    lead: text.lead,
    content: html`<ul class="points">${text.points(model.graceDays).map((point) => html`<li>${point}</li>`)}</ul>
${
  model.proof === 'impossible'
    ? withoutPassword(model)
    : html`${formAlert(model)}
<form class="form" method="post" action="/usercenter/close">
${proofField(model, model.proof, false)}
${formEnd(model, { submit: text.submit, back: '/usercenter/security', danger: true })}
</form>`
}`,
  })
}

/** Says until when a closed account can be had back. */
export function closedPage(model: PageModel & { readonly closesAt: Date }): Html {
  const all = messages(model.locale)
  const text = all.accountCentre.close
  return layout({
    ...model,
    title: text.doneTitle,
    content: html`<h1>${text.doneTitle}</h1>
<p class="lead">${text.done(day(model.locale, model.closesAt))}</p>
<div class="actions"><a class="button" href="/Account/Login">${all.landing.signIn}</a></div>`,
  })
}
