import { follow } from './follow.js'

/**
 * Every example of the JSON answers of an operation, with the HTTP status it stands under.
 * @param {object} operation
 * @param {string} from the file that it stands in
 * @param {Function} resolve the `resolve` of the rule's context
 */
export function* jsonExamplesOf(operation, from, resolve) {
  for (const [status, raw] of Object.entries(operation.responses ?? {})) {
    const response = follow(raw, from, resolve)
    for (const [media, content] of Object.entries(response.node.content ?? {})) {
      if (!/[/+]json\b/.test(media)) continue
      for (const example of Object.values(content.examples ?? {}))
        yield { status, value: follow(example, response.from, resolve).node.value }
    }
  }
}
