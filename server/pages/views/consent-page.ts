import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { accountName, type ClientShown, clientMark, hiddenField, nameOf } from './parts.ts'
import { scopeList } from './scope-list.ts'

export interface ConsentModel extends PageModel, ClientShown {
  readonly clientName: string
  /** Scopes that are not granted yet. */
  readonly scopes: readonly string[]
  /** Who is signed in. */
  readonly account: { readonly displayName?: string | undefined; readonly userName: string }
  /** Host of the redirect address, so that a person sees where the answer goes. */
  readonly redirectHost?: string | undefined
  readonly returnUrl: string
  readonly requestToken: string
}

/** Asks whether an application may use the account: POST /Account/Consent with `decision` `allow` or `deny`. */
export function consentPage(model: ConsentModel): Html {
  const text = messages(model.locale)
  return layout({
    ...model,
    title: text.consent.title(model.clientName),
    content: html`${clientMark(model)}<h1>${text.consent.heading(nameOf(model.clientName))}</h1>
<p class="lead">${text.consent.account(accountName(model.account))}</p>
<h2 id="scopes">${text.consent.scopesHeading}</h2>
${scopeList(model.scopes, text)}
<form class="form" method="post" action="/Account/Consent">
${hiddenField('ReturnUrl', model.returnUrl)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<div class="actions">
<button class="button button--primary" type="submit" name="decision" value="allow">${text.consent.allow}</button>
<button class="button" type="submit" name="decision" value="deny">${text.consent.deny}</button>
</div>
</form>
${model.redirectHost && html`<p class="note">${text.consent.returnsTo(html`<bdi>${model.redirectHost}</bdi>`)}</p>`}`,
  })
}
