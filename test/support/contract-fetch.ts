import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import account from '../../generated/account.json' with { type: 'json' }
import oneaccess from '../../generated/oneaccess.json' with { type: 'json' }
import { operations } from '../../generated/operations.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
formatsPlugin.default(ajv)

const documents = { account, oneaccess }
type Api = keyof typeof documents
for (const [api, document] of Object.entries(documents)) ajv.addSchema({ ...document, $id: `contract:${api}` })

type Described = { $ref?: string; content?: Record<string, { schema?: unknown }> }

/**
 * `fetch` that holds every answer of the server against the contract: status, media type, body. For the engine's
 * endpoints, whose answers no validator sees on their way out.
 */
export const contractFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const response = await fetch(request.clone(), { redirect: init?.redirect ?? 'manual' })
  await checkAnswer(request.method, new URL(request.url).pathname, response.clone())
  return response
}

/** @throws Error that says how an answer differs from the contract */
export async function checkAnswer(method: string, path: string, response: Response): Promise<void> {
  const found = Object.entries(operations).find(
    ([, operation]) =>
      (operation.method === method.toLowerCase() || (method === 'HEAD' && operation.method === 'get')) &&
      pathPattern(operation.path).test(path),
  )
  if (!found || method === 'OPTIONS') return
  const [operationId, operation] = found
  const { api } = operation
  const paths = documents[api].paths as Record<string, Record<string, { responses: Record<string, Described> }>>
  const pathItem = paths[operation.path]
  const responses = pathItem?.[operation.method]?.responses ?? {}
  const documented = responses[String(response.status)] ?? (response.status >= 400 ? responses.default : undefined)
  if (!documented) throw new Error(`${operationId} answered ${response.status}, which the contract does not know`)
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  // An event stream has no end to wait for.
  const body = mediaType === 'text/event-stream' ? '' : await response.text()
  const { content } = resolve(api, documented)
  if (!content) {
    // A redirect may carry a note for browsers that do not follow it (RFC 9110 section 15.4).
    if (body !== '' && (response.status < 300 || response.status > 399))
      throw new Error(`${operationId} ${response.status} has a body, the contract has none`)
    return
  }
  if (method === 'HEAD') return
  const described = content[mediaType]
  if (!described)
    throw new Error(`${operationId} ${response.status} answered ${mediaType}, not ${Object.keys(content)}`)
  if (!mediaType.endsWith('json')) return
  const validate = validatorOf(
    `${operationId}/${documented === responses.default ? 'default' : response.status}/${mediaType}`,
    api,
    described.schema,
  )
  if (!validate(JSON.parse(body))) {
    throw new Error(
      `${operationId} ${response.status} differs from the contract: ${ajv.errorsText(validate.errors)}: ${body}`,
    )
  }
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)
}

function resolve(api: Api, described: Described): Described {
  if (!described.$ref) return described
  const found = described.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], documents[api])
  return resolve(api, found as Described)
}

const validators = new Map<string, ValidateFunction>()

function validatorOf(key: string, api: Api, schema: unknown): ValidateFunction {
  const known = validators.get(key) ?? ajv.compile(absolute(api, schema))
  validators.set(key, known)
  return known
}

/** The schema with its references pointing into the document. */
function absolute(api: Api, schema: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema ?? {}).replaceAll('"$ref":"#/', `"$ref":"contract:${api}#/`))
}
