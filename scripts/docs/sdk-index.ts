import { html } from '../../server/pages/html.ts'
import { inline, relative } from './markup.ts'
import type { Contract } from './model.ts'
import type { Page, Site } from './page.ts'
import { methodsOf, pageOfMethods, pageOfPart, SDK_PAGE, sdkParts, titleOfMethods } from './sdk-parts.ts'
import { type Language, texts } from './texts.ts'

/** What the SDK has: the named methods of each document and the exports, each leading to its own place. */
export function sdkIndex(site: Site, language: Language): Page {
  const t = texts[language]
  const to = (path: string) => relative(SDK_PAGE, path)
  const methods = site.contracts.map((contract) => {
    const page = to(pageOfMethods(contract))
    const groups = [...methodsOf(contract, language)].map(([group, entries]) => {
      const names = entries.map(
        ({ name, operation }) => html` <a href="${to(operation.page)}"><code>${name}</code></a>`,
      )
      return html`<li><a href="${page}#${group}"><code>${group}</code></a>:${names}</li>`
    })
    return html`<h2><a href="${page}">${titleOfMethods(contract, language)}</a></h2><ul>${groups}</ul>`
  })
  // The places of the names are those of the time when all of it was on this page: old addresses still lead there.
  const exports = sdkParts.map((part) => {
    const names = site.sdk
      .filter((entry) => entry.part === part)
      .map(({ name }) => html`<li id="${name}"><a href="${to(pageOfPart(part))}#${name}"><code>${name}</code></a></li>`)
    return html`<h2><a href="${to(pageOfPart(part))}">${t.sdkParts[part]}</a></h2><ul class="names">${names}</ul>`
  })
  const content = html`<h1>${t.sdkReference}</h1><p>${inline(t.sdkIntroduction)}</p>
${methods}${exports}`
  return { path: SDK_PAGE, api: 'tools', title: t.sdkReference, description: t.sdkReference, kind: 'text', content }
}

/** The named methods of a document, each with the operation that it calls. */
export function methodsPage(contract: Contract, language: Language): Page {
  const t = texts[language]
  const path = pageOfMethods(contract)
  const groups = [...methodsOf(contract, language)].map(([group, entries]) => {
    const rows = entries.map(
      ({ name, operation, summary }) =>
        html`<tr><td><code>${group}.${name}</code></td><td><code>${operation.id}</code></td><td><a href="${relative(path, operation.page)}">${summary}</a></td></tr>`,
    )
    return html`<h2 id="${group}"><a href="#${group}">${group}</a></h2><div class="scroll"><table><thead><tr><th>${t.sdkMethod}</th><th>${t.sdkOperation}</th><th>${t.meaning}</th></tr></thead><tbody>${rows}</tbody></table></div>
`
  })
  const title = titleOfMethods(contract, language)
  const content = html`<p class="eyebrow"><a href="${relative(path, SDK_PAGE)}">${t.sdkReference}</a></p><h1>${title}</h1>
${groups}`
  return { path, api: 'tools', title, description: title, kind: 'text', content }
}
