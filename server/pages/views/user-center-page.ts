import { type Html, html } from '../html.ts'
import { type Messages, messages } from '../text/index.ts'
import { accountPage } from './account-centre/frame.ts'
import type { PageModel } from './layout.ts'
import { maskEmail, maskPhone } from './mask.ts'
import { factList, hiddenField, nameOf } from './parts.ts'
import { scopeList } from './scope-list.ts'
import { safeUrl } from './url.ts'

export interface UserCenterModel extends PageModel {
  readonly displayName?: string | undefined
  readonly userName?: string | undefined
  /** In full; only a masked form is printed. */
  readonly phone?: string | undefined
  /** In full; only a masked form is printed. */
  readonly email?: string | undefined
  /** The applications that may use the account, the first of them by name. */
  readonly allowed: {
    readonly applications: readonly {
      readonly clientId: string
      readonly name: string
      readonly scopes: readonly string[]
    }[]
    readonly total: number
  }
  readonly requestToken: string
  /** Usually `/connect/endsession`, which asks before it ends anything. */
  readonly signOutUrl: string
}

/**
 * Shows who is signed in in this browser, and which applications may use the account, each with a form that takes it back:
 * POST /usercenter/allowed/revoke.
 */
export function userCenterPage(model: UserCenterModel): Html {
  const all = messages(model.locale)
  const text = all.userCenter
  const { applications, total } = model.allowed
  const isolated = (value: string | undefined) =>
    value ? html`<bdi>${value}</bdi>` : html`<span class="unset">${text.notSet}</span>`
  return accountPage(model, {
    current: 'overview',
    title: text.title,
    lead: text.lead,
    content: html`${factList([
      [text.displayName, isolated(model.displayName)],
      [text.userName, isolated(model.userName)],
      [text.phone, isolated(model.phone && maskPhone(model.phone))],
      [text.email, isolated(model.email && maskEmail(model.email))],
    ])}
<div class="actions"><a class="button" href="${safeUrl(model.signOutUrl)}">${text.signOut}</a></div>
<h2 id="allowed">${text.allowedHeading}</h2>
${
  applications.length === 0
    ? html`<p class="note">${text.allowedNone}</p>`
    : html`<p>${text.allowedLead}</p>
<ul class="allowed" aria-labelledby="allowed">${applications.map((application) => entry(application, model.requestToken, all))}</ul>`
}
${total > applications.length && html`<p class="note">${text.allowedMore(total - applications.length)}</p>`}`,
  })
}

function entry(
  { clientId, name, scopes }: UserCenterModel['allowed']['applications'][number],
  requestToken: string,
  all: Messages,
): Html {
  const text = all.userCenter
  return html`<li>
<h3>${nameOf(name)}</h3>
${scopeList(scopes, all)}
<form method="post" action="/usercenter/allowed/revoke">
${hiddenField('client_id', clientId)}
${hiddenField('__RequestVerificationToken', requestToken)}
<button class="button" type="submit" aria-label="${text.takeBackFrom(name)}">${text.takeBack}</button>
</form>
</li>`
}
