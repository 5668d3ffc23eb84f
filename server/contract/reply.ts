import { stringifySetCookie } from 'cookie'
import type { Response } from 'express'
import { Streamed, type StreamSettings, sendStream } from './stream.ts'
import type { Cookie } from './types.ts'
import { Xml } from './xml.ts'

/** A reply, as the dispatcher sees it: any status, any body. */
export interface AnyReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | number | undefined>>
  readonly cookies?: readonly Cookie[]
  readonly reason?: string
  readonly body?: unknown
}

/** Pages are objects of their own class, so that no plain string can be sent as markup. */
export type IsPage = (value: unknown) => boolean

interface Settings {
  readonly isPage: IsPage
  /** The statuses that are answered with plain text. */
  readonly plainText: readonly string[]
  /** For a body that is streamed. */
  readonly stream: StreamSettings
}

/**
 * Writes a reply. JSON goes through the hook that checks it against the contract; pages, plain texts, streams and
 * redirects do not. Answers are private unless a handler says otherwise.
 */
export async function writeReply(response: Response, reply: AnyReply, settings: Settings): Promise<void> {
  response.status(reply.status)
  response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    if (value !== undefined) response.setHeader(name, String(value))
  }
  for (const { name, value, options } of reply.cookies ?? []) {
    response.append('Set-Cookie', stringifySetCookie({ ...options, name, value }))
  }
  const { body } = reply
  if (isKnown(response, reply)) sendKnown(response)
  else if (body === undefined) response.end()
  else if (body instanceof Streamed) await sendStream(response, body, settings.stream)
  else if (body instanceof Xml) response.type(body.mediaType).send(body.text)
  else if (settings.isPage(body)) response.type('html').send(String(body))
  else if (settings.plainText.includes(String(reply.status))) response.type('text').send(String(body))
  else response.json(body)
}

function sendKnown(response: Response): void {
  response.removeHeader('Content-Length')
  response.status(304).end()
}

/** Whether the caller has this very content already, and says so (RFC 9110 section 13.1.2, by weak comparison). */
function isKnown(response: Response, { headers }: AnyReply): boolean {
  const known = response.req.headers['if-none-match']?.match(/\*|"[^"]*"/g) ?? []
  return headers?.ETag !== undefined && known.some((tag) => tag === '*' || tag === headers.ETag)
}
