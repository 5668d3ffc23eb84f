import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { hiddenField, nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface SignOutModel extends PageModel {
  readonly action: string
  readonly xsrf: string
  /** Where the sign-out goes on to, as hidden fields. */
  readonly fields?: readonly (readonly [name: string, value: string])[]
  /** True when a valid `id_token_hint` came along, so that nobody has to be asked (OpenID Connect RP-Initiated Logout 1.0, 2). */
  readonly autoSubmit: boolean
  readonly clientName?: string | undefined
}

/**
 * Asks whether to sign out, or says that it is under way and sends the form at once. The session ends only when `logout=yes`
 * is sent; the button to stay sends the form without it.
 */
export function signOutPage(model: SignOutModel): Html {
  const text = messages(model.locale).signOut
  const lead = model.clientName ? text.leadFor(nameOf(model.clientName)) : text.lead
  const autoSubmit = model.autoSubmit && html` data-auto-submit`
  return layout({
    ...model,
    title: model.autoSubmit ? text.progressTitle : text.title,
    scripts: model.autoSubmit ? ['submit.js'] : [],
    content: html`<h1>${model.autoSubmit ? text.progressTitle : text.title}</h1>
<p class="lead">${model.autoSubmit ? text.progressLead : lead}</p>
<form class="form" id="op.logoutForm" method="post" action="${safeUrl(model.action)}"${autoSubmit}>
${hiddenField('xsrf', model.xsrf)}
${model.fields?.map(([name, value]) => html`${hiddenField(name, value)}\n`)}<div class="actions">
<button class="button button--primary" type="submit" name="logout" value="yes">${text.confirm}</button>
${!model.autoSubmit && html`<button class="button" type="submit">${text.stay}</button>`}
</div>
</form>`,
  })
}
