import { type Html, html } from '../../server/pages/html.ts'

/** The size of a character in the picture, in its units. */
const WIDTH = 8
const HEIGHT = 19
const ARROW = 7

/** Whether a text is a diagram: characters stand for lines and arrows in it. */
export function isDiagram(text: string): boolean {
  return /\+--|--+>/.test(text)
}

/**
 * A diagram drawn with `-`, `|`, `+` and `>` as a picture. Everything else in it is text; names of operations are marked
 * so that they can lead to their places, names in capitals so that they can be seen.
 */
export function diagram(text: string): Html {
  const rows = text.trimEnd().split('\n')
  const columns = Math.max(...rows.map((row) => row.length))
  const size = { width: columns * WIDTH + WIDTH, height: rows.length * HEIGHT + HEIGHT / 2 }
  const lines = [...horizontals(rows), ...verticals(rows)].join('')
  return html`<figure class="diagram"><svg viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"><path class="line" d="${lines}"/>${arrows(rows)}${words(rows)}</svg></figure>
`
}

/** Lines from left to right, with what begins or ends in the middle of a crossing. */
function horizontals(rows: readonly string[]): string[] {
  return rows.flatMap((row, index) =>
    [...row.matchAll(/[-+]*(?:--|\+-|-\+)[-+]*>?/g)].map((found) => {
      const run = found[0]
      const begin = run.startsWith('+') ? found.index + 0.5 : found.index
      const end = found.index + run.length - (/[+>]$/.test(run) ? 0.5 : 0)
      return `M${begin * WIDTH} ${middle(index)}H${end * WIDTH}`
    }),
  )
}

/** Lines from top to bottom; between crossings and bars that stand below each other there is no gap. */
function verticals(rows: readonly string[]): string[] {
  const at = (row: number, column: number) => rows[row]?.[column] ?? ' '
  const isLine = (row: number, column: number) => '|+'.includes(at(row, column))
  return rows.flatMap((row, index) =>
    [...row].flatMap((character, column) => {
      if (!isLine(index, column)) return []
      const isBar = character === '|'
      const top = isBar || isLine(index - 1, column) ? index * HEIGHT : middle(index)
      const bottom = isBar || isLine(index + 1, column) ? (index + 1) * HEIGHT : middle(index)
      return top === bottom ? [] : [`M${(column + 0.5) * WIDTH} ${top}V${bottom}`]
    }),
  )
}

function arrows(rows: readonly string[]): Html[] {
  return rows.flatMap((row, index) =>
    [...row.matchAll(/-(>)/g)].map((found) => {
      const tip = (found.index + 2) * WIDTH - 1
      return html`<path class="arrow" d="M${tip} ${middle(index)}l-${ARROW} -${ARROW / 2}v${ARROW}z"/>`
    }),
  )
}

/** What is no line: texts, parted by lines and by more than one blank. */
function words(rows: readonly string[]): Html[] {
  return rows.flatMap((row, index) => {
    const bare = row.replaceAll(/[-+]*(?:--|\+-|-\+)[-+]*>?|[|+]/g, (line) => ' '.repeat(line.length))
    return [...bare.matchAll(/\S+(?: \S+)*/g)].map(
      (found) =>
        html`<text x="${found.index * WIDTH}" y="${middle(index) + 4}" textLength="${found[0].length * WIDTH}" lengthAdjust="spacingAndGlyphs">${parts(found[0])}</text>`,
    )
  })
}

function parts(text: string): Html[] {
  return text.split(/(\b[a-z]+[A-Z]\w*|\b[A-Z]+(?:_[A-Z]+)+\b|\b[A-Z]{4,}\b)/).map((part, index) => {
    if (index % 2 === 0) return html`${part}`
    return /^[a-z]/.test(part)
      ? html`<tspan class="operation">${part}</tspan>`
      : html`<tspan class="state">${part}</tspan>`
  })
}

function middle(row: number): number {
  return row * HEIGHT + HEIGHT / 2
}
