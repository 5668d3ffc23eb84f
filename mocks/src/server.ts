import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createAccount } from './account/face.ts'
import { type Answer, json, send } from './answer.ts'
import { type Body, readBody } from './body.ts'
import type { MovableClock } from './clock.ts'
import { type Api, documentOf, exampleOf, type MockDocument, type MockOperation } from './contract.ts'
import { CONTROL_PATH, control } from './control.ts'
import { allowAnyOrigin, preflight } from './cross-origin.ts'
import type { Call, Face } from './face.ts'
import { type Failure, Refused } from './failure.ts'
import { failureAnywhere, failureOf } from './failures.ts'
import { checkHead, refuseOverlong } from './guard.ts'
import { Journal } from './journal.ts'
import type { Controls } from './mock.ts'
import { createOneAccess } from './oneaccess/face.ts'
import { readPreference } from './preference.ts'
import { createPrism } from './prism.ts'
import { originOf, paramsOf, prismRequest, targetOf } from './request.ts'
import { createRouter } from './router.ts'
import { createTokens } from './tokens.ts'
import { failureFor, queryViolations } from './violations.ts'
import type { World } from './world.ts'

interface Settings {
  documents: MockDocument[]
  world: World
  clock: MovableClock
  dynamic: boolean
  /** Whether calls leave something for the next ones. */
  memory: boolean
  seed?: string
}

/** The mock as an HTTP server that does not listen yet: documented answers by Prism, what is kept and can be walked beside it. */
export async function createMockServer({
  documents,
  world,
  clock,
  dynamic,
  memory,
  seed,
}: Settings): Promise<{ server: Server; controls: Controls }> {
  const operations = documents.flatMap((document) => document.operations)
  const route = createRouter(operations)
  const askPrism = createPrism({ dynamic, seed })
  const tokens = await createTokens(world.clock)
  const account = documentOf(documents, 'account')
  const faces: Record<Api, Face> = {
    account: createAccount(account, tokens, world),
    oneaccess: await createOneAccess(documentOf(documents, 'oneaccess'), tokens, world),
  }
  const journal = new Journal()
  const controls: Controls = {
    requests: () => journal.requests(),
    next(id, plan) {
      const operation = operations.find((one) => one.id === id)
      if (!operation) throw new Error(`there is no operation ${id}`)
      journal.plan(operation, plan)
    },
    advance: (seconds) => clock.advance(seconds),
    reset() {
      for (const part of [...Object.values(faces), tokens, world.ids, journal, clock]) part.reset()
    },
  }
  // The address that the contract's examples use for the installation.
  const exampleOrigin = String(exampleOf(account, 'getServiceConfiguration', 200).issuer)

  /** @throws Refused */
  async function answerTo(operation: MockOperation, request: IncomingMessage, url: URL, seen: Seen): Promise<Answer> {
    const face = faces[operation.policy.api]
    const read = await readBody(operation, request)
    const body: Body = 'status' in read ? { value: undefined, form: new URLSearchParams() } : read
    seen.body = body.form.size > 0 ? Object.fromEntries(body.form) : body.value
    const preference = journal.take(operation.id) ?? readPreference(operation, request.headers.prefer?.toString())
    if (preference.delay !== undefined) await setTimeout(preference.delay)
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
    return face.answer(call, answer, memory && !(preference.dynamic ?? dynamic))
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowAnyOrigin(request, response)
    response.setHeader('x-request-id', randomUUID())
    const reply = (answer: Answer) =>
      send(response, answer, (body) => body.replaceAll(exampleOrigin, originOf(request)))
    const url = targetOf(request)
    const asked = { headers: request.headers, query: url?.searchParams ?? new URLSearchParams() }
    if (!url) return reply(failureAnywhere({ status: 400, message: 'the address is malformed' }, '', asked))
    if (url.pathname === CONTROL_PATH) return reply(await control(controls, request))
    if (url.pathname === '/healthz' && ['GET', 'HEAD'].includes(request.method ?? ''))
      return reply(json(200, { status: 'ok' }))
    const seen: Seen = {}
    response.once('finish', () => note(journal, clock, request, response, seen))
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
    seen.operation = found.operation.id
    try {
      checkHead(request, url)
      reply(await answerTo(found.operation, request, url, seen))
    } catch (error) {
      fail(error instanceof Refused ? error.failure : { status: 500, message: String(error) })
    }
  }

  // Node would answer too long header fields by itself, in no shape of ours.
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(`mock: ${request.method} ${request.url}: ${error}`)
      response.destroy()
    })
  })
  return { server, controls }
}

/** What is found out about a request while it is answered. */
interface Seen {
  operation?: MockOperation['id']
  body?: unknown
}

function note(
  journal: Journal,
  clock: MovableClock,
  { method = '', url = '', headers }: IncomingMessage,
  { statusCode }: ServerResponse,
  { operation, body }: Seen,
): void {
  if (method === 'OPTIONS') return
  const at = new Date(clock.now()).toISOString()
  const about = { ...(operation && { operation }), ...(body !== undefined && { body }) }
  journal.note({ at, method, path: url, headers, ...about, status: statusCode })
}

/** A request as the faces read it. */
function callOf(operation: MockOperation, request: IncomingMessage, url: URL, { value, form }: Body): Call {
  return {
    operation,
    headers: request.headers,
    query: url.searchParams,
    params: paramsOf(operation, url),
    form,
    body: typeof value === 'string' ? undefined : value,
    origin: originOf(request),
  }
}
