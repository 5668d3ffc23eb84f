import { type Html, html } from '../../server/pages/html.ts'
import { type ContractDocument, type Reference, resolve } from '../generate/document.ts'
import { badge, codeLink, inline } from './markup.ts'
import { type DocsSchema, localized, type Mark } from './model.ts'
import { type Language, texts } from './texts.ts'

/** Where a schema is shown: what resolves its references, the language, and the page. */
export interface SchemaView {
  document: ContractDocument
  language: Language
  /** The page, below the folder of the language. */
  page: string
}

type Node = DocsSchema | Reference

/** The schema behind a reference, with what the place of the reference says about it. */
function schemaAt(node: Node, view: SchemaView): DocsSchema {
  const schema = resolve(view.document, node)
  if (schema === node) return schema
  const { $ref: _, ...beside } = node as Reference
  return { ...schema, ...beside }
}

/** What kind of value it is, in a few words. */
function kind(schema: DocsSchema, view: SchemaView): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const types = [
    schema.type ?? (schema.properties ? 'object' : schema.oneOf ? texts[view.language].oneOf : 'any'),
  ].flat()
  const items = schema.items && schemaAt(schema.items, view)
  const named = types.map((type) => (type === 'array' && items ? `${kind(items, view)}[]` : type))
  return named.join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

/** Its limits, one text each. */
function limits(schema: DocsSchema, language: Language): string[] {
  const t = texts[language]
  const range = (least: number | undefined, most: number | undefined, unit: string) => {
    if (least === undefined && most === undefined) return undefined
    if (least === most) return `${least}${unit}`
    if (least === undefined) return `≤ ${most}${unit}`
    return most === undefined ? `≥ ${least}${unit}` : `${least}–${most}${unit}`
  }
  return [
    schema.enum?.map((value) => JSON.stringify(value)).join(' · '),
    range(schema.minLength, schema.maxLength, ` ${t.characters}`),
    range(schema.minimum, schema.maximum, ''),
    range(schema.minItems, schema.maxItems, ` ${t.items}`),
    range(schema.minProperties, schema.maxProperties, ` ${t.fields}`),
    range(undefined, schema['x-max-bytes'], ` ${t.bytes}`),
    schema.pattern,
    schema.contentMediaType,
    schema.contentEncoding,
    schema.default === undefined ? undefined : `= ${JSON.stringify(schema.default)}`,
    schema.writeOnly ? t.writeOnly : undefined,
  ].filter((text) => text !== undefined)
}

function shownLimits(schema: DocsSchema, language: Language): Html[] {
  return limits(schema, language).map((text) => html` <code class="limit">${text}</code>`)
}

/** What a field says beside its schema. */
interface FieldOptions {
  required?: boolean
  /** May be sent without a value. */
  empty?: boolean
  place?: string
  description?: string
  example?: unknown
  mark?: Mark
  missingCode?: string
}

/** One named value with its type, limits, meaning and what is inside it. */
export function field(
  name: string,
  raw: Node,
  options: FieldOptions,
  view: SchemaView,
  above: readonly DocsSchema[] = [],
): Html {
  const schema = schemaAt(raw, view)
  const t = texts[view.language]
  const mark = options.mark ?? (schema['x-source']?.mark as Mark | undefined)
  const missing = options.missingCode ?? schema['x-missing-code']
  const example = options.example === undefined ? '' : String(options.example)
  const said = [options.description, localized(schema, 'description', view.language)].filter(Boolean)
  const note = [...new Set(said)].join(' ')
  return html`<li>
<div class="field"><code class="name">${name}</code>${options.place && html` <span class="place">${options.place}</span>`} <span class="type">${kind(schema, view)}</span>${options.required && html` <span class="required">${t.required}</span>`}${shownLimits(schema, view.language)}${options.empty && html` <code class="limit">${t.mayBeEmpty}</code>`}${missing && html` <span class="missing">${t.missingCode} ${codeLink(missing, view)}</span>`}${mark && html` ${badge(mark, view.language)}`}</div>
${note && html`<div class="note">${inline(note)}</div>`}${example && html`<div class="note">${t.example} <code>${example}</code></div>`}${inside(raw, view, above)}</li>
`
}

/** A whole value that has no name: what it is, its limits, and what is inside it. */
export function fields(raw: Node, view: SchemaView): Html {
  const schema = schemaAt(raw, view)
  const note = localized(schema, 'description', view.language)
  const parts = inside(raw, view, [])
  const bounds = shownLimits(schema, view.language)
  // What an object is, its fields say; of anything else the kind says it.
  const isPlain = parts === undefined || schema.items !== undefined
  if (!isPlain && !note && bounds.length === 0) return parts
  return html`<p class="plain">${isPlain && html`<span class="type">${kind(schema, view)}</span>`}${bounds} ${note && inline(note)}</p>${parts}`
}

/** What stands inside a value: the fields of an object, the items of a list, the variants it may have, the document in a text. */
function inside(raw: Node, view: SchemaView, above: readonly DocsSchema[]): Html | undefined {
  const schema = schemaAt(raw, view)
  const origin = resolve(view.document, raw)
  // What contains itself is shown once.
  if (above.includes(origin)) return undefined
  const path = [...above, origin]
  if (schema.contentSchema) {
    const note = html`<p class="one-of">${texts[view.language].contentOf}</p>`
    return html`${note}${fields(schema.contentSchema, view)}`
  }
  const parts = [schema, ...((schema.allOf ?? []) as Node[]).map((part) => schemaAt(part, view))]
  const rows = parts.flatMap((part) => rowsOf(part, view, path))
  const listed = rows.length > 0 && html`<ul class="fields">${rows}</ul>`
  const items = schema.items && itemsOf(schema.items, view, path)
  const choices = variantsOf(schema, view, path)
  return listed || items || choices ? html`${listed}${items}${choices}` : undefined
}

function rowsOf(schema: DocsSchema, view: SchemaView, path: readonly DocsSchema[]): Html[] {
  return [
    ...Object.entries(schema.properties ?? {}).map(([name, property]) =>
      field(name, property, { required: schema.required?.includes(name) }, view, path),
    ),
    ...others(schema).map(([name, value]) => field(name || `{${texts[view.language].anyName}}`, value, {}, view, path)),
  ]
}

/** What stands for the values whose names the schema does not list: a pattern, or '' for any name. */
function others(schema: DocsSchema): [name: string, value: Node][] {
  const any = schema.additionalProperties
  const named = Object.entries(schema.patternProperties ?? {})
  return typeof any === 'object' && Object.keys(any).length > 0 ? [...named, ['', any]] : named
}

/** The items of a list: a line of their own where there is something to say about each. */
function itemsOf(raw: Node, view: SchemaView, path: readonly DocsSchema[]): Html | undefined {
  const item = schemaAt(raw, view)
  const isSaid = localized(item, 'description', view.language) !== '' || limits(item, view.language).length > 0
  return isSaid || path.length === 1
    ? html`<ul class="fields">${field('[]', raw, {}, view, path)}</ul>`
    : inside(raw, view, path)
}

function variantsOf(schema: DocsSchema, view: SchemaView, path: readonly DocsSchema[]): Html | undefined {
  const variants = (schema.oneOf ?? schema.anyOf ?? []) as Node[]
  if (variants.length === 0) return undefined
  const t = texts[view.language]
  const shown = variants.map((variant) => {
    const inner = schemaAt(variant, view)
    const note = localized(inner, 'description', view.language)
    // Some variants differ only in what has to be there.
    const demanded = inner.properties ? [] : (inner.required ?? [])
    const title =
      demanded.length > 0 ? demanded.map((name) => html`<code>${name}</code> `) : (inner.title ?? kind(inner, view))
    return html`<li><div class="field"><span class="variant">${title}</span>${demanded.length > 0 && html` <span class="required">${t.required}</span>`}${shownLimits(inner, view.language)}</div>${note && html`<div class="note">${inline(note)}</div>`}${inside(variant, view, path)}</li>`
  })
  return html`<p class="one-of">${schema.oneOf ? t.oneOf : t.anyOf}</p><ul class="fields">${shown}</ul>`
}
