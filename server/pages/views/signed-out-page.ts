import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface SignedOutModel extends PageModel {
  readonly clientName?: string | undefined
  readonly signInUrl?: string | undefined
}

/** Tells that the sign-in in this browser has ended. */
export function signedOutPage(model: SignedOutModel): Html {
  const text = messages(model.locale).signOut
  return layout({
    ...model,
    title: text.doneTitle,
    content: html`<h1>${text.doneTitle}</h1>
<p class="lead">${model.clientName ? text.doneLeadFor(nameOf(model.clientName)) : text.doneLead}</p>
${model.signInUrl && html`<div class="actions"><a class="button" href="${safeUrl(model.signInUrl)}">${text.signInAgain}</a></div>`}`,
  })
}
