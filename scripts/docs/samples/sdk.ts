import type { Operation } from '../model.ts'
import { addressOf, asksFor, BINARY, isForBrowsers, namesClient, origin } from './request.ts'

/** The demo's applications, as the examples of the contract have them. */
const account = { client_id: 'trustedDemo', client_secret: 'trusted.Demo.2026' }
const oneaccess = { client_id: 'DRrYIqauawN0I8myTMoDTPys6ezGZxnm', client_secret: 'oneaccess.Demo.2026' }
const device = {
  operatingSystemVersion: 'Android 10',
  fingerprint: '156aysdna213sc50',
  agent: 'Mozilla/5.0 (Linux; Android 10)',
}

/** In place of a value that a sample has in a variable of the field's name: printed as a shorthand property. */
const NAME = Symbol('name')

/** The widest line in which values stand beside each other. */
const WIDEST = 76

/** A value as TypeScript source: on one line where that is short enough. */
function literal(value: unknown, depth = 0): string {
  if (value === BINARY) return 'picture'
  if (typeof value === 'string') return /['\\\n]/.test(value) ? JSON.stringify(value) : `'${value}'`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((item) => literal(item, depth + 1))
    : Object.entries(value).map(([name, item]) => (item === NAME ? name : `${key(name)}: ${literal(item, depth + 1)}`))
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }']
  if (parts.length === 0) return isList ? '[]' : '{}'
  const flat = `${open}${parts.join(', ')}${close}`
  if (!flat.includes('\n') && flat.length + 2 * depth <= WIDEST) return flat
  const indent = '  '.repeat(depth + 1)
  return `${open.trim()}\n${parts.map((part) => `${indent}${part},\n`).join('')}${'  '.repeat(depth)}${close.trim()}`
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`
}

/** The form with the credentials of a demo client, where the operation asks for some and it has none. */
function withClient(operation: Operation, body: unknown): unknown {
  if (!asksFor(operation, 'clientBasic') || namesClient(body)) return body
  return { ...(body as object), ...(operation.api === 'account' ? account : oneaccess) }
}

/** How the client of a document is made for an operation. */
interface Maker {
  name: string
  make: string
  /** Whether the client sends the headers of the contract by itself. */
  sendsHeaders: boolean
  /** Options of the call besides those of the request. */
  options: Record<string, unknown>
}

function accountMaker(operation: Operation): Maker {
  const auth = asksFor(operation, 'oauth2') ? ', auth: async () => accessToken' : ''
  return {
    name: 'account',
    make: `createAccountClient({ baseUrl: '${origin}'${auth} })`,
    sendsHeaders: false,
    options: {},
  }
}

function oneaccessMaker(operation: Operation): Maker {
  const { client_id: clientId, client_secret: clientSecret } = oneaccess
  const isUser = operation.path.startsWith('/api/v2/sdk/')
  const options = {
    baseUrl: origin,
    ...(asksFor(operation, 'managementToken') && { management: { clientId, clientSecret } }),
    ...(isUser && { application: { clientId }, device }),
    ...(asksFor(operation, 'sessionSignature') && { sessionToken: NAME }),
  }
  const make = `createOneAccessClient(${literal(options)})`
  return {
    name: 'oneaccess',
    make,
    sendsHeaders: isUser,
    options: {
      ...(asksFor(operation, 'stateToken') && { stateToken: NAME }),
      ...(asksFor(operation, 'accessToken') && { accessToken: NAME }),
    },
  }
}

/** Leaves out what is undefined at the end of the arguments. */
function withoutTail(values: readonly unknown[]): unknown[] {
  return values.slice(0, values.findLastIndex((value) => value !== undefined) + 1)
}

/** Arguments as TypeScript source: one on each line where together they are too wide. */
function argumentsOf(values: readonly unknown[]): string {
  const texts = values.map((value) => (value === undefined ? 'undefined' : literal(value)))
  const flat = texts.join(', ')
  if (texts.length < 2 || flat.includes('\n') || flat.length <= WIDEST) return flat
  return `\n${texts.map((text) => `  ${text},\n`).join('')}`
}

/** The request as a call of the SDK; undefined for a page that a browser opens only after another. */
export function sdkOf(operation: Operation, body: unknown): string | undefined {
  const { sdkName } = operation
  if (sdkName === undefined) return undefined
  const { path, query, header } = addressOf(operation)
  const { name, make, sendsHeaders, options } = (operation.api === 'account' ? accountMaker : oneaccessMaker)(operation)
  const isPage = isForBrowsers(operation)
  // A page: the browser goes there itself, and the SDK makes the address. A form belongs to its page.
  if (isPage && (operation.method !== 'get' || Object.keys(path).length > 0)) return undefined
  const given = (values: object) => (Object.keys(values).length > 0 ? values : undefined)
  const values = withoutTail([
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => path[key]),
    ...(operation.body ? [body === undefined ? undefined : withClient(operation, body)] : []),
    ...(operation.parameters.some((parameter) => parameter.in === 'query') ? [given(query)] : []),
    given({ ...(!sendsHeaders && given(header) && { headers: header }), ...options }),
  ])
  const text = argumentsOf(values)
  const file = text.includes(': picture') ? `const picture = new Blob([bytes], { type: 'image/png' })\n` : ''
  const call = `${name}.${sdkName.group}.${sdkName.method}(${text})`
  return `import { ${make.split('(')[0]} } from '@openaccount/client'\n\nconst ${name} = ${make}
${file}const ${isPage ? 'address = ' : 'answer = await '}${call}`
}
