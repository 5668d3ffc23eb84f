import { follow } from './follow.js'

function unbounded(schema) {
  if (schema.enum !== undefined || schema.const !== undefined) return undefined
  const types = [schema.type].flat()
  if (types.includes('string') && schema.maxLength === undefined) return 'maxLength'
  if ((types.includes('integer') || types.includes('number')) && schema.maximum === undefined) return 'maximum'
  if (types.includes('array') && schema.maxItems === undefined) return 'maxItems'
  return undefined
}

/** Every parameter and every field of a form has a limit: without one, a megabyte of `state` would be a valid request. */
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
        if (!/urlencoded|form-data/.test(String(key))) return
        const walk = (raw, rawFrom) => {
          const { node: schema, from } = follow(raw, rawFrom, resolve)
          for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
            walk(part, from)
          for (const [name, property] of Object.entries(schema.properties ?? {})) {
            const { node: field } = follow(property, from, resolve)
            const missing = unbounded(field)
            if (missing)
              report({
                message: `The form field \`${name}\` has no \`${missing}\`.`,
                location: location.child(['schema']),
              })
            const text = field.type === 'string' || typeof field.const === 'string'
            if (/urlencoded/.test(String(key)) && !text) {
              report({
                message: `The form field \`${name}\` must be a string: form bodies are not coerced.`,
                location: location.child(['schema']),
              })
            }
          }
        }
        walk(media.schema, location.source.absoluteRef)
      },
    },
  }
}
