import { type Html, html } from '../html.ts'
import { type DeviceError, messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { alertBox, hiddenField } from './parts.ts'
import { safeUrl } from './url.ts'

export interface DeviceInputModel extends PageModel {
  /** Address the form is sent to. */
  readonly action: string
  readonly xsrf: string
  /** What was typed before. */
  readonly userCode?: string | undefined
  readonly error?: DeviceError | undefined
}

const ALERT_ID = 'device-error'
const HINT_ID = 'device-hint'

/** Asks for the code that a device shows (RFC 8628 3.3). */
export function deviceInputPage(model: DeviceInputModel): Html {
  const text = messages(model.locale).device
  const invalid = model.error && model.error !== 'aborted' && html` aria-invalid="true"`
  return layout({
    ...model,
    title: text.inputTitle,
    content: html`<h1>${text.inputTitle}</h1>
<p class="lead">${text.inputLead}</p>
${model.error && alertBox(ALERT_ID, text.errors[model.error])}
<form class="form" id="op.deviceInputForm" method="post" action="${safeUrl(model.action)}">
<div class="field">
<label for="user_code">${text.code}</label>
<input class="code-input" id="user_code" name="user_code" type="text" value="${model.userCode}" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" required autofocus aria-describedby="${model.error && `${ALERT_ID} `}${HINT_ID}"${invalid}>
<p class="hint" id="${HINT_ID}">${text.codeHint}</p>
</div>
${hiddenField('xsrf', model.xsrf)}
<button class="button button--primary" type="submit">${text.submit}</button>
</form>`,
  })
}
