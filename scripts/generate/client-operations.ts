import { type ClientOperation, clientOperations } from './client-operation.ts'
import type { ContractDocument } from './document.ts'
import { groupsOf, PAGES, sdkNames } from './sdk-names.ts'

/** What a client must know of an operation before it calls, as letters; what they mean stands in client/src/routes.ts. */
function flagsOf({ query, isForm, mediaType, isPaged, answer, ...is }: ClientOperation, isPage: boolean): string {
  const flags = {
    f: isForm,
    b: mediaType !== undefined && !isForm,
    q: query !== undefined,
    p: isPaged,
    t: is.takesToken,
    s: is.proof === 'session',
    e: is.isAnsweredEmpty,
    u: is.isUnsafeRead,
    x: answer === 'text' && !isPage,
    o: answer === 'blob',
    r: answer === 'stream',
  }
  return Object.entries(flags)
    .filter(([, isSet]) => isSet)
    .map(([flag]) => flag)
    .join('')
}

/**
 * The text of client/src/generated/<api>-operations.ts: each operation by its name in the client, with what a client
 * must know before it calls and no type can tell. As short as can be, because it travels to every browser.
 */
export function clientOperationsModule(document: ContractDocument): string {
  const operations = clientOperations(document)
  const groups = [...groupsOf(operations, sdkNames(document))].map(([group, entries]) => {
    const lines = entries.map((entry) => {
      const value = `${entry.method.toUpperCase()} ${entry.path} ${flagsOf(entry, group === PAGES)}`.trimEnd()
      return `    ${entry.name}: '${value}',\n`
    })
    return `  ${group}: {\n${lines.join('')}  },\n`
  })
  const others = operations.filter(
    ({ isForm, mediaType }) => mediaType !== undefined && !isForm && mediaType !== 'application/json',
  )
  const proved = (proof: ClientOperation['proof'], name: string, about: string) => {
    const those = operations.filter((entry) => entry.proof === proof)
    const union = those.map(({ method, path }) => `\n  | '${method.toUpperCase()} ${path}'`).join('')
    return union && `\n/** The operations that take ${about}. */\nexport type ${name} =${union}\n`
  }
  const proofTypes = [
    proved('session', 'SessionOperation', 'a signature of the session token'),
    proved('state', 'StateOperation', 'the state token of the login step before'),
  ]
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/** Each operation by its name: method, path, and what client/src/routes.ts says about the letters behind them. */
export const operationTable = {
${groups.join('')}}

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
${others.map(({ method, path, mediaType }) => `  '${method.toUpperCase()} ${path}': '${mediaType}',\n`).join('')}}
${proofTypes.join('')}`
}
