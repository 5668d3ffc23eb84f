import { KNOWN_SCOPES, type KnownScope, type Messages } from '../text/messages.ts'
import { type Html, html } from './html.ts'

const known: ReadonlySet<string> = new Set(KNOWN_SCOPES)

function isKnown(scope: string): scope is KnownScope {
  return known.has(scope)
}

/** What an application may do, one line per scope in plain words, its technical name beside it for those who look for it. */
export function scopeList(scopes: readonly string[], text: Messages): Html {
  if (scopes.length === 0) return html`<ul class="scopes"><li>${text.consent.noScopes}</li></ul>`
  const lines = scopes.map((scope) =>
    isKnown(scope)
      ? html`<li><span>${text.scopes[scope]}</span> <code>${scope}</code></li>`
      : html`<li><code>${scope}</code></li>`,
  )
  return html`<ul class="scopes">${lines}</ul>`
}
