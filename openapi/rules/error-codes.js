import { jsonExamplesOf } from './examples-of.js'
import { follow } from './follow.js'

/** What a text of the table looks like once its placeholders (`{0}`) are filled in. */
function patternOf(message) {
  const literal = message.split(/\{\d+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.+')}$`)
}

/** Every `x-missing-code` of an operation's parameters and of the fields of its body. */
function* missingCodesOf(operation, shared, from, resolve) {
  for (const raw of [...shared, ...(operation.parameters ?? [])]) {
    const code = follow(raw, from, resolve).node['x-missing-code']
    if (code !== undefined) yield code
  }
  const seen = new Set()
  const fields = function* (raw, rawFrom) {
    const { node: schema, from: place } = follow(raw, rawFrom, resolve)
    if (seen.has(schema)) return
    seen.add(schema)
    for (const field of Object.values(schema.properties ?? {})) {
      const code = field['x-missing-code'] ?? follow(field, place, resolve).node['x-missing-code']
      if (code !== undefined) yield code
      yield* fields(field, place)
    }
    const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
    for (const part of schema.items ? [...parts, schema.items] : parts) yield* fields(part, place)
  }
  const body = follow(operation.requestBody ?? {}, from, resolve)
  for (const { schema } of Object.values(body.node.content ?? {})) yield* fields(schema ?? {}, body.from)
}

/**
 * The table of error codes is closed, and no operation says more or less than it shows: `x-error-codes` names the codes
 * of its examples, each example stands under the HTTP status of its code with the English text of the table, and every
 * code but the general ones is used. A code for a missing field (`x-missing-code`) is one of those.
 */
export function errorCodes() {
  let table = new Map()
  const used = new Set()
  return {
    Root: {
      enter(root, { report, location, resolve }) {
        const { node } = follow(root['x-error-codes'] ?? [], location.source.absoluteRef, resolve)
        table = new Map(node.map((entry) => [entry.code, entry]))
        const fail = (message) => report({ message, location: location.child(['x-error-codes']) })
        if (table.size < node.length) fail('A code stands twice in the table of error codes.')
        for (const { code, http, message, mark, 'x-zh': zh } of node) {
          if (![code, message, mark, zh?.message].every((text) => typeof text === 'string' && text !== ''))
            fail(`\`${code}\` needs \`code\`, \`message\`, \`mark\` and \`x-zh.message\`.`)
          if (!(http >= 400 && http <= 599)) fail(`\`${code}\` needs the HTTP status of a failure.`)
        }
      },
      leave(_root, { report, location }) {
        for (const { code, general } of table.values()) {
          if (general || used.has(code)) continue
          report({ message: `No operation answers \`${code}\`.`, location: location.child(['x-error-codes']) })
        }
      },
    },
    Paths: {
      PathItem: {
        Operation(operation, { report, location, resolve }, { PathItem: item }) {
          const fail = (message) => report({ message, location: location.key() })
          const from = location.source.absoluteRef
          const listed = operation['x-error-codes']
          for (const code of missingCodesOf(operation, item.parameters ?? [], from, resolve)) {
            if (!listed?.includes(code)) fail(`The \`x-missing-code\` \`${code}\` is not in \`x-error-codes\`.`)
          }
          if (operation['x-error-format'] !== 'error-code') {
            if (listed !== undefined) fail('Only operations that answer with an error code have `x-error-codes`.')
            return
          }
          const shown = new Set()
          for (const { status, value } of jsonExamplesOf(operation, from, resolve)) {
            const code = value?.error_code
            if (typeof code !== 'string') continue
            shown.add(code)
            const entry = table.get(code)
            if (!entry) fail(`\`${code}\` is not in the table of error codes.`)
            else if (status !== 'default' && entry.http !== Number(status))
              fail(`\`${code}\` stands under ${status}, but has HTTP status ${entry.http}.`)
            else if (!patternOf(entry.message).test(value.error_msg))
              fail(`An example of \`${code}\` has another text than the table.`)
          }
          for (const code of listed ?? []) {
            used.add(code)
            if (!table.has(code)) fail(`\`${code}\` is not in the table of error codes.`)
            else if (!shown.has(code)) fail(`No example shows \`${code}\`.`)
          }
          for (const code of shown) if (!listed?.includes(code)) fail(`\`x-error-codes\` lacks \`${code}\`.`)
        },
      },
    },
  }
}
