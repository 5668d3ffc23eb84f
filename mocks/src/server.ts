import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createAccount } from './account/face.ts'
import { type Answer, json, send } from './answer.ts'
import { type Body, readBody } from './body.ts'
import { type Api, documentOf, exampleOf, type MockDocument, type MockOperation } from './contract.ts'
import { allowAnyOrigin, preflight } from './cross-origin.ts'
import type { Call, Face } from './face.ts'
import { type Failure, Refused } from './failure.ts'
import { failureAnywhere, failureOf } from './failures.ts'
import { checkHead, refuseOverlong } from './guard.ts'
import { createOneAccess } from './oneaccess/face.ts'
import { readPreference } from './preference.ts'
import { createPrism } from './prism.ts'
import { prismRequest } from './request.ts'
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
    const preference = readPreference(operation, request.headers.prefer?.toString())
    if (preference.delay !== undefined) await setTimeout(preference.delay)
    const read = await readBody(operation, request)
    const body: Body = 'status' in read ? { value: undefined, form: new URLSearchParams() } : read
    const call = callOf(operation, request, url, body)
    const input = prismRequest(operation, request, url, body)
    if (preference.code !== undefined) return face.chosen(call, (await askPrism(operation, input, preference)).answer)
    const refused = await face.refusal(call)
    if (refused) throw new Refused(refused)
    if ('status' in read) throw new Refused(read)
    if (operation.policy.servedBy === 'engine') refuseOverlong(operation, url.searchParams)
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
    const url = targetOf(request)
    const asked = { headers: request.headers, query: url?.searchParams ?? new URLSearchParams() }
    if (!url) return reply(failureAnywhere({ status: 400, message: 'the address is malformed' }, '', asked))
    if (url.pathname === '/healthz' && ['GET', 'HEAD'].includes(request.method ?? ''))
      return reply(json(200, { status: 'ok' }))
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
    try {
      checkHead(request, url)
      reply(await answerTo(found.operation, request, url))
    } catch (error) {
      fail(error instanceof Refused ? error.failure : { status: 500, message: String(error) })
    }
  }

  // Node would answer too long header fields by itself, in no shape of ours.
  return createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(`mock: ${request.method} ${request.url}: ${error}`)
      response.destroy()
    })
  })
}

/** The address of a request, also of one that names an absolute one (RFC 9112 section 3.2.2). */
function targetOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(/^https?:\/\//i.test(url) ? url : `http://localhost${url}`)
}

/** A request as the faces read it. */
function callOf(operation: MockOperation, request: IncomingMessage, url: URL, { value, form }: Body): Call {
  return {
    operation,
    headers: request.headers,
    query: url.searchParams,
    form,
    body: typeof value === 'string' ? undefined : value,
    origin: originOf(request),
  }
}
