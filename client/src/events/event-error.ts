/** The return codes with which an application refuses an event (reference section 9.4). */
export type EventErrorCode = 400 | 404

/**
 * Thrown by the handler of an event to refuse it; OneAccess keeps code and message in its synchronisation record.
 * 400: a value exists already, is empty, too long or badly formatted; 404: there is no such user or organization.
 */
export class EventError extends Error {
  override readonly name = 'EventError'
  readonly code: EventErrorCode

  /** @param message a sentence for the administrator of OneAccess */
  constructor(code: EventErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
