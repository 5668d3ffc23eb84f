import type { IncomingMessage } from 'node:http'
import type { Form } from '../contract/request/body.ts'

/** A request that may have an ordinary answer. */
export interface DirectRequest {
  readonly headers: IncomingMessage['headers']
  /** Its form, or its query where it has none. */
  readonly fields: Form
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** The caller's address. */
  readonly address: string
}
