import { type Html, html } from '../../../server/pages/html.ts'
import { code, inline } from '../markup.ts'
import { type Contract, localized } from '../model.ts'
import { sectionsOf, tablesOf } from '../navigation.ts'
import type { Page, Site } from '../page.ts'
import { SDK_PAGE } from '../sdk-parts.ts'
import { type Language, texts } from '../texts.ts'
import { meanings } from './reference.ts'
import { wishes } from './wishes.ts'

/** The first page: what this is, which document to read when, and where everything stands. */
export function landingPage(site: Site, language: Language): Page {
  const t = texts[language]
  const tools = site.tools.filter((guide) => guide.language === language)
  const tool = (slug: string) => tools.find((guide) => guide.slug === slug)?.path ?? SDK_PAGE
  const targets = ['reference/index.html', tool('mock'), tool('sdk'), 'reference/index.html']
  const cards = t.people.map(
    ([who, what, how], index) =>
      html`<li><a href="${targets[index] ?? ''}"><h3>${who}</h3><p>${what}</p><span>${index === 0 ? how : html`<code>${how}</code>`}</span></a></li>`,
  )
  const content = html`<div class="hero"><h1>${t.tagline}</h1><p>${t.introduction}</p></div>
${steps(site, language)}
<h2>${t.whichTitle}</h2>
<p class="note-line">${t.bothNote}</p>
<div class="choices">${site.contracts.map((contract) => choice(site, contract, language))}</div>
<h2>${t.peopleTitle}</h2>
<ul class="cards">${cards}</ul>
${site.contracts.map((contract) => contents(site, contract, language))}
<h2>${t.tools}</h2>
<ul>${tools.map((guide) => html`<li><a href="${guide.path}">${guide.title}</a></li>`)}<li><a href="${SDK_PAGE}">${t.sdkReference}</a></li></ul>
${meanings(language)}`
  return { path: 'index.html', title: t.home, description: t.introduction, kind: 'landing', content }
}

/** The way of a newcomer, from nothing to the guide that is theirs. */
function steps(site: Site, language: Language): Html {
  const t = texts[language]
  const first = site.guides.find((guide) => guide.language === language && guide.slug === 'onboarding')
  const rows = t.steps.map(
    ([title, text, command]) =>
      html`<li><h3>${title}</h3><p>${inline(text)}</p>${command ? code(command) : first && html`<p><a href="${first.path}">${first.title}</a></p>`}</li>`,
  )
  return html`<h2>${t.stepsTitle}</h2><ol class="steps">${rows}</ol>`
}

/** What one comes to a document for. */
function choice(site: Site, contract: Contract, language: Language): Html {
  const t = texts[language]
  const rows = wishes
    .filter(({ api }) => api === contract.api)
    .map(({ text, paths }) => {
      const links = paths.map((path) => html`<a href="${path}">${titleOf(site, path, language)}</a> `)
      return html`<li><p>${text[language]}</p><p class="links">${links}</p></li>`
    })
  const about = t.apis[contract.api as keyof typeof t.apis]
  return html`<section class="choice"><h3><a href="#${contract.api}">${contract.title[language]}</a></h3><p>${about}</p><ul>${rows}</ul></section>`
}

/** The title of a page among guides, journeys and groups. */
function titleOf(site: Site, path: string, language: Language): string {
  const guide = site.guides.find((candidate) => candidate.path === path && candidate.language === language)
  const journey = site.journeys.find((candidate) => candidate.path === path)
  const group = site.contracts.flatMap(({ groups }) => groups).find((candidate) => candidate.path === path)
  return (
    guide?.title ??
    (journey && localized(journey.description.info, 'title', language)) ??
    group?.title[language] ??
    path
  )
}

/** Everything that a document has, in short. */
function contents(site: Site, contract: Contract, language: Language): Html {
  const t = texts[language]
  const all = contract.groups.flatMap((group) => group.operations)
  const events = all.filter(({ event }) => event !== undefined).length
  const count = [`${all.length - events} ${t.operations}`, ...(events > 0 ? [`${events} ${t.events}`] : [])].join(' · ')
  const entry = (path: string, title: string) => html`<li><a href="${path}">${title}</a></li>`
  const guides = site.guides.filter((guide) => guide.language === language && guide.api === contract.api)
  const journeys = site.journeys.filter(({ api }) => api === contract.api)
  const sections = sectionsOf(contract, language).map(
    ({ title, groups }) =>
      html`<dt>${title}</dt><dd><ul>${groups.map((group) => entry(group.path, group.name[language]))}</ul></dd>`,
  )
  return html`<section id="${contract.api}"><h2>${contract.title[language]} <small>${count}</small></h2>
<dl class="contents"><dt>${t.guides}</dt><dd><ul>${guides.map((guide) => entry(guide.path, guide.title))}</ul></dd>
<dt>${t.journeys}</dt><dd><ul>${journeys.map((set) => entry(set.path, localized(set.description.info, 'title', language)))}</ul></dd>
${sections}
<dt>${t.codes}</dt><dd><ul>${tablesOf(contract, language).map(({ path, title }) => entry(path, title))}</ul></dd></dl></section>`
}
