import { stringifySetCookie } from 'cookie'
import type { Response } from 'express'
import type { Cookie } from './types.ts'

/** A reply, as the dispatcher sees it: any status, any body. */
export interface AnyReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | number | undefined>>
  readonly cookies?: readonly Cookie[]
  readonly body?: unknown
}

/** Pages are objects of their own class, so that no plain string can be sent as markup. */
export type IsHtml = (value: unknown) => boolean

interface Settings {
  readonly isHtml: IsHtml
  /** The statuses that are answered with plain text. */
  readonly plainText: readonly string[]
}

/**
 * Writes a reply. JSON goes through the hook that checks it against the contract; pages, plain texts and redirects do not.
 * Answers are private unless a handler says otherwise.
 */
export function writeReply(response: Response, reply: AnyReply, { isHtml, plainText }: Settings): void {
  response.status(reply.status)
  response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    if (value !== undefined) response.setHeader(name, String(value))
  }
  for (const { name, value, options } of reply.cookies ?? []) {
    response.append('Set-Cookie', stringifySetCookie({ ...options, name, value }))
  }
  if (reply.body === undefined) response.end()
  else if (isHtml(reply.body)) response.type('html').send(String(reply.body))
  else if (plainText.includes(String(reply.status))) response.type('text').send(String(reply.body))
  else response.json(reply.body)
}
