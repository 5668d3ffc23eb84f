import { html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { formAlert } from '../fields.ts'
import { hiddenField } from '../parts.ts'
import { type AccountPageModel, accountPage, formEnd, type Proof, proofField, withoutPassword } from './frame.ts'

export interface ExternalLoginModel extends AccountPageModel {
  readonly proof: Proof
}

/** The password before a login is linked: POST /usercenter/externalLogins/bind. */
export function linkPage(model: ExternalLoginModel & { readonly provider: 'WeChat' | 'WeCom' }) {
  const all = messages(model.locale)
  const title = all.accountCentre.security.link(all.external.providers[model.provider])
  return page(model, { title, address: '/usercenter/externalLogins/bind', name: 'provider', value: model.provider })
}

/** The password before a login is taken off: POST /usercenter/externalLogins/unbind. */
export function unlinkPage(model: ExternalLoginModel & { readonly login: string }) {
  const title = messages(model.locale).accountCentre.security.unlink
  return page(model, { title, address: '/usercenter/externalLogins/unbind', name: 'login', value: model.login })
}

interface Form {
  readonly title: string
  readonly address: string
  readonly name: string
  readonly value: string
}

function page(model: ExternalLoginModel, { title, address, name, value }: Form) {
  const text = messages(model.locale).accountCentre.security
  return accountPage(model, {
    current: 'security',
    title,
    lead: text.proofLead,
    content:
      model.proof === 'impossible'
        ? withoutPassword(model)
        : html`${formAlert(model)}
<form class="form" method="post" action="${address}">
${hiddenField(name, value)}
${proofField(model, model.proof)}
${formEnd(model, { submit: title, back: '/usercenter/security' })}
</form>`,
  })
}
