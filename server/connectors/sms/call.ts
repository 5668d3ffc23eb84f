import { createHash, createHmac } from 'node:crypto'
import { DeliveryError } from '../../domain/messages/connectors.ts'
import { textOf } from '../outgoing/text-of.ts'

/** How long a provider may take, in milliseconds, and how much it may answer. */
const patience = 10_000
const mostBytes = 64 * 1024

/** Asks a provider over HTTP. @returns the JSON of its answer, whatever the status @throws DeliveryError */
export async function callProvider(url: string, init: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) })
    return JSON.parse(await textOf(response, mostBytes))
  } catch (error) {
    // The address holds the number: nothing of the fault is passed on but its kind.
    const kind = error instanceof Error ? error.name : 'unknown'
    throw new DeliveryError(`the SMS provider did not answer (${kind})`, { permanent: false })
  }
}

export const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex')
export const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
