import { messages } from '../text/index.ts'
import { type Html, html } from './html.ts'
import { layout, type PageModel } from './layout.ts'
import { maskEmail, maskPhone } from './mask.ts'
import { factList } from './parts.ts'
import { safeUrl } from './url.ts'

export interface UserCenterModel extends PageModel {
  readonly displayName?: string | undefined
  readonly userName?: string | undefined
  /** In full; only a masked form is printed. */
  readonly phone?: string | undefined
  /** In full; only a masked form is printed. */
  readonly email?: string | undefined
  /** Usually `/connect/endsession`, which asks before it ends anything. */
  readonly signOutUrl: string
}

/** Shows who is signed in in this browser. */
export function userCenterPage(model: UserCenterModel): Html {
  const text = messages(model.locale).userCenter
  const isolated = (value: string | undefined) =>
    value ? html`<bdi>${value}</bdi>` : html`<span class="unset">${text.notSet}</span>`
  return layout({
    ...model,
    title: text.title,
    content: html`<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${factList([
  [text.displayName, isolated(model.displayName)],
  [text.userName, isolated(model.userName)],
  [text.phone, isolated(model.phone && maskPhone(model.phone))],
  [text.email, isolated(model.email && maskEmail(model.email))],
])}
<div class="actions"><a class="button" href="${safeUrl(model.signOutUrl)}">${text.signOut}</a></div>`,
  })
}
