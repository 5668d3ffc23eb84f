import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContract } from '../../scripts/docs/read-contract.ts'
import { apis } from '../../scripts/generate/apis.ts'
import { plain } from '../support/markup.ts'
import { files } from './site.ts'

// Reads the contract by itself, beside the code that makes the pages: what is lost there has to be missed here.

type Node = Record<string, unknown>
type Language = 'zh' | 'en'

const root = join(import.meta.dirname, '../..')

/** Without blanks and what marks lists and tables in Markdown, as neither is the text itself. */
const bare = (text: string) => text.replaceAll(/[`*|\s-]+/g, '')

/** The text of a page; places of links and pictures are no text. */
const textOf = (markup: string) => bare(plain(markup.replaceAll(/<[^>]*>/g, '')))

function localized(node: Node, key: string, language: Language): string {
  const chinese = (node['x-zh'] as Record<string, string> | undefined)?.[key]
  return String((language === 'zh' ? chinese : undefined) ?? node[key] ?? '')
}

const words = {
  en: { characters: 'characters', items: 'items', fields: 'fields', bytes: 'bytes', writeOnly: 'only in requests' },
  zh: { characters: '字符', items: '项', fields: '个字段', bytes: '字节', writeOnly: '仅用于请求' },
}

/** What a schema bounds, as a reader has to find it. */
function bounds(schema: Node, language: Language): string[] {
  const t = words[language]
  const range = (least: unknown, most: unknown, unit: string) => {
    if (least === undefined && most === undefined) return []
    if (least === most) return [`${least}${unit}`]
    if (least === undefined) return [`≤${most}${unit}`]
    return [most === undefined ? `≥${least}${unit}` : `${least}–${most}${unit}`]
  }
  return [
    ...range(schema.minLength, schema.maxLength, t.characters),
    ...range(schema.minimum, schema.maximum, ''),
    ...range(schema.minItems, schema.maxItems, t.items),
    ...range(schema.minProperties, schema.maxProperties, t.fields),
    ...range(undefined, schema['x-max-bytes'], t.bytes),
    ...(Array.isArray(schema.enum) ? schema.enum.map((value) => JSON.stringify(value)) : []),
    ...(schema.const === undefined ? [] : [JSON.stringify(schema.const)]),
    ...['pattern', 'format', 'contentEncoding', 'contentMediaType'].map((key) => String(schema[key] ?? '')),
    ...(schema.default === undefined ? [] : [`= ${JSON.stringify(schema.default)}`]),
    ...(schema.writeOnly ? [t.writeOnly] : []),
  ]
    .map(bare)
    .filter(Boolean)
}

/** A line of the page about one named value: what stands beside its name, and below. */
interface Row {
  name: string
  line: string
  note: string
}

function rowsOf(page: string): Row[] {
  return page
    .split('<li>')
    .slice(1)
    .flatMap((item) => {
      const [, line = '', rest = ''] = /^\s*<div class="field">(.*?)<\/div>\n?(.*)$/s.exec(item) ?? []
      const [, name] = /<code class="name">(.*?)<\/code>/s.exec(line) ?? []
      const notes = [...rest.matchAll(/<div class="note">(.*?)<\/div>/gs)].map(([, note = '']) => textOf(note))
      return name === undefined ? [] : [{ name: plain(name), line: textOf(line), note: notes.join(' ') }]
    })
}

/** Everything that the contract says of an operation and its page does not. */
function lostOn(page: string, operation: Node, document: Node, language: Language): string[] {
  const lost: string[] = []
  const text = textOf(page)
  const rows = rowsOf(page)
  const resolve = (node: Node): Node => {
    if (typeof node.$ref !== 'string') return node
    const { $ref, ...beside } = node
    const found = String($ref)
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Node)[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
    return { ...resolve(found as Node), ...beside }
  }
  const demand = (what: string, place: string) => {
    if (what && !text.includes(bare(what))) lost.push(`${place}: ${what}`)
  }
  const seen = new Set<string>()

  /** A value with a name has to have a line that says all about it. */
  const named = (
    name: string,
    raw: Node,
    more: { description?: string; example?: unknown; required?: boolean },
    place: string,
  ) => {
    const schema = resolve(raw)
    const notes = [more.description ?? '', localized(schema, 'description', language)].filter(Boolean)
    const { items } = schema
    const wanted = [...bounds(schema, language), ...(more.required ? [language === 'en' ? 'required' : '必填'] : [])]
    const fits = rows.some(
      (row) =>
        row.name === name &&
        wanted.every((bound) => row.line.includes(bound)) &&
        notes.every((note) => row.note.includes(bare(note))) &&
        (more.example === undefined || more.example === '' || row.note.includes(bare(String(more.example)))),
    )
    if (!fits) lost.push(`${place}.${name}: ${[...wanted, ...notes, more.example].join(' | ')}`)
    inside(schema, `${place}.${name}`)
    return items
  }

  const inside = (raw: Node, place: string) => {
    const schema = resolve(raw)
    const key = JSON.stringify(raw) + language
    if (seen.has(key)) return
    seen.add(key)
    demand(localized(schema, 'description', language), place)
    for (const bound of bounds(schema, language)) demand(bound, place)
    const required = (schema.required ?? []) as string[]
    for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Node>)) {
      named(name, property, { required: required.includes(name) }, place)
    }
    for (const [name, value] of Object.entries((schema.patternProperties ?? {}) as Record<string, Node>))
      named(name, value, {}, place)
    for (const key of ['items', 'contentSchema', 'additionalProperties']) {
      if (typeof schema[key] === 'object') inside(schema[key] as Node, `${place}.${key}`)
    }
    for (const key of ['oneOf', 'anyOf', 'allOf']) {
      for (const [index, part] of ((schema[key] ?? []) as Node[]).entries()) {
        for (const name of (part.required ?? []) as string[]) demand(name, place)
        inside(part, `${place}.${key}[${index}]`)
      }
    }
  }

  const examples = (content: Node, place: string) => {
    for (const [mediaType, media] of Object.entries(content) as [string, Node][]) {
      demand(mediaType, place)
      if (media.schema) inside(media.schema as Node, `${place} ${mediaType}`)
      for (const [name, example] of Object.entries((media.examples ?? {}) as Record<string, Node>)) {
        demand(localized(example, 'summary', language), `${place} example ${name}`)
        demand(localized(example, 'description', language), `${place} example ${name}`)
        const { value } = example
        const shown = typeof value === 'string' && !mediaType.includes('json') ? value : JSON.stringify(value, null, 2)
        // Of a request the samples are made.
        if (place !== 'body') demand(shown, `${place} example ${name}`)
      }
    }
  }

  demand(localized(operation, 'summary', language), 'summary')
  demand(localized(operation, 'description', language), 'description')
  for (const raw of (operation.parameters ?? []) as Node[]) {
    const parameter = resolve(raw)
    const {
      name,
      schema = {},
      example,
      required,
    } = parameter as { name: string; schema?: Node; example?: unknown; required?: boolean }
    const description = localized(parameter, 'description', language)
    named(name, schema, { description, example, ...(required && { required }) }, String(parameter.in))
  }
  if (operation.requestBody) examples(resolve(operation.requestBody as Node).content as Node, 'body')
  for (const [status, raw] of Object.entries(operation.responses as Record<string, Node>)) {
    const response = resolve(raw)
    demand(status, 'status')
    demand(localized(response, 'description', language), status)
    for (const [name, header] of Object.entries((response.headers ?? {}) as Record<string, Node>)) {
      const {
        schema = {},
        example,
        required,
      } = resolve(header) as { schema?: Node; example?: unknown; required?: boolean }
      const description = localized(resolve(header), 'description', language)
      named(name, schema, { description, example, ...(required && { required }) }, status)
    }
    examples((response.content ?? {}) as Node, status)
  }
  return lost
}

describe.each(apis)('every text, limit, value and example of %s', (api) => {
  test.each(['zh', 'en'] as const)('stands on the %s page of its operation', async (language) => {
    const { document, groups } = await readContract(root, api)
    const paths = { ...document.paths, ...document.webhooks } as unknown as Record<string, Record<string, Node>>
    const lost: string[] = []
    let count = 0
    for (const operation of groups.flatMap(({ operations }) => operations)) {
      const item = paths[operation.event ?? operation.path] ?? {}
      const contract = item[operation.method] ?? {}
      const page = files.get(`${language}/${operation.page}`) ?? ''
      const shared = (item.parameters ?? []) as unknown as Node[]
      const whole = { ...contract, parameters: [...shared, ...((contract.parameters ?? []) as Node[])] }
      const missing = lostOn(page, whole, document as unknown as Node, language)
      lost.push(...missing.map((what) => `${operation.id} ${what}`))
      count++
    }
    expect(count).toBeGreaterThan(60)
    expect(lost).toEqual([])
  })
})
