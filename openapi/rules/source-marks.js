/**
 * How sure a statement is: read on the vendor's current page, seen in its product, read in an older edition of the page,
 * read only in the documentation of a sibling product, concluded by us.
 */
export const MARKS = ['documented', 'observed', 'older', 'sister', 'inferred']
const PARTS = ['method', 'policy', 'request', 'response']

/** What is wrong with an `x-source` of any kind. */
function* wrongIn(source) {
  if (!MARKS.includes(source.mark)) yield `\`x-source.mark\` must be one of ${MARKS.join(', ')}.`
  for (const [part, mark] of Object.entries(source.parts ?? {})) {
    if (!PARTS.includes(part)) yield `\`x-source.parts\` knows ${PARTS.join(', ')}, not \`${part}\`.`
    if (!MARKS.includes(mark)) yield `\`x-source.parts.${part}\` must be one of ${MARKS.join(', ')}.`
    else if (mark === source.mark) yield `\`x-source.parts.${part}\` says what the mark says already.`
  }
  if (![undefined, true].includes(source.companion)) yield '`x-source.companion` is `true` or left out.'
}

/** Where something comes from is said in the same words everywhere: on operations, parameters, schemas and fields. */
export function sourceMarks() {
  const check = (node, { report, location }) => {
    if (node['x-source'] === undefined) return
    for (const message of wrongIn(node['x-source'])) report({ message, location: location.child(['x-source']) })
  }
  return { Operation: check, Parameter: check, Schema: check }
}
