import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { accountName, hiddenField, nameOf } from './parts.ts'

export interface SelectModel extends PageModel {
  readonly clientName?: string | undefined
  /** Who is signed in. */
  readonly account: { readonly displayName?: string | undefined; readonly userName: string }
  readonly returnUrl: string
  readonly requestToken: string
}

/** Asks a signed-in person which account to go on with: POST /Account/Select with `choice` `continue` or `other`. */
export function selectPage(model: SelectModel): Html {
  const text = messages(model.locale).select
  return layout({
    ...model,
    title: text.title,
    content: html`<h1>${text.title}</h1>
<p class="lead">${model.clientName ? text.leadTo(nameOf(model.clientName)) : text.lead}</p>
<form class="form" method="post" action="/Account/Select">
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<div class="actions">
<button class="button button--primary" type="submit" name="choice" value="continue"><span>${text.proceed(accountName(model.account))}</span></button>
<button class="button" type="submit" name="choice" value="other">${text.other}</button>
</div>
</form>`,
  })
}
