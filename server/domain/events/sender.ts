import type { ClaimedEvent, Outcome } from '../../db/queries/event-deliveries.ts'
import { idOf, readAnswer } from './answer.ts'
import { messageOf, textOf } from './message.ts'
import { isLast, waitAfter } from './schedule.ts'
import { type CallbackSecrets, sealEvent } from './seal.ts'
import { type EventTransport, TransportError } from './transport.ts'

/** Where events go. */
export interface Destination extends CallbackSecrets {
  readonly address: string
}

type Result = Pick<Outcome, 'code' | 'message'> & { readonly state: Outcome['state'] | 'failed'; objectId?: string }

/** Makes one attempt to send an event, and says what came of it. */
export async function sendEvent(transport: EventTransport, to: Destination, event: ClaimedEvent): Promise<Outcome> {
  const { id, attempts } = event
  const result = await attempt(transport, to, event).catch((error: unknown): Result => {
    if (!(error instanceof TransportError)) throw error
    return { state: 'failed', code: null, message: error.message }
  })
  const failed = isLast(attempts) ? 'dead' : 'waiting'
  return {
    id,
    attempts,
    state: result.state === 'failed' ? failed : result.state,
    wait: result.state === 'failed' ? waitAfter(attempts) : 0,
    code: result.code,
    message: result.message,
    objectId: result.objectId ?? null,
  }
}

async function attempt(transport: EventTransport, to: Destination, event: ClaimedEvent): Promise<Result> {
  const told = messageOf(event)
  if (!told)
    return { state: 'dropped', code: null, message: 'there is nothing to tell: it is gone, or was never known' }
  const eventType = `${told.kind}_${event.subjectType.toUpperCase()}`
  const body = JSON.stringify(sealEvent(to, eventType, textOf(told.message)))
  const answer = readAnswer(to, await transport.post(to.address, to.token, body))
  const { code, message } = answer
  if (!answer.taken) {
    // The answer to a deletion was lost, or somebody was faster: it is as it is to be.
    return { state: told.kind === 'DELETE' && code === '404' ? 'delivered' : 'failed', code, message }
  }
  if (told.kind === 'DELETE') return { state: 'delivered', code, message }
  const objectId = idOf(answer.data)
  if (objectId !== undefined) return { state: 'delivered', code, message, objectId }
  // An update may go without: the id stays as it is.
  if (told.kind === 'UPDATE' && answer.data === undefined) return { state: 'delivered', code, message }
  return { state: 'failed', code, message: 'the answer has no id of 1 to 50 characters' }
}
