/** What a request is answered with, beside the header fields that every answer has. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
}

/** JSON that is not to be kept (RFC 6749 section 5.1). Pages of every origin may read it. */
export function json(body: object, headers: Answer['headers'] = {}): Answer {
  return {
    status: 200,
    headers: { ...headers, 'Cache-Control': 'no-store', 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}
