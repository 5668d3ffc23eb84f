import { messages } from '../../text/index.ts'
import { type Html, html } from '../html.ts'
import { type AccountPageModel, accountPage } from './frame.ts'

export interface SecurityModel extends AccountPageModel {
  readonly hasPassword: boolean
  /** In full; only a masked form is printed. */
  readonly phone?: string | undefined
  /** In full; only a masked form is printed. */
  readonly email?: string | undefined
}

/** How a person signs in and is reached, with the ways to change it (api-58102957). */
export function securityPage(model: SecurityModel): Html {
  const text = messages(model.locale).accountCentre.security
  return accountPage(model, {
    current: 'security',
    title: text.title,
    lead: text.lead,
    content: html`<ul class="entries">
${row({
  name: text.password,
  value: model.hasPassword ? text.passwordSet : text.passwordNone,
  href: '/usercenter/security/password',
  act: text.change,
  label: text.changePassword,
})}
</ul>
<h2>${text.moreHeading}</h2>
<ul class="links">
<li><a href="/usercenter/data"><strong>${text.data.title}</strong><span>${text.data.detail}</span></a></li>
<li><a href="/usercenter/close"><strong>${text.close.title}</strong><span>${text.close.detail}</span></a></li>
</ul>`,
  })
}

interface Row {
  readonly name: string
  readonly value: string
  readonly href: string
  readonly act: string
  readonly label: string
}

function row({ name, value, href, act, label }: Row): Html {
  return html`<li>
<div class="entry"><h2>${name}</h2><p><bdi>${value}</bdi></p></div>
<a class="button" href="${href}" aria-label="${label}">${act}</a>
</li>`
}
