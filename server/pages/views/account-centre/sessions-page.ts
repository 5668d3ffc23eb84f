import { type Html, html } from '../../html.ts'
import { messages } from '../../text/index.ts'
import { deviceName } from '../device-name.ts'
import { formAlert } from '../fields.ts'
import { moment } from '../moment.ts'
import { hiddenField } from '../parts.ts'
import { type AccountPageModel, accountPage } from './frame.ts'

interface ShownSession {
  readonly uid: string
  readonly createdAt: Date
  readonly address: string | null
  readonly userAgent: string | null
  readonly applications: readonly string[]
}

export interface SessionsModel extends AccountPageModel {
  readonly sessions: readonly ShownSession[]
  /** The session of the browser that asks. */
  readonly current: string
}

/** Where a person is signed in, each with a form that ends it: POST /usercenter/sessions/end. */
export function sessionsPage(model: SessionsModel): Html {
  const text = messages(model.locale).accountCentre.sessions
  const own = model.sessions.filter(({ uid }) => uid === model.current)
  const others = model.sessions.filter(({ uid }) => uid !== model.current)
  return accountPage(model, {
    current: 'sessions',
    title: text.title,
    lead: text.lead,
    content: html`${formAlert(model)}
<ul class="entries">${[...own, ...others].map((session) => entry(model, session))}</ul>
<form class="form" method="post" action="/usercenter/sessions/end">
<p class="hint" id="others-hint">${text.endOthersHint}</p>
${hiddenField('__RequestVerificationToken', model.requestToken)}
<div class="actions"><button class="button" type="submit" aria-describedby="others-hint">${text.endOthers}</button></div>
</form>`,
  })
}

function entry(model: SessionsModel, { uid, createdAt, address, userAgent, applications }: ShownSession): Html {
  const all = messages(model.locale).accountCentre
  const text = all.sessions
  const device = deviceName(userAgent) ?? all.unknown
  const isCurrent = uid === model.current
  return html`<li>
<div class="entry">
<h2><bdi>${device}</bdi>${isCurrent && html` <span class="badge">${text.current}</span>`}</h2>
<p>${text.since(moment(model.locale, createdAt))}${address && html` · <bdi>${address}</bdi>`}</p>
${applications.length > 0 && html`<p>${text.applications}: <bdi>${applications.join(', ')}</bdi></p>`}
</div>
${
  !isCurrent &&
  html`<form method="post" action="/usercenter/sessions/end">
${hiddenField('session', uid)}
${hiddenField('__RequestVerificationToken', model.requestToken)}
<button class="button" type="submit" aria-label="${text.endNamed(device)}">${text.end}</button>
</form>`
}
</li>`
}
