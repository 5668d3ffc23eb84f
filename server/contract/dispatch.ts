import type { Logger } from 'pino'
import { undocumentedItemCode } from './documented-codes.ts'
import { faces } from './faces.ts'
import { ContractFailure } from './failure.ts'
import type { Operation } from './operation.ts'
import type { Rights } from './policy/authenticate.ts'
import { authorize, type PolicySettings } from './policy/authorize.ts'
import { type AnyReply, type IsPage, writeReply } from './reply.ts'
import { type BodyLimits, readBody } from './request/body.ts'
import type { Call } from './request/call.ts'
import { refuseNul, refuseOddNumbers, refuseUnkeepable } from './request/guard.ts'
import { canonicaliseContentType } from './request/media-type.ts'
import { readMultipart, type UploadedFile } from './request/multipart.ts'
import { refuseForeignBytes } from './request/utf8.ts'
import type { RightToStay } from './stream.ts'
import type { Validator } from './validate/validator.ts'

/**
 * Lets an operation be answered, with the services that its kind and its caller call for.
 * @param answer answers it with these services; may be called again with others after it has failed
 */
export type Perform = (
  call: Call,
  operation: Operation,
  caller: Rights | undefined,
  answer: (deps: unknown) => AnyReply | Promise<AnyReply>,
) => Promise<AnyReply>

/** A handler without its types: they were checked where it was put into the map. */
export type AnyHandler = (context: unknown) => AnyReply | Promise<AnyReply>

export interface DispatchSettings {
  readonly policy: PolicySettings
  readonly deps: unknown
  /** Absent: every operation is answered with `deps`. */
  readonly perform: Perform | undefined
  readonly log: Logger
  readonly isPage: IsPage
  readonly bodyLimits: BodyLimits
  /** An answer that breaks the contract is an error; else it is logged and sent. */
  readonly strictResponses: boolean
  /** Milliseconds after which the caller of a stream is looked at again. */
  readonly rightInterval: number
  /** Milliseconds that the reader of a stream may take nothing. */
  readonly takeLimit: number
}

/**
 * Holds the map of handlers against the contract.
 * @throws Error that names every operation without a handler, and every handler without an operation
 */
export function checkHandlers(operations: readonly Operation[], handlers: Readonly<Record<string, unknown>>): void {
  const wanted = new Set<string>(operations.filter(({ servedBy }) => servedBy === 'handler').map(({ id }) => id))
  const missing = [...wanted].filter((id) => typeof handlers[id] !== 'function')
  const extra = Object.keys(handlers).filter((id) => !wanted.has(id))
  if (missing.length > 0) throw new Error(`Operations without a handler: ${missing.join(', ')}`)
  if (extra.length > 0) throw new Error(`Handlers without an operation: ${extra.join(', ')}`)
}

/**
 * Answers a request by its handler: who calls, what is sent, whether it fits the contract, then the handler's reply.
 * @param fail takes the error of an answer that breaks the contract
 */
export async function dispatch(
  call: Call,
  operation: Operation,
  handler: AnyHandler,
  validator: Validator,
  settings: DispatchSettings,
  fail: (error: unknown) => void,
): Promise<void> {
  const { request, response, info } = call
  refuseForeignBytes(request.url, 'query')
  refuseNul(request.query, 'query')
  const { caller, files } = await callerAndBody(call, operation, settings)
  if (faces[operation.api].refusesHalfCharacters) refuseUnkeepable(request.body, 'body')
  const asked = { ...request.query }
  const params = await validator.check(call, operation, fail)
  refuseOddNumbers(asked, request.query, 'query')
  const context = {
    params,
    query: request.query,
    headers: Object.fromEntries(operation.headers.map((name) => [name, request.headers[name.toLowerCase()]])),
    body: request.body,
    files,
    caller,
    request: info,
    deps: settings.deps,
    log: settings.log.child({ requestId: info.id, operationId: operation.id }),
  }
  const { perform } = settings
  const reply = perform
    ? await perform(call, operation, caller, (deps) => handler({ ...context, deps }))
    : await handler(context)
  if (reply.reason !== undefined) call.reason = reply.reason
  const description = undocumentedItemCode(operation, reply.body)
  if (description !== undefined) {
    const fault = new ContractFailure('internal_error', { description })
    if (settings.strictResponses) throw fault
    settings.log.error({ err: fault, requestId: info.id }, 'an answer breaks the contract')
  }
  const right: RightToStay | undefined = caller && {
    interval: settings.rightInterval,
    stands: () =>
      authorize(call, operation, settings.policy).then(
        () => true,
        () => false,
      ),
  }
  const stream = { right, headOnly: call.headOnly, takeLimit: settings.takeLimit }
  await writeReply(response, reply, { isPage: settings.isPage, plainText: operation.plainText, stream })
}

/** Settles who calls, and reads the body: of nobody unknown, but where the credential may stand in the body itself. */
async function callerAndBody(
  call: Call,
  operation: Operation,
  { policy, bodyLimits }: DispatchSettings,
): Promise<{ caller: Rights | undefined; files: readonly UploadedFile[] | undefined }> {
  const { request } = call
  if (Object.hasOwn(operation.parameterLimits, 'access_token')) {
    if (hasBodyToRead(call, operation)) request.body = await readBody(request, bodyLimits)
    return { caller: await authorize(call, operation, policy), files: undefined }
  }
  const caller = await authorize(call, operation, policy)
  if (!hasBodyToRead(call, operation)) return { caller, files: undefined }
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    request.body = await readBody(request, bodyLimits)
    return { caller, files: undefined }
  }
  const { fields, files } = await readMultipart(request, operation, bodyLimits.multipart)
  request.body = fields
  return { caller, files }
}

/** @throws ContractFailure when a body is missing, or of a type that the operation does not take */
function hasBodyToRead({ request }: Call, operation: Operation): boolean {
  if (canonicaliseContentType(request, operation)) return true
  if (operation.requestBodyRequired) throw new ContractFailure('invalid_request', { description: '/body is missing' })
  return false
}
