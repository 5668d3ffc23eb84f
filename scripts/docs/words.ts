import { type Reference, resolve } from '../generate/document.ts'
import type { DocsDocument, DocsSchema, Operation } from './model.ts'

/**
 * The names that programs use with an operation, each once: its parameters and headers, and the fields of its bodies however
 * deep.
 */
export function wordsOfOperation(document: DocsDocument, operation: Operation): string {
  const names = new Set<string>()
  if (operation.event !== undefined) names.add(operation.event)
  for (const { name } of operation.parameters) names.add(name)
  const seen = new Set<unknown>()
  const visit = (raw: DocsSchema | Reference | undefined) => {
    if (typeof raw !== 'object') return
    const schema = resolve(document, raw)
    if (seen.has(schema)) return
    seen.add(schema)
    for (const [name, value] of Object.entries(schema.properties ?? {})) {
      names.add(name)
      visit(value)
    }
    const inner = [
      schema.items,
      schema.contentSchema,
      schema.additionalProperties,
      ...Object.values(schema.patternProperties ?? {}),
    ]
    for (const value of [...inner, ...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]) {
      visit(value as DocsSchema)
    }
  }
  for (const { schema } of Object.values(operation.body?.content ?? {})) visit(schema)
  for (const [status, { content = {}, headers = {} }] of operation.responses) {
    for (const name of Object.keys(headers)) names.add(name)
    // Failures look all the same.
    if (status.startsWith('2')) for (const { schema } of Object.values(content)) visit(schema)
  }
  return [...names].join(' ')
}
