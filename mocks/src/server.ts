import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, send } from './answer.ts'
import { bearerToken, refusal } from './authorization.ts'
import { exampleOf, type MockDocument, type MockOperation } from './contract.ts'
import { type Failure, failureAnywhere, failureOf } from './failures.ts'
import { createLogin } from './login.ts'
import { pageOf } from './paging.ts'
import { type Preference, readPreference } from './preference.ts'
import { createPrism, PrismFailure } from './prism.ts'
import { mediaTypeOf, prismRequest, readBody } from './request.ts'
import { createRouter } from './router.ts'
import { createTokens } from './tokens.ts'

interface Settings {
  documents: MockDocument[]
  dynamic: boolean
  seed?: string
}

/** The address under which the caller reached the mock; it is the issuer of the tokens he gets. */
function originOf(request: IncomingMessage): string {
  const origin = `http://${request.headers.host ?? 'localhost'}`
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost'
}

function allowAnyOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  response.setHeader('access-control-allow-origin', origin ?? '*')
  response.setHeader('vary', 'origin')
  if (origin) response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'www-authenticate, location, retry-after, allow, x-request-id')
}

function preflight(request: IncomingMessage, response: ServerResponse, allowed: string[]): void {
  response.setHeader('access-control-allow-methods', allowed.join(', '))
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-max-age', '600')
  response.setHeader('allow', allowed.join(', '))
  response.writeHead(204).end()
}

/** The mock as an HTTP server that does not listen yet: documented answers by Prism, the login beside it. */
export async function createMock({ documents, dynamic, seed }: Settings): Promise<Server> {
  const route = createRouter(documents.flatMap((document) => document.operations))
  const askPrism = createPrism({ dynamic, seed })
  const tokens = await createTokens()
  const account = documents.find((document) => document.api === 'account')
  if (!account) throw new Error('The account document is missing.')
  const login = createLogin(account, tokens)
  // The address that the contract's examples use for the installation.
  const exampleOrigin = String(exampleOf(account, 'getServiceConfiguration', 200).issuer)

  async function answerTo(operation: MockOperation, request: IncomingMessage, url: URL): Promise<Answer> {
    const { accept, authorization } = request.headers
    const fail = (failure: Failure) => failureOf(operation, failure, accept)
    const text = await readBody(request)
    let preference: Preference
    try {
      preference = readPreference(operation, request.headers.prefer?.toString())
    } catch (error) {
      return fail({ status: 400, message: error instanceof Error ? error.message : String(error) })
    }
    const chosen = preference.code !== undefined
    const input = typeof text === 'string' ? prismRequest(operation, request, url, text) : text
    if ('status' in input) {
      if (!chosen) return fail(input)
      const { answer } = await askPrism(
        operation,
        { method: operation.policy.method, url: { path: url.pathname } },
        preference,
      )
      return answer
    }
    const form = formOf(request, text)
    const issuer = originOf(request)
    if (!chosen) {
      const presented = bearerToken(authorization) ?? form.get('access_token') ?? undefined
      const refused = await refusal(operation, presented, tokens, issuer)
      if (refused) return fail(refused)
    }
    const { violations, answer } = await askPrism(operation, input, preference)
    violations.push(...unknownParameters(operation, url.searchParams))
    if (chosen) return answer
    const step = login[operation.id]
    const parameters = operation.policy.method === 'post' ? form : url.searchParams
    if (step && (violations.length === 0 || step.readsItself)) {
      return step.answer({ parameters, authorization, issuer })
    }
    if (violations.length === 0) return pageOf(answer, url.searchParams)
    return fail({ status: 400, message: violations.join('; ') })
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowAnyOrigin(request, response)
    response.setHeader('x-request-id', randomUUID())
    const reply = (answer: Answer) =>
      send(response, answer, (body) => body.replaceAll(exampleOrigin, originOf(request)))
    const { accept } = request.headers
    const target = `http://localhost${request.url ?? '/'}`
    if (!URL.canParse(target))
      return reply(failureAnywhere({ status: 400, message: 'the address is malformed' }, accept))
    const url = new URL(target)
    const found = route(request.method ?? 'GET', url.pathname)
    if (found.kind === 'not-found') {
      return reply(failureAnywhere({ status: 404, message: `the contract has no path ${url.pathname}` }, accept))
    }
    if (found.kind === 'method-not-allowed') {
      if (request.method === 'OPTIONS') return preflight(request, response, found.allowed)
      const message = `${url.pathname} answers ${found.allowed.join(', ')}`
      const headers = { allow: found.allowed.join(', ') }
      return reply(failureOf(found.operation, { status: 405, message, headers }, accept))
    }
    try {
      reply(await answerTo(found.operation, request, url))
    } catch (error) {
      const failure = error instanceof PrismFailure ? error : { status: 500, message: String(error) }
      reply(failureOf(found.operation, { status: failure.status, message: failure.message }, accept))
    }
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(`mock: ${request.method} ${request.url}: ${error}`)
      response.destroy()
    })
  })
}

/** What is wrong with the query parameters that the contract does not have; nothing where any may come. */
function unknownParameters({ prism, allowsUnknownQuery }: MockOperation, query: URLSearchParams): string[] {
  if (allowsUnknownQuery) return []
  const known = new Set(prism.request?.query?.map(({ name }) => name))
  return [...new Set(query.keys())].filter((name) => !known.has(name)).map((name) => `unknown query parameter ${name}`)
}

/** The fields of a form body; none for any other body. */
function formOf(request: IncomingMessage, text: string | Failure): URLSearchParams {
  const isForm = mediaTypeOf(request.headers['content-type']) === 'application/x-www-form-urlencoded'
  return new URLSearchParams(isForm && typeof text === 'string' ? text : '')
}
