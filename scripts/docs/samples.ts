import type { Content, Operation } from './model.ts'

/** The server that `npm start` runs; the samples call it. */
const ORIGIN = 'http://localhost:3000'

/** A request as text: for the command line and for the SDK. */
export interface Sample {
  name: string
  curl: string
  /** Undefined where only a browser goes. */
  sdk?: string
}

/** How the contract writes the content of a file in an example, and the file that the samples send. */
const BINARY = '(binary)'
const PICTURE = 'picture.png'

const SHOWN_PARAMETERS = ['code_challenge', 'code_challenge_method', 'state']

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** What a request needs besides its body: the address with its parameters, and those parameters by place. */
function addressOf(operation: Operation) {
  const shown = operation.parameters.filter(({ name, required }) => required || SHOWN_PARAMETERS.includes(name))
  const at = (place: string) =>
    Object.fromEntries(shown.filter((entry) => entry.in === place).map(({ name, example }) => [name, example ?? '']))
  const path = at('path')
  const query = at('query')
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(path[name])))
  return { address: ORIGIN + filled + (text && `?${text}`), path, query, header: at('header') }
}

function asksForToken(operation: Operation): boolean {
  return operation.contract.security.some((alternative) => 'oauth2' in alternative)
}

function asksForClient(operation: Operation): boolean {
  return operation.contract.security.some((alternative) => 'clientBasic' in alternative)
}

/** Whether the form holds the client's credentials already. */
function namesClient(body: unknown): boolean {
  return body !== null && typeof body === 'object' && 'client_id' in body
}

function curlOf(operation: Operation, mediaType: string | undefined, body: unknown): string {
  const { address, header } = addressOf(operation)
  const lines = [`curl ${operation.method === 'get' ? '' : `-X ${operation.method.toUpperCase()} `}${quote(address)}`]
  const inForm = body !== null && typeof body === 'object' && 'access_token' in body
  if (asksForClient(operation) && !namesClient(body)) lines.push('-u "$CLIENT_ID:$CLIENT_SECRET"')
  if (asksForToken(operation) && !inForm) lines.push('-H "Authorization: Bearer $ACCESS_TOKEN"')
  for (const [name, value] of Object.entries(header)) lines.push(`-H ${quote(`${name}: ${value}`)}`)
  if (mediaType === 'application/x-www-form-urlencoded') {
    for (const [name, value] of Object.entries(body as object))
      lines.push(`--data-urlencode ${quote(`${name}=${value}`)}`)
  } else if (mediaType === 'multipart/form-data') {
    for (const [name, value] of Object.entries(body as object))
      lines.push(`-F ${quote(`${name}=${value === BINARY ? `@${PICTURE}` : value}`)}`)
  } else if (mediaType !== undefined) {
    lines.push(`-H ${quote(`Content-Type: ${mediaType}`)}`, `-d ${quote(JSON.stringify(body))}`)
  }
  return lines.join(' \\\n  ')
}

/** The form with the credentials of the demo's trusted client, where the operation asks for some and it has none. */
function withClient(operation: Operation, body: unknown): unknown {
  if (!asksForClient(operation) || namesClient(body)) return body
  return { ...(body as object), client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
}

function answersText(operation: Operation): boolean {
  return operation.responses.some(
    ([status, response]) => status.startsWith('2') && Object.hasOwn(response.content ?? {}, 'text/plain'),
  )
}

/** A value as TypeScript source. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replaceAll(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replaceAll(/"((?:[^"\\']|\\.)*)"/g, (all, inner: string) => (inner.includes('\\') ? all : `'${inner}'`))
}

function sdkOf(operation: Operation, body: unknown): string | undefined {
  const method = operation.method.toUpperCase()
  const { path, query, header } = addressOf(operation)
  const importing = (names: string) => `import { ${names} } from '@openaccount/client'\n\n`
  if (operation.contract['x-error-format'] === 'html') {
    // A page: the browser goes there itself, and the SDK makes the address. A form belongs to its page.
    if (method !== 'GET' || Object.keys(path).length > 0) return undefined
    const rest = Object.keys(query).length > 0 ? `, ${literal(query)}` : ''
    return `${importing('createAccountClient')}const account = createAccountClient({ baseUrl: '${ORIGIN}' })
const address = account.url('${operation.path}'${rest})`
  }
  const params = Object.entries({ path, query, header }).filter(([, values]) => Object.keys(values).length > 0)
  const init = {
    ...(params.length > 0 && { params: Object.fromEntries(params) }),
    ...(body !== undefined && { body: withClient(operation, body) }),
    ...(answersText(operation) && { parseAs: 'text' }),
  }
  const text = literal(init).replaceAll(`'${BINARY}'`, 'picture')
  const rest = Object.keys(init).length > 0 ? `, ${text}` : ''
  const file = text.includes(': picture') ? `const picture = new Blob([bytes], { type: 'image/png' })\n` : ''
  const auth = asksForToken(operation) ? ', auth: async () => accessToken' : ''
  return `${importing('createAccountClient, unwrap')}const account = createAccountClient({ baseUrl: '${ORIGIN}'${auth} })
${file}const answer = await unwrap(account.${method}('${operation.path}'${rest}))`
}

/** One sample for each example of the request body, or one for the bare request. */
export function samplesOf(operation: Operation, nameOf: (example: { summary?: string }) => string): Sample[] {
  const entries = Object.entries(operation.body?.content ?? {}) as [string, Content][]
  const samples = entries.flatMap(([mediaType, content]) =>
    Object.values(content.examples ?? {}).map((example) => ({
      name: nameOf(example),
      curl: curlOf(operation, mediaType, example.value),
      sdk: sdkOf(operation, example.value),
    })),
  )
  if (samples.length > 0) return samples
  return [{ name: '', curl: curlOf(operation, undefined, undefined), sdk: sdkOf(operation, undefined) }]
}
