import { follow } from './follow.js'

const LISTS = ['allOf', 'oneOf', 'anyOf']

function describesObject(schema) {
  const types = [schema.type].flat()
  return schema.properties !== undefined || types.includes('object')
}

/** Every object that a JSON answer may hold is closed, so that a column too many is an error and not a leak. */
export function closedResponses() {
  return {
    Response: {
      MediaType(media, { report, location, resolve, key }) {
        if (!/[/+]json\b/.test(String(key)) || media.schema === undefined) return
        const seen = new Set()
        const walk = (raw, rawFrom, closedOutside, trail) => {
          const { node: schema, from } = follow(raw, rawFrom, resolve)
          if (!schema || typeof schema !== 'object' || (seen.has(schema) && !closedOutside)) return
          seen.add(schema)
          if (schema.properties && LISTS.some((list) => schema[list])) {
            report({
              message: `A schema has \`properties\` or a combination, not both (at ${trail}).`,
              location: location.child(['schema']),
            })
          }
          const closed = schema.additionalProperties === false || schema.unevaluatedProperties === false
          if (describesObject(schema) && !closed && !closedOutside && typeof schema.additionalProperties !== 'object') {
            report({
              message: `The object at ${trail} of this response is open.`,
              location: location.child(['schema']),
            })
          }
          for (const [name, property] of Object.entries(schema.properties ?? {}))
            walk(property, from, false, `${trail}.${name}`)
          for (const list of LISTS) {
            for (const part of schema[list] ?? []) walk(part, from, schema.unevaluatedProperties === false, trail)
          }
          if (schema.items) walk(schema.items, from, false, `${trail}[]`)
          if (typeof schema.additionalProperties === 'object')
            walk(schema.additionalProperties, from, false, `${trail}.*`)
        }
        walk(media.schema, location.source.absoluteRef, false, 'body')
      },
    },
  }
}
