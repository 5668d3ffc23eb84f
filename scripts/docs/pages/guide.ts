import { html } from '../../../server/pages/html.ts'
import { headingsOf } from '../anchors.ts'
import type { Guide } from '../guides.ts'
import { badge, blocks } from '../markup.ts'
import type { Page } from '../page.ts'
import { texts } from '../texts.ts'

/** About as much as search engines show. */
const LEAD = 160

/** A guide. */
export function guidePage(guide: Guide): Page {
  const t = texts[guide.language]
  const sources = guide.sources.map(
    ({ page, title, mark }) =>
      html`<li><code>${page}</code> <span lang="zh-CN">${title}</span> ${badge(mark, guide.language)}</li>`,
  )
  const origin = sources.length > 0 && html`<div class="origin">${t.source}: <ul class="sources">${sources}</ul></div>`
  const content = html`<h1>${guide.title}</h1>${origin}${blocks(guide.text, { anchors: [...guide.anchors], label: t.anchor })}`
  const headings = headingsOf(guide.text).map(({ depth, text }, index) => ({
    depth,
    text: text.replaceAll('`', ''),
    anchor: guide.anchors[index] ?? '',
  }))
  return {
    path: guide.path,
    api: guide.api,
    title: guide.title,
    description: leadOf(guide),
    kind: 'text',
    content,
    headings: headings.filter(({ depth }) => depth === 2),
    markdown: `# ${guide.title}\n\n${guide.text.trim()}\n`,
  }
}

/** The first sentences of a guide, as far as a list of hits shows them. */
export function leadOf({ text, title }: Guide): string {
  const [first = title] = text.trim().split(/\n\n/)
  const plain = first
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*|#]/g, '')
    .replaceAll(/\s+/g, ' ')
  return plain.length <= LEAD ? plain : `${plain.slice(0, LEAD - 1)}…`
}
