import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { type FormState, field } from './fields.ts'
import { hiddenField, nameOf } from './parts.ts'

/** What was sent where, above the form that takes the code. */
export function codeSent({ locale }: FormState, contact: string): Html {
  return html`<p class="lead">${messages(locale).accountCentre.code.sent(nameOf(contact))}</p>`
}

/** The field for six digits that were sent; telephones offer them from the message. */
export function codeField(state: FormState): Html {
  return field(state, {
    name: 'code',
    label: messages(state.locale).accountCentre.code.label,
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
    maxLength: 12,
    first: true,
  })
}

/** The form that asks for another code, and the way back to another number or address. */
export function codeAgain(
  { locale }: FormState,
  {
    action,
    other,
    fields,
  }: { readonly action: string; readonly other: string; readonly fields: Readonly<Record<string, string>> },
): Html {
  const text = messages(locale).accountCentre.code
  const given = Object.entries({ ...fields, again: 'true' }).filter(([, value]) => value !== '')
  return html`<form class="aside" method="post" action="${action}">
${given.map(([name, value]) => hiddenField(name, value))}
<button class="button" type="submit">${text.again}</button>
<a class="button" href="${other}">${text.other}</a>
</form>`
}
