import { type Html, html } from '../../server/pages/html.ts'
import { blocks, inline } from './markup.ts'
import type { Page } from './page.ts'
import type { Comment, Member, SdkExport } from './sdk.ts'
import { type Language, texts } from './texts.ts'

/** Where the page is, below the folder of a language. */
export const SDK_PAGE = 'reference/sdk.html'

const kinds = ['function', 'class', 'type'] as const

/** What the SDK exports: signatures and comments, each name leading to its own entry. */
export function sdkPage(sdk: readonly SdkExport[], language: Language): Page {
  const t = texts[language]
  const names = new Set(sdk.map(({ name }) => name))
  const content = html`<h1>${t.sdkReference}</h1><p>${inline(t.sdkIntroduction)}</p>
${kinds.map((kind) => {
  const entries = sdk.filter((entry) => entry.kind === kind)
  const index = entries.map(({ name }) => html`<li><a href="#${name}"><code>${name}</code></a></li>`)
  return html`<h2>${t.sdkKinds[kind]}</h2><ul class="names">${index}</ul>${entries.map((entry) => section(entry, names, language))}`
})}`
  return { path: SDK_PAGE, api: 'tools', title: t.sdkReference, description: t.sdkReference, kind: 'text', content }
}

function section(entry: SdkExport, names: ReadonlySet<string>, language: Language): Html {
  const others = new Set([...names].filter((name) => name !== entry.name))
  const members = entry.members.map((member) => memberOf(member, names, language))
  return html`<section class="export" id="${entry.name}">
<h3><a href="#${entry.name}">${entry.name}</a></h3>
<pre tabindex="0"><code>${linked(entry.signature, others)}</code></pre>
${comment(entry, language)}
${members.length > 0 && html`<ul class="fields">${members}</ul>`}
</section>
`
}

function memberOf(member: Member, names: ReadonlySet<string>, language: Language): Html {
  return html`<li><div class="field"><code class="signature">${linked(member.signature, names)}</code></div>${comment(member, language)}</li>`
}

/** Source text in which every exported name leads to its entry. */
function linked(source: string, names: ReadonlySet<string>): Html[] {
  return source
    .split(/\b([A-Za-z]\w*)\b/)
    .map((part) => (names.has(part) ? html`<a href="#${part}">${part}</a>` : html`${part}`))
}

function comment({ text, tags }: Comment, language: Language): Html | undefined {
  if (text === '' && tags.length === 0) return undefined
  const t = texts[language]
  const words: Readonly<Record<string, string>> = { throws: t.throws, returns: t.returns }
  const rows = tags.map(({ name, subject, text: meaning }) => {
    const what = words[name] ?? ''
    return html`<li>${what && html`${what} `}${subject && html`<code>${subject}</code>: `}${inline(meaning)}</li>`
  })
  return html`<div class="note" lang="en">${blocks(text)}${rows.length > 0 && html`<ul>${rows}</ul>`}</div>`
}
