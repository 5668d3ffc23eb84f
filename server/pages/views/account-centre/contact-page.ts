import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { captchaAlternative, captchaField } from '../captcha.ts'
import { codeAgain, codeField, codeSent } from '../code-fields.ts'
import { field, formAlert } from '../fields.ts'
import { hiddenField } from '../parts.ts'
import { type AccountPageModel, accountPage, formEnd, type Proof, proofField, withoutPassword } from './frame.ts'

export interface ContactModel extends AccountPageModel {
  readonly kind: 'phone' | 'email'
  readonly proof: Proof
  /** What was typed before. */
  readonly contact?: string | undefined
}

/** The form that asks for another number or address: POST /usercenter/security/phone or email. */
export function contactPage(model: ContactModel): Html {
  const { contact: texts } = messages(model.locale).accountCentre
  const text = texts[model.kind]
  const { type, autocomplete } =
    model.kind === 'phone'
      ? ({ type: 'tel', autocomplete: 'tel' } as const)
      : ({ type: 'email', autocomplete: 'email' } as const)
  return accountPage(model, {
    current: 'security',
    title: text.title,
    lead: text.lead,
    content:
      model.proof === 'impossible'
        ? withoutPassword(model)
        : html`${formAlert(model)}
<form class="form" method="post" action="/usercenter/security/${model.kind}">
${field(model, { name: 'contact', label: text.label, type, autocomplete, value: model.contact, hint: text.hint, maxLength: 254, first: true })}
${proofField(model, model.proof, false)}
${captchaField(model)}
${formEnd(model, { submit: texts.send, back: '/usercenter/security' })}
${captchaAlternative(model)}
</form>`,
  })
}

/** The form that takes the code: POST /usercenter/security/phone/code or email/code. */
export function contactCodePage(model: ContactModel & { readonly contact: string }): Html {
  const { contact: texts } = messages(model.locale).accountCentre
  const address = `/usercenter/security/${model.kind}`
  return accountPage(model, {
    current: 'security',
    title: texts[model.kind].title,
    content: html`${codeSent(model, model.contact)}
${formAlert(model, ['contact'])}
<form class="form" method="post" action="${address}/code">
${hiddenField('contact', model.contact)}
${codeField(model)}
${proofField(model, model.proof, false)}
${captchaField(model)}
${formEnd(model, { submit: texts.save, back: '/usercenter/security' })}
${captchaAlternative(model)}
</form>
${
  model.proof === 'recent' &&
  codeAgain(model, {
    action: address,
    other: address,
    fields: { contact: model.contact, __RequestVerificationToken: model.requestToken },
  })
}`,
  })
}
