import { html } from '../../../server/pages/html.ts'
import type { Guide } from '../guides.ts'
import { badge, blocks } from '../markup.ts'
import type { Page } from '../page.ts'
import { texts } from '../texts.ts'

/** A guide. */
export function guidePage(guide: Guide): Page {
  const t = texts[guide.language]
  const sources = guide.sources.map(
    ({ page, title, mark }) =>
      html`<li><code>${page}</code> <span lang="zh-CN">${title}</span> ${badge(mark, guide.language)}</li>`,
  )
  const origin = sources.length > 0 && html`<div class="origin">${t.source}: <ul class="sources">${sources}</ul></div>`
  const content = html`<h1>${guide.title}</h1>${origin}${blocks(guide.text)}`
  return { path: guide.path, api: guide.api, title: guide.title, description: guide.title, kind: 'text', content }
}
