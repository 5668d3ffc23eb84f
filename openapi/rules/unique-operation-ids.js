const owners = new Map()

/** An operationId is unique over all documents: it names the handler, the SDK's method and the docs' anchor. */
export function uniqueOperationIds() {
  let document = ''
  return {
    Root: {
      enter: (_root, { location }) => {
        document = location.source.absoluteRef
      },
    },
    Operation(operation, { report, location }) {
      const id = operation.operationId
      const place = location.absolutePointer
      const other = owners.get(id)
      if (other !== undefined && (other.document !== document || other.place !== place)) {
        report({
          message: `The operationId \`${id}\` is used twice; first in ${other.document}.`,
          location: location.child(['operationId']),
        })
      } else owners.set(id, { document, place })
      if (!/^[a-z][A-Za-z0-9]*$/.test(id ?? ''))
        report({ message: `\`${id}\` is not camelCase.`, location: location.child(['operationId']) })
    },
  }
}
