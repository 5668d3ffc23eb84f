import { type Html, html } from '../../server/pages/html.ts'
import { fold, heading, relative } from './markup.ts'
import { type DocsParameter, localized, type Mark, type Operation } from './model.ts'
import { field, type SchemaView } from './schema.ts'
import { texts } from './texts.ts'

/** From this many headers on, they are the set that every call has, and are folded into one line. */
const SET = 4
/** The guide that explains this set of headers. */
const guide = 'guides/oneaccess/calling-apis.html'

/** What a request carries besides its body. A set of headers that every call has stands in one line that opens. */
export function parameters(operation: Operation, view: SchemaView): Html | undefined {
  if (operation.parameters.length === 0) return undefined
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header')
  const set = headers.length >= SET ? headers : []
  const own = operation.parameters.filter((parameter) => !set.includes(parameter))
  const rows = own.map((parameter) => row(parameter, view))
  return html`${heading('parameters', texts[view.language].parameters, view.language)}${rows.length > 0 && html`<ul class="fields">${rows}</ul>`}${set.length > 0 && headerSet(set, view)}`
}

function row(parameter: DocsParameter, view: SchemaView): Html {
  return field(
    parameter.name,
    parameter.schema ?? {},
    {
      required: parameter.required,
      place: parameter.in,
      empty: parameter.allowEmptyValue,
      example: parameter.example,
      description: localized(parameter, 'description', view.language),
      mark: parameter['x-source']?.mark as Mark | undefined,
      missingCode: parameter['x-missing-code'],
    },
    view,
  )
}

function headerSet(set: readonly DocsParameter[], view: SchemaView): Html {
  const t = texts[view.language]
  const names = set.map(
    ({ name, required }) => html`<code>${name}</code>${required && html`<span class="required">*</span>`} `,
  )
  const rows = set.map((parameter) => row(parameter, view))
  const note = html`<p class="note">${t.headerSetNote} <a href="${relative(view.page, guide)}">${t.guide}</a></p>`
  return html`<div class="header-set">${fold(html`<b>${t.headerSet}</b> ${names}`, html`${note}<ul class="fields">${rows}</ul>`)}</div>`
}
