import { eventCipher } from './cipher.ts'
import { EventError } from './event-error.ts'
import { type EventContext, type EventHandlers, isEventType, parseObject, readMessage } from './messages.ts'
import { isSameSecret, type SignedParts, signatureVerifier } from './proof.ts'
import { readBody } from './read-body.ts'

/** The callback as the administrator of OneAccess configured it, and what is done with its events. */
export interface EventReceiverOptions {
  /** The security token. */
  readonly token: string
  /** The encryption key, exactly 16 characters; left out when the events are not encrypted. */
  readonly encryptionKey?: string | undefined
  /** The signature key, exactly 16 characters; left out when the events are not signed. */
  readonly signatureKey?: string | undefined
  /** What is done with each event, by its type. */
  readonly on: EventHandlers
  /**
   * How many milliseconds the time of a signed event may be away from now, so that an old one cannot be sent again;
   * 300 000 when left out, `Infinity` for any. The time of an event without signature proves nothing and is not checked.
   */
  readonly maximumAge?: number | undefined
  /** How many bytes a request may have; 1 048 576 when left out. */
  readonly maximumBytes?: number | undefined
  /** Is given what a handler throws, except an `EventError`; the answer does not tell it. */
  readonly onError?: ((error: unknown, context: EventContext) => void) | undefined
}

/** Answers one request of OneAccess. */
export type EventReceiver = (request: Request) => Promise<Response>

/** An event as it was transmitted. */
interface Envelope extends SignedParts {
  readonly signature: string
}

type ReturnCode = 200 | 400 | 401 | 404 | 500

/** What is answered. */
interface Answer {
  readonly code: ReturnCode
  readonly message: string
  readonly data?: string | undefined
}

/**
 * Makes the receiver of event callbacks (reference section 9.4), for any server that speaks `Request` and `Response`.
 * It checks the security token, the signature and the age, decrypts, answers `CHECK_URL` by itself, calls the handler of
 * each other event and encrypts its answer. What it refuses never reaches a handler.
 * @throws {TypeError} the token is empty, or a key has not exactly 16 ASCII characters
 */
export function createEventReceiver(options: EventReceiverOptions): EventReceiver {
  const { token, on, maximumAge = 300_000, maximumBytes = 1_048_576, onError } = options
  if (token === '') throw new TypeError('token must not be empty: whoever sends none would be let in')
  const cipher =
    options.encryptionKey === undefined ? undefined : eventCipher(keyBytes('encryptionKey', options.encryptionKey))
  const isSigned =
    options.signatureKey === undefined ? undefined : signatureVerifier(keyBytes('signatureKey', options.signatureKey))

  const read = async (request: Request): Promise<Envelope | Answer> => {
    const given = /^Bearer +(.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? ''
    if (!(await isSameSecret(given, token))) return refusal(401, 'authentication failed')
    const text = await readBody(request, maximumBytes)
    if (text === undefined) return refusal(400, 'the request is too large, incomplete or not UTF-8')
    const envelope = readEnvelope(text)
    if (!envelope) return refusal(400, 'the request is not an event')
    if (!isSigned) return envelope
    if (!(await isSigned(envelope, envelope.signature))) return refusal(401, 'signature mismatch')
    const age = Math.abs(Date.now() - envelope.timestamp)
    return age <= maximumAge ? envelope : refusal(401, 'the event is too old, or the clocks differ')
  }

  const handle = async (eventType: string, text: string, { nonce, timestamp }: Envelope): Promise<Answer> => {
    if (eventType === 'CHECK_URL') return success(text)
    if (!isEventType(eventType)) return refusal(400, 'the event type is not known')
    const handler = on[eventType] as ((message: object, context: EventContext) => unknown) | undefined
    if (!handler) return refusal(400, 'the event type is not handled')
    const message = readMessage(eventType, text)
    if (typeof message === 'string') return refusal(400, message)
    const context = { eventType, nonce, timestamp }
    try {
      return success(JSON.stringify(await handler(message, context)))
    } catch (error) {
      if (error instanceof EventError) return refusal(error.code, error.message)
      onError?.(error, context)
      return refusal(500, 'busy, try again later')
    }
  }

  const receive = async (request: Request): Promise<Answer> => {
    const event = await read(request)
    if ('code' in event) return event
    const text = cipher ? await cipher.decrypt(event.data).catch(() => undefined) : event.data
    if (text === undefined) return refusal(400, 'data could not be decrypted')
    // One of the documented samples has a blank behind the type; the signature counts it, the meaning does not.
    const answer = await handle(event.eventType.trim(), text, event)
    return cipher && answer.data !== undefined ? { ...answer, data: await cipher.encrypt(answer.data) } : answer
  }

  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } })
    const { code, ...rest } = await receive(request)
    const challenge = code === 401 ? { 'WWW-Authenticate': 'Bearer' } : undefined
    return Response.json({ code: String(code), ...rest }, { status: code, headers: challenge })
  }
}

/** @throws {TypeError} not exactly 16 characters of one byte each */
function keyBytes(name: string, key: string): Uint8Array<ArrayBuffer> {
  if (!/^[\x20-\x7e]{16}$/.test(key)) throw new TypeError(`${name} must have exactly 16 ASCII characters`)
  return new TextEncoder().encode(key)
}

function readEnvelope(text: string): Envelope | undefined {
  const { nonce, timestamp, eventType, data, signature = '' } = parseObject(text) ?? {}
  if (typeof nonce !== 'string' || typeof eventType !== 'string' || typeof data !== 'string') return undefined
  if (typeof timestamp !== 'number' || typeof signature !== 'string') return undefined
  return { nonce, timestamp, eventType, data, signature }
}

function refusal(code: Exclude<ReturnCode, 200>, message: string): Answer {
  return { code, message }
}

function success(data: string | undefined): Answer {
  return { code: 200, message: 'success', data }
}
