import openapiTS, { astToString, type OpenAPI3, type OpenAPITSOptions } from 'openapi-typescript'
import ts from 'typescript'
import { type ContractDocument, operationsOf, resolve } from './document.ts'
import { correctMarkers, widenNulls } from './markers.ts'

const header = '// Generated from openapi/ by `npm run generate`. Do not edit.\n\n'

async function types(document: ContractDocument, options: OpenAPITSOptions): Promise<string> {
  const nodes = await openapiTS(withoutBareAlternatives(document) as unknown as OpenAPI3, {
    silent: true,
    alphabetize: false,
    ...options,
  })
  return header + correctMarkers(astToString(nodes))
}

/**
 * Leaves out `anyOf` whose parts only name fields that must be there: TypeScript has no type for "one of these at least",
 * and openapi-typescript would make `unknown` of the whole. The validator holds requests to it.
 */
function withoutBareAlternatives(document: ContractDocument): ContractDocument {
  return JSON.parse(JSON.stringify(document), (_key, value) => {
    if (!Array.isArray(value?.anyOf) || !value.anyOf.every(isBareRequired)) return value
    const { anyOf: _alternatives, ...schema } = value
    return schema
  }) as ContractDocument
}

function isBareRequired(schema: object): boolean {
  return Object.keys(schema).join() === 'required'
}

/** The types as handlers see them: a parameter with a default is always there, because the validator fills it in. */
export async function serverView(document: ContractDocument): Promise<string> {
  const copy = structuredClone(document)
  for (const { operation, shared } of operationsOf(copy)) {
    for (const entry of [...shared, ...(operation.parameters ?? [])]) {
      const parameter = resolve(copy, entry)
      const schema = parameter.schema && resolve(copy, parameter.schema)
      if (schema?.default !== undefined) parameter.required = true
    }
  }
  return types(copy, { readWriteMarkers: true })
}

/** The types as callers see them: what has a default may be left out, and a file is sent as a Blob, which a File is. */
export async function clientView(document: ContractDocument): Promise<string> {
  return types(widenNulls(document), {
    readWriteMarkers: true,
    defaultNonNullable: false,
    transform: (schema) =>
      schema.type === 'string' && schema.format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined,
  })
}
