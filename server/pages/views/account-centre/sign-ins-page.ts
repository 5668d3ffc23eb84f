import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { deviceName } from '../device-name.ts'
import type { PageModel } from '../layout.ts'
import { moment } from '../moment.ts'
import { accountPage } from './frame.ts'

interface ShownSignIn {
  readonly createdAt: Date
  readonly succeeded: boolean
  readonly method: string
  readonly address: string | null
  readonly userAgent: string | null
  /** The application that asked for it. */
  readonly application?: string | undefined
}

export interface SignInsModel extends PageModel {
  readonly entries: readonly ShownSignIn[]
  /** Behind which entry the next page begins. */
  readonly next?: string | undefined
  readonly isFirst: boolean
}

/** Attempts to sign in, the latest first. */
export function signInsPage(model: SignInsModel): Html {
  const text = messages(model.locale).accountCentre.signIns
  return accountPage(model, {
    current: 'signIns',
    title: text.title,
    lead: text.lead,
    content: html`${
      model.entries.length === 0
        ? html`<p class="note">${text.none}</p>`
        : html`<ul class="entries">${model.entries.map((one) => entry(model, one))}</ul>`
    }
<div class="actions">${!model.isFirst && html`<a class="button" href="/usercenter/signins">${text.latest}</a>`}${model.next && html`<a class="button" href="/usercenter/signins?before=${model.next}">${text.earlier}</a>`}</div>`,
  })
}

function entry(
  model: SignInsModel,
  { createdAt, succeeded, method, address, userAgent, application }: ShownSignIn,
): Html {
  const all = messages(model.locale).accountCentre
  const { methods, failed, succeeded: done } = all.signIns
  const way = isKnown(method, methods) ? methods[method] : methods.other
  const device = deviceName(userAgent)
  return html`<li>
<div class="entry">
<h2>${moment(model.locale, createdAt)} <span class="badge${!succeeded && html` badge--alert`}">${succeeded ? done : failed}</span></h2>
<p>${way}${[application, device, address].map((part) => part && html` · <bdi>${part}</bdi>`)}</p>
</div>
</li>`
}

function isKnown<Texts extends object>(key: PropertyKey, texts: Texts): key is keyof Texts {
  return Object.hasOwn(texts, key)
}
