import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { factList, hiddenField, nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface DeviceConfirmModel extends PageModel {
  readonly action: string
  readonly xsrf: string
  readonly clientName: string
  /** The code as the device shows it. */
  readonly userCode: string
  /** Where the device's request came from, as far as known. */
  readonly deviceInfo?: { readonly ip?: string | undefined; readonly userAgent?: string | undefined } | undefined
}

/** Shows the code again so that a person compares it with the device before connecting it (RFC 8628 5.4, remote phishing). */
export function deviceConfirmPage(model: DeviceConfirmModel): Html {
  const text = messages(model.locale).device
  return layout({
    ...model,
    title: text.confirmTitle,
    content: html`<h1>${text.confirmTitle}</h1>
<p class="lead">${text.confirmLead(nameOf(model.clientName))}</p>
<p class="code-shown"><bdi>${model.userCode}</bdi></p>
${factList([
  [text.address, model.deviceInfo?.ip],
  [text.browser, model.deviceInfo?.userAgent],
])}
<p class="note note--warning">${text.confirmWarning}</p>
<form class="form" id="op.deviceConfirmForm" method="post" action="${safeUrl(model.action)}">
${hiddenField('xsrf', model.xsrf)}
${hiddenField('user_code', model.userCode)}
<div class="actions">
<button class="button button--primary" type="submit" name="confirm" value="yes">${text.confirm}</button>
<button class="button" type="submit" name="abort" value="yes">${text.abort}</button>
</div>
</form>`,
  })
}
