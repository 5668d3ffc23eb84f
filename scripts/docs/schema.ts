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

const DEEPEST = 6

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
  const { characters, items } = texts[language]
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern } = schema
  const range = (least: number | undefined, most: number | undefined, unit: string) => {
    if (least === undefined && most === undefined) return undefined
    if (least === most) return `${least}${unit}`
    return least === undefined
      ? `≤ ${most}${unit}`
      : most === undefined
        ? `≥ ${least}${unit}`
        : `${least}–${most}${unit}`
  }
  return [
    schema.enum?.map((value) => JSON.stringify(value)).join(' · '),
    range(minLength, maxLength, ` ${characters}`),
    range(minimum, maximum, ''),
    range(minItems, maxItems, ` ${items}`),
    pattern,
    schema.default === undefined ? undefined : `= ${JSON.stringify(schema.default)}`,
  ].filter((text) => text !== undefined)
}

/** One named value with its type, limits, meaning and what is inside it. */
export function field(
  name: string,
  raw: Node,
  options: { required?: boolean; place?: string; description?: string; mark?: Mark; missingCode?: string },
  view: SchemaView,
  depth = 0,
): Html {
  const schema = schemaAt(raw, view)
  const t = texts[view.language]
  const mark = options.mark ?? (schema['x-source']?.mark as Mark | undefined)
  const missing = options.missingCode ?? schema['x-missing-code']
  const description = options.description || localized(schema, 'description', view.language)
  return html`<li>
<div class="field"><code class="name">${name}</code>${options.place && html` <span class="place">${options.place}</span>`} <span class="type">${kind(schema, view)}</span>${options.required && html` <span class="required">${t.required}</span>`}${limits(schema, view.language).map((text) => html` <code class="limit">${text}</code>`)}${missing && html` <span class="missing">${t.missingCode} ${codeLink(missing, view)}</span>`}${mark && html` ${badge(mark, view.language)}`}</div>
${description && html`<div class="note">${inline(description)}</div>`}${inside(schema, view, depth + 1)}</li>
`
}

function inside(schema: DocsSchema, view: SchemaView, depth: number): Html | undefined {
  if (depth > DEEPEST) return undefined
  if (schema.items) return inside(schemaAt(schema.items, view), view, depth)
  if (schema.contentSchema) {
    const note = html`<p class="one-of">${texts[view.language].contentOf} <code>${schema.contentMediaType ?? ''}</code></p>`
    return html`${note}${fields(schema.contentSchema, view, depth)}`
  }
  return schema.properties || schema.oneOf || schema.anyOf || schema.allOf || others(schema).length > 0
    ? fields(schema, view, depth)
    : undefined
}

/** What stands for the values whose names the schema does not list: a pattern, or '' for any name. */
function others(schema: DocsSchema): [name: string, value: Node][] {
  const any = schema.additionalProperties
  const named = Object.entries(schema.patternProperties ?? {})
  return typeof any === 'object' && Object.keys(any).length > 0 ? [...named, ['', any]] : named
}

/** The fields of an object, or the variants it may have; for any other value its own line. */
export function fields(raw: Node, view: SchemaView, depth = 0): Html {
  const schema = schemaAt(raw, view)
  const t = texts[view.language]
  const variants = (schema.oneOf ?? schema.anyOf ?? []) as Node[]
  if (variants.length > 0) {
    const shown = variants.map((variant) => {
      const inner = schemaAt(variant, view)
      const note = localized(inner, 'description', view.language)
      return html`<li><div class="field"><span class="variant">${inner.title ?? kind(inner, view)}</span></div>${note && html`<div class="note">${inline(note)}</div>`}${inside(inner, view, depth + 1)}</li>`
    })
    return html`<p class="one-of">${t.oneOf}</p><ul class="fields">${shown}</ul>`
  }
  const parts = [schema, ...((schema.allOf ?? []) as Node[]).map((part) => schemaAt(part, view))]
  const rows = parts.flatMap((part) => [
    ...Object.entries(part.properties ?? {}).map(([name, property]) =>
      field(name, property, { required: part.required?.includes(name) }, view, depth),
    ),
    ...others(part).map(([name, value]) => field(name || `{${t.anyName}}`, value, {}, view, depth)),
  ])
  if (rows.length > 0) return html`<ul class="fields">${rows}</ul>`
  if (schema.items) return html`<ul class="fields">${field('[]', schema.items, {}, view, depth)}</ul>`
  const note = localized(schema, 'description', view.language)
  return html`<p class="plain"><span class="type">${kind(schema, view)}</span>${limits(schema, view.language).map((text) => html` <code class="limit">${text}</code>`)} ${note && inline(note)}</p>`
}
