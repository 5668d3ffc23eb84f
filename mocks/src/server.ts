import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createAccount } from './account/face.ts'
import { type Answer, send } from './answer.ts'
import { type Api, documentOf, exampleOf, type MockDocument, type MockOperation } from './contract.ts'
import { allowAnyOrigin, preflight } from './cross-origin.ts'
import type { Call, Face } from './face.ts'
import { type Failure, Refused } from './failure.ts'
import { failureAnywhere, failureOf } from './failures.ts'
import { createOneAccess } from './oneaccess/face.ts'
import { readPreference } from './preference.ts'
import { createPrism } from './prism.ts'
import { mediaTypeOf, prismRequest, readBody } from './request.ts'
import { createRouter } from './router.ts'
import { createTokens } from './tokens.ts'
import { failureFor, queryViolations } from './violations.ts'

interface Settings {
  documents: MockDocument[]
  dynamic: boolean
  seed?: string
}

/** The address under which the caller reached the mock; it is the issuer of the tokens he gets. */
function originOf(request: IncomingMessage): string {
  const address = `http://${request.headers.host ?? 'localhost'}`
  const origin = URL.canParse(address) ? new URL(address).origin : ''
  // An address may hold quotation marks and more, which would end the headers and texts it is put into.
  return /^http:\/\/[\w.:[\]-]+$/.test(origin) ? origin : 'http://localhost'
}

/** The mock as an HTTP server that does not listen yet: documented answers by Prism, what can be walked beside it. */
export async function createMock({ documents, dynamic, seed }: Settings): Promise<Server> {
  const route = createRouter(documents.flatMap((document) => document.operations))
  const askPrism = createPrism({ dynamic, seed })
  const tokens = await createTokens()
  const account = documentOf(documents, 'account')
  const faces: Record<Api, Face> = {
    account: createAccount(account, tokens),
    oneaccess: await createOneAccess(documentOf(documents, 'oneaccess'), tokens),
  }
  // The address that the contract's examples use for the installation.
  const exampleOrigin = String(exampleOf(account, 'getServiceConfiguration', 200).issuer)

  /** @throws Refused */
  async function answerTo(operation: MockOperation, request: IncomingMessage, url: URL): Promise<Answer> {
    const face = faces[operation.policy.api]
    const text = await readBody(request)
    const preference = readPreference(operation, request.headers.prefer?.toString())
    const input = typeof text === 'string' ? prismRequest(operation, request, url, text) : text
    const call = callOf(operation, request, url, text, 'status' in input ? undefined : input.body)
    if (preference.code !== undefined) {
      const wanted = 'status' in input ? { method: operation.policy.method, url: { path: url.pathname } } : input
      return face.chosen(call, (await askPrism(operation, wanted, preference)).answer)
    }
    if ('status' in input) throw new Refused(input)
    const refused = await face.refusal(call)
    if (refused) throw new Refused(refused)
    const { violations, answer } = await askPrism(operation, input, preference)
    violations.push(...queryViolations(operation, url.searchParams))
    const step = face.steps[operation.id]
    if (step && (violations.length === 0 || step.readsItself)) return step.answer(call)
    if (violations.length > 0) throw new Refused(failureFor(violations))
    return face.answer(call, answer)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowAnyOrigin(request, response)
    response.setHeader('x-request-id', randomUUID())
    const reply = (answer: Answer) =>
      send(response, answer, (body) => body.replaceAll(exampleOrigin, originOf(request)))
    const url = URL.parse(`http://localhost${request.url ?? '/'}`)
    const asked = { headers: request.headers, query: url?.searchParams ?? new URLSearchParams() }
    if (!url) return reply(failureAnywhere({ status: 400, message: 'the address is malformed' }, '', asked))
    const found = route(request.method ?? 'GET', url.pathname)
    if (found.kind === 'not-found') {
      const failure = { status: 404, message: `the contract has no path ${url.pathname}` }
      return reply(failureAnywhere(failure, url.pathname, asked))
    }
    const fail = (failure: Failure) => reply(failureOf(found.operation, failure, asked))
    if (found.kind === 'method-not-allowed') {
      if (request.method === 'OPTIONS') return preflight(request, response, found.allowed)
      const message = `${url.pathname} answers ${found.allowed.join(', ')}`
      return fail({ status: 405, message, headers: { allow: found.allowed.join(', ') } })
    }
    if (!isDecodable(url.pathname)) return fail({ status: 400, message: 'the path is not percent-encoded UTF-8' })
    try {
      reply(await answerTo(found.operation, request, url))
    } catch (error) {
      fail(error instanceof Refused ? error.failure : { status: 500, message: String(error) })
    }
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(`mock: ${request.method} ${request.url}: ${error}`)
      response.destroy()
    })
  })
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** A request as the faces read it. */
function callOf(
  operation: MockOperation,
  request: IncomingMessage,
  url: URL,
  text: string | Failure,
  read: unknown,
): Call {
  const isForm = mediaTypeOf(request.headers['content-type']) === 'application/x-www-form-urlencoded'
  return {
    operation,
    headers: request.headers,
    query: url.searchParams,
    form: new URLSearchParams(isForm && typeof text === 'string' ? text : ''),
    body: typeof read === 'string' ? undefined : read,
    origin: originOf(request),
  }
}
