import { type Html, html } from '../../server/pages/html.ts'
import type { Guide } from './guides.ts'
import { ERROR_CODES_PAGE, PERMISSION_CODES_PAGE, RETURN_CODES_PAGE } from './markup.ts'
import { type Contract, type Group, localized } from './model.ts'
import type { Page, Site } from './page.ts'
import { SDK_PAGE, sdkPlaces } from './sdk-parts.ts'
import { type Language, texts } from './texts.ts'

/** A page that belongs to a document beside its operations. */
export interface Table {
  path: string
  title: string
}

/** The tables of codes that a document has. */
export function tablesOf({ document }: Contract, language: Language): Table[] {
  const t = texts[language]
  const all: [unknown, Table][] = [
    [document['x-return-codes'], { path: RETURN_CODES_PAGE, title: t.returnCodes }],
    [document['x-error-codes'], { path: ERROR_CODES_PAGE, title: t.errorCodes }],
    [document['x-permission-codes'], { path: PERMISSION_CODES_PAGE, title: t.permissionCodes }],
  ]
  return all.filter(([list]) => list !== undefined).map(([, table]) => table)
}

/** Groups by section, in the order in which the sections begin; those without one are together as well. */
export function sectionsOf(contract: Contract, language: Language): { title: string; groups: Group[] }[] {
  const title = ({ section }: Group) => section?.[language] ?? texts[language].reference
  return [...Map.groupBy(contract.groups, title)].map(([name, groups]) => ({ title: name, groups }))
}

/** The menu: what is common, then each document with its guides, journeys, operations and tables; the own one open. */
export function navigation(site: Site, language: Language, page: Page, own: (path: string) => string): Html {
  const t = texts[language]
  const headings = () =>
    page.headings?.length
      ? html`<ul class="headings">${page.headings.map(({ anchor, text }) => html`<li><a href="#${anchor}">${text}</a></li>`)}</ul>`
      : undefined
  const link = (path: string, title: string, inner = path === page.path ? headings() : undefined) =>
    html`<li><a href="${own(path)}"${path === page.path && html` aria-current="page"`}>${title}</a>${inner}</li>`
  const links = (all: readonly Guide[]) => all.map((guide) => link(guide.path, guide.title))
  const here = (guides: readonly Guide[]) => guides.filter((guide) => guide.language === language)
  const isOpen = (group: Group) => [page.path, page.group].includes(group.path)
  const operations = (group: Group) =>
    html`<ul class="operations">${group.operations.map(
      (operation) =>
        html`<li><a href="${own(operation.page)}"${operation.page === page.path && html` aria-current="page"`}><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span> ${localized(operation, 'summary', language)}</a></li>`,
    )}</ul>`
  const document = (contract: Contract) => {
    const guides = here(site.guides).filter(({ api }) => api === contract.api)
    const journeys = site.journeys.filter(({ api }) => api === contract.api)
    const sections = sectionsOf(contract, language).map(
      ({ title, groups }) =>
        html`<h3>${title}</h3><ul>${groups.map((group) =>
          link(group.path, group.name[language], isOpen(group) ? operations(group) : undefined),
        )}</ul>`,
    )
    const tables = tablesOf(contract, language).map(({ path, title }) => link(path, title))
    return part(
      contract.title[language],
      page.api === contract.api,
    )(html`<h3>${t.guides}</h3><ul>${links(guides)}</ul>
<h3>${t.journeys}</h3><ul>${journeys.map((set) => link(set.path, localized(set.description.info, 'title', language)))}</ul>
${sections}
<h3>${t.codes}</h3><ul>${tables}</ul>`)
  }
  const places = sdkPlaces(site.contracts, language)
  const sdk = [SDK_PAGE, ...places.map(({ path }) => path)].includes(page.path)
    ? html`<ul>${places.map(({ path, title }) => link(path, title))}</ul>`
    : undefined
  return html`<nav aria-label="${t.menu}">
<ul>${link('index.html', t.home)}${link('reference/index.html', t.reference)}</ul>
${site.contracts.map(document)}
${part(t.tools, page.api === 'tools')(html`<ul>${links(here(site.tools))}${link(SDK_PAGE, t.sdkReference, sdk)}</ul>`)}
</nav>`
}

function part(title: string, isOpen: boolean): (content: Html) => Html {
  return (content) =>
    html`<details class="part"${isOpen && html` open`}><summary>${title}</summary>${content}</details>`
}
