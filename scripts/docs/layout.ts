import { type Html, html } from '../../server/views/html.ts'
import type { Guide } from './guides.ts'
import { relative } from './markup.ts'
import { type Contract, localized } from './model.ts'
import type { SdkExport } from './sdk.ts'
import { SDK_PAGE } from './sdk-page.ts'
import { type Language, languages, texts } from './texts.ts'

/** What every page shows around its content. */
export interface Site {
  contracts: Contract[]
  guides: Guide[]
  /** Guides about the SDK and the mock. */
  tools: Guide[]
  sdk: SdkExport[]
}

/** A page before it is put into the frame. `path` is below the folder of its language. */
export interface Page {
  path: string
  title: string
  description: string
  kind: 'landing' | 'text' | 'reference'
  content: Html
}

/** The whole text of a page. */
export function layout(site: Site, language: Language, page: Page): string {
  const t = texts[language]
  const here = `${language}/${page.path}`
  const to = (path: string) => relative(here, path)
  const own = (path: string) => to(`${language}/${path}`)
  const other = languages.find((candidate) => candidate !== language) ?? language
  const heading = page.kind === 'landing' ? `${t.product} · ${t.tagline}` : `${page.title} · ${t.product}`
  return String(html`<!doctype html>
<html lang="${t.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${to('assets/icon.svg')}">
<link rel="stylesheet" href="${to('assets/docs.css')}">
<script src="${to('assets/docs.js')}" defer></script>
</head>
<body class="${page.kind}" data-index="${own('search.json')}" data-root="${own('')}" data-nothing="${t.noResults}">
<a class="skip" href="#content">${t.skip}</a>
<header class="top">
<a class="brand" href="${own('index.html')}"><img src="${to('assets/icon.svg')}" alt="" width="24" height="24">${t.product}</a>
<search class="search" hidden><input type="search" placeholder="${t.search}" aria-label="${t.search}" autocomplete="off"><ul></ul></search>
<a class="language" lang="${texts[other].htmlLanguage}" hreflang="${texts[other].htmlLanguage}" href="${to(`${other}/${page.path}`)}">${t.otherLanguage}</a>
</header>
<div class="frame">
<details class="menu" open><summary>${t.menu}</summary>${navigation(site, language, page, own)}</details>
<main id="content">
${page.content}
</main>
</div>
</body>
</html>
`)
}

function navigation(site: Site, language: Language, page: Page, own: (path: string) => string): Html {
  const t = texts[language]
  const link = (path: string, title: string, inner?: Html) =>
    html`<li><a href="${own(path)}"${path === page.path && html` aria-current="page"`}>${title}</a>${inner}</li>`
  const [guides, tools] = [site.guides, site.tools].map((all) => all.filter((guide) => guide.language === language))
  return html`<nav aria-label="${t.menu}">
<ul>${link('index.html', t.home)}</ul>
<h2>${t.guides}</h2>
<ul>${guides?.map((guide) => link(guide.path, guide.title))}</ul>
<h2>${t.tools}</h2>
<ul>${tools?.map((guide) => link(guide.path, guide.title))}${link(SDK_PAGE, t.sdkReference)}</ul>
<h2>${t.reference}</h2>
<ul>${link('reference/index.html', t.reference)}${link('reference/return-codes.html', t.returnCodes)}</ul>
${site.contracts.map(
  (contract) => html`<h2>${contract.title[language]}</h2>
<ul>${contract.groups.map((group) =>
    link(
      group.path,
      group.title[language],
      group.path === page.path
        ? html`<ul class="operations">${group.operations.map(
            (operation) =>
              html`<li><a href="#${operation.id}"><span class="method method-${operation.method}">${operation.method.toUpperCase()}</span> ${localized(operation, 'summary', language)}</a></li>`,
          )}</ul>`
        : undefined,
    ),
  )}</ul>`,
)}
</nav>`
}
