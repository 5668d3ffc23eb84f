import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { maskEmail, maskPhone } from '../mask.ts'
import { hiddenField, nameOf } from '../parts.ts'
import { type AccountPageModel, accountPage } from './frame.ts'

export interface SecurityModel extends AccountPageModel {
  readonly hasPassword: boolean
  readonly linked: readonly { readonly id: string; readonly provider: string; readonly displayName: string | null }[]
  /** Providers that may be linked here. */
  readonly providers: readonly ('WeChat' | 'WeCom')[]
  /** In full; only a masked form is printed. */
  readonly phone?: string | undefined
  /** In full; only a masked form is printed. */
  readonly email?: string | undefined
}

/** How a person signs in and is reached, with the ways to change it (api-58102957). */
export function securityPage(model: SecurityModel): Html {
  const all = messages(model.locale)
  const text = all.accountCentre.security
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
${row({
  name: all.userCenter.phone,
  value: model.phone ? maskPhone(model.phone) : all.userCenter.notSet,
  href: '/usercenter/security/phone',
  act: model.phone ? text.change : text.add,
  label: text.changePhone,
})}
${row({
  name: all.userCenter.email,
  value: model.email ? maskEmail(model.email) : all.userCenter.notSet,
  href: '/usercenter/security/email',
  act: model.email ? text.change : text.add,
  label: text.changeEmail,
})}
</ul>
<h2>${text.linkedHeading}</h2>
${
  model.linked.length === 0
    ? html`<p class="note">${text.linkedNone}</p>`
    : html`<ul class="entries">${model.linked.map((login) => linkedRow(model, login))}</ul>`
}
${model.providers.length > 0 && html`<div class="actions">${model.providers.map((provider) => html`<a class="button" href="/usercenter/externalLogins/bind?provider=${provider}">${text.link(all.external.providers[provider])}</a>`)}</div>`}
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

function linkedRow(model: SecurityModel, { id, provider, displayName }: SecurityModel['linked'][number]): Html {
  const all = messages(model.locale)
  const { providers } = all.external
  const text = all.accountCentre.security
  const name = provider === 'WeChat' || provider === 'WeCom' ? providers[provider] : provider
  return html`<li>
<div class="entry"><h3>${nameOf(name)}</h3>${displayName && html`<p><bdi>${displayName}</bdi></p>`}</div>
<form method="post" action="/usercenter/externalLogins/unbind">
${hiddenField('login', id)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button" type="submit" aria-label="${text.unlinkFrom(name)}">${text.unlink}</button>
</form>
</li>`
}
