import MarkdownIt from 'markdown-it'
import { Html, html } from '../../server/pages/html.ts'
import { diagram, isDiagram } from './diagram.ts'
import type { Mark } from './model.ts'
import { type Language, texts } from './texts.ts'

// Markup in a text is shown, not obeyed: the contract and the guides are text.
const markdown = new MarkdownIt({ html: false, linkify: false })
const renderTable = markdown.renderer.renderToken.bind(markdown.renderer)
markdown.renderer.rules.table_open = (tokens, index, options) =>
  `<div class="scroll">${renderTable(tokens, index, options)}`
markdown.renderer.rules.table_close = (tokens, index, options) => `${renderTable(tokens, index, options)}</div>`

const renderFence = markdown.renderer.rules.fence
markdown.renderer.rules.fence = (tokens, index, options, env, self) => {
  const { info = '', content = '' } = tokens[index] ?? {}
  if (info.trim() === 'text' && isDiagram(content)) return String(diagram(content))
  return renderFence?.(tokens, index, options, env, self) ?? ''
}

// Chinese has no blanks between words: where both sides of a line's end are Chinese, nothing stands for it.
const chinese = '[\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef]'
const [endsChinese, beginsChinese] = [new RegExp(`${chinese}$`), new RegExp(`^${chinese}`)]
markdown.renderer.rules.softbreak = (tokens, index) => {
  const [before, after] = [tokens[index - 1]?.content ?? '', tokens[index + 1]?.content ?? '']
  return endsChinese.test(before) && beginsChinese.test(after) ? '' : '\n'
}

/** What a text in Markdown is rendered with: the places of its headings in their order, and what their links are called. */
type Places = { anchors: string[]; label: string }
const renderHeading = markdown.renderer.renderToken.bind(markdown.renderer)
markdown.renderer.rules.heading_open = (tokens, index, options, env = {}) => {
  const place = (env as Partial<Places>).anchors?.shift()
  const token = tokens[index]
  if (token && place !== undefined) {
    token.attrSet('id', place)
    token.meta = { place }
    // The token that closes it knows nothing of this one.
    const closing = tokens.slice(index).find(({ type, level }) => type === 'heading_close' && level === token.level)
    if (closing) closing.meta = { place }
  }
  return renderHeading(tokens, index, options)
}
markdown.renderer.rules.heading_close = (tokens, index, options, env = {}) => {
  const place = tokens[index]?.meta?.place
  const link = typeof place === 'string' ? ` ${anchor(place, (env as Partial<Places>).label ?? '')}` : ''
  return link + renderHeading(tokens, index, options)
}

/** The sign behind a heading that leads to it. */
function anchor(place: string, label: string): Html {
  return html`<a class="anchor" href="#${place}" aria-label="${label}">#</a>`
}

/** A heading inside a page that has a place of its own. */
export function heading(place: string, text: string, language: Language): Html {
  return html`<h2 id="${place}">${text} ${anchor(place, texts[language].anchor)}</h2>`
}

/** Markup that a renderer made from text which it escaped itself. */
export function trusted(markup: string): Html {
  return new Html(Object.assign([markup], { raw: [markup] }), [])
}

/** Text in Markdown as blocks. */
export function blocks(text: string, places?: Places): Html {
  return trusted(markdown.render(text, { ...places }))
}

/** One line of Markdown. */
export function inline(text: string): Html {
  return trusted(markdown.renderInline(text))
}

/** The mark that says where something comes from. */
export function badge(mark: Mark, language: Language, detail = ''): Html {
  const { marks, markMeanings } = texts[language]
  return html`<span class="mark mark-${mark}" title="${`${markMeanings[mark]} ${detail}`.trim()}">${marks[mark]}</span>`
}

/** Where the account's return codes stand, below the folder of a language. */
export const RETURN_CODES_PAGE = 'reference/return-codes.html'
/** Where the permission codes stand, below the folder of a language. */
export const PERMISSION_CODES_PAGE = 'reference/permission-codes.html'
/** Where the error codes stand, below the folder of a language. */
export const ERROR_CODES_PAGE = 'reference/error-codes.html'

/** An error code that leads to its row in the table. */
export function codeLink(name: string, { page }: { page: string }): Html {
  return html`<a class="code" href="${relative(page, ERROR_CODES_PAGE)}#${name}"><code>${name}</code></a>`
}

/** A status of an answer, in the colour of its family. */
export function statusChip(status: string): Html {
  const family = /^\d/.test(status) ? status[0] : 'x'
  return html`<span class="status status-${family}">${status}</span>`
}

/** A block of code as it stands. */
export function code(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`
}

/** A block that opens and closes; those with the same group show one at a time. */
export function fold(summary: Html | string, content: Html, options: { open?: boolean; group?: string } = {}): Html {
  const group = options.group === undefined ? undefined : html` name="${options.group}"`
  return html`<details${group}${options.open ? html` open` : undefined}><summary>${summary}</summary>${content}</details>`
}

/** The address of one page from another, both below the site's root. */
export function relative(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return up + to
}
