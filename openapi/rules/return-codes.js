import { jsonExamplesOf } from './examples-of.js'
import { follow } from './follow.js'

/** The codes that an example shows: the answer's own, and those of the items of a bulk answer. */
export function shownBy(value) {
  if (Array.isArray(value)) return value.flatMap(shownBy)
  if (typeof value !== 'object' || value === null) return []
  const own = typeof value.status === 'number' && typeof value.error === 'string' ? [value] : []
  return [...own, ...Object.values(value).flatMap(shownBy)]
}

/**
 * The table of return codes is closed, and no operation says more or less than it shows: `x-return-codes` names the
 * codes of its examples, each example stands under the HTTP status of its code with the text of the table (items of
 * bulk answers have their own texts), and every code but the general ones is used.
 */
export function returnCodes() {
  let table = new Map()
  const used = new Set()
  return {
    Root: {
      enter(root, { report, location, resolve }) {
        const { node } = follow(root['x-return-codes'] ?? [], location.source.absoluteRef, resolve)
        const entries = node.filter(({ error }) => error !== null)
        table = new Map(entries.map((entry) => [entry.error, entry]))
        const fail = (message) => report({ message, location: location.child(['x-return-codes']) })
        if (table.size < entries.length) fail('A symbol stands twice in the table of return codes.')
        if (new Set(node.map(({ status }) => status)).size < node.length)
          fail('A number stands twice in the table of return codes.')
      },
      leave(_root, { report, location }) {
        for (const { error, general } of table.values()) {
          if (general || used.has(error)) continue
          report({ message: `No operation answers \`${error}\`.`, location: location.child(['x-return-codes']) })
        }
      },
    },
    Operation(operation, { report, location, resolve }) {
      const fail = (message) => report({ message, location: location.key() })
      const listed = operation['x-return-codes']
      if (operation['x-error-format'] !== 'envelope') {
        if (listed !== undefined) fail('Only operations that answer in the envelope have `x-return-codes`.')
        return
      }
      const shown = new Set()
      for (const { status, value } of jsonExamplesOf(operation, location.source.absoluteRef, resolve)) {
        for (const answer of shownBy(value)) {
          shown.add(answer.error)
          const entry = table.get(answer.error)
          if (!entry) fail(`\`${answer.error}\` is not in the table of return codes.`)
          else if (entry.status !== answer.status)
            fail(`An example gives \`${answer.error}\` the number ${answer.status}.`)
          else if (answer === value && status !== 'default' && entry.http !== Number(status))
            fail(`\`${answer.error}\` stands under ${status}, but has HTTP status ${entry.http}.`)
          else if (answer === value && entry.message !== answer.message)
            fail(`An example of \`${answer.error}\` has another text than the table.`)
        }
      }
      for (const code of listed ?? []) {
        used.add(code)
        if (!table.has(code)) fail(`\`${code}\` is not in the table of return codes.`)
        else if (!shown.has(code)) fail(`No example shows \`${code}\`.`)
      }
      for (const code of shown) if (!listed?.includes(code)) fail(`\`x-return-codes\` lacks \`${code}\`.`)
    },
  }
}
