import type { ServerResponse } from 'node:http'

/** What the mock sends: a JSON value, a page, or nothing. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  mediaType?: string
  body?: unknown
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers, mediaType: 'application/json', body }
}

/** A redirect; 303 unless the contract says otherwise, so that a form is never posted on (RFC 9700 section 4.12). */
export function redirect(location: string, status: 302 | 303 = 303): Answer {
  return { status, headers: { location } }
}

/** Text as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function serialize({ mediaType, body }: Answer): string {
  if (body === undefined) return ''
  return /[/+]json\b/.test(mediaType ?? '') ? JSON.stringify(body) : String(body)
}

/**
 * Writes an answer.
 * @param rewrite from a text of the contract to the same text with this mock's address
 */
export function send(response: ServerResponse, answer: Answer, rewrite: (text: string) => string): void {
  const text = rewrite(serialize(answer))
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, rewrite(value))
  if (text !== '' && answer.mediaType) {
    const charset = answer.mediaType.startsWith('text/') ? '; charset=utf-8' : ''
    response.setHeader('content-type', answer.mediaType + charset)
  }
  response.setHeader('cache-control', 'no-store')
  // RFC 9110 section 8.6: a 204 has no length.
  if (answer.status !== 204) response.setHeader('content-length', Buffer.byteLength(text))
  response.writeHead(answer.status)
  response.end(response.req.method === 'HEAD' ? undefined : text)
}
