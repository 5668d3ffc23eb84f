import { type Html, html } from '../../server/pages/html.ts'
import { DOWNLOADS } from './downloads.ts'
import { relative, trusted } from './markup.ts'
import { navigation } from './navigation.ts'
import type { Page, Site } from './page.ts'
import type { Texts } from './texts/en.ts'
import { type Language, languages, texts } from './texts.ts'

/** The whole text of a page. */
export function layout(site: Site, language: Language, page: Page): string {
  const t = texts[language]
  const here = `${language}/${page.path}`
  const to = (path: string) => relative(here, path)
  const own = (path: string) => to(`${language}/${path}`)
  const other = languages.find((candidate) => candidate !== language) ?? language
  const document = site.contracts.find(({ api }) => api === page.api)?.title[language]
  const heading =
    page.kind === 'landing'
      ? `${t.product} · ${t.tagline}`
      : [page.title, document, t.product].filter(Boolean).join(' · ')
  return String(html`<!doctype html>
<html lang="${t.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<meta name="description" content="${page.description}">
<link rel="alternate" type="text/markdown" href="${markdownName(page.path)}">
<script src="${to('assets/theme.js')}"></script>
<link rel="icon" href="${to('assets/icon.svg')}">
<link rel="stylesheet" href="${to('assets/docs.css')}">
<script src="${to('assets/docs.js')}" defer></script>
</head>
<body class="${page.kind}" data-index="${own('search.json')}" data-root="${own('')}" data-nothing="${t.noResults}" data-words="${JSON.stringify(t.script)}">
<a class="skip" href="#content">${t.skip}</a>
<header class="top">
<a class="brand" href="${own('index.html')}"><img src="${to('assets/icon.svg')}" alt="" width="24" height="24">${t.product}</a>
<search class="search" hidden><input type="search" placeholder="${t.search}" aria-label="${t.search}" autocomplete="off"><ul></ul></search>
${settings(t)}
<a class="language" lang="${texts[other].htmlLanguage}" hreflang="${texts[other].htmlLanguage}" href="${to(`${other}/${page.path}`)}">${t.otherLanguage}</a>
</header>
<div class="frame">
<details class="menu" open><summary>${t.menu}</summary>${navigation(site, language, page, own)}</details>
<main id="content">
${withLinks(site, page.content, own)}
${footer(site, language, page, to)}</main>
</div>
</body>
</html>
`)
}

/** What the reader may choose; a script fills it and shows it. */
function settings(t: Texts): Html {
  const themes = Object.entries(t.themes).map(
    ([value, name]) => html`<option value="${value === 'system' ? '' : value}">${name}</option>`,
  )
  return html`<details class="settings" hidden><summary><span>${t.settings}</span></summary><div>
<label>${t.base} <select id="base"></select></label>
<label>${t.theme} <select id="theme">${themes}</select></label>
</div></details>`
}

/** The page for programs, and what it was made from. */
function footer(site: Site, language: Language, page: Page, to: (path: string) => string): Html {
  const t = texts[language]
  const own = site.contracts.filter(({ api }) => page.api === api)
  const documents = (own.length > 0 ? own : site.contracts).map(
    ({ api, title }) =>
      html` · ${title[language]}: <a href="${to(`${DOWNLOADS}/${api}.json`)}">OpenAPI JSON</a>, <a href="${to(`${DOWNLOADS}/${api}.yaml`)}">YAML</a>`,
  )
  return html`<footer class="files">${t.forPrograms}: <a href="${markdownName(page.path)}">Markdown</a>${documents} · <a href="${to('llms.txt')}">llms.txt</a></footer>
`
}

/** The name of a page's Markdown, which stands beside it. */
function markdownName(path: string): string {
  return `${path.replace(/^.*\/|\.html$/g, '')}.md`
}

/** The content in which every operation that is named leads to its own place. */
function withLinks(site: Site, content: Html, own: (path: string) => string): Html {
  return trusted(
    String(content).replaceAll(
      /(?<!<(?:a|pre)\b[^>]*>)<(code|tspan class="operation")>(\w+)<\/\w+>/g,
      (all, _tag, name: string) => {
        const place = site.places.get(name)
        return place === undefined ? all : `<a class="code" href="${own(place)}">${all}</a>`
      },
    ),
  )
}
