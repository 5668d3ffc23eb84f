import type { RequestHandler } from 'express'
import { OpenAPISchemaValidator } from 'express-openapi-validator/dist/framework/openapi.schema.validator.js'
import { OpenApiValidator, type OpenApiValidatorOpts } from 'express-openapi-validator/dist/openapi.validator.js'
import type { Operation } from '../operation.ts'
import type { DocumentPart } from './document-parts.ts'

/** What the library's own loader makes of a document. */
type LoadedSpec = Awaited<Parameters<OpenApiValidator['installMiddleware']>[0]>

/** The rules of OpenAPI 3.1, compiled once for all parts. */
let rules: OpenAPISchemaValidator | undefined

/** Tells the library's answers of one part from those of another. */
let serial = 0

/**
 * The library's middleware for one part of a document. Its own entry compiles the rules of OpenAPI for every document it is
 * given, and copies and resolves what a bundle has whole and resolved; we hand it what that comes to.
 * @throws Error when the part breaks the rules of OpenAPI
 */
export function installPart(part: DocumentPart, options: Omit<OpenApiValidatorOpts, 'apiSpec'>): RequestHandler[] {
  const apiDoc = part.document as unknown as LoadedSpec['apiDoc']
  holdAgainstRules(part.prefix, apiDoc)
  serial += 1
  const loaded: LoadedSpec = { apiDoc, basePaths: ['/'], routes: routesOf(part), serial }
  const validator = new OpenApiValidator({ ...options, apiSpec: apiDoc })
  return validator.installMiddleware(Promise.resolve(loaded)) as unknown as RequestHandler[]
}

function holdAgainstRules(prefix: string, document: LoadedSpec['apiDoc']): void {
  rules ??= new OpenAPISchemaValidator({ version: '3.1.0', validateApiSpec: true })
  const { errors } = rules.validate(document)
  if (!errors?.length) return
  const places = errors.slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`)
  throw new Error(`The contract cannot be mounted at ${prefix}: ${places.join('; ')}`)
}

/** The routes in the library's words and in the order in which it looks: a literal segment before a parameter. */
function routesOf({ operations }: DocumentPart): LoadedSpec['routes'] {
  const parameter = /\{([^}]+)\}/g
  const rank = ({ path }: Operation) => path.replaceAll(parameter, '\uffff')
  return operations
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ path, method }) => ({
      basePath: '',
      openApiRoute: path,
      expressRoute: path.replaceAll(parameter, ':$1'),
      method: method.toUpperCase(),
      pathParams: [...path.matchAll(parameter)].map(([, name = '']) => name),
    }))
}
