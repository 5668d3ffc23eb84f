/**
 * Follows a chain of `$ref`s, as far as it goes.
 * @param {object} node the schema, response or example, or a reference to one
 * @param {string} from the file that `node` stands in
 * @param {Function} resolve the `resolve` of the rule's context
 * @returns {{ node: object, from: string }} what was found, and the file it stands in
 */
export function follow(node, from, resolve) {
  let current = { node, from }
  while (current.node && typeof current.node.$ref === 'string') {
    const next = resolve(current.node, current.from)
    if (next.node === undefined) break
    current = { node: next.node, from: next.location.source.absoluteRef }
  }
  return current
}
