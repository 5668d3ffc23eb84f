import { type Html, html } from '../html.ts'
import { messages } from '../text/index.ts'
import { layout, type PageModel } from './layout.ts'
import { hiddenField, nameOf } from './parts.ts'
import { safeUrl } from './url.ts'

export interface ContinueModel extends PageModel {
  /** `return`: back to the application with the answer it asked for. `switch`: the former person's sign-in ends first. `sign-on`: on to an application. `sign-out`: by way of one. */
  readonly purpose: 'return' | 'switch' | 'sign-on' | 'sign-out'
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly clientName?: string | undefined
}

/** A step that asks nothing and has to be a form: sent at once by a script, with the button where none runs. */
export function continuePage(model: ContinueModel): Html {
  const text = messages(model.locale).proceed
  const { title, lead } = text[model.purpose]
  return layout({
    ...model,
    title,
    scripts: ['submit.js'],
    content: html`<h1>${title}</h1>
<p class="lead">${lead(model.clientName ? nameOf(model.clientName) : text.application)}</p>
<form class="form" method="post" action="${safeUrl(model.action)}" data-auto-submit>
${model.fields.map(([name, value]) => html`${hiddenField(name, value)}\n`)}<div class="actions"><button class="button button--primary" type="submit">${text.submit}</button></div>
</form>`,
  })
}
