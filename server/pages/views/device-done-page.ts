import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { nameOf } from './parts.ts'

export interface DeviceDoneModel extends PageModel {
  readonly clientName?: string | undefined
}

/** Tells that the device is connected. */
export function deviceDonePage(model: DeviceDoneModel): Html {
  const text = messages(model.locale).device
  return layout({
    ...model,
    title: text.doneTitle,
    content: html`<h1>${text.doneTitle}</h1>
<p class="lead">${model.clientName ? text.doneLeadFor(nameOf(model.clientName)) : text.doneLead}</p>`,
  })
}
