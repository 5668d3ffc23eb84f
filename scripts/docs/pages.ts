import { html } from '../../server/views/html.ts'
import type { ReturnCode } from '../generate/document.ts'
import type { Guide } from './guides.ts'
import type { Page, Site } from './layout.ts'
import { badge, blocks, inline, relative } from './markup.ts'
import { type Contract, type Group, localized, type Mark } from './model.ts'
import { operationSection } from './operation.ts'
import { SDK_PAGE } from './sdk-page.ts'
import { type Language, texts } from './texts.ts'

const marks: readonly Mark[] = ['documented', 'observed', 'inferred']

/** The first page: what this is, for whom, and where to go. */
export function landingPage(site: Site, language: Language): Page {
  const t = texts[language]
  const [guides = [], tools = []] = [site.guides, site.tools].map((all) =>
    all.filter((guide) => guide.language === language),
  )
  const first = guides[0]?.path ?? 'reference/index.html'
  const tool = (slug: string) => tools.find((guide) => guide.slug === slug)?.path ?? first
  const targets = [first, tool('mock'), tool('sdk'), 'reference/index.html']
  const cards = t.people.map(
    ([who, what, how], index) =>
      html`<li><a href="${targets[index] ?? first}"><h2>${who}</h2><p>${what}</p><span>${index === 0 ? how : html`<code>${how}</code>`}</span></a></li>`,
  )
  const contracts = site.contracts.map((contract) => {
    const count = contract.groups.reduce((sum, group) => sum + group.operations.length, 0)
    const groups = contract.groups.map(
      (group) =>
        html`<li><a href="${group.path}">${group.title[language]}</a> ${group.operations.length} ${t.operations}</li>`,
    )
    return html`<h2>${contract.title[language]} <small>${count} ${t.operations}</small></h2>${blocks(contract.description[language])}<ul>${groups}</ul>`
  })
  const content = html`<div class="hero"><h1>${t.tagline}</h1><p>${t.introduction}</p></div>
<ul class="cards">${cards}</ul>
<h2>${t.guides}</h2>
<ul>${guides.map((guide) => html`<li><a href="${guide.path}">${guide.title}</a></li>`)}</ul>
<h2>${t.tools}</h2>
<ul>${tools.map((guide) => html`<li><a href="${guide.path}">${guide.title}</a></li>`)}<li><a href="${SDK_PAGE}">${t.sdkReference}</a></li></ul>
<h2>${t.returnCodes}</h2>
<p>${inline(t.returnCodesIntroduction)} <a href="reference/return-codes.html">${t.returnCodes}</a></p>
${contracts}
${meanings(language)}`
  return { path: 'index.html', title: t.home, description: t.introduction, kind: 'landing', content }
}

function meanings(language: Language) {
  const t = texts[language]
  return html`<h2>${t.marksTitle}</h2>
<dl class="marks">${marks.map((mark) => html`<div><dt>${badge(mark, language)}</dt><dd>${t.markMeanings[mark]}</dd></div>`)}</dl>`
}

/** All operations on one page, with their marks. */
export function referencePage(site: Site, language: Language): Page {
  const t = texts[language]
  const path = 'reference/index.html'
  const groups = site.contracts.flatMap((contract) => contract.groups)
  const tables = groups.map((group) => {
    const rows = group.operations.map(
      (operation) =>
        html`<tr><td><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span></td><td><code>${operation.path}</code></td><td><a href="${relative(path, group.path)}#${operation.id}">${localized(operation, 'summary', language)}</a></td><td>${badge(operation.source.mark, language, operation.source.page)}</td></tr>`,
    )
    return html`<h2>${group.title[language]}</h2><p>${group.description[language]}</p><div class="scroll"><table class="operations">${rows}</table></div>`
  })
  const content = html`<h1>${t.reference}</h1>${meanings(language)}${tables}`
  return { path, title: t.reference, description: t.reference, kind: 'text', content }
}

/** One group of operations in full. */
export function groupPage(contract: Contract, group: Group, language: Language): Page {
  const view = { document: contract.document, language }
  const content = html`<h1>${group.title[language]}</h1><p class="lead">${group.description[language]}</p>
${group.operations.map((operation) => operationSection(operation, view))}`
  const { path, title, description } = group
  return { path, title: title[language], description: description[language], kind: 'reference', content }
}

/** The table of return codes. */
export function returnCodesPage(site: Site, language: Language): Page {
  const t = texts[language]
  const inOrder = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  const names = { zh: t.chinese, en: t.english }
  const meaningsOf = (code: ReturnCode) =>
    inOrder.map(
      (name) =>
        html`<td lang="${texts[name].htmlLanguage}">${name === 'zh' ? code['x-zh'].message : code.message}</td>`,
    )
  const rows = site.contracts
    .flatMap((contract) => contract.document['x-return-codes'] ?? [])
    .map(
      (code) =>
        html`<tr id="${code.error ?? 'success'}"><td><code>${code.status}</code></td><td>${code.error && html`<code>${code.error}</code>`}</td><td>${code.http}</td>${meaningsOf(code)}<td>${badge(code.mark as Mark, language)}</td></tr>`,
    )
  const content = html`<h1>${t.returnCodes}</h1><p>${inline(t.returnCodesIntroduction)}</p>
<div class="scroll"><table class="codes"><thead><tr><th>${t.number}</th><th>${t.name}</th><th>${t.http}</th>${inOrder.map((name) => html`<th>${t.meaning} (${names[name]})</th>`)}<th>${t.source}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  const description = t.returnCodesIntroduction
  return { path: 'reference/return-codes.html', title: t.returnCodes, description, kind: 'text', content }
}

/** A guide. */
export function guidePage(guide: Guide): Page {
  const t = texts[guide.language]
  const sources = guide.sources.map(
    ({ page, title, mark }) =>
      html`<p class="origin">${t.source}: <code>${page}</code> <span lang="zh-CN">${title}</span> ${badge(mark, guide.language)}</p>`,
  )
  const content = html`<h1>${guide.title}</h1>${sources}${blocks(guide.text)}`
  return { path: guide.path, title: guide.title, description: guide.title, kind: 'text', content }
}
