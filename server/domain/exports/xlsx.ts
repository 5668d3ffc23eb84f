import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Row } from './columns.ts'

/** As many rows as a sheet can have, and as many characters as a cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767

/**
 * Rows as a workbook of Excel (ECMA-376), in as many sheets as they need. Every cell is a text: numbers keep their digits, and nothing
 * is a formula. It is made while it is read, one batch at a time.
 */
export function xlsx(head: Row, batches: AsyncIterable<readonly Row[]>, rowsPerSheet = mostRows): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  addSheets(zip, head, batches, rowsPerSheet).then(
    (count) => {
      for (const [name, xml] of parts(count)) zip.addBuffer(Buffer.from(xml), name)
      zip.end()
    },
    (error: Error) => output.destroy(error),
  )
  return output
}

/** Adds one sheet after the other. @returns how many */
async function addSheets(zip: ZipFile, head: Row, batches: AsyncIterable<readonly Row[]>, rowsPerSheet: number) {
  const rest = new Rest(batches)
  let count = 0
  do {
    count += 1
    const sheet = Readable.from(sheetXml(head, rest, rowsPerSheet), { objectMode: false })
    const read = once(sheet, 'end')
    zip.addReadStream(sheet, `xl/worksheets/sheet${count}.xml`, { compressionLevel: 1 })
    await read
  } while (!(await rest.isOver()))
  return count
}

/** Batches that one sheet leaves for the next. */
class Rest {
  readonly #batches: AsyncIterator<readonly Row[]>
  #waiting: readonly Row[] = []
  #over = false

  constructor(batches: AsyncIterable<readonly Row[]>) {
    this.#batches = batches[Symbol.asyncIterator]()
  }

  /** Whether there are no more rows. */
  async isOver(): Promise<boolean> {
    while (this.#waiting.length === 0 && !this.#over) {
      const { done = false, value } = await this.#batches.next()
      this.#over = done
      this.#waiting = done ? [] : value
    }
    return this.#waiting.length === 0
  }

  /** The next rows, at most so many. */
  take(most: number): readonly Row[] {
    const rows = this.#waiting.slice(0, most)
    this.#waiting = this.#waiting.slice(most)
    return rows
  }
}

async function* sheetXml(head: Row, rest: Rest, rowsPerSheet: number): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(head)}`,
  )
  let left = rowsPerSheet - 1
  while (left > 0 && !(await rest.isOver())) {
    const rows = rest.take(left)
    left -= rows.length
    yield Buffer.from(rows.map(rowXml).join(''))
  }
  yield Buffer.from('</sheetData></worksheet>')
}

const rowXml = (row: Row) =>
  `<row>${row.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)).join('')}</row>`

/** What XML 1.0 has no place for (section 2.2). */
const illegal = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu
const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  // A parser makes a line feed of it.
  ['\r', '&#13;'],
])

function escaped(text: string): string {
  // Half a character at the end goes with what is illegal; Excel reads `_x0041_` as A (ECMA-376 part 1, 22.9.2.19).
  return text
    .slice(0, mostCharacters)
    .replace(illegal, '')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>\r]/g, (character) => entities.get(character) ?? '')
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

/** What a workbook has beside its sheets. */
function parts(count: number): [name: string, xml: string][] {
  const sheets = Array.from({ length: count }, (_, index) => index + 1)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const related = (links: string) =>
    `${declaration}<Relationships xmlns="${packaged}/relationships">${links}</Relationships>`
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/>${sheets.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${typeOf('worksheet')}"/>`).join('')}</Types>`,
    ],
    ['_rels/.rels', related(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map((n) => `<sheet name="Users ${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      related(sheets.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('')),
    ],
  ]
}
