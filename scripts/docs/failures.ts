import { type Html, html } from '../../server/pages/html.ts'
import { type ContractDocument, operationsOf } from '../generate/document.ts'
import { badge, codeLink, fold, heading, inline, RETURN_CODES_PAGE, relative } from './markup.ts'
import type { Mark, Operation } from './model.ts'
import type { SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** What an operation's failures are called. */
interface Row {
  name: Html
  meaning: string
  mark: Mark
  /** Most operations can answer it: it says nothing about this one. */
  common: boolean
}

/** A code that this many operations can answer says nothing about a single one. */
const COMMON = 22

const counted = new WeakMap<object, Map<string, number>>()

/** How many operations of a document can answer each code. */
function counts(document: ContractDocument): Map<string, number> {
  const known = counted.get(document)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { operation } of operationsOf(document)) {
    for (const code of [...(operation['x-error-codes'] ?? []), ...(operation['x-return-codes'] ?? [])]) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  counted.set(document, counts)
  return counts
}

/** The codes that an operation can answer, with what they mean; those that all operations share come last. */
export function failureCodes(operation: Operation, view: SchemaView): Html | undefined {
  const rows = [...errorCodes(operation, view), ...returnCodes(operation, view)]
  if (rows.length === 0) return undefined
  const line = ({ name, meaning, mark }: Row) =>
    html`<li>${name} <span>${inline(meaning)}</span>${mark !== 'documented' && html` ${badge(mark, view.language)}`}</li>`
  const [own, common] = [rows.filter((row) => !row.common), rows.filter((row) => row.common)]
  return html`${heading('codes', texts[view.language].codes, view.language)}${own.length > 0 && html`<ul class="codes">${own.map(line)}</ul>`}${
    common.length > 0 &&
    fold(html`${common.map(({ name }) => html`${name} `)}`, html`<ul class="codes">${common.map(line)}</ul>`)
  }`
}

function errorCodes({ contract }: Operation, view: SchemaView): Row[] {
  const table = view.document['x-error-codes'] ?? []
  return (contract['x-error-codes'] ?? []).flatMap((code) =>
    table
      .filter((entry) => entry.code === code)
      .map((entry) => ({
        name: codeLink(code, view),
        meaning: view.language === 'zh' ? entry['x-zh'].meaning : entry.meaning,
        mark: entry.mark as Mark,
        common: (counts(view.document).get(code) ?? 0) >= COMMON,
      })),
  )
}

function returnCodes({ contract }: Operation, view: SchemaView): Row[] {
  const table = view.document['x-return-codes'] ?? []
  const page = relative(view.page, RETURN_CODES_PAGE)
  return (contract['x-return-codes'] ?? []).flatMap((error) =>
    table
      .filter((entry) => entry.error === error)
      .map((entry) => ({
        name: html`<a class="code" href="${page}#${error}"><code>${entry.status} ${error}</code></a>`,
        meaning: view.language === 'zh' ? entry['x-zh'].message : entry.message,
        mark: entry.mark as Mark,
        common: (counts(view.document).get(error) ?? 0) >= COMMON,
      })),
  )
}
