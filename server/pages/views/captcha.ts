import { type Html, html } from '../html.ts'
import type { Locale } from '../language.ts'
import { type CaptchaProblem, messages } from '../text/index.ts'
import { hiddenField } from './parts.ts'

/** What a page asks of a visitor before it takes the form. */
export type CaptchaModel = {
  readonly token: string
  /** Why it asks; absent where only the next form needs it. */
  readonly problem?: CaptchaProblem | undefined
} & (
  | { readonly kind: 'slider'; readonly picture: string; readonly piece: string }
  | { readonly kind: 'wait'; readonly seconds: number }
)

interface CaptchaState {
  readonly locale: Locale
  readonly captcha?: CaptchaModel | undefined
}

/** Of the picture and the piece in pixels: the piece's left edge is what the slider says. */
const [width, height, pieceWidth] = [310, 155, 47]

/** The part of a form that shows a captcha; nothing where none is asked for. Stands before the form's button. */
export function captchaField({ locale, captcha }: CaptchaState): Html | undefined {
  if (!captcha) return undefined
  const text = messages(locale).captcha
  return html`<div class="captcha" role="group" aria-labelledby="captcha-title">
<p class="captcha__title" id="captcha-title">${text.title}</p>
${captcha.problem && html`<p class="field__error" id="captcha-error" role="alert">${text.problems[captcha.problem]()}</p>`}
${captcha.kind === 'slider' ? slider(locale, captcha) : wait(locale, captcha.seconds)}
${hiddenField('captcha', captcha.token)}
</div>`
}

/** The button for who cannot see the picture. Stands behind the form's own, which the Enter key presses. */
export function captchaAlternative({ locale, captcha }: CaptchaState): Html | undefined {
  if (captcha?.kind !== 'slider') return undefined
  return html`<button class="button button--plain" type="submit" name="captchaWait" value="true" formnovalidate>${messages(locale).captcha.alternative}</button>`
}

/** Without the script the piece stays where it is, and the slider's own handle, as wide as the piece, shows where it will be. */
function slider(locale: Locale, { picture, piece }: { readonly picture: string; readonly piece: string }): Html {
  const text = messages(locale).captcha
  return html`<div class="captcha__picture">
<img src="data:image/png;base64,${picture}" width="${width}" height="${height}" alt="${text.picture}" draggable="false">
<img class="captcha__piece" src="data:image/png;base64,${piece}" width="${pieceWidth}" height="${height}" alt="" draggable="false">
</div>
<label class="captcha__label" for="captchaPosition">${text.label}</label>
<input class="captcha__slider" id="captchaPosition" name="captchaPosition" type="range" min="0" max="${width - pieceWidth}" value="0" autocomplete="off" data-picture-width="${width}" aria-describedby="captcha-hint">
<p class="hint" id="captcha-hint">${text.hint}</p>`
}

function wait(locale: Locale, seconds: number): Html {
  const text = messages(locale).captcha
  return html`<p role="status" data-wait-seconds="${seconds}" data-wait-over="${text.waitOver}">${text.wait(seconds)}</p>`
}
