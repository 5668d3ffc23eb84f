import { type ContractDocument, type ContractOperation, operationsOf, resolve } from './document.ts'

/** Whether one of the ways in is an access token. */
function takesToken({ security }: ContractOperation): boolean {
  return security.some((requirement) => 'oauth2' in requirement)
}

/**
 * Whether an operation changes something although GET is safe (RFC 9110 section 9.2.1): one that answers 201 has
 * created what another call would create again.
 */
function isUnsafeRead(method: string, operation: ContractOperation): boolean {
  return method === 'get' && '201' in operation.responses
}

/**
 * The text of client/src/generated/operations.ts: what a client must know before it calls, and no type can tell it.
 * Only what differs from the usual is listed, because the list travels to every browser.
 */
export function clientOperationsModule(documents: Map<string, ContractDocument>): string {
  const tokens: string[] = []
  const unsafeReads: string[] = []
  const forms: string[] = []
  const otherTypes: [string, string][] = []
  for (const document of documents.values()) {
    for (const { path, method, operation } of operationsOf(document)) {
      const name = `${method.toUpperCase()} ${path}`
      if (takesToken(operation)) tokens.push(name)
      if (isUnsafeRead(method, operation)) unsafeReads.push(name)
      const content = operation.requestBody ? resolve(document, operation.requestBody).content : {}
      const [mediaType = 'application/json'] = Object.keys(content)
      if (mediaType === 'application/x-www-form-urlencoded') forms.push(name)
      else if (mediaType !== 'application/json') otherTypes.push([name, mediaType])
    }
  }
  const list = (names: string[]) => names.map((name) => `  '${name}',\n`).join('')
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
${list(tokens)}]

/** The operations that take a form (application/x-www-form-urlencoded). */
export const formOperations: readonly string[] = [
${list(forms)}]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
${otherTypes.map(([name, mediaType]) => `  '${name}': '${mediaType}',\n`).join('')}}

/** The GET operations that change something, so that sending them twice does it twice. */
export const unsafeReads: readonly string[] = [
${list(unsafeReads)}]
`
}
