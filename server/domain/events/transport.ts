/** What an application answered over HTTP. */
export interface TransportAnswer {
  readonly status: number
  readonly body: string
}

/** Sends an event to an application's address (server/connectors/events). */
export interface EventTransport {
  /** Posts JSON. @throws TransportError when there was no answer that can be used */
  post(address: string, token: string, body: string): Promise<TransportAnswer>
}

/** Why there was no answer; the message is for the administrator, and names no secret. */
export class TransportError extends Error {
  override name = 'TransportError'
}
