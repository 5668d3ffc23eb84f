import { html } from '../../../server/pages/html.ts'
import { badge, blocks, relative } from '../markup.ts'
import { type Contract, type Group, localized, marks, type Operation } from '../model.ts'
import { tablesOf } from '../navigation.ts'
import { operationSection } from '../operation.ts'
import type { Page, Site } from '../page.ts'
import { type Language, texts } from '../texts.ts'

/** What the marks mean. */
export function meanings(language: Language) {
  const t = texts[language]
  return html`<h2>${t.marksTitle}</h2>
<dl class="marks">${marks.map((mark) => html`<div><dt>${badge(mark, language)}</dt><dd>${t.markMeanings[mark]}</dd></div>`)}</dl>`
}

/** All operations on one page, by document, with their marks. */
export function referencePage(site: Site, language: Language): Page {
  const t = texts[language]
  const path = 'reference/index.html'
  const documents = site.contracts.map((contract) => {
    const tables = tablesOf(contract, language).map(
      (table) => html`<li><a href="${relative(path, table.path)}">${table.title}</a></li>`,
    )
    return html`<section class="document" id="${contract.api}"><h2>${contract.title[language]}</h2>${blocks(contract.description[language])}<ul>${tables}</ul>
${contract.groups.map((group) => html`<h3><a href="${relative(path, group.path)}">${group.title[language]}</a></h3><p>${group.description[language]}</p>${groupTable(path, group, language)}`)}</section>`
  })
  const jumps = site.contracts.map(
    (contract) => html`<li><a href="#${contract.api}">${contract.title[language]}</a></li>`,
  )
  const content = html`<h1>${t.reference}</h1><ul>${jumps}</ul>${meanings(language)}${documents}`
  return { path, title: t.reference, description: t.reference, kind: 'text', content }
}

function groupTable(path: string, group: Group, language: Language) {
  const rows = group.operations.map(
    (operation) =>
      html`<tr id="${operation.id}"><td><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span></td><td><code>${operation.event ?? operation.path}</code></td><td><a href="${relative(path, operation.page)}">${localized(operation, 'summary', language)}</a>${numbers(operation)}</td><td>${badge(operation.source.mark, language, operation.source.page)}</td></tr>`,
  )
  return html`<div class="scroll"><table class="operations">${rows}</table></div>`
}

/** The short numbers by which guides and diagrams name an operation, such as `S8`. */
function numbers({ source }: Operation) {
  const short = source.pages.map(({ page }) => page).filter((page) => /^[A-Z]+\d+$/.test(page))
  return short.length > 0 && html` <small>${short.join(', ')}</small>`
}

/** The operations that belong together. */
export function groupPage(contract: Contract, group: Group, language: Language): Page {
  const { path, title, description } = group
  const content = html`<p class="eyebrow">${contract.title[language]}${group.section && html` · ${group.section[language]}`}</p><h1>${group.name[language]}</h1><p class="lead">${description[language]}</p>
${groupTable(path, group, language)}`
  return {
    path,
    api: contract.api,
    title: title[language],
    description: description[language],
    kind: 'text',
    content,
  }
}

/** One operation in full. */
export function operationPage(contract: Contract, group: Group, operation: Operation, language: Language): Page {
  const path = operation.page
  const title = localized(operation, 'summary', language)
  const content = html`<p class="eyebrow">${contract.title[language]} · <a href="${relative(path, group.path)}">${group.title[language]}</a></p>
${operationSection(operation, { document: contract.document, language, page: path })}`
  const address =
    operation.event === undefined ? `${operation.method.toUpperCase()} ${operation.path}` : operation.event
  return {
    path,
    api: contract.api,
    group: group.path,
    title,
    description: `${title}: ${address}. ${localized(operation, 'description', language)}`
      .replaceAll(/[`*]/g, '')
      .slice(0, 300),
    kind: 'reference',
    content,
  }
}
