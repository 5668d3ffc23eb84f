import { type Html, html } from '../html.ts'
import type { Messages } from '../text/index.ts'

function isKnown(scope: string, texts: Messages['scopes']): scope is keyof Messages['scopes'] {
  return Object.hasOwn(texts, scope)
}

/** What an application may do, one line per scope in plain words, its technical name beside it for those who look for it. */
export function scopeList(scopes: readonly string[], text: Messages): Html {
  if (scopes.length === 0) return html`<ul class="scopes"><li>${text.consent.noScopes}</li></ul>`
  const lines = scopes.map((scope) =>
    isKnown(scope, text.scopes)
      ? html`<li><span>${text.scopes[scope]}</span> <code>${scope}</code></li>`
      : html`<li><code>${scope}</code></li>`,
  )
  return html`<ul class="scopes">${lines}</ul>`
}
