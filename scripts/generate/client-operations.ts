import { type ContractDocument, type ContractOperation, operationsOf, resolve } from './document.ts'

/** Whether one of the ways in is an OAuth access token. */
function takesToken(document: ContractDocument, { security }: ContractOperation): boolean {
  const schemes = document.components?.securitySchemes ?? {}
  return security.some((alternative) =>
    Object.keys(alternative).some((name) => {
      const scheme = schemes[name]
      return scheme !== undefined && resolve(document, scheme).type === 'oauth2'
    }),
  )
}

/**
 * Whether an operation changes something although GET is safe (RFC 9110 section 9.2.1): one that answers 201 has
 * created what another call would create again.
 */
function isUnsafeRead(method: string, operation: ContractOperation): boolean {
  return method === 'get' && '201' in operation.responses
}

/** Whether a success has no content although its status does not say so (RFC 9110 section 15.3.5). */
function isAnsweredEmpty(document: ContractDocument, { responses }: ContractOperation): boolean {
  return Object.entries(responses).some(
    ([status, response]) =>
      /^20[0-3]/.test(status) && resolve(document, response as { content?: unknown }).content === undefined,
  )
}

/**
 * The lists by scheme that an API's client asks for, beside that of its access tokens. They are written as constants,
 * because types are made of them.
 */
const schemeLists: Readonly<Record<string, readonly { name: string; scheme: string; about: string }[]>> = {
  oneaccess: [
    { name: 'signatureOperations', scheme: 'sessionSignature', about: 'take a signature of the session token' },
    { name: 'stateOperations', scheme: 'stateToken', about: 'take the state token of the login step before' },
  ],
}

/**
 * The text of client/src/generated/<api>-operations.ts: what a client must know before it calls, and no type can tell
 * it. Only what differs from the usual is listed, because the list travels to every browser.
 */
export function clientOperationsModule(api: string, document: ContractDocument): string {
  const operations = [...operationsOf(document)].map(({ path, method, operation }) => {
    const content = operation.requestBody ? resolve(document, operation.requestBody).content : {}
    const [mediaType = 'application/json'] = Object.keys(content)
    return { name: `${method.toUpperCase()} ${path}`, method, operation, mediaType }
  })
  type Entry = (typeof operations)[number]
  const list = (condition: (entry: Entry) => boolean) =>
    operations
      .filter(condition)
      .map(({ name }) => `  '${name}',\n`)
      .join('')
  const form = 'application/x-www-form-urlencoded'
  const others = operations.filter(({ mediaType }) => ![form, 'application/json'].includes(mediaType))
  const bySchemes = (schemeLists[api] ?? []).map(
    ({ name, scheme, about }) => `/** The operations that ${about}. */
export const ${name} = [
${list(({ operation }) => operation.security.some((alternative) => scheme in alternative))}] as const

`,
  )
  const emptyAnswers = list(({ operation }) => isAnsweredEmpty(document, operation))
  const unsafeReads = list(({ method, operation }) => isUnsafeRead(method, operation))
  const emptyText = `
/** The operations whose success has no content, and whose status does not say so; an empty answer of any other is none. */
export const emptyAnswers: readonly string[] = [
${emptyAnswers}]
`
  return `// Generated from openapi/ by \`npm run generate\`. Do not edit.

/** The operations that take an access token. */
export const tokenOperations: readonly string[] = [
${list(({ operation }) => takesToken(document, operation))}]

${bySchemes.join('')}/** The operations that take a form (application/x-www-form-urlencoded). */
export const formOperations: readonly string[] = [
${list(({ mediaType }) => mediaType === form)}]

/** The media type of the request body, where it is neither a form nor JSON. */
export const otherMediaTypes: Readonly<Record<string, string>> = {
${others.map(({ name, mediaType }) => `  '${name}': '${mediaType}',\n`).join('')}}
${emptyAnswers && emptyText}${
  unsafeReads &&
  `
/** The GET operations that create something, so that sending them twice does it twice. */
export const unsafeReads: readonly string[] = [
${unsafeReads}]
`
}`
}
