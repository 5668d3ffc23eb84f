import { type Html, html } from '../../server/pages/html.ts'
import { blocks, inline, relative } from './markup.ts'
import type { Page } from './page.ts'
import type { Comment, Member, SdkExport } from './sdk.ts'
import { pageOfPart, SDK_PAGE, type SdkPart } from './sdk-parts.ts'
import { type Language, texts } from './texts.ts'

const kinds = ['function', 'class', 'type'] as const

/** What the SDK exports for one subject: signatures and comments, each name leading to its own entry. */
export function sdkPage(sdk: readonly SdkExport[], part: SdkPart, language: Language): Page {
  const t = texts[language]
  const path = pageOfPart(part)
  const title = t.sdkParts[part]
  const places = new Map(
    sdk.map((entry) => [
      entry.name,
      `${entry.part === part ? '' : relative(path, pageOfPart(entry.part))}#${entry.name}`,
    ]),
  )
  const content = html`<p class="eyebrow"><a href="${relative(path, SDK_PAGE)}">${t.sdkReference}</a></p><h1>${title}</h1>
${kinds.map((kind) => {
  const entries = sdk.filter((entry) => entry.part === part && entry.kind === kind)
  if (entries.length === 0) return undefined
  const index = entries.map(({ name }) => html`<li><a href="#${name}"><code>${name}</code></a></li>`)
  return html`<h2>${t.sdkKinds[kind]}</h2><ul class="names">${index}</ul>${entries.map((entry) => section(entry, places, language))}`
})}`
  return { path, api: 'tools', title, description: `${t.sdkReference}: ${title}`, kind: 'text', content }
}

function section(entry: SdkExport, places: ReadonlyMap<string, string>, language: Language): Html {
  const others = new Map([...places].filter(([name]) => name !== entry.name))
  const members = entry.members.map((member) => memberOf(member, places, language))
  return html`<section class="export" id="${entry.name}">
<h3><a href="#${entry.name}">${entry.name}</a></h3>
<pre tabindex="0"><code>${linked(entry.signature, others)}</code></pre>
${comment(entry, language)}
${members.length > 0 && html`<ul class="fields">${members}</ul>`}
</section>
`
}

function memberOf(member: Member, places: ReadonlyMap<string, string>, language: Language): Html {
  return html`<li><div class="field"><code class="signature">${linked(member.signature, places)}</code></div>${comment(member, language)}</li>`
}

/** Source text in which every exported name leads to its entry. */
function linked(source: string, places: ReadonlyMap<string, string>): Html[] {
  return source.split(/\b([A-Za-z]\w*)\b/).map((part) => {
    const place = places.get(part)
    return place === undefined ? html`${part}` : html`<a href="${place}">${part}</a>`
  })
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
