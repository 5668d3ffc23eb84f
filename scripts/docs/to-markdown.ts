/** An element of a page: what our own templates make, so every tag is closed and every attribute is quoted. */
interface Element {
  tag: string
  attributes: string
  children: (Element | string)[]
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'path'])
/** What only a reader with a browser has a use for. */
const SKIPPED = new Set(['svg', 'button', 'form', 'template'])
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&amp;': '&',
}

/** The content of a page as Markdown: what people read in it, for programs that read. Links lead to the Markdown of other pages. */
export function toMarkdown(markup: string): string {
  return `${tidy(blocksOf(read(markup).children))}\n`
}

function read(markup: string): Element {
  const root: Element = { tag: '', attributes: '', children: [] }
  const open = [root]
  for (const [text, isEnd, tag = '', attributes = ''] of markup.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g)) {
    const parent = open.at(-1) ?? root
    if (tag === '') parent.children.push(text)
    else if (isEnd) open.pop()
    else {
      const element = { tag, attributes, children: [] }
      parent.children.push(element)
      if (!VOID.has(tag) && !attributes.endsWith('/')) open.push(element)
    }
  }
  return root
}

function plain(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp|#39|#96);/g, (entity) => ENTITIES[entity] ?? entity)
}

/** Blank lines between blocks, one at a time. */
function tidy(text: string): string {
  return text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const INLINE = new Set(['a', 'code', 'span', 'b', 'strong', 'em', 'i', 'small', 'img', 'br', 'tspan'])

function blocksOf(children: Element['children']): string {
  let text = ''
  let line = ''
  const flush = () => {
    if (line.trim() !== '') text += `${line.trim()}\n\n`
    line = ''
  }
  for (const child of children) {
    if (typeof child === 'string' || INLINE.has(child.tag)) line += inlineOf(child)
    else {
      flush()
      text += blockOf(child)
    }
  }
  flush()
  return text
}

function blockOf(element: Element): string {
  const { tag, children } = element
  const [, level] = /^h([1-6])$/.exec(tag) ?? []
  if (level) return `${'#'.repeat(Number(level))} ${lineOf(children)}\n\n`
  if (tag === 'pre') return fenced(element)
  if (tag === 'ul') return list(children, () => '- ')
  if (tag === 'ol') return list(children, (index) => `${index + 1}. `)
  if (tag === 'table') return table(element)
  if (tag === 'summary' || tag === 'dt') return `**${lineOf(children).replaceAll('**', '')}**\n\n`
  if (tag === 'p' || (tag === 'div' && /class="field"/.test(element.attributes))) return `${lineOf(children)}\n\n`
  return SKIPPED.has(tag) ? '' : `${blocksOf(children)}\n\n`
}

function fenced(element: Element): string {
  const text = textOf(element).trimEnd()
  // More marks than the text itself has beside each other (CommonMark section 4.5).
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}\n${text}\n${fence}\n\n`
}

function textOf(node: Element | string): string {
  return typeof node === 'string' ? plain(node) : node.children.map(textOf).join('')
}

function list(children: Element['children'], mark: (index: number) => string): string {
  const items = children.filter((child) => typeof child !== 'string')
  const lines = items.map((item, index) => {
    const begin = mark(index)
    // A field with its text and what is inside it: lists stand close, without blank lines.
    const inner = tidy(blocksOf(item.children)).replaceAll(/\n\n(?=- )/g, '\n')
    return begin + inner.replaceAll(/\n(?=.)/g, `\n${' '.repeat(begin.length)}`)
  })
  return `${lines.join('\n')}\n\n`
}

function table({ children }: Element): string {
  const rows = descendants(children, 'tr').map((row) =>
    row.children
      .filter((cell) => typeof cell !== 'string')
      .map((cell) =>
        tidy(blocksOf(cell.children))
          .replaceAll('|', '\\|')
          .replaceAll(/\s*\n\s*/g, ' '),
      ),
  )
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const head = descendants(children, 'th').length > 0 ? (rows.shift() ?? []) : Array<string>(columns).fill('')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `${[line(head), line(Array<string>(columns).fill('---')), ...rows.map(line)].join('\n')}\n\n`
}

function descendants(children: Element['children'], tag: string): Element[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.tag === tag ? [child] : descendants(child.children, tag)
  })
}

function lineOf(children: Element['children']): string {
  return children.map(inlineOf).join('').replaceAll(/\s+/g, ' ').trim()
}

function inlineOf(node: Element | string): string {
  if (typeof node === 'string') return plain(node).replaceAll(/\s+/g, ' ')
  const { tag, attributes, children } = node
  if (tag === 'code') return codeOf(textOf(node))
  if (tag === 'strong' || tag === 'b') return `**${lineOf(children)}**`
  if (tag === 'em' || tag === 'i') return `*${lineOf(children)}*`
  if (tag === 'img' || SKIPPED.has(tag)) return ''
  if (tag !== 'a') return children.map(inlineOf).join('')
  const [, target = ''] = / href="([^"]*)"/.exec(attributes) ?? []
  if (/class="anchor"/.test(attributes)) return ''
  return `[${lineOf(children)}](${plain(target).replace(/\.html(?=#|$)/, '.md')})`
}

function codeOf(text: string): string {
  if (text === '') return ''
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
