import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { codeField } from './code-fields.ts'
import { formAlert } from './fields.ts'
import { layout } from './layout.ts'
import { maskPhone } from './mask.ts'
import { clientMark, nameOf, returnQuery } from './parts.ts'
import { type StepModel, stepFields } from './step-frame.ts'

export interface SecondFactorModel extends StepModel {
  /** The person's own number. */
  readonly phone: string
  /** Whether a code is on its way. */
  readonly sent: boolean
}

/** Asks for the second factor: POST /Account/SecondFactor, `send` for a code and `code` with it, complete without scripts. */
export function secondFactorPage(model: SecondFactorModel): Html {
  const { steps: text, signIn } = messages(model.locale)
  const to = html`<bdi class="name">${maskPhone(model.phone)}</bdi>`
  const lead = model.clientName ? text.secondFactorFor(to, nameOf(model.clientName)) : text.secondFactor(to)
  return layout({
    ...model,
    title: text.secondFactorTitle,
    content: html`${clientMark(model)}<h1>${text.secondFactorTitle}</h1>
<p class="lead">${model.sent ? text.sent(to) : lead}</p>
${formAlert(model, ['contact'])}
${model.sent && codeForm(model)}
${sendForm(model)}
<p class="aside"><a href="/Account/Login${returnQuery(model.returnUrl)}">${signIn.otherAccount}</a></p>`,
  })
}

function codeForm(model: SecondFactorModel): Html {
  return html`<form class="form" method="post" action="/Account/SecondFactor">
${codeField(model)}
${stepFields(model)}
<button class="button button--primary" type="submit">${messages(model.locale).steps.submit}</button>
</form>`
}

function sendForm(model: SecondFactorModel): Html {
  const { codeSignIn } = messages(model.locale)
  const [form, button, focus] = model.sent
    ? ['aside', 'button', '']
    : ['form', 'button button--primary', html` autofocus`]
  return html`<form class="${form}" method="post" action="/Account/SecondFactor">
${stepFields(model)}
<button class="${button}" type="submit" name="send" value="true"${focus}>${model.sent ? codeSignIn.again : codeSignIn.send}</button>
</form>`
}
