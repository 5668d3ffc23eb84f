import { type ClientOperation, clientOperations } from './client-operation.ts'
import type { ContractDocument } from './document.ts'
import { groupsOf, PAGES, sdkNames } from './sdk-names.ts'

/** The types of what an API's methods have of their own. */
const apis: Readonly<Record<string, { name: string; item: string; from: string }>> = {
  account: { name: 'AccountMethods', item: 'PagedItem', from: '../account-pages.ts' },
  oneaccess: { name: 'OneAccessMethods', item: 'OneAccessPagedItem', from: '../oneaccess/pages.ts' },
}

const proofs = {
  session: 'SessionTokenOption',
  state: 'StateTokenOption',
  access: 'AccessTokenOption',
} as const

const answers = { text: 'string', blob: 'Blob', stream: 'ReadableStream<Uint8Array>' } as const

/** The arguments of a method: path parameters in their order, then the body, the query and the options. */
function argumentsOf(entry: ClientOperation, isPage: boolean): string {
  const { path, method, proof, query, mediaType, isBodyRequired, isPaged } = entry
  const place = `'${path}', '${method}'`
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: string`)
  const queryType = isPaged ? `PageQuery<QueryOf<paths, '${path}'>>` : `QueryOf<paths, '${path}', '${method}'>`
  const options = `NamedOptions${proof === undefined ? '' : ` & ${proofs[proof]}`}`
  const needsOptions = proof === 'state'
  // What must be given cannot stand behind what may be left out.
  const optional = (isRequired: boolean, isLaterRequired: boolean, name: string, type: string) =>
    isRequired ? `${name}: ${type}` : isLaterRequired ? `${name}: ${type} | undefined` : `${name}?: ${type}`
  const isQueryRequired = query === 'required'
  return [
    ...places,
    ...(mediaType === undefined || isPage
      ? []
      : [optional(isBodyRequired, isQueryRequired || needsOptions, 'body', `BodyOf<paths, ${place}>`)]),
    ...(query === undefined ? [] : [optional(isQueryRequired, needsOptions, 'query', queryType)]),
    ...(isPage ? [] : [`options${needsOptions ? '' : '?'}: ${options}`]),
  ].join(', ')
}

function resultOf({ path, method, isPaged, answer }: ClientOperation, item: string): string {
  if (isPaged) return `Pages<${item}<'${path}'>>`
  return `Promise<${answer === 'json' ? `DataOf<paths, '${path}', '${method}'>` : answers[answer]}>`
}

/** The text of client/src/generated/<api>-methods.ts: what the named methods of a client take and give. */
export function clientMethodsModule(api: string, document: ContractDocument): string {
  const { name, item, from } = apis[api] as { name: string; item: string; from: string }
  const groups = [...groupsOf(clientOperations(document), sdkNames(document))].map(([group, entries]) => {
    const methods = entries.map((entry) => {
      const { operation, method, path } = entry
      const isPage = group === PAGES
      const signature = `${entry.name}(${argumentsOf(entry, isPage)}): ${isPage ? 'string' : resultOf(entry, item)}`
      const { summary, operationId } = operation
      return `    /** ${summary.replace(/\.$/, '')}: \`${operationId}\`, \`${method.toUpperCase()} ${path}\`. */\n    ${signature}\n`
    })
    const tags = [...new Set(entries.map(({ operation }) => operation.tags[0]))].join('; ')
    const about = group === PAGES ? 'Addresses of what a person’s browser opens itself.' : `${tags}.`
    return `  /** ${about} */\n  readonly ${group}: {\n${methods.join('')}  }\n`
  })
  const text = groups.join('')
  const proofTypes = Object.values(proofs)
    .filter((one) => text.includes(one))
    .join(', ')
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

import type { ${item} } from '${from}'
import type { DataOf, NamedOptions } from '../named-call.ts'
${proofTypes && `import type { ${proofTypes} } from '../oneaccess/types.ts'\n`}import type { PageQuery, Pages } from '../pages.ts'
import type { BodyOf, QueryOf } from '../typed-call.ts'
import type { paths } from './${api}.ts'

/** The operations by their names (docs/decisions/0032): what they take, and what they give. */
export interface ${name} {
${text}}
`
}
