import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { type ClientShown, clientMark, nameOf, returnQuery } from './parts.ts'
import { safeUrl } from './url.ts'

export interface DeniedModel extends PageModel, ClientShown {
  readonly reason: 'not_admitted' | 'no_phone'
  /** The application that does not let somebody in. */
  readonly clientName?: string | undefined
  readonly returnUrl: string
  /** The application's own pages. */
  readonly wayBack?: { readonly name: string; readonly url: string } | undefined
}

/** Says why somebody may not enter an application, and what they can do. */
export function deniedPage(model: DeniedModel): Html {
  const { denied: text, signIn, error } = messages(model.locale)
  const { wayBack } = model
  const client = model.clientName === undefined ? text.theApplication : nameOf(model.clientName)
  return layout({
    ...model,
    title: text.title,
    content: html`${clientMark(model)}<h1>${text.title}</h1>
<p class="lead">${text.reasons[model.reason](client)}</p>
<div class="actions">
<a class="button button--primary" href="/Account/Login${returnQuery(model.returnUrl)}">${signIn.otherAccount}</a>
${wayBack && html`<a class="button" href="${safeUrl(wayBack.url)}"><span>${error.back(nameOf(wayBack.name))}</span></a>`}
</div>`,
  })
}
