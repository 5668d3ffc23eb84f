import { follow } from './follow.js'

function unbounded(schema) {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined
  // The size of a file is no length of a text, and generators fail on one that is.
  if (schema.format === 'binary') return schema['x-max-bytes'] === undefined ? 'x-max-bytes' : undefined
  const types = [schema.type].flat()
  if (types.includes('string') && schema.maxLength === undefined) return 'maxLength'
  if ((types.includes('integer') || types.includes('number')) && schema.maximum === undefined) return 'maximum'
  if (types.includes('array') && schema.maxItems === undefined) return 'maxItems'
  return undefined
}

/** Every parameter and every field of a request has a limit: without one, a megabyte of `state` would be a valid request. */
export function boundedInputs() {
  return {
    Parameter(parameter, { report, location, resolve }) {
      const { node: schema } = follow(parameter.schema, location.source.absoluteRef, resolve)
      const missing = schema && unbounded(schema)
      if (missing)
        report({ message: `The parameter \`${parameter.name}\` has no \`${missing}\`.`, location: location.key() })
    },
    RequestBody: {
      MediaType(media, { report, location, resolve, key }) {
        const fail = (message) => report({ message, location: location.child(['schema']) })
        const walk = (raw, rawFrom, name) => {
          const { node: schema, from } = follow(raw, rawFrom, resolve)
          const missing = unbounded(schema)
          if (missing) fail(`The field \`${name}\` has no \`${missing}\`.`)
          if (schema.items) walk(schema.items, from, `${name}[]`)
          for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
            walk(part, from, name)
          for (const [inner, property] of Object.entries(schema.properties ?? {})) {
            walk(property, from, inner)
            const { node: field } = follow(property, from, resolve)
            const text = field.type === 'string' || typeof field.const === 'string'
            if (/urlencoded/.test(String(key)) && !text)
              fail(`The form field \`${inner}\` must be a string: form bodies are not coerced.`)
          }
        }
        walk(media.schema, location.source.absoluteRef, 'body')
      },
    },
  }
}
